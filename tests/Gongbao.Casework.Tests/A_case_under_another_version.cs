using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests;

/// <summary>A declaration is published anew while cases run.</summary>
public sealed class A_case_under_another_version
{
    private static readonly WorkCalendar Plain = new([], [2025]);
    private static readonly DateTimeOffset Monday = Beijing.At(new(2025, 3, 3), new(9, 0));
    private static readonly CaseDeclaration Before = TestCases.ThreeItems();

    [Fact]
    public void Adds_items_and_leaves_out_those_that_are_no_more()
    {
        var running = Received();
        var after = Before with { Version = "v2", Items = [.. Before.Items.Where(i => i.Id != TestCases.Card), TestCases.Item("subsidy", "生育补贴", ["papers"], [])] };
        var move = CaseMove.Of(Before, after, running.State);
        Assert.Equal(["subsidy"], move.Appear);
        Assert.Equal([TestCases.Card], move.Vanish);
        Assert.Empty(move.Against);
        Done(running, Monday.AddDays(1), p => p.Move(after));
        Assert.Equal((ItemPhase.Open, ItemPhase.LeftOut), (running.State.Items["subsidy"].Phase, running.State.Items[TestCases.Card].Phase));
        Assert.Equal(("case.no-item", "case.same-version"), (running.Do(Monday.AddDays(1), "a", p => p.Accept(TestCases.Card)), running.Do(Monday.AddDays(1), "a", p => p.Move(after))));
    }

    [Fact]
    public void Does_a_stage_that_the_new_version_puts_in_between()
    {
        var running = Received();
        Done(running, Monday, p => p.Accept(TestCases.Registration));
        Done(running, Monday, p => p.Pass(TestCases.Registration, "examine"));
        var legal = new StageDeclaration("legal", "法制审核", "case.handle", ByAnother: true);
        Done(running, Monday, p => p.Move(Changed(i => i with { Stages = [i.Stages[0], legal, i.Stages[1]] })));
        Assert.Equal("case.stage-skipped", running.Do(Monday, "b", p => p.End(TestCases.Registration, "granted")));
        Assert.Equal("case.same-person", running.Do(Monday, "a", p => p.Pass(TestCases.Registration, "legal")));
    }

    [Fact]
    public void Keeps_the_term_of_a_clock_that_runs_and_stops_one_that_is_no_more()
    {
        var running = Received();
        Done(running, Monday, p => p.Move(Changed(i => i with { Clocks = [i.Clocks[0] with { Term = Term.WorkingDays(1) }] })));
        Assert.Equal(new DateOnly(2025, 3, 10), running.State.Items[TestCases.Registration].Clocks["accept"].DueBy(Plain).On);
        Done(running, Monday, p => p.Accept(TestCases.Registration));
        Assert.Equal(["accept"], running.State.Items[TestCases.Registration].Clocks.Keys);
    }

    [Fact]
    public void Stays_where_something_lasts_that_the_new_version_does_not_know()
    {
        var asks = new InquiryDeclaration("third-party", "征求第三方意见", Term.WorkingDays(15), ["handle"], null, new Dictionary<string, string> { ["agrees"] = "同意" }, null);
        var running = Received(Changed(i => i with { Inquiries = [asks] }));
        Done(running, Monday, p => p.Accept(TestCases.Registration));
        Done(running, Monday, p => p.Inquire(TestCases.Registration, "third-party"));
        Assert.Equal("case.cannot-move", running.Do(Monday, "a", p => p.Move(Before with { Version = "v3" })));
        Done(running, Monday, p => p.Answer(TestCases.Registration, "third-party", "agrees"));
        Done(running, Monday, p => p.Move(Before with { Version = "v3" }));
    }

    [Fact]
    public void Is_folded_anew_under_each_version_in_its_turn()
    {
        var running = Received();
        var after = Changed(i => i with { Stages = [i.Stages[1]] });
        Done(running, Monday, p => p.Move(after));
        Done(running, Monday, p => p.Accept(TestCases.Registration));
        Done(running, Monday, p => p.End(TestCases.Registration, "granted"));
        var folded = CaseFold.Of(Before, running.Events, _ => after);
        Assert.Equal((running.State.Events, "granted", ItemPhase.Open), (folded.Events, folded.Items[TestCases.Registration].Outcome, folded.Items[TestCases.Card].Phase));
        Assert.Throws<InvalidOperationException>(() => CaseFold.Of(Before, running.Events));
    }

    private static CaseDeclaration Changed(Func<ItemDeclaration, ItemDeclaration> registration) => Before with { Version = "v2", Items = [registration(Before.Items[0]), .. Before.Items.Skip(1)] };

    private static TestCases.Case Received(CaseDeclaration? declaration = null)
    {
        var running = new TestCases.Case(declaration ?? Before);
        Done(running, Monday, p => p.Receive());
        Done(running, Monday, p => p.Give("papers"));
        return running;
    }

    private static void Done(TestCases.Case running, DateTimeOffset at, Func<CaseProceeding, Kernel.Results.Result<bool>> act) => Assert.Null(running.Do(at, "a", act));
}
