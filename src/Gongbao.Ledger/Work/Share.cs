using Gongbao.Kernel.Results;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;

namespace Gongbao.Ledger.Work;

/// <summary>Shares of units, as those who act for a unit name them.</summary>
internal static class Share
{
    /// <summary>A share that somebody may report on.</summary>
    /// <returns>Refusals: <c>ledger.no-such-share</c>, <c>ledger.not-your-unit</c>.</returns>
    public static Result<StoredAssignment> Own(OpenObligation open, Guid id, Actor by)
    {
        if (open.ShareOf(id) is not { } share) return new Refusal("ledger.no-such-share", "这项任务里没有这家单位的分工；请刷新页面后再办。");
        var target = new AccessTarget(Unit: share.Unit);
        if (!by.May(LedgerRules.ReportVerb, target)) return new Refusal("ledger.not-your-unit", "您的权限不包括这家单位；请由该单位的联络员办理。");
        open.StandsInFor = by.StandsInFor(LedgerRules.ReportVerb, target);
        return share;
    }
}
