using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Running;

/// <summary>
/// One act on a case (办理动作): judged by the declaration and the state alone, it comes to events or to a refusal. Everything that follows from it, as that an item opens, or that
/// the last one joins the case, is decided in the same breath and so is written in the same unit. Touches nothing outside.
/// </summary>
/// <param name="declaration">Under which the case runs.</param>
/// <param name="state">As it stands.</param>
/// <param name="at">The legal instant since which the act counts.</param>
/// <param name="by">Who acts, as the journal says it.</param>
/// <param name="facts">Answers to the fields that rules ask about; null while one is unanswered.</param>
internal sealed class CaseProceeding(CaseDeclaration declaration, CaseState state, DateTimeOffset at, string by, Func<string, FieldValue?> facts)
{
    /// <summary>By so much may the clocks of the program's machines differ; what is done within a moment counts in the order in which it is done.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly List<CaseEvent> _events = [];

    /// <summary>Under which the case runs; another one where the act moved it.</summary>
    public CaseDeclaration Declaration { get; private set; } = declaration;

    public CaseState State { get; private set; } = state;

    /// <summary>Since when the act counts: its instant, but never before the receipt, which by the rule of its channel may be the working day that follows.</summary>
    public DateTimeOffset At => State.ReceivedAt is { } received ? Later(at, received) : at;

    /// <summary>Who acts.</summary>
    public string By => by;

    public Func<string, FieldValue?> Facts => facts;

    /// <summary>What the act comes to, in order.</summary>
    public IReadOnlyList<CaseEvent> Events => _events;

    /// <summary>Takes the application in (收到申请).</summary>
    /// <returns>Refused: <c>case.received</c>, <c>case.not-eligible</c> with every condition that does not hold.</returns>
    public Result<bool> Receive()
    {
        if (State.Phase != CasePhase.None) return new Refusal("case.received", "这件申请已经收到，不需要重复提交。");
        var against = Declaration.Eligibility.Where(r => !r.Rule.Judge(facts).Holds).Select(r => new Refusal("case.not-eligible", $"{r.Rule.Judge(facts).Say()}{r.Otherwise}", r.Source)).ToList();
        if (against.Count > 0) return Result<bool>.Refused(against);
        return Do(new(CaseEventKind.Received, at, by));
    }

    /// <summary>Does what follows from answers that have become known since (补充填写以后): items are left out, or open.</summary>
    /// <returns>Refused: <c>case.not-received</c>, <c>case.closed</c>.</returns>
    public Result<bool> Follow()
    {
        return NotRunning() is { } refusal ? refusal : Follow(At);
    }

    private Result<bool> Follow(DateTimeOffset since)
    {
        while (Follows(since, by) is { } next)
            if (Add(next) is { } no) return no;
        return true;
    }

    /// <summary>Goes on under another version, and with what follows from it there.</summary>
    internal Result<bool> MoveTo(CaseDeclaration next)
    {
        var moved = new CaseEvent(CaseEventKind.Moved, Later(At, State.LastAt), by, What: next.Version);
        State = CaseMove.Apply(Declaration, next, State, moved.EffectiveAt);
        Declaration = next;
        _events.Add(moved);
        return Follow(moved.EffectiveAt);
    }

    /// <summary>Adds an event and what follows from it.</summary>
    /// <returns>Refused where a clock refuses.</returns>
    internal Result<bool> Do(CaseEvent e)
    {
        if (Add(e) is { } refusal) return refusal;
        while (Follows(e.EffectiveAt, e.By) is { } next)
            if (Add(next) is { } no) return no;
        return true;
    }

    /// <summary>Why nothing can be done with the case; null where something can.</summary>
    internal Refusal? NotRunning() => State.Phase switch
    {
        CasePhase.None => new("case.not-received", "申请还没有提交，不能办理。"),
        CasePhase.Closed => new("case.closed", "这件申请已经办结，不能再改动；确有错误的，请按更正程序办理。"),
        _ => null,
    };

    /// <summary>Why what has to follow everything that was done cannot count since the instant of the act; null where it can.</summary>
    internal Refusal? BeforeLast() => At < State.LastAt - Moment ? new("case.too-early", string.Create(CultureInfo.InvariantCulture, $"这件申请在{State.LastAt.InBeijing():yyyy年M月d日 HH:mm}已经有过办理，时间不能早于这一时间。")) : null;

    /// <summary>Why an act on an item cannot count since its instant; null where it can.</summary>
    internal Refusal? TooEarly(string title, ItemState item) => At < item.LastAt - Moment
        ? new("case.too-early", string.Create(CultureInfo.InvariantCulture, $"{title}在{item.LastAt.InBeijing():yyyy年M月d日 HH:mm}已经有过办理，新的办理不能早于这个时间，请核对日期。")) : null;

    /// <summary>An act on an item as event. It counts since its instant, and among moments in the order in which they were done.</summary>
    internal CaseEvent Of(string item, CaseEventKind kind, string? what = null) => new(kind, Later(At, State.Items[item].LastAt), by, item, what);

    /// <summary>An item of the running case.</summary>
    /// <returns>False with a refusal where the case does not run, or has no such item, or the item is over, or more was done with it after the instant of the act: <c>case.too-early</c>.</returns>
    internal bool Finds(string id, [NotNullWhen(true)] out ItemDeclaration? declared, [NotNullWhen(true)] out ItemState? item, [NotNullWhen(false)] out Refusal? refusal)
    {
        (declared, item) = (Declaration.Item(id), State.Items.GetValueOrDefault(id));
        refusal = NotRunning() ?? (declared, item) switch
        {
            (null, _) or (_, null) => new("case.no-item", $"这件申请没有编号为“{id}”的事项，请核对。"),
            (_, { Phase: ItemPhase.LeftOut }) => new("case.item-left-out", $"这件申请不涉及{declared.Title}。"),
            (_, { Phase: ItemPhase.Ended }) => new("case.item-ended", $"{declared.Title}已经办结，不能再改动。"),
            _ => TooEarly(declared.Title, item),
        };
        return refusal is null;
    }

    private Refusal? Add(CaseEvent e)
    {
        if (CaseFold.Apply(Declaration, State, e).IsRefused(out var refusal, out var next)) return refusal;
        State = next;
        _events.Add(e);
        return null;
    }

    /// <summary>The next event that follows from the state by itself; null where all is settled.</summary>
    /// <param name="since">Since when what it follows from counts.</param>
    /// <param name="cause">By whom that was done.</param>
    private CaseEvent? Follows(DateTimeOffset since, string cause)
    {
        foreach (var item in Declaration.Items)
        {
            if (State.Items[item.Id] is not { IsEnded: false } now) continue;
            var from = Later(since, now.LastAt);
            if (State.Halt is not null) return Closed(item, from, cause);
            if (now.Following.FirstOrDefault(f => f.Value.StoppedAt is null && NeedOf(f.Key) == Truth.False).Key is { } spared) return new(CaseEventKind.Spared, from, cause, item.Id, spared);
            if (now.Phase == ItemPhase.Open && !item.IsAccepted) return new(CaseEventKind.Accepted, from, cause, item.Id);
            if (now.Phase != ItemPhase.Waiting) continue;
            var belongs = Belongs(item);
            if (belongs == Truth.False) return new(CaseEventKind.LeftOut, from, cause, item.Id);
            if (belongs == Truth.Unknown) continue;
            if (item.Needs.All(n => IsThere(n) || now.Following.ContainsKey(n))) return new(CaseEventKind.Opened, from, cause, item.Id);
            if (item.Needs.Any(CannotCome)) return Closed(item, from, cause);
        }
        if (State.Phase == CasePhase.Running && CaseJoin.Of(Declaration, State) is { } outcome) return new(CaseEventKind.Joined, since, cause, What: outcome.ToString());
        if (State.Phase == CasePhase.Joined && Declaration.Join.EndsRest && Declaration.Items.FirstOrDefault(i => !State.Items[i.Id].IsEnded) is { } rest)
            return Closed(rest, Later(since, State.Items[rest.Id].LastAt), cause);
        return null;
    }

    private static CaseEvent Closed(ItemDeclaration item, DateTimeOffset since, string cause) => new(CaseEventKind.Ended, since, cause, item.Id, item.Outcomes.First(o => o.Kind == OutcomeKind.Closed).Id);

    /// <summary>Whether nothing is missing of some evidence: it is there, or a commitment stands in for it, or it is not needed.</summary>
    internal bool IsThere(string evidence) => State.Evidence.Contains(evidence) || State.Commitments.Contains(evidence) || NeedOf(evidence) == Truth.False;

    /// <summary>Whether an item belongs to the case.</summary>
    internal Truth Belongs(ItemDeclaration item) => item.NeededWhen?.Judge(facts).Truth ?? Truth.True;

    /// <summary>Whether evidence for which something waits can come no more: it is the result of an item, and those that give it have ended without it.</summary>
    private bool CannotCome(string evidence)
    {
        if (State.Evidence.Contains(evidence) || State.Commitments.Contains(evidence) || NeedOf(evidence) != Truth.True || Declaration.Evidence.First(e => e.Id == evidence).From != EvidenceFrom.Item) return false;
        var phases = GiversOf(evidence);
        return phases.Contains(ItemPhase.Ended) && phases.All(p => p is ItemPhase.Ended or ItemPhase.LeftOut);
    }

    /// <summary>Where the items stand that give some evidence.</summary>
    internal IReadOnlyList<ItemPhase> GiversOf(string evidence) => [.. Declaration.Items.Where(i => i.Outcomes.Any(o => o.Gives.Contains(evidence))).Select(i => State.Items[i.Id].Phase)];

    private Truth NeedOf(string evidence) => Declaration.Evidence.First(e => e.Id == evidence).NeededWhen?.Judge(facts).Truth ?? Truth.True;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
