using Gongbao.Casework.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gongbao.Casework.Running;

/// <summary>Where a case stands after an act, for whoever did it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Reference">受理号.</param>
/// <param name="Events">How many events it has.</param>
/// <param name="Phase">办件状态.</param>
/// <param name="Outcome">Null until the items have joined.</param>
internal sealed record CaseStanding(Guid Id, string Reference, int Events, CasePhase Phase, CaseOutcome? Outcome)
{
    public static CaseStanding Of(OpenCase open) => new(open.Id, open.Reference, open.State.Events, open.State.Phase, open.State.Outcome);
}

/// <summary>
/// Does an act on a case (办理). It is judged by the case as this process last saw it, beside the writer's lane, so that the lane only writes; the unit that writes proves that the case
/// still stood so, because whoever went on from the same state has written an event of the same number. A refusal, and an act that changes nothing, prove nothing so: they are judged
/// again inside the unit where the case stands otherwise by then.
/// </summary>
internal sealed class RunCase(Writer writer, CasesInHand cases, CityClock clock, IServiceProvider services, IServiceScopeFactory scopes, CaseSignal signal)
{
    /// <summary>So often is a case taken up again where another program went on with it meanwhile.</summary>
    private const int MostTries = 8;

    private const int ConstraintOfSqlite = 19;

    private static readonly Refusal NotAllowed = new("case.not-allowed", "您的角色不能办理这一事项，或者权限范围不包括承办单位。");

    private static readonly Refusal NoSuchCase = new("case.no-such-case", "没有找到这件申请，请核对受理号。");

    private static readonly Refusal ChangedMeanwhile = new("case.changed-meanwhile", "这件申请正在由他人办理，请稍后重试。");

    /// <param name="id">The case.</param>
    /// <param name="act">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>Refusals: those of the engine, <c>case.no-such-case</c>, <c>case.not-allowed</c>, <c>case.changed-meanwhile</c>, those of the store.</returns>
    public async Task<Result<CaseStanding>> DoAsync(Guid id, CaseAct act, CaseParty by, CancellationToken stop)
    {
        using var turn = await cases.TakeAsync(id, stop);
        Act? journalled = null;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var open = (act.ReadsAnew ? null : cases.Find(id)) ?? await TakeUpAsync(id, stop);
            journalled ??= RequestKey.Of(Journalled(id, open, act, by));
            var judged = Judge(open, act, journalled.Verb, by);
            var done = judged;
            var rows = judged.Changed is { } judgedChange ? CaseRows.Of(judgedChange) : [];
            try
            {
                var answer = await writer.DoAsync<CaseStanding>(journalled, async (unit, inner) =>
                {
                    done = judged;
                    if (judged.Changed is null && await unit.Get<ReadCase>().FindAsync(id, inner) is var now && now?.State.Events != open?.State.Events) done = Judge(now, act, unit.Act.Verb, by);
                    if (done.Refusals is { } refused) return Result<CaseStanding>.Refused(refused);
                    if (done.Changed is { } change) Write(unit, change, ReferenceEquals(done, judged) ? rows : CaseRows.Of(change));
                    return CaseStanding.Of(done.After!);
                }, stop);
                // A repeat under the same key was answered as the first time, and nothing was done: then it is looked up again.
                if (!answer.IsRefused(out _, out var standing) && standing.Events == done.After?.State.Events) cases.Keep(done.After);
                else if (standing is not null || !ReferenceEquals(done, judged)) cases.Forget(id);
                return answer;
            }
            catch (Exception fault)
            {
                cases.Forget(id);
                if (!IsForked(fault)) throw;
            }
        }
        return ChangedMeanwhile;
    }

    /// <summary>Deals with what has run out (期限届满); nothing is journalled where nothing has.</summary>
    /// <returns>Whether anything had.</returns>
    public async Task<bool> ExpireAsync(Guid id, CancellationToken stop)
    {
        using var turn = await cases.TakeAsync(id, stop);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TakeUpAsync(id, stop) is not { } open) return false;
            var judged = Judge(open, CaseAct.Expire, CaseVerbs.Expire, CaseParty.Program);
            if (judged.Refusals is [var against, ..]) throw new InvalidOperationException($"Case {id:N} cannot go on where its time has run out: {against.Code}.");
            var (calendar, mark) = Calendar();
            if ((judged.Changed ?? Redated(open, calendar, mark)) is not { } change) return false;
            var rows = CaseRows.Of(change);
            try
            {
                var answer = await writer.DoAsync<bool>(new(CaseParty.Program.Id, CaseVerbs.Expire, open.Subject), (unit, _) =>
                {
                    Write(unit, change, rows);
                    return Task.FromResult<Result<bool>>(true);
                }, stop);
                if (answer.IsRefused(out _, out _)) return false;
                cases.Keep(change.After);
                return true;
            }
            catch (Exception fault)
            {
                cases.Forget(id);
                if (!IsForked(fault)) throw;
            }
        }
        return false;
    }

    /// <summary>Whether another program has written an event of the same number meanwhile.</summary>
    private static bool IsForked(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            if (cause is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteErrorCode: ConstraintOfSqlite }) return true;
        return false;
    }

    private static Act Journalled(Guid id, OpenCase? open, CaseAct act, CaseParty by)
    {
        var plain = new Act(by.Id, open is null ? CaseVerbs.Handle : act.Verb(open.Declaration), OpenCase.SubjectOf(id));
        if (open is null || act.Item is null || open.Declaration.Item(act.Item) is not { } item) return plain;
        return plain with { OnBehalfOf = by.Actor?.StandsInFor(plain.Verb, new(Unit: open.UnitOf(item))), Clause = item.Source };
    }

    private async Task<OpenCase?> TakeUpAsync(Guid id, CancellationToken stop)
    {
        var open = await ReadCase.FindAsync(scopes, id, stop);
        if (open is not null) cases.Keep(open);
        return open;
    }

    private Judged Judge(OpenCase? open, CaseAct act, string verb, CaseParty by)
    {
        if (open is null) return Judged.Refused(NoSuchCase);
        if (!act.IsAllowed(by, verb, open)) return Judged.Refused(NotAllowed);
        var (calendar, mark) = Calendar();
        var now = CaseRows.Whole(clock.Now);
        var proceeding = new CaseProceeding(open.Declaration, open.State, now, by.Id.Value, open.Fact);
        // What has run out by now comes first, however soon it would have been dealt with by itself.
        if ((open.Ends is not { } ends || open.Calendar != mark || ends.Next <= now) && proceeding.Expire(calendar).IsRefused(out var against, out _)) return Judged.Refused(against);
        if (act.Do(proceeding, calendar).Refusals is [_, ..] refusals) return new(refusals, null, null);
        if (proceeding.Events.Count == 0) return new(null, null, open);
        var after = open with { Declaration = proceeding.Declaration, State = proceeding.State, Ends = CaseEnds.Of(proceeding.Declaration, proceeding.State, calendar), Calendar = mark, StoredCalendar = mark };
        return new(null, new(open, after, proceeding.Events, now, IsRedated: open.StoredCalendar != mark), after);
    }

    /// <summary>The days by another calendar; null where they were worked out by this one.</summary>
    private static ChangedCase? Redated(OpenCase open, WorkCalendar calendar, string mark) => open.StoredCalendar == mark ? null
        : new(open, open with { Ends = CaseEnds.Of(open.Declaration, open.State, calendar), Calendar = mark, StoredCalendar = mark }, [], open.State.ReceivedAt!.Value, IsRedated: true);

    private (WorkCalendar Calendar, string Mark) Calendar()
    {
        var city = services.GetRequiredService<CityDeclarations>();
        return (city.Calendar, CaseEnds.CalendarOf(city));
    }

    private void Write(UnitOfWork unit, ChangedCase change, IReadOnlyList<CaseRow> rows)
    {
        CaseRows.Write(unit, rows);
        if (unit.Act.Verb != CaseVerbs.Expire && change.Events.Any(e => e.Kind == CaseEventKind.Expired)) unit.Record(new(CaseParty.Program.Id, CaseVerbs.Expire, change.After.Subject));
        if (change.After.Ends?.Next is { } next) unit.AfterCommit(() => signal.Tell(next));
    }

    /// <param name="Refusals">Everything against it; null where nothing is.</param>
    /// <param name="Changed">What it comes to; null where it changes nothing.</param>
    /// <param name="After">The case after it; null where it is refused.</param>
    private sealed record Judged(IReadOnlyList<Refusal>? Refusals, ChangedCase? Changed, OpenCase? After)
    {
        public static Judged Refused(Refusal refusal) => new([refusal], null, null);
    }
}
