using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Declarations;

/// <summary>What starts or stops a clock.</summary>
internal enum ClockTrigger
{
    /// <summary>The application was received, by the rule of its channel (收到申请).</summary>
    Received,

    /// <summary>The item's evidence is there (具备条件).</summary>
    Opened,

    /// <summary>受理.</summary>
    Accepted,

    /// <summary>The notice of deficiencies went out (告知补正).</summary>
    Notified,

    /// <summary>What was missing came in (收到补正材料).</summary>
    Supplied,

    /// <summary>Accepted, or told what is missing (受理或者告知).</summary>
    AcceptedOrNotified,

    /// <summary>The item has ended (办结、答复).</summary>
    Ended,
}

/// <summary>What a notice of deficiencies does to a clock.</summary>
internal enum NoticeEffect
{
    /// <summary>It runs on.</summary>
    None,

    /// <summary>It stands still until what was missing has come (中止).</summary>
    Pauses,

    /// <summary>It begins anew on the day on which what was missing came (重新起算).</summary>
    Restarts,
}

/// <summary>What happens when a clock runs out.</summary>
internal enum ExpiryEffect
{
    /// <summary>It is late, and those above are told (督办).</summary>
    Escalates,

    /// <summary>The item counts as accepted (视为受理).</summary>
    Accepts,

    /// <summary>The item ends with an outcome: silence is consent, or is not.</summary>
    Ends,
}

/// <summary>A time limit of an item (办理期限).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name: 答复期限.</param>
/// <param name="Term">How long.</param>
/// <param name="Starts">From what.</param>
/// <param name="Stops">By what it is kept.</param>
/// <param name="Source">The clause that sets it.</param>
internal sealed record ClockDeclaration(string Id, string Title, Term Term, ClockTrigger Starts, ClockTrigger Stops, string? Source)
{
    public NoticeEffect OnNotice { get; init; }

    /// <summary>Reasons for which it may stand still (中止事由); a closed list.</summary>
    public IReadOnlyList<PauseReason> Pauses { get; init; } = [];

    /// <summary>How far it may be lengthened; null where it may not.</summary>
    public ExtensionRule? Extension { get; init; }

    public ExpiryEffect Expiry { get; init; }

    /// <summary>The outcome with which the item ends when it runs out; only with <see cref="ExpiryEffect.Ends"/>.</summary>
    public string? ExpiryOutcome { get; init; }
}

/// <param name="Id">Its id.</param>
/// <param name="Label">A few words that fit into a sentence: 专家评审.</param>
/// <param name="Source">The law.</param>
internal sealed record PauseReason(string Id, string Label, string? Source);

/// <param name="Most">At most so much in all, in the unit of the clock's term.</param>
/// <param name="Times">At most so often.</param>
/// <param name="Verb">The verb of whoever has to agree.</param>
/// <param name="Source">The law.</param>
internal sealed record ExtensionRule(int Most, int Times, string Verb, string? Source);

/// <summary>Somebody else who is asked in the course of an item, in writing and with a time limit (征求意见).</summary>
/// <param name="Id">Its id: <c>third-party</c>.</param>
/// <param name="Title">Its name: 征求第三方意见.</param>
/// <param name="Term">How long may be answered.</param>
/// <param name="Pauses">Clocks of the item that stand still meanwhile.</param>
/// <param name="Silence">What no answer in time counts as, an answer's id; null: it counts as no answer, and the item's department decides itself.</param>
/// <param name="Answers">Answers by id with their words: <c>agrees: 同意公开</c>.</param>
/// <param name="Source">The law.</param>
internal sealed record InquiryDeclaration(string Id, string Title, Term Term, IReadOnlyList<string> Pauses, string? Silence, IReadOnlyDictionary<string, string> Answers, string? Source);
