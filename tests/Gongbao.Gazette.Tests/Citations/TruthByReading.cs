using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Citations;

/// <summary>A citation that a person found: a line of tests/golden/citations, whose head states the rules.</summary>
/// <param name="Document">Number of the document that cites.</param>
/// <param name="At">Where in it.</param>
/// <param name="Line">Line of the gazette in which it begins.</param>
/// <param name="Kind">title, title+number, number, place, alias or nondocument.</param>
/// <param name="Words">Mark of the words cited.</param>
/// <param name="Target">What it leads to in the issue; null where it leads out of it or is no document.</param>
internal sealed record TrueLine(string Document, string At, int Line, string Kind, string Words, string? Target)
{
    public const string NonDocument = "nondocument";

    public bool IsNonDocument => Kind == NonDocument;

    public override string ToString() => $"line {Line}, {Document}#{At}, {Kind}";

    public static IReadOnlyList<TrueLine> Read(string file)
    {
        var rows = File.ReadLines(Path.Combine(RepositoryRoot.Folder, "tests", "golden", "citations", file)).Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split('\t'));
        return [.. rows.Select(r => new TrueLine(r[1].Split('#')[0], r[1].Split('#')[1], int.Parse(r[2], CultureInfo.InvariantCulture), r[3], r[4], r[5] is "outside" or "-" ? null : r[5]))];
    }

    /// <summary>The mark of the words of a citation as it is printed: no white space, no 《》 round a title, no brackets round a number behind it.</summary>
    public static string Mark(string printed)
    {
        var words = Characters.Compact(printed);
        if (words is ['《', ..] && words.LastIndexOf('》') is > 0 and var close)
            words = words[1..close] + words[(close + 1)..].Trim('（', '）', '(', ')');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..12];
    }
}
