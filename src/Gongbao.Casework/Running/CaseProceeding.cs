using System.Diagnostics.CodeAnalysis;
using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Results;

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
    private readonly List<CaseEvent> _events = [];

    public CaseDeclaration Declaration => declaration;

    public CaseState State { get; private set; } = state;

    public DateTimeOffset At => at;

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
        var against = declaration.Eligibility.Where(r => !r.Rule.Judge(facts).Holds).Select(r => new Refusal("case.not-eligible", $"{r.Rule.Judge(facts).Say()}{r.Otherwise}", r.Source)).ToList();
        if (against.Count > 0) return Result<bool>.Refused(against);
        return Do(new(CaseEventKind.Received, at, by));
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

    /// <summary>An item of the running case.</summary>
    /// <returns>False with a refusal where the case does not run, or has no such item.</returns>
    internal bool Finds(string id, [NotNullWhen(true)] out ItemDeclaration? declared, [NotNullWhen(true)] out ItemState? item, [NotNullWhen(false)] out Refusal? refusal)
    {
        (declared, item) = (declaration.Item(id), State.Items.GetValueOrDefault(id));
        refusal = (State.Phase, declared, item) switch
        {
            (CasePhase.None, _, _) => new("case.not-received", "申请还没有提交，不能办理。"),
            (CasePhase.Closed, _, _) => new("case.closed", "这件申请已经办结，不能再改动；确有错误的，请按更正程序办理。"),
            (_, null, _) or (_, _, null) => new("case.no-item", $"这件申请没有编号为“{id}”的事项，请核对。"),
            (_, _, { Phase: ItemPhase.LeftOut }) => new("case.item-left-out", $"这件申请不涉及{declared.Title}。"),
            (_, _, { Phase: ItemPhase.Ended }) => new("case.item-ended", $"{declared.Title}已经办结，不能再改动。"),
            _ => null,
        };
        return refusal is null;
    }

    private Refusal? Add(CaseEvent e)
    {
        if (CaseFold.Apply(declaration, State, e).IsRefused(out var refusal, out var next)) return refusal;
        State = next;
        _events.Add(e);
        return null;
    }

    /// <summary>The next event that follows from the state by itself; null where all is settled.</summary>
    /// <param name="since">Since when what it follows from counts.</param>
    /// <param name="cause">By whom that was done.</param>
    private CaseEvent? Follows(DateTimeOffset since, string cause)
    {
        foreach (var item in declaration.Items)
        {
            if (State.Items[item.Id] is not { IsEnded: false } now) continue;
            if (State.Halt is not null) return new(CaseEventKind.Ended, since, cause, item.Id, item.Outcomes.First(o => o.Kind == OutcomeKind.Closed).Id);
            if (now.Phase == ItemPhase.Waiting && item.NeededWhen?.Judge(facts).Truth == Truth.False) return new(CaseEventKind.LeftOut, since, cause, item.Id);
            if (now.Phase == ItemPhase.Waiting && IsReady(item)) return new(CaseEventKind.Opened, since, cause, item.Id);
            if (now.Phase == ItemPhase.Open && !item.IsAccepted) return new(CaseEventKind.Accepted, since, cause, item.Id);
        }
        if (State.Phase == CasePhase.Running && CaseJoin.Of(declaration, State) is { } outcome) return new(CaseEventKind.Joined, since, cause, What: outcome.ToString());
        if (State.Phase == CasePhase.Joined && declaration.Join.EndsRest && declaration.Items.FirstOrDefault(i => !State.Items[i.Id].IsEnded) is { } rest)
            return new(CaseEventKind.Ended, since, cause, rest.Id, rest.Outcomes.First(o => o.Kind == OutcomeKind.Closed).Id);
        return null;
    }

    private bool IsReady(ItemDeclaration item) => item.NeededWhen?.Judge(facts).Truth is null or Truth.True
        && item.Needs.All(n => State.Evidence.Contains(n) || declaration.Evidence.First(e => e.Id == n).NeededWhen?.Judge(facts).Truth == Truth.False);
}
