using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Reprojection;

/// <summary>The runs in which days were worked out anew, and what each moved, for programs.</summary>
internal static class ReprojectionEndpoints
{
    private const int RunsAtOnce = 50;
    private const int MovesAtOnce = 500;

    internal sealed record RunItem(Guid Run, string Reason, bool IsFull, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, int Chunks, int Moved, string? Digest);

    internal sealed record RunList(IReadOnlyList<RunItem> Runs, int Total, string? Next);

    internal sealed record MoveItem(Guid Obligation, Guid Share, string Task, string Unit, DateOnly? Before, DateOnly? After);

    internal sealed record MoveList(IReadOnlyList<MoveItem> Moves, int Total, string? Next);

    /// <summary>Place of a run: the newest first.</summary>
    internal sealed record RunPlace(Guid Id);

    /// <summary>Place of a moved day in its run.</summary>
    internal sealed record MovePlace(int Chunk, Guid Share);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/ledger/reprojections").WithTags("任务台账").RequireVerb(LedgerRules.ManageVerb);
        group.MapGet("", RunsAsync).WithName("ListReprojections").WithSummary("日期的重新推算，新的在前").WithMetadata(new QueryParameters(["cursor"])).Produces<RunList>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/{run:guid}/moves", MovesAsync).WithName("ListReprojectionMoves").WithSummary("一次重新推算改动的日期").WithMetadata(new QueryParameters(["cursor"])).Produces<MoveList>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RunsAsync(LedgerDb db, HttpContext http)
    {
        var (list, stop) = (new ListCursor("reprojections"), http.RequestAborted);
        if (list.Read<RunPlace>(null, http.Request.Query["cursor"]).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var behind = start.After is { Id: var id } ? db.Reprojections.Where(r => r.Id < id) : db.Reprojections;
        var slice = await behind.OrderByDescending(r => r.Id).SliceAsync(start, await db.Reprojections.CountAsync(stop), RunsAtOnce, r => new RunPlace(r.Id), stop);
        await db.ShowProgressAsync(slice.Rows, stop);
        return Tagged.Json(http, new RunList([.. slice.Rows.Select(r => new RunItem(r.Id, r.Reason, r.IsFull, r.BegunAt, r.EndedAt, r.Chunks, r.Moved, r.Digest))], slice.Total, list.Write(slice.Behind)), isPublic: false);
    }

    private static async Task<IResult> MovesAsync(Guid run, LedgerDb db, LedgerDesk desk, HttpContext http)
    {
        var (list, stop) = (new ListCursor("reprojections/moves", run.ToString()), http.RequestAborted);
        if (list.Read<MovePlace>(null, http.Request.Query["cursor"]).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        if (!await db.Reprojections.AnyAsync(r => r.Id == run, stop)) return TypedResults.NotFound();
        var moves = db.Moves.Where(m => m.RunId == run);
        var behind = start.After is { Chunk: var chunk, Share: var share } ? moves.Where(m => m.Chunk > chunk || m.Chunk == chunk && m.AssignmentId > share) : moves;
        var rows = from m in behind
                   join a in db.Assignments on m.AssignmentId equals a.Id
                   join o in db.Obligations on a.ObligationId equals o.Id
                   orderby m.Chunk, m.AssignmentId
                   select new { m.Chunk, m.AssignmentId, m.Before, m.After, a.Unit, Obligation = o.Id, o.Task };
        var slice = await rows.SliceAsync(start, await moves.CountAsync(stop), MovesAtOnce, m => new MovePlace(m.Chunk, m.AssignmentId), stop);
        return Tagged.Json(http, new MoveList([.. slice.Rows.Select(m => new MoveItem(m.Obligation, m.AssignmentId, m.Task, desk.NameOf(m.Unit), m.Before, m.After))], slice.Total, list.Write(slice.Behind)), isPublic: false);
    }
}
