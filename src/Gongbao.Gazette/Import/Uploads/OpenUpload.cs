using System.Text;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Platform.Files;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>A file that was received.</summary>
/// <param name="Name">Its own, made safe.</param>
/// <param name="Bytes">How many it has.</param>
/// <param name="Hash">Under which its bytes are kept; null where they are not.</param>
/// <param name="Why">Why they are not; null where they are.</param>
internal sealed record ReceivedFile(string Name, long Bytes, string? Hash, string? Why);

/// <summary>Takes uploaded files in (接收上传): keeps the bytes of each as it comes, then lists all as one upload that is read behind the page.</summary>
internal sealed class OpenUpload(Writer writer, UploadRun run, IServiceProvider services)
{
    public const string Verb = "gazette.upload";

    public const string KeepVerb = "gazette.keep-upload";

    /// <summary>How large files may be.</summary>
    public FileLimits Limits => FileLimits.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));

    /// <summary>Reads one file to its end and keeps it. What is wrong with the file is told of it, and the others go on.</summary>
    /// <param name="name">As it was sent.</param>
    /// <param name="bytes">Read to its end.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Result<ReceivedFile>> KeepAsync(string name, Stream bytes, ActorId by, CancellationToken stop)
    {
        name = UploadNames.Of(name);
        var limits = Limits;
        var most = UploadNames.IsArchive(name) ? limits.UploadBytes : limits.FileBytes;
        if ((await FileContent.ReadAsync(bytes, most, stop)).IsRefused(out var refusal, out var content)) return new ReceivedFile(name, 0, null, refusal.Reason);
        var kept = await writer.DoAsync<bool>(new Act(by, KeepVerb, $"file:{content.Hash}"), async (unit, inner) =>
        {
            await StoredFiles.KeepAsync(unit, content, inner);
            var db = unit.Db<GazetteDb>();
            if (await db.KeptContents.SingleOrDefaultAsync(c => c.Hash == content.Hash, inner) is { } known) known.KeptAt = unit.At;
            else db.KeptContents.Add(new() { Hash = content.Hash, KeptAt = unit.At });
            return true;
        }, stop);
        return kept.IsRefused(out refusal, out _) ? refusal : new ReceivedFile(name, content.Length, content.Hash, null);
    }

    /// <summary>Lists them as one upload.</summary>
    /// <param name="files">In the order in which they were sent; at least one.</param>
    /// <param name="key">Under which a repeat is given the first answer; null where a repeat is a new upload.</param>
    /// <param name="by">Who sends them.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    /// <returns>The upload's id, or refused: <c>store.key-reused</c> and other refusals of the store.</returns>
    public async Task<Result<Guid>> HandleAsync(IReadOnlyList<ReceivedFile> files, string? key, ActorId by, CancellationToken stop)
    {
        var id = Guid.CreateVersion7();
        var act = new Act(by, Verb, $"upload:{id:N}");
        if (key is not null) act = act.Once(key, Encoding.UTF8.GetBytes(string.Join('\n', files.Select(f => $"{f.Name}\0{f.Hash}"))));
        var opened = await writer.DoAsync<Guid>(act, (unit, _) =>
        {
            var db = unit.Db<GazetteDb>();
            db.Uploads.Add(new() { Id = id, BroughtBy = by.Value, BroughtAt = unit.LegalAt });
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (file, ordinal) in files.Select((f, i) => (f, i)))
                db.Files.Add(new()
                {
                    Origin = UploadNames.Origin(id, file.Name, taken), Hash = file.Hash ?? "", Bytes = file.Bytes, State = file.Hash is null ? FileState.Refused : FileState.Waiting, Reason = file.Why,
                    BroughtBy = by.Value, BroughtAt = unit.LegalAt, UploadId = id, Ordinal = ordinal, Content = file.Hash,
                });
            return Task.FromResult<Result<Guid>>(id);
        }, stop);
        run.Wake();
        return opened;
    }
}
