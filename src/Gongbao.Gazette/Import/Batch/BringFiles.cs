using Gongbao.Gazette.Import.Uploads;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Import.Batch;

/// <summary>
/// Imports many files (批量导入), each by itself: one that cannot be read or stored does not stop the others. What became of each is kept, so that
/// the same batch again goes on where it stopped.
/// </summary>
internal sealed class BringFiles(Writer writer, ImportIssue import, IServiceScopeFactory scopes)
{
    public const string Verb = "gazette.bring-file";

    /// <param name="files">The batch.</param>
    /// <param name="context">What the reader may know.</param>
    /// <param name="failedOnly">Only files that were refused before, read anew; else only files that are new or whose bytes changed.</param>
    /// <param name="isFinal">Whether all are final as read: else those that hold hidden words, comments or open changes are held.</param>
    /// <param name="by">Who brings them.</param>
    /// <param name="told">Told of each file when it is done.</param>
    /// <param name="stop">Gives up between two files.</param>
    public async Task<BatchTotals> HandleAsync(
        IReadOnlyList<BroughtFile> files, ReaderContext context, bool failedOnly, bool isFinal, ActorId by, Action<BroughtFile, FileOutcome> told, CancellationToken stop)
    {
        var totals = new BatchTotals();
        foreach (var file in files)
        {
            stop.ThrowIfCancellationRequested();
            var outcome = await OneAsync(file, context, failedOnly, isFinal, by, stop);
            totals = totals.With(outcome);
            told(file, outcome);
        }
        return totals;
    }

    private async Task<FileOutcome> OneAsync(BroughtFile file, ReaderContext context, bool failedOnly, bool isFinal, ActorId by, CancellationToken stop)
    {
        var before = await BeforeAsync(file.Origin, stop);
        if (isFinal && before is { State: FileState.Held }) before = null;
        else if (failedOnly && before is not { State: FileState.Refused }) return FileOutcome.Skipped(before);
        var (hash, outcome) = await TryAsync(file, context, failedOnly ? null : before, isFinal, by, stop);
        if (!outcome.WasSkipped) await KeepAsync(file.Origin, file.Length, hash, outcome, by);
        return outcome;
    }

    /// <summary>Reads a file and imports it; whatever goes wrong with it is its outcome.</summary>
    /// <param name="file">As it lies.</param>
    /// <param name="context">What the reader may know.</param>
    /// <param name="before">What became of it before, where the same bytes need not be read again.</param>
    /// <param name="isFinal">Whether a person said that it is final as read.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="stop">Gives up before it is stored.</param>
    /// <returns>The hash of its bytes, empty where they could not be had, and the outcome.</returns>
    public async Task<(string Hash, FileOutcome Outcome)> TryAsync(BroughtFile file, ReaderContext context, StoredFile? before, bool isFinal, ActorId by, CancellationToken stop)
    {
        var hash = "";
        try
        {
            if (file.Read().IsRefused(out var refusal, out var bytes)) return (hash, FileOutcome.Refused(refusal.Reason));
            hash = BroughtFile.HashOf(bytes);
            return (hash, before?.Hash == hash ? FileOutcome.Skipped(before) : await ImportAsync(file, bytes, context, isFinal, by, stop));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return (hash, FileOutcome.Refused($"程序在读这个文件时出错（{fault.GetType().Name}），没有入库；请把文件交给维护人员。"));
        }
    }

    private async Task<FileOutcome> ImportAsync(BroughtFile file, byte[] bytes, ReaderContext context, bool isFinal, ActorId by, CancellationToken stop)
    {
        if (GazetteFile.Read(file.Name, bytes, context).IsRefused(out var refusal, out var reading)) return FileOutcome.Refused(refusal.Reason);
        return (await StoreAsync(reading, file.Origin, isFinal, by, stop)).Outcome;
    }

    /// <summary>Stores what was read, unless it may be no final version.</summary>
    /// <param name="reading">As read.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="isFinal">Whether a person said that it is final as read.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="stop">Gives up before it is stored.</param>
    /// <returns>What became of the file, and of its issue; null where it is not in the library.</returns>
    public async Task<(FileOutcome Outcome, ImportOutcome? Stored)> StoreAsync(GazetteReading reading, string origin, bool isFinal, ActorId by, CancellationToken stop)
    {
        if (!isFinal && Unfinished.Why(reading) is { } why) return (FileOutcome.Held(why), null);
        return (await import.HandleAsync(reading, origin, by, stop)).IsRefused(out var refusal, out var stored)
            ? (FileOutcome.Refused(refusal.Reason), null)
            : (new(stored.IsUnchanged ? FileState.Unchanged : FileState.Stored, null, stored.Issue, WasSkipped: false), stored);
    }

    private async Task<StoredFile?> BeforeAsync(string origin, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GazetteDb>().Files.AsNoTracking().SingleOrDefaultAsync(f => f.Origin == origin, stop);
    }

    /// <summary>Keeps what became of a file. Nobody gives up here: a file that is in the library and still waits would be told to have been there before.</summary>
    public async Task KeepAsync(string origin, long bytes, string hash, FileOutcome outcome, ActorId by)
    {
        var kept = await writer.DoAsync<bool>(new Act(by, Verb, $"file:{hash}"), async (unit, inner) =>
        {
            var db = unit.Db<GazetteDb>();
            var row = await db.Files.SingleOrDefaultAsync(f => f.Origin == origin, inner);
            if (row is null) db.Files.Add(row = new() { Origin = origin, Hash = hash, Bytes = bytes, State = outcome.State, BroughtBy = by.Value, BroughtAt = unit.LegalAt });
            (row.Hash, row.Bytes, row.State, row.Reason, row.Issue) = (hash, bytes, outcome.State, outcome.Reason, outcome.Issue);
            (row.BroughtBy, row.BroughtAt) = (by.Value, unit.LegalAt);
            if (row.UploadId is { } upload) await UploadLease.GoOnAsync(unit, upload, inner);
            return true;
        }, CancellationToken.None);
        if (kept.IsRefused(out var refusal, out _)) throw new InvalidOperationException(refusal.Reason);
    }
}

/// <summary>What became of one file of a batch.</summary>
/// <param name="State">As kept.</param>
/// <param name="Reason">Why not; null where it is in the library.</param>
/// <param name="Issue">Slug of its issue.</param>
/// <param name="WasSkipped">Whether it was done before and not read again.</param>
internal sealed record FileOutcome(FileState State, string? Reason, string? Issue, bool WasSkipped)
{
    public static FileOutcome Refused(string reason) => new(FileState.Refused, reason, null, WasSkipped: false);

    public static FileOutcome Held(string reason) => new(FileState.Held, reason, null, WasSkipped: false);

    public static FileOutcome Skipped(StoredFile? before) => new(before?.State ?? FileState.Unchanged, before?.Reason, before?.Issue, WasSkipped: true);
}

/// <summary>A batch, counted.</summary>
internal sealed record BatchTotals
{
    public int Stored { get; init; }

    public int Unchanged { get; init; }

    public int Refused { get; init; }

    /// <summary>Waiting for a person to say that they are final, also from before.</summary>
    public int Held { get; init; }

    /// <summary>Done before and not read again.</summary>
    public int Skipped { get; init; }

    /// <summary>Of those skipped, how many were refused then.</summary>
    public int RefusedBefore { get; init; }

    public BatchTotals With(FileOutcome outcome) => outcome switch
    {
        { State: FileState.Held } => this with { Held = Held + 1 },
        { WasSkipped: true, State: FileState.Refused } => this with { Skipped = Skipped + 1, RefusedBefore = RefusedBefore + 1 },
        { WasSkipped: true } => this with { Skipped = Skipped + 1 },
        { State: FileState.Stored } => this with { Stored = Stored + 1 },
        { State: FileState.Unchanged } => this with { Unchanged = Unchanged + 1 },
        _ => this with { Refused = Refused + 1 },
    };

    /// <summary>共 12 个文件：入库 8 个…</summary>
    public string InWords() =>
        $"共 {Stored + Unchanged + Refused + Held + Skipped} 个文件：入库 {Stored} 个、已在库中 {Unchanged} 个、未能入库 {Refused} 个、以前已处理 {Skipped} 个"
        + (RefusedBefore > 0 ? $"（其中 {RefusedBefore} 个未能入库，可用 --failed 重试）。" : "。")
        + (Held > 0 ? $"另有 {Held} 个可能不是定稿，没有入库；核对后加 --final 再导入。" : "");
}
