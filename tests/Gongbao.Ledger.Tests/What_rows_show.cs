using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class What_rows_show_in_SQLite() : What_rows_show(StoreProvider.Sqlite);

public sealed class What_rows_show_in_PostgreSQL() : What_rows_show(StoreProvider.Postgres);

/// <summary>Rows of shares show for lists what the acts come to; the acts are the measure.</summary>
[Clause("LED-02")]
public abstract class What_rows_show(StoreProvider provider) : LedgerTests(provider)
{
    [Fact]
    public async Task Is_what_the_acts_come_to_whatever_is_done()
    {
        var random = new Random(20250501);
        Move(new(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
        for (var step = 0; step < 120; step++)
        {
            Ledger.Clock.RestoreSeed(Ledger.Clock.Now.AddDays(random.Next(0, 6)));
            await DoAsync(random);
            if (step % 20 == 19) await CompareAsync();
        }
        Assert.True(await Ledger.ReadAsync(db => db.Acts.CountAsync()) > 60);
    }

    /// <summary>Somebody does something that may also be refused.</summary>
    private async Task DoAsync(Random random)
    {
        var view = await Ledger.ProgrammeAsync(KeyPoints);
        var row = view.Rows[random.Next(view.Rows.Count)];
        if (row.Shares.Count == 0) return;
        var share = row.Shares[random.Next(row.Shares.Count)].Share;
        var unit = Liaison(share.Unit);
        var (seen, stop) = (row.Seen, CancellationToken.None);
        switch (random.Next(8))
        {
            case 0: await Ledger.Get<ReportProgress>().HandleAsync(seen, new(share.Id, "正在推进。", false, null), unit, stop); break;
            case 1 or 2: await Ledger.Get<ReportProgress>().HandleAsync(seen, new(share.Id, "已经办结。", true, null), unit, stop); break;
            case 3 or 4: await Ledger.Get<JudgeReport>().HandleAsync(seen, share.Id, random.Next(3) > 0, "看过材料。", FollowUp, stop); break;
            case 5: await Ledger.Get<JudgeReport>().ReleaseAsync(seen, random.Next(4) == 0 ? null : share.Id, "任务取消。", null, FollowUp, stop); break;
            case 6: await Ledger.Get<SetLimit>().HandleAsync(seen, random.Next(3) switch { 0 => "2025年9月30日前", 1 => "每半年", _ => "收到通知后20个工作日内" }, random.Next(2) == 0, "上级要求。", "省府办发〔2025〕1号", FollowUp, stop); break;
            default: await Ledger.Get<SetLimit>().EventAsync(seen, view.On, "收到通知。", FollowUp, stop); break;
        }
    }

    private async Task CompareAsync()
    {
        var (view, rules) = (await Ledger.ProgrammeAsync(KeyPoints), LedgerRules.Of(Ledger.City)!);
        var acts = (await Ledger.ReadAsync(db => db.Acts.OrderBy(a => a.Number).ToListAsync())).ToLookup(a => a.ObligationId);
        foreach (var row in view.Rows)
        {
            var limit = LimitHistory.Of(row.Obligation.Limit, view.Programme.SignedOn, acts[row.Obligation.Id], view.On);
            Assert.Equal(limit, row.Limit);
            foreach (var share in row.Shares)
            {
                var told = Standing.Of(limit, row.Obligation.OwedSince, acts[row.Obligation.Id].Where(a => a.AssignmentId is null || a.AssignmentId == share.Share.Id), view.On, rules, Ledger.City.Calendar);
                Assert.Equal(told with { Turn = null, Waiting = null, Counted = null, MoreTime = null }, share.Standing);
                Assert.Equal((told.IsSettled, told.OwedOn ?? told.ReportBy ?? StoredAssignment.Never), (share.Share.IsSettled, share.Share.NextOn));
            }
        }

        var overview = await OverviewAsync(null, null);
        Assert.Equal((view.Rows.Count, view.Rows.Sum(r => r.Shares.Count)), (overview.Obligations, overview.Shares));
        Assert.Equal(view.Counts.OrderBy(c => c.Key), overview.Counts.OrderBy(c => c.Key));
        foreach (var (told, shown) in view.Units.Zip(overview.Units)) Assert.Equal((told.Unit, told.Total, told.Unmeasured, string.Join(' ', told.Counts.OrderBy(c => c.Key))), (shown.Unit, shown.Total, shown.Unmeasured, string.Join(' ', shown.Counts.OrderBy(c => c.Key))));
        var unit = view.Units[0].Unit;
        foreach (var state in StateWords.All)
            Assert.Equal(
                view.Rows.Where(r => r.Shares.Any(s => s.Standing.State == state && s.Share.Unit == unit)).Select(r => r.Obligation.Ordinal).Take(100), (await OverviewAsync(state, unit)).Rows.Select(r => r.Obligation.Ordinal));
    }

    private async Task<ProgrammeOverview> OverviewAsync(AssignmentState? state, string? unit) =>
        (await Ledger.AskAsync<LedgerDesk, ProgrammeOverview?>(d => d.OverviewAsync(KeyPoints, new(null, unit, null), state, 1, CancellationToken.None)))!;
}
