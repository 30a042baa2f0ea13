namespace Gongbao.Gazette.Reading;

/// <summary>
/// The head of an order (令): the issuer with 令 on one line, 第12号 below it or behind it. An order has no year in its number and no
/// title of its own; it is known by both together, 清河市人民政府令第12号.
/// </summary>
/// <remarks>《党政机关公文格式》GB/T 9704—2012 10.2</remarks>
internal static class OrderHead
{
    private const int LongestIssuer = 24;
    private const int LongestAnnouncement = 12;

    /// <summary>The head that begins at a line; null where none does.</summary>
    public static DocumentHead? At(ContentLine[] lines, int i)
    {
        var text = lines[i].Text;
        var issuer = text.Length > LongestIssuer + 12 ? 0 : IssuerOf(text);
        if (issuer == 0) return null;
        var rest = text.AsSpan(issuer + 1);
        var end = rest.Length > 0 ? i + 1 : i + 2;
        if (end >= lines.Length || Serial(rest.Length > 0 ? rest : lines[i + 1].Text) is null || !Announces(lines, end)) return null;
        return new() { Issuers = i..i, Title = i..(i + 1), IssuerInTitle = issuer, IsOrder = true, Number = (i + 1)..end, From = i, BodyFrom = end };
    }

    /// <summary>The number of an order from the words of its head, 清河市人民政府令 and 第12号; null where they are none.</summary>
    public static string? Number(string words) =>
        IssuerOf(words) is > 0 and var issuer && Serial(words.AsSpan(issuer + 1)) is { } serial ? $"{words[..(issuer + 1)]}第{serial}号" : null;

    /// <summary>An order says in its first sentence what it makes known; a number that a text cites does not.</summary>
    private static bool Announces(ContentLine[] lines, int from)
    {
        var to = from;
        while (to < Math.Min(lines.Length, from + LongestAnnouncement) && !lines[to].Text.EndsWith('。')) to++;
        return Lexicon.ContainsAny(LineNodes.Compact(lines, from, Math.Min(lines.Length, to + 1)).Value, Lexicon.Announcements);
    }

    /// <summary>Length of the issuer before 令; 0 where the words are no order's.</summary>
    private static int IssuerOf(ReadOnlySpan<char> text)
    {
        var order = text.IndexOf('令');
        return order is >= 2 and <= LongestIssuer && Offices.IsName(text[..order]) ? order : 0;
    }

    /// <summary>第12号, 第十二号, （第12号）.</summary>
    private static int? Serial(ReadOnlySpan<char> text)
    {
        if (text.Length > 2 && text[0] is '（' or '(' && text[^1] is '）' or ')') text = text[1..^1];
        if (text.Length is < 3 or > 8 || text[0] != '第' || text[^1] != '号') return null;
        var figures = text[1..^1];
        if (!Characters.IsDigit(figures[0])) return Ordinals.Chinese(figures);
        var value = 0;
        foreach (var c in figures)
        {
            if (!Characters.IsDigit(c)) return null;
            value = value * 10 + Characters.DigitValue(c);
        }
        return value > 0 ? value : null;
    }
}
