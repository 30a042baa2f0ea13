using System.Security.Cryptography;
using System.Text;
using Gongbao.Contracts.Notices;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.Reprojection;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Tests;

public sealed class A_change_of_the_calendar_in_SQLite() : A_change_of_the_calendar(StoreProvider.Sqlite);

public sealed class A_change_of_the_calendar_in_PostgreSQL() : A_change_of_the_calendar(StoreProvider.Postgres)
{
    [Fact, Clause("LED-02")]
    public async Task Is_worked_out_once_by_two_programs()
    {
        await using var beside = await Ledger.BesideAsync();
        await CountAsync(3);
        await RunAsync();
        Ledger.City = beside.City = DeclaredCity.With(TwoDaysOff);
        var runs = await Task.WhenAll(RunAsync(), Of(beside).HandleAsync(CancellationToken.None));
        var run = Assert.Single(runs, r => r is not null)!;
        await AgreesAsync(run, 3);
        Assert.Equal(2, (await Ledger.JournalAsync()).Count(e => e.StartsWith("ledger.reproject", StringComparison.Ordinal)));   // the first run and this one
    }
}

/// <summary>Days that are counted in working days follow the calendar; all others stay.</summary>
public abstract class A_change_of_the_calendar(StoreProvider provider) : LedgerTests(provider)
{
    /// <summary>24 and 25 September are no working days any more.</summary>
    protected const string TwoDaysOff = "calendar: { '2025': { holidays: { city-day: { name: 市庆日, from: 2025-09-24, to: 2025-09-25 } } } }";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new(2025, 9, 20));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
    }

    [Fact, Clause("LED-02")]
    public async Task Moves_what_is_counted_in_working_days_with_its_reminders_and_one_journal_entry()
    {
        await CountAsync(4);
        Assert.Equal(0, (await RunAsync())!.Moved);
        Assert.Null(await RunAsync());
        var before = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.SelectMany(r => r.Shares).ToDictionary(s => s.Share.Id, s => s.Standing.OwedOn);
        var entries = (await Ledger.JournalAsync()).Count;
        Ledger.Get<ToldNotices>().Facts.Clear();

        Ledger.City = DeclaredCity.With(TwoDaysOff);
        var run = (await RunAsync())!;
        Assert.False(run.IsFull);
        await AgreesAsync(run, 4);
        var entry = Assert.Single((await Ledger.JournalAsync()).Skip(entries));
        Assert.Equal($"ledger.reproject reprojection:{run.Id:N} - done -", entry);

        // 20 working days from Saturday 20 September: five in that week, 28 (worked), 29, 30; 9, 10, 11 (worked) October; then to the 23rd. Two days off: to Monday the 27th.
        var moved = await Ledger.ReadAsync(db => db.Moves.Where(m => m.RunId == run.Id).ToListAsync());
        Assert.All(moved, m => Assert.Equal((before[m.AssignmentId], new DateOnly(2025, 10, 23), new DateOnly(2025, 10, 27)), (m.Before, m.Before!.Value, m.After!.Value)));
        Assert.All((await Ledger.ProgrammeAsync(KeyPoints)).Rows.SelectMany(r => r.Shares).Where(s => moved.All(m => m.AssignmentId != s.Share.Id)), s => Assert.Equal(before[s.Share.Id], s.Standing.OwedOn));
        var told = Ledger.Get<ToldNotices>().Facts.OfType<WatchesMoved>().ToList();
        Assert.Equal(moved.Select(m => Reminders.CauseOf(m.AssignmentId)).Order(StringComparer.Ordinal), told.SelectMany(t => t.Causes).Order(StringComparer.Ordinal));
        Assert.Single(Ledger.Get<ToldNotices>().Facts.OfType<Tell>(), t => t.Cause.StartsWith("reprojection:", StringComparison.Ordinal));
        Assert.Null(await RunAsync());
    }

    [Fact, Clause("LED-02")]
    public async Task Moves_the_reminder_of_a_request_that_nobody_has_answered()
    {
        await RunAsync();
        var (waits, answered) = (await AskAsync(0), await AskAsync(1));
        TestLedger.Done(await Ledger.Get<AskAndAnswer>().AnswerAsync((await Ledger.RowAsync(KeyPoints, 1)).Seen, answered.Id, true, "已经协调。", FollowUp, CancellationToken.None));
        var before = Ledger.Get<ToldNotices>().Facts.OfType<WatchBegun>().Single(w => w.Cause == Requests.CauseOf(waits)).DueOn!.Value;
        Ledger.Get<ToldNotices>().Facts.Clear();
        Ledger.City = DeclaredCity.With(TwoDaysOff);
        await RunAsync();
        var moved = Assert.Single(Ledger.Get<ToldNotices>().Facts.OfType<WatchesMoved>());
        Assert.Equal([Requests.CauseOf(waits)], moved.Causes);
        // What the list shows, and the reminder, are one day.
        var line = Assert.Single(await Ledger.AskAsync<WorkLists, IReadOnlyList<RequestLine>>(l => l.RequestsAsync(10, CancellationToken.None)));
        Assert.Equal(line.AnswerBy, moved.DueOn);
        Assert.True(moved.DueOn > before);
    }

    private async Task<StoredAct> AskAsync(int number)
    {
        var row = await Ledger.RowAsync(KeyPoints, 1);
        var share = row.Shares[0].Share;
        TestLedger.Done(await Ledger.Get<AskAndAnswer>().AskAsync(row.Seen, share.Id, ActKind.Raised, null, $"缺少资金{number}。", Liaison(share.Unit), CancellationToken.None));
        return (await Ledger.ReadAsync(db => db.Acts.Where(a => a.ObligationId == row.Obligation.Id && a.Kind == ActKind.Raised).OrderBy(a => a.Number).ToListAsync()))[number];
    }

    [Fact, Clause("LED-02")]
    public async Task Goes_on_in_another_program_where_one_was_broken_off()
    {
        await CountAsync(4);
        await RunAsync();
        Ledger.City = DeclaredCity.With(TwoDaysOff);
        using var stop = new CancellationTokenSource();
        Ledger.Get<ToldNotices>().OnMoved = stop.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Of(Ledger, mostMoved: 2).HandleAsync(stop.Token));
        Ledger.Get<ToldNotices>().OnMoved = () => { };

        // What the other one has ended counts; what it was at when it was broken off is done here, at once.
        var done = await Ledger.ReadAsync(db => db.ReprojectionChunks.Where(c => c.Moved != null).OrderBy(c => c.Chunk).ToListAsync());
        var run = (await Of(Ledger).HandleAsync(CancellationToken.None))!;
        var chunks = await Ledger.ReadAsync(db => db.ReprojectionChunks.Where(c => c.RunId == run.Id).OrderBy(c => c.Chunk).ToListAsync());
        Assert.True(chunks.Count > 2);
        Assert.Equal(done.Where(c => c.RunId == run.Id).Select(c => c.Moved), chunks.Take(done.Count(c => c.RunId == run.Id)).Select(c => c.Moved));
        Assert.Equal((chunks.Count, chunks.Sum(c => c.Moved)), (run.Chunks, run.Moved));
        await AgreesAsync(run, 4);
        Assert.Equal(2, (await Ledger.JournalAsync()).Count(e => e.StartsWith("ledger.reproject", StringComparison.Ordinal)));
    }

    [Fact, Clause("LED-02")]
    public async Task Rules_that_change_are_followed_by_every_share()
    {
        await CountAsync(2);
        await RunAsync();
        Ledger.City = DeclaredCity.With("ledger: { rhythm: { period: month, grace: 5, source: 测试 } }");
        var run = (await Of(Ledger, mostMoved: 7).HandleAsync(CancellationToken.None))!;
        Assert.True(run.IsFull);
        Assert.True(run.Moved > 10);
        var reportBy = await Ledger.ReadAsync(db => db.Assignments.Where(a => a.ReportBy != null).Select(a => a.ReportBy).Distinct().ToListAsync());
        Assert.Equal([new DateOnly(2025, 10, 5)], reportBy);
        Assert.Equal(await DigestAsync(run), run.Digest);
    }

    /// <summary>So many obligations are counted in working days from today.</summary>
    protected async Task CountAsync(int obligations)
    {
        foreach (var ordinal in Enumerable.Range(1, obligations))
        {
            var row = await Ledger.RowAsync(KeyPoints, ordinal);
            TestLedger.Done(await Ledger.Get<SetLimit>().HandleAsync(row.Seen, "收到通知后20个工作日内", true, "上级要求。", "省府办发〔2025〕1号", FollowUp, CancellationToken.None));
            TestLedger.Done(await Ledger.Get<SetLimit>().EventAsync((await Ledger.RowAsync(KeyPoints, ordinal)).Seen, new(2025, 9, 20), "收到通知。", FollowUp, CancellationToken.None));
        }
    }

    private protected Task<StoredReprojection?> RunAsync() => Of(Ledger).HandleAsync(CancellationToken.None);

    internal static Reproject Of(TestLedger ledger, int mostMoved = 5_000, TimeProvider? time = null) =>
        new(ledger.Get<Writer>(), ledger.Get<IServiceScopeFactory>(), ledger.Get<IServiceProvider>(), time ?? TimeProvider.System) { MostMoved = mostMoved, MostOpened = mostMoved };

    /// <summary>What the rows show is what the acts come to by the calendar of now, the list holds what moved, and the digest is that of the list.</summary>
    private protected async Task AgreesAsync(StoredReprojection run, int obligations)
    {
        var (view, rules) = (await Ledger.ProgrammeAsync(KeyPoints), LedgerRules.Of(Ledger.City)!);
        var acts = (await Ledger.ReadAsync(db => db.Acts.OrderBy(a => a.Number).ToListAsync())).ToLookup(a => a.ObligationId);
        foreach (var row in view.Rows)
        {
            var limit = LimitHistory.Of(row.Obligation.Limit, view.Programme.SignedOn, acts[row.Obligation.Id], view.On);
            foreach (var share in row.Shares)
                Assert.Equal(Standing.Of(limit, row.Obligation.OwedSince, acts[row.Obligation.Id].Where(a => a.AssignmentId is null || a.AssignmentId == share.Share.Id), view.On, rules, Ledger.City.Calendar).OwedOn, share.Standing.OwedOn);
        }
        var counted = view.Rows.Where(r => r.Obligation.Ordinal <= obligations).SelectMany(r => r.Shares).Count();
        Assert.Equal(counted, run.Moved);
        Assert.Equal(counted, await Ledger.ReadAsync(db => db.Moves.Where(m => m.RunId == run.Id).Select(m => m.AssignmentId).Distinct().CountAsync()));
        Assert.Equal(await DigestAsync(run), run.Digest);
    }

    private async Task<string> DigestAsync(StoredReprojection run)
    {
        var moves = await Ledger.ReadAsync(db => db.Moves.Where(m => m.RunId == run.Id).ToListAsync());
        var lines = moves.OrderBy(m => m.Chunk).ThenBy(m => m.AssignmentId.ToString("N"), StringComparer.Ordinal).Select(m => $"{m.AssignmentId:N} {m.Before?.ToString("yyyy-MM-dd") ?? "-"} {m.After?.ToString("yyyy-MM-dd") ?? "-"}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(lines))));
    }

    /// <summary>A clock that is ahead.</summary>
    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
