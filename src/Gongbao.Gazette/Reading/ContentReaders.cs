namespace Gongbao.Gazette.Reading;

/// <summary>The content readers, in the order in which they are asked.</summary>
internal static class ContentReaders
{
    /// <summary>Reads a part as a table, a form or a list; null where it is running text. A reading without nodes adds facts to the outline.</summary>
    public static ContentReading? Read(ContentPart part) => PartContent.Read(part);

    /// <summary>Reads what stands inside running text: inline lists of responsible units, personnel acts, grades, citations, times, personal values.</summary>
    public static ContentReading ReadText(IReadOnlyList<Passage> passages, int? year) => TextContent.Read(passages, year);
}
