namespace Gongbao.Gazette.Reading;

/// <summary>Lines that read as titles but for their length: told where they stand, for a document begins there that was not found.</summary>
internal static class LongTitles
{
    /// <summary>What such a line is a doubt about.</summary>
    public const string At = "title.length";

    public static IReadOnlyList<ReadDocument> Put(ContentLine[] lines, IReadOnlyList<ReadDocument> documents)
    {
        var found = lines.Where(l => l.Grid is null && Titles.IsTooLong(l.Text)).ToLookup(l => SourceDoubts.DocumentAt(documents, l.Span.From));
        return found.Count == 0 || documents.Count == 0 ? documents : [.. documents.Select((d, i) => found.Contains(i) ? With(d, found[i]) : d)];
    }

    private static ReadDocument With(ReadDocument document, IEnumerable<ContentLine> lines) => document with
    {
        Flags = [.. document.Flags.Concat(lines.Select(l => new Flag(At, Why(l), l.Number, l.Span))).OrderBy(f => f.Line).ThenBy(f => f.At, StringComparer.Ordinal)],
    };

    private static string Why(ContentLine line) =>
        $"第 {line.Number} 行像一份公文的标题，但有 {line.Text.Length} 字，超过能认作标题的 {Titles.LongestLine} 字，没有认作标题；请核对标题和正文是不是连成了一行，分成两行后再读。";
}
