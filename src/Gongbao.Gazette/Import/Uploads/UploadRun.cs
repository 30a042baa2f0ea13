using System.Security.Cryptography;
using System.Text;
using Gongbao.Gazette.Import.Batch;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>
/// Reads uploaded files behind the page that sent them, one upload after another and file by file, as a batch from the command line. What is done
/// is a row's state: when the program stops, it goes on with what still waits when it runs again.
/// </summary>
internal sealed partial class UploadRun(Writer writer, BringFiles bring, IServiceProvider services, TimeProvider clock, StoreOptions store, ILogger<UploadRun> log) : BackgroundService
{
    public const string Verb = "gazette.take-upload";

    public const string OpenVerb = "gazette.open-archive";

    /// <summary>So often is looked for what another program left.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    private static readonly ActorId Itself = ActorId.System("upload");

    private readonly string _program = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName}\n{store.DataFolder}")));
    private readonly SemaphoreSlim _more = new(0);

    /// <summary>There is something to read.</summary>
    public void Wake() => _more.Release();

    public override void Dispose()
    {
        _more.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogStopped(log, fault);
            }
            await _more.WaitAsync(Look, stoppingToken);
        }
    }

    /// <summary>Reads everything that waits.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        while (await TakeAsync(stop) is { } upload)
        {
            try
            {
                await ReadAsync(upload, stop);
            }
            finally
            {
                await writer.DoAsync<bool>(Act(upload.Id), async (unit, inner) => { await UploadLease.ReleaseAsync(unit, upload.Id, inner); return true; }, CancellationToken.None);
            }
        }
    }

    private async Task<StoredUpload?> TakeAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        await using var scope = services.CreateAsyncScope();
        if (await UploadLease.NextAsync(scope.ServiceProvider.GetRequiredService<GazetteDb>(), _program, clock.GetUtcNow(), stop) is not { } next) return null;
        var taken = await writer.DoAsync<bool>(Act(next.Id), async (unit, inner) => await UploadLease.TakeAsync(unit, next.Id, _program, inner), stop);
        return taken.IsRefused(out _, out var isOurs) || !isOurs ? null : next;
    }

    private async Task ReadAsync(StoredUpload upload, CancellationToken stop)
    {
        var city = (CityDeclarations?)services.GetService(typeof(CityDeclarations));
        var context = city is null ? ReaderContext.Empty : ReaderContext.Of(city);
        var kept = new KeptContents(services, context.Limits);
        var by = new ActorId(upload.BroughtBy);
        while (await NextAsync(upload.Id, stop) is { } file)
        {
            stop.ThrowIfCancellationRequested();
            var (hash, outcome) = file.Entry is null && UploadNames.IsArchive(file.Origin)
                ? (file.Hash, await OpenAsync(file, kept, context.Limits, by, stop))
                : (await FileAsync(file, kept, stop)).IsRefused(out var refusal, out var brought) ? (file.Hash, FileOutcome.Refused(refusal.Reason)) : await bring.TryAsync(brought, context, null, file.IsFinal, by, stop);
            if (outcome is not null) await bring.KeepAsync(file.Origin, file.Bytes, hash, outcome, by);
        }
    }

    private async Task<StoredFile?> NextAsync(Guid upload, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GazetteDb>().Files.Where(f => f.UploadId == upload && f.State == FileState.Waiting).OrderBy(f => f.Ordinal).FirstOrDefaultAsync(stop);
    }

    private static async Task<Result<BroughtFile>> FileAsync(StoredFile file, KeptContents kept, CancellationToken stop)
    {
        if (file.Entry is { } entry) return (await kept.ArchiveAsync(file.Content!, stop)).IsRefused(out var broken, out var files) ? broken : files[entry];
        return (await kept.BytesAsync(file.Content!, stop)).IsRefused(out var lost, out var bytes) ? lost : new BroughtFile(file.Origin, UploadNames.Of(file.Origin), bytes.Length, () => bytes);
    }

    /// <summary>Lists the files of an archive behind those of the upload.</summary>
    /// <returns>What is wrong with the archive; null where it was opened.</returns>
    private async Task<FileOutcome?> OpenAsync(StoredFile archive, KeptContents kept, FileLimits limits, ActorId by, CancellationToken stop)
    {
        if ((await kept.ArchiveAsync(archive.Content!, stop)).IsRefused(out var refusal, out var files)) return FileOutcome.Refused(refusal.Reason);
        var upload = archive.UploadId!.Value;
        var origins = await OriginsAsync(upload, stop);
        if (origins.Count + files.Count > limits.UploadFiles + 1) return FileOutcome.Refused($"压缩包里有 {files.Count} 个文件，连同一起上传的超过一次上传的上限 {limits.UploadFiles} 个；请分成几次上传。");
        var opened = await writer.DoAsync<bool>(new Act(by, OpenVerb, $"file:{archive.Hash}"), async (unit, inner) =>
        {
            var db = unit.Db<GazetteDb>();
            var row = await db.Files.SingleAsync(f => f.Origin == archive.Origin, inner);
            if (row.State is not FileState.Waiting) return true;
            var (first, taken) = (origins.Count, origins.ToHashSet(StringComparer.Ordinal));
            db.Files.AddRange(files.Select((f, i) => new StoredFile
            {
                Origin = UploadNames.Origin(upload, UploadNames.Shown(archive.Origin) + f.Origin, taken), Hash = "", Bytes = f.Length, State = FileState.Waiting,
                BroughtBy = by.Value, BroughtAt = unit.LegalAt, UploadId = upload, Ordinal = first + i, Content = archive.Content, Entry = i,
            }));
            (row.State, row.Reason) = (FileState.Opened, null);
            await UploadLease.GoOnAsync(unit, upload, inner);
            return true;
        }, stop);
        return opened.IsRefused(out refusal, out _) ? throw new InvalidOperationException(refusal.Reason) : null;
    }

    private async Task<List<string>> OriginsAsync(Guid upload, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GazetteDb>().Files.Where(f => f.UploadId == upload).Select(f => f.Origin).ToListAsync(stop);
    }

    private static Act Act(Guid upload) => new(Itself, Verb, $"upload:{upload:N}");

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading uploaded files stopped; it goes on with what waits in half a minute.")]
    private static partial void LogStopped(ILogger log, Exception fault);
}
