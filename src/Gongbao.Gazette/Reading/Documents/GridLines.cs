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

    /// <summary>The tables that lie wholly in a range. Lines of a table that does not are running text.</summary>
    public static List<(KnownGrid Grid, int From, int To)> In(ContentLine[] lines, int from, int to)
    {
        var found = new List<(KnownGrid, int, int)>();
        for (int i = from, end; i < to; i = end)
        {
            end = i + 1;
            if (lines[i].Grid is not { } grid) continue;
            while (end < to && lines[end].Grid == grid) end++;
            if (lines[i].Number == grid.FirstLine && lines[end - 1].Number == grid.LastLine) found.Add((grid, i, end));
        }
        return found;
    }

    /// <summary>The lines of a range without those of the tables.</summary>
    public static ContentLine[] Without(ContentLine[] lines, int from, int to, List<(KnownGrid Grid, int From, int To)> tables)
    {
        var left = new List<ContentLine>(to - from);
        var at = from;
        foreach (var (_, tableFrom, tableTo) in tables)
        {
            left.AddRange(lines.AsSpan(at, tableFrom - at));
            at = tableTo;
        }
        left.AddRange(lines.AsSpan(at, to - at));
        return [.. left];
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
