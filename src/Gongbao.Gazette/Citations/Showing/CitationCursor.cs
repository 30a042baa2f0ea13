using Gongbao.Web.Listing;

namespace Gongbao.Gazette.Citations.Showing;

/// <summary>Where the next page of a list of citations begins (游标): behind one of them, so that what comes in meanwhile shifts nothing.</summary>
/// <param name="DatedOn">Day of the document that cites; null where none is printed.</param>
/// <param name="Document">Its slug.</param>
/// <param name="Ordinal">Place of the last citation among those of its document, from 0.</param>
internal sealed record CitationCursor(DateOnly? DatedOn, string Document, int Ordinal)
{
    public static ListCursor List { get; } = new("citations");
}
