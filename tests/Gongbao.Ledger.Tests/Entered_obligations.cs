using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Directory;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class Entered_obligations_in_SQLite() : Entered_obligations(StoreProvider.Sqlite);

public sealed class Entered_obligations_in_PostgreSQL() : Entered_obligations(StoreProvider.Postgres);

public abstract class Entered_obligations(StoreProvider provider) : LedgerTests(provider)
{
    private static readonly DateOnly Today = new(2025, 5, 6);

    private EnterObligation Enter => Ledger.Get<EnterObligation>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(Today);
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
    }

    [Fact, Clause("LED-02")]
    public async Task Have_the_shares_limits_and_questions_that_accepted_ones_have()
    {
        TestLedger.Done(await EnterAsync(new EnteredObligation
        {
            Task = " 编制排水防涝应急图 ", Measure = "（三）", Lead = "市水务局", Units = "市财政局、临江区人民政府等部门", Supporting = "市教育局", Limit = "6月底前", Output = "一图一册", Source = "川办发〔2025〕1号",
        }));
        var row = Assert.Single((await Ledger.ProgrammeAsync(KeyPoints)).Rows);
        Assert.Equal(("编制排水防涝应急图", "一图一册", "（三）"), (row.Obligation.Task, row.Obligation.Output, row.Obligation.Measure));
        Assert.Equal("市水务局（牵头）；市财政局、临江区人民政府等部门；市教育局（配合）", row.Obligation.Units);
        Assert.Equal([DutyRole.Lead, DutyRole.Responsible, DutyRole.Responsible, DutyRole.Supporting], row.Shares.Select(s => s.Share.Role));
        Assert.All(row.Shares, s => Assert.Equal(new DateOnly(2025, 6, 30), s.Standing.OwedOn));
        Assert.Equal(QuestionKind.Others, Assert.Single(row.Questions).Kind);
        // Behind all that the document proposes: those can still be accepted under their own numbers.
        Assert.Equal(33, row.Obligation.Ordinal);
        Assert.Equal("川办发〔2025〕1号", (await Ledger.ReadAsync(db => db.Acts.SingleAsync(a => a.Kind == ActKind.Accepted))).Source);
        // Each unit is reminded by the day, and told at once.
        Assert.Equal((4, 4, 8), (Ledger.Get<ToldNotices>().Facts.OfType<WatchBegun>().Count(), Ledger.Get<ToldNotices>().Facts.OfType<Tell>().Count(), Ledger.Get<ToldNotices>().Facts.Count));
        Assert.Contains(await Ledger.JournalAsync(), l => l.StartsWith("ledger.manage obligation:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stand_under_the_clause_that_orders_them()
    {
        var made = TestLedger.Done(await EnterAsync(new EnteredObligation { Task = "再做一件", Units = "市水务局", Limit = "长期坚持", Place = "一（一）" }));
        var obligation = await Ledger.ReadAsync(db => db.Obligations.SingleAsync(o => o.Id == made[0]));
        Assert.Equal("1.1", obligation.Place);
        Assert.Equal(new DateOnly(2025, 3, 18), obligation.OwedSince);
        Assert.Equal("basis.no-such-clause", TestLedger.CodeOf(await EnterAsync(new EnteredObligation { Task = "再做一件", Place = "九十（一）" })));
        Assert.Equal("ledger.no-such-place", TestLedger.CodeOf(await EnterAsync(new EnteredObligation { Task = "再做一件", Place = "那一条" })));
        Move(new DateOnly(2025, 3, 1));
        Assert.Equal("basis.not-made-yet", TestLedger.CodeOf(await EnterAsync(new EnteredObligation { Task = "再做一件" })));
    }

    [Fact]
    public async Task Become_questions_where_they_leave_something_open()
    {
        TestLedger.Done(await EnterAsync(new EnteredObligation { Task = "没有写明谁做", Source = "会议", Limit = "尽量早点" }));
        var row = Assert.Single((await Ledger.ProgrammeAsync(KeyPoints)).Rows);
        Assert.Equal([QuestionKind.Unit, QuestionKind.Limit], row.Questions.Select(q => q.Kind).Order());
    }

    [Fact]
    public async Task Are_entered_all_or_none_and_every_wrong_one_is_named()
    {
        var result = await EnterAsync(new EnteredObligation { Task = "第一件", Source = "会议" }, new EnteredObligation { Task = " " }, new EnteredObligation { Task = "第三件", Source = "会议", Since = Today.AddDays(1) });
        Assert.Equal(["ledger.no-text", "ledger.bad-day"], result.Refusals.Select(r => r.Code));
        Assert.StartsWith("第 2 项：", result.Refusals[0].Reason, StringComparison.Ordinal);
        Assert.Equal(0, await Ledger.ReadAsync(db => db.Obligations.CountAsync()));
        Assert.Equal("ledger.nothing", TestLedger.CodeOf(await EnterAsync()));
        Assert.Equal("ledger.no-such-document", TestLedger.CodeOf(await Enter.HandleAsync("无此文件", [new() { Task = "一件" }], FollowUp, CancellationToken.None)));
    }

    [Fact]
    public async Task Mean_the_year_in_which_their_limit_was_set()
    {
        Move(new DateOnly(2026, 2, 1));
        TestLedger.Done(await EnterAsync(new EnteredObligation { Task = "会上定的事", Units = "市水务局", Limit = "6月底前", Source = "第三次联席会议" }));
        Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single((await Ledger.ProgrammeAsync(KeyPoints)).Rows).Shares[0].Standing.OwedOn);
    }

    [Fact]
    public async Task Are_given_numbers_of_their_own_when_many_enter_at_once()
    {
        TestLedger.Done(await EnterAsync(new EnteredObligation { Task = "先有一件", Units = "市水务局", Source = "会议" }));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => EnterAsync(new EnteredObligation { Task = $"第 {i} 件", Units = "市水务局", Source = "会议" })));
        Assert.Equal(Enumerable.Range(33, 9), (await Ledger.ProgrammeAsync(KeyPoints)).Rows.Select(r => r.Obligation.Ordinal));
    }

    private Task<Kernel.Results.Result<IReadOnlyList<Guid>>> EnterAsync(params EnteredObligation[] entries) => Enter.HandleAsync(KeyPoints, entries, FollowUp, CancellationToken.None);
}
