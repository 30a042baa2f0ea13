using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Declarations;

/// <summary>
/// What starts or stops a clock. One that runs when it would start runs on; one that was stopped begins as a new clock, with its whole term. The end of the item stops every clock.
/// </summary>
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

    /// <summary>The last of what was missing came in (收到补正材料).</summary>
    Supplied,

    /// <summary>
    /// Accepted, or told what is missing (受理或者告知). A clock for acceptance that is stopped so is not there after what was missing has come: where the days for acceptance run anew then
    /// (《行政许可法》第三十二条), either one clock is stopped by <see cref="Accepted"/> alone and restarts on the notice, or a second one starts with <see cref="Supplied"/>.
    /// </summary>
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

    /// <summary>It stands still, and begins anew on the day on which what was missing came (重新起算); what else it stands still for then it goes on standing still for.</summary>
    Restarts,
}

/// <summary>What happens when a clock runs out.</summary>
internal enum ExpiryEffect
{
    /// <summary>It is late, and those above are told (督办).</summary>
    Escalates,

    /// <summary>The item counts as accepted (视为受理), unless it waits for something, or the applicant was told what is missing.</summary>
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

/// <param name="Most">At most so much in all since the clock last began, in the unit of its term.</param>
/// <param name="Times">At most so often since the clock last began.</param>
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
