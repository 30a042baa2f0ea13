using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Results;

namespace Gongbao.Casework.Running;

/// <summary>Acceptance before everything is there: with what follows later (容缺受理), and by commitment (告知承诺).</summary>
internal static class SupplementActs
{
    /// <summary>
    /// Accepts an item that waits for evidence all of which may follow (容缺受理). For each piece its time begins; the item is handled meanwhile and can be refused, but it is not granted
    /// before everything has come, and lapses where something does not come in time.
    /// </summary>
    /// <returns>Refused: <c>case.not-open</c> where it does not wait, or whether it belongs to the case is not known; <c>case.may-not-follow</c> with the names of what has to be there first.</returns>
    public static Result<bool> AcceptAhead(this CaseProceeding p, string id)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        if (item.Phase != ItemPhase.Waiting) return new Refusal("case.not-open", $"{declared.Title}不在等待材料，不需要容缺受理。");
        if (p.Belongs(declared) != Truth.True) return new Refusal("case.not-open", $"还不能判断这件申请是否涉及{declared.Title}，请先补充填写申请表。");
        var missing = declared.Needs.Where(n => !p.IsThere(n)).Select(n => p.Declaration.Evidence.First(e => e.Id == n)).ToList();
        if (missing.Where(e => e.MayFollow is null).ToList() is [_, ..] first)
            return new Refusal("case.may-not-follow", $"{string.Join("、", first.Select(e => e.Label))}不能容缺，材料到齐以后才能受理{declared.Title}。");
        foreach (var evidence in missing)
            if (p.Do(p.Of(id, CaseEventKind.Deferred, evidence.Id)).IsRefused(out refusal, out _)) return refusal;
        return p.State.Items[id].Phase == ItemPhase.Open ? p.Do(p.Of(id, CaseEventKind.Accepted)) : true;
    }

    /// <summary>The applicant commits in writing to what a paper would prove (告知承诺): for the items that need it, it counts as there until it comes or the commitment turns out untrue.</summary>
    /// <returns>Refused: <c>case.not-received</c>, <c>case.closed</c>, <c>case.no-evidence</c>, <c>case.not-committable</c>, <c>case.commitment-broken</c>.</returns>
    public static Result<bool> Commit(this CaseProceeding p, string evidence)
    {
        if (p.NotRunning() is { } not) return not;
        if (p.Declaration.Evidence.FirstOrDefault(e => e.Id == evidence) is not { } declared) return ItemActs.NoEvidence(evidence);
        if (!declared.MayBeCommitted) return new Refusal("case.not-committable", $"{declared.Label}不适用告知承诺，请提交材料。");
        if (p.State.Broken.Contains(evidence)) return new Refusal("case.commitment-broken", $"关于{declared.Label}的承诺经核查不实，不能再次承诺，请提交材料。");
        return p.State.Evidence.Contains(evidence) || p.State.Commitments.Contains(evidence) ? true : p.Do(new(CaseEventKind.Committed, p.At, p.By, What: evidence));
    }

    /// <summary>
    /// A commitment was checked and is untrue (承诺不实): items that rest on it and run are ended, unless the paper itself has come meanwhile. What was granted by then stays, and to revoke it
    /// is a decision of its own.
    /// </summary>
    /// <returns>Refused: <c>case.not-received</c>, <c>case.closed</c>, <c>case.not-committed</c>.</returns>
    public static Result<bool> Disprove(this CaseProceeding p, string evidence)
    {
        if (p.NotRunning() is { } not) return not;
        if (!p.State.Commitments.Contains(evidence)) return new Refusal("case.not-committed", "申请人没有就这项材料作出承诺，请核对。");
        if (p.Do(new(CaseEventKind.Disproved, p.At, p.By, What: evidence)).IsRefused(out var refusal, out _)) return refusal;
        foreach (var item in p.Declaration.Items.Where(i => i.Needs.Contains(evidence)))
        {
            if (p.IsThere(evidence) || p.State.Items[item.Id].Phase is not (ItemPhase.Open or ItemPhase.Deficient or ItemPhase.Handling)) continue;
            if (p.Do(p.Of(item.Id, CaseEventKind.Ended, item.Outcomes.First(o => o.Kind == OutcomeKind.Closed).Id)).IsRefused(out refusal, out _)) return refusal;
        }
        return true;
    }
}
