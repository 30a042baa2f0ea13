using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Access;
using Gongbao.Web.Listing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import.Batch;

/// <summary>The files that were brought (来文), with what became of each, the latest first.</summary>
internal sealed class FileList(GazetteDb db)
{
    internal int PageSize { get; set; } = 50;

    /// <param name="state">Only these; null for all.</param>
    /// <param name="start">From where on.</param>
    /// <param name="stop">Ends the work.</param>
    public Task<FilePage> FindAsync(FileState? state, ListStart<FilePlace> start, CancellationToken stop)
    {
        IQueryable<StoredFile> files = db.Files;
        if (start.After is var (at, _, origin)) files = files.Where(f => f.BroughtAt < at || f.BroughtAt == at && string.Compare(f.Origin, origin) > 0);
        return PageAsync(db.Files, files.OrderByDescending(f => f.BroughtAt).ThenBy(f => f.Origin), state, start, stop);
    }

    /// <summary>The files of an upload, in its order.</summary>
    public Task<FilePage> OfUploadAsync(Guid upload, FileState? state, ListStart<FilePlace> start, CancellationToken stop)
    {
        var all = db.Files.Where(f => f.UploadId == upload);
        var files = all;
        if (start.After is var (_, ordinal, origin)) files = files.Where(f => f.Ordinal > ordinal || f.Ordinal == ordinal && string.Compare(f.Origin, origin) > 0);
        return PageAsync(all, files.OrderBy(f => f.Ordinal).ThenBy(f => f.Origin), state, start, stop);
    }

    /// <summary>A page of some files in their order, with how many of all there are in each state.</summary>
    private async Task<FilePage> PageAsync(IQueryable<StoredFile> all, IQueryable<StoredFile> files, FileState? state, ListStart<FilePlace> start, CancellationToken stop)
    {
        var counts = await all.GroupBy(f => f.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var total = state is { } only ? counts.GetValueOrDefault(only) : counts.Values.Sum();
        var page = await files.Where(f => state == null || f.State == state).SliceAsync(start, total, PageSize, f => new FilePlace(f.BroughtAt, f.Ordinal, f.Origin), stop);
        return new(page.Rows, page.Total, page.Page, page.Pages, counts) { Behind = page.Behind };
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
        routes.MapGet("/api/gazette/files", ListAsync).RequireVerb(ImportIssue.Verb).WithTags("来文").WithName("ListFiles").WithSummary("来文及其结果，新的在前").ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<FileAnswer>, ProblemHttpResult>> ListAsync(string? state, int? page, string? cursor, FileList files, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(state) && State(state) is null) return TypedResults.Problem(WrongState, statusCode: StatusCodes.Status400BadRequest);
        var list = new ListCursor("files", State(state) is { } only ? Word(only) : null);
        if (list.Read<FilePlace>(page, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var found = await files.FindAsync(State(state), start, stop);
        return TypedResults.Ok(new FileAnswer([.. found.Files.Select(Item)], found.Total, found.Page, found.Pages, list.Write(found.Behind)));
    }

    internal sealed record FileItem(string Origin, string Hash, long Bytes, string State, string? Reason, string? Issue, string BroughtBy, DateTimeOffset BroughtAt);

    internal sealed record FileAnswer(IReadOnlyList<FileItem> Files, int Total, int Page, int Pages, string? Next);
}

/// <summary>A page of files.</summary>
/// <param name="Files">The latest first.</param>
/// <param name="Total">How many have the state that was asked for.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Counts">How many have each state.</param>
internal sealed record FilePage(IReadOnlyList<StoredFile> Files, int Total, int Page, int Pages, IReadOnlyDictionary<FileState, int> Counts)
{
    /// <summary>The place of the last of them; null where it is the last of the list.</summary>
    public FilePlace? Behind { get; init; }
}

/// <summary>A file's place: among all files by the instant, the latest first, and its origin; among those of an upload by its place there.</summary>
/// <param name="BroughtAt">When it was brought.</param>
/// <param name="Ordinal">Its place in the upload, from 0.</param>
/// <param name="Origin">Its own alone.</param>
internal sealed record FilePlace(DateTimeOffset BroughtAt, int Ordinal, string Origin);
