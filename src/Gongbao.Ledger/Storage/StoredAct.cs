using Gongbao.Ledger.States;

namespace Gongbao.Ledger.Storage;

/// <summary>Something that was done about an obligation. Appended, never changed: the state on any day follows from the acts up to it.</summary>
internal sealed record StoredAct
{
    public required Guid Id { get; init; }

    public required Guid ObligationId { get; init; }

    /// <summary>The share it is about; null where it is about the whole obligation.</summary>
    public required Guid? AssignmentId { get; init; }

    /// <summary>Its place among the acts of the obligation, from 1.</summary>
    public required int Number { get; init; }

    public required ActKind Kind { get; init; }

    /// <summary>The legal day, in Beijing.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The legal instant.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it, by id.</summary>
    public required string By { get; init; }

    /// <summary>What was written: the report, the reason; null where nothing is asked for.</summary>
    public string? Text { get; init; }

    /// <summary>The day that it sets: of an event, of an extended limit, of a measure; null for other kinds.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>A limit in words; null for other kinds.</summary>
    public string? Limit { get; init; }

    /// <summary>What it rests on: a clause or the name of a document; null where nothing is named.</summary>
    public string? Source { get; init; }

    /// <summary>The turn of a periodic duty that a report is for; null for other limits.</summary>
    public string? Turn { get; init; }

    /// <summary>Of a report: whether the unit says that it has done what is owed.</summary>
    public bool IsDone { get; init; }

    /// <summary>Of a report: an address with evidence; null where none is given.</summary>
    public string? Link { get; init; }

    /// <summary>Of a measure: the post that answers for it; null for other kinds.</summary>
    public string? Owner { get; init; }

    /// <summary>Of an answer, and of making public: the act that it is about.</summary>
    public Guid? Answers { get; init; }

    /// <summary>The other obligation that it is about: the one that is waited for, the same task of another document; null for other kinds.</summary>
    public Guid? Other { get; init; }

    /// <summary>For whom the actor stood in (代办), by id; null where nobody was absent.</summary>
    public string? OnBehalfOf { get; init; }
}
