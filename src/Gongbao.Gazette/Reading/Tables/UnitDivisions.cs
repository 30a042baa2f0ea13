namespace Gongbao.Gazette.Reading;

/// <summary>The ways to part a block of unit names into columns side by side: each begins where the one before may end.</summary>
/// <param name="Ways">Those that were tried, at least one.</param>
/// <param name="Steps">Lines that were looked at for them.</param>
/// <param name="IsComplete">False where the search ended before every way was tried: a person should look at the cells.</param>
internal sealed record UnitDivisions(IReadOnlyList<TextDivision> Ways, int Steps, bool IsComplete)
{
    /// <summary>Lines that one search may look at. Two columns of 400 lines or three of 60, more than a page holds, take fewer.</summary>
    public const int MostSteps = 200_000;

    /// <summary>Ways that one search may try.</summary>
    public const int MostWays = 2000;

    /// <summary>Places tried for the end of a column; in longer blocks not every line is.</summary>
    private const int MostPlaces = 120;

    public static readonly UnitDivisions None = new([], 0, true);

    /// <summary>Columns whose lines are known, because each has its own head.</summary>
    public static UnitDivisions Known(TableLine[] lines, IReadOnlyList<LineRange> columns) =>
        new([new(new(columns[0].From, columns[0].From), [.. columns.Select(c => new UnitCuts(lines, c).Of(c))], 0)], columns.Sum(c => c.Count), true);

    public static UnitDivisions Of(TableLine[] lines, LineRange range, IReadOnlyList<Column> heads)
    {
        var none = new LineRange(range.From, range.From);
        var cuts = new UnitCuts(lines, range);
        if (heads.Count == 1) return new([new(none, [cuts.Of(range)], 0)], range.Count, true);
        var blank = TextCuts.BlankWeight(lines, range);
        var ways = new List<TextDivision>();
        var lasts = new CellCuts?[range.Count];
        var step = Math.Max(1, range.Count / MostPlaces);
        var (steps, complete) = (0, step == 1);
        for (var at = range.From + 1; at < range.To; at += step)
        {
            if (!MayEnd(lines[at - 1].Text)) continue;
            if (steps >= MostSteps || ways.Count >= MostWays)
            {
                complete = false;
                break;
            }
            var first = Cut(new(range.From, at));
            var score = (heads[0].Role is ColumnRole.Lead ? -0.7 * LowerUnits(lines, range.From, at) : 0) + (lines[at].BlankBefore ? 0.3 + blank : -blank);
            if (heads.Count == 2)
            {
                ways.Add(new(none, [first, Last(at)], score));
                continue;
            }
            for (var next = at + 1; next < range.To; next += step)
            {
                if (lines[next - 1].Text[^1] is '、' or '，' or '（') continue;
                if (steps >= MostSteps || ways.Count >= MostWays)
                {
                    complete = false;
                    break;
                }
                ways.Add(new(none, [first, Cut(new(at, next)), Last(next)], score));
            }
        }
        if (ways.Count == 0) ways.Add(new(none, [Cut(range)], -4));
        return new(ways, steps, complete);

        CellCuts Cut(LineRange column)
        {
            steps += column.Count;
            return cuts.Of(column);
        }

        CellCuts Last(int from) => lasts[from - range.From] ??= Cut(new(from, range.To));
    }

    private static bool MayEnd(string line) => line[^1] is not ('、' or '，' or '（') && (line[^1] == '。' || UnitNames.IsName(LastOf(line)));

    private static ReadOnlySpan<char> LastOf(string line) => line.AsSpan(line.LastIndexOfAny(['、', '，', '；']) + 1);

    /// <summary>Governments below and zones, which follow in a list and rarely lead.</summary>
    private static int LowerUnits(TableLine[] lines, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            if (UnitNames.Rank(lines[i].Text.AsSpan().TrimEnd('。')) > 0) count++;
        return count;
    }
}
