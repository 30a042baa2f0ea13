using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;

namespace Gongbao.Ledger.States;

/// <summary>What units asked for and nobody has answered yet.</summary>
internal static class Requests
{
    /// <summary>The declared ladder for an answer that is owed.</summary>
    public const string Ladder = "request-answer";

    /// <summary>The cause by which the notices know a request.</summary>
    public static string CauseOf(StoredAct request) => $"request:{request.Id:N}";

    /// <summary>The last day for the answer, inclusive.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="on">The day on which it was.</param>
    /// <param name="rules">How the city keeps its ledger.</param>
    /// <param name="calendar">Counts working days.</param>
    public static DateOnly AnswerBy(ActKind kind, DateOnly on, LedgerRules rules, WorkCalendar calendar) => Clock.Start(Term.WorkingDays(rules.AnswerDays), on, StateWords.Of(kind)).DueBy(calendar).On!.Value;

    /// <summary>Those of all obligations.</summary>
    public static IQueryable<StoredAct> Waiting(LedgerDb db) =>
        db.Acts.Where(a => (a.Kind == ActKind.ExtensionAsked || a.Kind == ActKind.ReturnAsked || a.Kind == ActKind.Raised) && !db.Acts.Any(x => x.ObligationId == a.ObligationId && x.Answers == a.Id));

    /// <param name="acts">The acts of an obligation.</param>
    /// <param name="share">Only those of one share; null for all.</param>
    public static IEnumerable<StoredAct> Waiting(IEnumerable<StoredAct> acts, Guid? share)
    {
        var all = acts.ToList();
        var answered = all.Where(a => a.Answers is not null).Select(a => a.Answers!.Value).ToHashSet();
        return all.Where(a => a.Kind is ActKind.ExtensionAsked or ActKind.ReturnAsked or ActKind.Raised && !answered.Contains(a.Id) && (share is null || a.AssignmentId == share));
    }
}
