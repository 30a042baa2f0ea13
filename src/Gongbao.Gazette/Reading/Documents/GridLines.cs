namespace Gongbao.Gazette.Reading;

/// <summary>Parts running lines from the lines of known tables.</summary>
internal static class GridLines
{
    /// <summary>The first line of a known table from a line on; <paramref name="to"/> where there is none.</summary>
    public static int Next(ContentLine[] lines, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (lines[i].Grid is not null) return i;
        return to;
    }

    /// <summary>The tables that lie wholly in a range, each with its lines; other lines may stand between those, as at the turn of a page. Lines of a table that does not are running text.</summary>
    public static List<(KnownGrid Grid, ContentLine[] Lines)> In(ContentLine[] lines, int from, int to)
    {
        var found = new List<(KnownGrid, ContentLine[])>();
        for (var i = Next(lines, from, to); i < to; i = Next(lines, i, to))
        {
            var grid = lines[i].Grid!;
            var own = new List<ContentLine>(grid.Lines);
            for (; i < to && (ReferenceEquals(lines[i].Grid, grid) || lines[i].Grid is null && lines[i].Place < grid.LastLine); i++)
                if (lines[i].Grid is not null) own.Add(lines[i]);
            if (own.Count == grid.Lines) found.Add((grid, [.. own]));
        }
        return found;
    }

    /// <summary>The lines of a range without those of the tables.</summary>
    public static ContentLine[] Without(ContentLine[] lines, int from, int to, List<(KnownGrid Grid, ContentLine[] Lines)> tables)
    {
        var grids = tables.Select(t => t.Grid).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. new ArraySegment<ContentLine>(lines, from, to - from).Where(l => l.Grid is null || !grids.Contains(l.Grid))];
    }

    /// <summary>Puts what was read of a table where it stands: under the innermost clause that begins above it.</summary>
    public static void Place(List<Node> nodes, IReadOnlyList<Node> table, int offset)
    {
        while (true)
        {
            var above = nodes.FindLastIndex(n => n.Span.From < offset);
            if (above < 0 || nodes[above].Kind is not NodeKind.Clause)
            {
                nodes.InsertRange(above + 1, table);
                return;
            }
            nodes = nodes[above].Children;
        }
    }
}
