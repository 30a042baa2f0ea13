namespace Gongbao.Ledger.Letters;

/// <summary>What may be done about a letter.</summary>
internal enum LetterActKind
{
    /// <summary>起草</summary>
    Drafted,

    /// <summary>修改</summary>
    Edited,

    /// <summary>The signer gave the draft back with a reason (退回修改).</summary>
    GivenBack,

    /// <summary>Signed off, numbered and sent (签发).</summary>
    Signed,

    /// <summary>Served (送达).</summary>
    Served,

    /// <summary>The unit replied (回复).</summary>
    Replied,

    /// <summary>Withdrawn with a reason (撤回).</summary>
    Withdrawn,
}

/// <summary>How a letter was served (送达方式).</summary>
internal enum ServiceKind
{
    /// <summary>Somebody of the unit said in the inbox that it came (站内签收).</summary>
    Inbox,

    /// <summary>直接送达</summary>
    Direct,

    /// <summary>邮寄送达</summary>
    Mail,

    /// <summary>电子送达</summary>
    Electronic,
}

/// <summary>Something that was done about a letter. Appended, never changed.</summary>
internal sealed record StoredLetterAct
{
    public required Guid Id { get; init; }

    public required Guid LetterId { get; init; }

    /// <summary>Its place among the acts of the letter, from 1.</summary>
    public required int Number { get; init; }

    public required LetterActKind Kind { get; init; }

    /// <summary>The legal day, in Beijing, on which it was recorded.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The legal instant at which it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it, by id.</summary>
    public required string By { get; init; }

    /// <summary>The reason, or the reply; null where nothing is asked for.</summary>
    public string? Text { get; init; }

    /// <summary>The day on which it was served or replied to, where that was before it was recorded; null for other kinds.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Of a service: how; null for other kinds.</summary>
    public ServiceKind? Service { get; init; }

    /// <summary>Of a service on paper: the post that took it; null for other kinds.</summary>
    public string? Recipient { get; init; }

    /// <summary>Of a reply: an address with evidence; null where none is given.</summary>
    public string? Link { get; init; }
}
