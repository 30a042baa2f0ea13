using Gongbao.Kernel.Time;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Meetings;

/// <summary>The team and the meetings of a programme.</summary>
internal sealed record TeamView(StoredProgramme Programme, IReadOnlyList<(StoredTeamMember Member, string UnitName)> Members, IReadOnlyList<(StoredTeamMember Member, string UnitName)> Former, IReadOnlyList<StoredMeeting> Meetings);

/// <summary>A resolution with what became of it.</summary>
/// <param name="Resolution">The resolution.</param>
/// <param name="Ordinal">The number of its obligation in the ledger; null where it has none.</param>
/// <param name="Says">How its shares stand, in words; null where it has no obligation.</param>
/// <param name="IsLate">Whether some unit is late.</param>
internal sealed record ResolutionRow(StoredResolution Resolution, int? Ordinal, string? Says, bool IsLate);

/// <summary>A meeting with its resolutions.</summary>
internal sealed record MeetingView(StoredMeeting Meeting, StoredProgramme Programme, IReadOnlyList<string> Units, IReadOnlyList<ResolutionRow> Resolutions)
{
    public Seen Seen => new(Meeting.Id, Meeting.Revision);
}

/// <summary>What pages ask about teams and meetings.</summary>
internal sealed class MeetingDesk(LedgerDb db, CityClock clock, IServiceProvider services)
{
    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    /// <returns>Null where the ledger has nothing of the document.</returns>
    public async Task<TeamView?> TeamAsync(string slug, CancellationToken stop)
    {
        if (await db.Programmes.FirstOrDefaultAsync(p => p.Slug == slug, stop) is not { } programme) return null;
        var members = await db.TeamMembers.Where(m => m.ProgrammeId == programme.Id).OrderBy(m => m.Id).ToListAsync(stop);
        var meetings = await db.Meetings.Where(m => m.ProgrammeId == programme.Id).OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Number).ToListAsync(stop);
        var named = members.OrderBy(m => m.Role).Select(m => (m, NameOf(m.Unit))).ToList();
        return new(programme, [.. named.Where(n => n.m.LeftOn is null)], [.. named.Where(n => n.m.LeftOn is not null)], meetings);
    }

    /// <returns>Null where there is none.</returns>
    public async Task<MeetingView?> MeetingAsync(Guid id, CancellationToken stop)
    {
        if (await db.Meetings.FirstOrDefaultAsync(m => m.Id == id, stop) is not { } meeting) return null;
        var programme = await db.Programmes.SingleAsync(p => p.Id == meeting.ProgrammeId, stop);
        var attended = (await db.Attendances.Where(a => a.MeetingId == id).Select(a => a.Unit).ToListAsync(stop)).ToHashSet();
        var units = (City?.Directory.Units ?? []).Where(u => attended.Remove(u.Id)).Select(u => u.FullName).ToList();
        var resolutions = await db.Resolutions.Where(r => r.MeetingId == id).OrderBy(r => r.Number).ToListAsync(stop);
        var ids = resolutions.Select(r => r.ObligationId).OfType<Guid>().ToList();
        var ordinals = await db.Obligations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Ordinal, stop);
        var shares = (await db.Assignments.Where(a => ids.Contains(a.ObligationId)).ToListAsync(stop)).ToLookup(a => a.ObligationId);
        return new(meeting, programme, [.. units, .. attended], [.. resolutions.Select(r => r.ObligationId is { } o ? new ResolutionRow(r, ordinals.GetValueOrDefault(o), Says([.. shares[o]]), shares[o].Any(IsLate)) : new(r, null, null, false))]);
    }

    /// <summary>The resolution from which an obligation comes; null where it comes from none.</summary>
    public async Task<(Guid Meeting, string Source)?> OfObligationAsync(Guid obligation, CancellationToken stop)
    {
        var found = await (from r in db.Resolutions join m in db.Meetings on r.MeetingId equals m.Id where r.ObligationId == obligation select new { r.Number, Meeting = m }).FirstOrDefaultAsync(stop);
        return found is null ? null : (found.Meeting.Id, RecordMeeting.SourceOf(found.Meeting, found.Number));
    }

    private string NameOf(string unit) => City?.Directory.Find(unit)?.FullName ?? unit;

    private bool IsLate(StoredAssignment share) => share.OwedOn < clock.Today || share.ReportBy < clock.Today;

    private string Says(IReadOnlyList<StoredAssignment> shares) => shares.Count == 0
        ? "责任单位待明确"
        : $"已核验 {shares.Count(s => s.Stage is AssignmentStage.Verified)} 家，共 {shares.Count} 家" + (shares.Count(IsLate) is > 0 and var late ? $"，逾期或者到期未报告 {late} 家" : "");
}
