using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;

namespace Gongbao.Ledger.Tests;

[Clause("LED-02")]
public class The_standing_of_a_share
{
    private static readonly CityDeclarations City = CityDeclarations.Load(CityFolder.Find()!, "qinghe").Required();
    private static readonly LedgerRules Rules = LedgerRules.Of(City)!;
    private static readonly DateOnly Signed = Day("2023-04-28");

    [Theory]
    [InlineData("2023-08-23", nameof(AssignmentState.OnTime))]
    [InlineData("2023-08-24", nameof(AssignmentState.DueSoon))] // seven days before
    [InlineData("2023-08-31", nameof(AssignmentState.DueSoon))] // the last day counts
    [InlineData("2023-09-01", nameof(AssignmentState.Overdue))]
    public void By_a_day_that_is_set(string on, string state)
    {
        var standing = Of("8月31日", on);
        Assert.Equal((state, Day("2023-08-31"), AssignmentStage.Open), (standing.State.ToString(), standing.OwedOn, standing.Stage));
        Assert.Null(standing.ReportBy);
    }

    [Theory]
    [InlineData("5月底", "2023-05-31")]
    [InlineData("2023年6月", "2023-06-30")]
    [InlineData("年底", "2023-12-31")]
    public void By_the_end_of_what_is_named(string limit, string due) => Assert.Equal(Day(due), Of(limit, "2023-05-01").OwedOn);

    [Theory]
    [InlineData("及时公开"), InlineData("长期坚持"), InlineData("持续推进"), InlineData("适时完成"), InlineData(null)]
    public void Without_a_day_is_never_overdue_but_reported_on(string? limit)
    {
        Assert.Equal((AssignmentState.OnTime, Day("2023-07-10")), Both(Of(limit, "2023-07-10"))); // second quarter and ten days
        Assert.Equal((AssignmentState.NoReport, Day("2023-07-10")), Both(Of(limit, "2023-07-11")));
        Assert.Equal((AssignmentState.OnTime, Day("2023-10-10")), Both(Of(limit, "2023-10-10", Report("2023-07-05")))); // still for the second quarter
        Assert.Equal((AssignmentState.NoReport, Day("2023-10-10")), Both(Of(limit, "2023-10-11", Report("2023-07-05"))));
        Assert.Equal((AssignmentState.OnTime, Day("2024-01-10")), Both(Of(limit, "2023-10-11", Report("2023-06-01"), Report("2023-08-01"))));
        Assert.All([Of(limit, "2033-01-01"), Of(limit, "2023-05-01")], s => Assert.Null(s.OwedOn));

        static (AssignmentState, DateOnly?) Both(Standing standing) => (standing.State, standing.ReportBy);
    }

    [Fact]
    public void Without_a_day_is_reported_on_from_the_turn_in_which_the_ledger_took_it() =>
        Assert.Equal((AssignmentState.OnTime, Day("2023-10-10")), (Of("长期坚持", "2023-07-12", Act(ActKind.Accepted, "2023-07-12")).State, Of("长期坚持", "2023-07-12", Act(ActKind.Accepted, "2023-07-12")).ReportBy));

    [Fact]
    public void In_each_period_owes_every_turn_in_order()
    {
        Assert.Equal((AssignmentState.OnTime, "2023H1"), Both(Of("每半年", "2023-05-01")));
        Assert.Equal((AssignmentState.Overdue, "2023H1"), Both(Of("每半年", "2023-07-01")));
        Assert.Equal((AssignmentState.OnTime, "2023H2"), Both(Of("每半年", "2023-07-01", Done("2023-06-20", "2023H1"))));
        // Two a year: the first leaves the turn open.
        Assert.Equal((AssignmentState.OnTime, "2023"), Both(Of("每年至少2次", "2023-07-01", Done("2023-06-20", "2023"))));
        Assert.Equal((AssignmentState.OnTime, "2024"), Both(Of("每年至少2次", "2023-07-01", Done("2023-05-20", "2023"), Done("2023-06-20", "2023"))));

        static (AssignmentState, string?) Both(Standing standing) => (standing.State, standing.Turn?.Key);
    }

    [Fact]
    public void After_an_event_has_a_day_once_the_event_has_happened()
    {
        Assert.Equal((AssignmentState.Waiting, null), (Of("收到通知后10个工作日内", "2023-06-01").State, Of("收到通知后10个工作日内", "2023-06-01").OwedOn));
        var happened = Act(ActKind.EventHappened, "2023-06-16") with { Day = Day("2023-06-16"), AssignmentId = null };
        // The Dragon Boat holiday of 22 and 23 June 2023 does not count; Sunday the 25th is a make-up workday.
        Assert.Equal(Day("2023-07-03"), Of("收到通知后10个工作日内", "2023-06-20", happened).OwedOn);
    }

    [Fact]
    public void Reported_done_waits_and_is_then_verified()
    {
        var report = Report("2023-08-30") with { IsDone = true };
        Assert.Equal((AssignmentStage.Submitted, AssignmentState.Submitted, false), Three(Of("8月31日", "2023-09-05", report)));
        Assert.Equal((AssignmentStage.Verified, AssignmentState.Verified, false), Three(Of("8月31日", "2023-09-05", report, Answer(ActKind.Verified, "2023-09-04", report))));
        // Sent back it is owed as before, and late if it was late.
        Assert.Equal((AssignmentStage.Open, AssignmentState.Overdue, false), Three(Of("8月31日", "2023-09-05", report, Answer(ActKind.SentBack, "2023-09-04", report))));
        var late = Report("2023-09-02") with { IsDone = true };
        Assert.Equal((AssignmentStage.Submitted, AssignmentState.Submitted, true), Three(Of("8月31日", "2023-09-05", late)));

        static (AssignmentStage, AssignmentState, bool) Three(Standing s) => (s.Stage, s.State, s.WasLate);
    }

    [Fact]
    public void On_an_earlier_day_knows_nothing_of_later_acts()
    {
        var report = Report("2023-08-30") with { IsDone = true };
        StoredAct[] acts = [report, Answer(ActKind.Verified, "2023-09-04", report)];
        Assert.Equal(AssignmentState.DueSoon, Of("8月31日", "2023-08-29", acts).State);
        Assert.Equal(AssignmentState.Submitted, Of("8月31日", "2023-09-03", acts).State);
        Assert.Equal(AssignmentState.Verified, Of("8月31日", "2023-09-04", acts).State);
    }

    [Fact]
    public void With_more_time_is_owed_by_the_new_day() =>
        Assert.Equal((AssignmentState.OnTime, Day("2023-10-31")), (Of("8月31日", "2023-09-05", Extended).State, Of("8月31日", "2023-09-05", Extended).OwedOn));

    [Fact, Clause("LED-05")]
    public void With_more_time_follows_whoever_sets_a_limit_afterwards()
    {
        StoredAct[] acts = [Extended, Act(ActKind.LimitOverridden, "2023-08-25") with { AssignmentId = null, Limit = "2023年9月15日", Text = "省里提前。", Source = "川办发〔2023〕12号" }];
        Standing On(string day) => Standing.Of(LimitHistory.Of("8月31日", Signed, acts, Day(day)), Signed, acts, Day(day), Rules, City.Calendar);
        Assert.Equal(Day("2023-10-31"), On("2023-08-24").OwedOn);
        Assert.Equal((Day("2023-09-15"), null), (On("2023-08-25").OwedOn, On("2023-08-25").MoreTime));
        // More time that is given on the new limit counts again.
        acts = [.. acts, Act(ActKind.ExtensionGranted, "2023-09-01") with { Day = Day("2023-11-30") }];
        Assert.Equal(Day("2023-11-30"), On("2023-09-01").OwedOn);
    }

    [Fact]
    public void In_each_period_with_more_time_has_it_for_the_turn_that_was_owed_alone()
    {
        var more = Act(ActKind.ExtensionGranted, "2023-06-20") with { Day = Day("2023-07-31") };
        Assert.Equal((AssignmentState.OnTime, "2023H1", Day("2023-07-31")), Three(Of("每半年", "2023-07-10", more)));
        Assert.Equal((AssignmentState.Overdue, "2023H1", Day("2023-07-31")), Three(Of("每半年", "2023-08-01", more)));
        Assert.Equal((AssignmentState.OnTime, "2023H2", Day("2023-12-31")), Three(Of("每半年", "2023-08-01", more, Done("2023-07-15", "2023H1"))));
        // Asked for in the second turn, when the first is done: the duty goes on.
        StoredAct[] second = [Done("2023-06-15", "2023H1"), Act(ActKind.ExtensionGranted, "2023-12-20") with { Day = Day("2024-01-15") }];
        Assert.Equal((AssignmentState.OnTime, "2023H2", Day("2024-01-15")), Three(Of("每半年", "2024-01-02", second)));

        static (AssignmentState, string?, DateOnly?) Three(Standing standing) => (standing.State, standing.Turn?.Key, standing.OwedOn);
    }

    [Fact]
    public void Says_how_its_day_follows_beyond_what_the_limit_says()
    {
        Assert.Null(DueWords.Of(Of("8月31日", "2023-08-01"), Rules.Grace));
        Assert.Equal("2023年8月20日同意延期到2023年10月31日。", DueWords.Of(Of("8月31日", "2023-09-05", Extended), Rules.Grace));
        Assert.Equal("2023年上半年这一期最迟2023年6月30日。", DueWords.Of(Of("每半年", "2023-06-01"), Rules.Grace));
        Assert.Equal("2023年6月20日同意2023年上半年这一期延期到2023年7月31日。", DueWords.Of(Of("每半年", "2023-07-10", Act(ActKind.ExtensionGranted, "2023-06-20") with { Day = Day("2023-07-31") }), Rules.Grace));
        Assert.Equal("2023年第二季度到2023年6月30日为止，期满后 10 天以内报告都算按时，即不晚于2023年7月10日。", DueWords.Of(Of("长期坚持", "2023-06-01"), Rules.Grace));
    }

    [Theory, Clause("LED-06")]
    [InlineData(100, 1, false)] // all
    [InlineData(50, 1, true)] // a share
    [InlineData(60, 1, false), InlineData(60, 2, true)] // weighted: the leading unit counts twice
    public void Adds_up_by_the_declared_rule(int doneAt, int lead, bool isDone)
    {
        var report = Report("2023-08-20") with { IsDone = true };
        var (verified, open) = (Of("8月31日", "2023-09-05", report, Answer(ActKind.Verified, "2023-09-01", report)), Of("8月31日", "2023-09-05"));
        var rules = Rules with { DoneAt = doneAt, Weights = new Dictionary<DutyRole, int> { [DutyRole.Lead] = lead, [DutyRole.Responsible] = 1, [DutyRole.Supporting] = 1 } };
        var all = RollUp.Of([(DutyRole.Lead, verified), (DutyRole.Responsible, open)], rules);
        Assert.Equal((lead * 100 / (lead + 1), isDone, AssignmentState.Overdue), (all.Percent!.Value, all.IsDone, all.State!.Value));
        // What is released is not counted; what every unit gave back is not done.
        var (released, returned) = (Of("8月31日", "2023-09-05", Act(ActKind.Released, "2023-06-01")), Of("8月31日", "2023-09-05", Act(ActKind.ReturnGranted, "2023-06-01")));
        Assert.True(RollUp.Of([(DutyRole.Lead, verified), (DutyRole.Responsible, released)], rules).IsDone);
        Assert.True(RollUp.Of([(DutyRole.Lead, released)], rules).IsDone);
        Assert.False(RollUp.Of([(DutyRole.Lead, returned)], rules).IsDone);
    }

    [Fact]
    public void Released_owes_nothing()
    {
        var standing = Of("8月31日", "2024-01-01", Act(ActKind.Released, "2023-06-01"));
        Assert.Equal((AssignmentStage.Released, null, null), (standing.Stage, standing.OwedOn, standing.ReportBy));
    }

    [Fact, Clause("LED-05")]
    public void The_limit_of_a_higher_authority_stands_above_all_others()
    {
        StoredAct[] acts =
        [
            Act(ActKind.LimitOverridden, "2023-06-01") with { Limit = "2023年7月15日", Text = "省政府办公厅另有要求。", Source = "川办发〔2023〕12号" },
            Act(ActKind.LimitDecided, "2023-06-02") with { Limit = "2023年12月31日", Text = "本办认定。" },
        ];
        var limits = LimitHistory.All("8月31日", Signed, acts, Day("2023-06-03"));
        Assert.Equal(["2023年7月15日", "2023年12月31日", "8月31日"], limits.Select(l => l.Words));
        Assert.Contains("川办发〔2023〕12号", limits[0].Explain(null, Signed, City.Calendar, "每季度"), StringComparison.Ordinal);
        Assert.Equal("8月31日", LimitHistory.Of("8月31日", Signed, acts, Day("2023-05-31")).Words);
    }

    [Theory]
    [InlineData("8月31日", "文件写明“8月31日”，文件于2023年4月28日成文，按2023年计，最迟2023年8月31日（含当日）。")]
    [InlineData("2023年6月", "文件写明“2023年6月”，最迟2023年6月30日（含当日）。")]
    [InlineData("长期坚持", "文件写明“长期坚持”，没有到期日，每季度报告一次进展。")]
    [InlineData(null, "文件没有标明时限，待明确；在此之前每季度报告一次进展。")]
    public void Every_day_explains_itself(string? limit, string says) => Assert.Equal(says, CountedLimit.Printed(limit, Signed).Explain(null, Signed, City.Calendar, "每季度"));

    private static StoredAct Extended => Act(ActKind.ExtensionGranted, "2023-08-20") with { Day = Day("2023-10-31") };

    private static Standing Of(string? limit, string on, params StoredAct[] acts) => Standing.Of(CountedLimit.Printed(limit, Signed), Signed, acts, Day(on), Rules, City.Calendar);

    private static StoredAct Report(string on) => Act(ActKind.Reported, on);

    private static StoredAct Done(string on, string turn) => Act(ActKind.Reported, on) with { IsDone = true, Turn = turn };

    private static StoredAct Answer(ActKind kind, string on, StoredAct asked) => Act(kind, on) with { Answers = asked.Id };

    private static StoredAct Act(ActKind kind, string on) => new()
    {
        Id = Guid.CreateVersion7(), ObligationId = Guid.Empty, AssignmentId = Guid.Empty, Number = 1, Kind = kind, On = Day(on), At = Day(on).StartsAt(), By = "account:1",
    };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
