using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Formats;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Letters;

/// <summary>Letters as files: each as an official document, the register as a table. Given to those who see them on the pages.</summary>
internal static class LetterEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // A session opens pages only, a token the interface only: each has a door of its own to the same files.
        var pages = routes.MapGroup("/ledger/letters").RequireSignedIn().ExcludeFromDescription();
        pages.MapGet("/{id:guid}/letter.docx", DocxAsync);
        pages.MapGet("/{id:guid}/letter.pdf", PdfAsync);
        pages.MapGet("/register.csv", RegisterAsync);
        var letters = routes.MapGroup("/api/ledger/letters").WithTags("督办函").RequireSignedIn();
        letters.MapGet("/{id:guid}/letter.docx", DocxAsync).WithName("GetLetterDocx").WithSummary("督办函（DOCX，公文版式）")
            .Produces<Stream>(StatusCodes.Status200OK, "application/vnd.openxmlformats-officedocument.wordprocessingml.document").ProducesProblem(StatusCodes.Status404NotFound);
        letters.MapGet("/{id:guid}/letter.pdf", PdfAsync).WithName("GetLetterPdf").WithSummary("督办函（PDF，公文版式）")
            .Produces<Stream>(StatusCodes.Status200OK, "application/pdf").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        letters.MapGet("/register.csv", RegisterAsync).WithName("GetLetterRegister").WithSummary("督办函登记表（CSV）").WithMetadata(new QueryParameters(["state", "unit", "year"])).Produces<Stream>(StatusCodes.Status200OK, "text/csv");
    }

    private static Task<IResult> DocxAsync(Guid id, LetterDesk desk, IOfficialDocuments documents, ActorSource actors, HttpContext http) => FileAsync(id, OfficialFormat.Docx, desk, documents, actors, http);

    private static Task<IResult> PdfAsync(Guid id, LetterDesk desk, IOfficialDocuments documents, ActorSource actors, HttpContext http) => FileAsync(id, OfficialFormat.Pdf, desk, documents, actors, http);

    private static async Task<IResult> FileAsync(Guid id, OfficialFormat format, LetterDesk desk, IOfficialDocuments documents, ActorSource actors, HttpContext http)
    {
        var actor = await actors.FindAsync(http, http.RequestAborted);
        if (await desk.LetterAsync(id, actor, _ => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()), http.RequestAborted) is not { } view) return TypedResults.NotFound();
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
