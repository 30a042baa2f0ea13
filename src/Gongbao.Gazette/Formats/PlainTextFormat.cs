using System.Text;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Formats;

/// <summary>
/// Plain text (纯文本) as documents are typed: paragraphs set in by two characters, tables between rules, UTF-8 without mark, line feeds. Read again it is
/// the same document, for its layout is one that the reader knows.
/// </summary>
/// <seealso cref="TypedText"/>
internal sealed class PlainTextFormat
{
    /// <summary>Where the names of attachments begin, and what stands in the middle or at the right.</summary>
    private const string NamesIndent = "　　　　　";
    private const string CentredIndent = "　　　　　　";
    private const string RightIndent = "　　　　　　　　　　　　　　　　";

    private static readonly string Heavy = new(TypedText.HeavyRule, 28);
    private static readonly string Light = new(TypedText.LightRule, 28);
    private static readonly string Room = new(TypedText.Blank, 8);

    private readonly TextWriter _text;

    private PlainTextFormat(TextWriter text) => _text = text;

    public static void Write(DocumentView document, Uri site, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        new PlainTextFormat(text).Document(document);
    }

    private void Document(DocumentView document)
    {
        // An order is headed by its own title and number.
        if (!document.IsOrder) foreach (var issuer in document.Issuers) _text.WriteLine(issuer);
        _text.WriteLine(document.Title);
        if (document.NumberUnderTitle is { } number) _text.WriteLine(number);
        _text.WriteLine();
        if (document.Addressees is { } addressees) _text.WriteLine(string.Concat(addressees.Select(r => r.Text)) + "：");
        foreach (var block in document.Body) Block(block);
    }

    private void Block(BlockView block)
    {
        switch (block.Kind)
        {
            case NodeKind.Attachment or NodeKind.AttachedText:
                _text.WriteLine();
                if (block.Label is { } label) _text.WriteLine(label);
                if (block.Text.Count > 0 && block.Plain != block.Label) _text.WriteLine(block.Plain);
                break;
            case NodeKind.Title: _text.WriteLine(block.Plain); break;
            case NodeKind.Byline: _text.WriteLine(CentredIndent + block.Plain); break;
            case NodeKind.Signature:
                _text.WriteLine();
                foreach (var name in block.Plain.Split(LineNodes.LineGap)) _text.WriteLine(RightIndent + name);
                break;
            case NodeKind.DatedOn: _text.WriteLine(RightIndent + block.Plain); break;
            case NodeKind.AttachmentNote:
                _text.WriteLine();
                foreach (var (i, line) in AttachmentLines.Of(block).Index()) _text.WriteLine((i == 0 ? TypedText.Indent + block.Label : NamesIndent) + string.Concat(line.Select(r => r.Text)));
                break;
            case NodeKind.Table when TableShape.Of(block) is { } shape:
                Table(block, shape);
                foreach (var rest in block.Children.Where(c => c.Kind is not NodeKind.Row)) Block(rest);
                return;
            case NodeKind.Form when block.Children.Count > 0:
                Form(block);
                return;
            case NodeKind.Row:
                Paragraph(string.Join('\t', block.Children.Select(c => c.Label + c.AllWords).Prepend(block.Plain).Where(w => w.Length > 0)));
                return;
            case NodeKind.Entry or NodeKind.Field:
                Paragraph(block.Label + block.AllWords);
                return;
            default:
                if (block.Label + block.Plain is { Length: > 0 } words) Paragraph(words);
                break;
        }
        foreach (var child in block.Children) Block(child);
    }

    private void Paragraph(string words) => _text.WriteLine(TypedText.Indent + words);

    private void Table(BlockView block, TableShape shape)
    {
        if (block.Plain.Length > 0) Paragraph(block.Plain);
        _text.WriteLine();
        _text.WriteLine(Heavy);
        Line(shape, [.. shape.Heads.SelectMany(h => Enumerable.Range(0, h.Width).Select(i => i == 0 ? h.Words : TypedText.Again.ToString()))]);
        _text.WriteLine(Light);
        foreach (var row in shape.Rows)
        {
            if (row.Count == 1 && shape.Width > 1) _text.WriteLine(Words(row[0].Words));
            else Line(shape, [.. row.Select(c => c.GoesOn ? TypedText.Again.ToString() : c.Words)]);
        }
        _text.WriteLine(Heavy);
    }

    /// <summary>A table of one column has an empty one beside it, or it would be running text.</summary>
    private void Line(TableShape shape, IReadOnlyList<string> cells)
    {
        for (var column = 0; column < cells.Count; column++)
        {
            _text.Write(Words(cells[column]));
            if (column + 1 < cells.Count) _text.Write(column + 1 == shape.Stub ? TypedText.StubColumn : TypedText.Column);
        }
        if (cells.Count == 1) _text.Write(TypedText.Column);
        _text.WriteLine();
    }

    private void Form(BlockView block)
    {
        if (block.Plain.Length > 0) Paragraph(block.Plain);
        _text.WriteLine();
        _text.WriteLine(Heavy);
        foreach (var field in block.Children)
            _text.WriteLine(Words(field.Label ?? field.AllWords) + TypedText.Column + (field.Label is not null && field.AllWords is { Length: > 0 } filled ? Words(filled) : Room));
        _text.WriteLine(Heavy);
    }

    /// <summary>What would part cells parts none inside one.</summary>
    private static string Words(string words) => words.Replace(TypedText.Column, '｜').Replace(TypedText.StubColumn, '｜');
}
