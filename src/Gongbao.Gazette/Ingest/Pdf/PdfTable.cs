namespace Gongbao.Gazette.Ingest;

/// <summary>A cell of a ruled table on a page, from 0; rows count from the top.</summary>
internal readonly record struct PdfCell(int Row, int Column, int RowSpan, int ColumnSpan);

/// <summary>A table by its rules (有线表): where they cross, cells begin; where one is missing between two places, they are one cell.</summary>
internal sealed class PdfTable
{
    /// <summary>How far apart two rules may lie that are one, and how short of another one may end, in points.</summary>
    private const double Near = 3;

    /// <summary>Places between rules; more are squared paper or a drawing.</summary>
    private const int MostPlaces = 20_000;

    private readonly List<PdfRule> _level;
    private readonly List<PdfRule> _upright;

    private PdfTable(List<PdfRule> level, List<PdfRule> upright)
    {
        (_level, _upright) = (level, upright);
        Xs = Distinct(upright.Select(r => r.At));
        Ys = Distinct(level.Select(r => r.At));
        Ys.Reverse();
    }

    public List<double> Xs { get; }

    /// <summary>From the top down.</summary>
    public List<double> Ys { get; }

    public double Top => Ys[0];

    public double Bottom => Ys[^1];

    public int Rows => Ys.Count - 1;

    public int Columns => Xs.Count - 1;

    /// <summary>The ruled tables of a page from the top down, each of two rows and two columns or more.</summary>
    public static List<PdfTable> Of(PdfRules rules)
    {
        var tables = new List<PdfTable>();
        var (level, upright) = (rules.Level.ToList(), rules.Upright.ToList());
        while (level.Count > 0 && upright.Count > 0)
        {
            var (l, u) = (new List<PdfRule> { level[^1] }, new List<PdfRule>());
            level.RemoveAt(level.Count - 1);
            for (int levelAt = 0, uprightAt = 0; levelAt < l.Count || uprightAt < u.Count;)
            {
                if (levelAt < l.Count && l[levelAt++] is var across) Take(upright, u, r => Meet(across, r));
                else if (u[uprightAt++] is var up) Take(level, l, r => Meet(r, up));
            }
            if (u.Count == 0) continue;
            var table = new PdfTable(l, u);
            if (table.Rows > 1 && table.Columns > 1 && table.Rows * table.Columns <= MostPlaces) tables.Add(table);
        }
        tables.Sort(static (a, b) => b.Top.CompareTo(a.Top));
        return tables;
    }

    private static void Take(List<PdfRule> from, List<PdfRule> to, Predicate<PdfRule> meets)
    {
        var before = to.Count;
        to.AddRange(from.FindAll(meets));
        if (to.Count > before) from.RemoveAll(meets);
    }

    private static bool Meet(PdfRule level, PdfRule upright) =>
        upright.At >= level.From - Near && upright.At <= level.To + Near && level.At >= upright.From - Near && level.At <= upright.To + Near;

    private static List<double> Distinct(IEnumerable<double> places)
    {
        var distinct = new List<double>();
        foreach (var place in places.Order())
            if (distinct.Count == 0 || place - distinct[^1] > Near) distinct.Add(place);
        return distinct;
    }

    /// <summary>Whether two places of two rows and columns are one and the same table's continuation: the same columns.</summary>
    public bool HasColumnsOf(PdfTable other) => Xs.Count == other.Xs.Count && Xs.Zip(other.Xs).All(p => Math.Abs(p.First - p.Second) <= 2 * Near);

    public List<PdfCell> Cells()
    {
        var taken = new bool[Rows, Columns];
        var cells = new List<PdfCell>();
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
            {
                if (taken[row, column]) continue;
                var (across, down) = (1, 1);
                while (column + across < Columns && !taken[row, column + across] && !HasUpright(column + across, row)) across++;
                while (row + down < Rows && Enumerable.Range(column, across).All(c => !HasLevel(row + down, c))) down++;
                for (var r = row; r < row + down; r++)
                    for (var c = column; c < column + across; c++) taken[r, c] = true;
                cells.Add(new(row, column, down, across));
            }
        return cells;
    }

    private bool HasUpright(int column, int row)
    {
        var middle = (Ys[row] + Ys[row + 1]) / 2;
        return _upright.Exists(r => Math.Abs(r.At - Xs[column]) <= Near && r.From <= middle && r.To >= middle);
    }

    private bool HasLevel(int row, int column)
    {
        var middle = (Xs[column] + Xs[column + 1]) / 2;
        return _level.Exists(r => Math.Abs(r.At - Ys[row]) <= Near && r.From <= middle && r.To >= middle);
    }

    public bool Holds(double x, double y) => x > Xs[0] && x < Xs[^1] && y < Top && y > Bottom;

    /// <summary>The place that a point lies in.</summary>
    public (int Row, int Column) PlaceOf(double x, double y) => (Math.Clamp(Ys.FindLastIndex(t => t >= y), 0, Rows - 1), Math.Clamp(Xs.FindLastIndex(l => l <= x), 0, Columns - 1));
}
