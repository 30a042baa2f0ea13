using System.Globalization;
using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Desk;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Deciding;
using Gongbao.Web.Formats;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Letters;

/// <summary>Letters for programs: the register, each letter with its acts, and as files. Given to those who see them on the pages; each act is the use case that the page calls.</summary>
internal static class LetterEndpoints
{
    private const string Tag = "督办函";

    /// <summary>The shares of a unit that a letter is about.</summary>
    internal sealed record DraftInput(string? Unit, IReadOnlyList<Guid>? Shares);

    internal sealed record EditInput(string? Seen, string? Title, string? Body, DateOnly? ReplyBy);

    internal sealed record SeenInput(string? Seen);

    internal sealed record ReasonInput(string? Seen, string? Reason);

    internal sealed record ServiceInput(string? Seen, ServiceKind? Kind, DateOnly? Day, string? Recipient, string? Note);

    internal sealed record ReplyInput(string? Seen, string? Text, string? Link, DateOnly? Day);

    internal sealed record LetterAnswer(Guid Letter);

    public static void Map(IEndpointRouteBuilder routes)
    {
        // A session opens pages only, a token the interface only: each has a door of its own to the same files.
        var pages = routes.MapGroup("/ledger/letters").RequireSignedIn().ExcludeFromDescription();
        pages.MapGet("/{letter:guid}/letter.docx", DocxAsync);
        pages.MapGet("/{letter:guid}/letter.pdf", PdfAsync);
        pages.MapGet("/register.csv", RegisterAsync);
        var letters = routes.MapGroup("/api/ledger/letters").WithTags(Tag).RequireSignedIn();
        letters.MapGet("/{letter:guid}/letter.docx", DocxAsync).WithName("GetLetterDocx").WithSummary("督办函（DOCX，公文版式）")
            .Produces<Stream>(StatusCodes.Status200OK, "application/vnd.openxmlformats-officedocument.wordprocessingml.document").ProducesProblem(StatusCodes.Status404NotFound);
        letters.MapGet("/{letter:guid}/letter.pdf", PdfAsync).WithName("GetLetterPdf").WithSummary("督办函（PDF，公文版式）")
            .Produces<Stream>(StatusCodes.Status200OK, "application/pdf").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        letters.MapGet("/register.csv", RegisterAsync).WithName("GetLetterRegister").WithSummary("督办函登记表（CSV）").WithMetadata(new QueryParameters(["state", "unit", "year"])).Produces<Stream>(StatusCodes.Status200OK, "text/csv");
        letters.MapGet("", ListAsync).WithName("ListLetters").WithSummary("督办函登记表，草稿在前，其次编号大的在前").WithMetadata(new QueryParameters(["cursor", "state", "unit", "year"])).Produces<LetterList>().ProducesProblem(StatusCodes.Status400BadRequest);
        letters.MapGet("/{letter:guid}", GetAsync).WithName("GetLetter").WithSummary("一份督办函：正文、督办事项和办理经过").Produces<LetterDetail>().ProducesProblem(StatusCodes.Status404NotFound);

        var acts = routes.MapGroup("/api/ledger/letters");
        Act<DraftLetter, DraftInput>("", "DraftLetter", "从逾期和到期未报告的分工起草督办函", LedgerRules.ManageVerb, a => a.Use.HandleAsync(a.Input.Unit ?? "", a.Input.Shares ?? [], a.By, a.Stop));
        Act<DraftLetter, EditInput>("/edits", "EditLetter", "修改草稿", LedgerRules.ManageVerb, a => a.Use.EditAsync(Seen.Parse(a.Input.Seen), a.Input.Title, a.Input.Body, a.Input.ReplyBy, a.By, a.Stop));
        Act<SignLetter, SeenInput>("/signatures", "SignLetter", "签发：取得文号，同时发给主送单位", LetterRules.SignVerb, a => a.Use.HandleAsync(Seen.Parse(a.Input.Seen), a.By, a.Stop));
        Act<SignLetter, ReasonInput>("/returns", "GiveLetterBack", "退回修改", LetterRules.SignVerb, a => a.Use.GiveBackAsync(Seen.Parse(a.Input.Seen), a.Input.Reason, a.By, a.Stop));
        Act<FollowLetter, ServiceInput>("/services", "ServeLetter", "登记送达", LedgerRules.ManageVerb, a => a.Use.ServeAsync(Seen.Parse(a.Input.Seen), a.Input.Kind, a.Input.Day, a.Input.Recipient, a.Input.Note, a.By, a.Stop));
        // Several roles may reply and withdraw: the form says which.
        Act<FollowLetter, ReplyInput>("/replies", "ReplyToLetter", "主送单位回复，或者登记纸质的回复", null, a => LetterForms.Against("reply", a.By) is { } no ? Task.FromResult<Result<Guid>>(no) : a.Use.ReplyAsync(Seen.Parse(a.Input.Seen), a.Input.Text, a.Input.Link, a.Input.Day, a.By, a.Stop));
        Act<SignLetter, ReasonInput>("/withdrawals", "WithdrawLetter", "撤回：文号保留，登记表里写明", null, a => (LetterForms.Against("withdraw", a.By) ?? ActRoutes.Beyond(a.By)) is { } no ? Task.FromResult<Result<Guid>>(no) : a.Use.WithdrawAsync(Seen.Parse(a.Input.Seen), a.Input.Reason, a.By, a.Stop));

        void Act<TUse, TInput>(string address, string name, string summary, string? verb, Func<AskedAct<TUse, TInput>, Task<Result<Guid>>> act) => acts.MapAct(address, name, summary, verb, act, id => new LetterAnswer(id), Tag);
    }

    private static async Task<IResult> ListAsync(LetterDesk desk, ActorSource actors, HttpContext http)
    {
        if (await actors.FindAsync(http, http.RequestAborted) is not { } actor) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        var filter = FilterOf(http.Request);
        var list = new ListCursor("letters", filter.State?.ToString(), filter.Unit, filter.Year?.ToString(CultureInfo.InvariantCulture));
        if (list.Read<LetterPlace>(null, http.Request.Query["cursor"]).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var register = await desk.RegisterAsync(actor, filter, start, http.RequestAborted);
        return Tagged.Json(http, new LetterList([.. register.Lines.Select(l => LetterItem.Of(l.Letter, l.State, l.Items))], register.Total, list.Write(register.Behind)), isPublic: false);
    }

    private static async Task<IResult> GetAsync(Guid letter, LetterDesk desk, ActorSource actors, HttpContext http) =>
        Tagged.Json(http, await desk.LetterAsync(letter, await actors.FindAsync(http, http.RequestAborted), Nameless, http.RequestAborted) is { } view ? LetterDetail.Of(view) : null, isPublic: false);

    private static Task<IReadOnlyDictionary<string, string>> Nameless(IEnumerable<string?> ids) => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    private static Task<IResult> DocxAsync(Guid letter, LetterDesk desk, IOfficialDocuments documents, ActorSource actors, HttpContext http) => FileAsync(letter, OfficialFormat.Docx, desk, documents, actors, http);

    private static Task<IResult> PdfAsync(Guid letter, LetterDesk desk, IOfficialDocuments documents, ActorSource actors, HttpContext http) => FileAsync(letter, OfficialFormat.Pdf, desk, documents, actors, http);

    private static async Task<IResult> FileAsync(Guid letter, OfficialFormat format, LetterDesk desk, IOfficialDocuments documents, ActorSource actors, HttpContext http)
    {
        var actor = await actors.FindAsync(http, http.RequestAborted);
        if (await desk.LetterAsync(letter, actor, Nameless, http.RequestAborted) is not { } view) return TypedResults.NotFound();
        return documents.Write(LetterDesk.Document(view), format).IsRefused(out var refusal, out var file)
            ? Refused.Problem(refusal, StatusCodes.Status503ServiceUnavailable)
            : Tagged.Bytes(http, file.Content, file.MediaType, $"{view.Number ?? "督办函草稿"}.{file.Extension}", isPublic: false);
    }

    private static async Task<IResult> RegisterAsync(LetterDesk desk, ActorSource actors, CityClock clock, HttpContext http) => await actors.FindAsync(http, http.RequestAborted) is { } actor
        ? Tagged.Bytes(http, await desk.CsvAsync(actor, FilterOf(http.Request), http.RequestAborted), "text/csv; charset=utf-8", $"letters-{ChineseFormat.Iso(clock.Today)}.csv", isPublic: false)
        : TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);

    /// <summary>What of the register the address asks for.</summary>
    public static LetterFilter FilterOf(HttpRequest request)
    {
        var (state, unit) = (request.Query["state"].ToString(), request.Query["unit"].ToString());
        return new(Enum.TryParse<LetterState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null, unit.Length > 0 ? unit : null, QueryNumber.Of(request.Query["year"]));
    }
}
