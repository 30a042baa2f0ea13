using Gongbao.Casework.Running;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests;

/// <summary>What came of a case is put right, or given again, after its end.</summary>
public sealed class A_case_that_was_wrong
{
    private static readonly DateTimeOffset Monday = Beijing.At(new(2025, 3, 3), new(9, 0));

    [Fact]
    public void Is_corrected_and_given_again_after_it_was_closed_and_keeps_its_outcome()
    {
        var running = Ended();
        Assert.Null(running.Do(Monday.AddDays(10), "a", p => p.Correct(TestCases.Registration, "register", "姓名写错。")));
        Assert.Null(running.Do(Monday.AddDays(20), "a", p => p.Correct(TestCases.Registration, null, "决定书日期写错。")));
        Assert.Null(running.Do(Monday.AddDays(30), "a", p => p.Reissue(TestCases.Registration, "register", "户口簿遗失。")));
        var item = running.State.Items[TestCases.Registration];
        Assert.Equal((2, 1, "granted"), (item.Corrections, item.Reissues, item.Outcome));
        Assert.Equal((CasePhase.Closed, CaseOutcome.Partly), (running.State.Phase, running.State.Outcome));
    }

    [Fact]
    public void Is_not_corrected_without_reason_nor_where_nothing_was_given()
    {
        var running = Ended();
        Assert.Equal("case.no-reason", running.Do(Monday.AddDays(3), "a", p => p.Correct(TestCases.Registration, "register", " ")));
        Assert.Equal("case.no-result", running.Do(Monday.AddDays(3), "a", p => p.Reissue(TestCases.Card, "register", "遗失。")));
        Assert.Equal("case.no-item", running.Do(Monday.AddDays(3), "a", p => p.Reissue("nothing", null, "遗失。")));
        Assert.Equal("case.too-early", running.Do(Monday.AddDays(1), "a", p => p.Correct(TestCases.Registration, "register", "姓名写错。")));
    }

    [Fact]
    public void Is_handled_and_not_corrected_as_long_as_it_runs()
    {
        var running = new TestCases.Case(TestCases.ThreeItems());
        Assert.Equal("case.not-received", running.Do(Monday, "a", p => p.Correct(TestCases.Registration, null, "姓名写错。")));
        running.Do(Monday, "applicant", p => p.Receive());
        Assert.Equal("case.item-not-ended", running.Do(Monday, "a", p => p.Correct(TestCases.Registration, null, "姓名写错。")));
    }

    private static TestCases.Case Ended()
    {
        var running = new TestCases.Case(TestCases.ThreeItems());
        running.Do(Monday, "applicant", p => p.Receive());
        running.Do(Monday, "applicant", p => p.Give("papers"));
        running.Do(Monday, "a", p => p.Accept(TestCases.Registration));
        running.Do(Monday, "a", p => p.Pass(TestCases.Registration, "examine"));
        running.Do(Monday.AddDays(2), "b", p => p.End(TestCases.Registration, "granted"));
        running.Do(Monday.AddDays(2), "applicant", p => p.Withdraw(TestCases.Card));
        running.Do(Monday.AddDays(2), "applicant", p => p.Withdraw(TestCases.Insurance));
        Assert.Equal(CasePhase.Closed, running.State.Phase);
        return running;
    }
}
