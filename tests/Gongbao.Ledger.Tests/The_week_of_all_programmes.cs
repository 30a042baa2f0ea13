using Gongbao.Contracts.Gazette;
using Gongbao.Ledger.Reports;
using Gongbao.Ledger.Sheets;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class The_week_of_all_programmes_in_SQLite() : The_week_of_all_programmes(StoreProvider.Sqlite);

public sealed class The_week_of_all_programmes_in_PostgreSQL() : The_week_of_all_programmes(StoreProvider.Postgres);

/// <summary>One page for leaders over all that is in the ledger.</summary>
public abstract class The_week_of_all_programmes(StoreProvider provider) : LedgerTests(provider)
{
    private string _inspection = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
        _inspection = await OpenAsync("关于做好汛前检查的通知", null, new(2025, 4, 28));
        await EnterAsync(_inspection, 3, "市住房和城乡建设局、市水务局", "2025年5月底前");
        // Opened, but nothing is in it.
        await OpenAsync("关于报送材料的通知", null, new(2025, 4, 29));
    }

    [Fact, Clause("LED-02"), Clause("LED-07")]
    public async Task Counts_what_the_reports_of_the_programmes_count_whether_it_runs_or_is_past()
    {
        await WorkAsync(new Random(11), 90);
        // On the last day of a week the rows are counted; on the day after, the acts of the same week are gone through.
        var week = ReportPeriod.Containing(ReportKind.Week, Ledger.Clock.Today);
        await WorkAsync(new Random(12), 1);
        Move(week.To);
        var now = await WeekAsync(week);
        Move(week.To.AddDays(1));
        var then = await WeekAsync(week);
        Assert.Equal(Said(now), Said(then));
        Assert.Equal(2, now.Programmes.Count);

        // Each figure is the one of the report of its programme.
        foreach (var line in then.Programmes)
        {
            var report = (await Ledger.AskAsync<ReportDesk, ProgrammeReport?>(d => d.OfAsync(line.Slug, week, CancellationToken.None)))!;
            Assert.Equal((report.View.Rows.Count, report.DoneObligations, report.Late.Count, report.NoReport.Count), (line.Obligations, line.Done, line.Late, line.NoReport));
        }
        Assert.True(now.Sum(p => p.Done) > 0 && now.Sum(p => p.Late) > 0 && now.Sum(p => p.NoReport) > 0);
        Assert.Equal(now.Sum(p => p.Late), now.Behind.Sum(u => u.Late));
        Assert.Equal(now.Sum(p => p.NoReport), now.Behind.Sum(u => u.NoReport));
        var acts = await Ledger.ReadAsync(db => db.Acts.Where(a => a.On >= week.From && a.On <= week.To).ToListAsync());
        foreach (var kind in Enum.GetValues<ActKind>()) Assert.Equal(acts.Count(a => a.Kind == kind), now.Of(kind));
        // The longest delay of a unit, share by share.
        var views = new List<Desk.ShareRow>();
        foreach (var slug in new[] { KeyPoints, _inspection }) views.AddRange((await Ledger.ProgrammeAsync(slug, week.To)).Rows.SelectMany(r => r.Shares));
        Assert.All(now.Behind.Where(u => u.Late > 0), u => Assert.Equal(views.Where(s => s.Share.Unit == u.Unit && s.Standing.State is AssignmentState.Overdue).Max(s => s.Standing.DaysLate), u.LongestLate));
        Assert.All(now.Behind.Where(u => u.NoReport > 0), u => Assert.Equal(views.Where(s => s.Share.Unit == u.Unit && s.Standing.State is AssignmentState.NoReport).Max(s => s.Standing.DaysLate), u.LongestSilent));
    }

    [Fact, Clause("LED-02")]
    public async Task Tells_what_falls_due_in_the_week_and_in_the_next()
    {
        var slug = await OpenAsync("关于值班的通知", "清市测〔2025〕9号", new(2025, 5, 1));
        await EnterAsync(slug, 2, "市水务局", "2025年6月5日");
        await EnterAsync(slug, 1, "市水务局", "2025年6月2日");
        await EnterAsync(slug, 4, "市水务局", "2025年6月9日");
        Move(new(2025, 6, 4));
        var week = await WeekAsync(ReportPeriod.Containing(ReportKind.Week, new(2025, 6, 4)));
        var line = week.Programmes.Single(p => p.Slug == slug);
        // Of the three of the week one is past already.
        Assert.Equal((7, 3, 1), (line.Obligations, line.Due, line.Late));
        Assert.Equal(4, week.DueNext);
        var others = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.SelectMany(r => r.Shares).Count(s => s.Share.Unit == "water" && s.Standing.State is AssignmentState.Overdue);
        Assert.Equal((6, 3 + 1 + others), (week.Programmes.Single(p => p.Slug == _inspection).Late, week.Behind.Single(u => u.Unit == "water").Late));
        Assert.Equal(4, week.Behind.Single(u => u.Unit == "water").LongestLate);
    }

    [Fact, Clause("LED-02"), Clause("LED-07")]
    public async Task Is_one_page_however_much_there_is_and_the_same_when_it_is_asked_for_again()
    {
        for (var number = 1; number <= 40; number++)
        {
            var slug = await OpenAsync($"关于进一步做好第{number}项城市安全重点工作并逐级落实责任的通知", $"清市测〔2025〕{number + 100}号", new(2025, 5, 1));
            await EnterAsync(slug, 2, "临江区、南浦区、云岭县、石桥县、白鹭县、枫桥市人民政府", "2025年5月底前");
        }
        Move(new(2026, 1, 14));
        var period = ReportPeriod.Containing(ReportKind.Week, new(2025, 12, 10));
        var documents = Ledger.Get<IOfficialDocuments>();
        var sheet = documents.Fit(AllWeekSheet.Of(await WeekAsync(period), "清河市人民政府办公室"));
        var pdf = System.Text.Encoding.Latin1.GetString(TestLedger.Done(documents.Write(sheet, OfficialFormat.Pdf)).Content);
        Assert.Equal(1, pdf.Split("/Type/Page/").Length - 1);
        // Both lists are there, most late first, and say how much is left out.
        var first = sheet.First!;
        Assert.Equal(42, first.Table.Rows.Count + first.LeftOut);
        Assert.True(first.LeftOut > 0);
        Assert.Equal($"另有{first.LeftOut}份文件，见任务台账中这一周的页面。", first.Closing);
        Assert.NotEmpty(sheet.Table.Rows);
        Assert.Equal([.. sheet.Table.Rows.Select(r => int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture)).OrderDescending()], sheet.Table.Rows.Select(r => int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture)));
        if (sheet.LeftOut > 0) Assert.StartsWith($"另有{sheet.LeftOut}家", sheet.Closing, StringComparison.Ordinal);

        // Much happens after it; the page of the past week is the same, byte for byte.
        await WorkAsync(new Random(13), 20);
        Move(new(2026, 3, 2));
        foreach (var format in Enum.GetValues<OfficialFormat>())
        {
            var again = documents.Fit(AllWeekSheet.Of(await WeekAsync(period), "清河市人民政府办公室"));
            Assert.Equal(TestLedger.Done(documents.Write(sheet, format)).Content, TestLedger.Done(documents.Write(again, format)).Content);
        }
    }

    [Fact]
    public async Task Of_a_time_before_the_ledger_or_to_come_there_is_none()
    {
        foreach (var day in new DateOnly[] { new(2025, 3, 1), new(2025, 5, 12) })
            Assert.Null(await Ledger.AskAsync<WeekDesk, WeekOfAll?>(d => d.OfAsync(ReportPeriod.Containing(ReportKind.Week, day), CancellationToken.None)));
    }

    private static string Said(WeekOfAll week) => System.Text.Json.JsonSerializer.Serialize(new { week.On, week.Programmes, week.Behind, Finished = week.Finished.Select(f => $"{f.Name} {f.Count}"), week.DueNext, Acts = week.Within.OrderBy(w => w.Key).Select(w => $"{w.Key} {w.Value}"), week.Completions });

    private async Task<WeekOfAll> WeekAsync(ReportPeriod week) => (await Ledger.AskAsync<WeekDesk, WeekOfAll?>(d => d.OfAsync(week, CancellationToken.None)))!;

    private async Task<string> OpenAsync(string title, string? number, DateOnly signedOn) => TestLedger.Done(await Ledger.Get<OpenProgramme>().HandleAsync(title, number, signedOn, "省水利厅纸质通知", FollowUp, CancellationToken.None));

    private async Task EnterAsync(string slug, int tasks, string units, string limit) => TestLedger.Done(await Ledger.Get<EnterObligation>().HandleAsync(
        slug, [.. Enumerable.Range(1, tasks).Select(i => new EnteredObligation { Task = $"完成第{i}批{limit}的检查", Units = units, Limit = limit })], FollowUp, CancellationToken.None));

    /// <summary>Units and the follow-up office do this and that over some months, some of it refused.</summary>
    private async Task WorkAsync(Random random, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (step % 3 == 0 && steps > 1) Ledger.Clock.RestoreSeed(Ledger.Clock.Now.AddDays(random.Next(1, 6)));
            var rows = (await Ledger.ProgrammeAsync(step % 2 == 0 ? KeyPoints : _inspection)).Rows.Where(r => r.Shares.Count > 0).ToList();
            var row = rows[random.Next(rows.Count)];
            var share = row.Shares[random.Next(row.Shares.Count)];
            _ = share.Standing.Stage is AssignmentStage.Submitted ? await Ledger.Get<JudgeReport>().HandleAsync(row.Seen, share.Share.Id, random.Next(3) > 0, "看过材料。", FollowUp, CancellationToken.None)
                : random.Next(9) == 0 ? await Ledger.Get<JudgeReport>().ReleaseAsync(row.Seen, share.Share.Id, "任务取消。", null, FollowUp, CancellationToken.None)
                : await Ledger.Get<ReportProgress>().HandleAsync(row.Seen, new(share.Share.Id, "正在推进。", random.Next(2) == 0, null), Liaison(share.Share.Unit), CancellationToken.None);
        }
    }
}
