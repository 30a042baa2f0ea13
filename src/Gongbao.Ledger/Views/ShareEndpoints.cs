using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Formats;
using Gongbao.Web.Formats.Office;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Views;

/// <summary>A share in a list over programmes, as data.</summary>
internal sealed record ListedShare(
    Guid Share, Guid Obligation, string Seen, string Programme, string? Number, int Ordinal, string Task, string Unit, DutyRole Role, AssignmentStage Stage, DateOnly? OwedOn, DateOnly? ReportBy, DateOnly? LastReportOn)
{
    public static ListedShare Of(WorkLine line) => new(
        line.Share, line.Obligation, line.Seen.ToString(), line.Programme, line.Number, line.Ordinal, line.Task, line.UnitName, line.Role, line.Stage, line.OwedOn, line.ReportBy, line.LastReportOn);
}

/// <summary>A part of a list of shares, with the place behind the last of them.</summary>
internal sealed record ShareList(IReadOnlyList<ListedShare> Shares, int Total, string? Next);

/// <summary>The lists over programmes for programs, by cursor, and as tables: what a unit owes, for everybody; what is late and what waits to be verified, for the follow-up; what one has to do oneself.</summary>
internal static class ShareEndpoints
{
    /// <summary>Shares of one table: it is held whole.</summary>
    private const int MostInTable = 20_000;

    private static readonly string[] Heads = ["文件", "序号", "任务", "单位", "分工", "阶段", "到期日", "应报告日", "最近报告"];

    private delegate Task<ListSlice<WorkLine, WorkPlace>> Read(WorkLists lists, HttpContext http, Actor? by, WorkFilter filter, ListLook look, ListStart<WorkPlace> start, int size);

    public static void Map(IEndpointRouteBuilder routes)
    {
        List("/api/ledger/units/{unit}/shares", "UnitShares", "一家单位的全部分工，最先到期的在前，办结的在后", null, ListLooks.OfUnit, (lists, http, _, filter, _, start, size) => lists.UnitAsync((string)http.Request.RouteValues["unit"]!, start, http.RequestAborted, filter with { Unit = null }, size));
        List("/api/ledger/follow-up/late", "LateShares", "逾期和到期未报告的分工", LedgerRules.ManageVerb, ListLooks.Late, (lists, http, _, filter, look, start, size) => lists.LateAsync(start, http.RequestAborted, filter, size, look.Order.Key));
        List("/api/ledger/follow-up/submitted", "SubmittedShares", "等待核验的分工，报告早的在前", LedgerRules.ManageVerb, ListLooks.Submitted, (lists, http, _, filter, look, start, size) => lists.SubmittedAsync(start, http.RequestAborted, filter, size, look.Order.Key));
        List("/api/ledger/work", "MyWork", "自己可以代表其报告的单位还没有办结的分工", LedgerRules.ReportVerb, ListLooks.Work, (lists, http, by, filter, look, start, size) => lists.WorkAsync(by!, start, http.RequestAborted, filter, size, look.Order.Key));

        void List(string address, string name, string summary, string? verb, ListOffer offer, Read read)
        {
            string[] ordered = offer.Orders.Count > 1 ? [ListLook.OrderParameter] : [];
            Allowed(routes.MapGet(address, (WorkLists lists, ActorSource actors, HttpContext http) => JsonAsync(name, verb, offer, read, lists, actors, http))).WithName("List" + name).WithSummary(summary)
                .WithMetadata(new QueryParameters(["cursor", .. WorkFilter.Parameters, .. ordered])).Produces<ShareList>().ProducesProblem(StatusCodes.Status400BadRequest);
            foreach (var (end, mediaType) in new[] { ("csv", "text/csv; charset=utf-8"), ("xlsx", Xlsx.MediaType) })
            {
                // A session opens pages only, a token the interface only: each has a door of its own to the same table.
                Allowed(routes.MapGet($"{address["/api".Length..]}.{end}", (WorkLists lists, ActorSource actors, HttpContext http) => TableAsync(name, end, mediaType, verb, offer, read, lists, actors, http))).ExcludeFromDescription();
                Allowed(routes.MapGet($"{address}.{end}", (WorkLists lists, ActorSource actors, HttpContext http) => TableAsync(name, end, mediaType, verb, offer, read, lists, actors, http))).WithName($"Get{name}{char.ToUpperInvariant(end[0])}{end[1..]}")
                    .WithSummary($"{summary}（{end.ToUpperInvariant()}）").WithMetadata(new QueryParameters([.. WorkFilter.Parameters, .. ordered, ListLook.ColumnParameter])).Produces<Stream>(StatusCodes.Status200OK, mediaType.Split(';')[0]).ProducesProblem(StatusCodes.Status400BadRequest);
            }

            RouteHandlerBuilder Allowed(RouteHandlerBuilder route) => (verb is null ? route.AllowPublic() : route.RequireVerb(verb)).WithTags("任务台账");
        }
    }

    private static async Task<IResult> JsonAsync(string name, string? verb, ListOffer offer, Read read, WorkLists lists, ActorSource actors, HttpContext http)
    {
        var (filter, look) = (WorkFilter.Of(http.Request), ListLook.Of(http.Request, offer));
        var cursor = new ListCursor("shares/" + name, http.Request.RouteValues["unit"] as string, filter.Query, look.Order == offer.Orders[0] ? null : look.Order.Key);
        if (cursor.Read<WorkPlace>(null, http.Request.Query["cursor"]).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var by = await actors.FindAsync(http, http.RequestAborted);
        if (verb is not null && by is null) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        if (AgainstScope(verb, by, filter) is { } beyond) return Refused.Problem(beyond, StatusCodes.Status403Forbidden);
        var slice = await read(lists, http, by, filter, look, start, WorkLists.PageSize);
        return Tagged.Json(http, new ShareList([.. slice.Rows.Select(ListedShare.Of)], slice.Total, cursor.Write(slice.Behind)), isPublic: verb is null);
    }

    private static async Task<IResult> TableAsync(string name, string end, string mediaType, string? verb, ListOffer offer, Read read, WorkLists lists, ActorSource actors, HttpContext http)
    {
        var by = await actors.FindAsync(http, http.RequestAborted);
        if (verb is not null && by is null) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        var (filter, look) = (WorkFilter.Of(http.Request), ListLook.Of(http.Request, offer));
        if (AgainstScope(verb, by, filter) is { } beyond) return Refused.Problem(beyond, StatusCodes.Status403Forbidden);
        var slice = await read(lists, http, by, filter, look, 1, MostInTable);
        if (slice.Behind is not null)
            return Refused.Problem(new("ledger.table-too-large", $"共 {slice.Total} 份分工，一张表最多 {MostInTable} 份；请按单位或者文件筛选后再下载，或者用 cursor 分次取。"), StatusCodes.Status400BadRequest);
        var rows = slice.Rows.Select(l => (IReadOnlyList<SheetCell>)[l.Number ?? l.Programme, l.Ordinal, l.Task, l.UnitName, StateWords.Of(l.Role), Word(l.Stage), l.OwedOn, l.ReportBy, l.LastReportOn]).ToList();
        var kept = look.Kept(Heads);
        var (heads, cells) = (kept.Select(i => Heads[i]).ToList(), rows.Select(r => (IReadOnlyList<SheetCell>)[.. kept.Select(i => r[i])]).ToList());
        var bytes = end == "xlsx" ? Xlsx.Table("任务", heads, cells) : Csv.Table(heads, cells.Select(r => (IReadOnlyList<string?>)[.. r.Select(c => c.Words)]));
        return Tagged.Bytes(http, bytes, mediaType, $"{name}.{end}", isPublic: verb is null);
    }

    /// <summary>The lists of the follow-up are of the whole city: a token for one unit has to ask for that unit. One's own list is of one's own units anyway.</summary>
    private static Refusal? AgainstScope(string? verb, Actor? by, WorkFilter filter) =>
        verb != LedgerRules.ManageVerb || by!.May(verb, default) || filter.Unit is { } unit && by.May(verb, new AccessTarget(Unit: unit))
            ? null : new("ledger.not-your-unit", "这个令牌只在一个单位内有效；请在地址里用 unit 写明这个单位的编号。");

    private static string Word(AssignmentStage stage) => stage switch
    {
        AssignmentStage.Open => "办理中",
        AssignmentStage.Submitted => "待核验",
        AssignmentStage.Verified => "已核验",
        AssignmentStage.Released => "已免除",
        AssignmentStage.Returned => "已退回",
    };
}
