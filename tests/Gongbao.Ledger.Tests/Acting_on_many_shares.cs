using Gongbao.Contracts.Notices;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Views;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Tests;

public sealed class Acting_on_many_shares_in_SQLite() : Acting_on_many_shares(StoreProvider.Sqlite);

public sealed class Acting_on_many_shares_in_PostgreSQL() : Acting_on_many_shares(StoreProvider.Postgres);

public abstract class Acting_on_many_shares(StoreProvider provider) : LedgerTests(provider)
{
    private ActOnMany Many => Ledger.Get<ActOnMany>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
    }

    [Fact, Clause("LED-02")]
    public async Task Leaves_what_changed_meanwhile_and_does_the_rest_each_with_its_own_act()
    {
        // Two obligations with several units each: all report completion.
        var rows = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.Where(r => r.Shares.Count > 1).Take(2).ToList();
        foreach (var row in rows)
            foreach (var share in row.Shares) await ReportAsync(row.Obligation.Ordinal, share);
        var seen = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.Where(r => rows.Exists(x => x.Obligation.Id == r.Obligation.Id)).ToList();
        var picks = seen.SelectMany(r => r.Shares.Select(s => new Seen(s.Share.Id, r.Obligation.Revision))).ToList();
        // Somebody else acts on the second meanwhile.
        TestLedger.Done(await Ledger.Get<JudgeReport>().HandleAsync(seen[1].Seen, seen[1].Shares[0].Share.Id, true, null, FollowUp, CancellationToken.None));

        var result = TestLedger.Done(await Many.HandleAsync(picks, "verify", "材料齐全。", null, FollowUp, CancellationToken.None));
        Assert.Equal(seen[0].Shares.Count, result.Done);
        Assert.Equal(seen[1].Shares.Count, result.Left.Count);
        Assert.All(result.Left, l => Assert.Contains("刚刚有别人办理过", l.Why, StringComparison.Ordinal));
        var after = (await Ledger.ProgrammeAsync(KeyPoints)).Rows;
        Assert.All(after.Single(r => r.Obligation.Id == seen[0].Obligation.Id).Shares, s => Assert.Equal(AssignmentState.Verified, s.Standing.State));
        Assert.Equal(1, after.Single(r => r.Obligation.Id == seen[1].Obligation.Id).Shares.Count(s => s.Standing.State is AssignmentState.Verified));
    }

    [Fact]
    public async Task Names_those_whom_the_act_does_not_fit()
    {
        var row = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.First(r => r.Shares.Count > 1);
        await ReportAsync(row.Obligation.Ordinal, row.Shares[0]);
        row = await Ledger.RowAsync(KeyPoints, row.Obligation.Ordinal);
        var result = TestLedger.Done(await Many.HandleAsync([.. row.Shares.Select(s => new Seen(s.Share.Id, row.Obligation.Revision))], "send-back", "请补充图片。", null, FollowUp, CancellationToken.None));
        Assert.Equal((1, row.Shares.Count - 1), (result.Done, result.Left.Count));
        Assert.All(result.Left, l => Assert.Contains("没有等待核验的办结报告", l.Why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reminds_the_people_of_each_unit_and_says_what_has_to_be_shown()
    {
        var rows = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.Where(r => r.Shares.Count > 0).Take(3).ToList();
        var picks = rows.SelectMany(r => r.Shares.Select(s => new Seen(s.Share.Id, r.Obligation.Revision))).ToList();
        var told = Ledger.Get<ToldNotices>();
        told.Facts.Clear();
        Assert.Equal(picks.Count, TestLedger.Done(await Many.HandleAsync(picks, "remind", "请于本周五前报告。", null, FollowUp, CancellationToken.None)).Done);
        Assert.Equal(rows.SelectMany(r => r.Shares.Select(s => s.Share.Unit)).Order(StringComparer.Ordinal), told.Facts.OfType<Tell>().SelectMany(t => t.Units).Order(StringComparer.Ordinal));
        Assert.All(told.Facts.OfType<Tell>(), t => Assert.Equal("请于本周五前报告。", t.Text));

        picks = [.. (await Ledger.ProgrammeAsync(KeyPoints)).Rows.Where(r => rows.Exists(x => x.Obligation.Id == r.Obligation.Id)).SelectMany(r => r.Shares.Select(s => new Seen(s.Share.Id, r.Obligation.Revision)))];
        Assert.Equal(3, TestLedger.Done(await Many.HandleAsync(picks, "want", "验收报告", null, FollowUp, CancellationToken.None)).Done);
        Assert.Equal(3, (await Ledger.ProgrammeAsync(KeyPoints)).Rows.Count(r => r.EvidenceWanted == "验收报告"));
    }

    [Theory]
    [InlineData("release", "", "ledger.no-text")]
    [InlineData("fly", "理由", "ledger.no-act")]
    [InlineData("verify", "", "ledger.nothing-picked")]
    public async Task Is_refused_as_a_whole_before_anything_is_done(string act, string reason, string code)
    {
        var row = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.First(r => r.Shares.Count > 0);
        Seen[] picks = code == "ledger.nothing-picked" ? [] : [new(row.Shares[0].Share.Id, row.Obligation.Revision)];
        Assert.Equal(code, TestLedger.CodeOf(await Many.HandleAsync(picks, act, reason, null, FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.not-allowed", TestLedger.CodeOf(await Many.HandleAsync(picks, "verify", null, null, Liaison("housing"), CancellationToken.None)));
    }

    private async Task ReportAsync(int ordinal, ShareRow share)
    {
        var row = await Ledger.RowAsync(KeyPoints, ordinal);
        TestLedger.Done(await Ledger.Get<ReportProgress>().HandleAsync(row.Seen, new(share.Share.Id, "已经办好。", true, null), Liaison(share.Share.Unit), CancellationToken.None));
    }
}
