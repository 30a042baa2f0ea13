namespace Gongbao.Gazette.Reading;

/// <summary>Where cells of time limits begin: each cell is one whole limit, broken over as few lines as make one.</summary>
internal static class LimitCuts
{
    private const int MostLines = 4;

    public static CellCuts Of(LineRange column, LineClasses classes)
    {
        var count = column.Count;
        var cost = new double[count + 1];
        var came = new int[count + 1];
        for (var end = 1; end <= count; end++)
        {
            cost[end] = double.PositiveInfinity;
            for (var size = 1; size <= Math.Min(MostLines, end); size++)
            {
                var whole = (classes.LimitStarts[column.From + end - size] & (1 << (size - 1))) != 0;
                var next = cost[end - size] + (whole ? 1 : size == 1 ? 4 : 8);
                if (next < cost[end]) (cost[end], came[end]) = (next, size);
            }
        }
        var likely = new double[Math.Max(0, count - 1)];
        Array.Fill(likely, -8);
        for (var end = count; end > 0; end -= came[end])
        {
            var start = end - came[end];
            if (start == 0) break;
            var whole = (classes.LimitStarts[column.From + start] & (1 << (came[end] - 1))) != 0;
            likely[start - 1] = whole ? 8 : 0.5;
        }
        return new(column, likely);
    }

    /// <summary>Each line a cell of its own: numbers, points.</summary>
    public static CellCuts OneALine(LineRange column)
    {
        var likely = new double[Math.Max(0, column.Count - 1)];
        Array.Fill(likely, 5);
        return new(column, likely);
    }
}
