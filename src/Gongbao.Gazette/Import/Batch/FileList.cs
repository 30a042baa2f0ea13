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
    public Task<FilePage> FindAsync(FileState? state, int page, CancellationToken stop) => PageAsync(db.Files.OrderByDescending(f => f.BroughtAt).ThenBy(f => f.Origin), state, page, stop);

    /// <summary>A page of some files in their order, with how many there are in each state.</summary>
    public static async Task<FilePage> PageAsync(IOrderedQueryable<StoredFile> files, FileState? state, int page, CancellationToken stop)
    {
        var counts = await files.GroupBy(f => f.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var total = state is { } only ? counts.GetValueOrDefault(only) : counts.Values.Sum();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new(await files.Where(f => state == null || f.State == state).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop), total, page, pages, counts);
    }

    public static string Words(FileState state) => state switch
    {
        FileState.Stored => "已入库",
        FileState.Unchanged => "已在库中",
        FileState.Refused => "未能入库",
        FileState.Waiting => "待处理",
        FileState.Cancelled => "已取消",
        FileState.Opened => "已展开",
        FileState.Held => "待确认定稿",
    };

    /// <summary>Null for what is no state.</summary>
    public static FileState? State(string? word) => Enum.TryParse<FileState>(word, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>What an address with another word for a state is answered.</summary>
    public static string WrongState { get; } = $"state 应是 {string.Join("、", Enum.GetNames<FileState>().Select(n => n.ToLowerInvariant()))} 之一。";

    public static FileItem Item(StoredFile file) => new(file.Origin, file.Hash, file.Bytes, Word(file.State), file.Reason, file.Issue, file.BroughtBy, file.BroughtAt);

    /// <summary>A state as addresses and answers have it.</summary>
    public static string Word(FileState state) => state.ToString().ToLowerInvariant();

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/gazette/files", ListAsync).RequireVerb(ImportIssue.Verb).WithTags("来文").WithName("ListFiles").WithSummary("来文及其结果，新的在前");

    private static async Task<Results<Ok<FileAnswer>, ProblemHttpResult>> ListAsync(string? state, int? page, FileList list, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(state) && State(state) is null) return TypedResults.Problem(WrongState, statusCode: StatusCodes.Status400BadRequest);
        var found = await list.FindAsync(State(state), page ?? 1, stop);
        return TypedResults.Ok(new FileAnswer([.. found.Files.Select(Item)], found.Total, found.Page, found.Pages));
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
