using Gongbao.Contracts.Gazette;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.Reports;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class The_reports_of_a_programme_in_SQLite() : The_reports_of_a_programme(StoreProvider.Sqlite);

public sealed class The_reports_of_a_programme_in_PostgreSQL() : The_reports_of_a_programme(StoreProvider.Postgres);

public abstract class The_reports_of_a_programme(StoreProvider provider) : LedgerTests(provider)
{
    private static readonly ReportPeriod Year = ReportPeriod.Containing(ReportKind.Year, new(2025, 6, 1));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
    }

    [Theory, Clause("LED-03")]
    [InlineData("week", "2025-05-06", "2025-05-05", "2025-05-11", "week/2025-05-05", "2025年5月5日至5月11日")]
    [InlineData("week", "2025-12-31", "2025-12-29", "2026-01-04", "week/2025-12-29", "2025年12月29日至2026年1月4日")]
    [InlineData("month", "2024-02", "2024-02-01", "2024-02-29", "month/2024-02", "2024年2月")]
    [InlineData("year", "2025", "2025-01-01", "2025-12-31", "year/2025", "2025年")]
    public void Are_about_weeks_from_Monday_months_and_years(string kind, string text, string from, string to, string slug, string name)
    {
        var period = TestLedger.Done(ReportPeriod.Parse(kind, text));
        Assert.Equal((from, to, slug, name), ($"{period.From:yyyy-MM-dd}", $"{period.To:yyyy-MM-dd}", period.Slug, period.Name));
        Assert.Equal((period.From.AddDays(-1), period.To.AddDays(1)), (period.Before.To, period.Next.From));
    }

    [Theory]
    [InlineData("day", "2025-05-06"), InlineData("week", "2025-W20"), InlineData("month", "2025-13"), InlineData("year", "25"), InlineData("year", "0001")]
    public void Refuse_what_is_no_period(string kind, string text) => Assert.Equal("ledger.wrong-period", TestLedger.CodeOf(ReportPeriod.Parse(kind, text)));

    [Fact, Clause("LED-03"), Clause("LED-07")]
    public async Task Count_as_one_counts_by_hand_from_the_acts()
    {
        await WorkAsync(new Random(20250601), 160);
        var report = await ReportAsync(Year);
        var day = report.View.On;
        var acts = await Ledger.ReadAsync(db => db.Acts.OrderBy(a => a.Number).ToListAsync());
        foreach (var kind in Enum.GetValues<ActKind>()) Assert.Equal(acts.Count(a => a.Kind == kind && a.On.Year == 2025), report.Of(kind));
        Assert.Equal(acts.Count(a => a.Kind is ActKind.Reported && a.IsDone), report.Completions);

        // Shares with a printed day, from the acts alone: the last completion that nobody sent back; overdue without one after the day; late with one after the day.
        var dated = report.View.Rows.Where(r => r.Limit.Nature is LimitNature.Dated).ToList();
        Assert.NotEmpty(dated);
        var (overdue, late) = (0, 0);
        foreach (var (row, share) in dated.SelectMany(r => r.Shares.Select(s => (r, s.Share))))
        {
            var mine = acts.Where(a => a.ObligationId == row.Obligation.Id && (a.AssignmentId is null || a.AssignmentId == share.Id)).ToList();
            if (mine.Any(a => a.Kind is ActKind.Released)) continue;
            var done = mine.LastOrDefault(a => a is { Kind: ActKind.Reported, IsDone: true } && !mine.Any(v => v.Kind is ActKind.SentBack && v.Answers == a.Id));
            var due = row.Limit.Limit!.Date!.Value;
            if (done is null && day > due) overdue++;
            if (done is not null && done.On > due) late++;
        }
        Assert.True(overdue > 0 && late > 0);
        Assert.Equal(overdue, report.Late.Count);
        Assert.Equal(late, report.Units.Sum(u => u.Late));

        // Scores, share by share.
        var rules = LedgerRules.Of(Ledger.City)!.Score;
        foreach (var unit in report.Units)
        {
            var points = report.View.Rows.SelectMany(r => r.Shares).Where(s => s.Share.Unit == unit.Unit && s.Standing.State is not AssignmentState.Released).Select(s =>
            {
                var full = s.Standing.State is AssignmentState.Overdue ? 0m : s.Standing.State is AssignmentState.NoReport ? 40m : s.Standing.WasLate ? 60m : 100m;
                return Math.Max(0m, full - 10m * acts.Count(a => a.Kind is ActKind.SentBack && a.AssignmentId == s.Share.Id));
            }).ToList();
            Assert.Equal(points.Count == 0 ? null : Math.Round(points.Average(), 1, MidpointRounding.AwayFromZero), unit.Score);
            Assert.Equal(points.Count >= rules.LeastShares && unit.Score >= rules.CommendAt && unit.Done >= rules.LeastDone, report.Commended.Contains(unit));
            Assert.Equal(points.Count >= rules.LeastShares && unit.Score < rules.CriticiseBelow, report.Criticised.Contains(unit));
        }
        Assert.NotEmpty(report.Criticised);
    }

    [Fact, Clause("LED-03")]
    public async Task Of_a_past_day_are_the_same_whenever_they_are_asked_for()
    {
        await WorkAsync(new Random(7), 60);
        var month = ReportPeriod.Containing(ReportKind.Month, Ledger.Clock.Today);
        Move(month.To);
        var then = new ReportText(await ReportAsync(month), IsPublic: false);
        Move(month.To.AddDays(40));
        await WorkAsync(new Random(8), 40);
        var later = new ReportText(await ReportAsync(month), IsPublic: false);
        Assert.Equal(then.Paragraphs, later.Paragraphs);
        Assert.Equal(Cells(then), Cells(later));
        var files = new[] { then, later }.Select(t => TestLedger.Done(Ledger.Get<IOfficialDocuments>().Write(t.Document("清河市人民政府办公室", "清河市人民政府"), OfficialFormat.Docx)).Content).ToList();
        Assert.Equal(files[0], files[1]);

        static List<string> Cells(ReportText text) => [.. text.Annexes.SelectMany(a => a.Rows.Select(r => $"{a.Title} {string.Join('|', r)}"))];
    }

    [Fact, Clause("LED-03")]
    public async Task Go_out_without_scores_and_criticism()
    {
        await WorkAsync(new Random(9), 60);
        var report = await ReportAsync(Year);
        var (inside, outside) = (new ReportText(report, IsPublic: false), new ReportText(report, IsPublic: true));
        Assert.Contains(inside.Paragraphs, p => p.StartsWith("计分办法", StringComparison.Ordinal));
        Assert.DoesNotContain(outside.Paragraphs.Concat(outside.Annexes.SelectMany(a => a.Heads)), p => p.Contains("得分", StringComparison.Ordinal) || p.Contains("批评", StringComparison.Ordinal));
        // Every obligation of the document is in the yearly report.
        Assert.Equal(32, Assert.Single(outside.Annexes, a => a.Title == "各项任务落实情况表").Rows.Count);
    }

    [Fact, Clause("LED-03"), Clause("LED-07")]
    public async Task Of_a_week_are_one_page_however_much_is_late()
    {
        // 55 obligations in all, those that were typed in late for many units, with long words.
        TestLedger.Done(await Ledger.Get<EnterObligation>().HandleAsync(KeyPoints, [.. Enumerable.Range(1, 23).Select(i => new EnteredObligation
        {
            Task = $"完成第{i}批排水防涝重点项目前期工作，逐项明确建设内容、投资规模、资金来源和开工时间，形成项目清单并报市水务局汇总，未按期开工的说明原因",
            Units = "临江区、南浦区、云岭县、石桥县、白鹭县、枫桥市人民政府", Limit = "2025年5月底前",
        })], FollowUp, CancellationToken.None));
        Move(new(2026, 1, 14));
        var week = await ReportAsync(ReportPeriod.Containing(ReportKind.Week, new(2026, 1, 14)));
        Assert.Equal(55, week.View.Rows.Count);
        Assert.True(week.Late.Count > 200);
        var documents = Ledger.Get<IOfficialDocuments>();
        var sheet = documents.Fit(WeekSheet.Of(week, "清河市人民政府办公室"));
        var pdf = System.Text.Encoding.Latin1.GetString(TestLedger.Done(documents.Write(sheet, OfficialFormat.Pdf)).Content);
        Assert.Equal(1, pdf.Split("/Type/Page/").Length - 1);
        // The longest overdue are named, the others are counted.
        Assert.NotEmpty(sheet.Table.Rows);
        Assert.Contains($"逾期{week.Late[0].Share.Standing.DaysLate}天", sheet.Table.Rows[0][^1], StringComparison.Ordinal);
        Assert.Equal($"其余{sheet.LeftOut}项见任务台账中这份文件“逾期”和“到期未报告”的清单。", sheet.Closing);
        Assert.Equal(week.Late.Concat(week.NoReport).Select(s => (s.Row.Obligation.Id, s.Share.Standing.OwedOn ?? s.Share.Standing.ReportBy, s.Share.Standing.State)).Distinct().Count(), sheet.Table.Rows.Count + sheet.LeftOut);
    }

    [Fact]
    public async Task Of_a_time_before_the_programme_are_none() =>
        Assert.Null(await Ledger.AskAsync<ReportDesk, ProgrammeReport?>(d => d.OfAsync(KeyPoints, ReportPeriod.Containing(ReportKind.Month, new(2025, 3, 1)), CancellationToken.None)));

    private async Task<ProgrammeReport> ReportAsync(ReportPeriod period) =>
        (await Ledger.AskAsync<ReportDesk, ProgrammeReport?>(d => d.OfAsync(KeyPoints, period, CancellationToken.None)))!;

    /// <summary>Units and the follow-up office do this and that, some of it refused, over some months.</summary>
    private async Task WorkAsync(Random random, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (step % 3 == 0) Ledger.Clock.RestoreSeed(Ledger.Clock.Now.AddDays(random.Next(1, 6)));
            var rows = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.Where(r => r.Shares.Count > 0).ToList();
            var row = rows[random.Next(rows.Count)];
            var share = row.Shares[random.Next(row.Shares.Count)];
            var what = share.Standing.Stage is AssignmentStage.Submitted ? random.Next(2) + 3 : random.Next(10) switch { 0 => 5, < 5 => 0, _ => 1 };
            var stop = CancellationToken.None;
            _ = what switch
            {
                0 or 1 => await Ledger.Get<ReportProgress>().HandleAsync(row.Seen, new(share.Share.Id, "正在推进。", what == 1, null), Liaison(share.Share.Unit), stop),
                3 or 4 => await Ledger.Get<JudgeReport>().HandleAsync(row.Seen, share.Share.Id, what == 3, "看过材料。", FollowUp, stop),
                _ => await Ledger.Get<JudgeReport>().ReleaseAsync(row.Seen, share.Share.Id, "任务取消。", null, FollowUp, stop),
            };
        }
    }
}
