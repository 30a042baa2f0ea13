using Gongbao.Gazette.Import.Batch;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Listing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>Files for the library over HTTP: the form of the page, and the same for programs.</summary>
internal static class UploadEndpoints
{
    private const string FormPath = "/files/uploads";
    private const string Path = "/api/gazette/imports";

    /// <summary>An upload and its files.</summary>
    internal sealed record ImportJob(
        Guid Id, string BroughtBy, DateTimeOffset BroughtAt, bool IsDone, DateOnly? KeptUntil, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<FileList.FileItem> Files, int Total, int Page, int Pages, string? Next);

    internal sealed record ImportLine(Guid Id, string BroughtBy, DateTimeOffset BroughtAt, bool IsDone, IReadOnlyDictionary<string, int> Counts);

    internal sealed record ImportList(IReadOnlyList<ImportLine> Imports, string? Next);

    private static readonly ListCursor Uploads = new("imports");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(FormPath, FormAsync).RequireVerb(ImportIssue.Verb).ExcludeFromDescription();
        var group = routes.MapGroup(Path).WithTags("来文").RequireVerb(ImportIssue.Verb);
        group.MapPost("", PostAsync).WithName("ImportFiles").WithSummary("上传公报或公文，一个或几个，也可以是 ZIP 压缩包；收下后逐个读入，答复里的地址可以查看进度")
            .WithMetadata(new FormFiles("files", "文件，一个或几个；ZIP 压缩包里的逐个导入")).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", ListAsync).WithName("ListImports").WithSummary("上传，新的在前").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/{id:guid}", GetAsync).WithName("GetImport").WithSummary("一次上传的进度和每个文件的结果").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("/{id:guid}/cancellation", (Guid id, ChangeUpload change, UploadDesk desk, ActorSource actors, HttpContext http) => ChangeAsync(id, UploadChange.Cancel, change, desk, actors, http)).WithName("CancelImport").WithSummary("取消：待处理的文件不再读入");
        group.MapPost("/{id:guid}/resumption", (Guid id, ChangeUpload change, UploadDesk desk, ActorSource actors, HttpContext http) => ChangeAsync(id, UploadChange.Resume, change, desk, actors, http)).WithName("ResumeImport").WithSummary("继续：读入已取消的文件");
        group.MapPost("/{id:guid}/retry", (Guid id, ChangeUpload change, UploadDesk desk, ActorSource actors, HttpContext http) => ChangeAsync(id, UploadChange.Retry, change, desk, actors, http)).WithName("RetryImport").WithSummary("重试：只重读未能入库的文件");
        group.MapPost("/{id:guid}/finalisation", (Guid id, ChangeUpload change, UploadDesk desk, ActorSource actors, HttpContext http) => ChangeAsync(id, UploadChange.Finalise, change, desk, actors, http)).WithName("FinaliseImport").WithSummary("确认定稿：带有隐藏文字、批注或者未接受修订的文件，核对后入库，这些内容不公布");
    }

    private static async Task<Results<Accepted<ImportJob>, ProblemHttpResult>> PostAsync(
        [FromHeader(Name = "Idempotency-Key")] string? key, ReceiveUpload receive, UploadDesk desk, ActorSource actors, HttpContext http)
    {
        if (await actors.FindAsync(http, http.RequestAborted) is not { } actor) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        if ((await receive.HandleAsync(http, actor.ActorId, key, null)).IsRefused(out var refusal, out var id)) return Problem(refusal);
        return TypedResults.Accepted($"{Path}/{id}", (await JobAsync(desk, id, null, 1, FilesOf(id, null), http.RequestAborted))!);
    }

    private static async Task<Results<Ok<ImportList>, ProblemHttpResult>> ListAsync(string? cursor, UploadDesk desk, CancellationToken stop)
    {
        if (Uploads.Read<UploadPlace>(null, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var (uploads, behind) = await desk.LatestAsync(start.After, stop);
        return TypedResults.Ok(new ImportList([.. uploads.Select(u => new ImportLine(u.Upload.Id, u.Upload.BroughtBy, u.Upload.BroughtAt, u.IsDone, Counts(u)))], Uploads.Write(behind)));
    }

    private static async Task<Results<Ok<ImportJob>, NotFound, ProblemHttpResult>> GetAsync(Guid id, string? state, int? page, string? cursor, UploadDesk desk, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(state) && FileList.State(state) is null) return TypedResults.Problem(FileList.WrongState, statusCode: StatusCodes.Status400BadRequest);
        var list = FilesOf(id, FileList.State(state));
        if (list.Read<FilePlace>(page, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        return await JobAsync(desk, id, FileList.State(state), start, list, stop) is { } job ? TypedResults.Ok(job) : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<ImportJob>, NotFound, ProblemHttpResult>> ChangeAsync(Guid id, UploadChange what, ChangeUpload change, UploadDesk desk, ActorSource actors, HttpContext http)
    {
        if (await actors.FindAsync(http, http.RequestAborted) is not { } actor) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        if (await JobAsync(desk, id, null, 1, FilesOf(id, null), http.RequestAborted) is null) return TypedResults.NotFound();
        if ((await change.HandleAsync(id, what, actor.ActorId, http.RequestAborted)).IsRefused(out var refusal, out _)) return Problem(refusal);
        return TypedResults.Ok((await JobAsync(desk, id, null, 1, FilesOf(id, null), http.RequestAborted))!);
    }

    private static async Task<RedirectHttpResult> FormAsync(ReceiveUpload receive, ActorSource actors, IAntiforgery forms, IOptions<AntiforgeryOptions> options, HttpContext http)
    {
        // The token is read as the first field of the form; looked for by the framework, it would have the whole request read before.
        async Task<bool> HasTokenAsync(string field, string words)
        {
            if (field != options.Value.FormFieldName) return false;
            http.Request.Headers[options.Value.HeaderName!] = words;
            return await forms.IsRequestValidAsync(http);
        }
        var by = await actors.FindAsync(http, http.RequestAborted) is { } actor ? actor.ActorId : throw new InvalidOperationException("Nobody is signed in.");
        if (!(await receive.HandleAsync(http, by, null, HasTokenAsync)).IsRefused(out var refusal, out var id)) return TypedResults.Redirect($"{FormPath}/{id}");
        return TypedResults.Redirect("/files?refused=" + Uri.EscapeDataString(refusal.Code));
    }

    private static async Task<ImportJob?> JobAsync(UploadDesk desk, Guid id, FileState? state, ListStart<FilePlace> start, ListCursor list, CancellationToken stop) => await desk.FindAsync(id, state, start, stop) is (var upload, var files)
        ? new(id, upload.Upload.BroughtBy, upload.Upload.BroughtAt, upload.IsDone, upload.KeptUntil(desk.Limits), Counts(upload), [.. files.Files.Select(FileList.Item)], files.Total, files.Page, files.Pages, list.Write(files.Behind))
        : null;

    private static ListCursor FilesOf(Guid upload, FileState? state) => new("imports/files", upload.ToString(), state is { } only ? FileList.Word(only) : null);

    private static Dictionary<string, int> Counts(UploadView upload) => upload.Counts.ToDictionary(c => FileList.Word(c.Key), c => c.Value);

    private static ProblemHttpResult Problem(Refusal refusal) => TypedResults.Problem(refusal.Reason, type: $"urn:gongbao:refusal:{refusal.Code}", statusCode: refusal.Code switch
    {
        "gazette.upload-too-large" => StatusCodes.Status413PayloadTooLarge,
        "gazette.uploads-busy" => StatusCodes.Status503ServiceUnavailable,
        "gazette.upload-broken" or "gazette.no-upload" or "gazette.too-many-files" or "gazette.bad-key" => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    });
}
