using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;

namespace Gongbao.Casework.Tests.Model;

/// <summary>
/// A case as a careful clerk would keep it on paper: written from the words of the declarations and the law, slow and plain, changed in place, and sharing nothing with the engine
/// but the declarations and the names of states. Every act gives the code of its refusal, or null where it was done.
/// </summary>
internal sealed partial class CaseModel
{
    private readonly Versions _versions;
    private CaseDeclaration _declaration;
    private readonly ModelCalendar _calendar;
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    /// <summary>Since when what concerns no item alone counts: commitments, and moves to other versions.</summary>
    private readonly List<DateTimeOffset> _others = [];

    private DateTimeOffset _at;
    private string _by = "";

    public CaseModel(Versions versions, ModelCalendar calendar)
    {
        (_versions, _declaration, _calendar) = (versions, versions.First, calendar);
        Items = _declaration.Items.ToDictionary(i => i.Id, i => new ModelItem(i));
    }

    /// <summary>Under which the case runs.</summary>
    public CaseDeclaration Declaration => _declaration;

    public CasePhase Phase { get; private set; }

    public CaseOutcome? Outcome { get; private set; }

    public DateTimeOffset? ReceivedAt { get; private set; }

    public Dictionary<string, ModelItem> Items { get; }

    /// <summary>Evidence that is there, and since when.</summary>
    public Dictionary<string, DateTimeOffset> Evidence { get; } = [];

    public HashSet<string> Commitments { get; } = [];

    public HashSet<string> Broken { get; } = [];

    /// <summary>Answers to the questions that rules ask about; what is not in it is not known.</summary>
    public Dictionary<string, bool> Facts { get; } = [];

    /// <summary>Items of the version under which the case runs.</summary>
    private IEnumerable<ModelItem> Mine => _declaration.Items.Select(i => Items[i.Id]);

    /// <summary>Does one act of a script.</summary>
    public string? Do(Act act)
    {
        // What was done before the receipt counts since then.
        (_at, _by) = (ReceivedAt is { } received ? Later(act.At, received) : act.At, act.By);
        return act.Kind switch
        {
            ActKind.Learn => Learn(act.What!, act.Flag),
            ActKind.Receive => Receive(),
            ActKind.Give => Give(act.What!),
            ActKind.Accept => OfItem(act, Accept),
            ActKind.Look => OfItem(act, Look),
            ActKind.Note => OfItem(act, i => Note(i, act.What!)),
            ActKind.Notify => Notify(act.Flag),
            ActKind.Supply => OfItem(act, i => Supply(i, act.What!)),
            ActKind.Pass => OfItem(act, i => Pass(i, act.What!)),
            ActKind.SendBack => OfItem(act, i => SendBack(i, act.What!)),
            ActKind.End => OfItem(act, i => End(i, act.What!)),
            ActKind.Withdraw => OfItem(act, Withdraw),
            ActKind.Pause => OfItem(act, i => Pause(i, act.What!, act.Other!)),
            ActKind.Resume => OfItem(act, i => Resume(i, act.What!, act.Other!)),
            ActKind.Extend => OfItem(act, i => Extend(i, act.What!, act.Amount)),
            ActKind.Inquire => OfItem(act, i => Inquire(i, act.What!)),
            ActKind.Answer => OfItem(act, i => Answer(i, act.What!, act.Other!)),
            ActKind.Expire => Expire(),
            ActKind.Halt => Halt(act.What!),
            ActKind.AcceptAhead => OfItem(act, AcceptAhead),
            ActKind.Commit => Commit(act.What!),
            ActKind.Disprove => Disprove(act.What!),
            ActKind.Correct => Again(act),
            ActKind.Reissue => Again(act),
            ActKind.Move => Move(_versions.Of(act.What!)),
        };
    }

    /// <summary>A fact has become known, and what follows from it follows.</summary>
    private string? Learn(string fact, bool value)
    {
        Facts[fact] = value;
        return NotRunning() is null ? Done() : null;
    }

    private string? Receive()
    {
        if (Phase != CasePhase.None) return "case.received";
        if (_declaration.Eligibility.Any(e => Holds(e.Rule) != true)) return "case.not-eligible";
        (Phase, ReceivedAt) = (CasePhase.Running, _at);
        foreach (var item in Items.Values)
        {
            item.Did(_at);
            item.Triggered(_at, ClockTrigger.Received);
        }
        return Done();
    }

    private string? Give(string evidence)
    {
        if (NotRunning() is { } no) return no;
        if (_declaration.Evidence.All(e => e.Id != evidence)) return "case.no-evidence";
        if (!MayBring(_declaration.Evidence.First(e => e.Id == evidence))) return "case.evidence-of-item";
        if (Evidence.ContainsKey(evidence)) return null;
        Given(evidence, _at);
        return Done();
    }

    /// <summary>The result of an item comes of that item alone, unless no item that gives it belongs to the case.</summary>
    public bool MayBring(EvidenceDeclaration evidence) =>
        evidence.From != EvidenceFrom.Item || Mine.Where(i => i.Declared.Outcomes.Any(o => o.Gives.Contains(evidence.Id))).All(i => i.Phase == ItemPhase.LeftOut);

    private string? Halt(string halt)
    {
        if (NotRunning() is { } no) return no;
        if (_declaration.Halts.All(h => h.Id != halt)) return "case.no-halt";
        foreach (var item in Items.Values.Where(i => !i.IsOver)) item.Ends(Later(_at, item.Since), item.OutcomeOf(OutcomeKind.Closed)!);
        // What was decided before stays decided.
        (Phase, Outcome) = (CasePhase.Closed, Outcome ?? CaseOutcome.Halted);
        return null;
    }

    /// <summary>Goes on under another version: what it adds waits, what it no longer has is left out.</summary>
    private string? Move(CaseDeclaration next)
    {
        if (NotRunning() is { } no) return no;
        if (Phase == CasePhase.Joined) return "case.joined";
        var last = Items.Values.Select(i => i.Since).Concat(Evidence.Values).Concat(_others).Append(ReceivedAt!.Value).Max();
        if (_at < last - Moment) return "case.too-early";
        _at = Later(_at, last);
        if (next.Version == _declaration.Version) return "case.same-version";
        foreach (var item in next.Items.Where(i => Items.ContainsKey(i.Id)))
            if (Items[item.Id] is var now && ((now.Outcome is not null && item.Outcomes.All(o => o.Id != now.Outcome)) || (!now.IsOver && now.Outlasts(item)))) return "case.cannot-move";
        foreach (var item in Items.Values.Where(i => !i.IsOver))
            if (next.Items.FirstOrDefault(i => i.Id == item.Declared.Id) is { } kept) item.Moves(_at, kept);
            else item.LeftOut(_at);
        foreach (var added in next.Items.Where(i => !Items.ContainsKey(i.Id)))
        {
            Items.Add(added.Id, new(added));
            Items[added.Id].Did(_at);
            Items[added.Id].Triggered(_at, ClockTrigger.Received);
        }
        _declaration = next;
        _others.Add(_at);
        return Done();
    }

    private string? OfItem(Act act, Func<ModelItem, string?> what)
    {
        if (NotRunning() is { } no) return no;
        if (_declaration.Items.All(i => i.Id != act.Item) || !Items.TryGetValue(act.Item!, out var item)) return "case.no-item";
        if (item.Phase == ItemPhase.LeftOut) return "case.item-left-out";
        if (item.Phase == ItemPhase.Ended) return "case.item-ended";
        if (_at < item.Since - Moment) return "case.too-early";
        _at = Later(_at, item.Since);
        return what(item);
    }

    /// <summary>Evidence is there; what waits for it cannot count since before that.</summary>
    private void Given(string evidence, DateTimeOffset at)
    {
        if (!Evidence.TryAdd(evidence, at)) return;
        Come(evidence, at);
    }

    private void Come(string evidence, DateTimeOffset at)
    {
        foreach (var item in Items.Values.Where(i => !i.IsOver && i.Declared.Needs.Contains(evidence)))
        {
            if (item.Phase == ItemPhase.Waiting) item.Did(at);
            if (item.Following.TryGetValue(evidence, out var clock)) clock.Stop(at);
        }
    }

    private string? NotRunning() => Phase switch { CasePhase.None => "case.not-received", CasePhase.Closed => "case.closed", _ => null };

    /// <summary>What follows by itself from what was done: items are left out or open, and the case joins and closes.</summary>
    private string? Done()
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var item in Items.Values.Where(i => !i.IsOver))
                foreach (var (evidence, clock) in item.Following.Where(f => f.Value.Runs && IsSpared(f.Key)))
                {
                    item.Did(_at);
                    clock.Stop(Later(_at, item.Since));
                }
            // Under another version nobody may have to accept any more what was open.
            foreach (var item in Mine.Where(i => i.Phase == ItemPhase.Open && !i.Declared.IsAccepted)) item.Accepted(Later(_at, item.Since));
            foreach (var item in Mine.Where(i => i.Phase == ItemPhase.Waiting))
            {
                var belongs = item.Declared.NeededWhen is { } rule ? Holds(rule) : true;
                if (belongs == false) item.LeftOut(Later(_at, item.Since));
                else if (belongs == true && item.Declared.Needs.All(n => IsThere(n) || item.Following.ContainsKey(n))) item.Opens(item.Declared.Needs.Where(Evidence.ContainsKey).Select(e => Evidence[e]).Append(Later(_at, item.Since)).Max());
                else if (belongs == true && item.Declared.Needs.Any(CannotCome)) item.Ends(Later(_at, item.Since), item.OutcomeOf(OutcomeKind.Closed)!);
                else continue;
                again = true;
            }
        }
        Join();
        return null;
    }

    private bool IsThere(string evidence) => Evidence.ContainsKey(evidence) || Commitments.Contains(evidence) || IsSpared(evidence);

    private bool IsSpared(string evidence) => _declaration.Evidence.First(e => e.Id == evidence).NeededWhen is { } rule && Holds(rule) == false;

    /// <summary>The result of an item that has ended without giving it, and no other item of the case can give it.</summary>
    private bool CannotCome(string evidence)
    {
        var declared = _declaration.Evidence.First(e => e.Id == evidence);
        if (Evidence.ContainsKey(evidence) || Commitments.Contains(evidence) || declared.From != EvidenceFrom.Item || (declared.NeededWhen is { } rule && Holds(rule) != true)) return false;
        var givers = Mine.Where(i => i.Declared.Outcomes.Any(o => o.Gives.Contains(evidence))).ToList();
        return givers.All(g => g.IsOver) && givers.Any(g => g.Phase == ItemPhase.Ended);
    }

    /// <summary>Whether a rule holds; null while that is not known. The rules of the model's procedures ask one question: is something so.</summary>
    private bool? Holds(Predicate rule) => Facts.TryGetValue(rule.Fields().Single().Name, out var value) ? value : null;

    private void Join()
    {
        if (Phase == CasePhase.Running && Joined() is { } outcome)
        {
            (Phase, Outcome) = (CasePhase.Joined, outcome);
            if (_declaration.Join.EndsRest)
                foreach (var item in Items.Values.Where(i => !i.IsOver)) item.Ends(Later(_at, item.Since), item.OutcomeOf(OutcomeKind.Closed)!);
        }
        if (Phase == CasePhase.Joined && Items.Values.All(i => i.IsOver)) Phase = CasePhase.Closed;
    }

    private CaseOutcome? Joined()
    {
        var mine = Mine.Where(i => i.Phase != ItemPhase.LeftOut).ToList();
        var granted = mine.Count(i => i.Kind == OutcomeKind.Granted);
        switch (_declaration.Join.Policy)
        {
            case JoinPolicy.Any when granted >= 1:
            case JoinPolicy.Quorum when granted >= _declaration.Join.Quorum:
                return CaseOutcome.Completed;
            case JoinPolicy.Required:
                var required = mine.Where(i => _declaration.Join.Required.Contains(i.Declared.Id)).ToList();
                // Where none of those that are required belongs to the case, all that do are waited for.
                if (required.Count > 0) mine = required;
                break;
        }
        if (mine.Any(i => !i.IsOver)) return null;
        if (mine.All(i => i.Kind == OutcomeKind.Granted)) return CaseOutcome.Completed;
        if (mine.Any(i => i.Kind == OutcomeKind.Granted)) return CaseOutcome.Partly;
        return mine.Any(i => i.Kind == OutcomeKind.Withdrawn) && mine.All(i => i.Kind is OutcomeKind.Withdrawn or OutcomeKind.Closed) ? CaseOutcome.Withdrawn : CaseOutcome.Refused;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
