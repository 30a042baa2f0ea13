namespace Gongbao.Notices.Storage;

/// <summary>What became of a message.</summary>
internal enum MessageState
{
    /// <summary>Its channel is still to be chosen.</summary>
    Waiting,

    /// <summary>Given to a channel: it stands in the inbox, or in a delivery.</summary>
    Given,

    /// <summary>A later rung was due before this one could be sent (已被后续告知取代).</summary>
    Superseded,

    /// <summary>There was nobody to tell (无人可告).</summary>
    Nobody,
}

/// <summary>One message to one recipient (告知): of a cause and a rung there is at most one.</summary>
internal sealed class Message
{
    /// <summary>A hash of cause, ladder, day, step and recipient, 32 hexadecimal digits: the same thing is never sent twice under two ids.</summary>
    public required string Id { get; init; }

    public required Guid WatchId { get; init; }

    public required string Cause { get; init; }

    /// <summary>Which step: days from the due day, or minutes since an answer is waited for; 0 for what is told once.</summary>
    public required int Step { get; init; }

    /// <summary>Ids of the declared rungs, one space between; empty for what is told once.</summary>
    public required string Rungs { get; init; }

    /// <summary>Account that is told; null for what was superseded or had nobody.</summary>
    public Guid? Recipient { get; init; }

    /// <summary>As whom: id of the declared people; null for one account.</summary>
    public string? People { get; init; }

    /// <summary>Directory id of the unit for which the recipient is told; null for the city.</summary>
    public string? Unit { get; init; }

    public required string Subject { get; init; }

    public string? Text { get; init; }

    public string? Clause { get; init; }

    public required string Address { get; init; }

    public required bool IsUrgent { get; init; }

    /// <summary>Legal instant at which it fell due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Legal instant before which no channel but the inbox brings it: quiet hours are over then.</summary>
    public required DateTimeOffset SendAt { get; init; }

    /// <summary>Channels by which it may go, in order, one space between.</summary>
    public required string Channels { get; set; }

    public required MessageState State { get; set; }

    /// <summary>The delivery it goes with; null for the inbox alone.</summary>
    public string? DeliveryId { get; set; }

    /// <summary>Legal instant at which the recipient said so (知道了); null before.</summary>
    public DateTimeOffset? AcknowledgedAt { get; set; }
}
