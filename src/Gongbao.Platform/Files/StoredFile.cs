namespace Gongbao.Platform.Files;

/// <summary>An attachment as stored, named by the SHA-256 of its stored bytes (64 lower-case hex digits).</summary>
internal sealed class StoredFile
{
    public required string Hash { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    public required int Chunks { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}

/// <summary>At most 1 MB of a stored file.</summary>
internal sealed class StoredChunk
{
    public required string FileHash { get; init; }

    /// <summary>From 0.</summary>
    public required int Position { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of this chunk, so that a damaged one is found before any of it is given out.</summary>
    public required byte[] ContentHash { get; init; }
}
