using System.Data.Common;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;
using Gongbao.Platform.Files;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>
/// Deletes the bytes of uploaded files when their declared time is over, each hour, through the Writer: those of an upload that has nothing left
/// to read, and those that were received but never listed because the upload broke off. What became of each file stays.
/// </summary>
internal sealed partial class UploadUpkeep(Writer writer, IServiceProvider services, TimeProvider clock, CityClock legal, ILogger<UploadUpkeep> log) : BackgroundService
{
    public const string Verb = "gazette.forget-upload";

    private const int ContentsAUnit = 50;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private static readonly ActorId Itself = ActorId.System("upload");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException or StoreFullException)
            {
                LogNotForgotten(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Deletes whatever is over its time now. Where nothing is, nothing is written.</summary>
    public async Task SweepAsync(CancellationToken stop)
    {
        var limits = FileLimits.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));
        var ended = legal.Now - TimeSpan.FromDays(limits.KeptDays);
        var unlisted = clock.GetUtcNow() - TimeSpan.FromDays(limits.UnfinishedDays);
        foreach (var upload in await ReadAsync(db => EndedBefore(db, ended).ToListAsync(stop)))
            await writer.DoAsync<int>(new(Itself, Verb, $"upload:{upload:N}"), (unit, inner) => ForgetAsync(upload, ended, unlisted, unit, inner), stop);
        while (await ReadAsync(db => Unlisted(db, unlisted).AnyAsync(stop)))
            if ((await writer.DoAsync<int>(new(Itself, Verb, "upload:unlisted"), (unit, inner) => ForgetAsync(unlisted, unit, inner), stop)).IsRefused(out _, out _)) return;
    }

    private async Task<T> ReadAsync<T>(Func<GazetteDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<GazetteDb>());
    }

    /// <summary>Uploads of which bytes are kept, nothing waits, and the last file was done by then.</summary>
    private static IQueryable<Guid> EndedBefore(GazetteDb db, DateTimeOffset last) =>
        db.Files.Where(f => f.Content != null && f.UploadId != null && !db.Files.Any(o => o.UploadId == f.UploadId && (o.State == FileState.Waiting || o.BroughtAt > last)))
            .Select(f => f.UploadId!.Value).Distinct();

    private static IQueryable<KeptContent> Unlisted(GazetteDb db, DateTimeOffset before) =>
        db.KeptContents.Where(c => c.KeptAt <= before && !db.Files.Any(f => f.Content == c.Hash)).OrderBy(c => c.KeptAt).ThenBy(c => c.Hash);

    private static async Task<Result<int>> ForgetAsync(Guid upload, DateTimeOffset ended, DateTimeOffset unlisted, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        if (!await EndedBefore(db, ended).ContainsAsync(upload, stop)) return 0; // taken up again meanwhile
        var files = await db.Files.Where(f => f.UploadId == upload && f.Content != null).ToListAsync(stop);
        var contents = files.Select(f => f.Content!).Distinct().ToList();
        foreach (var file in files) file.Content = null;
        await db.SaveChangesAsync(stop);
        // What another upload lists too, or somebody has just sent again, stays.
        var free = new List<KeptContent>();
        foreach (var some in contents.Chunk(400)) free.AddRange(await Unlisted(db, unlisted).Where(c => some.Contains(c.Hash)).ToListAsync(stop));
        return await ForgetAsync(free, unit, stop);
    }

    private static async Task<Result<int>> ForgetAsync(DateTimeOffset unlisted, UnitOfWork unit, CancellationToken stop) =>
        await ForgetAsync(await Unlisted(unit.Db<GazetteDb>(), unlisted).Take(ContentsAUnit).ToListAsync(stop), unit, stop);

    private static async Task<int> ForgetAsync(List<KeptContent> contents, UnitOfWork unit, CancellationToken stop)
    {
        foreach (var content in contents) await StoredFiles.ForgetAsync(unit, content.Hash, stop);
        unit.Db<GazetteDb>().KeptContents.RemoveRange(contents);
        return contents.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Uploaded bytes whose time is over could not be deleted; the next hour tries again.")]
    private static partial void LogNotForgotten(ILogger log, Exception fault);
}
