using Gongbao.Platform.Access;

namespace Gongbao.Ledger.Handover;

/// <summary>Who may say who does the work of a unit: its own liaison officers, its head, the follow-up office. Whoever only stands in for somebody may not.</summary>
internal static class UnitAccess
{
    /// <returns>The verb that allows it; null where nothing does.</returns>
    public static string? VerbOf(Actor by, string unit)
    {
        var target = new AccessTarget(Unit: unit);
        if (by.May(LedgerRules.ManageVerb, target)) return LedgerRules.ManageVerb;
        if (by.May(LedgerRules.HeadVerb, target)) return LedgerRules.HeadVerb;
        return by.May(LedgerRules.ReportVerb, target) && by.StandsInFor(LedgerRules.ReportVerb, target) is null ? LedgerRules.ReportVerb : null;
    }
}
