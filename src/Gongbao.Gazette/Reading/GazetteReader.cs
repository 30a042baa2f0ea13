namespace Gongbao.Gazette.Reading;

/// <summary>
/// Plain text of printed pages to documents. Reading never fails: what no rule can place is kept as plain text. The same text gives
/// the same reading, always.
/// </summary>
internal static class GazetteReader
{
    public static GazetteReading Read(SourceText source, ReaderContext context)
    {
        var lines = source.Layout?.Classified(source) ?? LineClassifier.Classify(source);
        var content = ContentLine.Of(source, lines);
        var (around, documents) = IssueReader.Read(source, content, context);
        documents = LongTitles.Put(content, documents);
        documents = SourceDoubts.Put(source, lines.Lines, documents);
        var (ledger, coverage) = CharacterLedger.Of(source, lines.Lines, around, documents);
        return new() { Source = source, Lines = lines.Lines, Around = around, Documents = documents, Ledger = ledger, Coverage = coverage };
    }
}
