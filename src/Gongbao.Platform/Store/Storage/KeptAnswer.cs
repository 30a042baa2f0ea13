namespace Gongbao.Platform.Store.Storage;

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
