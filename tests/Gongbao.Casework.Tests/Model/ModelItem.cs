using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;

namespace Gongbao.Casework.Tests.Model;

/// <summary>An item of the model: plain, and changed in place.</summary>
internal sealed class ModelItem(ItemDeclaration begun)
{
    public const string Notice = "notice";

    /// <summary>As the version under which the case runs declares it.</summary>
    public ItemDeclaration Declared { get; private set; } = begun;

    public ItemPhase Phase { get; set; } = ItemPhase.Waiting;

    public ItemPhase Before { get; set; }

    /// <summary>When something was done with it last; nothing counts since before that.</summary>
    public DateTimeOffset Since { get; set; } = DateTimeOffset.MinValue;

    public DateTimeOffset OpenedAt { get; set; }

    public int Stage { get; set; }

    /// <summary>Who did each stage that is done.</summary>
    public List<string> DoneBy { get; } = [];

    public string? Outcome { get; set; }

    public bool IsLooked { get; set; }

    public int Notices { get; set; }

    public SortedSet<string> Noted { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Told { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ModelClock> Clocks { get; } = [];

    public Dictionary<string, ModelClock> Inquiries { get; } = [];

    /// <summary>What has to follow after acceptance, with its time.</summary>
    public Dictionary<string, ModelClock> Following { get; } = [];

    public int Corrections { get; set; }

    public int Reissues { get; set; }

    public bool IsOver => Phase is ItemPhase.Ended or ItemPhase.LeftOut;

    public OutcomeKind? Kind => Outcome is null ? null : Declared.Outcomes.First(o => o.Id == Outcome).Kind;

    public string? OutcomeOf(OutcomeKind kind) => Declared.Outcomes.FirstOrDefault(o => o.Kind == kind)?.Id;

    /// <summary>Stops what some triggers stop, then starts what they start and does not run already.</summary>
    public void Triggered(DateTimeOffset at, params ReadOnlySpan<ClockTrigger> triggers)
    {
        foreach (var clock in Declared.Clocks)
            if (triggers.Contains(clock.Stops) && Clocks.TryGetValue(clock.Id, out var running)) running.Stop(at);
        foreach (var clock in Declared.Clocks)
            if (triggers.Contains(clock.Starts) && Clocks.GetValueOrDefault(clock.Id) is not { Runs: true }) Clocks[clock.Id] = new(clock.Term, at);
    }

    public void Opens(DateTimeOffset at)
    {
        (Phase, OpenedAt) = (ItemPhase.Open, at);
        Did(at);
        Triggered(at, ClockTrigger.Opened);
        if (!Declared.IsAccepted) Accepted(at);
    }

    public void Accepted(DateTimeOffset at)
    {
        Phase = ItemPhase.Handling;
        Did(at);
        Triggered(at, ClockTrigger.Accepted, ClockTrigger.AcceptedOrNotified);
    }

    /// <summary>Everything noted is told; clocks that ran until now come to stand where they are declared to.</summary>
    public void Notified(DateTimeOffset at)
    {
        Told.UnionWith(Noted);
        Noted.Clear();
        Notices++;
        if (Phase != ItemPhase.Deficient) (Before, Phase) = (Phase, ItemPhase.Deficient);
        Did(at);
        foreach (var clock in Declared.Clocks)
        {
            if (clock.OnNotice == NoticeEffect.None || Clocks.GetValueOrDefault(clock.Id) is not { Runs: true } running || running.StandsStillFor(Notice)) continue;
            running.Pause(at, Notice);
        }
        Triggered(at, ClockTrigger.Notified, ClockTrigger.AcceptedOrNotified);
    }

    public void Supplied(DateTimeOffset at, string deficiency)
    {
        Told.Remove(deficiency);
        Did(at);
        if (Told.Count > 0) return;
        Phase = Before;
        foreach (var clock in Declared.Clocks)
        {
            if (Clocks.GetValueOrDefault(clock.Id) is not { Runs: true } running || !running.StandsStillFor(Notice)) continue;
            running.Resume(at, Notice);
            if (clock.OnNotice == NoticeEffect.Restarts) running.Restart(at);
        }
        Triggered(at, ClockTrigger.Supplied);
    }

    public void Answered(DateTimeOffset at, string inquiry, bool isSilence = false)
    {
        Inquiries[inquiry].Stop(at);
        Did(at);
        foreach (var clock in Clocks.Values.Where(c => c.Runs && c.StandsStillFor(inquiry))) clock.Resume(isSilence ? at.AddMilliseconds(-1) : at, inquiry);
    }

    public void Ends(DateTimeOffset at, string outcome)
    {
        (Phase, Outcome) = (ItemPhase.Ended, outcome);
        Over(at);
    }

    public void LeftOut(DateTimeOffset at)
    {
        Phase = ItemPhase.LeftOut;
        Over(at);
    }

    /// <summary>Goes on under another version: before the first stage that it has not done, with clocks that keep their terms, and without those that are no more.</summary>
    public void Moves(DateTimeOffset at, ItemDeclaration next)
    {
        Dictionary<string, string> done = [];
        for (var i = 0; i < DoneBy.Count; i++) done.Add(Declared.Stages[i].Id, DoneBy[i]);
        Declared = next;
        Did(at);
        DoneBy.Clear();
        for (var i = 0; i < next.Stages.Count - 1 && done.TryGetValue(next.Stages[i].Id, out var by); i++) DoneBy.Add(by);
        Stage = DoneBy.Count;
        Noted.RemoveWhere(d => !next.Deficiencies.ContainsKey(d));
        foreach (var (id, clock) in Clocks)
            if (next.Clocks.All(c => c.Id != id)) clock.Stop(at);
        foreach (var (id, clock) in Following)
            if (!next.Needs.Contains(id)) clock.Stop(at);
    }

    /// <summary>Whether something lasts that a version does not know: somebody is asked, or a clock stands still for a reason.</summary>
    public bool Outlasts(ItemDeclaration next) =>
        Inquiries.Any(q => q.Value.Runs && next.Inquiries.All(n => n.Id != q.Key))
        || next.Clocks.Any(c => Clocks.GetValueOrDefault(c.Id) is { Runs: true } clock
            && Declared.Clocks.First(d => d.Id == c.Id).Pauses.Any(p => clock.StandsStillFor("pause " + p.Id) && c.Pauses.All(n => n.Id != p.Id)));

    public void Did(DateTimeOffset at) => Since = at > Since ? at : Since;

    private void Over(DateTimeOffset at)
    {
        Did(at);
        Noted.Clear();
        Told.Clear();
        foreach (var clock in Clocks.Values.Concat(Inquiries.Values).Concat(Following.Values)) clock.Stop(at);
    }
}
