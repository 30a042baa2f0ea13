using System.Text;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Formats;

/// <summary>Plain text as a document is typed: one line a paragraph, the cells of a table's row set apart by tabs. Line ends are LF, the encoding UTF-8.</summary>
internal static class PlainTextFormat
{
    public static void Write(DocumentView document, Uri site, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        if (document.Issuers.Count > 0) text.WriteLine(string.Join('\n', document.Issuers));
        text.WriteLine(document.Title);
        if (document.NumberUnderTitle is { } number) text.WriteLine(number);
        text.WriteLine();
        if (document.Addressees is { } addressees) text.WriteLine(string.Concat(addressees.Select(r => r.Text)) + "：");
        foreach (var block in document.Body) Block(text, block);
    }

    private static void Block(TextWriter text, BlockView block)
    {
        switch (block.Kind)
        {
            case NodeKind.Attachment or NodeKind.AttachedText:
                text.WriteLine();
                if (block.Label is { } label) text.WriteLine(label);
                if (block.Text.Count > 0 && block.Plain != block.Label) text.WriteLine(block.Plain);
                break;
            case NodeKind.Table when TableGrid.Of(block) is { } grid:
                Table(text, block, grid);
                return;
            case NodeKind.Row:
                text.WriteLine(string.Join('\t', block.Children.Select(c => c.Label + c.AllWords).Prepend(block.Plain).Where(w => w.Length > 0)));
                return;
            case NodeKind.Entry or NodeKind.Field:
                text.WriteLine(block.Label + block.AllWords);
                return;
            default:
                if (block.Label + block.Plain is { Length: > 0 } words) text.WriteLine(words);
                break;
        }
        foreach (var child in block.Children) Block(text, child);
    }

    private static void Table(TextWriter text, BlockView block, TableGrid grid)
    {
        if (block.Plain.Length > 0) text.WriteLine(block.Plain);
        text.WriteLine(string.Join('\t', grid.Heads));
        foreach (var row in grid.Rows)
            text.WriteLine(row.Row.Children.Count == 0 ? row.Row.Plain : string.Join('\t', row.Cells.Select(c => string.Concat(c.Select(x => x.AllWords)))));
        foreach (var rest in block.Children.Where(c => c.Kind is not NodeKind.Row)) Block(text, rest);
    }
}
