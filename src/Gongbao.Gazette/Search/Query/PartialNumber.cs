using System.Globalization;
using System.Text.RegularExpressions;
using Gongbao.Gazette.Search.Index;

namespace Gongbao.Gazette.Search.Query;

/// <summary>
/// A document number of which the year, or part of the code, or both were left out (文号的简称): 8号文, 府办函46号, 市政府令8号. It may be the number of
/// more than one document.
/// </summary>
/// <param name="Code">What was typed of the code, in the compared form; may be empty.</param>
/// <param name="Serial">The serial.</param>
/// <param name="IsPaper">True for 8号文: orders (令), which have no year, are not meant.</param>
internal sealed partial record PartialNumber(string Code, int Serial, bool IsPaper)
{
    private const int Most = 1000;

    /// <returns>Null when the text is none.</returns>
    public static PartialNumber? Read(string typed) =>
        Form().Match(SearchForm.Of(typed)) is { Success: true } match && (match.Groups["code"].Length > 0 || match.Groups["paper"].Success)
            ? new(match.Groups["code"].Value, int.Parse(match.Groups["serial"].Value, CultureInfo.InvariantCulture), match.Groups["paper"].Success)
            : null;

    /// <summary>The documents whose number it may be, those with a year in their number before orders.</summary>
    public async Task<IReadOnlyList<SearchFact>> FindAsync(IndexReader index, CancellationToken stop)
    {
        var found = await index.MatchHeadAsync($"){Serial}号", Most, stop);
        if (!IsPaper) found.AddRange(await index.MatchHeadAsync($"第{Serial}号", Most, stop));
        return [.. found.Where(f => Abbreviates(f.Head.AsSpan(0, f.Head.IndexOf('\n'))))];
    }

    /// <summary>True when the number has this serial and, in their order, the characters of the code.</summary>
    private bool Abbreviates(ReadOnlySpan<char> number)
    {
        var serial = string.Create(CultureInfo.InvariantCulture, $"{Serial}号");
        var end = number.IndexOfAny('(', '第');
        if (end < 0 || !number.EndsWith(serial, StringComparison.Ordinal) || char.IsAsciiDigit(number[^(serial.Length + 1)])) return false;
        var at = 0;
        foreach (var c in number[..end])
            if (at < Code.Length && Code[at] == c) at++;
        return at == Code.Length;
    }

    [GeneratedRegex(@"^(?<code>[\p{IsCJKUnifiedIdeographs}]{0,12}?)第?(?<serial>\d{1,4})(?:号(?<paper>文件?)?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
