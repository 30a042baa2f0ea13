namespace Gongbao.Gazette.Reading;

/// <summary>
/// How likely a new cell begins at each line of a column. A column is cut into a wanted number of cells by taking the likeliest
/// cuts; what is left over or forced shows as a worse score.
/// </summary>
internal sealed class CellCuts
{
    /// <summary>A cut that cannot be.</summary>
    public const double Never = -9;

    private const double Near = 1.2;

    /// <summary>Blank lines alone prove nothing; where they make just as many cells as the other columns have, they do.</summary>
    private const double BlankAgrees = 2;
    private const double MostForBlanks = 1.5;

    private readonly double[] _likely;
    private readonly double[] _sorted;
    private readonly double[] _sums;
    private readonly double _positive;
    private readonly bool[]? _blanks;
    private readonly int _blankCells;
    private readonly double _blankScore;

    /// <param name="range">The lines of the column.</param>
    /// <param name="likely">For each line but the first, how likely a cell begins there; 0 is even.</param>
    /// <param name="blanks">For each line but the first, whether a blank line stands above it; null where that is not to be heeded.</param>
    public CellCuts(LineRange range, double[] likely, bool[]? blanks = null)
    {
        (Range, _likely) = (range, likely);
        if (blanks is not null && CountBlanks(blanks, likely) is { } count && count * 5 <= blanks.Length * 4)
        {
            _blanks = blanks;
            _blankCells = count + 1;
            for (var i = 0; i < likely.Length; i++) _blankScore += blanks[i] ? Math.Max(likely[i], -2) + BlankAgrees : -Math.Max(0, likely[i]);
        }
        _sorted = likely.AsSpan().ToArray();
        Array.Sort(_sorted);
        Array.Reverse(_sorted);
        _sums = new double[_sorted.Length + 1];
        for (var i = 0; i < _sorted.Length; i++)
        {
            _sums[i + 1] = _sums[i] + _sorted[i];
            _positive += Math.Max(0, _sorted[i]);
            if (_sorted[i] > 0) Natural = i + 2;
        }
    }

    /// <summary>How many blank lines stand between cells; null where one stands at a cut that cannot be.</summary>
    private static int? CountBlanks(bool[] blanks, double[] likely)
    {
        var count = 0;
        for (var i = 0; i < blanks.Length; i++)
        {
            if (!blanks[i]) continue;
            if (likely[i] <= Never) return null;
            count++;
        }
        return count;
    }

    public LineRange Range { get; }

    /// <summary>How many cells the column shows by itself.</summary>
    public int Natural { get; } = 1;

    /// <summary>How well the column is cut into so many cells. Greater is better; not finite where it cannot be.</summary>
    public double Score(int cells)
    {
        if (Range.Count == 0) return cells == 0 ? 0 : double.NegativeInfinity;
        if (cells < 1 || cells > Range.Count) return double.NegativeInfinity;
        return HeedsBlanks(cells) ? Plain(cells) + Math.Min(MostForBlanks, _blankScore - Plain(cells)) : Plain(cells);
    }

    private double Plain(int cells) => _sums[cells - 1] - (_positive - PositiveAmong(cells - 1));

    private bool HeedsBlanks(int cells) => _blanks is not null && cells == _blankCells && cells > 1 && _blankScore > Plain(cells);

    private double PositiveAmong(int cuts) => cuts >= Natural - 1 ? _positive : _sums[cuts];

    /// <summary>For each of so many cells, whether another cut would have been nearly as likely as one of its own.</summary>
    public bool[] Doubtful(int cells)
    {
        var doubtful = new bool[Math.Max(0, cells)];
        if (cells < 1 || Range.Count == 0 || cells - 1 >= _sorted.Length || cells <= Range.Count && HeedsBlanks(cells)) return doubtful;
        var left = _sorted[cells - 1];
        var last = cells > 1 ? _sorted[cells - 2] : double.PositiveInfinity;
        var found = Cells(cells);
        for (var c = 0; c < found.Count; c++)
        {
            doubtful[c] = c > 0 && _likely[found[c].From - Range.From - 1] - left < Near;
            for (var i = found[c].From + 1; i < found[c].To && !doubtful[c]; i++) doubtful[c] = last - _likely[i - Range.From - 1] < Near;
        }
        return doubtful;
    }

    /// <summary>The cells, of the likeliest cuts; of equal ones the earlier.</summary>
    public IReadOnlyList<LineRange> Cells(int cells)
    {
        if (Range.Count == 0 || cells < 1) return [];
        var byBlanks = cells <= Range.Count && HeedsBlanks(cells);
        var cuts = Math.Min(cells - 1, _likely.Length);
        var least = cuts > 0 ? _sorted[cuts - 1] : double.PositiveInfinity;
        var even = cuts;
        foreach (var likely in _likely)
            if (likely > least) even--;
        var found = new List<LineRange>(cuts + 1);
        var from = Range.From;
        for (var i = 0; i < _likely.Length; i++)
        {
            if (byBlanks ? !_blanks![i] : _likely[i] < least || _likely[i] == least && even-- <= 0) continue;
            found.Add(new(from, Range.From + 1 + i));
            from = Range.From + 1 + i;
        }
        found.Add(new(from, Range.To));
        return found;
    }
}
