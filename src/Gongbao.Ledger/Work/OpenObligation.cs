using Gongbao.Contracts.Ledger;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Work;

/// <summary>An obligation within a unit of work, with its shares and all that was done about it.</summary>
internal sealed class OpenObligation
{
    private readonly List<StoredAct> _acts;
    private readonly UnitOfWork _unit;

    private OpenObligation(UnitOfWork unit, StoredObligation obligation, StoredProgramme programme, List<StoredAssignment> assignments, List<StoredAct> acts, List<StoredQuestion> questions) =>
        (_unit, Obligation, Programme, Assignments, _acts, Questions) = (unit, obligation, programme, assignments, acts, questions);

    public StoredObligation Obligation { get; }

    public StoredProgramme Programme { get; }

    public List<StoredAssignment> Assignments { get; }

    public IReadOnlyList<StoredAct> Acts => _acts;

    /// <summary>For whom the actor stands in (代办), where it does: acts that are added from now on say so.</summary>
    public ActorId? StandsInFor { get; set; }

    /// <summary>What waits for a decision.</summary>
    public IReadOnlyList<StoredQuestion> Questions { get; }

    /// <summary>Tells the other rooms what happened, within the unit.</summary>
    public void Publish<TFact>(TFact fact) where TFact : notnull => _unit.Publish(fact);

    /// <summary>The legal day of the unit of work.</summary>
    public DateOnly Today => _unit.LegalAt.BeijingDate();

    /// <summary>Takes an obligation that somebody saw.</summary>
    /// <returns>Refusals: <c>ledger.no-such-obligation</c>, <c>ledger.changed-meanwhile</c>.</returns>
    public static async Task<Result<OpenObligation>> TakeAsync(UnitOfWork unit, Seen seen, CancellationToken stop)
    {
        var db = unit.Db<LedgerDb>();
        if (await db.Obligations.FirstOrDefaultAsync(o => o.Id == seen.Id, stop) is not { } obligation) return new Refusal("ledger.no-such-obligation", "台账里没有这项任务；请回到台账重新选择。");
        if (obligation.Revision != seen.Revision) return new Refusal("ledger.changed-meanwhile", "这项任务刚刚有别人办理过，本次没有作任何改动；请刷新页面，看过新的内容再办。");
        return new OpenObligation(
            unit, obligation, await db.Programmes.SingleAsync(p => p.Id == obligation.ProgrammeId, stop),
            await db.Assignments.Where(a => a.ObligationId == obligation.Id).OrderBy(a => a.Ordinal).ToListAsync(stop),
            await db.Acts.Where(a => a.ObligationId == obligation.Id).OrderBy(a => a.Number).ToListAsync(stop),
            await db.Questions.Where(q => q.ObligationId == obligation.Id && q.AnsweredAt == null).ToListAsync(stop));
    }

    /// <summary>Obligations in a range of ids. On PostgreSQL nobody else changes them until the unit has ended.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="after">Behind this id.</param>
    /// <param name="until">Up to this one, which is included.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<IReadOnlyList<OpenObligation>> TakeManyAsync(UnitOfWork unit, Guid after, Guid until, CancellationToken stop)
    {
        var db = unit.Db<LedgerDb>();
        var ids = await db.Obligations.Where(o => o.Id > after && o.Id <= until).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(stop);
        if (ids.Count == 0) return [];
        if (db is PostgresLedgerDb) await db.Database.ExecuteSqlRawAsync("select id from ledger_obligation where id = any({0}) order by id for update", [ids], stop);
        var obligations = await db.Obligations.Where(o => ids.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(stop);
        var programmes = await db.Programmes.Where(p => db.Obligations.Any(o => o.ProgrammeId == p.Id && ids.Contains(o.Id))).ToDictionaryAsync(p => p.Id, stop);
        var assignments = (await db.Assignments.Where(a => ids.Contains(a.ObligationId)).OrderBy(a => a.Ordinal).ToListAsync(stop)).ToLookup(a => a.ObligationId);
        var acts = (await db.Acts.AsNoTracking().Where(a => ids.Contains(a.ObligationId)).OrderBy(a => a.Number).ToListAsync(stop)).ToLookup(a => a.ObligationId);
        return [.. obligations.Select(o => new OpenObligation(unit, o, programmes[o.ProgrammeId], [.. assignments[o.Id]], [.. acts[o.Id]], []))];
    }

    /// <summary>An obligation that comes into being in this unit; it is added together with its first act.</summary>
    public static OpenObligation Begin(UnitOfWork unit, StoredObligation obligation, StoredProgramme programme, List<StoredAssignment> assignments)
    {
        var db = unit.Db<LedgerDb>();
        db.Obligations.Add(obligation);
        db.Assignments.AddRange(assignments);
        return new(unit, obligation, programme, assignments, [], []);
    }

    /// <summary>The clause that orders it, as <see cref="ClauseRef"/> prints it; null where its place has no address.</summary>
    public string? Clause => Obligation.Place is { } place && ClauseRef.TryParseSlug($"{Programme.Slug}/{place}", out var clause) ? clause.ToString() : null;

    /// <summary>The share of a unit; null where it has none.</summary>
    public StoredAssignment? ShareOf(Guid assignment) => Assignments.FirstOrDefault(a => a.Id == assignment);

    /// <summary>The limit that counts now.</summary>
    public CountedLimit Limit() => LimitHistory.Of(Obligation.Limit, Programme.SignedOn, _acts, Today);

    /// <summary>How a share stands now.</summary>
    public Standing StandingOf(StoredAssignment share, LedgerRules rules, CityDeclarations city) =>
        Standing.Of(Limit(), Obligation.OwedSince, ActsOf(share.Id), Today, rules, city.Calendar);

    /// <summary>Adds an act and writes anew what lists show of the shares.</summary>
    public StoredAct Add(ActKind kind, Guid? share, LedgerRules rules, CityDeclarations city, Func<StoredAct, StoredAct>? with = null)
    {
        var act = new StoredAct
        {
            Id = Guid.CreateVersion7(), ObligationId = Obligation.Id, AssignmentId = share, Number = ++Obligation.Acts, Kind = kind, On = Today, At = _unit.LegalAt, By = _unit.Act.By.Value, OnBehalfOf = StandsInFor?.Value,
        };
        act = with?.Invoke(act) ?? act;
        var mayBeDone = kind is ActKind.Verified or ActKind.Released or ActKind.ReturnGranted && !IsDone(rules, city);
        _acts.Add(act);
        _unit.Db<LedgerDb>().Acts.Add(act);
        foreach (var one in Assignments.Where(a => share is null || a.Id == share)) Show(one, rules, city);
        if (mayBeDone && IsDone(rules, city)) _unit.Publish(new ObligationDone(Obligation.Id, Today));
        return act;
    }

    /// <summary>Writes anew what lists show of every share.</summary>
    /// <returns>The shares whose day moved, with the day that they had.</returns>
    public IReadOnlyList<(StoredAssignment Share, DateOnly? Before)> ShowAll(LedgerRules rules, CityDeclarations city)
    {
        var moved = new List<(StoredAssignment, DateOnly?)>();
        foreach (var share in Assignments)
        {
            var before = share.OwedOn ?? share.ReportBy;
            Show(share, rules, city);
            if ((share.OwedOn ?? share.ReportBy) != before) moved.Add((share, before));
        }
        return moved;
    }

    /// <summary>Writes what lists show of a share as it stands now, and has those who owe it reminded of its day.</summary>
    private void Show(StoredAssignment share, LedgerRules rules, CityDeclarations city)
    {
        var standing = StandingOf(share, rules, city);
        var before = (share.OwedOn, share.ReportBy);
        share.Show(standing, Obligation.Ordinal, ActsOf(share.Id).Any(a => a.Kind is ActKind.MeasureWritten && a.AssignmentId == share.Id));
        if ((share.OwedOn, share.ReportBy) != before) Reminders.Follow(_unit, this, share);
    }

    private bool IsDone(LedgerRules rules, CityDeclarations city) => RollUp.Of([.. Assignments.Select(a => (a.Role, StandingOf(a, rules, city)))], rules).IsDone;

    private IEnumerable<StoredAct> ActsOf(Guid share) => _acts.Where(a => a.AssignmentId is null || a.AssignmentId == share);
}
