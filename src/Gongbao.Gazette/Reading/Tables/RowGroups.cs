namespace Gongbao.Gazette.Reading;

/// <summary>A group that rows belong to, and how surely.</summary>
internal readonly record struct RowGroup(int Group, double Confidence);

/// <summary>
/// Says which rows a merged cell holds for. The text of a page does not show how tall a cell is; rows keep their order, every group
/// has one, and a row's words are like those of its group's measure in the body and of its neighbours.
/// </summary>
internal static class RowGroups
{
    private const double NeighbourWeight = 0.6;
    private const int MostRows = 400;

    /// <param name="rows">The words of each row.</param>
    /// <param name="groups">The words of each group.</param>
    /// <param name="body">The body, for the measure that a group is named after.</param>
    /// <param name="known">The group of a row where it is known, else −1.</param>
    /// <param name="breaks">Rows that a new group is likely to begin with.</param>
    public static RowGroup[] Assign(IReadOnlyList<string> rows, IReadOnlyList<string> groups, BodyText body, IReadOnlyList<int> known, IReadOnlyList<int>? breaks = null)
    {
        var (n, g) = (rows.Count, groups.Count);
        var result = new RowGroup[n];
        if (g == 0) return [.. rows.Select(_ => new RowGroup(-1, 1))];
        if (g == 1 || g == n || n < g || n > MostRows)
        {
            for (var i = 0; i < n; i++) result[i] = g == 1 ? new(0, 1) : g == n ? new(i, 0.9) : new(known[i] >= 0 ? known[i] : -1, known[i] >= 0 ? 0.9 : 0.3);
            return result;
        }
        var (likes, near) = Likenesses(rows, groups, body, known);
        foreach (var row in breaks ?? []) near[row] -= 1;
        var (forward, backward) = (Sweep(likes, near, n, g), SweepBack(likes, near, n, g));
        for (var i = 0; i < n; i++)
        {
            var (best, most, second) = (0, double.NegativeInfinity, double.NegativeInfinity);
            for (var k = 0; k < g; k++)
            {
                var whole = forward[i, k] + backward[i, k] - likes[i, k];
                if (whole > most) (best, second, most) = (k, most, whole);
                else second = Math.Max(second, whole);
            }
            var margin = most - second;
            result[i] = new(best, known[i] == best ? 0.95 : margin >= 0.4 ? 0.9 : 0.4 + margin);
        }
        return result;
    }

    private static (double[,] Likes, double[] Near) Likenesses(IReadOnlyList<string> rows, IReadOnlyList<string> groups, BodyText body, IReadOnlyList<int> known)
    {
        var likes = new double[rows.Count, groups.Count];
        var near = new double[rows.Count];
        var pairs = rows.Select(r => BodyText.Pairs(r)).ToList();
        var names = groups.Select(g => Array.FindAll(BodyText.Pairs(g), p => pairs.Count(r => Array.BinarySearch(r, p) >= 0) * 2 <= rows.Count)).ToList();
        var passages = groups.Select(body.NearestHeading).ToList();
        int[] before = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var words = pairs[i];
            near[i] = i == 0 ? 0 : NeighbourWeight * BodyText.Dice(words, before);
            before = words;
            for (var k = 0; k < groups.Count; k++)
                likes[i, k] = (passages[k] >= 0 ? body.Likeness(words, passages[k]) : 0) + BodyText.Contained(names[k], words) + (known[i] == k ? 3 : 0);
        }
        return (likes, near);
    }

    /// <summary>Best sum of rows 0 to i with row i in group k, every group before it not empty.</summary>
    private static double[,] Sweep(double[,] likes, double[] near, int n, int g)
    {
        var best = new double[n, g];
        for (var i = 0; i < n; i++)
            for (var k = 0; k < g; k++)
                best[i, k] = likes[i, k] + (i == 0 ? (k == 0 ? 0 : double.NegativeInfinity)
                    : Math.Max(best[i - 1, k] + near[i], k > 0 ? best[i - 1, k - 1] : double.NegativeInfinity));
        return best;
    }

    private static double[,] SweepBack(double[,] likes, double[] near, int n, int g)
    {
        var best = new double[n, g];
        for (var i = n - 1; i >= 0; i--)
            for (var k = 0; k < g; k++)
                best[i, k] = likes[i, k] + (i == n - 1 ? (k == g - 1 ? 0 : double.NegativeInfinity)
                    : Math.Max(best[i + 1, k] + near[i + 1], k + 1 < g ? best[i + 1, k + 1] : double.NegativeInfinity));
        return best;
    }
}
