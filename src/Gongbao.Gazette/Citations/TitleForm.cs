using System.Text;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations;

/// <summary>Forms in which titles are compared. Marks of titles and quotation differ from print to print, so both forms are without them.</summary>
internal static class TitleForm
{
    private const string Country = "中华人民共和国";
    private const int LongestIssuer = 60;
    private static readonly string[] Starts = ["关于", "印发", "转发", "批转"];

    /// <summary>All the words of the title.</summary>
    public static string Exact(string title)
    {
        var form = new StringBuilder(title.Length);
        foreach (var c in SourceWords.Normalise(title))
            if (c is not ('《' or '》' or '〈' or '〉' or '<' or '>' or '"' or '\'')) form.Append(c);
        return form.ToString();
    }

    /// <summary>
    /// What is left without the name of the country, the issuer before 关于, and brackets at the end, as （试行） or （2018年修订）:
    /// equal cores are a weaker sign than equal titles.
    /// </summary>
    public static string Core(string title)
    {
        var form = WithoutBrackets(Exact(title));
        if (form.Length > Country.Length && form.StartsWith(Country, StringComparison.Ordinal)) form = form[Country.Length..];
        var issuer = IssuerLength(form);
        return issuer < form.Length ? form[issuer..] : form;
    }

    /// <summary>The name of the issuer with which a title begins; null where it begins with none.</summary>
    public static string? Issuer(string title)
    {
        var form = Exact(title);
        return IssuerLength(form) is > 0 and var length ? form[..length] : null;
    }

    /// <summary>Without one pair of brackets, or several, at the end.</summary>
    public static string WithoutBrackets(string title)
    {
        while (title.Length > 2 && title[^1] is ')' or '）' && Math.Max(title.LastIndexOf('('), title.LastIndexOf('（')) is > 0 and var open) title = title[..open];
        return title;
    }

    /// <summary>The title of the text that a title says is issued: 关于印发《甲》的通知 gives 甲; null where it issues none.</summary>
    public static string? Issued(string title)
    {
        var at = title.IndexOf("印发", StringComparison.Ordinal);
        if (at < 0 || !title.EndsWith("的通知", StringComparison.Ordinal) || title.Length - 3 <= at + 2) return null;
        var rest = title[(at + 2)..^3];
        return rest.Length >= 2 && rest[0] is '《' or '〈' && rest[^1] is '》' or '〉' ? rest[1..^1] : rest;
    }

    private static int IssuerLength(string form)
    {
        foreach (var start in Starts)
            if (form.AsSpan(0, Math.Min(form.Length, LongestIssuer)).IndexOf(start, StringComparison.Ordinal) is > 1 and var at && EndsAsOffice(form.AsSpan(0, at))) return at;
        return 0;
    }

    private static bool EndsAsOffice(ReadOnlySpan<char> words) =>
        words.EndsWith("国务院", StringComparison.Ordinal) || words.EndsWith("中央", StringComparison.Ordinal) || Lexicon.EndsWithAny(words, Lexicon.OfficeEndings);
}
