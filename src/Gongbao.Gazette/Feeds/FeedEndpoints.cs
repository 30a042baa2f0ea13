using System.Text;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Platform.Access;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Feeds;

/// <summary>What machines follow: feeds, site maps and the archive of the whole library.</summary>
internal static class FeedEndpoints
{
    private const int FeedLength = 50;
    private const string Xml = "application/xml; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/feeds/documents.atom", SendFeedAsync).AllowPublic().WithTags("订阅").WithName("DocumentFeed").WithSummary("新入库的文件，Atom 格式；issuer 限定发文机关，topic 限定主题，audience 限定对象，on 只列这一天已有的文件")
            .WithMetadata(AsOf.Query)
            .Produces<Stream>(StatusCodes.Status200OK, AtomFeed.MediaType).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/sitemap.xml", SendIndexAsync).AllowPublic().ExcludeFromDescription();
        routes.MapGet("/sitemap-{file:int}.xml", SendMapAsync).AllowPublic().ExcludeFromDescription();
        routes.MapGet("/robots.txt", SendRobots).AllowPublic().ExcludeFromDescription();
        routes.MapGet("/api/gazette/library.zip", SendArchiveAsync).AllowPublic().AsLibraryDownload().WithTags("开放格式").WithName("DownloadLibrary")
            .WithSummary("整个文件库打包下载；since 填上次 manifest.json 里的 cursor，只取之后的变化").Produces<Stream>(StatusCodes.Status200OK, "application/zip").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Where the feed of a body's documents is found; of all documents for null.</summary>
    public static string FeedOf(string? issuer) => "/feeds/documents.atom" + (issuer is null ? "" : "?issuer=" + Uri.EscapeDataString(issuer));

    /// <summary>Where something is followed by mail, in the room of notices.</summary>
    /// <param name="target">As <c>IFollowed</c> names it.</param>
    public static string ByMail(string target) => "/subscribe?to=" + Uri.EscapeDataString(target);

    /// <summary>Where the feed of a topic or of an audience is found.</summary>
    public static string FeedOf(Aspect aspect, string id) => $"/feeds/documents.atom?{ClassificationEndpoints.Key(aspect)}={Uri.EscapeDataString(id)}";

    /// <summary>The feed of a topic or of an audience; of the documents of a body, or of all, where none is asked for.</summary>
    private static async Task<IResult> SendFeedAsync(string? issuer, string? topic, string? audience, LibraryList list, TopicLibrary topics, AsOf asOf, HttpContext http)
    {
        if ((topic ?? audience) is { Length: > 0 } id)
        {
            var aspect = topic is null ? Aspect.Audience : Aspect.Topic;
            return topics.NameOf(aspect, id) is { } name
                ? AtomFeed.Answer(http, name, FeedOf(aspect, id), asOf, await list.NewestAsync(aspect, id, FeedLength, http.RequestAborted, asOf.Chosen))
                : TypedResults.NotFound();
        }
        var named = string.IsNullOrWhiteSpace(issuer) ? null : issuer.Trim();
        return AtomFeed.Answer(http, named ?? "全部文件", FeedOf(named), asOf, await list.NewestAsync(named, FeedLength, http.RequestAborted, asOf.Chosen));
    }

    private static async Task<IResult> SendIndexAsync(LibraryList list, HttpContext http) =>
        Tagged.Bytes(http, SiteMap.Index(SiteAddress.Of(http.Request), await list.ChangedAtAsync(http.RequestAborted)), Xml);

    private static async Task<IResult> SendMapAsync(int file, LibraryList list, HttpContext http)
    {
        if (file is < 1 or > int.MaxValue / SiteMap.PerFile) return TypedResults.NotFound();
        var documents = await list.SliceAsync((file - 1) * SiteMap.PerFile, SiteMap.PerFile, http.RequestAborted);
        return documents.Count == 0 && file > 1 ? TypedResults.NotFound() : Tagged.Bytes(http, SiteMap.File(SiteAddress.Of(http.Request), documents), Xml);
    }

    private static IResult SendRobots(HttpContext http) => Tagged.Bytes(
        http, Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /account\nDisallow: /review\nDisallow: /search\nSitemap: {new Uri(SiteAddress.Of(http.Request), "/sitemap.xml").AbsoluteUri}\n"), "text/plain; charset=utf-8");

    private static async Task<IResult> SendArchiveAsync(string? since, LibraryArchive archive, HttpContext http)
    {
        if (!LibraryArchive.TryReadCursor(since, out var from))
            return TypedResults.Problem("since 不是有效的游标；请填上次下载的 manifest.json 里的 cursor，或不填以取全部。", statusCode: StatusCodes.Status400BadRequest);
        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = "attachment; filename=library.zip";
        // The framework writes the heads of a ZIP file without waiting, also in its asynchronous calls.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        await archive.WriteAsync(from, SiteAddress.Of(http.Request), http.Response.Body, http.RequestAborted);
        return TypedResults.Empty;
    }
}
