namespace Gongbao.Platform.City;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The known name nearest to the written one, within a third of its length; null where none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known) =>
        known.Select(name => (name, Distance: Distance(written, name)))
            .Where(x => x.Distance <= Math.Max(1, Math.Min(3, Math.Max(written.Length, x.name.Length) / 3)))
            .OrderBy(x => x.Distance).ThenBy(x => x.name, StringComparer.Ordinal)
            .Select(x => x.name).FirstOrDefault();

    /// <summary>The mend that names it, or the one given where none is near.</summary>
    public static string Mend(string written, IEnumerable<string> known, string otherwise) =>
        Nearest(written, known) is { } meant ? $"是否想写“{meant}”？" : otherwise;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
