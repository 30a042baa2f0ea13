using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Looks a page over before it is parsed: a parser's time grows with the square of the elements that are open at once and of the attributes
/// of one element.
/// </summary>
internal static class HtmlScan
{
    /// <summary>Elements that the next of their kind closes, or that never hold anything.</summary>
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody", "thead", "tfoot", "colgroup", "html", "head", "body",
        "br", "img", "input", "meta", "link", "hr", "area", "base", "col", "embed", "source", "track", "wbr", "param", "o:p",
    };

    public static Refusal? Refuse(string page)
    {
        var (open, attributes) = (0, 0);
        for (var at = page.IndexOf('<'); at >= 0 && at + 1 < page.Length; at = page.IndexOf('<', at + 1))
        {
            if (page[at + 1] == '/') open = Math.Max(0, open - (Unclosed.Contains(NameAt(page, at + 2)) ? 0 : 1));
            else if (char.IsAsciiLetter(page[at + 1]))
            {
                var end = EndOf(page, at, out attributes);
                if (attributes > IngestLimits.Attributes) return new("gazette.too-deep", $"网页里有一个元素带了 {IngestLimits.Attributes} 个以上的属性，不是正常的网页；请在浏览器中打开、另存后再读。");
                if (page[end - 1] != '/' && !Unclosed.Contains(NameAt(page, at + 1))) open++;
                at = end - 1;
            }
            if (open > IngestLimits.OpenElements) return new("gazette.too-deep", $"网页层层嵌套超过 {IngestLimits.OpenElements} 层，不是正常的网页；请在浏览器中打开、另存后再读。");
        }
        return null;
    }

    private static string NameAt(string page, int at)
    {
        var end = at;
        while (end < page.Length && end - at < 16 && (char.IsAsciiLetterOrDigit(page[end]) || page[end] == ':')) end++;
        return page[at..end];
    }

    /// <summary>Where a tag ends, quotes heeded; attributes are counted by the white space before them.</summary>
    private static int EndOf(string page, int at, out int attributes)
    {
        attributes = 0;
        var quote = '\0';
        for (var i = at; i < page.Length; i++)
        {
            var c = page[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && page[i - 1] is '=' or ' ') quote = c;
            else if (c == '>') return i;
            else if (char.IsWhiteSpace(c) && i + 1 < page.Length && !char.IsWhiteSpace(page[i + 1]) || c == '/') attributes++;
        }
        return page.Length;
    }
}
