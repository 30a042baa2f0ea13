using System.Globalization;
using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Formats.Docx;
using Gongbao.Gazette.Formats.Pdf;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Results;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Formats;

/// <summary>Documents of other rooms through the writers of the gazette's own (公文版式).</summary>
internal sealed class OfficialDocuments : IOfficialDocuments
{
    /// <summary>Its links are none: the letters of other rooms stand on paper.</summary>
    private static readonly Uri NoSite = new("https://localhost/");

    public Result<OfficialFile> Write(OfficialDocument document, OfficialFormat format)
    {
        var writer = DocumentFormat.Find(format is OfficialFormat.Docx ? "docx" : "pdf")!;
        if (writer.Hindrance() is { } refusal) return refusal;
        using var output = new MemoryStream();
        writer.Write(View(document), NoSite, output);
        return new OfficialFile(output.ToArray(), writer.MediaType, writer.Extension);
    }

    public OfficialSheet Fit(OfficialSheet sheet) => SheetRoom.Fit(sheet);

    public Result<OfficialFile> Write(OfficialSheet sheet, OfficialFormat format)
    {
        var writer = DocumentFormat.Find(format is OfficialFormat.Docx ? "docx" : "pdf")!;
        if (writer.Hindrance() is { } refusal) return refusal;
        using var output = new MemoryStream();
        if (format is OfficialFormat.Docx) DocxSheet.Write(sheet, output);
        else PdfSheet.Write(sheet, output);
        return new OfficialFile(output.ToArray(), writer.MediaType, writer.Extension);
    }

    private static DocumentView View(OfficialDocument document)
    {
        var body = new List<BlockView>();
        if (document.Note is { } note) body.Add(new() { Kind = NodeKind.Byline, Text = [new($"（{note}）")] });
        body.AddRange(document.Paragraphs.Select(p => new BlockView { Kind = NodeKind.Paragraph, Text = [new(p)] }));
        if (document.Annexes.Count > 0)
            body.Add(new()
            {
                Kind = NodeKind.AttachmentNote, Label = "附件：",
                Text = [new(document.Annexes is [var only] ? only.Title : string.Concat(document.Annexes.Select((a, i) => $"{i + 1}．{a.Title}")))],
            });
        body.Add(new() { Kind = NodeKind.Signature, Text = [new(document.Issuer)] });
        if (document.DatedOn is { } day) body.Add(new() { Kind = NodeKind.DatedOn, Text = [new(ChineseFormat.Date(day))] });
        body.AddRange(document.Annexes.Select((a, i) => Annex(a, document.Annexes.Count == 1 ? "附件" : $"附件{(i + 1).ToString(CultureInfo.InvariantCulture)}")));
        return new() { Slug = "", IssueSlug = "", IssueTitle = document.Issuer, Number = document.Number, Issuers = [document.Issuer], Title = document.Title, Addressees = [new(document.Addressee)], DatedOn = document.DatedOn, Body = body };
    }

    private static BlockView Annex(OfficialAnnex annex, string label) => new()
    {
        Kind = NodeKind.Attachment, Label = label,
        Children =
        [
            new() { Kind = NodeKind.Title, Text = [new(annex.Title)] },
            new()
            {
                Kind = NodeKind.Table,
                Children =
                [
                    new() { Kind = NodeKind.Row, Label = TableNodes.HeadLabel, Children = [.. annex.Heads.Select(h => Cell(null, h))] },
                    .. annex.Rows.Select(row => new BlockView { Kind = NodeKind.Row, Children = [.. row.Select((words, i) => Cell(annex.Heads[i], words))] }),
                ],
            },
        ],
    };

    private static BlockView Cell(string? head, string words) => new() { Kind = NodeKind.Cell, Label = head, Text = [new(words)] };
}
