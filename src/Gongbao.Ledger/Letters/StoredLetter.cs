using Gongbao.Platform.Store;

namespace Gongbao.Ledger.Letters;

/// <summary>
/// A supervision letter (督办函) to one unit. What happened to it stands in its acts; the days here are what the acts come to, kept for lists and written in the unit that adds an act.
/// It is never deleted; once it is signed off, nothing of its text changes any more.
/// </summary>
internal sealed class StoredLetter : IRevised
{
    public required Guid Id { get; init; }

    /// <summary>Directory id of the unit that it is sent to.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit as the letter addresses it (主送机关).</summary>
    public required string Addressee { get; set; }

    /// <summary>Who issues it (发文机关), as declared on the day of the draft.</summary>
    public required string Issuer { get; init; }

    public required string Title { get; set; }

    /// <summary>The text between addressee and signature, a paragraph a line.</summary>
    public required string Body { get; set; }

    /// <summary>The last day for the reply, inclusive.</summary>
    public required DateOnly ReplyBy { get; set; }

    /// <summary>Its place in the series of the year; null until it is signed off.</summary>
    public int? Number { get; set; }

    /// <summary>The year of the series; null until it is signed off.</summary>
    public int? Year { get; set; }

    /// <summary>The issuer's code (机关代字) under which it was numbered; null until it is signed off.</summary>
    public string? Code { get; set; }

    /// <summary>The legal day on which it was drafted.</summary>
    public required DateOnly DraftedOn { get; init; }

    public DateOnly? SignedOn { get; set; }

    /// <summary>The first day on which it was served; null until then.</summary>
    public DateOnly? ServedOn { get; set; }

    /// <summary>The first day on which the unit replied; null until then.</summary>
    public DateOnly? RepliedOn { get; set; }

    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>How many acts it has: the number of the next one.</summary>
    public int Acts { get; set; }

    public long Revision { get; private set; }
}

/// <summary>One share that a letter is about, as it stood when the letter was drafted: a letter says what was so on its day.</summary>
internal sealed class StoredLetterItem
{
    public required Guid Id { get; init; }

    public required Guid LetterId { get; init; }

    /// <summary>Place in the letter, from 1.</summary>
    public required int Ordinal { get; init; }

    public required Guid ObligationId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required string Task { get; init; }

    /// <summary>The document with the place that orders it, as a person cites it.</summary>
    public required string Basis { get; init; }

    /// <summary>The clause as <c>ClauseRef</c> prints it; null where its place has no address.</summary>
    public required string? Clause { get; init; }

    /// <summary>The limit in words; null where none is stated.</summary>
    public required string? Limit { get; init; }

    /// <summary>The last day that was missed.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>How many days after it the letter was drafted.</summary>
    public required int DaysLate { get; init; }

    /// <summary>True where a report is owed, not the work itself.</summary>
    public required bool IsReport { get; init; }
}

/// <summary>The last number that was given in a series: one row an issuer's code and year, changed by whoever takes the next.</summary>
internal sealed class StoredLetterSeries
{
    public required string Code { get; init; }

    public required int Year { get; init; }

    public required int Last { get; init; }
}
