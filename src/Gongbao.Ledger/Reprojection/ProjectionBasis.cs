using Gongbao.Platform.City;

namespace Gongbao.Ledger.Reprojection;

/// <summary>What the rows of shares are worked out by (推算依据).</summary>
/// <param name="Calendar">Of the declared work calendar.</param>
/// <param name="Rules">Of the declared rules for the ledger, and of what the program keeps on a row.</param>
internal sealed record ProjectionBasis(string Calendar, string Rules)
{
    /// <summary>Raised where the program keeps something new on the rows: libraries from before are then gone through.</summary>
    private const string RowMake = "2";

    public static ProjectionBasis Of(CityDeclarations city) => new(Hash(city, "calendar"), Hash(city, "ledger") + RowMake);

    /// <returns>Null where it was not written by <see cref="ToString"/>.</returns>
    public static ProjectionBasis? Parse(string? text) => text?.Split(' ') is [var calendar, var rules] ? new(calendar, rules) : null;

    /// <summary>Why a run is needed after rows were worked out by another basis, a whole sentence; null where they were worked out by this one.</summary>
    /// <param name="before">Null where nothing is known of what they were worked out by.</param>
    public string? Reason(ProjectionBasis? before) => before switch
    {
        null => "按现行的工作日历和台账办法核对每份分工的日期。",
        _ when before.Rules != Rules => "台账办法有变动，按新的办法重新推算每份分工的日期。",
        _ when before.Calendar != Calendar => "工作日历有变动，按新的日历重新推算以工作日计算的到期日。",
        _ => null,
    };

    public override string ToString() => $"{Calendar} {Rules}";

    private static string Hash(CityDeclarations city, string section) =>
        string.Concat(city.Versions.Where(v => v.Section == section).OrderBy(v => v.Id, StringComparer.Ordinal).Select(v => v.Hash[..16])) is { Length: > 0 } hash ? hash : "-";
}
