using Gongbao.Notices.Storage;
using Gongbao.Platform.Access;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Notices.Inbox;

/// <summary>The own inbox for programs: as on the page.</summary>
internal static class InboxEndpoints
{
    /// <summary>Which messages are acknowledged.</summary>
    internal sealed record AcknowledgementInput(IReadOnlyList<string>? Ids);

    internal sealed record AcknowledgementAnswer(int Acknowledged);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/notices/inbox").WithTags("告知").RequireSignedIn();
        group.MapGet("", ListAsync).WithName("ListInbox").WithSummary("我的收件箱，新的在前；unread=true 只列还没有“知道了”的").Produces<InboxView>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("/acknowledgements", AcknowledgeAsync).WithName("AcknowledgeNotices").WithSummary("知道了：一条或几条，全部成功或者不作任何改动；再来一次不会有别的结果");
    }

    private static async Task<IResult> ListAsync(bool? unread, string? cursor, InboxDesk desk, ActorSource actors, HttpContext http)
    {
        if (InboxDesk.Cursor(unread ?? false).Read<MessagePlace>(null, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        return await actors.FindAsync(http, http.RequestAborted) is { } by
            ? Tagged.Json(http, await desk.ReadAsync(by, unread ?? false, start.After, http.RequestAborted), isPublic: false)
            : TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
    }

    private static async Task<Results<Ok<AcknowledgementAnswer>, ProblemHttpResult>> AcknowledgeAsync(AcknowledgementInput input, Acknowledge acknowledge, ActorSource actors, HttpContext http)
    {
        if (await actors.FindAsync(http, http.RequestAborted) is not { } by) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        return (await acknowledge.HandleAsync(by, [.. (input.Ids ?? []).OfType<string>()], http.RequestAborted)).IsRefused(out var refusal, out var count)
            ? Refused.Problem(refusal)
            : TypedResults.Ok(new AcknowledgementAnswer(count));
    }
}
