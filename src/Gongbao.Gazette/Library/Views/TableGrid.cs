using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Library;

/// <summary>
/// A read table set out in columns (表). Cells that name their column stand under it whatever else their row lacks, in the order
/// in which the printed head names the columns; where no cell names one, the first row heads the columns and cells follow by position.
/// </summary>
/// <param name="Heads">What heads each column.</param>
/// <param name="Rows">The rows below the head, in reading order.</param>
internal sealed record TableGrid(IReadOnlyList<string> Heads, IReadOnlyList<GridRow> Rows)
{
    /// <summary>A table needs a head and a row under it; null for anything less.</summary>
    public static TableGrid? Of(BlockView table)
    {
        var rows = table.Children.Where(c => c.Kind is NodeKind.Row).ToList();
        if (rows.Count < 2) return null;
        var body = rows.Where(r => !r.IsTableHead).ToList();
        return body.Count > 0 && body.Any(r => r.Children.Any(c => c.Label is not null)) ? Named(rows, body) : ByPosition(rows);
    }

    private static TableGrid Named(List<BlockView> rows, List<BlockView> body)
    {
        // A head whose columns are printed one after another is a row for each.
        var printed = string.Concat(rows.Where(r => r.IsTableHead).SelectMany(r => r.Children).Select(c => c.AllWords));
        var heads = body.SelectMany(r => r.Children).Select(c => c.Label ?? "").Distinct().ToList();
        var cells = rows.Where(r => r.IsTableHead).SelectMany(r => r.Children).Select(c => c.AllWords).ToList();
        if (heads.TrueForAll(h => h.Length == 0 || cells.Contains(BaseOf(h)))) heads = [.. heads.OrderBy(h => h.Length == 0 ? cells.Count : cells.IndexOf(BaseOf(h))).ThenBy(h => h.Length)];
        else heads = [.. heads.OrderBy(h => h.Length > 0 && printed.IndexOf(h, StringComparison.Ordinal) is >= 0 and var at ? at : PlaceOf(h, printed))];
        return new(heads, [.. body.Select(r => new GridRow(r, [.. heads.Select(h => r.Children.Where(c => (c.Label ?? "") == h).ToList())]))]);
    }

    /// <summary>Columns under one head are told apart by （2）.</summary>
    private static string BaseOf(string head) => head.EndsWith("（2）", StringComparison.Ordinal) ? head[..^3] : head;

    /// <summary>Where the head of a column begins whose words the print sets apart (评价 over 分值); behind all others where it does not begin.</summary>
    private static int PlaceOf(string head, string printed) =>
        head.Length > 1 && printed.IndexOf(head[..2], StringComparison.Ordinal) is >= 0 and var at ? at : printed.Length;

    private static TableGrid ByPosition(List<BlockView> rows)
    {
        var width = rows.Max(r => r.Children.Count);
        var heads = rows[0].Children.Select(c => c.AllWords).ToList();
        while (heads.Count < width) heads.Add("");
        return new(heads, [.. rows.Skip(1).Select(r => new GridRow(r, [.. Enumerable.Range(0, width).Select(i => i < r.Children.Count ? [r.Children[i]] : new List<BlockView>())]))]);
    }

}

/// <param name="Row">The row, for its address.</param>
/// <param name="Cells">The cells under each column: none where the source prints none, several where it sets them apart.</param>
internal sealed record GridRow(BlockView Row, IReadOnlyList<IReadOnlyList<BlockView>> Cells);
