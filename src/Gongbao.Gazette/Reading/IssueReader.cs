namespace Gongbao.Gazette.Reading;

/// <summary>Divides an issue into what is printed around the documents and the documents themselves.</summary>
internal static class IssueReader
{
    public static (IReadOnlyList<Node> Around, IReadOnlyList<ReadDocument> Documents) Read(
        SourceText source, ContentLine[] lines, ReaderContext context)
    {
        var around = new List<Node>();
        var heads = HeadFinder.Find(lines);
        if (heads.Count == 0) return (around, lines.Length == 0 ? [] : [SingleDocument.Read(source, lines, context)]);

        var entries = AddFront(source, lines, heads[0].From, around);
        var documents = new List<ReadDocument>(heads.Count);
        for (var i = 0; i < heads.Count; i++)
        {
            var to = i + 1 < heads.Count ? heads[i + 1].From : lines.Length;
            var sections = i + 1 < heads.Count ? Sections.Above(lines, heads[i].BodyFrom, to) : to;
            documents.Add(DocumentReader.Read(source, lines, heads[i], sections, context));
            if (sections < to) around.Add(LineNodes.Of(NodeKind.Section, source, lines, sections, to));
        }
        return (around, entries.Count > 0 ? ContentsCheck.Of(lines, entries, documents) : documents);
    }

    /// <summary>Adds what stands before the first document, and gives the entries of the contents.</summary>
    private static IReadOnlyList<ContentsEntry> AddFront(SourceText source, ContentLine[] lines, int to, List<Node> around)
    {
        var contents = ContentsPages.MarkOf(lines);
        var contentsTo = Math.Min(to, ContentsPages.EndOf(lines));
        var coverTo = contents >= 0 && contents < to ? contents : to;
        if (contents < 0) coverTo = Sections.Above(lines, 0, to);
        if (coverTo > 0) around.Add(LineNodes.Of(NodeKind.Cover, source, lines, 0, coverTo));
        if (contents >= 0 && contentsTo > contents) around.Add(LineNodes.Of(NodeKind.Contents, source, lines, contents, contentsTo));
        var rest = contents >= 0 ? Math.Max(contentsTo, coverTo) : coverTo;
        if (to > rest) around.Add(LineNodes.Of(NodeKind.Section, source, lines, rest, to));
        return contents >= 0 ? ContentsPages.Entries(lines, contents, contentsTo) : [];
    }
}
