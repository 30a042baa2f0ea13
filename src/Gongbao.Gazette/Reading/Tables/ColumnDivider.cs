namespace Gongbao.Gazette.Reading;

/// <summary>A run of neighbouring columns whose words look alike and can be parted by counting only.</summary>
/// <param name="Class">What the lines look like.</param>
/// <param name="Columns">From left to right.</param>
internal sealed record ColumnBlock(BlockClass Class, IReadOnlyList<Column> Columns)
{
    /// <summary>The blocks of a head.</summary>
    public static IReadOnlyList<ColumnBlock> Of(IReadOnlyList<Column> columns)
    {
        var blocks = new List<ColumnBlock>();
        foreach (var column in columns)
        {
            var kind = ClassOf(column.Role);
            if (blocks.Count > 0 && blocks[^1].Class == kind) blocks[^1] = new(kind, [.. blocks[^1].Columns, column]);
            else blocks.Add(new(kind, [column]));
        }
        return blocks;
    }

    public static BlockClass ClassOf(ColumnRole role) => role switch
    {
        ColumnRole.Number => BlockClass.Number,
        ColumnRole.Group or ColumnRole.Task or ColumnRole.Output => BlockClass.Text,
        ColumnRole.Lead or ColumnRole.Responsible or ColumnRole.Supporting => BlockClass.Units,
        ColumnRole.Due => BlockClass.Limit,
        ColumnRole.Points => BlockClass.Points,
        ColumnRole.Score or ColumnRole.Remark or ColumnRole.Person => BlockClass.Other,
    };
}

/// <summary>What the lines of a block look like.</summary>
internal enum BlockClass { Number, Text, Units, Limit, Points, Other }

/// <summary>
/// Says which block each line belongs to. The columns come one after another, so a line's block is never left of the one before;
/// the division with the best sum of looks and of likely beginnings wins. Time is lines times blocks.
/// </summary>
internal static class ColumnDivider
{
    /// <returns>The range of each block; empty where the block has no line.</returns>
    public static LineRange[] Divide(TableLine[] lines, int from, int to, IReadOnlyList<ColumnBlock> blocks, LineClasses classes)
    {
        var (count, width) = (to - from, blocks.Count);
        var best = new double[count + 1, width];
        var came = new byte[count + 1, width];
        var skip = SkipCosts(blocks);
        for (var b = 0; b < width; b++) best[0, b] = b == 0 ? 0 : double.NegativeInfinity;
        for (var i = 0; i < count; i++)
        {
            for (var b = 0; b < width; b++)
            {
                var look = Look(lines[from + i], from + i, blocks[b].Class, classes);
                var begin = Begin(lines, from + i, from, blocks[b].Class, classes);
                var value = i == 0 ? double.NegativeInfinity : best[i, b];
                var origin = b;
                for (var left = 0; left < b || i == 0 && left <= b; left++)
                {
                    var start = i == 0 ? (left == b ? -skip[b] : double.NegativeInfinity) : best[i, left] - (skip[b] - skip[left + 1]);
                    if (i > 0 || left == b) start += begin;
                    if (start <= value) continue;
                    (value, origin) = (start, left);
                }
                best[i + 1, b] = value + look;
                came[i + 1, b] = (byte)origin;
            }
        }
        return Trace(from, count, skip, best, came);
    }

    private static LineRange[] Trace(int from, int count, double[] skip, double[,] best, byte[,] came)
    {
        var last = 0;
        for (var b = 1; b + 1 < skip.Length; b++)
            if (best[count, b] - (skip[^1] - skip[b + 1]) > best[count, last] - (skip[^1] - skip[last + 1])) last = b;
        var ranges = new LineRange[skip.Length - 1];
        var end = count;
        for (var (i, b) = (count, last); i > 0; i--)
        {
            int before = came[i, b];
            if (before == b && i > 1) continue;
            ranges[b] = new(from + i - 1, from + end);
            end = i - 1;
            b = before;
        }
        for (var b = 0; b < ranges.Length; b++)
            if (ranges[b].Count == 0) ranges[b] = new(from, from);
        return ranges;
    }

    /// <summary>What it costs to leave all blocks before one empty; of blocks between two, the difference.</summary>
    private static double[] SkipCosts(IReadOnlyList<ColumnBlock> blocks)
    {
        var costs = new double[blocks.Count + 1];
        for (var b = 0; b < blocks.Count; b++) costs[b + 1] = costs[b] + (blocks[b].Class is BlockClass.Other ? 0 : blocks[b].Class is BlockClass.Number ? 1 : 3);
        return costs;
    }

    private static double Look(TableLine line, int i, BlockClass kind, LineClasses classes) => kind switch
    {
        BlockClass.Number => classes.IsNumber[i] ? 3 : -8,
        BlockClass.Points => classes.IsPoints[i] ? 3 : -6,
        BlockClass.Limit => classes.IsLimit[i] ? 3 : line.Text.Length <= 4 ? -2.5 : -5,
        BlockClass.Units => classes.IsNumber[i] ? -4 : classes.IsLimit[i] ? -2 : 2.5 * classes.Units[i],
        BlockClass.Text => classes.IsNumber[i] || classes.IsPoints[i] && line.Text.EndsWith('分') ? -3 : classes.IsLimit[i] ? -1 : 1 - 2 * Math.Max(0, classes.Units[i]),
        BlockClass.Other => -1.5,
    };

    private static double Begin(TableLine[] lines, int i, int from, BlockClass kind, LineClasses classes)
    {
        var ended = i == from || lines[i - 1].Text[^1] is not ('、' or '，' or '（' or '：' or ',');
        var score = ended ? 0.5 : -6.0;
        if (i > from && lines[i].BlankBefore) score += 0.3;
        return score + kind switch
        {
            BlockClass.Limit => classes.LimitStarts[i] != 0 ? 1 : -4,
            BlockClass.Units => UnitNames.BeginsName(lines[i].Text) || StartsWithPlace(lines[i].Text) ? 1 : -1.5,
            _ => lines[i].Text[0] is '，' or '。' or '、' or '；' or '）' or '”' or '》' ? -6 : 0,
        };
    }

    private static bool StartsWithPlace(string line)
    {
        var comma = line.AsSpan().IndexOfAny('、', '，', '人');
        return comma > 0 && UnitNames.IsPlace(line.AsSpan(0, comma));
    }
}
