using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Running;

/// <summary>What runs out.</summary>
internal enum EndOf
{
    /// <summary>A declared time limit (期限).</summary>
    Clock,

    /// <summary>The time within which others may answer (征求意见的期限).</summary>
    Inquiry,

    /// <summary>The time within which evidence has to follow (容缺补交的期限).</summary>
    Supplement,
}

/// <summary>What happens to the clocks of an item, and what follows when one runs out.</summary>
internal static class ClockActs
{
    /// <summary>A clock stands still for one of the reasons that are declared (中止).</summary>
    /// <returns>Refused: <c>case.no-clock</c>, <c>case.no-pause-reason</c>, <c>clock.…</c>.</returns>
    public static Result<bool> Pause(this CaseProceeding p, string id, string clock, string reason)
    {
        if (!Runs(p, id, clock, out var declared, out var refusal)) return refusal;
        if (declared.Pauses.FirstOrDefault(r => r.Id == reason) is not { } known) return NoReason(declared);
        if (p.State.Items[id].Clocks[clock].Segments.Any(s => s.Kind == ClockSegmentKind.Pause && s.Reason == known.Label && s.StopAt is null))
            return new Refusal("case.paused", $"{declared.Title}已经因为{known.Label}中止。");
        return p.Do(p.Of(id, CaseEventKind.Paused, clock) with { Answer = known.Label });
    }

    /// <summary>It goes on (恢复). Only what <see cref="Pause"/> has set ends so: while somebody is asked, or something is missing, it goes on standing still.</summary>
    /// <returns>Refused: <c>case.no-clock</c>, <c>case.no-pause-reason</c>, <c>clock.not-paused</c>.</returns>
    public static Result<bool> Resume(this CaseProceeding p, string id, string clock, string reason)
    {
        if (!Runs(p, id, clock, out var declared, out var refusal)) return refusal;
        if (declared.Pauses.FirstOrDefault(r => r.Id == reason) is not { } known) return NoReason(declared);
        return p.Do(p.Of(id, CaseEventKind.Resumed, clock) with { Answer = known.Label });
    }

    /// <summary>It is lengthened (延长), within what the law allows since it last began: a clock that began anew lost what it was lengthened by.</summary>
    /// <returns>Refused: <c>case.no-extension</c>, <c>case.extended-too-far</c>, <c>case.extended-too-often</c>, <c>case.too-late</c>.</returns>
    public static Result<bool> Extend(this CaseProceeding p, string id, string clock, int amount, WorkCalendar calendar)
    {
        if (!Runs(p, id, clock, out var declared, out var refusal)) return refusal;
        if (declared.Extension is not { } rule) return new Refusal("case.no-extension", $"{declared.Title}不能延长。", declared.Source);
        var running = p.State.Items[id].Clocks[clock];
        var before = running.Segments.Reverse().TakeWhile(s => s.Kind != ClockSegmentKind.Run).Where(s => s.Kind == ClockSegmentKind.Extension).ToList();
        if (before.Count >= rule.Times) return new Refusal("case.extended-too-often", $"{declared.Title}只能延长{rule.Times}次，已经延长过了。", rule.Source);
        if (amount < 1 || before.Sum(s => s.Added) + amount > rule.Most) return new Refusal("case.extended-too-far", $"{declared.Title}最多延长{declared.Term with { Amount = rule.Most }}，请改写延长的时间。", rule.Source);
        if (running.DueBy(calendar).IsMissedAt(p.At)) return new Refusal("case.too-late", $"{declared.Title}已经届满，不能再延长。", rule.Source);
        return p.Do(p.Of(id, CaseEventKind.Extended, clock) with { Amount = amount });
    }

    /// <summary>Asks somebody else, in writing (征求意见).</summary>
    /// <returns>Refused: <c>case.no-inquiry</c>, <c>case.inquired</c>, <c>case.not-handling</c>.</returns>
    public static Result<bool> Inquire(this CaseProceeding p, string id, string inquiry)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        if (declared.Inquiries.FirstOrDefault(i => i.Id == inquiry) is not { } asked) return new Refusal("case.no-inquiry", $"{declared.Title}没有编号为“{inquiry}”的征求意见，请核对。");
        if (item.Phase != ItemPhase.Handling) return new Refusal("case.not-handling", $"{declared.Title}不在办理中，不能征求意见。");
        if (item.Inquiries.ContainsKey(inquiry)) return new Refusal("case.inquired", $"“{asked.Title}”已经发出，不需要重复征求。");
        return p.Do(p.Of(id, CaseEventKind.Inquired, inquiry));
    }

    /// <summary>They answered (收到意见).</summary>
    /// <returns>Refused: <c>case.not-inquired</c>, <c>case.no-answer</c>.</returns>
    public static Result<bool> Answer(this CaseProceeding p, string id, string inquiry, string answer)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        if (item.Inquiries.GetValueOrDefault(inquiry) is not { StoppedAt: null }) return new Refusal("case.not-inquired", "没有正在征求的这项意见，或者已经答复。");
        var asked = declared.Inquiries.First(i => i.Id == inquiry);
        if (!asked.Answers.ContainsKey(answer)) return new Refusal("case.no-answer", $"“{asked.Title}”的答复只能是：{string.Join("、", asked.Answers.Values)}。");
        return p.Do(p.Of(id, CaseEventKind.Answered, inquiry) with { Answer = answer });
    }

    /// <summary>The instants at which clocks, inquiries and what was to follow of the case run out; what was dealt with, stands still or is settled has none.</summary>
    public static IEnumerable<(string Item, string What, EndOf Kind, DateTimeOffset EndsAt)> Ends(CaseDeclaration declaration, CaseState state, WorkCalendar calendar)
    {
        foreach (var (id, item) in state.Items.Where(i => !i.Value.IsEnded))
        {
            foreach (var (clock, running) in item.Clocks.Where(c => c.Value.StoppedAt is null && !item.Expired.Contains(c.Key)))
                if (running.DueBy(calendar).EndsAt is { } ends) yield return (id, clock, EndOf.Clock, ends);
            foreach (var (inquiry, running) in item.Inquiries.Where(c => c.Value.StoppedAt is null))
                if (running.DueBy(calendar).EndsAt is { } ends) yield return (id, inquiry, EndOf.Inquiry, ends);
            foreach (var (evidence, running) in item.Following.Where(c => c.Value.StoppedAt is null))
                if (running.DueBy(calendar).EndsAt is { } ends) yield return (id, evidence, EndOf.Supplement, ends);
        }
    }

    /// <summary>Deals with everything that has run out by the instant of the act, in the order in which it did (期限届满).</summary>
    public static Result<bool> Expire(this CaseProceeding p, WorkCalendar calendar)
    {
        while (Ends(p.Declaration, p.State, calendar).Where(e => e.EndsAt <= p.At).OrderBy(e => e.EndsAt).ThenBy(e => e.Item, StringComparer.Ordinal).ThenBy(e => e.What, StringComparer.Ordinal).FirstOrDefault() is { Item: not null } end)
            if (Expire(p, end).IsRefused(out var refusal, out _)) return refusal;
        return true;
    }

    private static Result<bool> Expire(CaseProceeding p, (string Item, string What, EndOf Kind, DateTimeOffset EndsAt) end)
    {
        var item = p.Declaration.Item(end.Item)!;
        if (end.Kind == EndOf.Supplement)
            return p.Do(new(CaseEventKind.Ended, end.EndsAt, CaseEvent.ByLaw, item.Id, (item.Outcomes.FirstOrDefault(o => o.Kind == OutcomeKind.Lapsed) ?? item.Outcomes.First(o => o.Kind == OutcomeKind.Closed)).Id));
        if (end.Kind == EndOf.Inquiry) return p.Do(new(CaseEventKind.Answered, end.EndsAt, CaseEvent.ByLaw, item.Id, end.What) { Answer = item.Inquiries.First(i => i.Id == end.What).Silence });
        var clock = item.Clock(end.What)!;
        if (p.Do(new(CaseEventKind.Expired, end.EndsAt, CaseEvent.ByLaw, item.Id, clock.Id)).IsRefused(out var refusal, out _)) return refusal;
        return clock.Expiry switch
        {
            ExpiryEffect.Accepts when p.State.Items[item.Id].Phase == ItemPhase.Open => p.Do(new(CaseEventKind.Accepted, end.EndsAt, CaseEvent.ByLaw, item.Id, CaseEvent.ByLaw)),
            ExpiryEffect.Ends when !p.State.Items[item.Id].IsEnded => p.Do(new(CaseEventKind.Ended, end.EndsAt, CaseEvent.ByLaw, item.Id, clock.ExpiryOutcome)),
            _ => true,
        };
    }

    private static Refusal NoReason(ClockDeclaration declared) =>
        new("case.no-pause-reason", $"{declared.Title}只能因为{(declared.Pauses.Count > 0 ? string.Join("、", declared.Pauses.Select(r => r.Label)) : "法律规定的事由")}中止，请核对。", declared.Source);

    private static bool Runs(CaseProceeding p, string id, string clock, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ClockDeclaration? declared, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Refusal? refusal)
    {
        declared = null;
        if (!p.Finds(id, out var item, out var state, out refusal)) return false;
        declared = item.Clock(clock);
        if (declared is null) refusal = new("case.no-clock", $"{item.Title}没有编号为“{clock}”的期限，请核对。");
        else if (state.Clocks.GetValueOrDefault(clock) is not { StoppedAt: null }) refusal = new("case.clock-not-running", $"{declared.Title}没有在计算，不能改动。");
        return refusal is null;
    }
}
