namespace Gongbao.Gazette.Reading;

/// <summary>
/// Reads a text in which no head was found: title, addressees, clauses, signature as far as they show; the rest is kept as
/// plain text. Nothing is left out and nothing fails.
/// </summary>
internal static class SingleDocument
{
    private const int MostHeadLines = 8;

    public static ReadDocument Read(SourceText source, ContentLine[] lines, ReaderContext context)
    {
        var title = 0;
        while (title < Math.Min(lines.Length, MostHeadLines) && Titles.MayHold(lines[title].Text) && !Titles.Ends(lines[title].Text)) title++;
        var end = title < Math.Min(lines.Length, MostHeadLines) && Titles.MayHold(lines[title].Text) ? title + 1 : 0;
        var from = 0;
        while (from + 1 < end && Offices.IsName(lines[from].Text)) from++;
        var prefix = end > from && from == 0 ? Offices.NameBefore(lines[from].Text) : 0;
        var head = new DocumentHead { Issuers = 0..from, Title = from..end, IssuerInTitle = prefix, Number = end..end, From = 0, BodyFrom = end };
        return DocumentReader.Read(source, lines, head, lines.Length, context);
    }
}
