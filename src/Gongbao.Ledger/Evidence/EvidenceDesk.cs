using Gongbao.Kernel.Results;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Files;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Evidence;

/// <summary>Evidence as pages show it and give it out: to everybody once its report was made public, before that to those who may read the report.</summary>
internal sealed class EvidenceDesk(LedgerDb db, StoredFiles files, Writer writer, IServiceProvider services)
{
    /// <summary>How the journal names the reading of what is not public.</summary>
    public const string ReadVerb = "ledger.read-evidence";

    /// <summary>How much evidence a report may carry; null where the city declares nothing of it.</summary>
    public EvidenceRules? Rules => EvidenceRules.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));

    /// <summary>The evidence of an obligation, by report, in order.</summary>
    public async Task<ILookup<Guid, StoredEvidence>> OfAsync(Guid obligation, CancellationToken stop) =>
        (await db.Set<StoredEvidence>().Where(e => e.ObligationId == obligation).OrderBy(e => e.Ordinal).ToListAsync(stop)).ToLookup(e => e.ActId);

    /// <summary>What has to be shown for each of some obligations, of which something was said.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> WantedAsync(IReadOnlyList<Guid> obligations, CancellationToken stop) =>
        (await db.Acts.Where(a => obligations.Contains(a.ObligationId) && a.Kind == ActKind.EvidenceWanted).OrderBy(a => a.Number).ToListAsync(stop)).GroupBy(a => a.ObligationId).ToDictionary(g => g.Key, g => WantEvidence.Of(g)!);

    /// <summary>A file that somebody may have.</summary>
    /// <param name="id">Of the evidence.</param>
    /// <param name="by">Who asks; null for anybody.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>
    /// Null where there is none, or none for whoever asks. The reading of what is not public stands in the journal before anything is given out; where the journal cannot take
    /// it, refused as the store refuses.
    /// </returns>
    public async Task<Result<(Stream Bytes, StoredEvidence Evidence)?>> OpenAsync(Guid id, Actor? by, CancellationToken stop)
    {
        if (await db.Set<StoredEvidence>().FirstOrDefaultAsync(e => e.Id == id && e.File != null, stop) is not { } evidence) return ((Stream, StoredEvidence)?)null;
        if (!await db.Acts.AnyAsync(a => a.ObligationId == evidence.ObligationId && a.Kind == ActKind.MadePublic && a.Answers == evidence.ActId, stop))
        {
            if (by is null || !await MayReadAsync(evidence, by, stop)) return ((Stream, StoredEvidence)?)null;
            var noted = await writer.DoAsync<bool>(new Act(by.ActorId, ReadVerb, $"evidence:{id:N}"), (_, _) => Task.FromResult<Result<bool>>(true), stop);
            if (noted.IsRefused(out var refusal, out _)) return refusal;
        }
        return await files.OpenAsync(evidence.File!, stop) is { } bytes ? (bytes, evidence) : ((Stream, StoredEvidence)?)null;
    }

    private async Task<bool> MayReadAsync(StoredEvidence evidence, Actor by, CancellationToken stop) =>
        LedgerPeople.ReadsReports(by, await db.Assignments.Where(a => a.ObligationId == evidence.ObligationId).Select(a => a.Unit).ToListAsync(stop));
}
