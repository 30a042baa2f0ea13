using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Charts;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Links;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class Obligations_that_hang_together_in_SQLite() : Obligations_that_hang_together(StoreProvider.Sqlite);

public sealed class Obligations_that_hang_together_in_PostgreSQL() : Obligations_that_hang_together(StoreProvider.Postgres);

[Clause("LED-02")]
public abstract class Obligations_that_hang_together(StoreProvider provider) : LedgerTests(provider)
{
    private const string Reform = "清市府办发-2025-9";
    private static readonly DateOnly Today = new(2025, 5, 6);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(Today);
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        foreach (var document in new[] { KeyPoints, Reform }) TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(document, null, FollowUp, CancellationToken.None));
    }

    [Fact]
    public async Task Wait_for_one_another_but_never_in_a_circle()
    {
        TestLedger.Done(await AwaitAsync(4, "8"));
        TestLedger.Done(await AwaitAsync(8, "14"));
        var refused = Assert.Single((await AwaitAsync(14, "4")).Refusals);
        Assert.Equal("ledger.cycle", refused.Code);
        // The whole way is named, from the one that would wait to itself.
        Assert.Matches("第14项.*等待.*第4项.*等待.*第8项.*等待.*第14项", refused.Reason);
        Assert.Equal("ledger.awaits-itself", TestLedger.CodeOf(await AwaitAsync(4, "4")));
        Assert.Equal("ledger.awaited-before", TestLedger.CodeOf(await AwaitAsync(4, "8")));
        Assert.Equal("ledger.no-such-awaited", TestLedger.CodeOf(await AwaitAsync(4, "第八项")));
        Assert.Equal("ledger.no-such-awaited", TestLedger.CodeOf(await AwaitAsync(4, "99")));
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await AwaitAsync(4, "14", " ")));
        // One of another document, by the address of its page.
        var other = await Ledger.RowAsync(Reform, 1);
        TestLedger.Done(await AwaitAsync(4, $"https://example.gov.cn/ledger/obligations/{other.Obligation.Id}?done=1"));
        var links = await LinksAsync(KeyPoints, 4);
        Assert.Equal(["清市府办发〔2025〕6号第8项", "清市府办发〔2025〕9号第1项"], links.Awaits.Select(a => a.Name).Order(StringComparer.Ordinal));
        Assert.Equal("清市府办发〔2025〕6号第4项", Assert.Single((await LinksAsync(KeyPoints, 8)).AwaitedBy).Name);

        // Removed, the circle is none any more.
        TestLedger.Done(await Ledger.Get<AwaitWork>().RemoveAsync((await Ledger.RowAsync(KeyPoints, 8)).Seen, (await Ledger.RowAsync(KeyPoints, 14)).Obligation.Id, "不再需要。", FollowUp, CancellationToken.None));
        Assert.Equal("ledger.not-awaited", TestLedger.CodeOf(await Ledger.Get<AwaitWork>().RemoveAsync((await Ledger.RowAsync(KeyPoints, 8)).Seen, (await Ledger.RowAsync(KeyPoints, 14)).Obligation.Id, "不再需要。", FollowUp, CancellationToken.None)));
        TestLedger.Done(await AwaitAsync(14, "4"));
        // What was set and what was removed are both kept.
        var eighth = (await Ledger.RowAsync(KeyPoints, 8)).Obligation.Id;
        Assert.Equal([ActKind.AwaitSet, ActKind.AwaitRemoved], await Ledger.ReadAsync(db => db.Acts.Where(a => a.ObligationId == eighth && a.Other != null).OrderBy(a => a.Number).Select(a => a.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Are_told_when_what_they_wait_for_is_done_and_say_so_while_it_is_not()
    {
        TestLedger.Done(await AwaitAsync(4, "1")); // 1: by 31 May, four units; 4: by 31 December, two units
        Move(new DateOnly(2026, 1, 5));
        var row = await Ledger.RowAsync(KeyPoints, 4);
        Assert.Equal(2, row.RollUp.Of(AssignmentState.Overdue));
        var span = (await SpansAsync(null)).Single(s => s.Row.Obligation.Ordinal == 4);
        Assert.Contains("前置任务还没有完成：清市府办发〔2025〕6号第1项（2025年5月31日到期）", span.Remark, StringComparison.Ordinal);
        // The state itself is what it is.
        Assert.Equal(AssignmentState.Overdue, row.Shares[0].Standing.State);

        IEnumerable<Tell> Told() => Ledger.Get<ToldNotices>().Facts.OfType<Tell>().Where(t => t.Cause == $"await:{row.Obligation.Id:N}");
        var first = await Ledger.RowAsync(KeyPoints, 1);
        foreach (var share in first.Shares)
        {
            Assert.Empty(Told());
            TestLedger.Done(await Ledger.Get<ReportProgress>().HandleAsync((await Ledger.RowAsync(KeyPoints, 1)).Seen, new(share.Share.Id, "办好了。", true, null), Liaison(share.Share.Unit), CancellationToken.None));
            TestLedger.Done(await Ledger.Get<JudgeReport>().HandleAsync((await Ledger.RowAsync(KeyPoints, 1)).Seen, share.Share.Id, true, null, FollowUp, CancellationToken.None));
        }
        var told = Assert.Single(Told());
        Assert.Equal(row.Shares.Select(s => s.Share.Unit).Order(), told.Units.Order());
        Assert.Equal($"/ledger/obligations/{row.Obligation.Id:D}", told.Address);
        Assert.Null((await SpansAsync(null)).Single(s => s.Row.Obligation.Ordinal == 4).Remark);
        Assert.True(Assert.Single((await LinksAsync(KeyPoints, 4)).Awaits).IsDone);
        // The day before it was not done; before it was set nothing waited.
        Assert.NotNull((await SpansAsync(new(2026, 1, 4))).Single(s => s.Row.Obligation.Ordinal == 4).Remark);
        Assert.DoesNotContain(await SpansAsync(Today.AddDays(-1)), s => s.Awaits.Count > 0);
    }

    [Fact]
    public async Task Are_the_same_task_where_a_person_says_so_and_take_one_report_together()
    {
        var (a, b) = await SharedAsync();
        var unit = a.Shares.Select(s => s.Share.Unit).Intersect(b.Shares.Select(s => s.Share.Unit)).First();
        var same = Ledger.Get<SameTasks>();
        ProgressReport Report(ObligationRow row) => new(row.Shares.First(s => s.Share.Unit == unit).Share.Id, "一次办好两边的事。", false, null);
        // Not before it was decided.
        Assert.Equal("ledger.not-the-same", TestLedger.CodeOf(await same.ReportAsync(a.Seen, Report(a), [b.Seen], Liaison(unit), CancellationToken.None)));
        Assert.Equal("ledger.same-document", TestLedger.CodeOf(await same.DecideAsync((await Ledger.RowAsync(KeyPoints, 1)).Seen, (await Ledger.RowAsync(KeyPoints, 2)).Seen, true, null, FollowUp, CancellationToken.None)));
        TestLedger.Done(await same.DecideAsync(a.Seen, b.Seen, true, "两份文件都要求。", FollowUp, CancellationToken.None));
        (a, b) = (await Ledger.RowAsync(KeyPoints, a.Obligation.Ordinal), await Ledger.RowAsync(Reform, b.Obligation.Ordinal));
        Assert.Equal("ledger.decided-so", TestLedger.CodeOf(await same.DecideAsync(a.Seen, b.Seen, true, null, FollowUp, CancellationToken.None)));
        Assert.Equal(b.Obligation.Id, Assert.Single((await LinksAsync(KeyPoints, a.Obligation.Ordinal)).Same).Id);
        Assert.Equal(a.Obligation.Id, Assert.Single((await LinksAsync(Reform, b.Obligation.Ordinal)).Same).Id);

        // All or none: without words neither has a report.
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await same.ReportAsync(a.Seen, Report(a) with { Text = " " }, [b.Seen], Liaison(unit), CancellationToken.None)));
        TestLedger.Done(await same.ReportAsync(a.Seen, Report(a), [b.Seen], Liaison(unit), CancellationToken.None));
        var reports = await Ledger.ReadAsync(db => db.Acts.Where(x => x.Kind == ActKind.Reported).OrderBy(x => x.Id).ToListAsync());
        Assert.Equal(new[] { a.Obligation.Id, b.Obligation.Id }.Order(), reports.Select(r => r.ObligationId).Order());
        Assert.All(reports, r => Assert.Equal("一次办好两边的事。", r.Text));
        var journal = await Ledger.JournalAsync();
        Assert.Equal(2, journal.Count(l => l.StartsWith("ledger.report obligation:", StringComparison.Ordinal) && l.Contains(" done ", StringComparison.Ordinal)));
        Assert.All([a, b], o => Assert.Contains($"ledger.report obligation:{o.Obligation.Id:N} ", string.Join('\n', journal), StringComparison.Ordinal));

        // Taken back, one report is for one.
        (a, b) = (await Ledger.RowAsync(KeyPoints, a.Obligation.Ordinal), await Ledger.RowAsync(Reform, b.Obligation.Ordinal));
        TestLedger.Done(await same.DecideAsync(b.Seen, a.Seen, false, null, FollowUp, CancellationToken.None));
        Assert.Empty((await LinksAsync(KeyPoints, a.Obligation.Ordinal)).Same);
        Assert.Equal("ledger.not-the-same", TestLedger.CodeOf(await same.ReportAsync((await Ledger.RowAsync(KeyPoints, a.Obligation.Ordinal)).Seen, Report(a), [(await Ledger.RowAsync(Reform, b.Obligation.Ordinal)).Seen], Liaison(unit), CancellationToken.None)));
    }

    [Fact]
    public async Task Are_proposed_as_the_same_by_their_words()
    {
        Task<IReadOnlyList<AlikeTasks>> Alike() => Ledger.AskAsync<LinkDesk, IReadOnlyList<AlikeTasks>>(d => d.AlikeAsync(Today, CancellationToken.None));
        Assert.Empty(await Alike());
        // The same order once more, in somewhat other words, by another document.
        var first = await Ledger.RowAsync(KeyPoints, 1);
        var programme = (await Ledger.ProgrammeAsync(Reform)).Programme.Id;
        TestLedger.Done(await Ledger.Get<Writer>().DoAsync<bool>(new(FollowUp.ActorId, LedgerRules.ManageVerb, "test:1"), (unit, _) =>
        {
            unit.Db<Storage.LedgerDb>().Obligations.Add(new()
            {
                Id = Guid.CreateVersion7(), ProgrammeId = programme, Ordinal = 99, Proposal = null, Place = null, PlaceName = null, Measure = null, Group = null,
                Task = "汛前完成" + first.Obligation.Task.Replace("完成", "", StringComparison.Ordinal), Output = null, Units = null, Limit = null, OwedSince = Today,
            });
            return Task.FromResult<Result<bool>>(true);
        }, CancellationToken.None));
        var pair = Assert.Single(await Alike());
        Assert.Equal([1, 99], new[] { pair.One.Ordinal, pair.Other.Ordinal }.Order());
        Assert.InRange(pair.Likeness, 0.8, 1.0);
        Assert.Null(pair.Decided);
        TestLedger.Done(await Ledger.Get<SameTasks>().DecideAsync(pair.One.Seen, pair.Other.Seen, false, "不是一回事。", FollowUp, CancellationToken.None));
        Assert.Equal(ActKind.NotSameTask, Assert.Single(await Alike()).Decided);
    }

    /// <summary>An obligation of each document in which the same unit has a share.</summary>
    private async Task<(ObligationRow, ObligationRow)> SharedAsync()
    {
        var reform = (await Ledger.ProgrammeAsync(Reform)).Rows;
        return (from a in (await Ledger.ProgrammeAsync(KeyPoints)).Rows from b in reform where a.Shares.Any(s => b.Shares.Any(t => t.Share.Unit == s.Share.Unit)) select (a, b)).First();
    }

    private async Task<Result<Guid>> AwaitAsync(int ordinal, string awaited, string reason = "要先有它的成果。") =>
        await Ledger.Get<AwaitWork>().SetAsync((await Ledger.RowAsync(KeyPoints, ordinal)).Seen, awaited, reason, FollowUp, CancellationToken.None);

    private async Task<ObligationLinks> LinksAsync(string document, int ordinal)
    {
        var id = (await Ledger.RowAsync(document, ordinal)).Obligation.Id;
        return await Ledger.AskAsync<LinkDesk, ObligationLinks>(d => d.OfAsync(id, Ledger.Clock.Today, CancellationToken.None));
    }

    private async Task<IReadOnlyList<ObligationSpan>> SpansAsync(DateOnly? on) =>
        (await Ledger.AskAsync<ChartDesk, ProgrammeDays?>(d => d.DaysAsync(KeyPoints, new(on, null, null), CancellationToken.None)))!.Spans;
}
