using Gongbao.Kernel.Clauses;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Letters;

/// <summary>What a unit is late with, as a letter can name it: shares past their day, and reports past theirs.</summary>
internal static class LateShares
{
    /// <summary>How many a letter may name.</summary>
    public const int Most = 50;

    /// <param name="db">The room's context.</param>
    /// <param name="unit">Directory id of the unit.</param>
    /// <param name="today">The legal day.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<IReadOnlyList<LateShare>> OfAsync(LedgerDb db, string unit, DateOnly today, CancellationToken stop)
    {
        var rows = await (from s in db.Assignments.AsNoTracking()
                          join o in db.Obligations.AsNoTracking() on s.ObligationId equals o.Id
                          join p in db.Programmes.AsNoTracking() on o.ProgrammeId equals p.Id
                          where s.Unit == unit && (s.OwedOn < today || s.ReportBy < today)
                          orderby s.OwedOn ?? s.ReportBy, s.Id
                          select new { Share = s, Obligation = o, Programme = p }).ToListAsync(stop);
        var ids = rows.Select(r => r.Obligation.Id).ToList();
        var acts = (await db.Acts.AsNoTracking().Where(a => ids.Contains(a.ObligationId) && (a.Kind == ActKind.Accepted || a.Kind == ActKind.LimitDecided || a.Kind == ActKind.LimitOverridden)).OrderBy(a => a.Number).ToListAsync(stop))
            .ToLookup(a => a.ObligationId);
        return [.. rows.Select(r => Late(r.Share, r.Obligation, r.Programme, [.. acts[r.Obligation.Id]], today))];
    }

    private static LateShare Late(StoredAssignment share, StoredObligation obligation, StoredProgramme programme, IReadOnlyList<StoredAct> acts, DateOnly today)
    {
        var document = ChineseFormat.Cited(programme.Title, programme.Number);
        var due = (share.OwedOn ?? share.ReportBy)!.Value;
        return new(
            share.Id, obligation.Id, obligation.Task, document, acts.FirstOrDefault(a => a.Kind is ActKind.Accepted)?.Source ?? (programme.Number ?? document) + obligation.PlaceName,
            obligation.Place is { } place && ClauseRef.TryParseSlug($"{programme.Slug}/{place}", out var clause) ? clause.ToString() : null,
            LimitHistory.Of(obligation.Limit, programme.SignedOn, acts, today).Words, due, today.DayNumber - due.DayNumber, share.OwedOn is null);
    }
}
