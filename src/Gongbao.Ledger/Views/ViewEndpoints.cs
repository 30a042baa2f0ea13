using Gongbao.Ledger.Desk;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Views;

/// <summary>Saved views for programs: their own, and those of the units on which their roles hold.</summary>
internal static class ViewEndpoints
{
    internal sealed record SaveInput(string? Path, string? Query, string? Name, string? Unit);

    internal sealed record ViewItem(Guid View, string Name, string Address, bool IsOwn, string? Unit);

    internal sealed record ViewItems(IReadOnlyList<ViewItem> Views);

    internal sealed record ViewAnswer(Guid View);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/ledger/views").WithTags("任务台账").RequireSignedIn();
        group.MapGet("", ListAsync).WithName("ListViews").WithSummary("一个页面的保存的视图，自己的和本单位共用的，一次全部给出").WithMetadata(new QueryParameters(["path"])).Produces<ViewItems>();
        group.MapDelete("/{view:guid}", DeleteAsync).WithName("DeleteView").WithSummary("删除自己保存的视图").Produces<ViewAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        routes.MapAct<SavedViews, SaveInput, Guid, ViewAnswer>("/api/ledger/views", "SaveView", "保存视图，自己用或者和本单位共用", null, a => a.Use.SaveAsync(a.Input.Path ?? "", a.Input.Query ?? "", a.Input.Name, a.Input.Unit, a.By, a.Stop), id => new(id));
    }

    private static async Task<IResult> ListAsync(SavedViews views, ActorSource actors, HttpContext http) => await actors.FindAsync(http, http.RequestAborted) is { } by
        ? Tagged.Json(http, new ViewItems([.. (await views.OfAsync(http.Request.Query["path"].ToString(), by, http.RequestAborted)).Select(v => new ViewItem(v.Id, v.Name, v.Address, v.IsOwn, v.UnitName))]), isPublic: false)
        : TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);

    private static Task<IResult> DeleteAsync(Guid view, SavedViews views, ActorSource actors, HttpContext http) => Refused.ActAsync(actors, http, by => views.DeleteAsync(view, by, http.RequestAborted), id => new ViewAnswer(id));
}
