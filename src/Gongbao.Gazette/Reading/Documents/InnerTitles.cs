using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>Finds the title of a text inside a document: of what is issued or forwarded, or of an attachment.</summary>
internal static class InnerTitles
{
    private const int MostLines = 8;
    private static readonly SearchValues<char> Quotes = SearchValues.Create("《》〈〉“”\"");

    /// <summary>The index behind the last line of the title that begins at a line; the line itself when none does.</summary>
    /// <remarks>A title that equals one of the names by which the document calls its inner texts is sure.</remarks>
    public static int EndOf(ContentLine[] lines, int from, int to, IReadOnlyList<string> names)
    {
        var joined = "";
        for (var i = from; i < Math.Min(to, from + MostLines); i++)
        {
            joined += Bare(lines[i].Text);
            foreach (var name in names)
                if (joined == Bare(name)) return i + 1;
        }
        for (var i = from; i < Math.Min(to, from + MostLines); i++)
        {
            var text = lines[i].Text;
            if (!Titles.MayHold(text) || text.Contains('，')) return from;
            if (!EndsTitle(text)) continue;
            return i + 1 < to && lines[i + 1] is var next && next.Text.Length <= 8 && Titles.MayHold(next.Text) && EndsTitle(next.Text) && text[^1] != '）' ? i + 2 : i + 1;
        }
        return from;
    }

    /// <summary>What a title says it issues or forwards: 关于印发《甲》的通知 gives 甲.</summary>
    public static IReadOnlyList<string> Named(string title)
    {
        var names = new List<string>();
        int open = title.IndexOf('《'), close = title.LastIndexOf('》');
        if (open >= 0 && close > open) names.Add(title[(open + 1)..close]);
        foreach (var verb in (string[])["印发", "转发", "批转", "发布"])
        {
            var at = title.IndexOf(verb, StringComparison.Ordinal);
            if (at < 0) continue;
            var rest = title[(at + verb.Length)..];
            if (rest.LastIndexOf('的') is > 0 and var end && Titles.Ends(rest)) rest = rest[..end];
            names.Add(rest);
            if (rest.IndexOf("关于", StringComparison.Ordinal) is > 0 and var about) names.Add(rest[(about + 2)..]);
        }
        return names;
    }

    /// <summary>What the first sentence of an order announces: 《甲》已经…通过，现予公布 gives 甲.</summary>
    public static IReadOnlyList<string> Announced(string text)
    {
        var names = new List<string>();
        var end = text.IndexOf('。') is >= 0 and var stop ? stop : text.Length;
        for (var at = text.IndexOf('《'); at >= 0 && at < end; at = text.IndexOf('《', at + 1))
            if (text.IndexOf('》', at) is > 0 and var close) names.Add(text[(at + 1)..close]);
        return names;
    }

    /// <summary>Whose text a title says is passed on; null when it passes on none.</summary>
    public static string? ForwardedFrom(string title)
    {
        foreach (var verb in Lexicon.Forwards)
        {
            var at = title.IndexOf(verb, StringComparison.Ordinal);
            if (at is < 0 or > 4) continue;
            var rest = title[(at + verb.Length)..].TrimStart('《', '〈');
            if (rest.IndexOf("关于", StringComparison.Ordinal) is > 1 and var about) return rest[..about];
            return "";
        }
        return null;
    }

    private static bool EndsTitle(string text)
    {
        var end = text.AsSpan();
        if (end[^1] is '）' or ')' && text.LastIndexOfAny(['（', '(']) is > 0 and var bracket) end = end[..bracket];
        return Lexicon.EndsWithAny(end, Lexicon.TextEndings);
    }

    private static string Bare(string text) => !text.AsSpan().ContainsAny(Quotes) ? text : string.Concat(text.Where(c => !Quotes.Contains(c)));
}
