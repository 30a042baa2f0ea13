using Gongbao.Casework.Running;

namespace Gongbao.Casework.Storage;

/// <summary>A case as it stands (办件). Everything here but the reference follows from its events, and is written in the unit that writes them.</summary>
internal sealed record StoredCase
{
    public required Guid Id { get; init; }

    /// <summary>What the applicant is given to follow it by (受理号).</summary>
    public required string Reference { get; init; }

    /// <summary>Id of the declaration under which it runs.</summary>
    public required string Declaration { get; init; }

    /// <summary>Of the version under which it runs: that under which it began, or to which it was moved.</summary>
    public required string Version { get; init; }

    public required CasePhase Phase { get; init; }

    /// <summary>Null until the items have joined.</summary>
    public required CaseOutcome? Outcome { get; init; }

    /// <summary>Receipt by the rule of its channel.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How many events it has: its revision, since every change adds at least one.</summary>
    public required int Events { get; init; }

    /// <summary>What the other columns do not say of the state, as <see cref="CaseText"/> writes it; what belongs to an item stands with the item.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The first instant at which anything of it runs out; null where nothing does.</summary>
    public required DateTimeOffset? NextEnd { get; init; }

    /// <summary>By which calendar <see cref="NextEnd"/> and the items' days were worked out.</summary>
    public required string Calendar { get; init; }
}

/// <summary>An item of a case as it stands: its part of the snapshot, and what work lists ask about.</summary>
internal sealed record StoredItem
{
    public required Guid CaseId { get; init; }

    public required string Item { get; init; }

    /// <summary>The unit that does it; null as long as no field names it.</summary>
    public required string? Unit { get; init; }

    public required ItemPhase Phase { get; init; }

    /// <summary>The stage that is to be done, from 0.</summary>
    public required int Stage { get; init; }

    public required string? Outcome { get; init; }

    /// <summary>The last day on which the first of its clocks is kept, Beijing; null where none runs.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>What the other columns do not say, as <see cref="CaseText"/> writes it.</summary>
    public required string Snapshot { get; init; }
}

/// <summary>Something that happened in a case. Appended, never changed. Two programs that go on from the same state would write the same number: the second is refused.</summary>
internal sealed record StoredEvent
{
    public required Guid CaseId { get; init; }

    /// <summary>Its place, from 1 without gaps.</summary>
    public required int Number { get; init; }

    public required CaseEventKind Kind { get; init; }

    /// <summary>Since when it counts.</summary>
    public required DateTimeOffset EffectiveAt { get; init; }

    /// <summary>The legal instant at which it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who, by id.</summary>
    public required string DoneBy { get; init; }

    public required string? Item { get; init; }

    public required string? What { get; init; }

    public required string? Answer { get; init; }

    public required int Amount { get; init; }

    /// <summary>As the engine has it.</summary>
    public CaseEvent ToEvent() => new(Kind, EffectiveAt, DoneBy, Item, What) { Answer = Answer, Amount = Amount };
}

/// <summary>An answer of the form (填写的内容).</summary>
internal sealed record StoredAnswer
{
    public required Guid CaseId { get; init; }

    public required string Field { get; init; }

    /// <summary>Its place in a group that repeats, from 0; 0 where it is asked once.</summary>
    public required int Place { get; init; }

    /// <summary>A sealed token where the field is personal, else the answer itself, as <see cref="FormAnswers"/> writes it.</summary>
    public required string Value { get; init; }

    /// <summary>The mark by which equality search finds it; null where none is declared.</summary>
    public required string? Mark { get; init; }
}
