using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;

namespace Gongbao.Casework.Tests.Model;

/// <summary>What the model does with an item.</summary>
internal sealed partial class CaseModel
{
    private string? Accept(ModelItem item)
    {
        if (item.Phase != ItemPhase.Open) return "case.not-open";
        item.Accepted(_at);
        return Done();
    }

    private string? Look(ModelItem item)
    {
        if (item.Phase is not (ItemPhase.Open or ItemPhase.Handling)) return "case.not-now";
        if (item.IsLooked) return null;
        item.IsLooked = true;
        item.Did(_at);
        return Done();
    }

    private string? Note(ModelItem item, string deficiency)
    {
        if (!item.Declared.Deficiencies.ContainsKey(deficiency)) return "case.no-deficiency";
        if (item.Phase == ItemPhase.Waiting) return "case.not-now";
        // What was told already and has not come is not told again.
        if (item.Told.Contains(deficiency) || !item.Noted.Add(deficiency)) return null;
        item.IsLooked = true;
        item.Did(_at);
        return Done();
    }

    private string? Notify(bool withReason)
    {
        if (NotRunning() is { } no) return no;
        var told = Items.Values.Where(i => !i.IsOver && i.Noted.Count > 0).ToList();
        if (told.Count == 0) return "case.nothing-missing";
        if (Items.Values.Any(i => i.Phase == ItemPhase.Open && !i.IsLooked && !IsCutOff(i))) return "case.not-all-looked";
        if (!withReason && told.Any(i => i.Notices > 0)) return "case.told-once";
        if (told.Any(i => _at < i.Since - Moment)) return "case.too-early";
        foreach (var item in told) item.Notified(Later(_at, item.Since));
        return Done();
    }

    /// <summary>So long after it was opened the item's department may add to the notice.</summary>
    private bool IsCutOff(ModelItem item) => _declaration.Notice.CutOff is { } term && _at >= new ModelClock(term, item.OpenedAt).EndsAt(_calendar);

    private string? Supply(ModelItem item, string deficiency)
    {
        if (item.Phase != ItemPhase.Deficient || !item.Told.Contains(deficiency)) return "case.not-missing";
        item.Supplied(_at, deficiency);
        return Done();
    }

    private string? Pass(ModelItem item, string stage)
    {
        if (item.Phase != ItemPhase.Handling) return "case.not-handling";
        if (item.Declared.Stages[item.Stage].Id != stage) return "case.stage-skipped";
        if (item.Stage == item.Declared.Stages.Count - 1) return "case.last-stage";
        if (IsSamePerson(item)) return "case.same-person";
        item.DoneBy.Add(_by);
        item.Stage++;
        item.Did(_at);
        return Done();
    }

    private string? SendBack(ModelItem item, string stage)
    {
        if (item.Phase != ItemPhase.Handling) return "case.not-handling";
        var back = item.Declared.Stages.ToList().FindIndex(s => s.Id == stage);
        if (back < 0 || back >= item.Stage) return "case.no-earlier-stage";
        item.DoneBy.RemoveRange(back, item.DoneBy.Count - back);
        item.Stage = back;
        item.Did(_at);
        return Done();
    }

    private string? End(ModelItem item, string id)
    {
        if (item.Declared.Outcomes.FirstOrDefault(o => o.Id == id) is not { Kind: OutcomeKind.Granted or OutcomeKind.Refused or OutcomeKind.Lapsed } outcome) return "case.no-outcome";
        if (!outcome.IsEarly)
        {
            if (item.Phase != ItemPhase.Handling) return "case.not-handling";
            if (item.Stage < item.Declared.Stages.Count - 1) return "case.stage-skipped";
            if (IsSamePerson(item)) return "case.same-person";
        }
        if (item.Inquiries.Values.Any(q => q.Runs)) return "case.inquiry-open";
        if (outcome.Kind == OutcomeKind.Granted && item.Following.Values.Any(f => f.Runs)) return "case.evidence-missing";
        Ends(item, _at, outcome);
        return Done();
    }

    private void Ends(ModelItem item, DateTimeOffset at, OutcomeDeclaration outcome)
    {
        item.Ends(at, outcome.Id);
        foreach (var evidence in outcome.Gives) Given(evidence, at);
    }

    private bool IsSamePerson(ModelItem item) => item.Declared.Stages[item.Stage].ByAnother && item.Stage > 0 && item.DoneBy[item.Stage - 1] == _by;

    private string? Withdraw(ModelItem item)
    {
        if (item.Declared.Withdrawal[item.Phase].Effect == WithdrawalEffect.NotPossible) return "case.not-withdrawable";
        Ends(item, _at, item.Declared.Outcomes.First(o => o.Kind == OutcomeKind.Withdrawn));
        return Done();
    }

    private string? Pause(ModelItem item, string clock, string reason)
    {
        if (NotRunning(item, clock, out var declared, out var running) is { } no) return no;
        if (declared.Pauses.All(p => p.Id != reason)) return "case.no-pause-reason";
        if (running.StandsStillFor("pause " + reason)) return "case.paused";
        running.Pause(_at, "pause " + reason);
        item.Did(_at);
        return Done();
    }

    /// <summary>Only what was set by <see cref="Pause"/> ends so: while somebody is asked or something is missing the clock goes on standing still.</summary>
    private string? Resume(ModelItem item, string clock, string reason)
    {
        if (NotRunning(item, clock, out var declared, out var running) is { } no) return no;
        if (declared.Pauses.All(p => p.Id != reason)) return "case.no-pause-reason";
        if (!running.StandsStillFor("pause " + reason)) return "clock.not-paused";
        running.Resume(_at, "pause " + reason);
        item.Did(_at);
        return Done();
    }

    private string? Extend(ModelItem item, string clock, int amount)
    {
        if (NotRunning(item, clock, out var declared, out var running) is { } no) return no;
        if (declared.Extension is not { } rule) return "case.no-extension";
        if (running.Extended.Times >= rule.Times) return "case.extended-too-often";
        if (amount < 1 || running.Extended.Amount + amount > rule.Most) return "case.extended-too-far";
        if (_at >= running.EndsAt(_calendar)) return "case.too-late";
        running.Extend(amount);
        item.Did(_at);
        return Done();
    }

    private static string? NotRunning(ModelItem item, string id, out ClockDeclaration declared, out ModelClock running)
    {
        (declared, running) = (item.Declared.Clocks.FirstOrDefault(c => c.Id == id)!, item.Clocks.GetValueOrDefault(id)!);
        return declared is null ? "case.no-clock" : running is not { Runs: true } ? "case.clock-not-running" : null;
    }

    private string? Inquire(ModelItem item, string id)
    {
        if (item.Declared.Inquiries.FirstOrDefault(q => q.Id == id) is not { } inquiry) return "case.no-inquiry";
        if (item.Phase != ItemPhase.Handling) return "case.not-handling";
        if (item.Inquiries.ContainsKey(id)) return "case.inquired";
        item.Inquiries[id] = new(inquiry.Term, _at);
        item.Did(_at);
        foreach (var clock in inquiry.Pauses)
            if (item.Clocks.GetValueOrDefault(clock) is { Runs: true } running) running.Pause(_at, id);
        return Done();
    }

    private string? Answer(ModelItem item, string id, string answer)
    {
        if (item.Inquiries.GetValueOrDefault(id) is not { Runs: true }) return "case.not-inquired";
        if (!item.Declared.Inquiries.First(q => q.Id == id).Answers.ContainsKey(answer)) return "case.no-answer";
        item.Answered(_at, id);
        return Done();
    }

    /// <summary>Whatever has run out by now is dealt with in the order in which it ran out, each at its own instant.</summary>
    private string? Expire()
    {
        var now = _at;
        while (Phase != CasePhase.Closed && Ends().Where(e => e.At <= now).OrderBy(e => e.At).FirstOrDefault() is { Clock: { } clock } end)
        {
            _at = end.At;
            clock.IsExpired = true;
            end.Item.Did(_at);
            if (end.Item.Following.ContainsValue(clock)) end.Item.Ends(_at, end.Item.OutcomeOf(OutcomeKind.Lapsed)!);
            else if (end.Declared is null) end.Item.Answered(_at, end.Id, isSilence: true);
            else if (end.Declared.Expiry == ExpiryEffect.Accepts && end.Item.Phase == ItemPhase.Open) end.Item.Accepted(_at);
            else if (end.Declared.Expiry == ExpiryEffect.Ends) Ends(end.Item, _at, end.Item.Declared.Outcomes.First(o => o.Id == end.Declared.ExpiryOutcome));
            Done();
        }
        return null;
    }

    /// <summary>Clocks, inquiries and what is to follow that run to an end, in the order of their names.</summary>
    private IEnumerable<(DateTimeOffset At, ModelItem Item, string Id, ModelClock Clock, ClockDeclaration? Declared)> Ends()
    {
        foreach (var item in _declaration.Items.Select(i => Items[i.Id]).Where(i => !i.IsOver))
        {
            foreach (var declared in item.Declared.Clocks)
                if (item.Clocks.GetValueOrDefault(declared.Id) is { Runs: true, IsExpired: false } clock && clock.EndsAt(_calendar) is { } at) yield return (at, item, declared.Id, clock, declared);
            foreach (var inquiry in item.Declared.Inquiries)
                if (item.Inquiries.GetValueOrDefault(inquiry.Id) is { Runs: true } clock && clock.EndsAt(_calendar) is { } at) yield return (at, item, inquiry.Id, clock, null);
            foreach (var (evidence, clock) in item.Following.Where(f => f.Value.Runs).OrderBy(f => f.Key, StringComparer.Ordinal))
                yield return (clock.EndsAt(_calendar)!.Value, item, evidence, clock, null);
        }
    }
}
