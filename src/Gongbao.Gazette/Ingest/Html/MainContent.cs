using AngleSharp.Dom;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Finds the main part of a page (正文区): the innermost element that holds nearly all of its running text. Words of links do not count, so that
/// navigation weighs nothing.
/// </summary>
internal static class MainContent
{
    /// <summary>How much of the text of an element one child must hold for the rest to be left out.</summary>
    private const double NearlyAll = 0.85;

    private static readonly HashSet<string> Passed = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "iframe", "nav", "header", "footer", "aside", "form", "select", "button", "input", "textarea", "object", "embed", "svg", "head", "link", "meta", "video", "audio", "canvas",
    };

    private static readonly string[] KnownNames = ["UCAP-CONTENT", "zoom", "Zoom", "TRS_Editor", "trs_editor_view", "TRS_UEDITOR", "pages_content", "article-content", "articleContent", "mainText", "zwnr", "news_content", "v_news_content"];

    /// <summary>Elements that hold no words of the page.</summary>
    public static bool IsPassed(IElement element) => Passed.Contains(element.LocalName);

    /// <returns>Null where the page has no running text.</returns>
    public static IElement? Of(IElement body)
    {
        var weights = new Dictionary<IElement, int>();
        var whole = Weigh(body, weights, isLink: false);
        if (whole == 0) return null;
        foreach (var name in KnownNames)
            if (weights.Keys.FirstOrDefault(e => e.Id == name || e.ClassList.Contains(name)) is { } known && weights[known] * 2 > whole) return known;
        var main = body;
        while (main.Children.MaxBy(c => weights.GetValueOrDefault(c)) is { } heaviest && weights.GetValueOrDefault(heaviest) >= NearlyAll * weights[main] && !IsText(heaviest)) main = heaviest;
        return main;
    }

    /// <summary>A paragraph or a table of data is part of the text, not the place of it.</summary>
    private static bool IsText(IElement element) =>
        element.LocalName is "p" or "span" or "font" or "b" or "strong" or "h1" or "h2" or "h3"
        || element.LocalName is "table" && HtmlText.IsData(element);

    private static int Weigh(INode node, Dictionary<IElement, int> weights, bool isLink)
    {
        var weight = 0;
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text && !isLink)
                foreach (var c in text.Data) weight += Characters.IsIdeograph(c) || c is '，' or '。' or '；' ? 1 : 0;
            else if (child is IElement element && !IsPassed(element)) weight += Weigh(element, weights, isLink || element.LocalName == "a");
        }
        if (node is IElement own) weights[own] = weight;
        return weight;
    }
}
