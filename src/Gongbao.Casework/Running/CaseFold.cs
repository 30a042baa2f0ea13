using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Running;

/// <summary>Makes a case's state of its events. Knows the declaration under which the case runs, and nothing else.</summary>
internal static class CaseFold
{
    /// <summary>The state after all of some events.</summary>
    /// <exception cref="InvalidOperationException">An event does not fit: it was not made by this program under this declaration.</exception>
    public static CaseState Of(CaseDeclaration declaration, IEnumerable<CaseEvent> events) =>
        Of(declaration, events, version => throw new InvalidOperationException($"The case was moved to version {version}, which is not known here."));

    /// <summary>The state after all events of a case that may have been moved to other versions of its declaration.</summary>
    /// <param name="declaration">Under which it began.</param>
    /// <param name="events">In their order.</param>
    /// <param name="versions">Gives a version of it.</param>
    /// <exception cref="InvalidOperationException">An event does not fit.</exception>
    public static CaseState Of(CaseDeclaration declaration, IEnumerable<CaseEvent> events, Func<string, CaseDeclaration> versions)
    {
        var state = CaseState.Begin;
        foreach (var e in events)
        {
            if (e.Kind != CaseEventKind.Moved)
            {
                state = Of(declaration, state, e);
                continue;
            }
            var next = versions(e.What!);
            (state, declaration) = (CaseMove.Apply(declaration, next, state, e.EffectiveAt), next);
        }
        return state;
    }

    private static CaseState Of(CaseDeclaration declaration, CaseState state, CaseEvent e) =>
        Apply(declaration, state, e).IsRefused(out var refusal, out var next) ? throw new InvalidOperationException($"{e.Kind} of {e.Item ?? "the case"} does not fit: {refusal.Code}.") : next;

    /// <summary>The state after one more event.</summary>
    /// <returns>Refused where a clock refuses, as when something would count since before the clock began.</returns>
    public static Result<CaseState> Apply(CaseDeclaration declaration, CaseState state, CaseEvent e)
    {
        state = state with { Events = state.Events + 1, LastAt = e.EffectiveAt > state.LastAt ? e.EffectiveAt : state.LastAt };
        switch (e.Kind)
        {
            case CaseEventKind.Received:
                state = state with { Phase = CasePhase.Running, ReceivedAt = e.EffectiveAt };
                foreach (var item in declaration.Items)
                {
                    state = state with { Items = state.Items.SetItem(item.Id, Triggered(item, ItemState.Begin with { LastAt = e.EffectiveAt }, e.EffectiveAt, "收到申请", ClockTrigger.Received)) };
                }
                return state;
            case CaseEventKind.Given:
                return Given(declaration, state, e.What!, e.EffectiveAt);
            case CaseEventKind.Committed:
                return Come(declaration, state, e.What!, e.EffectiveAt) with { Commitments = state.Commitments.Add(e.What!) };
            case CaseEventKind.Disproved:
                return state with { Commitments = state.Commitments.Remove(e.What!), Broken = state.Broken.Add(e.What!) };
            case CaseEventKind.Joined:
                return state with { Phase = state.Items.Values.All(i => i.IsEnded) ? CasePhase.Closed : CasePhase.Joined, Outcome = Enum.Parse<CaseOutcome>(e.What!) };
            case CaseEventKind.Halted:
                return state with { Halt = e.What };
            case CaseEventKind.Compensated:
                return state;
            case CaseEventKind.Corrected or CaseEventKind.Reissued:
                var over = Since(state.Items[e.Item!], e.EffectiveAt);
                return state with { Items = state.Items.SetItem(e.Item!, e.Kind == CaseEventKind.Corrected ? over with { Corrections = over.Corrections + 1 } : over with { Reissues = over.Reissues + 1 }) };
        }
        var declared = declaration.Item(e.Item!)!;
        if (OfItem(declaration, declared, state.Items[e.Item!], e).IsRefused(out var no, out var after)) return no;
        state = state with { Items = state.Items.SetItem(e.Item!, Since(after, e.EffectiveAt)) };
        if (e.Kind == CaseEventKind.Ended) state = declared.Outcome(e.What!)!.Gives.Aggregate(state, (given, evidence) => Given(declaration, given, evidence, e.EffectiveAt));
        return state is { Phase: CasePhase.Joined } && state.Items.Values.All(i => i.IsEnded) ? state with { Phase = CasePhase.Closed } : state;
    }

    private static CaseState Given(CaseDeclaration declaration, CaseState state, string evidence, DateTimeOffset at) =>
        state.Evidence.Contains(evidence) ? state : Come(declaration, state, evidence, at) with { Evidence = state.Evidence.Add(evidence) };

    /// <summary>Of items that wait for what has come nothing counts since before that; where it was to follow, its clock is kept.</summary>
    private static CaseState Come(CaseDeclaration declaration, CaseState state, string evidence, DateTimeOffset at)
    {
        foreach (var item in declaration.Items.Where(i => i.Needs.Contains(evidence) && !state.Items[i.Id].IsEnded))
        {
            var now = state.Items[item.Id];
            if (now.Phase == ItemPhase.Waiting) now = Since(now, at);
            state = state with { Items = state.Items.SetItem(item.Id, Followed(now, evidence, at)) };
        }
        return state;
    }

    private static ItemState Followed(ItemState item, string evidence, DateTimeOffset at) =>
        item.Following.TryGetValue(evidence, out var clock) ? item with { Following = item.Following.SetItem(evidence, StoppedAt(clock, at)) } : item;

    private static ItemState Since(ItemState item, DateTimeOffset at) => at > item.LastAt ? item with { LastAt = at } : item;

    private static Result<ItemState> OfItem(CaseDeclaration declaration, ItemDeclaration declared, ItemState item, CaseEvent e)
    {
        var at = e.EffectiveAt;
        switch (e.Kind)
        {
            case CaseEventKind.LeftOut:
                return Stopped(item, at) with { Phase = ItemPhase.LeftOut };
            case CaseEventKind.Opened:
                return Triggered(declared, item with { Phase = ItemPhase.Open, OpenedAt = at }, at, "具备办理条件", ClockTrigger.Opened);
            case CaseEventKind.Accepted:
                return Triggered(declared, item with { Phase = ItemPhase.Handling }, at, "受理", ClockTrigger.Accepted, ClockTrigger.AcceptedOrNotified);
            case CaseEventKind.Deferred:
                var follows = declaration.Evidence.First(d => d.Id == e.What);
                return item with { Following = item.Following.SetItem(follows.Id, Clock.Start(follows.MayFollow!, at, "容缺受理")) };
            case CaseEventKind.Spared:
                return Followed(item, e.What!, at);
            case CaseEventKind.Looked:
                return item with { IsLooked = true };
            case CaseEventKind.Noted:
                return item with { IsLooked = true, Noted = item.Noted.Add(e.What!) };
            case CaseEventKind.Notified:
                return Notified(declared, item, at);
            case CaseEventKind.Supplied:
                return Supplied(declared, item with { Told = item.Told.Remove(e.What!) }, at);
            case CaseEventKind.Passed:
                return item with { Stage = item.Stage + 1, DoneBy = item.DoneBy.Add(e.By) };
            case CaseEventKind.SentBack:
                var back = declared.StageIndex(e.What!);
                return item with { Stage = back, DoneBy = item.DoneBy.RemoveRange(back, item.DoneBy.Count - back) };
            case CaseEventKind.Paused:
                return Changed(item, e.What!, c => c.Pause(at, e.Answer!, SourceOf(declared.Clock(e.What!)!.Pauses.FirstOrDefault(p => p.Label == e.Answer)?.Source)));
            case CaseEventKind.Resumed:
                return Changed(item, e.What!, c => Resumed(c, at, e.Answer!));
            case CaseEventKind.Extended:
                return Changed(item, e.What!, c => c.Extend(e.Amount, at, "延长", SourceOf(declared.Clock(e.What!)!.Extension!.Source)));
            case CaseEventKind.Inquired:
                return Inquired(item, declared.Inquiries.First(i => i.Id == e.What), at);
            case CaseEventKind.Answered:
                return Answered(item, declared.Inquiries.First(i => i.Id == e.What), at, isSilence: e.By == CaseEvent.ByLaw);
            case CaseEventKind.Expired:
                return item with { Expired = item.Expired.Add(e.What!) };
            case CaseEventKind.Ended:
                // What still runs is settled by the end, whatever it would have been stopped by.
                return Stopped(item, at) with { Phase = ItemPhase.Ended, Outcome = e.What, Noted = [], Told = [] };
            default:
                throw new InvalidOperationException($"{e.Kind} is no event of an item.");
        }
    }

    /// <summary>Clocks that ran until the notice come to stand; what the notice itself starts does not.</summary>
    private static Result<ItemState> Notified(ItemDeclaration declared, ItemState item, DateTimeOffset at)
    {
        item = item with { Phase = ItemPhase.Deficient, Before = item.Phase == ItemPhase.Deficient ? item.Before : item.Phase, Told = item.Told.Union(item.Noted), Noted = [], Notices = item.Notices + 1 };
        foreach (var clock in declared.Clocks.Where(c => c.OnNotice != NoticeEffect.None && item.Clocks.GetValueOrDefault(c.Id) is { StoppedAt: null } running && !StandsStill(running, Missing)))
        {
            if (Changed(item, clock.Id, c => c.Pause(at, Missing, SourceOf(clock.Source))).IsRefused(out var refusal, out var paused)) return refusal;
            item = paused;
        }
        return Triggered(declared, item, at, "告知补正", ClockTrigger.Notified, ClockTrigger.AcceptedOrNotified);
    }

    /// <summary>When the last of what was missing has come, the item goes on where it stood, and so do the clocks that the notice has brought to a stand.</summary>
    private static Result<ItemState> Supplied(ItemDeclaration declared, ItemState item, DateTimeOffset at)
    {
        if (item.Told.Count > 0) return item;
        item = item with { Phase = item.Before };
        foreach (var clock in declared.Clocks.Where(c => item.Clocks.GetValueOrDefault(c.Id) is { StoppedAt: null } running && StandsStill(running, Missing)))
        {
            if (Changed(item, clock.Id, c => Resumed(c, at, Missing)).IsRefused(out var refusal, out var resumed)) return refusal;
            item = resumed;
            if (clock.OnNotice != NoticeEffect.Restarts) continue;
            if (Changed(item, clock.Id, c => Restarted(c, at, SourceOf(clock.Source))).IsRefused(out refusal, out var begun)) return refusal;
            item = begun with { Expired = begun.Expired.Remove(clock.Id) };
        }
        return Triggered(declared, item, at, "收到补正材料", ClockTrigger.Supplied);
    }

    /// <summary>The clock begun anew; whatever else it stands still for, such as a third party that has not answered yet, it goes on standing still for.</summary>
    private static Result<Clock> Restarted(Clock clock, DateTimeOffset at, ClauseRef? source)
    {
        var still = clock.Segments.Where(IsOpenPause).ToList();
        if (clock.Restart(at, "收到补正材料", source).IsRefused(out var refusal, out var begun)) return refusal;
        foreach (var pause in still)
            if (begun.Pause(at, pause.Reason, pause.Source).IsRefused(out refusal, out begun)) return refusal;
        return begun;
    }

    private static bool StandsStill(Clock clock, string reason) => clock.Segments.Any(s => IsOpenPause(s) && s.Reason == reason);

    internal static bool IsOpenPause(ClockSegment segment) => segment is { Kind: ClockSegmentKind.Pause, StopAt: null };

    /// <summary>The clock goes on; not before it came to stand, as where a time limit is dealt with late and something was done since it ran out.</summary>
    private static Result<Clock> Resumed(Clock clock, DateTimeOffset at, string reason) =>
        clock.Resume(clock.Segments.LastOrDefault(s => IsOpenPause(s) && s.Reason == reason) is { } pause && at < pause.StartAt ? pause.StartAt : at, reason);

    private static Result<ItemState> Inquired(ItemState item, InquiryDeclaration inquiry, DateTimeOffset at)
    {
        item = item with { Inquiries = item.Inquiries.SetItem(inquiry.Id, Clock.Start(inquiry.Term, at, "送达", SourceOf(inquiry.Source))) };
        foreach (var clock in inquiry.Pauses.Where(c => item.Clocks.GetValueOrDefault(c) is { StoppedAt: null }))
        {
            if (Changed(item, clock, c => c.Pause(at, inquiry.Title, SourceOf(inquiry.Source))).IsRefused(out var refusal, out var paused)) return refusal;
            item = paused;
        }
        return item;
    }

    /// <summary>
    /// Clocks that stood still for it go on. Where nobody answered, the last day that does not count is the last day for the answer, and the instant is the midnight after it: they go on
    /// a moment before, or that next day would not count either.
    /// </summary>
    private static Result<ItemState> Answered(ItemState item, InquiryDeclaration inquiry, DateTimeOffset at, bool isSilence)
    {
        item = item with { Inquiries = item.Inquiries.SetItem(inquiry.Id, StoppedAt(item.Inquiries[inquiry.Id], at)) };
        foreach (var clock in item.Clocks.Where(c => c.Value.StoppedAt is null && StandsStill(c.Value, inquiry.Title)).Select(c => c.Key).ToList())
        {
            if (Changed(item, clock, c => Resumed(c, isSilence ? at.AddMilliseconds(-1) : at, inquiry.Title)).IsRefused(out var refusal, out var resumed)) return refusal;
            item = resumed;
        }
        return item;
    }

    /// <summary>Why a clock stands still after a notice.</summary>
    internal const string Missing = "等待补正";

    /// <summary>Stops and starts the clocks that some triggers stop and start, in the order of the declaration. What runs already runs on; what was stopped begins as a new clock.</summary>
    internal static ItemState Triggered(ItemDeclaration declared, ItemState item, DateTimeOffset at, string reason, params ReadOnlySpan<ClockTrigger> triggers)
    {
        foreach (var clock in declared.Clocks)
        {
            var running = item.Clocks.GetValueOrDefault(clock.Id) is { StoppedAt: null } found ? found : null;
            if (triggers.Contains(clock.Stops) && running is not null) item = item with { Clocks = item.Clocks.SetItem(clock.Id, StoppedAt(running, at)) };
            else if (triggers.Contains(clock.Starts) && running is null)
                item = item with { Clocks = item.Clocks.SetItem(clock.Id, Clock.Start(clock.Term, at, reason, SourceOf(clock.Source))), Expired = item.Expired.Remove(clock.Id) };
        }
        return item;
    }

    internal static ItemState Stopped(ItemState item, DateTimeOffset at) => item with
    {
        Clocks = item.Clocks.SetItems(item.Clocks.Where(c => c.Value.StoppedAt is null).Select(c => KeyValuePair.Create(c.Key, StoppedAt(c.Value, at)))),
        Inquiries = item.Inquiries.SetItems(item.Inquiries.Where(c => c.Value.StoppedAt is null).Select(c => KeyValuePair.Create(c.Key, StoppedAt(c.Value, at)))),
        Following = item.Following.SetItems(item.Following.Where(c => c.Value.StoppedAt is null).Select(c => KeyValuePair.Create(c.Key, StoppedAt(c.Value, at)))),
    };

    internal static Clock StoppedAt(Clock clock, DateTimeOffset at) => clock.StoppedAt is not null ? clock : clock.Stop(at < clock.Run.StartAt ? clock.Run.StartAt : at).IsRefused(out _, out var stopped) ? clock : stopped;

    private static Result<ItemState> Changed(ItemState item, string clock, Func<Clock, Result<Clock>> change) =>
        change(item.Clocks[clock]).IsRefused(out var refusal, out var changed) ? refusal : item with { Clocks = item.Clocks.SetItem(clock, changed) };

    private static ClauseRef? SourceOf(string? source) => ReadClauses.Of(source);
}
