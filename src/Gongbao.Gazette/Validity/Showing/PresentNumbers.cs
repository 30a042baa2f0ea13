using Gongbao.Gazette.Library;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>The place that an address leads to on a day on which places bear other numbers than in print (条序变动).</summary>
/// <param name="Block">The place.</param>
/// <param name="Remark">What has to be said of its number; null where it has the one of its address.</param>
/// <param name="Other">The place that now bears the number of the address, where that is another one.</param>
internal sealed record PresentPlace(BlockView Block, string? Remark, BlockView? Other);

/// <summary>Finds places by addresses. An address keeps to the place that was printed with its number; a number that none was printed with leads to the place that bears it on the day.</summary>
internal static class PresentNumbers
{
    /// <returns>Null where the text has no such place, printed or numbered so on the day.</returns>
    public static PresentPlace? Find(DocumentView document, string slug)
    {
        var path = ClausePath.TryParseSlug(slug, out var read) && read is { IsDocument: false, Last: null } ? read : null;
        var bearing = path is null ? null : Places.Find(document.Body, path);
        if (document.Find(slug) is { } printed)
        {
            if (path is null || printed.Place is null || bearing is not null && ReferenceEquals(bearing, printed) || !IsMoved(printed, path)) return new(printed, null, null);
            var remark = $"这个地址是原{path}的；按所选日期的文字，它的序号是{printed.Place}。" + (bearing is null || ReferenceEquals(bearing, printed) ? "" : $"当时的{path}是{Origin(bearing)}。");
            return new(printed, remark, bearing);
        }
        if (bearing is null) return null;
        // 第六条 without its chapter is the same place.
        return bearing.Slug is { } own && ClausePath.TryParseSlug(own, out var was) && was.Steps is [.., var last] && last == path!.Steps[^1] ? new(bearing, null, null)
            : new(bearing, $"按所选日期的文字，{path}是{Origin(bearing)}。" + (bearing.Slug is null ? "" : "以后序号再变，它的固定地址仍是原来的。"), null);
    }

    /// <summary>Whether a later document gave the place, or one that it stands in, another number.</summary>
    private static bool IsMoved(BlockView printed, ClausePath path) => !Places.Is(printed, path.Steps[^1]);

    private static bool IsInserted(BlockView block) => block.Changes.Any(c => c.Kind is BlockChangeKind.Inserted);

    private static string Origin(BlockView block) => block.Slug is { } slug && ClausePath.TryParseSlug(slug, out var was) && !IsInserted(block) ? $"原{was}" : block.Changes is [{ On: var on, Cause.Name: var by }, ..] ? $"{Gongbao.Web.Formats.ChineseFormat.Date(on)}起据{by}增加的" : "后来增加的";
}
