using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Tests.Validity;

/// <summary>
/// A clerk who keeps one document's card by hand: every morning she opens what takes effect that day, notes it, and writes down the state.
/// Slow and plain on purpose; it knows nothing of how the program works states out.
/// </summary>
internal sealed class Clerk(DateOnly? madeOn, IReadOnlyCollection<ValidityEvent> letters)
{
    private bool _begun, _isRepealed, _isInvalid, _isAmended, _lacksClauses, _saidToBeInForce;
    private bool _isStopped, _wasInForce;
    private DateOnly? _lastDay, _stoppedThrough;

    /// <summary>The state on each day from the first to the last; null where there was no document yet.</summary>
    public IEnumerable<(DateOnly Day, ValidityState? State)> Walk(DateOnly first, DateOnly last)
    {
        // What the document says of its own first day is read on the day it is made. Where it tells only its term, the term's first day is meant.
        var told = letters.Where(l => l.Effect is ValidityEffect.Commence).Select(l => (DateOnly?)l.On).Min()
            ?? letters.Where(l => l.Effect is ValidityEffect.Term).Select(l => (DateOnly?)l.On).Min();
        var exists = madeOn ?? told ?? DateOnly.MinValue;
        var start = letters.Select(l => l.On).Append(first).Min();
        // Before the first letter nothing was stopped.
        _wasInForce = told is null && exists < start;
        for (var day = start; day <= last; day = day.AddDays(1))
        {
            Open([.. letters.Where(l => l.On == day)]);
            if (told == day) _begun = true;
            if (day >= exists && (told is null || _begun) && !IsStopped(day)) _wasInForce = true;
            if (day < first) continue;
            yield return (day, day < exists ? null : State(day, told is not null));
        }
    }

    private void Open(List<ValidityEvent> today)
    {
        if (Has(ValidityEffect.Repeal)) _isRepealed = true;
        if (Has(ValidityEffect.Invalidate)) _isInvalid = true;
        if (Has(ValidityEffect.Amend)) _isAmended = true;
        if (Has(ValidityEffect.RepealPart)) _lacksClauses = true;
        foreach (var effect in new[] { ValidityEffect.Term, ValidityEffect.Continue })
        {
            // Of two that come on one day the longer counts, and a continuation counts more than the term it continues.
            var terms = today.FindAll(l => l.Effect == effect);
            if (terms.Count == 0) continue;
            _saidToBeInForce = true;
            _lastDay = terms.Exists(t => t.Until is null) ? null : terms.Max(t => t.Until);
        }

        // What is said to be in force again is so, whatever else is said that day; of two stops the longer counts.
        var stops = today.FindAll(l => l.Effect == ValidityEffect.Suspend);
        if (stops.Count > 0) (_isStopped, _stoppedThrough) = (true, stops.Exists(s => s.Until is null) ? null : stops.Max(s => s.Until));
        if (Has(ValidityEffect.Resume)) _isStopped = false;

        bool Has(ValidityEffect effect) => today.Exists(l => l.Effect == effect);
    }

    private bool IsStopped(DateOnly today) => _isStopped && !(today > _stoppedThrough);

    private ValidityState State(DateOnly today, bool knowsFirstDay)
    {
        if (_isRepealed) return ValidityState.Repealed;
        if (_isInvalid) return ValidityState.DeclaredInvalid;
        if (knowsFirstDay && !_begun) return ValidityState.NotYetInForce;
        if (_lastDay < today) return ValidityState.Expired;
        if (IsStopped(today)) return _wasInForce ? ValidityState.Suspended : ValidityState.NotYetInForce;
        if (_lacksClauses) return ValidityState.PartlyInvalid;
        if (_isAmended) return ValidityState.Amended;
        return madeOn is not null || _begun || _saidToBeInForce ? ValidityState.InForce : ValidityState.Unknown;
    }
}
