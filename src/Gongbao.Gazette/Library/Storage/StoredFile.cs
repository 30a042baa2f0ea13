using Gongbao.Platform.Store;

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

    /// <summary>待处理: uploaded and kept, not read yet.</summary>
    Waiting,

    /// <summary>已取消: uploaded and kept, not to be read unless somebody goes on with its upload.</summary>
    Cancelled,

    /// <summary>已展开: an archive that was uploaded; what it holds stands beside it, file by file.</summary>
    Opened,

    /// <summary>待确认定稿: it holds hidden words, comments or changes that nobody accepted, and is not published until a person has seen what was found.</summary>
    Held,
}

/// <summary>A file that was brought (来文), with what became of it last: where it came from, when and by whom.</summary>
internal sealed class StoredFile
{
    /// <summary>Path as given, inside an archive behind a <c>!</c>; of an uploaded file <c>upload:</c>, the upload's id and its name.</summary>
    public required string Origin { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal; empty for a file too large to be read.</summary>
    public required string Hash { get; set; }

    public required long Bytes { get; set; }

    public required FileState State { get; set; }

    /// <summary>Why not, a whole Chinese sentence; null where it is in the library.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether a person said that it is final as read (确认定稿), whatever stands in it beside its words.</summary>
    public bool IsFinal { get; set; }

    /// <summary>Slug of its issue; null where it made none.</summary>
    public string? Issue { get; set; }

    /// <summary>Who brought it, an actor's id.</summary>
    public required string BroughtBy { get; set; }

    public required DateTimeOffset BroughtAt { get; set; }

    /// <summary>The upload it came in; null where it came from the command line.</summary>
    public Guid? UploadId { get; init; }

    /// <summary>Its place in the upload, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>The attachment that holds its bytes, or the archive that it lies in; null where they are not kept, or no longer.</summary>
    public string? Content { get; set; }

    /// <summary>Its place in the archive, from 0 in the order of names; null where it came by itself.</summary>
    public int? Entry { get; init; }
}

/// <summary>What was uploaded in one act (一次上传): its files are <see cref="StoredFile"/>s, read one by one behind the page that sent them.</summary>
internal sealed class StoredUpload : IRevised
{
    /// <summary>In the order of time.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who uploaded it, an actor's id.</summary>
    public required string BroughtBy { get; init; }

    public required DateTimeOffset BroughtAt { get; init; }

    /// <summary>The program that has its files in hand; null where none has.</summary>
    public string? TakenBy { get; set; }

    /// <summary>Real instant after which another program may take it.</summary>
    public DateTimeOffset? TakenUntil { get; set; }

    /// <summary>How often it was taken without one of its files being done.</summary>
    public int Tries { get; set; }

    public long Revision { get; private set; }
}
