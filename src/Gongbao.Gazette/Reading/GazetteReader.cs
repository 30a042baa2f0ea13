namespace Gongbao.Gazette.Reading;

/// <summary>
/// Plain text of printed pages to documents. Reading never fails: what no rule can place is kept as a plain block and flagged.
/// The same text gives the same reading, always.
/// </summary>
internal static class GazetteReader
{
    public static GazetteReading Read(SourceText source, ReaderContext context)
    {
        var lines = LineClassifier.Classify(source);
        var text = lines.Where(l => l.Kind is LineKind.Text).ToList();
        var document = Plain(source, text);
        IReadOnlyList<ReadDocument> documents = text.Count == 0 ? [] : [document];
        var (ledger, coverage) = CharacterLedger.Of(source, lines, [], documents);
        return new()
        {
            Source = source, Lines = lines, Around = [], Documents = documents, Ledger = ledger, Coverage = coverage,
        };
    }

    private static ReadDocument Plain(SourceText source, List<SourceLine> lines)
    {
        var joined = JoinedText.Of(source, lines);
        var block = new Node(NodeKind.Block) { Text = joined.Text, Pieces = joined.PiecesOf(0, joined.Text.Length), Line = lines is [var first, ..] ? first.Number : 0 };
        return new() { Root = new Node(NodeKind.Document) { Children = [block], Line = block.Line } };
    }
}
