namespace Gongbao.Casework.Running;

/// <summary>What may happen in a case (办件事件). Kept by name; a name is never given another meaning.</summary>
internal enum CaseEventKind
{
    /// <summary>The application was received; <see cref="CaseEvent.EffectiveAt"/> is the receipt by the rule of its channel (收到申请).</summary>
    Received,

    /// <summary>The item does not belong to this case (不涉及).</summary>
    LeftOut,

    /// <summary>What the item needs is there (具备条件).</summary>
    Opened,

    /// <summary>受理; by the law itself where <see cref="CaseEvent.What"/> is <see cref="CaseEvent.ByLaw"/> (视为受理).</summary>
    Accepted,

    /// <summary>The department has looked and misses nothing (初审无缺).</summary>
    Looked,

    /// <summary>The department misses something and has not told it yet (登记缺项).</summary>
    Noted,

    /// <summary>The one notice went out (一次性告知); of an item a further one, with its reason in <see cref="CaseEvent.What"/>.</summary>
    Notified,

    /// <summary>Something that was missing came in (补正).</summary>
    Supplied,

    /// <summary>Evidence is there (材料到位).</summary>
    Given,

    /// <summary>A stage is done (环节完成).</summary>
    Passed,

    /// <summary>Back to an earlier stage (退回环节).</summary>
    SentBack,

    /// <summary>A clock stands still (中止).</summary>
    Paused,

    /// <summary>It goes on (恢复).</summary>
    Resumed,

    /// <summary>It is lengthened by <see cref="CaseEvent.Amount"/> (延长).</summary>
    Extended,

    /// <summary>Somebody else was asked (征求意见).</summary>
    Inquired,

    /// <summary>They answered (回复意见); <see cref="CaseEvent.Answer"/> is null where their time ran out.</summary>
    Answered,

    /// <summary>A clock ran out (期限届满).</summary>
    Expired,

    /// <summary>The item has its outcome (办结).</summary>
    Ended,

    /// <summary>The applicant took an item back, and something has to be undone (撤回善后).</summary>
    Compensated,

    /// <summary>The items have joined (汇合).</summary>
    Joined,

    /// <summary>Something happened that ends everything (终止).</summary>
    Halted,

    /// <summary>Evidence is missing and may follow after acceptance; its time begins (容缺受理).</summary>
    Deferred,

    /// <summary>What was to follow is not needed, by answers that have become known since (不再需要).</summary>
    Spared,

    /// <summary>A commitment stands in for evidence (告知承诺).</summary>
    Committed,

    /// <summary>A commitment turned out untrue (承诺不实).</summary>
    Disproved,

    /// <summary>The case goes on under another version of its declaration, <see cref="CaseEvent.What"/> (改用新版流程).</summary>
    Moved,

    /// <summary>What an item gave was wrong and was put right, or, without <see cref="CaseEvent.What"/>, its decision was; the reason is in <see cref="CaseEvent.Answer"/> (更正).</summary>
    Corrected,

    /// <summary>What an item gave was lost and was given again; as above (补发).</summary>
    Reissued,
}

/// <summary>One thing that happened in a case; never changed, never taken out.</summary>
/// <param name="Kind">What.</param>
/// <param name="EffectiveAt">Since when it counts, legal instant: of paper that came in an outage the day of its receipt.</param>
/// <param name="By">Who, as the journal says it.</param>
/// <param name="Item">Of which item; null of the case.</param>
/// <param name="What">Which clock, stage, evidence, deficiency, inquiry or outcome.</param>
internal sealed record CaseEvent(CaseEventKind Kind, DateTimeOffset EffectiveAt, string By, string? Item = null, string? What = null)
{
    public const string ByLaw = "by-law";

    /// <summary>The answer to an inquiry, or the reason of a pause or a correction.</summary>
    public string? Answer { get; init; }

    /// <summary>By how much a clock was lengthened.</summary>
    public int Amount { get; init; }
}
