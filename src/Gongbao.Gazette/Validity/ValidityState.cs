namespace Gongbao.Gazette.Validity;

/// <summary>Whether a document is in force on a day (效力状态). Serves GAZ-06: 标注行政规范性文件有效性.</summary>
internal enum ValidityState
{
    /// <summary>Nothing printed tells (效力未定).</summary>
    Unknown,

    /// <summary>Made, but its first day in force is still to come (尚未施行).</summary>
    NotYetInForce,

    /// <summary>In force as it was made (现行有效).</summary>
    InForce,

    /// <summary>In force with changed words (已修改).</summary>
    Amended,

    /// <summary>In force without one or more of its clauses (部分失效).</summary>
    PartlyInvalid,

    /// <summary>Its own term has run out (失效（期满）).</summary>
    Expired,

    /// <summary>Found by its maker to be no longer of use (宣布失效).</summary>
    DeclaredInvalid,

    /// <summary>Ended by a later document (废止).</summary>
    Repealed,

    /// <summary>Was in force, and is not for a time (暂缓施行).</summary>
    Suspended,
}

/// <summary>How states are said and written.</summary>
internal static class ValidityWords
{
    /// <summary>The states in the order in which people are shown them.</summary>
    public static IReadOnlyList<ValidityState> All { get; } =
    [
        ValidityState.InForce, ValidityState.Amended, ValidityState.PartlyInvalid, ValidityState.NotYetInForce, ValidityState.Suspended,
        ValidityState.Repealed, ValidityState.Expired, ValidityState.DeclaredInvalid, ValidityState.Unknown,
    ];

    /// <summary>What stands for a state where there was no such document yet.</summary>
    public const string NoDocument = "当日尚无此文件";

    public static string Of(ValidityState state) => state switch
    {
        ValidityState.Unknown => "效力未定",
        ValidityState.NotYetInForce => "尚未施行",
        ValidityState.InForce => "现行有效",
        ValidityState.Amended => "已修改",
        ValidityState.PartlyInvalid => "部分失效",
        ValidityState.Expired => "失效（期满）",
        ValidityState.DeclaredInvalid => "宣布失效",
        ValidityState.Repealed => "废止",
        ValidityState.Suspended => "暂缓施行",
    };

    /// <summary>The state of such words; null for any others.</summary>
    public static ValidityState? Read(string? words) => All.Select(s => (ValidityState?)s).FirstOrDefault(s => Of(s!.Value) == words);

    /// <summary>The word in stored timelines and in data: <c>not-yet-in-force</c>.</summary>
    public static string Code(ValidityState state) => state switch
    {
        ValidityState.Unknown => "unknown",
        ValidityState.NotYetInForce => "not-yet-in-force",
        ValidityState.InForce => "in-force",
        ValidityState.Amended => "amended",
        ValidityState.PartlyInvalid => "partly-invalid",
        ValidityState.Expired => "expired",
        ValidityState.DeclaredInvalid => "declared-invalid",
        ValidityState.Repealed => "repealed",
        ValidityState.Suspended => "suspended",
    };

    /// <summary>Whether a document in this state is a basis for anything, wholly or in part.</summary>
    public static bool IsInForce(this ValidityState state) => state is ValidityState.InForce or ValidityState.Amended or ValidityState.PartlyInvalid;

    /// <summary>Whether it was in force and is no more.</summary>
    public static bool HasEnded(this ValidityState state) => state is ValidityState.Expired or ValidityState.DeclaredInvalid or ValidityState.Repealed;
}
