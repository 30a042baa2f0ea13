namespace Gongbao.Platform.Store.Storage;

/// <summary>Something to be told outside the database, saved with what it tells of and sent afterwards, at least once.</summary>
internal sealed class OutgoingMessage
{
    /// <summary>Goes with the message, so that a receiver can drop a repeat.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which channel sends it.</summary>
    public required string Topic { get; init; }

    /// <summary>JSON, as the channel defines it.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until a channel has taken it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public int Attempts { get; init; }
}

/// <summary>The answer first given under an idempotency key.</summary>
internal sealed class KeptAnswer
{
    public required string Actor { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the request: the same key with another request is a mistake of the caller.</summary>
    public required byte[] Request { get; init; }

    /// <summary>The value answered, JSON.</summary>
    public required string Answer { get; init; }

    public required DateTimeOffset KeptAt { get; init; }
}
