using Gongbao.Contracts.Gazette;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Reports;

/// <summary>The weekly of all programmes as an official document, for the people of the ledger.</summary>
internal static class WeekEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (group, names) in new[] { (routes.MapGroup("/ledger").AllowPublic().ExcludeFromDescription(), false), (routes.MapGroup("/api/ledger").WithTags("任务台账").AllowPublic(), true) })
        {
            var docx = group.MapGet("/week/{week}/report.docx", DocxAsync);
            var pdf = group.MapGet("/week/{week}/report.pdf", PdfAsync);
            if (!names) continue;
            docx.WithName("GetLedgerWeekDocx").WithSummary("全部文件任务推进情况的一页周报（DOCX）；只给办理台账的人")
                .Produces<Stream>(StatusCodes.Status200OK, "application/vnd.openxmlformats-officedocument.wordprocessingml.document").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
            pdf.WithName("GetLedgerWeekPdf").WithSummary("同上（PDF）")
                .Produces<Stream>(StatusCodes.Status200OK, "application/pdf").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static Task<IResult> DocxAsync(string week, WeekDesk desk, ReportDesk reports, IOfficialDocuments documents, ActorSource actors, HttpContext http) => FileAsync(week, OfficialFormat.Docx, desk, reports, documents, actors, http);

    private static Task<IResult> PdfAsync(string week, WeekDesk desk, ReportDesk reports, IOfficialDocuments documents, ActorSource actors, HttpContext http) => FileAsync(week, OfficialFormat.Pdf, desk, reports, documents, actors, http);

    private static async Task<IResult> FileAsync(string week, OfficialFormat format, WeekDesk desk, ReportDesk reports, IOfficialDocuments documents, ActorSource actors, HttpContext http)
    {
        if (ReportPeriod.Parse("week", week).IsRefused(out var refusal, out var asked)) return Refused.Problem(refusal, StatusCodes.Status400BadRequest);
        if (!LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted))) return TypedResults.NotFound();
        if (await desk.OfAsync(asked, http.RequestAborted) is not { } all) return TypedResults.NotFound();
        return documents.Write(documents.Fit(AllWeekSheet.Of(all, reports.IssuerOf(all.On))), format).IsRefused(out refusal, out var file)
            ? Refused.Problem(refusal, StatusCodes.Status503ServiceUnavailable)
            : Tagged.Bytes(http, file.Content, file.MediaType, $"ledger-{asked.Slug.Replace('/', '-')}.{file.Extension}", isPublic: false);
    }
}
