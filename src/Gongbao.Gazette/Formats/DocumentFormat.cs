using Gongbao.Gazette.Formats.Docx;
using Gongbao.Gazette.Formats.Pdf;
using Gongbao.Gazette.Formats.Pdf.Fonts;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Kernel.Results;
using Gongbao.Web.Formats;
using System.Text.Json;

namespace Gongbao.Gazette.Formats;

/// <summary>One open format in which a document can be taken away (开放格式). All are made from the one tree that the page shows, personal values masked alike.</summary>
/// <param name="Key">Its part of the address, as <c>akn</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="MediaType">As RFC 9110 names it.</param>
/// <param name="Extension">Of the file's name, without the dot.</param>
/// <param name="Write">Writes the document; the address is that of the site, for formats whose links must be whole.</param>
internal sealed record DocumentFormat(string Key, string Name, string MediaType, string Extension, Action<DocumentView, Uri, Stream> Write)
{
    /// <summary>Every format, the most asked for first.</summary>
    public static IReadOnlyList<DocumentFormat> All { get; } =
    [
        new("docx", "Word（公文版式）", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", DocxFormat.Write),
        new("pdf", "PDF（公文版式）", "application/pdf", "pdf", PdfFormat.Write) { IsArchived = false, Hindrance = () => FontShelf.Machine.Faces().IsRefused(out var refusal, out _) ? refusal : null },
        new("text", "纯文本", "text/plain; charset=utf-8", "txt", PlainTextFormat.Write),
        new("html", "网页", "text/html; charset=utf-8", "html", HtmlFormat.Write),
        new("markdown", "Markdown", "text/markdown; charset=utf-8", "md", MarkdownFormat.Write),
        new("json", "JSON", "application/json; charset=utf-8", "json", (document, _, output) => JsonSerializer.Serialize(output, document, JsonFormat.Options)),
        new("akn", "Akoma Ntoso 3", "application/akn+xml; charset=utf-8", "akn.xml", AkomaNtosoFormat.Write),
        new("jsonld", "JSON-LD（schema.org、ELI）", "application/ld+json; charset=utf-8", "jsonld", JsonLdFormat.Write),
        new("tasks", "任务表（CSV）", "text/csv; charset=utf-8", "csv", ObligationCsv.Write),
    ];

    /// <summary>Whether the archive of the library holds it; what takes long to make and says nothing more is left out.</summary>
    public bool IsArchived { get; private init; } = true;

    /// <summary>Why this machine cannot write it now; null when it can.</summary>
    public Func<Refusal?> Hindrance { get; private init; } = () => null;

    public static DocumentFormat? Find(string key) => All.FirstOrDefault(f => f.Key == key);

    /// <summary>What the file is called: the document's part of the address, which holds no character that a file system minds, and the day where one was chosen.</summary>
    public string FileName(DocumentView document, AsOf? asOf = null) => document.Slug + (asOf is { IsChosen: true } chosen ? "@" + chosen.Text : "") + "." + Extension;
}
