using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;

namespace Gongbao.Casework.Running;

/// <summary>Verbs of the room (权限).</summary>
internal static class CaseVerbs
{
    /// <summary>Takes applications in at a window, by post or fax (收件).</summary>
    public const string Receive = "case.receive";

    /// <summary>Accepts, looks, and tells what is missing (受理).</summary>
    public const string Accept = "case.accept";

    /// <summary>办理.</summary>
    public const string Handle = "case.handle";

    /// <summary>What the program does with running cases when a new version of their declaration is published.</summary>
    public const string Move = "case.move";

    /// <summary>What the program does when time runs out.</summary>
    public const string Expire = "case.expire";
}

/// <summary>Who acts on a case: somebody with a role, the applicant, or the program itself.</summary>
/// <param name="Id">As the journal says it.</param>
/// <param name="Actor">Null for the applicant and the program.</param>
internal sealed record CaseParty(ActorId Id, Actor? Actor)
{
    /// <summary>Who applies, known by reference and code, without an account.</summary>
    public static CaseParty Applicant { get; } = new(ActorId.System("applicant"), null);

    public static CaseParty Program { get; } = new(ActorId.System("case"), null);

    public static CaseParty Of(Actor actor) => new(actor.ActorId, actor);
}

/// <summary>Something that is done to a case (办理动作).</summary>
/// <param name="Item">To which item; null to the case.</param>
/// <param name="Verb">Which verb it takes, by the declaration.</param>
/// <param name="Do">Does it, or refuses.</param>
internal sealed record CaseAct(string? Item, Func<CaseDeclaration, string> Verb, Func<CaseProceeding, WorkCalendar, Result<bool>> Do)
{
    /// <summary>Whether the applicant may do it.</summary>
    public bool IsApplicants { get; private init; }

    /// <summary>Whether it asks about answers that the case in hand does not hold.</summary>
    public bool ReadsAnew { get; private init; }

    public static CaseAct Accept(string item) => Of(item, CaseVerbs.Accept, p => p.Accept(item));

    /// <summary>Accepts what waits for evidence that may follow.</summary>
    public static CaseAct AcceptAhead(string item) => Of(item, CaseVerbs.Accept, p => p.AcceptAhead(item));

    /// <summary>Commits to what a paper would prove.</summary>
    public static CaseAct Commit(string evidence) => new(null, _ => CaseVerbs.Receive, (p, _) => p.Commit(evidence)) { IsApplicants = true };

    /// <summary>A commitment turned out untrue.</summary>
    public static CaseAct Disprove(string evidence) => new(null, _ => CaseVerbs.Handle, (p, _) => p.Disprove(evidence));

    public static CaseAct Look(string item) => Of(item, CaseVerbs.Accept, p => p.Look(item));

    public static CaseAct Note(string item, string deficiency) => Of(item, CaseVerbs.Accept, p => p.Note(item, deficiency));

    /// <summary>Sends the one notice.</summary>
    /// <param name="reason">Why an item is told again, by item.</param>
    public static CaseAct Notify(IReadOnlyDictionary<string, string> reason) => new(null, _ => CaseVerbs.Accept, (p, calendar) => p.Notify(reason, calendar));

    public static CaseAct Supply(string item, string deficiency) => Of(item, CaseVerbs.Receive, p => p.Supply(item, deficiency)) with { IsApplicants = true };

    public static CaseAct Give(string evidence) => new(null, _ => CaseVerbs.Receive, (p, _) => p.Give(evidence)) { IsApplicants = true };

    public static CaseAct Pass(string item, string stage) => new(item, d => d.Item(item)?.Stages.FirstOrDefault(s => s.Id == stage)?.Verb ?? CaseVerbs.Handle, (p, _) => p.Pass(item, stage));

    public static CaseAct SendBack(string item, string stage) => Of(item, CaseVerbs.Handle, p => p.SendBack(item, stage));

    /// <summary>Ends an item, which is the act of its last stage and takes its verb; an early end takes that of handling.</summary>
    public static CaseAct End(string item, string outcome) => new(item, d => d.Item(item) is { } i && i.Outcome(outcome) is { IsEarly: false } ? i.Stages[^1].Verb : CaseVerbs.Handle, (p, _) => p.End(item, outcome));

    public static CaseAct Withdraw(string item) => Of(item, CaseVerbs.Receive, p => p.Withdraw(item)) with { IsApplicants = true };

    /// <summary>Puts right what came of an item that has ended (更正).</summary>
    public static CaseAct Correct(string item, string? result, string reason) => Of(item, CaseVerbs.Handle, p => p.Correct(item, result, reason));

    /// <summary>Gives once more what came of an item that has ended (补发).</summary>
    public static CaseAct Reissue(string item, string? result, string reason) => Of(item, CaseVerbs.Handle, p => p.Reissue(item, result, reason));

    public static CaseAct Halt(string halt) => new(null, _ => CaseVerbs.Handle, (p, _) => p.Halt(halt));

    public static CaseAct Pause(string item, string clock, string reason) => Of(item, CaseVerbs.Handle, p => p.Pause(item, clock, reason));

    public static CaseAct Resume(string item, string clock, string reason) => Of(item, CaseVerbs.Handle, p => p.Resume(item, clock, reason));

    public static CaseAct Extend(string item, string clock, int amount) => new(item, d => d.Item(item)?.Clock(clock)?.Extension?.Verb ?? CaseVerbs.Handle, (p, calendar) => p.Extend(item, clock, amount, calendar));

    public static CaseAct Inquire(string item, string inquiry) => Of(item, CaseVerbs.Handle, p => p.Inquire(item, inquiry));

    public static CaseAct Answer(string item, string inquiry, string answer) => Of(item, CaseVerbs.Handle, p => p.Answer(item, inquiry, answer));

    /// <summary>Goes on under another version of the declaration; the program does it, as the publication says.</summary>
    public static CaseAct Move(CaseDeclaration next) => new(null, _ => CaseVerbs.Move, (p, _) => p.Move(next)) { ReadsAnew = true };

    /// <summary>Deals with what has run out, and does nothing else.</summary>
    public static CaseAct Expire { get; } = new(null, _ => CaseVerbs.Expire, (_, _) => true);

    private static CaseAct Of(string item, string verb, Func<CaseProceeding, Result<bool>> act) => new(item, _ => verb, (p, _) => act(p));

    /// <summary>Whether somebody may do it: with the verb for the unit of its item, or, where it is done to the case, for the unit of any of its items.</summary>
    public bool IsAllowed(CaseParty by, string verb, OpenCase open)
    {
        if (by.Actor is not { } actor) return by == CaseParty.Program || (by == CaseParty.Applicant && IsApplicants);
        return open.Declaration.Items.Any(i => (Item is null || i.Id == Item) && actor.May(verb, new(Unit: open.UnitOf(i)))) || (Item is not null && open.Declaration.Item(Item) is null && actor.May(verb));
    }
}
