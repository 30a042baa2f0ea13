using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Guidance;

/// <summary>Good experience as pages show it.</summary>
internal sealed record ExperienceRow(StoredExperience Experience, string UnitName, string Task, string Programme, string ProgrammeName)
{
    public Seen Seen => new(Experience.Id, Experience.Revision);
}

/// <summary>What pages ask about good experience.</summary>
internal sealed class ExperienceDesk(LedgerDb db, IServiceProvider services)
{
    private const int Most = 500;

    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    /// <summary>What everybody may read, the newest first.</summary>
    /// <param name="programme">The part of the address of one programme's document; null for all.</param>
    /// <param name="stop">Ends the work.</param>
    public Task<IReadOnlyList<ExperienceRow>> PromotedAsync(string? programme, CancellationToken stop) =>
        RowsAsync(db.Experiences.Where(e => e.PromotedOn != null && e.TakenBackOn == null && (programme == null || db.Programmes.Any(p => p.Id == e.ProgrammeId && p.Slug == programme))).OrderByDescending(e => e.PromotedOn).ThenByDescending(e => e.Id), stop);

    /// <summary>What is marked and not promoted, for the follow-up office, the oldest first.</summary>
    public Task<IReadOnlyList<ExperienceRow>> MarkedAsync(CancellationToken stop) => RowsAsync(db.Experiences.Where(e => e.PromotedOn == null && e.TakenBackOn == null).OrderBy(e => e.Id), stop);

    private async Task<IReadOnlyList<ExperienceRow>> RowsAsync(IQueryable<StoredExperience> wanted, CancellationToken stop)
    {
        var rows = await wanted.Take(Most).Select(e => new
        {
            Experience = e, Task = db.Obligations.Where(o => o.Id == e.ObligationId).Select(o => o.Task).First(), Programme = db.Programmes.Where(p => p.Id == e.ProgrammeId).Select(p => new { p.Slug, p.Number, p.Title }).First(),
        }).ToListAsync(stop);
        return [.. rows.Select(r => new ExperienceRow(r.Experience, City?.Directory.Find(r.Experience.Unit)?.FullName ?? r.Experience.Unit, r.Task, r.Programme.Slug, r.Programme.Number ?? r.Programme.Title))];
    }
}
