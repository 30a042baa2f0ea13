using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;

namespace Gongbao.Casework.Tests.Model;

/// <summary>An item of the model: plain, and changed in place.</summary>
internal sealed class ModelItem(ItemDeclaration declared)
{
    public const string Notice = "notice";

    public ItemDeclaration Declared => declared;

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

    public bool IsOver => Phase is ItemPhase.Ended or ItemPhase.LeftOut;

    public OutcomeKind? Kind => Outcome is null ? null : declared.Outcomes.First(o => o.Id == Outcome).Kind;

    public string? OutcomeOf(OutcomeKind kind) => declared.Outcomes.FirstOrDefault(o => o.Kind == kind)?.Id;

    /// <summary>Stops what some triggers stop, then starts what they start and does not run already.</summary>
    public void Triggered(DateTimeOffset at, params ReadOnlySpan<ClockTrigger> triggers)
    {
        foreach (var clock in declared.Clocks)
            if (triggers.Contains(clock.Stops) && Clocks.TryGetValue(clock.Id, out var running)) running.Stop(at);
        foreach (var clock in declared.Clocks)
            if (triggers.Contains(clock.Starts) && Clocks.GetValueOrDefault(clock.Id) is not { Runs: true }) Clocks[clock.Id] = new(clock.Term, at);
    }

    public void Opens(DateTimeOffset at)
    {
        (Phase, OpenedAt) = (ItemPhase.Open, at);
        Did(at);
        Triggered(at, ClockTrigger.Opened);
        if (!declared.IsAccepted) Accepted(at);
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
        foreach (var clock in declared.Clocks)
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
        foreach (var clock in declared.Clocks)
        {
            if (Clocks.GetValueOrDefault(clock.Id) is not { Runs: true } running || !running.StandsStillFor(Notice)) continue;
            running.Resume(at, Notice);
            if (clock.OnNotice == NoticeEffect.Restarts) running.Restart(at);
        }
        Triggered(at, ClockTrigger.Supplied);
    }

    public void Answered(DateTimeOffset at, string inquiry)
    {
        Inquiries[inquiry].Stop(at);
        Did(at);
        foreach (var clock in Clocks.Values.Where(c => c.Runs && c.StandsStillFor(inquiry))) clock.Resume(at, inquiry);
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

    public void Did(DateTimeOffset at) => Since = at > Since ? at : Since;

    private void Over(DateTimeOffset at)
    {
        Did(at);
        Noted.Clear();
        Told.Clear();
        foreach (var clock in Clocks.Values.Concat(Inquiries.Values).Concat(Following.Values)) clock.Stop(at);
    }
}
