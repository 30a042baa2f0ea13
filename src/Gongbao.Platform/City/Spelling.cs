namespace Gongbao.Platform.City;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The known name nearest to the written one, within a third of its length; null where none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known) =>
        known.Where(name => Math.Abs(name.Length - written.Length) <= 3).Select(name => (name, Distance: Distance(written, name)))
            .Where(x => x.Distance <= Math.Max(1, Math.Min(3, Math.Max(written.Length, x.name.Length) / 3)))
            .OrderBy(x => x.Distance).ThenBy(x => x.name, StringComparer.Ordinal)
            .Select(x => x.name).FirstOrDefault();

    /// <summary>The mend that names it, or the one given where none is near.</summary>
    public static string Mend(string written, IEnumerable<string> known, string otherwise) =>
        Nearest(written, known) is { } meant ? $"是否想写“{meant}”？" : otherwise;

    /// <summary>Characters dropped, added, changed, or swapped with the next.</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }

        return d[a.Length, b.Length];
    }
}
