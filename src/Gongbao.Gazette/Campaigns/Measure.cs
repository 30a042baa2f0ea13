namespace Gongbao.Gazette.Campaigns;

/// <summary>What is to become of a document that was gone through (处理意见).</summary>
internal enum Measure
{
    /// <summary>Goes on being in force (继续有效).</summary>
    Keep,

    /// <summary>Is to be amended (修改); until then it is in force as it is.</summary>
    Amend,

    /// <summary>Ends (废止).</summary>
    Repeal,

    /// <summary>Is found to be of no more use (宣布失效).</summary>
    Invalidate,
}

/// <summary>How measures are said and written.</summary>
internal static class MeasureWords
{
    public static IReadOnlyList<Measure> All { get; } = [Measure.Keep, Measure.Amend, Measure.Repeal, Measure.Invalidate];

    public static string Of(Measure measure) => measure switch
    {
        Measure.Keep => "继续有效",
        Measure.Amend => "修改",
        Measure.Repeal => "废止",
        Measure.Invalidate => "宣布失效",
    };

    /// <summary>What the list of such documents is called in the published result.</summary>
    public static string List(Measure measure) => measure switch
    {
        Measure.Keep => "继续有效的文件目录",
        Measure.Amend => "拟修改的文件目录",
        Measure.Repeal => "废止的文件目录",
        Measure.Invalidate => "宣布失效的文件目录",
    };

    /// <summary>The word in data: <c>keep</c>.</summary>
    public static string Code(Measure measure) => measure switch
    {
        Measure.Keep => "keep",
        Measure.Amend => "amend",
        Measure.Repeal => "repeal",
        Measure.Invalidate => "invalidate",
    };

    /// <summary>The measure of such a word in data; null for any other.</summary>
    public static Measure? Read(string? code) => All.Select(m => (Measure?)m).FirstOrDefault(m => Code(m!.Value) == code);
}
