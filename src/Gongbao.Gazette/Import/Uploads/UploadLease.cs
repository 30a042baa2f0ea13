using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>Which of several programs on one database reads the files of an upload.</summary>
internal static class UploadLease
{
    /// <summary>Longer than one file may take.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>So often may the program end over one and the same file.</summary>
    private const int MostTries = 3;

    /// <summary>Of uploads with files that wait, the first that a program may take; null where there is none.</summary>
    public static Task<StoredUpload?> NextAsync(GazetteDb db, string program, DateTimeOffset now, CancellationToken stop) => db.Uploads
        .Where(u => (u.TakenUntil == null || u.TakenUntil < now || u.TakenBy == program) && db.Files.Any(f => f.UploadId == u.Id && f.State == FileState.Waiting))
        .OrderBy(u => u.Id).FirstOrDefaultAsync(stop);

    /// <summary>Takes it. A file over which the program ended too often is refused, so that the others come to their turn.</summary>
    /// <returns>False when another program was first.</returns>
    public static async Task<bool> TakeAsync(UnitOfWork unit, Guid id, string program, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var upload = await db.Uploads.SingleAsync(u => u.Id == id, stop);
        if (upload.TakenBy != program && upload.TakenUntil > unit.At) return false;
        (upload.TakenBy, upload.TakenUntil) = (program, unit.At + Length);
        if (++upload.Tries <= MostTries || await db.Files.Where(f => f.UploadId == id && f.State == FileState.Waiting).OrderBy(f => f.Ordinal).FirstOrDefaultAsync(stop) is not { } next) return true;
        (next.State, next.Reason, upload.Tries) = (FileState.Refused, "程序在读这个文件时几次意外中断，没有入库；请把文件交给维护人员。", 0);
        return true;
    }

    /// <summary>One of its files is done.</summary>
    public static async Task GoOnAsync(UnitOfWork unit, Guid id, CancellationToken stop)
    {
        var upload = await unit.Db<GazetteDb>().Uploads.SingleAsync(u => u.Id == id, stop);
        (upload.TakenUntil, upload.Tries) = (unit.At + Length, 0);
    }

    /// <summary>Gives it back, when its files are done or the program stops.</summary>
    public static async Task ReleaseAsync(UnitOfWork unit, Guid id, CancellationToken stop)
    {
        var upload = await unit.Db<GazetteDb>().Uploads.SingleAsync(u => u.Id == id, stop);
        (upload.TakenBy, upload.TakenUntil, upload.Tries) = (null, null, 0);
    }
}
