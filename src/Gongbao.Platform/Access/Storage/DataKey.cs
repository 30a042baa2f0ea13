namespace Gongbao.Platform.Access.Storage;

/// <summary>
/// The key under which one subject's values are sealed (数据密钥), wrapped by a key of the city. Destroying it erases all of them, in every copy of
/// the sealed values, while events, journal and attachments stay as they were and verifiable.
/// </summary>
internal sealed class DataKey
{
    public required Guid Id { get; init; }

    /// <summary>Whose values: <c>account:…</c>, <c>case:…</c>. One living key a subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Name of the cipher by which it is wrapped.</summary>
    public required string Algorithm { get; set; }

    /// <summary>Name of the city key by which it is wrapped.</summary>
    public required string CityKey { get; set; }

    /// <summary>Null once destroyed.</summary>
    public byte[]? Wrapped { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Null while it lives.</summary>
    public DateTimeOffset? ErasedAt { get; set; }
}

/// <summary>One showing of a personal field (查阅记录): who, which field, why, when. The value is not here.</summary>
internal sealed class RevealRecord
{
    public required Guid Id { get; init; }

    public required string Actor { get; init; }

    /// <summary><c>table:row#field</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Id of a declared reason.</summary>
    public required string Reason { get; init; }

    /// <summary>What the reader added, sealed under the subject's key because it may name people; null when nothing.</summary>
    public string? SealedNote { get; init; }

    public required DateTimeOffset RevealedAt { get; init; }
}
