using Microsoft.EntityFrameworkCore;

namespace Gongbao.Web.Listing;

/// <summary>A page of a list.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Total">How many the whole list has.</param>
/// <param name="Page">Counted from 1; behind a row, the page on which the next one stands now.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Behind">The place of the last of the rows; null where it is the last of the list.</param>
public sealed record ListSlice<TRow, TPlace>(IReadOnlyList<TRow> Rows, int Total, int Page, int Pages, TPlace? Behind) where TPlace : class;

/// <summary>How pages are cut from lists.</summary>
public static class ListSlices
{
    /// <param name="rows">In their order; where the start is behind a row, only what stands behind it, as the database compares.</param>
    /// <param name="start">From where on.</param>
    /// <param name="total">How many rows the whole list has.</param>
    /// <param name="size">Rows on a page.</param>
    /// <param name="placeOf">A row's place.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<ListSlice<TRow, TPlace>> SliceAsync<TRow, TPlace>(
        this IQueryable<TRow> rows, ListStart<TPlace> start, int total, int size, Func<TRow, TPlace> placeOf, CancellationToken stop) where TPlace : class
    {
        var above = start.After is null ? 0 : total - await rows.CountAsync(stop);
        return await rows.CutAsync(start, total, above, size, placeOf, stop);
    }

    /// <summary>The same for a list that is long enough for counting to matter: each of its rows is counted once.</summary>
    /// <param name="rows">As above.</param>
    /// <param name="start">As above.</param>
    /// <param name="above">What stands in the list before them: all that is not behind the row of the start, that row itself included; not looked at where the start is a page.</param>
    /// <param name="size">Rows on a page.</param>
    /// <param name="placeOf">A row's place.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<ListSlice<TRow, TPlace>> SliceAsync<TRow, TPlace>(
        this IQueryable<TRow> rows, ListStart<TPlace> start, IQueryable<TRow> above, int size, Func<TRow, TPlace> placeOf, CancellationToken stop) where TPlace : class
    {
        var before = start.After is null ? 0 : await above.CountAsync(stop);
        return await rows.CutAsync(start, before + await rows.CountAsync(stop), before, size, placeOf, stop);
    }

    private static async Task<ListSlice<TRow, TPlace>> CutAsync<TRow, TPlace>(
        this IQueryable<TRow> rows, ListStart<TPlace> start, int total, int above, int size, Func<TRow, TPlace> placeOf, CancellationToken stop) where TPlace : class
    {
        var pages = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(start.After is null ? start.Page : (above / size) + 1, 1, pages);
        var (found, behind) = await (start.After is null ? rows.Skip((page - 1) * size) : rows).FirstAsync(size, placeOf, stop);
        return new(found, total, page, pages, behind);
    }

    /// <summary>The first of some rows, with the place of the last of them where more follow.</summary>
    /// <param name="rows">In their order, without what was given already.</param>
    /// <param name="size">At most so many.</param>
    /// <param name="placeOf">A row's place.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<(IReadOnlyList<TRow> Rows, TPlace? Behind)> FirstAsync<TRow, TPlace>(this IQueryable<TRow> rows, int size, Func<TRow, TPlace> placeOf, CancellationToken stop) where TPlace : class
    {
        var found = await rows.Take(size + 1).ToListAsync(stop);
        return found.Count > size ? (found[..size], placeOf(found[size - 1])) : (found, null);
    }
}
