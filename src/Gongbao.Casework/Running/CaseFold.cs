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
        events.Aggregate(CaseState.Begin, (state, e) => Apply(declaration, state, e).IsRefused(out var refusal, out var next) ? throw new InvalidOperationException($"{e.Kind} of {e.Item ?? "the case"} does not fit: {refusal.Code}.") : next);

    /// <summary>The state after one more event.</summary>
    /// <returns>Refused where a clock refuses, as when something would count since before the clock began.</returns>
    public static Result<CaseState> Apply(CaseDeclaration declaration, CaseState state, CaseEvent e)
    {
        state = state with { Events = state.Events + 1 };
        switch (e.Kind)
        {
            case CaseEventKind.Received:
                state = state with { Phase = CasePhase.Running, ReceivedAt = e.EffectiveAt };
                foreach (var item in declaration.Items)
                {
                    if (Triggered(item, ItemState.Begin, e.EffectiveAt, "收到申请", ClockTrigger.Received).IsRefused(out var refusal, out var begun)) return refusal;
                    state = state with { Items = state.Items.SetItem(item.Id, begun) };
                }
                return state;
            case CaseEventKind.Given:
                return state with { Evidence = state.Evidence.Add(e.What!) };
            case CaseEventKind.Joined:
                return state with { Phase = state.Items.Values.All(i => i.IsEnded) ? CasePhase.Closed : CasePhase.Joined, Outcome = Enum.Parse<CaseOutcome>(e.What!) };
            case CaseEventKind.Halted:
                return state with { Halt = e.What };
            case CaseEventKind.Compensated:
                return state;
        }
        var declared = declaration.Item(e.Item!)!;
        if (OfItem(declared, state.Items[e.Item!], e).IsRefused(out var no, out var after)) return no;
        state = state with { Items = state.Items.SetItem(e.Item!, after) };
        if (e.Kind == CaseEventKind.Ended) state = state with { Evidence = state.Evidence.Union(declared.Outcome(e.What!)!.Gives) };
        return state is { Phase: CasePhase.Joined } && state.Items.Values.All(i => i.IsEnded) ? state with { Phase = CasePhase.Closed } : state;
    }

    private static Result<ItemState> OfItem(ItemDeclaration declared, ItemState item, CaseEvent e)
    {
        var at = e.EffectiveAt;
        switch (e.Kind)
        {
            case CaseEventKind.LeftOut:
                return Stopped(item, at) with { Phase = ItemPhase.LeftOut };
            case CaseEventKind.Opened:
                return Triggered(declared, item with { Phase = ItemPhase.Open }, at, "具备办理条件", ClockTrigger.Opened);
            case CaseEventKind.Accepted:
                return Triggered(declared, item with { Phase = ItemPhase.Handling }, at, "受理", ClockTrigger.Accepted, ClockTrigger.AcceptedOrNotified);
            case CaseEventKind.Looked:
                return item with { IsLooked = true };
            case CaseEventKind.Noted:
                return item with { IsLooked = true, Noted = item.Noted.Add(e.What!) };
            case CaseEventKind.Notified:
                return Notified(declared, item, at);
            case CaseEventKind.Supplied:
                return Supplied(declared, item with { Told = item.Told.Remove(e.What!) }, at);
            case CaseEventKind.Passed:
                return item with { Stage = item.Stage + 1, LastBy = e.By };
            case CaseEventKind.SentBack:
                return item with { Stage = declared.StageIndex(e.What!), LastBy = null };
            case CaseEventKind.Paused:
                return Changed(item, e.What!, c => c.Pause(at, e.Answer!, SourceOf(declared.Clock(e.What!)!.Pauses.FirstOrDefault(p => p.Label == e.Answer)?.Source)));
            case CaseEventKind.Resumed:
                return Changed(item, e.What!, c => c.Resume(at, e.Answer));
            case CaseEventKind.Extended:
                return Changed(item, e.What!, c => c.Extend(e.Amount, at, "延长", SourceOf(declared.Clock(e.What!)!.Extension!.Source)));
            case CaseEventKind.Inquired:
                return Inquired(item, declared.Inquiries.First(i => i.Id == e.What), at);
            case CaseEventKind.Answered:
                return Answered(item, declared.Inquiries.First(i => i.Id == e.What), at);
            case CaseEventKind.Expired:
                return item with { Expired = item.Expired.Add(e.What!) };
            case CaseEventKind.Ended:
                // What still runs is settled by the end, whatever it would have been stopped by.
                return Stopped(item, at) with { Phase = ItemPhase.Ended, Outcome = e.What, Noted = [], Told = [] };
            default:
                throw new InvalidOperationException($"{e.Kind} is no event of an item.");
        }
    }

    private static Result<ItemState> Notified(ItemDeclaration declared, ItemState item, DateTimeOffset at)
    {
        item = item with { Phase = ItemPhase.Deficient, Before = item.Phase == ItemPhase.Deficient ? item.Before : item.Phase, Told = item.Told.Union(item.Noted), Noted = [], Notices = item.Notices + 1 };
        if (Triggered(declared, item, at, "告知补正", ClockTrigger.Notified, ClockTrigger.AcceptedOrNotified).IsRefused(out var refusal, out var told)) return refusal;
        foreach (var clock in declared.Clocks.Where(c => c.OnNotice != NoticeEffect.None && told.Clocks.GetValueOrDefault(c.Id) is { StoppedAt: null } running && running.Segments.All(s => s.Reason != Missing || s.StopAt is not null)))
            if (Changed(told, clock.Id, c => c.Pause(at, Missing, SourceOf(clock.Source))).IsRefused(out refusal, out told)) return refusal;
        return told;
    }

    /// <summary>When the last of what was missing has come, the item goes on where it stood.</summary>
    private static Result<ItemState> Supplied(ItemDeclaration declared, ItemState item, DateTimeOffset at)
    {
        if (item.Told.Count > 0) return item;
        item = item with { Phase = item.Before };
        if (Triggered(declared, item, at, "收到补正材料", ClockTrigger.Supplied).IsRefused(out var refusal, out var whole)) return refusal;
        foreach (var clock in declared.Clocks.Where(c => c.OnNotice != NoticeEffect.None && whole.Clocks.GetValueOrDefault(c.Id) is { StoppedAt: null }))
            if (Changed(whole, clock.Id, c => clock.OnNotice == NoticeEffect.Restarts ? c.Restart(at, "收到补正材料", SourceOf(clock.Source)) : c.Resume(at, Missing)).IsRefused(out refusal, out whole)) return refusal;
        return whole;
    }

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

    private static Result<ItemState> Answered(ItemState item, InquiryDeclaration inquiry, DateTimeOffset at)
    {
        if (item.Inquiries[inquiry.Id].Stop(at).IsRefused(out var refusal, out var stopped)) return refusal;
        item = item with { Inquiries = item.Inquiries.SetItem(inquiry.Id, stopped) };
        foreach (var clock in inquiry.Pauses.Where(c => item.Clocks.GetValueOrDefault(c) is { StoppedAt: null } paused && paused.Segments.Any(s => s.Reason == inquiry.Title && s.StopAt is null)))
        {
            if (Changed(item, clock, c => c.Resume(at, inquiry.Title)).IsRefused(out refusal, out var resumed)) return refusal;
            item = resumed;
        }
        return item;
    }

    private const string Missing = "等待补正";

    /// <summary>Stops and starts the clocks that some triggers stop and start, in the order of the declaration.</summary>
    private static Result<ItemState> Triggered(ItemDeclaration declared, ItemState item, DateTimeOffset at, string reason, params ReadOnlySpan<ClockTrigger> triggers)
    {
        foreach (var clock in declared.Clocks)
        {
            if (triggers.Contains(clock.Stops) && item.Clocks.GetValueOrDefault(clock.Id) is { StoppedAt: null })
            {
                if (Changed(item, clock.Id, c => c.Stop(at)).IsRefused(out var refusal, out var stopped)) return refusal;
                item = stopped;
            }
            else if (triggers.Contains(clock.Starts) && !item.Clocks.ContainsKey(clock.Id))
            {
                item = item with { Clocks = item.Clocks.SetItem(clock.Id, Clock.Start(clock.Term, at, reason, SourceOf(clock.Source))) };
            }
        }
        return item;
    }

    private static ItemState Stopped(ItemState item, DateTimeOffset at) => item with
    {
        Clocks = item.Clocks.SetItems(item.Clocks.Where(c => c.Value.StoppedAt is null).Select(c => KeyValuePair.Create(c.Key, StoppedAt(c.Value, at)))),
        Inquiries = item.Inquiries.SetItems(item.Inquiries.Where(c => c.Value.StoppedAt is null).Select(c => KeyValuePair.Create(c.Key, StoppedAt(c.Value, at)))),
    };

    private static Clock StoppedAt(Clock clock, DateTimeOffset at) => clock.Stop(at < clock.Run.StartAt ? clock.Run.StartAt : at).IsRefused(out _, out var stopped) ? clock : stopped;

    private static Result<ItemState> Changed(ItemState item, string clock, Func<Clock, Result<Clock>> change) =>
        change(item.Clocks[clock]).IsRefused(out var refusal, out var changed) ? refusal : item with { Clocks = item.Clocks.SetItem(clock, changed) };

    private static ClauseRef? SourceOf(string? source) => source is not null && ClauseRef.TryParse(source, out var clause) ? clause : null;
}
