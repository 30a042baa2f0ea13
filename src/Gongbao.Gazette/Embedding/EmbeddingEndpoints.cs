using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Search.Index;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Embedding;

/// <summary>What a client that embeds the gazette needs to know (移动端接口): which pages, how they are shown, and whether its site is allowed to.</summary>
/// <param name="Version">Grows when an address or parameter is no longer what it was.</param>
/// <param name="Site">Where the addresses begin.</param>
/// <param name="Origins">The sites that may show the pages inside theirs.</param>
/// <param name="Pages">The pages.</param>
/// <param name="Parameters">How they are shown.</param>
internal sealed record EmbeddingView(int Version, string Site, IReadOnlyList<string> Origins, IReadOnlyList<EmbeddedPage> Pages, IReadOnlyList<EmbeddedParameter> Parameters);

/// <summary>A kind of embedded page.</summary>
/// <param name="Name">Its lasting name.</param>
/// <param name="Address">A template of its address (RFC 6570).</param>
/// <param name="Full">The same for the page on the site itself.</param>
/// <param name="Meaning">What it shows, in Chinese.</param>
internal sealed record EmbeddedPage(string Name, string Address, string Full, string Meaning);

/// <summary>A parameter that every embedded page heeds.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Values">What it may be; empty where it is no choice of words.</param>
/// <param name="Meaning">What it does, in Chinese.</param>
internal sealed record EmbeddedParameter(string Name, IReadOnlyList<string> Values, string Meaning);

internal static class EmbeddingEndpoints
{
    private const int Version = 1;

    private static readonly string Facets = string.Join(',', Facet.Shown.Select(f => f.Key));

    internal static IReadOnlyList<EmbeddedPage> Pages { get; } =
    [
        new("home", "/embed{?on,mode,theme}", "/", "首页：搜索、新收入的文件和各期公报"),
        new("search", $"/embed/search{{?q,{Facets},page,on,mode,theme}}", $"/search{{?q,{Facets},page,on}}", "搜索：q 是文号、标题、机关、条款或正文里的字，其余按条件筛选，能填什么见 /api/gazette/search 答复里的 facets"),
        new("issue", "/embed/i/{issue}{?on,mode,theme}", "/i/{issue}{?on}", "一期公报的目录：issue 见 /api/gazette/issues 的 slug"),
        new("document", "/embed/d/{document}{?on,mode,theme}", "/d/{document}{?on}", "一份文件：document 见搜索和目录里的 slug"),
        new("clause", "/embed/d/{document}/{clause}{?on,mode,theme}", "/d/{document}/{clause}{?on}", "一个条款：clause 见文件正文里的 slug"),
        new("topics", "/embed/topics{?on,mode,theme}", "/topics{?on}", "全部主题和对象"),
        new("topic", "/embed/topics/{topic}{?page,on,mode,theme}", "/topics/{topic}{?page,on}", "一个主题的文件：topic 见 /api/gazette/topics 的编号"),
        new("audience", "/embed/audiences/{audience}{?page,on,mode,theme}", "/audiences/{audience}{?page,on}", "一类对象的文件：audience 见 /api/gazette/topics 的编号"),
    ];

    internal static IReadOnlyList<EmbeddedParameter> Parameters { get; } =
    [
        new("on", [], "查看哪一天的效力和文字，如 2023-05-01；不填为今天"),
        new("mode", ["elder"], "elder 为长辈版；不填为标准版"),
        new("theme", ["light", "dark"], "light 为浅色，dark 为深色；不填则随设备"),
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGroup("/api/gazette").WithTags("嵌入").AllowPublic()
        .MapGet("/embed", (HttpContext http) => LibraryEndpoints.Send(
            new EmbeddingView(Version, SiteAddress.Of(http.Request).AbsoluteUri.TrimEnd('/'), Embedders.Of(http.RequestServices.GetService<CityDeclarations>()), Pages, Parameters), http))
        .WithName("GetEmbedding").WithSummary("哪些页面可以嵌入别的客户端，怎样显示，哪些网站可以嵌入").Produces<EmbeddingView>();
}
