using Gongbao.Contracts.Gazette;
using Gongbao.Contracts.Ledger;
using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class An_accepted_programme_in_SQLite() : An_accepted_programme(StoreProvider.Sqlite);

public sealed class An_accepted_programme_in_PostgreSQL() : An_accepted_programme(StoreProvider.Postgres);

public abstract class An_accepted_programme(StoreProvider provider) : LedgerTests(provider)
{
    private static readonly DateOnly Today = new(2025, 5, 6);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(Today);
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
    }

    [Fact, Clause("LED-01")]
    public async Task Has_every_obligation_of_the_document_with_its_clause_and_its_units()
    {
        Assert.Equal(32, TestLedger.Done(await AcceptAsync()));
        var view = await Ledger.ProgrammeAsync(KeyPoints);
        Assert.Equal(32, view.Rows.Count);
        Assert.All(view.Rows, r => Assert.NotNull(r.Obligation.Place));
        // 市水务局、市住房城乡建设局，临江区、南浦区人民政府
        Assert.Equal(["清河市水务局", "清河市住房和城乡建设局", "清河市临江区人民政府", "清河市南浦区人民政府"], view.Rows[0].Shares.Select(s => s.UnitName));
        Assert.Equal(new DateOnly(2025, 5, 31), view.Rows[0].Shares[0].Standing.OwedOn);
        // Each member of a group has a share of its own.
        Assert.Equal(8, view.Rows[1].Shares.Count(s => s.Share.ByGroup || s.UnitName.Contains("管理委员会", StringComparison.Ordinal)));
        Assert.Contains(await Ledger.JournalAsync(), l => l.StartsWith("ledger.manage obligation:", StringComparison.Ordinal) && l.Contains(" 清市府办发〔2025〕6号#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Takes_some_first_and_the_rest_later_but_none_twice()
    {
        var proposed = (await Ledger.AskAsync<IProposedObligations, ProposedWork?>(p => p.OfAsync(KeyPoints, CancellationToken.None)))!.Obligations;
        Assert.Equal(2, TestLedger.Done(await AcceptAsync(proposed[0].Key, proposed[4].Key)));
        Assert.Equal("ledger.already-accepted", TestLedger.CodeOf(await AcceptAsync(proposed[4].Key, proposed[5].Key)));
        Assert.Equal("ledger.no-such-proposal", TestLedger.CodeOf(await AcceptAsync("0000000000000000")));
        Assert.Equal("ledger.nothing", TestLedger.CodeOf(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, [], FollowUp, CancellationToken.None)));
        Assert.Equal(30, TestLedger.Done(await AcceptAsync()));
        Assert.Equal("ledger.nothing", TestLedger.CodeOf(await AcceptAsync()));
        Assert.Equal(Enumerable.Range(1, 32), (await Ledger.ProgrammeAsync(KeyPoints)).Rows.Select(r => r.Obligation.Ordinal));
        Assert.Equal("ledger.no-such-document", TestLedger.CodeOf(await Ledger.Get<AcceptProposals>().HandleAsync("无此文件", null, FollowUp, CancellationToken.None)));
    }

    [Fact, Clause("GAZ-08")]
    public async Task Rests_on_a_document_that_may_be_cited_as_a_basis_on_the_day()
    {
        Move(new DateOnly(2025, 3, 1)); // the document was signed on the 18th
        var refusal = Assert.Single((await AcceptAsync()).Refusals);
        Assert.Equal("basis.not-made-yet", refusal.Code);
        Move(new DateOnly(2025, 3, 18));
        Assert.Equal(32, TestLedger.Done(await AcceptAsync()));
    }

    [Fact, Clause("LED-12")]
    public async Task Keeps_those_who_lead_apart_from_the_responsible()
    {
        const string reform = "清市府办发-2025-9";
        Assert.Equal(6, TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(reform, null, FollowUp, CancellationToken.None)));
        var first = (await Ledger.ProgrammeAsync(reform)).Rows[0];
        Assert.Equal((DutyRole.Lead, "清河市民政局"), (first.Shares[0].Share.Role, first.Shares[0].UnitName));
        Assert.Equal(9, first.Shares.Count(s => s.Share.Role is DutyRole.Responsible));
        Assert.Equal(new DateOnly(2025, 10, 31), first.Shares[1].Standing.OwedOn);
        Assert.Contains("（牵头）", first.Obligation.Units, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_what_the_document_leaves_open_until_somebody_decides()
    {
        TestLedger.Done(await AcceptAsync());
        var row = await Ledger.RowAsync(KeyPoints, 2); // 市水务局、市教育局、市卫生健康委等部门（单位）…
        var others = Assert.Single(row.Questions);
        Assert.Equal(QuestionKind.Others, others.Kind);
        var answer = Ledger.Get<AnswerQuestion>();
        Assert.Equal("ledger.no-such-unit", TestLedger.CodeOf(await answer.HandleAsync(row.Seen, others.Id, ["清河市没有的局"], DutyRole.Responsible, "按职责。", FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.unit-twice", TestLedger.CodeOf(await answer.HandleAsync(row.Seen, others.Id, ["清河市水务局"], DutyRole.Responsible, "按职责。", FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await answer.HandleAsync(row.Seen, others.Id, ["清河市财政局"], DutyRole.Responsible, " ", FollowUp, CancellationToken.None)));
        TestLedger.Done(await answer.HandleAsync(row.Seen, others.Id, ["清河市财政局"], DutyRole.Supporting, "经费保障由其负责。", FollowUp, CancellationToken.None));

        var after = await Ledger.RowAsync(KeyPoints, 2);
        Assert.Empty(after.Questions);
        Assert.Equal(("清河市财政局", DutyRole.Supporting), (after.Shares[^1].UnitName, after.Shares[^1].Share.Role));
        Assert.Equal("ledger.changed-meanwhile", TestLedger.CodeOf(await answer.HandleAsync(row.Seen, others.Id, [], DutyRole.Responsible, "再来一次。", FollowUp, CancellationToken.None)));
        // The day before, the unit had no share.
        Assert.DoesNotContain((await Ledger.ProgrammeAsync(KeyPoints, Today.AddDays(-1))).Rows, r => r.Shares.Any(s => s.UnitName == "清河市财政局" && s.Share.Role is DutyRole.Supporting));
    }

    [Fact, Clause("LED-02")]
    public async Task Is_reported_on_by_the_unit_that_owes_and_verified_by_another()
    {
        TestLedger.Done(await AcceptAsync());
        var row = await Ledger.RowAsync(KeyPoints, 4); // 市住房城乡建设局、市财政局, 12月31日
        var (housing, finance) = (row.Shares[0].Share, row.Shares[1].Share);
        var liaison = Liaison("housing");
        Assert.Equal("ledger.not-your-unit", TestLedger.CodeOf(await ReportAsync(row.Seen, finance.Id, "管网改造 5 公里。", false, liaison)));
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await ReportAsync(row.Seen, housing.Id, "　", false, liaison)));
        Assert.Equal("ledger.bad-link", TestLedger.CodeOf(await Ledger.Get<ReportProgress>().HandleAsync(row.Seen, new(housing.Id, "完成。", true, "javascript:alert(1)"), liaison, CancellationToken.None)));
        TestLedger.Done(await ReportAsync(row.Seen, housing.Id, "管网改造 5 公里。", false, liaison));
        Assert.Equal("ledger.changed-meanwhile", TestLedger.CodeOf(await ReportAsync(row.Seen, housing.Id, "又 3 公里。", false, liaison)));

        Move(Today.AddDays(20));
        row = await Ledger.RowAsync(KeyPoints, 4);
        TestLedger.Done(await ReportAsync(row.Seen, housing.Id, "21 公里全部完工。", true, liaison));
        row = await Ledger.RowAsync(KeyPoints, 4);
        Assert.Equal((AssignmentState.Submitted, Today.AddDays(20)), (row.Shares[0].Standing.State, row.Shares[0].Standing.DoneOn));
        Assert.Equal("ledger.waits", TestLedger.CodeOf(await ReportAsync(row.Seen, housing.Id, "再报。", true, liaison)));
        Assert.Equal("ledger.nothing-to-verify", TestLedger.CodeOf(await JudgeAsync(row.Seen, finance.Id, true, null, FollowUp)));
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await JudgeAsync(row.Seen, housing.Id, false, null, FollowUp)));
        TestLedger.Done(await JudgeAsync(row.Seen, housing.Id, false, "缺竣工验收材料。", FollowUp));
        row = await Ledger.RowAsync(KeyPoints, 4);
        Assert.Equal(AssignmentState.OnTime, row.Shares[0].Standing.State);

        TestLedger.Done(await ReportAsync(row.Seen, housing.Id, "已补竣工验收备案。", true, liaison));
        row = await Ledger.RowAsync(KeyPoints, 4);
        TestLedger.Done(await JudgeAsync(row.Seen, housing.Id, true, null, FollowUp));
        row = await Ledger.RowAsync(KeyPoints, 4);
        Assert.Equal((AssignmentState.Verified, 50, false), (row.Shares[0].Standing.State, row.RollUp.Percent, row.RollUp.IsDone));
        Assert.Equal("ledger.settled", TestLedger.CodeOf(await ReportAsync(row.Seen, housing.Id, "还有。", false, liaison)));
        Assert.Equal((AssignmentStage.Verified, null), await Ledger.ReadAsync(db => db.Assignments.Where(a => a.Id == housing.Id).Select(a => new ValueTuple<AssignmentStage, DateOnly?>(a.Stage, a.OwedOn)).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_verifies_what_he_reported_himself()
    {
        TestLedger.Done(await AcceptAsync());
        var row = await Ledger.RowAsync(KeyPoints, 4);
        var both = Person("follow-up", AccessScope.City, LedgerRules.ReportVerb, LedgerRules.VerifyVerb);
        TestLedger.Done(await ReportAsync(row.Seen, row.Shares[0].Share.Id, "完成。", true, both));
        row = await Ledger.RowAsync(KeyPoints, 4);
        Assert.Equal("ledger.own-report", TestLedger.CodeOf(await JudgeAsync(row.Seen, row.Shares[0].Share.Id, true, null, both)));
    }

    [Fact]
    public async Task Gives_more_time_only_for_a_reason_and_after_an_answer()
    {
        TestLedger.Done(await AcceptAsync());
        var row = await Ledger.RowAsync(KeyPoints, 4);
        var (share, liaison, requests) = (row.Shares[0].Share.Id, Liaison("housing"), Ledger.Get<AskAndAnswer>());
        Task<Result<Guid>> Ask(ObligationRow seen, ActKind kind, DateOnly? day, string? why) => requests.AskAsync(seen.Seen, share, kind, day, why, liaison, CancellationToken.None);
        Assert.Equal("ledger.bad-day", TestLedger.CodeOf(await Ask(row, ActKind.ExtensionAsked, new(2025, 12, 31), "汛期施工受阻。")));
        TestLedger.Done(await Ask(row, ActKind.ExtensionAsked, new(2026, 3, 31), "汛期施工受阻。"));
        row = await Ledger.RowAsync(KeyPoints, 4);
        Assert.Equal(new DateOnly(2025, 12, 31), row.Shares[0].Standing.OwedOn);
        Assert.Equal("ledger.asked-before", TestLedger.CodeOf(await Ask(row, ActKind.ExtensionAsked, new(2026, 4, 30), "再要一个月。")));
        var asked = await Ledger.ReadAsync(db => db.Acts.Where(a => a.Kind == ActKind.ExtensionAsked).Select(a => a.Id).SingleAsync());
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await requests.AnswerAsync(row.Seen, asked, false, null, FollowUp, CancellationToken.None)));
        TestLedger.Done(await requests.AnswerAsync(row.Seen, asked, true, null, FollowUp, CancellationToken.None));
        row = await Ledger.RowAsync(KeyPoints, 4);
        Assert.Equal([new(2026, 3, 31), new DateOnly(2025, 12, 31)], row.Shares.Select(s => s.Standing.OwedOn!.Value));
        // Its own once returned, the other unit's share stays.
        TestLedger.Done(await Ask(row, ActKind.ReturnAsked, null, "职责已划转。"));
        row = await Ledger.RowAsync(KeyPoints, 4);
        var returned = await Ledger.ReadAsync(db => db.Acts.Where(a => a.Kind == ActKind.ReturnAsked).Select(a => a.Id).SingleAsync());
        TestLedger.Done(await requests.AnswerAsync(row.Seen, returned, true, null, FollowUp, CancellationToken.None));
        Assert.Equal([AssignmentStage.Returned, AssignmentStage.Open], (await Ledger.RowAsync(KeyPoints, 4)).Shares.Select(s => s.Standing.Stage));
    }

    [Fact, Clause("LED-02")]
    public async Task Is_given_to_another_unit_where_the_one_that_had_it_gave_it_back()
    {
        TestLedger.Done(await AcceptAsync());
        // The water office alone.
        var row = await Ledger.RowAsync(KeyPoints, 16);
        var water = Assert.Single(row.Shares).Share;
        TestLedger.Done(await Ledger.Get<AskAndAnswer>().AskAsync(row.Seen, water.Id, ActKind.ReturnAsked, null, "职责已划转到农业部门。", Liaison("water"), CancellationToken.None));
        var asked = await Ledger.ReadAsync(db => db.Acts.Where(a => a.Kind == ActKind.ReturnAsked).Select(a => a.Id).SingleAsync());
        Move(Today.AddDays(5));
        TestLedger.Done(await Ledger.Get<AskAndAnswer>().AnswerAsync((await Ledger.RowAsync(KeyPoints, 16)).Seen, asked, true, null, FollowUp, CancellationToken.None));

        row = await Ledger.RowAsync(KeyPoints, 16);
        Assert.Equal((AssignmentStage.Returned, false, null), (row.Shares[0].Standing.Stage, row.RollUp.IsDone, row.RollUp.Percent));
        // What was written stays inside; that it has to be decided is seen by everybody.
        var question = Assert.Single(row.Questions);
        Assert.Equal("清河市水务局退回了这项任务，已经同意；请确定改由哪家单位承担，或者确认不再增列单位。", question.Why);
        Assert.Contains(await Ledger.AskAsync<WorkLists, IReadOnlyList<(StoredQuestion Question, StoredObligation)>>(d => d.QuestionsAsync(100, CancellationToken.None)), q => q.Question.Id == question.Id);
        Move(Today.AddDays(8));
        TestLedger.Done(await Ledger.Get<AnswerQuestion>().HandleAsync(row.Seen, question.Id, ["清河市农业农村局"], DutyRole.Responsible, "按职责分工。", FollowUp, CancellationToken.None));
        // A past day has the questions that were open then: the day before it was not asked, and the day on which it was answered is that day.
        Move(Today.AddDays(9));
        Assert.Equal([0, 1, 1, 0], await OpenOnAsync(4, 5, 7, 8));
        row = await Ledger.RowAsync(KeyPoints, 16);
        Assert.Equal([AssignmentStage.Returned, AssignmentStage.Open], row.Shares.Select(s => s.Standing.Stage));
        Assert.Equal(("agriculture", new DateOnly(2025, 7, 31)), (row.Shares[1].Share.Unit, row.Shares[1].Standing.OwedOn!.Value));
        Assert.Empty(row.Questions);

        async Task<List<int>> OpenOnAsync(params int[] days)
        {
            var open = new List<int>();
            foreach (var day in days) open.Add((await Ledger.ProgrammeAsync(KeyPoints, Today.AddDays(day))).Rows.Single(r => r.Obligation.Ordinal == 16).Questions.Count);
            return open;
        }
    }

    [Fact, Clause("LED-07")]
    public async Task Has_the_follow_up_told_of_what_is_asked_and_the_unit_of_the_answer()
    {
        TestLedger.Done(await AcceptAsync());
        var row = await Ledger.RowAsync(KeyPoints, 4);
        var (share, told) = (row.Shares[0].Share.Id, Ledger.Get<ToldNotices>().Facts);
        TestLedger.Done(await Ledger.Get<AskAndAnswer>().AskAsync(row.Seen, share, ActKind.ExtensionAsked, new(2026, 3, 31), "汛期施工受阻。", Liaison("housing"), CancellationToken.None));
        var asked = await Ledger.ReadAsync(db => db.Acts.Where(a => a.Kind == ActKind.ExtensionAsked).Select(a => a.Id).SingleAsync());
        var watch = Assert.Single(told.OfType<WatchBegun>(), w => w.Cause == $"request:{asked:N}");
        Assert.Equal(("request-answer", new DateOnly(2025, 5, 20)), (watch.Ladder, watch.DueOn!.Value)); // ten working days from the 6th
        Assert.StartsWith("清河市住房和城乡建设局申请延期：清市府办发〔2025〕6号第4项：", watch.Subject, StringComparison.Ordinal);
        Assert.Equal((LedgerRules.ManageVerb, 0), Assert.Single(told.OfType<Tell>().Where(t => t.Cause == watch.Cause).Select(t => (t.Verb, t.Units.Count))));

        TestLedger.Done(await Ledger.Get<AskAndAnswer>().AnswerAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, asked, false, "汛期前能完成。", FollowUp, CancellationToken.None));
        Assert.Equal(watch.Cause, Assert.Single(told.OfType<WatchEnded>(), w => w.Cause == watch.Cause).Cause);
        var answer = told.OfType<Tell>().Last();
        Assert.Equal(("housing", LedgerRules.ReportVerb), (Assert.Single(answer.Units), answer.Verb));
        Assert.StartsWith("不同意延期：", answer.Subject, StringComparison.Ordinal);
        // What was written is read on the page, by those who may.
        Assert.All(told.OfType<Tell>(), t => Assert.Null(t.Text));

        TestLedger.Done(await ReportAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, share, "完成。", true, Liaison("housing")));
        TestLedger.Done(await JudgeAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, share, false, "缺材料。", FollowUp));
        Assert.StartsWith("退回重办：", told.OfType<Tell>().Last().Subject, StringComparison.Ordinal);
    }

    [Fact, Clause("LED-09")]
    public async Task Answers_a_difficulty_within_the_declared_days()
    {
        TestLedger.Done(await AcceptAsync());
        var row = await Ledger.RowAsync(KeyPoints, 4);
        TestLedger.Done(await Ledger.Get<AskAndAnswer>().AskAsync(row.Seen, row.Shares[0].Share.Id, ActKind.Raised, null, "管网图纸缺失，请住建档案馆提供。", Liaison("housing"), CancellationToken.None));
        var request = Assert.Single(await Ledger.AskAsync<WorkLists, IReadOnlyList<RequestLine>>(d => d.RequestsAsync(10, CancellationToken.None)));
        Assert.Equal((ActKind.Raised, "清河市住房和城乡建设局", new DateOnly(2025, 5, 20)), (request.Kind, request.UnitName, request.AnswerBy)); // ten working days from the 6th
        var asked = await Ledger.ReadAsync(db => db.Acts.Where(a => a.Kind == ActKind.Raised).Select(a => a.Id).SingleAsync());
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await Ledger.Get<AskAndAnswer>().AnswerAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, asked, true, "", FollowUp, CancellationToken.None)));
        TestLedger.Done(await Ledger.Get<AskAndAnswer>().AnswerAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, asked, true, "已协调档案馆，本周内提供。", FollowUp, CancellationToken.None));
        Assert.Empty(await Ledger.AskAsync<WorkLists, IReadOnlyList<RequestLine>>(d => d.RequestsAsync(10, CancellationToken.None)));
    }

    [Fact, Clause("LED-05")]
    public async Task Keeps_both_limits_where_a_higher_authority_sets_another()
    {
        TestLedger.Done(await AcceptAsync());
        var row = await Ledger.RowAsync(KeyPoints, 4);
        var limits = Ledger.Get<SetLimit>();
        Assert.Equal("ledger.bad-limit", TestLedger.CodeOf(await limits.HandleAsync(row.Seen, "尽量", true, "有要求。", "江府办发〔2025〕3号", FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.no-source", TestLedger.CodeOf(await limits.HandleAsync(row.Seen, "2025年9月30日前", true, "有要求。", " ", FollowUp, CancellationToken.None)));
        TestLedger.Done(await limits.HandleAsync(row.Seen, "2025年9月30日前", true, "省里另有要求。", "江府办发〔2025〕3号", FollowUp, CancellationToken.None));
        row = await Ledger.RowAsync(KeyPoints, 4);
        Assert.All(row.Shares, s => Assert.Equal(new DateOnly(2025, 9, 30), s.Standing.OwedOn));
        var page = await PageAsync(row.Obligation.Id);
        Assert.Equal(["2025年9月30日前", "12月31日"], page.Limits.Select(l => l.Words));
        Assert.Contains("江府办发〔2025〕3号", page.Explained, StringComparison.Ordinal);
        Assert.Equal([new DateOnly(2025, 9, 30), new(2025, 9, 30)], await Ledger.ReadAsync(db => db.Assignments.Where(a => a.ObligationId == row.Obligation.Id).Select(a => a.OwedOn!.Value).ToListAsync()));
    }

    [Fact, Clause("LED-06"), Clause("LED-13")]
    public async Task Is_broken_down_by_each_unit_into_measures_with_owner_and_date()
    {
        TestLedger.Done(await AcceptAsync());
        var row = await Ledger.RowAsync(KeyPoints, 4);
        var (share, liaison, write) = (row.Shares[0].Share.Id, Liaison("housing"), Ledger.Get<WriteMeasure>());
        Task<Result<Guid>> Write(string? text, string? owner, DateOnly? day) => write.HandleAsync(row.Seen, new(share, text, owner, day), liaison, CancellationToken.None);
        Assert.Equal("ledger.no-owner", TestLedger.CodeOf(await Write("逐条管道排查。", "", new(2025, 9, 30))));
        Assert.Equal("ledger.bad-day", TestLedger.CodeOf(await Write("逐条管道排查。", "排水科科长", null)));
        Assert.Equal("ledger.bad-day", TestLedger.CodeOf(await Write("逐条管道排查。", "排水科科长", new(2026, 1, 1)))); // after 12月31日
        int Without(ProgrammeView view) => view.Units.Single(u => u.Unit == "housing").Unmeasured;
        var before = Without(await Ledger.ProgrammeAsync(KeyPoints));
        TestLedger.Done(await Write("逐条管道排查。", "排水科科长", new(2025, 9, 30)));
        Assert.Equal(before - 1, Without(await Ledger.ProgrammeAsync(KeyPoints)));
        var measure = await Ledger.ReadAsync(db => db.Acts.SingleAsync(a => a.Kind == ActKind.MeasureWritten));
        Assert.Equal(("逐条管道排查。", "排水科科长", new DateOnly(2025, 9, 30)), (measure.Text, measure.Owner, measure.Day));
        // A measure is a plan: the share stands as before.
        Assert.Equal(AssignmentState.OnTime, (await Ledger.RowAsync(KeyPoints, 4)).Shares[0].Standing.State);
    }

    [Fact]
    public async Task Shows_a_report_to_everybody_only_when_it_was_made_public()
    {
        TestLedger.Done(await AcceptAsync());
        var row = await Ledger.RowAsync(KeyPoints, 4);
        TestLedger.Done(await ReportAsync(row.Seen, row.Shares[0].Share.Id, "管网改造 5 公里。", false, Liaison("housing")));
        Assert.Empty((await PageAsync(row.Obligation.Id)).PublicReports);
        var report = await Ledger.ReadAsync(db => db.Acts.Where(a => a.Kind == ActKind.Reported).Select(a => a.Id).SingleAsync());
        var judge = Ledger.Get<JudgeReport>();
        TestLedger.Done(await judge.PublishAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, report, FollowUp, CancellationToken.None));
        Assert.Equal("管网改造 5 公里。", Assert.Single((await PageAsync(row.Obligation.Id)).PublicReports).Text);
        Assert.Equal(new ReportMadePublic(KeyPoints, row.Obligation.Place, row.Obligation.Task, $"/ledger/obligations/{row.Obligation.Id}", row.Shares[0].Share.Unit), Assert.Single(Ledger.Get<ToldNotices>().Facts.OfType<ReportMadePublic>()));
        Assert.Contains(Ledger.Get<ToldNotices>().Published, d => d.Slug == KeyPoints && d.Issuers.Count > 0);
        Assert.Equal("ledger.public-before", TestLedger.CodeOf(await judge.PublishAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, report, FollowUp, CancellationToken.None)));
    }

    [Fact, Clause("LED-01")]
    public async Task Is_told_at_once_to_each_unit_that_was_given_something()
    {
        var told = Ledger.Get<ToldNotices>().Facts;
        TestLedger.Done(await AcceptAsync());
        var units = (await Ledger.ProgrammeAsync(KeyPoints)).Units;
        Assert.Equal(units.Select(u => u.Unit).Order(StringComparer.Ordinal), told.OfType<Tell>().SelectMany(t => t.Units).Order(StringComparer.Ordinal));
        var housing = Assert.Single(told.OfType<Tell>(), t => t.Units is ["housing"]);
        Assert.Equal(($"清市府办发〔2025〕6号：本单位新承担 {units.Single(u => u.Unit == "housing").Total} 项任务", $"/ledger/{KeyPoints}?unit=housing", LedgerRules.ReportVerb), (housing.Subject, housing.Address, housing.Verb));

        // Who is given a share later is told as well.
        told.Clear();
        var row = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.First(r => r.Questions.Any(q => q.Kind is QuestionKind.Others));
        TestLedger.Done(await Ledger.Get<AnswerQuestion>().HandleAsync(row.Seen, row.Questions.First(q => q.Kind is QuestionKind.Others).Id, ["清河市审计局"], DutyRole.Supporting, "按职责分工。", FollowUp, CancellationToken.None));
        Assert.StartsWith("本单位新承担任务：清市府办发〔2025〕6号第", Assert.Single(told.OfType<Tell>()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_units_whose_public_progress_anybody_follows()
    {
        Task<FollowedThing?> FindAsync(string target) => Ledger.AskAsync<IEnumerable<IFollowed>, FollowedThing?>(async all =>
        {
            foreach (var room in all)
                if (await room.FindAsync(target, CancellationToken.None) is { } thing) return thing;
            return null;
        });
        Assert.Null(await FindAsync("unit:water"));
        TestLedger.Done(await AcceptAsync());
        Assert.Equal(new FollowedThing("unit:water", "清河市水务局公开的进展", "/ledger/units/water"), await FindAsync("unit:water"));
        Assert.Null(await FindAsync("unit:none"));
        Assert.Null(await FindAsync("water"));
    }

    [Fact, Clause("LED-07")]
    public async Task Has_the_notices_follow_the_day_of_every_share()
    {
        TestLedger.Done(await AcceptAsync());
        var told = Ledger.Get<ToldNotices>().Facts;
        var shares = await Ledger.ReadAsync(db => db.Assignments.CountAsync());
        Assert.Equal(shares, told.OfType<WatchBegun>().Select(w => w.Cause).Distinct().Count());
        var row = await Ledger.RowAsync(KeyPoints, 4);
        var share = row.Shares[0].Share;
        WatchBegun Last() => told.OfType<WatchBegun>().Last(w => w.Cause == $"share:{share.Id:N}");
        Assert.Equal(("obligation-due", new DateOnly(2025, 12, 31), "housing"), (Last().Ladder, Last().DueOn!.Value, Assert.Single(Last().Units)));
        var standing = (await Ledger.RowAsync(KeyPoints, 3)).Shares[0].Share;
        Assert.Equal("report-due", told.OfType<WatchBegun>().First(w => w.Cause == $"share:{standing.Id:N}").Ladder);

        TestLedger.Done(await Ledger.Get<SetLimit>().HandleAsync(row.Seen, "2025年9月30日前", true, "省里另有要求。", "江府办发〔2025〕3号", FollowUp, CancellationToken.None));
        Assert.Equal(new DateOnly(2025, 9, 30), Last().DueOn);
        TestLedger.Done(await ReportAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, share.Id, "完成。", true, Liaison("housing")));
        Assert.Equal($"share:{share.Id:N}", told.OfType<WatchEnded>().Last().Cause);
        // Sent back, it is owed and reminded of again.
        TestLedger.Done(await JudgeAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, share.Id, false, "缺材料。", FollowUp));
        Assert.IsType<WatchBegun>(told.Last(f => f is not Tell));
    }

    [Fact]
    public async Task Lists_of_late_shares_are_those_of_the_acts()
    {
        TestLedger.Done(await AcceptAsync());
        Move(new DateOnly(2025, 8, 1));
        var view = await Ledger.ProgrammeAsync(KeyPoints);
        var late = view.Rows.SelectMany(r => r.Shares).Where(s => s.Standing.State is AssignmentState.Overdue or AssignmentState.NoReport).Select(s => s.Share.Id).Order().ToList();
        Assert.NotEmpty(late);
        var listed = new List<Guid>();
        ListStart<WorkPlace> start = 1;
        while (true)
        {
            var lines = await Ledger.AskAsync<WorkLists, ListSlice<WorkLine, WorkPlace>>(d => d.LateAsync(start, CancellationToken.None));
            Assert.Equal(late.Count, lines.Total);
            listed.AddRange(lines.Rows.Select(l => l.Share));
            if (lines.Behind is null) break;
            start = new(1, lines.Behind);
        }
        Assert.Equal(late, listed.Order());
    }

    private async Task<ObligationPageView> PageAsync(Guid obligation) =>
        (await Ledger.AskAsync<LedgerDesk, ObligationPageView?>(d => d.ObligationAsync(obligation, n => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()), CancellationToken.None)))!;

    private Task<Result<int>> AcceptAsync(params IReadOnlyList<string> keys) => Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, keys.Count == 0 ? null : keys, FollowUp, CancellationToken.None);

    private Task<Result<Guid>> ReportAsync(Seen seen, Guid share, string text, bool isDone, Actor by) =>
        Ledger.Get<ReportProgress>().HandleAsync(seen, new(share, text, isDone, null), by, CancellationToken.None);

    private Task<Result<Guid>> JudgeAsync(Seen seen, Guid share, bool isTrue, string? reason, Actor by) =>
        Ledger.Get<JudgeReport>().HandleAsync(seen, share, isTrue, reason, by, CancellationToken.None);
}
