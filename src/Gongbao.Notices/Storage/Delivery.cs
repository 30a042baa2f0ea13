namespace Gongbao.Notices.Storage;

/// <summary>A way out of the database (渠道). The inbox is none: what stands in it was written with the message.</summary>
internal enum Channel
{
    /// <summary>E-mail by SMTP (电子邮件).</summary>
    Email,

    /// <summary>A signed call to the gateway of text messages or work chat (短信或工作群网关).</summary>
    Webhook,

    /// <summary>A printed list that is handed over (打印交送).</summary>
    Print,
}

/// <summary>What became of a delivery.</summary>
internal enum DeliveryState
{
    /// <summary>To be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>The other side took it.</summary>
    HandedOver,

    /// <summary>The other side will never take it: its messages go by the next channel.</summary>
    Refused,

    /// <summary>The recipient cannot be reached by this channel: its messages go by the next one.</summary>
    PassedOver,
}

/// <summary>What goes to one recipient by one channel at once: one message, or those of a day together (合并告知).</summary>
internal sealed class Delivery
{
    /// <summary>A hash of the channel and the messages, 32 hexadecimal digits: repeats carry the same.</summary>
    public required string Id { get; init; }

    public required Channel Channel { get; init; }

    public required Guid Recipient { get; init; }

    /// <summary>Legal instant at which the first of its messages fell due: the order of what goes to one recipient.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required int Messages { get; init; }

    public required DeliveryState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Real instant before which it is not tried.</summary>
    public required DateTimeOffset NextAt { get; set; }

    /// <summary>Who is sending it; null for nobody.</summary>
    public string? TakenBy { get; set; }

    /// <summary>Real instant at which the one who took it no longer counts.</summary>
    public DateTimeOffset? TakenUntil { get; set; }

    /// <summary>Real instant at which the other side took it.</summary>
    public DateTimeOffset? HandedAt { get; set; }

    /// <summary>Why it was passed over, or what went wrong last; null where nothing did.</summary>
    public string? Fault { get; set; }
}

/// <summary>One try to hand a delivery over (投递记录).</summary>
internal sealed class Attempt
{
    public required string DeliveryId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Real instant.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the delivery was after it: waiting where it failed.</summary>
    public required DeliveryState Outcome { get; init; }

    /// <summary>What went wrong; null where nothing did.</summary>
    public string? Fault { get; init; }
}
