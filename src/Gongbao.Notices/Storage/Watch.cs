namespace Gongbao.Notices.Storage;

/// <summary>By what a watch goes on.</summary>
internal enum WatchKind
{
    /// <summary>Days before and after a day by which something is due.</summary>
    Days,

    /// <summary>Minutes without an answer.</summary>
    Answers,

    /// <summary>People are told once.</summary>
    Tell,
}

/// <summary>What became of a watch.</summary>
internal enum WatchState
{
    /// <summary>There are rungs to come, or there were none to begin with.</summary>
    Open,

    /// <summary>Somebody answered.</summary>
    Answered,

    /// <summary>The room that began it ended it.</summary>
    Ended,

    /// <summary>Every rung was climbed.</summary>
    Climbed,
}

/// <summary>Something of which people are told until it is done, answered or said (告知事项).</summary>
internal sealed class Watch
{
    public required Guid Id { get; init; }

    /// <summary>The cause of a ladder, of which there is one watch; the watch's own id for what is told once.</summary>
    public required string Key { get; init; }

    public required string Cause { get; init; }

    public required WatchKind Kind { get; set; }

    /// <summary>Id of a declared ladder; null for what is told once.</summary>
    public string? Ladder { get; set; }

    public required string Subject { get; set; }

    /// <summary>Null where the subject says it.</summary>
    public string? Text { get; set; }

    public string? Clause { get; set; }

    public required string Address { get; set; }

    /// <summary>Last day in time, inclusive; of a ladder of days only.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Legal instant from which an answer is waited for, or at which it was told.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>Directory ids, one space between; empty for the whole city or one account.</summary>
    public required string Units { get; set; }

    public string? Verb { get; set; }

    /// <summary>The one account that is told; null where units or the city are.</summary>
    public Guid? Account { get; init; }

    /// <summary>Of what is told to the public: those who follow one of several things, a target a line; empty for one subscription, null for people of the house.</summary>
    public string? Audience { get; init; }

    public bool IsUrgent { get; init; }

    /// <summary>Legal instant from which rungs count: one that fell due before was never owed.</summary>
    public required DateTimeOffset BegunAt { get; set; }

    /// <summary>The last step that was handled for the present day or instant: days from the due day, or minutes; null for none.</summary>
    public int? Reached { get; set; }

    /// <summary>Legal instant of the next step; null where none is to come.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>The legal instant as of which its people are being told just now, part by part; null where nobody is half told.</summary>
    public DateTimeOffset? TellingAt { get; set; }

    /// <summary>The last account of the parts that were told, in the order of accounts; null before the first part.</summary>
    public Guid? ToldTo { get; set; }

    /// <summary>Under which declarations <see cref="NextAt"/> was worked out.</summary>
    public required string Rules { get; set; }

    public WatchState State { get; set; }

    /// <summary>Why it ended, in Chinese; null where it did not.</summary>
    public string? EndReason { get; set; }
}
