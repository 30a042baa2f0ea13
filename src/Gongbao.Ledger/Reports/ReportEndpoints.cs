using Gongbao.Contracts.Gazette;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Reports;

/// <summary>Reports as official documents and as data. The yearly one is for everybody, without scores; those of weeks and months for the people of the ledger.</summary>
internal static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (group, names) in new[] { (routes.MapGroup("/ledger").AllowPublic().ExcludeFromDescription(), false), (routes.MapGroup("/api/ledger/programmes").WithTags("任务台账").AllowPublic(), true) })
        {
            var docx = group.MapGet("/{document}/reports/{length}/{period}/report.docx", DocxAsync);
            var pdf = group.MapGet("/{document}/reports/{length}/{period}/report.pdf", PdfAsync);
            if (!names) continue;
            docx.WithName("GetLedgerReportDocx").WithSummary("一份文件的任务推进周报、月报或者落实情况年报（DOCX，公文版式）；周报和月报只给办理台账的人")
                .Produces<Stream>(StatusCodes.Status200OK, "application/vnd.openxmlformats-officedocument.wordprocessingml.document").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
            pdf.WithName("GetLedgerReportPdf").WithSummary("同上（PDF）")
                .Produces<Stream>(StatusCodes.Status200OK, "application/pdf").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static Task<IResult> DocxAsync(string document, string length, string period, ReportDesk desk, IOfficialDocuments documents, ActorSource actors, IServiceProvider services, HttpContext http) =>
        FileAsync(document, length, period, OfficialFormat.Docx, desk, documents, actors, services, http);

    private static Task<IResult> PdfAsync(string document, string length, string period, ReportDesk desk, IOfficialDocuments documents, ActorSource actors, IServiceProvider services, HttpContext http) =>
        FileAsync(document, length, period, OfficialFormat.Pdf, desk, documents, actors, services, http);

    private static async Task<IResult> FileAsync(
        string document, string length, string period, OfficialFormat format, ReportDesk desk, IOfficialDocuments documents, ActorSource actors, IServiceProvider services, HttpContext http)
    {
        if (ReportPeriod.Parse(length, period).IsRefused(out var refusal, out var asked)) return Refused.Problem(refusal, StatusCodes.Status400BadRequest);
        var isInside = LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted));
        if (asked.Kind is not ReportKind.Year && !isInside) return TypedResults.NotFound();
        if (await desk.OfAsync(document, asked, http.RequestAborted) is not { } report) return TypedResults.NotFound();
        var city = (CityDeclarations)services.GetService(typeof(CityDeclarations))!;
        var issuer = ReportDesk.IssuerOf(city, report.View.On);
        var made = asked.Kind is ReportKind.Week ? documents.Write(documents.Fit(WeekSheet.Of(report, issuer)), format)
            : documents.Write(new ReportText(report, !isInside).Document(issuer, city.Name + "人民政府"), format);
        return made.IsRefused(out refusal, out var file)
            ? Refused.Problem(refusal, StatusCodes.Status503ServiceUnavailable)
            : Tagged.Bytes(http, file.Content, file.MediaType, $"ledger-{document}-{asked.Slug.Replace('/', '-')}.{file.Extension}", isPublic: !isInside);
    }
}
