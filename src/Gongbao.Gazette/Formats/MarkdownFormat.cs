using System.Text;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Formats;

/// <summary>Markdown (CommonMark with the tables of GitHub): headings by depth, tables as tables, citations as links, everything else as paragraphs.</summary>
internal sealed class MarkdownFormat
{
    private const int LowestHeading = 6;

    private readonly TextWriter _text;
    private readonly Uri _site;

    private MarkdownFormat(TextWriter text, Uri site) => (_text, _site) = (text, site);

    public static void Write(DocumentView document, Uri site, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        new MarkdownFormat(text, site).Document(document);
    }

    private void Document(DocumentView document)
    {
        _text.WriteLine("# " + Escape(document.Title));
        _text.WriteLine();
        foreach (var line in Heads(document)) _text.WriteLine("- " + line);
        if (document.Addressees is { } addressees) Paragraph(Runs(addressees) + "：");
        foreach (var block in document.Body) Block(block, 2);
    }

    private IEnumerable<string> Heads(DocumentView document)
    {
        if (document.Issuers.Count > 0) yield return "发文机关：" + Escape(string.Join('、', document.Issuers));
        if (document.Number is { } number) yield return "发文字号：" + Escape(number);
        yield return "成文日期：" + ChineseFormat.Date(document.DatedOn);
        yield return $"原文：<{new Uri(_site, "/d/" + Uri.EscapeDataString(document.Slug)).AbsoluteUri}>";
    }

    private void Block(BlockView block, int rank)
    {
        switch (block.Kind)
        {
            case NodeKind.Clause when block.IsHeading:
                Heading(rank, Escape(block.Label) + Runs(block.Text));
                Blocks(block.Children, rank + 1);
                break;
            case NodeKind.Attachment or NodeKind.AttachedText:
                Heading(rank, Escape(string.Join(' ', new[] { block.Label ?? (block.Kind is NodeKind.Attachment ? "附件" : null), block.PartTitle }.Where(w => !string.IsNullOrEmpty(w)))));
                if (block.Text.Count > 0 && block.Plain != block.Label) Paragraph(Runs(block.Text));
                Blocks(block.Children.Where(c => c.Kind is not NodeKind.Title), rank + 1);
                break;
            case NodeKind.Title:
                Heading(rank, Runs(block.Text));
                break;
            case NodeKind.Table when TableGrid.Of(block) is { } grid:
                Table(block, grid);
                Blocks(block.Children.Where(c => c.Kind is not NodeKind.Row), rank);
                break;
            case NodeKind.Form or NodeKind.List:
                if (block.Label is not null || block.Text.Count > 0) Paragraph(Escape(block.Label) + Runs(block.Text));
                _text.WriteLine();
                foreach (var entry in block.Children) _text.WriteLine("- " + Escape(entry.Label is { } label && block.Kind is NodeKind.Form ? $"{label}：{entry.AllWords}" : entry.Label + entry.AllWords));
                break;
            default:
                if (block.Label is not null || block.Text.Count > 0) Paragraph(Escape(block.Label) + Runs(block.Text));
                Blocks(block.Children, rank);
                break;
        }
    }

    private void Blocks(IEnumerable<BlockView> blocks, int rank)
    {
        foreach (var block in blocks) Block(block, rank);
    }

    private void Heading(int rank, string words)
    {
        _text.WriteLine();
        _text.WriteLine(new string('#', Math.Min(rank, LowestHeading)) + " " + words);
    }

    private void Paragraph(string words)
    {
        _text.WriteLine();
        _text.WriteLine(words);
    }

    private void Table(BlockView block, TableGrid grid)
    {
        if (block.Text.Count > 0) Paragraph(Runs(block.Text));
        _text.WriteLine();
        Row(grid.Heads);
        Row(grid.Heads.Select(_ => "---"), escape: false);
        foreach (var row in grid.Rows)
            Row(row.Row.Children.Count == 0 ? [row.Row.Plain] : row.Cells.Select(c => string.Concat(c.Select(x => x.AllWords))));
    }

    private void Row(IEnumerable<string> cells, bool escape = true) => _text.WriteLine($"| {string.Join(" | ", cells.Select(c => escape ? Escape(c).Replace("|", "\\|", StringComparison.Ordinal) : c))} |");

    private string Runs(IReadOnlyList<TextRun> runs) => string.Concat(runs.Select(r =>
        r.Href is { } href ? $"[{Escape(r.Text)}]({new Uri(_site, href).AbsoluteUri})" : Escape(r.Text)));

    /// <summary>Signs that Markdown would take for its own are kept as signs; so are digits with a full stop at the beginning, which would make a list.</summary>
    private static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '~' or '&') escaped.Append('\\');
            if (c is '.' or ')' && escaped.Length > 0 && IsAllDigits(escaped)) escaped.Append('\\');
            if (c is '-' or '+' && escaped.Length == 0) escaped.Append('\\');
            escaped.Append(c is '\r' or '\n' ? ' ' : c);
        }
        return escaped.ToString();
    }

    private static bool IsAllDigits(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!char.IsAsciiDigit(text[i])) return false;
        return true;
    }
}
