using Gongbao.Gazette.Import.Batch;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Time;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>Uploads and how far each is.</summary>
internal sealed class UploadDesk(GazetteDb db, OpenUpload open, FileList list)
{
    internal int UploadsAtOnce { get; set; } = 20;

    /// <summary>How large files may be, and how long their bytes are kept.</summary>
    public FileLimits Limits => open.Limits;

    /// <summary>Some uploads, the latest first, with the place of the last of them where more follow.</summary>
    /// <param name="after">Behind which; null for the latest.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<(IReadOnlyList<UploadView> Uploads, UploadPlace? Behind)> LatestAsync(UploadPlace? after, CancellationToken stop)
    {
        IQueryable<StoredUpload> wanted = db.Uploads;
        if (after is { Upload: var last }) wanted = wanted.Where(u => u.Id < last);
        var (uploads, behind) = await wanted.OrderByDescending(u => u.Id).FirstAsync(UploadsAtOnce, u => new UploadPlace(u.Id), stop);
        var ids = uploads.Select(u => (Guid?)u.Id).ToList();
        var counts = await db.Files.Where(f => ids.Contains(f.UploadId)).GroupBy(f => new { f.UploadId, f.State }).Select(g => new { g.Key.UploadId, g.Key.State, Count = g.Count() }).ToListAsync(stop);
        return ([.. uploads.Select(u => new UploadView(u, counts.Where(c => c.UploadId == u.Id).ToDictionary(c => c.State, c => c.Count)))], behind);
    }

    /// <param name="id">Which.</param>
    /// <param name="state">Only these files; null for all.</param>
    /// <param name="start">From where on in its files.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where there is none.</returns>
    public async Task<(UploadView Upload, FilePage Files)?> FindAsync(Guid id, FileState? state, ListStart<FilePlace> start, CancellationToken stop)
    {
        if (await db.Uploads.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } upload) return null;
        var files = await list.OfUploadAsync(id, state, start, stop);
        var last = await db.Files.Where(f => f.UploadId == id).OrderByDescending(f => f.BroughtAt).Select(f => (DateTimeOffset?)f.BroughtAt).FirstOrDefaultAsync(stop);
        return (new(upload, files.Counts) { LastAt = last ?? upload.BroughtAt, HasContents = await db.Files.AnyAsync(f => f.UploadId == id && f.Content != null, stop) }, files);
    }
}

/// <summary>An upload's place among all, the latest first; its id is in the order of time.</summary>
internal sealed record UploadPlace(Guid Upload);

/// <summary>An upload, with how many of its files are in each state.</summary>
internal sealed record UploadView(StoredUpload Upload, IReadOnlyDictionary<FileState, int> Counts)
{
    /// <summary>When the last of its files was done, or came where none was.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Whether bytes of its files are still kept.</summary>
    public bool HasContents { get; init; }

    /// <summary>The last day on which its bytes are kept, Beijing date; null while something waits, and where they are no longer kept.</summary>
    public DateOnly? KeptUntil(FileLimits limits) => IsDone && HasContents ? LastAt.BeijingDate().AddDays(limits.KeptDays) : null;

    /// <summary>Files, without the archives that they came in.</summary>
    public int Files => Counts.Where(c => c.Key is not FileState.Opened).Sum(c => c.Value);

    /// <summary>Of them, how many are done one way or the other.</summary>
    public int Done => Files - Of(FileState.Waiting);

    public bool IsDone => Of(FileState.Waiting) == 0;

    public int Of(FileState state) => Counts.GetValueOrDefault(state);

    /// <summary>共 3 个文件，已入库 2 个，未能入库 1 个。</summary>
    public string InWords() =>
        $"共 {Files} 个文件" + string.Concat(((FileState[])[FileState.Stored, FileState.Unchanged, FileState.Refused, FileState.Held, FileState.Waiting, FileState.Cancelled]).Where(s => Of(s) > 0).Select(s => $"，{FileList.Words(s)} {Of(s)} 个")) + "。";
}
