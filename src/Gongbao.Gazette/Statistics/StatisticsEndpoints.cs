using System.Globalization;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Platform.Access;
using Gongbao.Web.Formats;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Statistics;

/// <summary>The library's numbers as data (统计接口).</summary>
internal static class StatisticsEndpoints
{
    public const string Csv = "/api/gazette/statistics.csv";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/gazette").WithTags("统计").AllowPublic();
        group.MapGet("/statistics", async (LibraryStatistics statistics, HttpContext http) => LibraryEndpoints.Send(await statistics.ReadAsync(http.RequestAborted), http))
            .WithName("GetStatistics").WithSummary("文库统计：文件按效力、文种、发文机关、主题、对象、层级、年份的份数，被引用最多的文件；on 指定日期")
            .WithMetadata(AsOf.Query).Produces<StatisticsView>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/statistics.csv", async (LibraryStatistics statistics, HttpContext http) => Tagged.Bytes(http, Table(await statistics.ReadAsync(http.RequestAborted)), "text/csv; charset=utf-8", "statistics.csv"))
            .WithName("GetStatisticsCsv").WithSummary("文库统计（CSV）：每行一个分类的一个值；on 指定日期").WithMetadata(AsOf.Query).Produces<Stream>(StatusCodes.Status200OK, "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    internal static byte[] Table(StatisticsView view) => Web.Formats.Csv.Table(
        ["日期", "分类", "值", "文件数"],
        view.Divisions.SelectMany(d => (d.Without > 0 ? d.Values.Append(new("未标明", d.Without)) : d.Values).Select(v => (IReadOnlyList<string?>)
            [ChineseFormat.Iso(view.Day), d.Name, v.Value, v.Documents.ToString(CultureInfo.InvariantCulture)])));
}
