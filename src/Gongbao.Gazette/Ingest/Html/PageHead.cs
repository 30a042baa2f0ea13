using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Writes the title and the number of a document where the page sets them outside of its main part: in a heading, in the tags that government
/// sites carry (ArticleTitle), or in the table of facts (索引号、发文字号…).
/// </summary>
/// <remarks>《政府网站发展指引》附件2 names the tags.</remarks>
internal static class PageHead
{
    private const int LongestFact = 120;
    private const int MostNodes = 100;
    private static readonly string[] NumberLabels = ["发文字号", "文号", "发文号", "文件编号", "文件字号", "公文文号"];
    private static readonly string[] TitleLabels = ["标题", "名称", "文件名称", "信息名称", "文件标题", "公文名称"];

    public static void Write(IHtmlDocument page, IElement main, LayoutWriter writer)
    {
        var words = Characters.Compact(main.TextContent);
        var begin = words.AsSpan(0, Math.Min(words.Length, 600));
        var title = Title(page, main);
        var isTitleMissing = title is not null && !begin.Contains(Characters.Compact(title), StringComparison.Ordinal);
        if (isTitleMissing) writer.Paragraph(title);
        if (Fact(page, NumberLabels) is { } number && NumberShape.IsNumber(Characters.Compact(number)) && !Has(begin, Characters.Compact(number))) writer.Paragraph(number);
    }

    /// <summary>The year and the count are enough: sites write the code before them in several ways.</summary>
    private static bool Has(ReadOnlySpan<char> words, string number) =>
        words.Contains(number.AsSpan(Math.Max(0, number.AsSpan().IndexOfAny("〔[［（"))), StringComparison.Ordinal);

    private static string? Title(IHtmlDocument page, IElement main) =>
        Usable(page.QuerySelectorAll("meta").FirstOrDefault(m => string.Equals(m.GetAttribute("name"), "ArticleTitle", StringComparison.OrdinalIgnoreCase))?.GetAttribute("content"))
        ?? page.QuerySelectorAll("h1").Select(h => Usable(h.TextContent)).FirstOrDefault(h => h is not null)
        ?? Usable(Fact(page, TitleLabels))
        ?? Usable(page.Title?.Split('_', '|', '-', '—')[0]);

    /// <summary>A title says 关于 or ends in a kind of document; the name of a site does neither.</summary>
    private static string? Usable(string? words) =>
        words?.Trim() is { Length: > 5 and <= Titles.LongestLine } title && (title.Contains("关于", StringComparison.Ordinal) || Titles.Ends(Characters.Compact(title))) ? string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>The words behind a label, in the same element or in the next.</summary>
    private static string? Fact(IHtmlDocument page, string[] labels)
    {
        foreach (var element in page.QuerySelectorAll("td, th, dt, li, span, p, b, strong, label, div"))
        {
            if (!IsShort(element)) continue;
            var words = Characters.Compact(element.TextContent);
            foreach (var label in labels)
            {
                if (!words.StartsWith(label, StringComparison.Ordinal)) continue;
                var rest = words[label.Length..].TrimStart('：', ':', '】', ']');
                if (rest.Length > 0 && rest.Length < words.Length - label.Length) return rest;
                if (rest.Length == 0 && element.NextElementSibling is { } next && IsShort(next) && Characters.Compact(next.TextContent) is { Length: > 0 } value) return value;
            }
        }
        return null;
    }

    /// <summary>Whether an element holds no more words than a fact; looks no further than that.</summary>
    private static bool IsShort(IElement element)
    {
        var (words, nodes) = (LongestFact, MostNodes);
        return Fits(element, ref words, ref nodes);
    }

    private static bool Fits(INode node, ref int words, ref int nodes)
    {
        if (--nodes < 0) return false;
        if (node is IText text) return (words -= text.Length) >= 0;
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
            if (!Fits(child, ref words, ref nodes)) return false;
        return true;
    }
}
