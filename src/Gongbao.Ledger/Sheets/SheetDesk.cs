using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Sheets;

/// <summary>What the pages of sheets ask.</summary>
internal sealed class SheetDesk(LedgerDb db, ReadSheet read, IProposedObligations proposals)
{
    private const int MostListed = 50;

    /// <summary>The programme, or what it would be where nothing of the document is in the ledger yet; null where neither room knows the document.</summary>
    public async Task<StoredProgramme?> ProgrammeAsync(string slug, CancellationToken stop) =>
        await db.Programmes.FirstOrDefaultAsync(p => p.Slug == slug, stop)
        ?? (await proposals.OfAsync(slug, stop) is { Document: var d } ? new() { Id = Guid.Empty, Slug = d.Slug, Title = d.Title, Number = d.Number, SignedOn = d.SignedOn, OpenedOn = default } : null);

    /// <summary>The sheets that were brought for a programme, the last first.</summary>
    public async Task<IReadOnlyList<StoredSheet>> BroughtAsync(string slug, CancellationToken stop) =>
        await db.Sheets.Where(s => s.Programme == slug).OrderByDescending(s => s.Id).Take(MostListed).ToListAsync(stop);

    public async Task<(StoredSheet? Sheet, StoredProgramme? Programme)> SheetAsync(Guid id, CancellationToken stop) =>
        await db.Sheets.FirstOrDefaultAsync(s => s.Id == id, stop) is { } sheet ? (sheet, await ProgrammeAsync(sheet.Programme, stop)) : (null, null);

    /// <summary>What would come of a sheet; refusals as of <see cref="ReadSheet"/>.</summary>
    public Task<Result<SheetPreview>> PreviewAsync(StoredSheet sheet, CancellationToken stop) => read.HandleAsync(sheet, stop);
}
