using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>Writes the words of a part of a page: blocks as paragraphs, numbered lists with their numbers, tables with their cells.</summary>
internal sealed class HtmlText(LayoutWriter writer)
{
    private const int LongestFurniture = 60;

    private static readonly HashSet<string> BlockNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "dl", "dt", "dd", "section", "article", "main", "blockquote", "pre", "center", "figure", "figcaption", "address", "fieldset", "hr", "td", "th", "tr", "tbody", "caption", "details", "summary", "ucapcontent",
    };

    /// <summary>What lines begin with that sites set around a document.</summary>
    private static readonly string[] FurnitureStarts =
        ["打印本页", "关闭窗口", "关闭本页", "【打印", "【关闭", "【字体", "分享到", "分享：", "字体：", "字号：", "【大", "扫一扫", "上一篇", "下一篇", "责任编辑：", "信息来源：", "来源：", "文章来源：", "发布时间：", "发布日期：", "浏览次数", "点击数：", "访问量：", "当前位置：", "您的位置：", "所在位置：", "您当前的位置", "返回顶部", "收藏本页"];

    private readonly StringBuilder _line = new();
    private bool _isInTable;
    private int _pictures;

    public bool HasWords { get; private set; }

    public void Read(IElement main)
    {
        Inside(main);
        Flush();
        if (_pictures > 0) writer.Doubt("source.pictures", $"网页的正文里有 {_pictures} 幅图片，其中如有文字没有读出，请对照原网页核对。", 1);
    }

    /// <summary>Whether a table holds data: several rows and columns, and no table inside.</summary>
    public static bool IsData(IElement table) =>
        table.QuerySelector("table") is null && RowsOf(table) is { Count: > 1 } rows && rows.Max(r => CellsOf(r).Count) > 1;

    private void Inside(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) Append(text.Data);
            else if (child is IElement element) Element(element);
        }
    }

    private void Element(IElement element)
    {
        if (MainContent.IsPassed(element)) return;
        if (IsHidden(element))
        {
            if (!string.IsNullOrWhiteSpace(element.TextContent)) writer.Doubt("source.hidden", "网页这里有不显示的文字，没有收入；请对照原网页，确认应当删除还是应当显示。", writer.NextLine);
            return;
        }
        switch (element.LocalName)
        {
            case "br": _line.Append('\n'); break;
            case "img": _pictures++; break;
            case "table" when IsData(element) && !_isInTable: Table(element); break;
            case "table" or "ol": Block(element, element.LocalName == "ol" ? NumberedList : Inside); break;
            case var name when BlockNames.Contains(name): Block(element, Inside); break;
            default: Inside(element); break;
        }
    }

    private void Block(IElement element, Action<IElement> inside)
    {
        Flush();
        inside(element);
        Flush();
    }

    private void NumberedList(IElement list)
    {
        var format = list.GetAttribute("type") switch { "a" => "lowerLetter", "A" => "upperLetter", "i" => "lowerRoman", "I" => "upperRoman", _ => "decimal" };
        var number = Number(list, "start") ?? 1;
        var isPlain = list.GetAttribute("style")?.Contains("none", StringComparison.OrdinalIgnoreCase) is true;
        foreach (var item in list.Children)
        {
            Flush();
            if (item.LocalName == "li" && !isPlain)
            {
                number = Number(item, "value") ?? number;
                _line.Append(NumberFormat.Write(format, number++)).Append("．");
            }
            if (item.LocalName == "li") Inside(item);
            else Element(item);
            Flush();
        }
    }

    private static int? Number(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden")) return true;
        if (element.GetAttribute("style") is not { } style) return false;
        style = Characters.Compact(style).ToLowerInvariant();
        return style.Contains("display:none", StringComparison.Ordinal) || style.Contains("visibility:hidden", StringComparison.Ordinal);
    }

    /// <summary>White space of the source is one space; it is none at the beginning of a line.</summary>
    private void Append(string words)
    {
        if (_line.Length + words.Length > IngestLimits.Characters) throw IngestLimits.TooLong();
        foreach (var c in words)
        {
            if (c is '\u200B' or '\uFEFF') continue;
            if (c is '　' or '\u00A0' || !char.IsWhiteSpace(c)) _line.Append(c);
            else if (_line.Length > 0 && _line[^1] is not (' ' or '\n')) _line.Append(' ');
        }
    }

    private void Flush()
    {
        if (_line.Length == 0) return;
        var words = _line.ToString().Trim();
        _line.Clear();
        if (words.Length == 0) return;
        var before = writer.NextLine;
        var isFurniture = !_isInTable && words.Length <= LongestFurniture && !words.Contains('。') && Lexicon.StartsWithAny(words, FurnitureStarts);
        writer.Paragraph(words, isFurniture ? LineKind.RunningHead : LineKind.Text);
        HasWords |= !isFurniture && writer.NextLine > before;
    }

    private void Table(IElement table)
    {
        Flush();
        if (table.Children.FirstOrDefault(c => c.LocalName == "caption") is { } caption) Block(caption, Inside);
        var rows = RowsOf(table);
        writer.BeginGrid();
        _isInTable = true;
        var cells = new List<KnownCell>();
        var taken = new List<int>();
        var headRows = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            if (headRows == row && rows[row].ParentElement?.LocalName == "thead") headRows++;
            foreach (var cell in CellsOf(rows[row]))
            {
                while (column < taken.Count && taken[column] > row) column++;
                var across = Math.Clamp(Number(cell, "colspan") ?? 1, 1, IngestLimits.Columns);
                var down = Math.Clamp(Number(cell, "rowspan") ?? 1, 1, rows.Count - row);
                if (column + across > IngestLimits.Columns || (long)(row + 1) * Math.Max(taken.Count, column + across) > IngestLimits.Cells)
                    throw new UnreadableFile("table-too-large", $"网页里有一张表超过 {IngestLimits.Cells / 10_000} 万格或 {IngestLimits.Columns} 列，超过读入的上限；请把这张表分开后再读。");
                while (taken.Count < column + across) taken.Add(0);
                for (var c = column; c < column + across; c++) taken[c] = row + down;
                var from = writer.NextLine;
                Inside(cell);
                Flush();
                cells.Add(new(row, column, down, across, from, writer.NextLine));
                column += across;
            }
        }
        _isInTable = false;
        writer.EndGrid(new(rows.Count, taken.Count, cells, headRows));
    }

    private static List<IElement> RowsOf(IElement table) =>
        [.. table.Children.SelectMany(c => c.LocalName is "thead" or "tbody" or "tfoot" ? c.Children.AsEnumerable() : [c]).Where(c => c.LocalName == "tr")];

    private static List<IElement> CellsOf(IElement row) => [.. row.Children.Where(c => c.LocalName is "td" or "th")];
}
