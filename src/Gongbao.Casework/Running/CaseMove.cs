using System.Collections.Immutable;
using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Results;

namespace Gongbao.Casework.Running;

/// <summary>
/// What it would mean to a running case to go on under another version of its declaration (改用新版流程), worked out without doing it.
/// <para>Items that the new version adds wait for what they need; what it no longer has and was not ended is left out; what has ended stays ended, but the join looks only at items of the
/// version under which the case runs. An item stands before the first stage of the new version that it has not done, so that a new one is not skipped; stages behind a new one are done again.
/// Clocks that run keep the term with which they began, those that the new version no longer has stop, and its new ones start with the next thing that starts them.</para>
/// </summary>
/// <param name="Appear">Ids of items that are added.</param>
/// <param name="Vanish">Ids of items that are left out.</param>
/// <param name="Against">Why it is not possible now; empty where it is.</param>
internal sealed record CaseMove(IReadOnlyList<string> Appear, IReadOnlyList<string> Vanish, IReadOnlyList<Refusal> Against)
{
    /// <summary>Works out the move of a case that was received (试运行).</summary>
    public static CaseMove Of(CaseDeclaration declaration, CaseDeclaration next, CaseState state) => new(
        [.. next.Items.Where(i => !state.Items.ContainsKey(i.Id)).Select(i => i.Id)],
        [.. state.Items.Where(i => !i.Value.IsEnded && next.Item(i.Key) is null).Select(i => i.Key)],
        [.. Obstacles(declaration, next, state)]);

    /// <summary>The state under the new version.</summary>
    internal static CaseState Apply(CaseDeclaration declaration, CaseDeclaration next, CaseState state, DateTimeOffset at)
    {
        var items = state.Items;
        foreach (var (id, item) in state.Items.Where(i => !i.Value.IsEnded))
            items = items.SetItem(id, next.Item(id) is { } kept ? Kept(declaration.Item(id)!, kept, item, at) : CaseFold.Stopped(item, at) with { Phase = ItemPhase.LeftOut, Noted = [], Told = [] });
        foreach (var added in next.Items.Where(i => !state.Items.ContainsKey(i.Id)))
            items = items.SetItem(added.Id, CaseFold.Triggered(added, ItemState.Begin with { LastAt = at }, at, "新版流程实施", ClockTrigger.Received));
        return state with { Items = items, Events = state.Events + 1, LastAt = at > state.LastAt ? at : state.LastAt };
    }

    private static ItemState Kept(ItemDeclaration before, ItemDeclaration after, ItemState item, DateTimeOffset at)
    {
        var done = before.Stages.Zip(item.DoneBy, (s, by) => (s.Id, by)).ToDictionary(s => s.Id, s => s.by, StringComparer.Ordinal);
        ImmutableList<string> kept = [.. after.Stages.Take(after.Stages.Count - 1).TakeWhile(s => done.ContainsKey(s.Id)).Select(s => done[s.Id])];
        return item with
        {
            Stage = kept.Count, DoneBy = kept, LastAt = at > item.LastAt ? at : item.LastAt,
            Noted = item.Noted.Intersect(after.Deficiencies.Keys),
            Clocks = item.Clocks.SetItems(item.Clocks.Where(c => after.Clock(c.Key) is null).Select(c => KeyValuePair.Create(c.Key, CaseFold.StoppedAt(c.Value, at)))),
            Following = item.Following.SetItems(item.Following.Where(f => !after.Needs.Contains(f.Key)).Select(f => KeyValuePair.Create(f.Key, CaseFold.StoppedAt(f.Value, at)))),
        };
    }

    private static IEnumerable<Refusal> Obstacles(CaseDeclaration declaration, CaseDeclaration next, CaseState state)
    {
        if (next.Id != declaration.Id) yield return new("case.other-procedure", $"“{next.Title}”不是这件申请的流程，不能改用。");
        else if (next.Version == declaration.Version) yield return new("case.same-version", "这件申请已经在用这一版流程。");
        foreach (var after in next.Items)
        {
            if (!state.Items.TryGetValue(after.Id, out var item)) continue;
            // What has ended may have done so under a version before the present one.
            var before = declaration.Item(after.Id);
            if (item.Outcome is { } outcome && after.Outcome(outcome) is null)
                yield return CannotMove(after, $"已经以“{before?.Outcome(outcome)?.Label ?? outcome}”办结，而新版流程没有这一结果");
            if (item.IsEnded || before is null) continue;
            foreach (var open in before.Inquiries.Where(q => item.Inquiries.GetValueOrDefault(q.Id) is { StoppedAt: null }))
                if (after.Inquiries.All(q => q.Id != open.Id || q.Title != open.Title)) yield return CannotMove(after, $"正在“{open.Title}”，而新版流程没有这一征求意见");
            foreach (var (id, clock) in item.Clocks.Where(c => c.Value.StoppedAt is null && after.Clock(c.Key) is not null))
                foreach (var pause in clock.Segments.Where(CaseFold.IsOpenPause))
                    if (pause.Reason != CaseFold.Missing && after.Clock(id)!.Pauses.All(p => p.Label != pause.Reason) && after.Inquiries.All(q => q.Title != pause.Reason))
                        yield return CannotMove(after, $"的期限正因为{pause.Reason}中止，而新版流程没有这一事由");
        }
    }

    private static Refusal CannotMove(ItemDeclaration item, string why) => new("case.cannot-move", $"{item.Title}{why}，请先按原流程办完这一步。");
}

/// <summary>Moves a case to another version of its declaration.</summary>
internal static class MoveActs
{
    /// <summary>Goes on under another version (改用新版流程), never since before anything that was done under the present one. A case that has joined ends under the version under which it joined.</summary>
    /// <returns>Refused: <c>case.not-received</c>, <c>case.closed</c>, <c>case.joined</c>, <c>case.too-early</c>, <c>case.other-procedure</c>, <c>case.same-version</c>; <c>case.cannot-move</c> with everything that stands against it.</returns>
    public static Result<bool> Move(this CaseProceeding p, CaseDeclaration next)
    {
        if (p.NotRunning() is { } not) return not;
        if (p.State.Phase == CasePhase.Joined) return new Refusal("case.joined", "这件申请的结果已经确定，余下的事项按原流程办完。");
        if (p.BeforeLast() is { } early) return early;
        var move = CaseMove.Of(p.Declaration, next, p.State);
        return move.Against.Count > 0 ? Result<bool>.Refused(move.Against) : p.MoveTo(next);
    }
}
