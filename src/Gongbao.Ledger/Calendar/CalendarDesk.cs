using Gongbao.Kernel.Time;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.City;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Calendar;

/// <summary>Reads what stands in somebody's calendar: what their units owe now by a day. It follows from the ledger and from their roles at this moment, and keeps nothing.</summary>
internal sealed class CalendarDesk(LedgerDb db, WorkLists lists, AccountActors accounts, IServiceProvider services)
{
    /// <summary>Entries of one calendar: the follow-up office has the whole city's.</summary>
    public const int Most = 1_000;

    /// <param name="account">Whose calendar, by account id.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Empty where the account is closed or no role of it is of any unit's work any more: a calendar program then takes out what it showed, which it would not for an address that is gone.</returns>
    public async Task<DueCalendar> OfAsync(Guid account, CancellationToken stop)
    {
        if (await accounts.FindAsync(account, stop) is not { } actor || (CityDeclarations?)services.GetService(typeof(CityDeclarations)) is not { } city || LedgerRules.Of(city) is not { } rules) return new([], 0);
        var due = await lists.DatedAsync(actor, CalendarAddresses.Verbs, Most, stop);
        var entries = new List<CalendarEntry>(due.Rows.Count);
        foreach (var lines in due.Rows.Chunk(500))
        {
            var (obligations, shares) = (lines.Select(l => l.Obligation).Distinct().ToList(), lines.Select(l => l.Share).ToList());
            var sources = await (from o in db.Obligations join p in db.Programmes on o.ProgrammeId equals p.Id where obligations.Contains(o.Id) select new { Obligation = o, Programme = p }).ToDictionaryAsync(x => x.Obligation.Id, stop);
            // Of the acts on other shares of the same obligation none moves a day of these.
            var acts = db.Acts.Where(a => obligations.Contains(a.ObligationId) && (a.AssignmentId == null || shares.Contains(a.AssignmentId.Value)));
            var set = (await acts.Where(a => a.Kind == ActKind.LimitDecided || a.Kind == ActKind.LimitOverridden || a.Kind == ActKind.EventHappened || a.Kind == ActKind.ExtensionGranted).OrderBy(a => a.Number).ToListAsync(stop)).ToLookup(a => a.ObligationId);
            var happened = (await acts.Select(a => new { a.ObligationId, a.AssignmentId, a.At }).ToListAsync(stop)).ToLookup(a => a.ObligationId);
            var moved = (await (from m in db.Moves join r in db.Reprojections on m.RunId equals r.Id where shares.Contains(m.AssignmentId) select new { m.AssignmentId, r.BegunAt }).ToListAsync(stop)).ToLookup(m => m.AssignmentId, m => m.BegunAt);
            foreach (var line in lines)
            {
                var (obligation, programme) = (sources[line.Obligation].Obligation, sources[line.Obligation].Programme);
                var mine = set[line.Obligation].Where(a => a.AssignmentId is null || a.AssignmentId == line.Share).ToList();
                var changes = happened[line.Obligation].Where(a => a.AssignmentId is null || a.AssignmentId == line.Share).Select(a => a.At).Concat(moved[line.Share]).ToList();
                entries.Add(new(
                    line.Share, line.Obligation, line.Next!.Value, line.OwedOn is null, obligation.Task, line.UnitName, line.Role,
                    $"{programme.Title}{(programme.Number is { } number ? $"（{number}）" : "")}{obligation.PlaceName ?? obligation.Measure}", Explain(line, obligation, programme, mine, rules, city), changes.Count, changes.DefaultIfEmpty(programme.OpenedOn.StartsAt()).Max()));
            }
        }
        return new(entries, due.Total);
    }

    private static string Explain(WorkLine line, StoredObligation obligation, StoredProgramme programme, List<StoredAct> set, LedgerRules rules, CityDeclarations city)
    {
        var limit = LimitHistory.Of(obligation.Limit, programme.SignedOn, set, DateOnly.MaxValue);
        var said = limit.Explain(set.LastOrDefault(a => a.Kind is ActKind.EventHappened)?.Day, programme.SignedOn, city.Calendar, rules.Rhythm.Chinese());
        if (line.OwedOn is not { } due) return $"{said}下一次报告不晚于{ChineseFormat.Date(line.ReportBy)}。";
        return LimitHistory.MoreTime(limit.Origin, set, a => a.Kind) is [.., { Day: { } until }] && until == due ? $"{said}已同意延期到{ChineseFormat.Date(until)}。"
            : limit.Nature is LimitNature.Periodic ? $"{said}这一期最迟{ChineseFormat.Date(due)}。" : said;
    }
}
