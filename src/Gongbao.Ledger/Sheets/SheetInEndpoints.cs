using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Sheets;
using Gongbao.Web;
using Gongbao.Web.Deciding;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Sheets;

/// <summary>Sheets that are taken into the ledger, for programs: brought, looked at with what is wrong by row and column, their columns told, taken in as a whole.</summary>
internal static class SheetInEndpoints
{
    /// <summary>Field of the form with the file.</summary>
    private const string Field = "sheet";

    /// <summary>Which column says what, by the letters of spreadsheets.</summary>
    internal sealed record MapInput(string? Seen, int? HeadRow, IReadOnlyDictionary<string, string>? Columns, bool LeavesOpen);

    internal sealed record TakeInput(string? Seen);

    internal sealed record SheetAnswer(Guid Sheet);

    internal sealed record TakenAnswer(int Obligations);

    internal sealed record SheetItem(Guid Sheet, string Seen, string Programme, string Name, DateTimeOffset BroughtAt, DateTimeOffset? TakenAt, int Taken);

    internal sealed record SheetItems(IReadOnlyList<SheetItem> Sheets);

    /// <summary>What is wrong, by row and column.</summary>
    internal sealed record ErrorItem(int Row, string? Column, string? Head, string Why);

    internal sealed record UnitItem(string Unit, DutyRole Role);

    internal sealed record LineItem(
        IReadOnlyList<int> Rows, string? Task, string? Place, string? Measure, string? Group, string? Units, IReadOnlyList<UnitItem> Shares, string? Limit, DateOnly? DueOn, string? Output, IReadOnlyList<string> Questions, int? SameAs);

    internal sealed record PreviewData(
        int HeadRow, IReadOnlyDictionary<string, string> Columns, bool IsOurs, bool IsKnown, int Fresh, IReadOnlyList<ErrorItem> Errors, IReadOnlyList<string> Notes, IReadOnlyList<LineItem> Lines);

    internal sealed record SheetDetail(SheetItem Sheet, PreviewData? Preview);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/ledger").WithTags("任务台账").RequireVerb(LedgerRules.ManageVerb);
        group.MapGet("/programmes/{document}/sheets", BroughtAsync).WithName("GetSheets").WithSummary("给一份文件的台账选择过的表格，新的在前，最近的一次全部给出").Produces<SheetItems>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/programmes/{document}/sheets", BringAsync).WithName("BringSheet").WithSummary("选择要导入的表格（XLSX 或者 CSV）；只收下和读出，不写入台账")
            .WithMetadata(new FormFiles(Field, "表格，一个文件")).Produces<SheetAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        group.MapGet("/sheets/{sheet:guid}", GetAsync).WithName("GetSheet").WithSummary("一份表格读出的任务，和按行列列出的要改正的地方；已经导入的没有这些").Produces<SheetDetail>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

        var acts = routes.MapGroup("/api/ledger");
        acts.MapAct<ImportSheet, MapInput, Guid, SheetAnswer>("/sheet-mappings", "MapSheet", "写明表格的哪一列是什么，同样表头的表格以后也这样读", LedgerRules.ManageVerb, MapColumnsAsync, id => new(id));
        acts.MapAct<ImportSheet, TakeInput, int, TakenAnswer>("/sheet-imports", "ImportSheet", "把表格里的任务写入台账；有一处要改正就一项也不写", LedgerRules.ManageVerb, a => a.Use.TakeAsync(Seen.Parse(a.Input.Seen), a.By, a.Stop), taken => new(taken));
    }

    private static async Task<IResult> BroughtAsync(string document, SheetDesk desk, HttpContext http) => Tagged.Json(
        http, await desk.ProgrammeAsync(document, http.RequestAborted) is null ? null : new SheetItems([.. (await desk.BroughtAsync(document, http.RequestAborted)).Select(Item)]), isPublic: false);

    private static async Task<IResult> BringAsync(string document, ImportSheet import, ActorSource actors, HttpContext http)
    {
        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync(http.RequestAborted)).Files.GetFile(Field) is not { Length: > 0 } file)
            return Refused.Problem(new("ledger.no-sheet", $"没有收到文件，或者文件是空的；请用 multipart/form-data 的 {Field} 发送写有任务的 XLSX 或者 CSV。"), StatusCodes.Status400BadRequest);
        if (file.Length > SheetFile.MostBytes) return Refused.Problem(SheetFile.TooLarge, StatusCodes.Status413PayloadTooLarge);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, http.RequestAborted);
        return await Refused.ActAsync(
            actors, http, by => ActRoutes.Beyond(by) is { } no ? Task.FromResult<Result<Guid>>(no) : import.BringAsync(document, file.FileName, bytes.ToArray(), by, http.RequestAborted), id => new SheetAnswer(id));
    }

    private static async Task<IResult> GetAsync(Guid sheet, SheetDesk desk, HttpContext http)
    {
        if (await desk.SheetAsync(sheet, http.RequestAborted) is not ({ } found, _)) return TypedResults.NotFound();
        if (found.TakenAt is not null) return Tagged.Json(http, new SheetDetail(Item(found), null), isPublic: false);
        return (await desk.PreviewAsync(found, http.RequestAborted)).IsRefused(out var refusal, out var preview) ? Refused.Problem(refusal) : Tagged.Json(http, new SheetDetail(Item(found), Preview(preview)), isPublic: false);
    }

    private static Task<Result<Guid>> MapColumnsAsync(AskedAct<ImportSheet, MapInput> a)
    {
        var columns = new Dictionary<SheetField, int>();
        foreach (var (name, letters) in a.Input.Columns ?? new Dictionary<string, string>())
        {
            if (SheetFields.All.Cast<SheetField?>().FirstOrDefault(f => ProgrammeData.Code(f!) == name) is not { } field)
                return Task.FromResult<Result<Guid>>(new Refusal("ledger.sheet-no-column", $"columns 里的“{Short(name)}”不是任务的一项；可以填 {string.Join('、', SheetFields.All.Select(f => ProgrammeData.Code(f)))}。"));
            var at = Enumerable.Range(0, SheetFile.MostColumns).Cast<int?>().FirstOrDefault(c => SheetTable.ColumnName(c!.Value) == letters);
            if (at is not { } column) return Task.FromResult<Result<Guid>>(new Refusal("ledger.sheet-no-column", $"columns 里的 {name}“{Short(letters)}”不是列；请写成 A、B、AA 的样子。"));
            columns[field] = column;
        }
        return a.Use.MapAsync(Seen.Parse(a.Input.Seen), a.Input.HeadRow, columns, a.Input.LeavesOpen, a.By, a.Stop);
    }

    private static SheetItem Item(StoredSheet s) => new(s.Id, new Seen(s.Id, s.Revision).ToString(), s.Programme, s.Name, s.BroughtAt, s.TakenAt, s.Taken);

    private static PreviewData Preview(SheetPreview p) => new(
        p.Head.Number, p.Mapping.Columns.ToDictionary(c => ProgrammeData.Code(c.Key), c => SheetTable.ColumnName(c.Value)), p.IsOurs, p.IsKnown, p.Fresh.Count,
        [.. p.Errors.Select(e => new ErrorItem(e.Row, e.Column is { } at ? SheetTable.ColumnName(at) : null, string.IsNullOrEmpty(e.Head) ? null : e.Head, e.Why))], p.Notes,
        [
            .. p.Lines.Select(l => new LineItem(
                l.Rows, l.Entry.Task, l.Read?.PlaceName ?? l.Entry.Place, l.Entry.Measure, l.Entry.Group, EnterObligation.Printed(l.Entry), [.. (l.Read?.Named.Shares ?? []).Select(s => new UnitItem(s.Unit.FullName, s.Role))],
                l.Read?.Limit ?? l.Entry.Limit, l.DueOn, l.Entry.Output, l.Questions, l.SameAs)),
        ]);

    private static string Short(string words) => words.Length > 20 ? words[..20] + "……" : words;
}
