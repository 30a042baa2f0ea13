using Gongbao.Ledger.Charts;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Views;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Formats;
using Gongbao.Web.Formats.Office;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Sheets;

/// <summary>A programme as a table: for programs of tables, for word processors and as comma-separated words; of all shares, or of those of a state, a unit or a measure.</summary>
internal static class SheetEndpoints
{
    private static readonly (string End, string What, string MediaType, Func<ProgrammeView, Func<ShareRow, bool>?, ListLook?, byte[]> Write)[] Formats =
    [
        ("csv", "CSV", "text/csv; charset=utf-8", LedgerSheet.Csv),
        ("xlsx", "XLSX", Xlsx.MediaType, LedgerSheet.Workbook),
        ("docx", "DOCX", DocxTable.MediaType, LedgerSheet.Docx),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (end, what, mediaType, write) in Formats)
            routes.MapGet($"/api/ledger/programmes/{{document}}/obligations.{end}", (string document, LedgerDesk desk, HttpContext http) => SendAsync(document, end, mediaType, write, desk, http))
                .WithTags("任务台账").AllowPublic().WithName($"GetProgramme{char.ToUpperInvariant(end[0])}{end[1..]}")
                .WithSummary($"一份文件的任务台账（{what}），{(end == "docx" ? "一项任务一行" : "一家单位的一项分工一行")}；可以只要一种状态、一家单位、一项措施的，可以只要几列")
                .WithMetadata(new QueryParameters(["on", "state", "unit", "measure", ListLook.OrderParameter, ListLook.ColumnParameter])).Produces<Stream>(StatusCodes.Status200OK, mediaType.Split(';')[0]).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The shares that are asked for.</summary>
    /// <param name="state">The word of a state; null or empty for every.</param>
    /// <param name="unit">Directory id of a unit; null or empty for every.</param>
    /// <returns>Null where all are.</returns>
    public static Func<ShareRow, bool>? Wanted(string? state, string? unit)
    {
        if (string.IsNullOrEmpty(state) && string.IsNullOrEmpty(unit)) return null;
        return s => (string.IsNullOrEmpty(state) || ProgrammeData.Code(s.Standing.State) == state) && (string.IsNullOrEmpty(unit) || s.Share.Unit == unit);
    }

    private static async Task<IResult> SendAsync(string document, string end, string mediaType, Func<ProgrammeView, Func<ShareRow, bool>?, ListLook?, byte[]> write, LedgerDesk desk, HttpContext http)
    {
        if (LedgerDay.Of(http.Request).IsRefused(out var refusal, out var on)) return Refused.Problem(refusal, StatusCodes.Status400BadRequest);
        var (state, unit) = (http.Request.Query["state"].ToString(), http.Request.Query["unit"].ToString());
        if (state.Length > 0 && StateWords.All.All(s => ProgrammeData.Code(s) != state))
            return Refused.Problem(new("ledger.no-such-state", $"没有“{(state.Length > 20 ? state[..20] + "……" : state)}”这种状态；请填 {string.Join('、', StateWords.All.Select(s => ProgrammeData.Code(s)))} 之一，或者不填。"), StatusCodes.Status400BadRequest);
        if (await desk.ProgrammeAsync(document, on, http.RequestAborted) is not { } view) return TypedResults.NotFound();
        var filter = ChartFilter.Of(http.Request, on);
        var look = ListLook.Of(http.Request, ListLooks.Programme);
        var rows = view.Rows.Where(filter.Wants);
        return Tagged.Bytes(http, write(view with { Rows = [.. look.Order.Key == ListLooks.PlaceDown ? rows.Reverse() : rows] }, Wanted(state, unit), look), mediaType, $"ledger-{document}-{ChineseFormat.Iso(view.On)}.{end}");
    }
}
