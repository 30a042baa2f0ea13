using Gongbao.Web;

namespace Gongbao.Ledger.Reprojection;

/// <summary>The data of re-projections in words (数据说明), one line a type or property.</summary>
internal static class ReprojectionWords
{
    private const string Types = """
        Reprojection.RunList	日期的重新推算
        Reprojection.RunList.runs	新的在前
        Reprojection.RunList.total	一共几次
        Reprojection.RunList.next	下一页的 cursor；最后一页为 null
        Reprojection.RunItem	一次重新推算
        Reprojection.RunItem.run	编号
        Reprojection.RunItem.reason	原因
        Reprojection.RunItem.is_full	是否逐项推算；false 为只改工作日历影响的日期
        Reprojection.RunItem.begun_at	开始的时刻
        Reprojection.RunItem.ended_at	完成的时刻；还在推算的为 null
        Reprojection.RunItem.chunks	完成了几批
        Reprojection.RunItem.moved	改动了几个日期
        Reprojection.RunItem.digest	改动清单的 SHA-256；还在推算的为 null
        Reprojection.MoveList	一次重新推算改动的日期
        Reprojection.MoveList.moves	改动的日期
        Reprojection.MoveList.total	一共几个
        Reprojection.MoveList.next	下一页的 cursor；最后一页为 null
        Reprojection.MoveItem	一个改动的日期
        Reprojection.MoveItem.obligation	任务的编号
        Reprojection.MoveItem.share	分工的编号
        Reprojection.MoveItem.task	任务
        Reprojection.MoveItem.unit	单位全称
        Reprojection.MoveItem.before	原来的日期；没有的为 null
        Reprojection.MoveItem.after	现在的日期；没有的为 null
        """;

    private const string Parameters = """
        run	重新推算的编号
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types, Parameters);
}
