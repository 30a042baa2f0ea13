using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Review;

/// <summary>The review desk for programs: the same list and the same decision as the pages.</summary>
internal static class ReviewEndpoints
{
    /// <summary>A reading on the desk.</summary>
    internal sealed record ReadingItem(
        string Id, string Document, string At, string Kind, string? Proposal, string? Correction, string? Why, double Confidence, int Line, string? Clause, string State, string Seen);

    internal sealed record ReadingList(IReadOnlyList<ReadingItem> Readings, int Total, int Page, int Pages, string? Next);

    /// <summary>What is decided: <c>seen</c> of each reading as listed, the verdict (accepted, corrected, rejected, open) and, for a correction, the value.</summary>
    internal sealed record DecisionInput(IReadOnlyList<string?>? Seen, string? Verdict, string? Correction);

    internal sealed record DecisionAnswer(int Decided);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/gazette/readings").WithTags("审读").RequireVerb(DecideReadings.Verb);
        group.MapGet("", ListAsync).WithName("ListReadings").WithSummary("审读台：读不准的地方，最没有把握的在前").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("/decisions", DecideAsync).WithName("DecideReadings").WithSummary("采纳、更正、驳回或撤回；多项一并办理，全部成功或全部不作改动");
    }

    private static async Task<Results<Ok<ReadingList>, ProblemHttpResult>> ListAsync(string? state, string? document, string? kind, int? page, string? cursor, ReviewDesk desk, CancellationToken stop)
    {
        var isDecided = state == "decided";
        var list = new ListCursor("readings", isDecided ? "decided" : null, document, kind);
        if (list.Read<ReadingPlace>(page, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var found = await desk.FindAsync(new ReviewFilter(!isDecided, document, kind, start), stop);
        return TypedResults.Ok(new ReadingList([.. found.Rows.Select(Item)], found.Total, found.Page, found.Pages, list.Write(found.Behind)));
    }

    private static async Task<Results<Ok<DecisionAnswer>, ProblemHttpResult>> DecideAsync(
        DecisionInput input, DecideReadings decide, ActorSource actors, HttpContext http)
    {
        if (await actors.FindAsync(http, http.RequestAborted) is not { } actor) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        var seen = (input.Seen ?? []).Select(Seen.Parse).ToList();
        if (seen.Contains(null) || !Enum.TryParse<ReadingState>(input.Verdict, ignoreCase: true, out var verdict)
            || verdict is not (ReadingState.Accepted or ReadingState.Corrected or ReadingState.Rejected or ReadingState.Open))
            return TypedResults.Problem("seen 应是列表里给出的值，verdict 应是 accepted、corrected、rejected 或 open。", statusCode: StatusCodes.Status400BadRequest);
        var result = await decide.HandleAsync([.. seen.OfType<Seen>()], verdict, input.Correction, actor, http.RequestAborted);
        return result.IsRefused(out var refusal, out var count)
            ? Refused.Problem(refusal)
            : TypedResults.Ok(new DecisionAnswer(count));
    }

    private static ReadingItem Item(ReviewRow row) => new(
        row.Reading.Id.ToString("D"), row.DocumentSlug, row.Reading.At, row.Reading.Kind, row.Reading.Proposal, row.Reading.Correction, row.Reading.Why,
        row.Reading.Confidence, row.Reading.Line, row.Reading.ClauseSlug, row.Reading.State.ToString().ToLowerInvariant(), row.Seen.ToString());
}
