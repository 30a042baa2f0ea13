using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests;

/// <summary>What seldom happens to a case, and has to come out right all the same.</summary>
public sealed class A_case_out_of_the_ordinary
{
    private const string Item = TestCases.Registration;
    private static readonly WorkCalendar Plain = new([], [2025]);
    private static readonly DateTimeOffset Monday = Beijing.At(new(2025, 3, 3), new(9, 0));
    private static readonly Dictionary<string, string> NoReason = [];
    private static readonly Dictionary<string, string> WithReason = new() { [Item] = "第一次告知时无法得知。" };

    [Fact]
    public void Lets_nobody_check_their_own_work_after_a_stage_was_sent_back()
    {
        var running = Handled(One(i => i with { Stages = [new("examine", "审查", "v"), new("review", "复核", "v", ByAnother: true), new("decide", "决定", "v")] }));
        Done(running, Monday, "a", p => p.Pass(Item, "examine"));
        Done(running, Monday, "b", p => p.Pass(Item, "review"));
        Done(running, Monday, "c", p => p.SendBack(Item, "review"));
        // Who examined is still a, whoever did what was sent back.
        Assert.Equal("case.same-person", running.Do(Monday, "a", p => p.Pass(Item, "review")));
        Done(running, Monday, "b", p => p.Pass(Item, "review"));
    }

    [Fact]
    public void Keeps_a_clock_still_that_begins_anew_while_a_third_party_is_asked()
    {
        var running = Handled(One(i => i with { Clocks = [Clock(ClockTrigger.Accepted, ClockTrigger.Ended, NoticeEffect.Restarts)], Inquiries = [Asks()] }));
        Done(running, Monday, "a", p => p.Inquire(Item, "third-party"));
        Tell(running, Monday.AddDays(1), "identity");
        Done(running, Monday.AddDays(2), "a", p => p.Supply(Item, "identity"));
        Assert.True(ClockOf(running).IsPaused);
        Done(running, Monday.AddDays(4), "a", p => p.Answer(Item, "third-party", "agrees"));
        Assert.False(ClockOf(running).IsPaused);
        // Wednesday 5 March it began anew, until Friday 7 March it stood still: ten working days since then.
        Assert.Equal(new DateOnly(2025, 3, 21), ClockOf(running).DueBy(Plain).On);
    }

    [Fact]
    public void Says_again_that_time_ran_out_of_a_clock_that_began_anew()
    {
        var running = Handled(One(i => i with { Clocks = [Clock(ClockTrigger.Accepted, ClockTrigger.Ended, NoticeEffect.Restarts)] }));
        Done(running, Monday.AddDays(30), "system", p => p.Expire(Plain));
        Tell(running, Monday.AddDays(31), "identity");
        Done(running, Monday.AddDays(32), "a", p => p.Supply(Item, "identity"));
        Done(running, Monday.AddDays(60), "system", p => p.Expire(Plain));
        Assert.Equal(2, running.Events.Count(e => e.Kind == CaseEventKind.Expired));
    }

    [Fact, Law("行政许可法", "第三十二条")]
    public void Begins_the_days_for_acceptance_anew_each_time_something_was_supplied()
    {
        // The declaration may say so with one clock that begins anew, or with one of its own that starts with what was supplied.
        foreach (var clock in new[] { Clock(ClockTrigger.Opened, ClockTrigger.Accepted, NoticeEffect.Restarts), Clock(ClockTrigger.Supplied, ClockTrigger.AcceptedOrNotified, NoticeEffect.None) })
        {
            var running = Received(One(i => i with { Clocks = [clock with { Term = Term.WorkingDays(5), Expiry = ExpiryEffect.Accepts }] }));
            for (var week = 0; week < 2; week++)
            {
                Tell(running, Monday.AddDays(7 * week), week == 0 ? "identity" : "photo");
                Done(running, Monday.AddDays(7 * week + 1), "system", p => p.Expire(Plain));
                Done(running, Monday.AddDays(7 * week + 1), "a", p => p.Supply(Item, week == 0 ? "identity" : "photo"));
                Assert.Equal(new DateOnly(2025, 3, 11).AddDays(7 * week), ClockOf(running).DueBy(Plain).On);
            }
            Done(running, Monday.AddDays(20), "system", p => p.Expire(Plain));
            Assert.Equal(ItemPhase.Handling, running.State.Items[Item].Phase);
        }
    }

    [Fact]
    public void Takes_what_was_supplied_where_a_clock_starts_with_it()
    {
        var running = Received(One(i => i with { Clocks = [Clock(ClockTrigger.Supplied, ClockTrigger.Ended, NoticeEffect.Pauses), Clock(ClockTrigger.Notified, ClockTrigger.Supplied, NoticeEffect.Pauses) with { Id = "supply" }] }));
        Tell(running, Monday, "identity");
        // The days for supplying run since the notice, which does not bring to a stand what it starts itself.
        Assert.False(running.State.Items[Item].Clocks["supply"].IsPaused);
        Done(running, Monday.AddDays(1), "a", p => p.Supply(Item, "identity"));
        Assert.False(ClockOf(running).IsPaused);
    }

    [Fact]
    public void Goes_on_standing_still_while_somebody_is_asked_whoever_wants_it_resumed()
    {
        var running = Handled(One(i => i with { Clocks = [Clock(ClockTrigger.Accepted, ClockTrigger.Ended, NoticeEffect.Pauses)], Inquiries = [Asks()] }));
        Done(running, Monday, "a", p => p.Inquire(Item, "third-party"));
        Assert.Equal("case.no-pause-reason", running.Do(Monday, "a", p => p.Resume(Item, "limit", "third-party")));
        Assert.Equal("case.no-pause-reason", running.Do(Monday, "a", p => p.Resume(Item, "limit", "征求第三方意见")));
        Tell(running, Monday, "identity");
        Assert.Equal("case.no-pause-reason", running.Do(Monday, "a", p => p.Resume(Item, "limit", "等待补正")));
        Assert.Equal("clock.not-paused", running.Do(Monday, "a", p => p.Resume(Item, "limit", "expert")));
    }

    [Fact]
    public void Gives_each_department_its_time_to_look_since_its_own_item_opened()
    {
        var running = Received(TestCases.ThreeItems());
        Grant(running, Item, Monday.AddDays(7));
        Done(running, Monday.AddDays(7), "a", p => p.Note(TestCases.Insurance, "identity"));
        // Long after the receipt, but the card's department has had the papers for an hour.
        Assert.Equal("case.not-all-looked", running.Do(Monday.AddDays(7).AddHours(1), "a", p => p.Notify(NoReason, Plain)));
        Done(running, Monday.AddDays(11), "a", p => p.Notify(NoReason, Plain));
    }

    [Fact]
    public void Waits_for_every_item_where_none_of_the_required_ones_belongs_to_it()
    {
        var running = Received(TestCases.ThreeItems(new(JoinPolicy.Required, 0, [], EndsRest: false)));
        Assert.Equal(CasePhase.Running, running.State.Phase);
        Grant(running, Item, Monday);
        Grant(running, TestCases.Card, Monday);
        Assert.Equal(CasePhase.Running, running.State.Phase);
        Grant(running, TestCases.Insurance, Monday);
        Assert.Equal((CasePhase.Closed, CaseOutcome.Completed), (running.State.Phase, running.State.Outcome));
    }

    [Fact]
    public void Ends_what_waits_for_a_result_that_can_no_longer_come()
    {
        var running = Received(TestCases.ThreeItems());
        Done(running, Monday, "a", p => p.Withdraw(Item));
        Assert.Equal(("closed", "closed"), (running.State.Items[TestCases.Card].Outcome, running.State.Items[TestCases.Insurance].Outcome));
        Assert.Equal((CasePhase.Closed, CaseOutcome.Withdrawn), (running.State.Phase, running.State.Outcome));
    }

    [Fact]
    public void Ends_with_its_last_item_where_so_many_can_no_longer_be_granted()
    {
        var running = Received(TestCases.ThreeItems(new(JoinPolicy.Quorum, 3, [], EndsRest: true)));
        Grant(running, Item, Monday);
        Done(running, Monday, "a", p => p.Withdraw(TestCases.Card));
        // Nobody loses the insurance because the card was taken back.
        Assert.Equal((CasePhase.Running, ItemPhase.Open), (running.State.Phase, running.State.Items[TestCases.Insurance].Phase));
        Grant(running, TestCases.Insurance, Monday);
        Assert.Equal((CasePhase.Closed, CaseOutcome.Partly), (running.State.Phase, running.State.Outcome));
    }

    [Fact]
    public void Counts_nothing_since_before_what_was_done_already()
    {
        var running = new TestCases.Case(TestCases.ThreeItems());
        Done(running, Monday, "applicant", p => p.Receive());
        Done(running, Monday.AddDays(2), "a", p => p.Give("papers"));
        Assert.Equal("case.too-early", running.Do(Monday.AddDays(1), "a", p => p.Accept(Item)));
        // The clocks of two machines may differ by moments; then the order counts in which things were done.
        Done(running, Monday.AddDays(2).AddSeconds(-5), "a", p => p.Accept(Item));
        Assert.Equal(Monday.AddDays(2), running.Events[^1].EffectiveAt);
    }

    [Fact]
    public void Counts_what_is_done_on_a_day_off_since_the_working_day_that_counts_as_its_receipt()
    {
        var running = new TestCases.Case(TestCases.ThreeItems());
        Done(running, Monday, "applicant", p => p.Receive());
        // Sent on Saturday: it counts as received on Monday, and what is done meanwhile counts since then.
        Done(running, Monday.AddDays(-2), "applicant", p => p.Give("papers"));
        Done(running, Monday.AddDays(-1), "applicant", p => p.Withdraw(Item));
        Assert.All(running.Events, e => Assert.Equal(Monday, e.EffectiveAt));
    }

    [Fact]
    public void Opens_with_the_last_of_its_papers_in_whatever_order_they_were_entered()
    {
        var two = TestCases.ThreeItems() with { Evidence = [new("papers", "材料", EvidenceFrom.Applicant), new("letter", "来信", EvidenceFrom.Applicant)] };
        var running = new TestCases.Case(two with { Items = [TestCases.Item(Item, "户口登记", ["papers", "letter"], [])] });
        Done(running, Monday, "applicant", p => p.Receive());
        Done(running, Monday.AddDays(3), "a", p => p.Give("papers"));
        // A letter of Tuesday, entered after an outage.
        Done(running, Monday.AddDays(1), "a", p => p.Give("letter"));
        Assert.Equal(Monday.AddDays(3), running.State.Items[Item].OpenedAt);
    }

    [Fact]
    public void Deals_late_with_what_ran_out_before_another_clock_began()
    {
        var running = Received(One(i => i with
        {
            Clocks = [Clock(ClockTrigger.Opened, ClockTrigger.Ended, NoticeEffect.None) with { Id = "accept", Expiry = ExpiryEffect.Accepts, Term = Term.WorkingDays(5) }, Clock(ClockTrigger.Supplied, ClockTrigger.Accepted, NoticeEffect.None)],
        }));
        Tell(running, Monday.AddDays(10), "identity");
        Done(running, Monday.AddDays(11), "a", p => p.Supply(Item, "identity"));
        Done(running, Monday.AddDays(12), "system", p => p.Expire(Plain));
        Assert.Equal((ItemPhase.Handling, Monday.AddDays(11)), (running.State.Items[Item].Phase, ClockOf(running).StoppedAt));
    }

    [Fact]
    public void Lengthens_a_clock_again_that_began_anew_without_what_it_was_lengthened_by()
    {
        var running = Handled(One(i => i with { Clocks = [Clock(ClockTrigger.Accepted, ClockTrigger.Ended, NoticeEffect.Restarts) with { Extension = new(10, 1, "case.extend", null) }] }));
        Done(running, Monday, "a", p => p.Extend(Item, "limit", 10, Plain));
        Assert.Equal("case.extended-too-often", running.Do(Monday, "a", p => p.Extend(Item, "limit", 1, Plain)));
        Tell(running, Monday.AddDays(1), "identity");
        Done(running, Monday.AddDays(2), "a", p => p.Supply(Item, "identity"));
        Assert.Equal("case.extended-too-far", running.Do(Monday.AddDays(2), "a", p => p.Extend(Item, "limit", 0, Plain)));
        Done(running, Monday.AddDays(2), "a", p => p.Extend(Item, "limit", 10, Plain));
    }

    [Fact]
    public void Accepts_ahead_what_may_follow_and_grants_nothing_before_it_has_come()
    {
        var running = Waiting(e => e with { MayFollow = Term.WorkingDays(10) });
        Assert.Equal("case.not-open", running.Do(Monday, "a", p => p.Accept(Item)));
        Done(running, Monday, "a", p => p.AcceptAhead(Item));
        Assert.Equal((ItemPhase.Handling, new DateOnly(2025, 3, 17)), (running.State.Items[Item].Phase, running.State.Items[Item].Following["papers"].DueBy(Plain).On));
        Done(running, Monday, "a", p => p.Pass(Item, "examine"));
        Assert.Equal("case.evidence-missing", running.Do(Monday, "b", p => p.End(Item, "granted")));
        Done(running, Monday.AddDays(1), "applicant", p => p.Give("papers"));
        Done(running, Monday.AddDays(30), "system", p => p.Expire(Plain));
        Done(running, Monday.AddDays(30), "b", p => p.End(Item, "granted"));
    }

    [Fact]
    public void Lapses_where_what_was_to_follow_does_not_come()
    {
        var running = Waiting(e => e with { MayFollow = Term.WorkingDays(10) });
        Done(running, Monday, "a", p => p.AcceptAhead(Item));
        Done(running, Monday.AddDays(20), "system", p => p.Expire(Plain));
        Assert.Equal((ItemPhase.Ended, "lapsed", CasePhase.Closed), (running.State.Items[Item].Phase, running.State.Items[Item].Outcome, running.State.Phase));
        Assert.Equal(Beijing.At(new(2025, 3, 18), new(0, 0)), running.Events.Last(e => e.Kind == CaseEventKind.Ended).EffectiveAt);
    }

    [Fact]
    public void Accepts_nothing_ahead_that_may_not_follow() =>
        Assert.Equal("case.may-not-follow", Waiting(e => e).Do(Monday, "a", p => p.AcceptAhead(Item)));

    [Fact]
    public void Takes_a_commitment_once_and_ends_what_rests_on_one_that_is_untrue()
    {
        Assert.Equal("case.not-committable", Waiting(e => e).Do(Monday, "applicant", p => p.Commit("papers")));
        var running = Waiting(e => e with { MayBeCommitted = true });
        Done(running, Monday, "applicant", p => p.Commit("papers"));
        Assert.Equal(ItemPhase.Open, running.State.Items[Item].Phase);
        Done(running, Monday, "a", p => p.Disprove("papers"));
        Assert.Equal(("closed", CasePhase.Closed), (running.State.Items[Item].Outcome, running.State.Phase));
    }

    [Fact]
    public void Keeps_what_rests_on_a_commitment_where_the_paper_itself_has_come()
    {
        var running = Waiting(e => e with { MayBeCommitted = true });
        Done(running, Monday, "applicant", p => p.Commit("papers"));
        Done(running, Monday, "applicant", p => p.Give("papers"));
        Done(running, Monday, "a", p => p.Disprove("papers"));
        Assert.Equal(ItemPhase.Open, running.State.Items[Item].Phase);
        Assert.Equal("case.commitment-broken", running.Do(Monday, "applicant", p => p.Commit("papers")));
    }

    /// <summary>A case whose only item waits for its papers.</summary>
    private static TestCases.Case Waiting(Func<EvidenceDeclaration, EvidenceDeclaration> change)
    {
        var one = One(i => i with { Clocks = [], Outcomes = [.. i.Outcomes, new("lapsed", "视为放弃", OutcomeKind.Lapsed, [], IsEarly: true)] });
        var running = new TestCases.Case(one with { Evidence = [change(one.Evidence[0])] });
        Done(running, Monday, "applicant", p => p.Receive());
        return running;
    }

    private static CaseDeclaration One(Func<ItemDeclaration, ItemDeclaration> change) =>
        TestCases.ThreeItems() with { Evidence = [new("papers", "材料", EvidenceFrom.Applicant)], Items = [change(TestCases.Item(Item, "户口登记", ["papers"], []))] };

    private static ClockDeclaration Clock(ClockTrigger starts, ClockTrigger stops, NoticeEffect onNotice) =>
        new("limit", "办理期限", Term.WorkingDays(10), starts, stops, null) { OnNotice = onNotice, Pauses = [new("expert", "专家评审", null)] };

    private static InquiryDeclaration Asks() => new("third-party", "征求第三方意见", Term.WorkingDays(15), ["limit"], null, new Dictionary<string, string> { ["agrees"] = "同意公开" }, null);

    private static Clock ClockOf(TestCases.Case running) => running.State.Items[Item].Clocks["limit"];

    private static TestCases.Case Received(CaseDeclaration declaration)
    {
        var running = new TestCases.Case(declaration);
        Done(running, Monday, "applicant", p => p.Receive());
        Done(running, Monday, "applicant", p => p.Give("papers"));
        return running;
    }

    private static TestCases.Case Handled(CaseDeclaration declaration)
    {
        var running = Received(declaration);
        Done(running, Monday, "a", p => p.Accept(Item));
        return running;
    }

    private static void Tell(TestCases.Case running, DateTimeOffset at, string deficiency)
    {
        Done(running, at, "a", p => p.Note(Item, deficiency));
        Done(running, at, "a", p => p.Notify(WithReason, Plain));
    }

    private static void Grant(TestCases.Case running, string item, DateTimeOffset at)
    {
        Done(running, at, "a", p => p.Accept(item));
        Done(running, at, "a", p => p.Pass(item, "examine"));
        Done(running, at, "b", p => p.End(item, "granted"));
    }

    private static void Done(TestCases.Case running, DateTimeOffset at, string by, Func<CaseProceeding, Kernel.Results.Result<bool>> act) => Assert.Null(running.Do(at, by, act));
}
