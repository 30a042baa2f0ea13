using Gongbao.Web.Listing;

namespace Gongbao.Gazette.Citations.Showing;

/// <summary>Where the next page of unresolved targets begins (游标): behind a target, so that what comes in meanwhile shifts nothing.</summary>
/// <param name="Documents">By how many documents the last target was named.</param>
/// <param name="Citations">How often.</param>
/// <param name="Words">Its words.</param>
/// <param name="Shown">How many targets with the same three were shown.</param>
internal sealed record UnresolvedCursor(int Documents, int Citations, string Words, int Shown)
{
    public static ListCursor List { get; } = new("citations/unresolved");
}
