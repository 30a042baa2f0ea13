using Gongbao.Ledger.Letters;
using Gongbao.Platform.Access;

namespace Gongbao.Ledger.Work;

/// <summary>Who works on the ledger, and so reads what is not for everybody: minutes, visits, plans.</summary>
internal static class LedgerPeople
{
    /// <summary>Those who manage, verify, sign, report for a unit, or head one.</summary>
    public static bool Reads(Actor? actor) => actor is not null && ((string[])[LedgerRules.ManageVerb, LedgerRules.VerifyVerb, LetterRules.SignVerb, LedgerRules.ReportVerb, LedgerRules.HeadVerb]).Any(actor.May);

    /// <summary>Whether somebody acts for a unit, or for all.</summary>
    public static bool ActsFor(Actor actor, string unit) => actor.May(LedgerRules.ManageVerb) || actor.May(LedgerRules.ReportVerb, new AccessTarget(Unit: unit));
}
