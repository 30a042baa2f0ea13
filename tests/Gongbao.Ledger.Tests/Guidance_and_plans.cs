using System.Text;
using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Guidance;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class Guidance_and_plans_in_SQLite() : Guidance_and_plans(StoreProvider.Sqlite);

public sealed class Guidance_and_plans_in_PostgreSQL() : Guidance_and_plans(StoreProvider.Postgres);

public abstract class Guidance_and_plans(StoreProvider provider) : LedgerTests(provider)
{
    private static readonly DateOnly Today = new(2025, 6, 10);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new DateOnly(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
        Move(Today);
    }

    [Fact, Clause("LED-15")]
    public async Task Show_a_department_how_its_line_in_the_counties_stands()
    {
        // Obligation 1: 市水务局、市住房城乡建设局，临江区、南浦区人民政府, until 31 May.
        var line = await LineAsync("water");
        Assert.Equal(8, line.Rows.Count);
        Assert.False(line.IsDeclared);
        var nanpu = line.Rows.Single(r => r.Unit == "nanpu");
        Assert.True(nanpu.Shares > 0);
        Assert.True(nanpu.Late > 0);
        var shared = await Ledger.ReadAsync(db => db.Assignments.CountAsync(a => a.Unit == "nanpu" && db.Assignments.Any(m => m.ObligationId == a.ObligationId && m.Unit == "water")));
        Assert.Equal(shared, nanpu.Shares);
        // A county has no line under it.
        Assert.Null(await Ledger.AskAsync<VisitDesk, LineView?>(d => d.LineAsync("nanpu", 2025, CancellationToken.None)));
    }

    [Fact, Clause("LED-15")]
    public async Task Record_what_a_department_found_and_asked_of_its_line()
    {
        var liaison = Liaison("water");
        var visit = new TypedVisit(VisitKind.Guidance, "water", Today, "南浦区", "南浦区人民政府", "办公室主任", "目录不全。", "六月底前补齐。", [await ObligationAsync(1)]);
        Assert.Equal("ledger.not-your-unit", TestLedger.CodeOf(await VisitAsync(visit, Liaison("housing"))));
        Assert.Equal("ledger.not-own-line", TestLedger.CodeOf(await VisitAsync(visit with { Visited = "市财政局" }, liaison)));
        Assert.Equal("ledger.not-own-line", TestLedger.CodeOf(await VisitAsync(visit with { Visited = null }, liaison)));
        Assert.Equal("ledger.bad-day", TestLedger.CodeOf(await VisitAsync(visit with { On = Today.AddDays(1) }, liaison)));
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await VisitAsync(visit with { Found = " " }, liaison)));
        Assert.Equal("ledger.no-place", TestLedger.CodeOf(await VisitAsync(visit with { Where = "" }, liaison)));
        TestLedger.Done(await VisitAsync(visit, liaison));
        TestLedger.Done(await VisitAsync(visit with { On = new DateOnly(2024, 11, 5) }, liaison));
        var nanpu = (await LineAsync("water")).Rows.Single(r => r.Unit == "nanpu");
        Assert.Equal((1, Today), (nanpu.Guided, nanpu.LastGuidedOn));
        Assert.Equal(0, (await LineAsync("housing")).Rows.Single(r => r.Unit == "nanpu").Guided);
    }

    [Fact, Clause("LED-16")]
    public async Task Link_survey_visits_to_obligations_and_count_them_by_year()
    {
        var (first, second) = (await ObligationAsync(1), await ObligationAsync(2));
        var visit = new TypedVisit(VisitKind.Survey, "government-office", Today, "白鹭县某村", null, "村民委员会、用水户", "水压不足。", null, [first, second]);
        Assert.Equal("ledger.no-such-obligation", TestLedger.CodeOf(await VisitAsync(visit with { Obligations = [Guid.CreateVersion7()] }, FollowUp)));
        TestLedger.Done(await VisitAsync(visit, FollowUp));
        TestLedger.Done(await VisitAsync(visit with { On = new DateOnly(2024, 9, 1), Obligations = [] }, FollowUp));
        TestLedger.Done(await VisitAsync(visit with { Kind = VisitKind.Guidance, By = "water", Visited = "南浦区人民政府", Obligations = [] }, FollowUp));
        var all = await Ledger.AskAsync<VisitDesk, VisitPage>(d => d.VisitsAsync(new(null, null, null), 1, CancellationToken.None));
        Assert.Equal([(2025, 1, 1), (2024, 0, 1)], all.Years);
        Assert.Equal(1, (await Ledger.AskAsync<VisitDesk, VisitPage>(d => d.VisitsAsync(new(VisitKind.Survey, 2025, null), 1, CancellationToken.None))).Total);
        var linked = Assert.Single(await Ledger.AskAsync<VisitDesk, IReadOnlyList<VisitRow>>(d => d.OfObligationAsync(second, CancellationToken.None)));
        Assert.Equal((2, "村民委员会、用水户"), (linked.Obligations.Count, linked.Whom));
        Assert.Contains("2025-06-10,调查研究,清河市人民政府办公室,白鹭县某村", Encoding.UTF8.GetString(await Ledger.AskAsync<VisitDesk, byte[]>(d => d.CsvAsync(new(null, null, null), CancellationToken.None))), StringComparison.Ordinal);
    }

    [Fact, Clause("LED-14")]
    public async Task List_each_county_that_has_not_filed_its_plan()
    {
        var plans = Ledger.Get<FilePlan>();
        Assert.Equal("ledger.not-called", TestLedger.CodeOf(await FileAsync("nanpu", Liaison("nanpu"))));
        Assert.Equal("ledger.no-such-unit", TestLedger.CodeOf(await plans.CallAsync(KeyPoints, "没有的单位", null, null, FollowUp, CancellationToken.None)));
        TestLedger.Done(await plans.CallAsync(KeyPoints, "各县（市、区）人民政府，清河高新区管委会", "三（一）", Today.AddDays(5), FollowUp, CancellationToken.None));
        // Each is reminded until it files.
        var told = Ledger.Get<ToldNotices>().Facts;
        var watches = told.OfType<WatchBegun>().Where(w => w.Cause.StartsWith("plan:", StringComparison.Ordinal)).ToList();
        Assert.Equal((7, Today.AddDays(5)), (watches.Count, watches[0].DueOn!.Value));
        Assert.Equal("ledger.not-your-unit", TestLedger.CodeOf(await FileAsync("nanpu", Liaison("linjiang"))));
        var plan = TestLedger.Done(await FileAsync("nanpu", Liaison("nanpu")));
        Assert.Equal(watches.Single(w => w.Units[0] == "nanpu").Cause, Assert.Single(told.OfType<WatchEnded>(), w => w.Cause.StartsWith("plan:", StringComparison.Ordinal)).Cause);

        var view = await PlansAsync();
        Assert.Equal(7, view.Rows.Count);
        Assert.Equal(6, view.Rows.Count(r => r.IsMissing));
        Assert.Equal("已报送", view.Rows.Single(r => r.Unit == "nanpu").State);
        Assert.Equal("未报送", view.Rows.Single(r => r.Unit == "linjiang").State);
        var found = await Ledger.AskAsync<PlanDesk, string?>(async d =>
        {
            if (await d.FileAsync(plan, CancellationToken.None) is not var (kept, content)) return null;
            using var reader = new StreamReader(content);
            return kept.FileName + "：" + await reader.ReadToEndAsync(CancellationToken.None);
        });
        Assert.Equal("plan.txt：方案全文", found);

        Move(Today.AddDays(6));
        Assert.Equal("逾期未报送", (await PlansAsync()).Rows.Single(r => r.Unit == "linjiang").State);
        TestLedger.Done(await FileAsync("linjiang", FollowUp, "https://example.cn/plan"));
        TestLedger.Done(await FileAsync("nanpu", Liaison("nanpu"), "https://example.cn/plan-2"));
        view = await PlansAsync();
        Assert.Equal("逾期报送", view.Rows.Single(r => r.Unit == "linjiang").State);
        Assert.Equal(("已报送", 1), (view.Rows.Single(r => r.Unit == "nanpu").State, view.Rows.Single(r => r.Unit == "nanpu").Earlier));
        var table = Encoding.UTF8.GetString(PlanDesk.Csv(view));
        Assert.Contains("清河市临江区人民政府,逾期报送,", table, StringComparison.Ordinal);
        Assert.Contains(",逾期未报送,,,,2025-06-15,三（一）", table, StringComparison.Ordinal);
    }

    [Fact, Clause("LED-14")]
    public async Task Tell_whoever_files_or_calls_second_that_somebody_else_did()
    {
        var plans = Ledger.Get<FilePlan>();
        TestLedger.Done(await plans.CallAsync(KeyPoints, "各县（市、区）人民政府", null, null, FollowUp, CancellationToken.None, known: 0));
        Assert.Equal("ledger.changed-meanwhile", TestLedger.CodeOf(await plans.CallAsync(KeyPoints, "各县（市、区）人民政府", null, null, FollowUp, CancellationToken.None, known: 0)));
        var typed = new TypedPlan("nanpu", "方案", Today, "https://example.cn/1", null, null, Known: Guid.Empty);
        var first = TestLedger.Done(await plans.HandleAsync(KeyPoints, typed, Liaison("nanpu"), CancellationToken.None));
        Assert.Equal("ledger.changed-meanwhile", TestLedger.CodeOf(await plans.HandleAsync(KeyPoints, typed with { Link = "https://example.cn/2" }, Liaison("nanpu"), CancellationToken.None)));
        Assert.Equal("https://example.cn/1", (await PlansAsync()).Rows.Single(r => r.Unit == "nanpu").Plan!.Link);
        TestLedger.Done(await plans.HandleAsync(KeyPoints, typed with { Link = "https://example.cn/2", Known = first }, Liaison("nanpu"), CancellationToken.None));
    }

    [Fact, Clause("LED-14")]
    public async Task Take_a_plan_as_a_file_of_a_known_kind_or_as_a_link()
    {
        var plans = Ledger.Get<FilePlan>();
        TestLedger.Done(await plans.CallAsync(KeyPoints, "各县（市、区）人民政府", null, null, FollowUp, CancellationToken.None));
        var typed = new TypedPlan("nanpu", "方案", Today, null, null, null);
        Task<Result<Guid>> FileAsync(TypedPlan plan) => plans.HandleAsync(KeyPoints, plan, FollowUp, CancellationToken.None);
        Assert.Equal("ledger.no-file", TestLedger.CodeOf(await FileAsync(typed)));
        Assert.Equal("ledger.no-file", TestLedger.CodeOf(await FileAsync(typed with { Link = "https://example.cn/", FileName = "a.pdf", File = Bytes("a") })));
        Assert.Equal("ledger.bad-evidence", TestLedger.CodeOf(await FileAsync(typed with { FileName = "a.pdf", File = new MemoryStream([0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00]) })));
        Assert.Equal("files.empty", TestLedger.CodeOf(await FileAsync(typed with { FileName = "a.pdf", File = Bytes("") })));
        Assert.Equal("ledger.bad-link", TestLedger.CodeOf(await FileAsync(typed with { Link = "javascript:alert(1)" })));
        Assert.Equal("ledger.bad-day", TestLedger.CodeOf(await FileAsync(typed with { Link = "https://example.cn/", DatedOn = Today.AddDays(1) })));
        Assert.Equal("ledger.bad-title", TestLedger.CodeOf(await FileAsync(typed with { Link = "https://example.cn/", Title = "" })));
    }

    [Fact, Clause("LED-09")]
    public async Task Promote_good_experience_to_everybody()
    {
        var row = await Ledger.RowAsync(KeyPoints, 4);
        var share = row.Shares[0].Share;
        TestLedger.Done(await Ledger.Get<ReportProgress>().HandleAsync(row.Seen, new(share.Id, "先通后改，管网改造 5 公里。", false, null), Liaison(share.Unit), CancellationToken.None));
        var report = await Ledger.ReadAsync(db => db.Acts.Where(a => a.AssignmentId == share.Id && a.Text != null).Select(a => a.Id).SingleAsync());
        var promote = Ledger.Get<PromoteExperience>();
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await promote.MarkAsync(row.Obligation.Id, share.Id, report, "先通后改", null, " ", FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.no-such-report", TestLedger.CodeOf(await promote.MarkAsync(row.Obligation.Id, share.Id, Guid.CreateVersion7(), "先通后改", null, "快。", FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.no-such-share", TestLedger.CodeOf(await promote.MarkAsync(row.Obligation.Id, Guid.CreateVersion7(), null, "先通后改", "做法。", "快。", FollowUp, CancellationToken.None)));
        TestLedger.Done(await promote.MarkAsync(row.Obligation.Id, share.Id, report, "先通后改", null, "不停水。", FollowUp, CancellationToken.None));
        // Until it is promoted, nobody but the office sees it.
        Assert.Empty(await PromotedAsync(KeyPoints));
        var marked = Assert.Single(await Ledger.AskAsync<ExperienceDesk, IReadOnlyList<ExperienceRow>>(d => d.MarkedAsync(CancellationToken.None)));
        Assert.Equal("先通后改，管网改造 5 公里。", marked.Experience.Text);
        TestLedger.Done(await promote.PromoteAsync(marked.Seen, FollowUp, CancellationToken.None));
        var told = Ledger.Get<ToldNotices>().Facts.OfType<Tell>().Single(t => t.Cause.StartsWith("experience:", StringComparison.Ordinal));
        Assert.Equal(("典型经验：先通后改", LedgerRules.ReportVerb), (told.Subject, told.Verb));
        // Each unit that has work in the ledger.
        Assert.Equal(await Ledger.ReadAsync(db => db.Assignments.Select(a => a.Unit).Distinct().CountAsync()), told.Units.Count);
        Assert.Contains("nanpu", told.Units);
        var shown = Assert.Single(await PromotedAsync(KeyPoints));
        Assert.Empty(await PromotedAsync("清市府办发-2025-9"));
        Assert.Equal("ledger.changed-meanwhile", TestLedger.CodeOf(await promote.PromoteAsync(marked.Seen, FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.promoted-before", TestLedger.CodeOf(await promote.PromoteAsync(shown.Seen, FollowUp, CancellationToken.None)));
        TestLedger.Done(await promote.TakeBackAsync(shown.Seen, "数字有误。", FollowUp, CancellationToken.None));
        Assert.Empty(await PromotedAsync(null));
    }

    private static MemoryStream Bytes(string words) => new(Encoding.UTF8.GetBytes(words));

    private Task<Result<Guid>> VisitAsync(TypedVisit visit, Actor by) => Ledger.Get<RecordVisit>().HandleAsync(visit, by, CancellationToken.None);

    private async Task<LineView> LineAsync(string unit) => (await Ledger.AskAsync<VisitDesk, LineView?>(d => d.LineAsync(unit, 2025, CancellationToken.None)))!;

    private async Task<Guid> ObligationAsync(int ordinal) => (await Ledger.RowAsync(KeyPoints, ordinal)).Obligation.Id;

    private async Task<PlanView> PlansAsync() => (await Ledger.AskAsync<PlanDesk, PlanView?>(d => d.PlansAsync(KeyPoints, CancellationToken.None)))!;

    private Task<IReadOnlyList<ExperienceRow>> PromotedAsync(string? programme) => Ledger.AskAsync<ExperienceDesk, IReadOnlyList<ExperienceRow>>(d => d.PromotedAsync(programme, CancellationToken.None));

    private Task<Result<Guid>> FileAsync(string unit, Actor by, string? link = null) => Ledger.Get<FilePlan>().HandleAsync(
        KeyPoints, new(unit, "推进方案", Today, link, link is null ? "plan.txt" : null, link is null ? Bytes("方案全文") : null), by, CancellationToken.None);
}
