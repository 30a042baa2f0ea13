using System.Globalization;

namespace Gongbao.Gazette.Import;

/// <summary>Parts of addresses for what has no number of its own.</summary>
internal static class Slugs
{
    private const int Longest = 60;

    /// <summary>A file name without its ending, in letters, digits and hyphens.</summary>
    public static string OfFile(string name)
    {
        var kept = Path.GetFileNameWithoutExtension(name).Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        var slug = string.Join('-', string.Concat(kept).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "issue" : slug[..Math.Min(slug.Length, Longest)];
    }

    /// <summary>The slug, or the slug with the first free count behind it.</summary>
    public static string Free(string slug, IReadOnlyCollection<string> taken)
    {
        if (!taken.Contains(slug)) return slug;
        for (var i = 2; ; i++)
            if (slug + "-" + i.ToString(CultureInfo.InvariantCulture) is var next && !taken.Contains(next)) return next;
    }
}
