namespace Gongbao.Gazette.Library.Storage;

/// <summary>What became of a file that was brought.</summary>
internal enum FileState
{
    /// <summary>已入库: its words made an issue or a new version of one.</summary>
    Stored,

    /// <summary>已在库中: nothing changed.</summary>
    Unchanged,

    /// <summary>未能入库: refused, or the program failed on it.</summary>
    Refused,
}

/// <summary>A file that was brought (来文), with what became of it last: where it came from, when and by whom.</summary>
internal sealed class StoredFile
{
    /// <summary>Path as given, inside an archive behind a <c>!</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal; empty for a file too large to be read.</summary>
    public required string Hash { get; set; }

    public required long Bytes { get; set; }

    public required FileState State { get; set; }

    /// <summary>Why not, a whole Chinese sentence; null where it is in the library.</summary>
    public string? Reason { get; set; }

    /// <summary>Slug of its issue; null where it made none.</summary>
    public string? Issue { get; set; }

    /// <summary>Who brought it, an actor's id.</summary>
    public required string BroughtBy { get; set; }

    public required DateTimeOffset BroughtAt { get; set; }
}
