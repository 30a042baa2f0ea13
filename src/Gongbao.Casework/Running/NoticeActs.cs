using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Running;

/// <summary>One notice of everything that is missing (一次性告知), and what comes after it.</summary>
internal static class NoticeActs
{
    /// <summary>The department has looked and misses nothing.</summary>
    public static Result<bool> Look(this CaseProceeding p, string id)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        if (item.Phase is not (ItemPhase.Open or ItemPhase.Handling)) return NotNow(declared);
        return item.IsLooked ? true : p.Do(p.Of(id, CaseEventKind.Looked));
    }

    /// <summary>The department misses something; it is told with what the others miss (登记缺项).</summary>
    /// <returns>Refused: <c>case.no-deficiency</c>, <c>case.not-now</c>.</returns>
    public static Result<bool> Note(this CaseProceeding p, string id, string deficiency)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        if (!declared.Deficiencies.ContainsKey(deficiency)) return new Refusal("case.no-deficiency", $"{declared.Title}没有编号为“{deficiency}”的补正情形，请核对。");
        if (item.Phase is not (ItemPhase.Open or ItemPhase.Handling or ItemPhase.Deficient)) return NotNow(declared);
        return item.Noted.Contains(deficiency) || item.Told.Contains(deficiency) ? true : p.Do(p.Of(id, CaseEventKind.Noted, deficiency));
    }

    /// <summary>Sends the one notice, with everything that any department misses (发出一次性告知).</summary>
    /// <param name="p">The act.</param>
    /// <param name="reason">Why an item is told a second time, by item; counted against its unit where it could have been known the first time.</param>
    /// <param name="calendar">By which the cut-off is reckoned, of each item since it was opened.</param>
    /// <returns>Refused: <c>case.not-received</c>, <c>case.closed</c>, <c>case.too-early</c>; <c>case.nothing-missing</c>; <c>case.not-all-looked</c> before the cut-off; <c>case.told-once</c> where a second notice has no reason.</returns>
    public static Result<bool> Notify(this CaseProceeding p, IReadOnlyDictionary<string, string> reason, WorkCalendar calendar)
    {
        if (p.NotRunning() is { } not) return not;
        var missing = p.Declaration.Items.Where(i => p.State.Items.GetValueOrDefault(i.Id) is { Noted.Count: > 0 }).ToList();
        if (missing.Count == 0) return new Refusal("case.nothing-missing", "没有部门登记缺项，不需要告知补正。");
        if (p.Declaration.Items.Where(i => p.State.Items[i.Id] is { Phase: ItemPhase.Open, IsLooked: false } open && !IsCutOff(p, open, calendar)).ToList() is [_, ..] waiting)
            return new Refusal("case.not-all-looked", $"{string.Join("、", waiting.Select(i => i.Title))}还没有看过材料。告知应当一次说清，请等各部门看完，或者等到截止时间以后再发出。", p.Declaration.Notice.Source);
        if (missing.Where(i => p.State.Items[i.Id].Notices > 0 && string.IsNullOrWhiteSpace(reason.GetValueOrDefault(i.Id))).ToList() is [_, ..] again)
            return new Refusal("case.told-once", $"{string.Join("、", again.Select(i => i.Title))}已经一次性告知过。再次告知的，应当说明为什么第一次没有告知；能够一次告知的，将计入该单位的考核。", p.Declaration.Notice.Source);
        if (missing.Select(i => p.TooEarly(i.Title, p.State.Items[i.Id])).FirstOrDefault(r => r is not null) is { } early) return early;
        foreach (var item in missing)
            if (p.Do(p.Of(item.Id, CaseEventKind.Notified, reason.GetValueOrDefault(item.Id))).IsRefused(out var refusal, out _)) return refusal;
        return true;
    }

    /// <summary>Something that was told as missing has come (收到补正).</summary>
    /// <returns>Refused: <c>case.not-missing</c>.</returns>
    public static Result<bool> Supply(this CaseProceeding p, string id, string deficiency)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        if (!item.Told.Contains(deficiency)) return new Refusal("case.not-missing", $"{declared.Title}没有要求补正这一项，不需要提交。");
        return p.Do(p.Of(id, CaseEventKind.Supplied, deficiency));
    }

    private static bool IsCutOff(CaseProceeding p, ItemState item, WorkCalendar calendar) => p.Declaration.Notice.CutOff is { } term && item.OpenedAt is { } opened
        && Clock.Start(term, opened, "具备办理条件").DueBy(calendar).IsMissedAt(p.At);

    private static Refusal NotNow(ItemDeclaration declared) => new("case.not-now", $"{declared.Title}现在不能登记缺项：还没有收到材料，或者已经办结。");
}
