using Gongbao.Ledger.Letters;
using Gongbao.Platform.Access;

namespace Gongbao.Ledger.Work;

/// <summary>Who works on the ledger, and so reads what is not for everybody: minutes, visits, plans.</summary>
internal static class LedgerPeople
{
    /// <summary>Those who manage, verify, sign, report for a unit, or head one.</summary>
    public static bool Reads(Actor? actor) => actor is not null && ((string[])[LedgerRules.ManageVerb, LedgerRules.VerifyVerb, LetterRules.SignVerb, LedgerRules.ReportVerb, LedgerRules.HeadVerb]).Any(actor.May);

    /// <summary>Who reads the reports on an obligation that are not public: who manages or verifies, the liaison officers and heads of the units that have a share in it. A token for one unit reads as far as that unit has a share.</summary>
    public static bool ReadsReports(Actor? actor, IEnumerable<string> units) => actor is not null
        && units.Select(u => new AccessTarget(Unit: u)).Prepend(default).Any(t => ((string[])[LedgerRules.ManageVerb, LedgerRules.VerifyVerb, LedgerRules.ReportVerb, LedgerRules.HeadVerb]).Any(v => actor.May(v, t)));

    /// <summary>Whether somebody acts for a unit, or for all.</summary>
    public static bool ActsFor(Actor actor, string unit) => actor.May(LedgerRules.ManageVerb) || actor.May(LedgerRules.ReportVerb, new AccessTarget(Unit: unit));
}
