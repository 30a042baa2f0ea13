using System.Collections.Immutable;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Running;

/// <summary>Where an item stands (事项状态).</summary>
internal enum ItemPhase
{
    /// <summary>What it needs is not there yet (待具备条件).</summary>
    Waiting,

    /// <summary>It can be accepted (待受理).</summary>
    Open,

    /// <summary>The applicant was told what is missing (待补正).</summary>
    Deficient,

    /// <summary>办理中.</summary>
    Handling,

    /// <summary>It has its outcome (已办结).</summary>
    Ended,

    /// <summary>It does not belong to the case (不涉及).</summary>
    LeftOut,
}

/// <summary>An item of a running case.</summary>
internal sealed record ItemState(ItemPhase Phase)
{
    public static ItemState Begin { get; } = new(ItemPhase.Waiting);

    /// <summary>The phase to which it returns when what was missing has come.</summary>
    public ItemPhase Before { get; init; }

    /// <summary>The stage that is to be done, from 0; the number of stages where all are done.</summary>
    public int Stage { get; init; }

    /// <summary>Who did each stage that is done, in their order; what was sent back is done by nobody.</summary>
    public ImmutableList<string> DoneBy { get; init; } = [];

    /// <summary>Who did the stage before; null where it is the first, or was sent back to.</summary>
    public string? LastBy => DoneBy.LastOrDefault();

    /// <summary>Since when what it needs is there; null as long as it is not.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>The latest instant since which anything counts that was done with it, or that it needed came. Nothing that is done with it counts since before that.</summary>
    public DateTimeOffset LastAt { get; init; }

    public string? Outcome { get; init; }

    /// <summary>Whether its department has looked for what is missing.</summary>
    public bool IsLooked { get; init; }

    /// <summary>How many notices it has had.</summary>
    public int Notices { get; init; }

    /// <summary>What is missing and was not told yet.</summary>
    public ImmutableSortedSet<string> Noted { get; init; } = [];

    /// <summary>What was told and has not come.</summary>
    public ImmutableSortedSet<string> Told { get; init; } = [];

    public ImmutableSortedDictionary<string, Clock> Clocks { get; init; } = ImmutableSortedDictionary<string, Clock>.Empty;

    /// <summary>Clocks whose end has been dealt with.</summary>
    public ImmutableSortedSet<string> Expired { get; init; } = [];

    /// <summary>Evidence without which it was accepted and that has to follow, with the clocks of it; of what has come it is stopped (容缺待补).</summary>
    public ImmutableSortedDictionary<string, Clock> Following { get; init; } = ImmutableSortedDictionary<string, Clock>.Empty;

    /// <summary>Inquiries, with their clocks; one that was answered is stopped.</summary>
    public ImmutableSortedDictionary<string, Clock> Inquiries { get; init; } = ImmutableSortedDictionary<string, Clock>.Empty;

    /// <summary>How often what came of it was put right after its end (更正).</summary>
    public int Corrections { get; init; }

    /// <summary>How often what came of it was given again after its end (补发).</summary>
    public int Reissues { get; init; }

    public bool IsEnded => Phase is ItemPhase.Ended or ItemPhase.LeftOut;
}

/// <summary>Where a case stands (办件状态).</summary>
internal enum CasePhase
{
    /// <summary>Not received.</summary>
    None,

    /// <summary>办理中.</summary>
    Running,

    /// <summary>Its end is decided, and items go on for themselves (已汇合，另有事项续办).</summary>
    Joined,

    /// <summary>已办结.</summary>
    Closed,
}

/// <summary>How a case as a whole came out.</summary>
internal enum CaseOutcome
{
    /// <summary>Everything that the join asks for was granted (办结).</summary>
    Completed,

    /// <summary>A part of it (部分办结).</summary>
    Partly,

    /// <summary>Nothing (未予办理).</summary>
    Refused,

    /// <summary>The applicant took it back (撤回).</summary>
    Withdrawn,

    /// <summary>It was ended gently by what happened (终止).</summary>
    Halted,
}

/// <summary>A case as its events make it: a fold, kept as a snapshot so that no history has to be read for the next act.</summary>
internal sealed record CaseState
{
    public static CaseState Begin { get; } = new();

    public CasePhase Phase { get; init; }

    /// <summary>How many events it has.</summary>
    public int Events { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The latest instant since which any event counts.</summary>
    public DateTimeOffset LastAt { get; init; }

    public ImmutableSortedDictionary<string, ItemState> Items { get; init; } = ImmutableSortedDictionary<string, ItemState>.Empty;

    public ImmutableSortedSet<string> Evidence { get; init; } = [];

    /// <summary>Evidence for which a commitment stands in (告知承诺).</summary>
    public ImmutableSortedSet<string> Commitments { get; init; } = [];

    /// <summary>Evidence for which a commitment was made that turned out untrue (承诺不实).</summary>
    public ImmutableSortedSet<string> Broken { get; init; } = [];

    public CaseOutcome? Outcome { get; init; }

    /// <summary>What ended everything; null where nothing did.</summary>
    public string? Halt { get; init; }
}
