using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import.Batch;

/// <summary>The files that were brought (来文), with what became of each, the latest first.</summary>
internal sealed class FileList(GazetteDb db)
{
    private const int PageSize = 50;

    /// <param name="state">Only these; null for all.</param>
    /// <param name="page">Counted from 1; one beyond the last is the last.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<FilePage> FindAsync(FileState? state, int page, CancellationToken stop)
    {
        var counts = await db.Files.GroupBy(f => f.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var total = state is { } only ? counts.GetValueOrDefault(only) : counts.Values.Sum();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var files = await db.Files.Where(f => state == null || f.State == state).OrderByDescending(f => f.BroughtAt).ThenBy(f => f.Origin).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        return new(files, total, page, pages, counts);
    }

    public static string Words(FileState state) => state switch
    {
        FileState.Stored => "已入库",
        FileState.Unchanged => "已在库中",
        FileState.Refused => "未能入库",
    };

    /// <summary>Null for what is no state.</summary>
    public static FileState? State(string? word) => Enum.TryParse<FileState>(word, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/gazette/files", ListAsync).RequireVerb(ImportIssue.Verb).WithTags("来文").WithName("ListFiles").WithSummary("来文及其结果，新的在前；state 填 stored、unchanged 或 refused");

    private static async Task<Results<Ok<FileAnswer>, ProblemHttpResult>> ListAsync(string? state, int? page, FileList list, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(state) && State(state) is null) return TypedResults.Problem("state 应是 stored、unchanged 或 refused。", statusCode: StatusCodes.Status400BadRequest);
        var found = await list.FindAsync(State(state), page ?? 1, stop);
        return TypedResults.Ok(new FileAnswer([.. found.Files.Select(f => new FileItem(f.Origin, f.Hash, f.Bytes, f.State.ToString().ToLowerInvariant(), f.Reason, f.Issue, f.BroughtBy, f.BroughtAt))], found.Total, found.Page, found.Pages));
    }

    internal sealed record FileItem(string Origin, string Hash, long Bytes, string State, string? Reason, string? Issue, string BroughtBy, DateTimeOffset BroughtAt);

    internal sealed record FileAnswer(IReadOnlyList<FileItem> Files, int Total, int Page, int Pages);
}

/// <summary>A page of files.</summary>
/// <param name="Files">The latest first.</param>
/// <param name="Total">How many have the state that was asked for.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Counts">How many have each state.</param>
internal sealed record FilePage(IReadOnlyList<StoredFile> Files, int Total, int Page, int Pages, IReadOnlyDictionary<FileState, int> Counts);
