using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;

namespace Gongbao.Casework.Tests.Model;

/// <summary>Acceptance before everything is there, and what is done after the end, in the model.</summary>
internal sealed partial class CaseModel
{
    private string? AcceptAhead(ModelItem item)
    {
        if (item.Phase != ItemPhase.Waiting || (item.Declared.NeededWhen is { } rule && Holds(rule) != true)) return "case.not-open";
        var missing = item.Declared.Needs.Where(n => !IsThere(n)).Select(n => _declaration.Evidence.First(e => e.Id == n)).ToList();
        if (missing.Any(e => e.MayFollow is null)) return "case.may-not-follow";
        foreach (var evidence in missing) item.Following[evidence.Id] = new(evidence.MayFollow!, _at);
        item.Opens(_at);
        if (item.Phase == ItemPhase.Open) item.Accepted(_at);
        return Done();
    }

    private string? Commit(string evidence)
    {
        if (NotRunning() is { } no) return no;
        if (_declaration.Evidence.FirstOrDefault(e => e.Id == evidence) is not { } declared) return "case.no-evidence";
        if (!declared.MayBeCommitted) return "case.not-committable";
        if (Broken.Contains(evidence)) return "case.commitment-broken";
        if (Evidence.ContainsKey(evidence) || !Commitments.Add(evidence)) return null;
        _others.Add(_at);
        Come(evidence, _at);
        return Done();
    }

    /// <summary>Something is corrected or given again after the end; nothing else changes.</summary>
    private string? Again(Act act)
    {
        if (Phase == CasePhase.None) return "case.not-received";
        if (!Items.TryGetValue(act.Item!, out var item)) return "case.no-item";
        if (item.Phase != ItemPhase.Ended) return "case.item-not-ended";
        if (act.What is not null && !(Mine.Contains(item) && item.Declared.Outcomes.First(o => o.Id == item.Outcome).Gives.Contains(act.What))) return "case.no-result";
        if (act.Other == "") return "case.no-reason";
        if (_at < item.Since - Moment) return "case.too-early";
        item.Did(_at);
        if (act.Kind == ActKind.Correct) item.Corrections++;
        else item.Reissues++;
        return NotRunning() is null ? Done() : null;
    }

    private string? Disprove(string evidence)
    {
        if (NotRunning() is { } no) return no;
        if (!Commitments.Contains(evidence)) return "case.not-committed";
        Commitments.Remove(evidence);
        Broken.Add(evidence);
        _others.Add(_at);
        Done();
        var at = _at;
        foreach (var item in Items.Values.Where(i => i.Declared.Needs.Contains(evidence)))
        {
            if (IsThere(evidence) || item.Phase is not (ItemPhase.Open or ItemPhase.Deficient or ItemPhase.Handling)) continue;
            // Where the case joins with it, it joins since then.
            _at = Later(at, item.Since);
            item.Ends(_at, item.OutcomeOf(OutcomeKind.Closed)!);
            Done();
        }
        return null;
    }
}
