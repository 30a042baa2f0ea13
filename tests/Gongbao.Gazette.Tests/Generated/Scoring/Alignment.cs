namespace Gongbao.Gazette.Tests.Generated.Scoring;

/// <summary>Pairs two lists in order so that the pairs are as like each other as can be.</summary>
internal static class Alignment
{
    /// <remarks>Likeness is 0 for nothing in common to 1 for equal.</remarks>
    /// <returns>Pairs of indexes; -1 for what has no partner.</returns>
    public static List<(int Left, int Right)> Of(int left, int right, Func<int, int, double> likeness)
    {
        var best = new double[left + 1, right + 1];
        var like = new double[left, right];
        for (var i = left - 1; i >= 0; i--)
            for (var j = right - 1; j >= 0; j--)
            {
                like[i, j] = likeness(i, j);
                best[i, j] = Math.Max(like[i, j] + best[i + 1, j + 1], Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        var pairs = new List<(int, int)>();
        var (a, b) = (0, 0);
        while (a < left || b < right)
        {
            if (a < left && b < right && like[a, b] > 0.2 && best[a, b] <= like[a, b] + best[a + 1, b + 1]) pairs.Add((a++, b++));
            else if (b >= right || a < left && best[a + 1, b] >= best[a, b + 1]) pairs.Add((a++, -1));
            else pairs.Add((-1, b++));
        }
        return pairs;
    }
}
