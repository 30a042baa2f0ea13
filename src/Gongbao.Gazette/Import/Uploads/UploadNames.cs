using System.Globalization;
using System.Text;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>Names of uploaded files, which come from outside, as origins that every database holds and every page shows.</summary>
internal static class UploadNames
{
    private const string Prefix = "upload:";
    private const int Longest = 300;

    /// <summary>The file's own name without the folders that some browsers send; never empty.</summary>
    public static string Of(string sent)
    {
        var name = Clean(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Trim());
        return name.Length == 0 ? "未命名" : name;
    }

    public static bool IsArchive(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>An origin that no other file of the upload has.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="path">Name, inside an archive behind a <c>!</c>.</param>
    /// <param name="taken">Origins of the upload; the new one is added.</param>
    public static string Origin(Guid upload, string path, HashSet<string> taken)
    {
        var origin = $"{Prefix}{upload:N}/{Clean(path)}";
        var end = origin.LastIndexOf('.') is var dot && dot > origin.LastIndexOf('/') ? dot : origin.Length;
        var free = origin;
        for (var copy = 2; !taken.Add(free); copy++) free = string.Create(CultureInfo.InvariantCulture, $"{origin[..end]}（{copy}）{origin[end..]}");
        return free;
    }

    /// <summary>What pages call a file: of an uploaded one its path, of another its origin.</summary>
    public static string Shown(string origin) => origin.StartsWith(Prefix, StringComparison.Ordinal) ? origin[(Prefix.Length + 33)..] : origin;

    /// <summary>Halves of surrogate pairs become the replacement character, as runes they are none; the ends of a long name tell most.</summary>
    private static string Clean(string name)
    {
        var clean = name.EnumerateRunes().Select(r => Rune.IsControl(r) ? Rune.ReplacementChar : r).ToList();
        return string.Concat(clean.Count > Longest ? clean.Take(Longest / 2).Append(new('…')).Concat(clean.TakeLast(Longest / 2)) : clean);
    }
}
