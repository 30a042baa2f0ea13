using Gongbao.Gazette.Library;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Platform.Access;
using Gongbao.Web.Formats;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Formats;

/// <summary>A document in every open format, for everybody; the same tree as its page.</summary>
internal static class FormatEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/gazette").WithTags("开放格式").AllowPublic();
        group.MapGet("/formats", (HttpContext http) => Tagged.Json(http, DocumentFormat.All.Select(f => new FormatName(f.Key, f.Name, f.MediaType, f.Extension)))).WithName("ListFormats").WithSummary("一份文件可以下载成哪些格式；就是这几种，一次全部给出").Produces<IEnumerable<FormatName>>();
        group.MapGet("/documents/{document}/formats/{format}", SendAsync).WithName("GetDocumentAs").WithSummary("按指定格式下载一份文件").WithMetadata(AsOf.Query)
            .Produces<Stream>(StatusCodes.Status200OK, DocumentFormat.All[0].MediaType, [.. DocumentFormat.All.Skip(1).Select(f => f.MediaType.Split(';')[0])]).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet("/i/{issue}/issue.epub", SendIssueAsync).AllowPublic().WithMetadata(AsOf.Query).WithTags("开放格式").WithName("GetIssueAsEpub").WithSummary("整期公报的离线阅读文件（EPUB 3）").Produces<Stream>(StatusCodes.Status200OK, EpubFormat.MediaType).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Where an issue is found to be read without a connection.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="asOf">A day that the reader chose is said in the address.</param>
    public static string OfflineCopyOf(IssueView issue, AsOf asOf) => $"/i/{Uri.EscapeDataString(issue.Slug)}/issue.epub" + Said(asOf);

    /// <summary>Where a document is found in a format.</summary>
    /// <param name="document">The document.</param>
    /// <param name="format">The format.</param>
    /// <param name="asOf">A day that the reader chose is said in the address, for programs keep none.</param>
    public static string AddressOf(DocumentView document, DocumentFormat format, AsOf? asOf = null) =>
        $"/api/gazette/documents/{Uri.EscapeDataString(document.Slug)}/formats/{format.Key}" + Said(asOf);

    private static string Said(AsOf? asOf) => asOf is { IsChosen: true } chosen ? $"?{AsOf.Parameter}={chosen.Text}" : "";

    private static async Task<IResult> SendAsync(string document, string format, IGazetteLibrary library, AsOf asOf, HttpContext http)
    {
        if (DocumentFormat.Find(format) is not { } known)
            return TypedResults.Problem($"没有“{format}”这种格式；可用的有：{string.Join("、", DocumentFormat.All.Select(f => f.Key))}。", statusCode: StatusCodes.Status404NotFound);
        if (await library.DocumentAsync(document, http.RequestAborted) is not { } found) return TypedResults.NotFound();
        // A copy lies about without the page that would tell that these are later words.
        if (asOf.IsChosen && found.NotYet is { } none) return TypedResults.Problem(none + "请把日期（on）改为成文日期或者以后的日期。", statusCode: StatusCodes.Status404NotFound);
        if (known.Hindrance() is { } hindrance) return TypedResults.Problem(hindrance.Reason, statusCode: StatusCodes.Status503ServiceUnavailable);
        using var bytes = new MemoryStream();
        known.Write(found, SiteAddress.Of(http.Request), bytes);
        return Tagged.Bytes(http, bytes.ToArray(), known.MediaType, known.FileName(found, asOf));
    }

    private static async Task<IResult> SendIssueAsync(string issue, IGazetteLibrary library, LibraryList list, AsOf asOf, HttpContext http)
    {
        if (await library.IssueAsync(issue, http.RequestAborted) is not { } found || await list.ChangedAtAsync(issue, http.RequestAborted) is not { } changedAt) return TypedResults.NotFound();
        if (asOf.Chosen is { } day && found.IsAfter(day)) return TypedResults.Problem($"{ChineseFormat.Date(day)}时这一期还没有出版。请把日期（on）改为出版以后的日期。", statusCode: StatusCodes.Status404NotFound);
        var documents = new List<DocumentView>();
        foreach (var line in found.Sections.SelectMany(s => s.Documents))
            if (await library.DocumentAsync(line.Slug, http.RequestAborted) is { } document) documents.Add(document);
        using var bytes = new MemoryStream();
        EpubFormat.Write(found, documents, changedAt, SiteAddress.Of(http.Request), bytes);
        return Tagged.Bytes(http, bytes.ToArray(), EpubFormat.MediaType, found.Slug + (asOf.IsChosen ? "@" + asOf.Text : "") + ".epub");
    }

    /// <summary>One format as the interface lists it.</summary>
    private sealed record FormatName(string Key, string Name, string MediaType, string Extension);
}
