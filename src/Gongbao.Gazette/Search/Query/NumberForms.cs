using System.Text.RegularExpressions;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Search.Query;

/// <summary>
/// Reads a document number in the forms in which people type it: any bracket or none, any width of digits, with or without 第, 年 and 号,
/// blanks anywhere. What the kernel reads as a number is one; this only supplies what a typist leaves out.
/// </summary>
internal static partial class NumberForms
{
    private const int Longest = 60;

    /// <returns>Null when the text is no number. The code may be empty where it was left out.</returns>
    public static DocumentNumber? Read(string typed)
    {
        if (typed.Length > Longest) return null;
        if (DocumentNumber.TryParse(typed, out var number)) return number;
        var form = SearchForm.Of(typed).Trim('《', '》', '"', '“', '”');
        if (Bracketed().Match(form) is { Success: true } bracketed)
            return Parsed($"{bracketed.Groups["code"].Value}〔{bracketed.Groups["year"].Value}〕{bracketed.Groups["serial"].Value}号");
        return Order().Match(form) is { Success: true } order ? Parsed($"{order.Groups["code"].Value}第{order.Groups["serial"].Value}号") : null;
    }

    private static DocumentNumber? Parsed(string text) => DocumentNumber.TryParse(text, out var number) ? number : null;

    /// <summary>In the compared form every bracket is a round one.</summary>
    [GeneratedRegex(@"^(?<code>[\p{IsCJKUnifiedIdeographs}a-z]{1,20})(?:字)?\(?(?<year>(?:19|20)\d\d)\)?年?[-—,，]?第?(?<serial>\d{1,5})号?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?<code>[\p{IsCJKUnifiedIdeographs}]{1,20}令)第?(?<serial>\d{1,4})号?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Order();
}
