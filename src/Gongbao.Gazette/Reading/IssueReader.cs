namespace Gongbao.Gazette.Reading;

/// <summary>Divides an issue into what is printed around the documents and the documents themselves.</summary>
internal static class IssueReader
{
    private const int LongestSectionName = 20;

    public static (IReadOnlyList<Node> Around, IReadOnlyList<ReadDocument> Documents) Read(
        SourceText source, ContentLine[] lines, ReaderContext context)
    {
        var around = new List<Node>();
        var heads = HeadFinder.Find(lines);
        if (heads.Count == 0) return (around, lines.Length == 0 ? [] : [SingleDocument.Read(source, lines, context)]);

        AddFront(source, lines, heads[0].From, around);
        var documents = new List<ReadDocument>(heads.Count);
        for (var i = 0; i < heads.Count; i++)
        {
            var to = i + 1 < heads.Count ? heads[i + 1].From : lines.Length;
            var sections = i + 1 < heads.Count ? SectionsAbove(lines, heads[i].BodyFrom, to) : to;
            documents.Add(DocumentReader.Read(source, lines, heads[i], sections, context));
            if (sections < to) around.Add(LineNodes.Of(NodeKind.Section, source, lines, sections, to));
        }
        return (around, documents);
    }

    private static void AddFront(SourceText source, ContentLine[] lines, int to, List<Node> around)
    {
        var contents = ContentsPages.MarkOf(lines);
        var contentsTo = Math.Min(to, ContentsPages.EndOf(lines));
        var coverTo = contents >= 0 && contents < to ? contents : to;
        if (contents < 0) coverTo = SectionsAbove(lines, 0, to);
        if (coverTo > 0) around.Add(LineNodes.Of(NodeKind.Cover, source, lines, 0, coverTo));
        if (contents >= 0 && contentsTo > contents) around.Add(LineNodes.Of(NodeKind.Contents, source, lines, contents, contentsTo));
        var rest = contents >= 0 ? Math.Max(contentsTo, coverTo) : coverTo;
        if (to > rest) around.Add(LineNodes.Of(NodeKind.Section, source, lines, rest, to));
    }

    /// <summary>The first of the lines before a document that name a section of the gazette.</summary>
    private static int SectionsAbove(ContentLine[] lines, int from, int to)
    {
        var first = to;
        while (first > from && to - first < 3 && IsSection(lines[first - 1].Text)) first--;
        return first;
    }

    private static bool IsSection(string text) =>
        text.Length <= LongestSectionName && Lexicon.EndsWithAny(text, Lexicon.SectionEndings) && text.AsSpan().IndexOfAny('。', '：', '，') < 0;
}
