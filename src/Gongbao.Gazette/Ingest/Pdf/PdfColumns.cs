namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Puts the rows of a page in the order in which they are read. Where an upright strip of the page stays free of letters over many rows
/// while text stands on both sides, the page has two columns there; rows that cross the strip run over the page.
/// </summary>
internal static class PdfColumns
{
    private const int FewestRows = 5;

    /// <summary>No page has more; one that does is read row by row.</summary>
    private const int MostRows = 2_000;

    /// <summary>How far from the edges of the text a strip is looked for, in parts of its width.</summary>
    private const double Inner = 0.35;

    /// <summary>In points.</summary>
    private const double Step = 2;

    public static IEnumerable<string> InOrder(List<PdfRow> rows, double? gutter)
    {
        for (int from = 0, to; from < rows.Count; from = to)
        {
            to = from + 1;
            if (gutter is not { } x || rows[from].Crosses(x))
            {
                yield return rows[from].Text(double.NegativeInfinity, double.PositiveInfinity);
                continue;
            }
            while (to < rows.Count && !rows[to].Crosses(x)) to++;
            for (var i = from; i < to; i++)
                if (rows[i].Text(double.NegativeInfinity, x) is { Length: > 0 } words) yield return words;
            for (var i = from; i < to; i++)
                if (rows[i].Text(x, double.PositiveInfinity) is { Length: > 0 } words) yield return words;
        }
    }

    /// <summary>The middle of the strip that parts two columns; null where the page has one.</summary>
    public static double? Gutter(List<PdfRow> rows)
    {
        if (rows.Count is 0 or > MostRows) return null;
        var left = rows.Min(r => r.Pieces[0].Left);
        var right = rows.Max(r => r.Pieces[^1].Right);
        var (from, to, most) = (0.0, 0.0, 0);
        for (var x = left + (right - left) * Inner; x < right - (right - left) * Inner; x += Step)
        {
            var crossing = rows.Count(r => r.Crosses(x));
            var sides = Math.Min(rows.Count(r => r.Pieces.Exists(p => p.Right <= x)), rows.Count(r => r.Pieces.Exists(p => p.Left >= x))) - crossing;
            if (sides < Math.Max(FewestRows - crossing, 0) || sides < most) continue;
            if (sides > most) (from, most) = (x, sides);
            to = x;
        }
        return most > 0 ? (from + to) / 2 : null;
    }
}
