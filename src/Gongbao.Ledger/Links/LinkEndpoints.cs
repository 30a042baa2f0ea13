using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Platform.Access;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Links;

/// <summary>Obligations of different documents whose words are alike, for programs; what is decided of them is sent to <c>/api/ledger/same-tasks</c>.</summary>
internal static class LinkEndpoints
{
    internal sealed record AlikeItem(LinkedData One, LinkedData Other, double Likeness, ActKind? Decided);

    internal sealed record AlikeItems(IReadOnlyList<AlikeItem> Pairs);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/ledger/alike-tasks", AlikeAsync).RequireVerb(LedgerRules.ManageVerb).WithTags("任务台账").WithName("ListAlikeTasks")
        .WithSummary("不同文件里文字相近的任务，待认定的在前，最相近的在前；一次全部给出").Produces<AlikeItems>();

    private static async Task<IResult> AlikeAsync(LinkDesk links, LedgerDesk desk, HttpContext http) => Tagged.Json(
        http, new AlikeItems([.. (await links.AlikeAsync(desk.Today, http.RequestAborted)).Select(p => new AlikeItem(LinkedData.Of(p.One), LinkedData.Of(p.Other), Math.Round(p.Likeness, 3), p.Decided))]), isPublic: false);
}
