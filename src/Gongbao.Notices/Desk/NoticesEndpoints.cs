using Gongbao.Kernel.Results;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Access;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Notices.Desk;

/// <summary>What was sent, for programs of the follow-up office: as on the page.</summary>
internal static class NoticesEndpoints
{
    /// <summary>Which printed sheets were handed over.</summary>
    internal sealed record HandOverInput(IReadOnlyList<string>? Deliveries);

    internal sealed record DeliveriesAnswer(int Deliveries);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/notices").WithTags("告知").RequireVerb(NoticesDesk.ReadVerb);
        group.MapGet("", ListAsync).WithName("ListNotices").WithSummary("告知记录：发了什么、发给谁、经哪个渠道、结果如何，新的在前").Produces<DeskView>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/status", async (SenderState state, HttpContext http) => Tagged.Json(http, await state.ReadAsync(http.RequestAborted), isPublic: false))
            .WithName("GetNoticesStatus").WithSummary("投递情况：多少在等、多少失败、最近一次发出的时刻，要不要报警").Produces<SenderStateView>();
        group.MapPost("/retry", (ManageDeliveries manage, ActorSource actors, HttpContext http) => ActAsync(actors, http, by => manage.RetryAsync(by, http.RequestAborted)))
            .RequireVerb(NoticesDesk.ManageVerb).WithName("RetryNotices").WithSummary("失败的投递立即再试");
        group.MapPost("/handed-over", (HandOverInput input, ManageDeliveries manage, ActorSource actors, HttpContext http) =>
            ActAsync(actors, http, by => manage.HandOverAsync(by, [.. (input.Deliveries ?? []).OfType<string>()], http.RequestAborted)))
            .RequireVerb(NoticesDesk.ManageVerb).WithName("HandOverNotices").WithSummary("登记打印的告知已经交送；全部成功或者不作任何改动");
    }

    private static async Task<IResult> ListAsync(string? show, string? cause, string? cursor, NoticesDesk desk, HttpContext http)
    {
        if (DeskWords.Filter(show) is not { } filter) return TypedResults.Problem("show 应是 all、failed、nobody 或 unanswered。", statusCode: StatusCodes.Status400BadRequest);
        return NoticesDesk.Cursor(filter, cause).Read<MessagePlace>(null, cursor).IsRefused(out var refusal, out var start)
            ? ListCursor.Problem(refusal) : Tagged.Json(http, await desk.ReadAsync(filter, cause, start.After, http.RequestAborted), isPublic: false);
    }

    private static async Task<Results<Ok<DeliveriesAnswer>, ProblemHttpResult>> ActAsync(ActorSource actors, HttpContext http, Func<Actor, Task<Result<int>>> act)
    {
        if (await actors.FindAsync(http, http.RequestAborted) is not { } by) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        return (await act(by)).IsRefused(out var refusal, out var count)
            ? Refused.Problem(refusal)
            : TypedResults.Ok(new DeliveriesAnswer(count));
    }
}
