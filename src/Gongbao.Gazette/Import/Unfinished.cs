using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Import;

/// <summary>
/// What in a file says that it may be no final version (定稿): hidden words, comments, changes that nobody accepted. Importing publishes, so such a file
/// waits until a person has seen what was found. Pictures and formulas do not hold it up: they are doubts about the reading, for the review desk.
/// </summary>
internal static class Unfinished
{
    private const int Told = 5;

    private static readonly string[] Signs = ["source.hidden", "source.changes", "source.comments"];

    /// <returns>What was found and where, and what to do, for people; never the words in question. Null where the file is final as far as it says.</returns>
    public static string? Why(GazetteReading reading)
    {
        List<SourceDoubt> found = [.. (reading.Source.Layout?.Doubts ?? []).Where(d => Array.IndexOf(Signs, d.At) >= 0)];
        if (found.Count == 0) return null;
        var told = string.Concat(found.Take(Told).Select(d => $"第 {d.Line} 段：{d.Why}"));
        return $"这个文件可能不是定稿，没有入库。{told}{(found.Count > Told ? $"另有 {found.Count - Told} 处。" : "")}请改好原文件后重新导入；确认无误、上述内容都不公布的，请确认定稿后入库（页面上的“确认定稿”，命令行的 --final）。";
    }
}
