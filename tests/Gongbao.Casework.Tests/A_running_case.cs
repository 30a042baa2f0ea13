using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests;

/// <summary>One application, the items of several departments.</summary>
public sealed class A_running_case
{
    private static readonly WorkCalendar Plain = new([], [2025]);
    private static readonly DateTimeOffset Monday = Beijing.At(new(2025, 3, 3), new(9, 0));

    [Fact]
    public void Starts_items_when_their_evidence_is_there_and_joins_with_the_last()
    {
        var running = Received();
        Assert.Equal((ItemPhase.Open, ItemPhase.Waiting), (Phase(running, TestCases.Registration), Phase(running, TestCases.Insurance)));
        Assert.Equal("case.not-open", running.Do(Monday, "a", p => p.Accept(TestCases.Insurance)));
        Grant(running, TestCases.Registration, Monday.AddDays(1));
        Assert.Equal((ItemPhase.Open, ItemPhase.Open, CasePhase.Running), (Phase(running, TestCases.Insurance), Phase(running, TestCases.Card), running.State.Phase));
        Grant(running, TestCases.Card, Monday.AddDays(2));
        Grant(running, TestCases.Insurance, Monday.AddDays(3));
        Assert.Equal((CasePhase.Closed, CaseOutcome.Completed), (running.State.Phase, running.State.Outcome));
        // The act that ended the last item also joined the case.
        Assert.Equal([CaseEventKind.Ended, CaseEventKind.Joined], running.Events.TakeLast(2).Select(e => e.Kind));
        Assert.Equal("case.closed", running.Do(Monday.AddDays(4), "a", p => p.Accept(TestCases.Card)));
        Assert.Equal(running.State.Events, CaseFold.Of(TestCases.ThreeItems(), running.Events).Events);
    }

    [Fact]
    public void Tells_everything_that_is_missing_once()
    {
        var running = Received();
        Assert.Equal("case.nothing-missing", Notify(running, Monday));
        Assert.Null(running.Do(Monday, "a", p => p.Note(TestCases.Registration, "identity")));
        Assert.Null(Notify(running, Monday.AddHours(1)));
        Assert.Equal(ItemPhase.Deficient, Phase(running, TestCases.Registration));
        Assert.Null(running.Do(Monday.AddDays(1), "a", p => p.Note(TestCases.Registration, "photo")));
        Assert.Equal("case.told-once", Notify(running, Monday.AddDays(1)));
        Assert.Null(running.Do(Monday.AddDays(1), "a", p => p.Notify(new Dictionary<string, string> { [TestCases.Registration] = "照片遗失。" }, Plain)));
        Assert.Null(running.Do(Monday.AddDays(2), "a", p => p.Supply(TestCases.Registration, "identity")));
        Assert.Equal(ItemPhase.Deficient, Phase(running, TestCases.Registration));
        Assert.Null(running.Do(Monday.AddDays(2), "a", p => p.Supply(TestCases.Registration, "photo")));
        Assert.Equal((ItemPhase.Open, 2), (Phase(running, TestCases.Registration), running.State.Items[TestCases.Registration].Notices));
    }

    [Fact]
    public void Is_accepted_by_law_where_nobody_says_anything()
    {
        var running = Received();
        Assert.Null(running.Do(Monday.AddDays(7), "system:case", p => p.Expire(Plain)));
        Assert.Equal(ItemPhase.Open, Phase(running, TestCases.Registration));
        Assert.Null(running.Do(Monday.AddDays(9), "system:case", p => p.Expire(Plain)));
        Assert.Equal(ItemPhase.Handling, Phase(running, TestCases.Registration));
        // Since the end of the fifth working day, whenever it is dealt with.
        Assert.Equal(Beijing.At(new(2025, 3, 11), new(0, 0)), running.Events[^1].EffectiveAt);
        Assert.Equal(CaseEvent.ByLaw, running.Events[^1].What);
    }

    [Fact]
    public void Skips_no_stage_and_asks_for_another_person()
    {
        var running = Received();
        Assert.Null(running.Do(Monday, "a", p => p.Accept(TestCases.Registration)));
        Assert.Equal("case.stage-skipped", running.Do(Monday, "a", p => p.End(TestCases.Registration, "granted")));
        Assert.Null(running.Do(Monday, "a", p => p.Pass(TestCases.Registration, "examine")));
        Assert.Equal("case.same-person", running.Do(Monday, "a", p => p.End(TestCases.Registration, "granted")));
        Assert.Null(running.Do(Monday, "b", p => p.End(TestCases.Registration, "granted")));
    }

    [Fact]
    public void Ends_gently_where_the_child_has_died()
    {
        var running = Received();
        Grant(running, TestCases.Registration, Monday);
        Assert.Null(running.Do(Monday.AddDays(1), "a", p => p.Halt("died")));
        Assert.Equal((CasePhase.Closed, CaseOutcome.Halted, "granted", "closed"), (running.State.Phase, running.State.Outcome, running.State.Items[TestCases.Registration].Outcome, running.State.Items[TestCases.Card].Outcome));
        Assert.All(running.State.Items.Values.SelectMany(i => i.Clocks.Values), c => Assert.NotNull(c.StoppedAt));
    }

    [Theory]
    [InlineData(JoinPolicy.Any, 0, CasePhase.Joined)]
    [InlineData(JoinPolicy.Quorum, 2, CasePhase.Running)]
    [InlineData(JoinPolicy.Required, 0, CasePhase.Joined)]
    [InlineData(JoinPolicy.All, 0, CasePhase.Running)]
    public void Joins_by_the_declared_policy(object policy, int quorum, object after)
    {
        var running = new TestCases.Case(TestCases.ThreeItems(new((JoinPolicy)policy, quorum, [TestCases.Registration], EndsRest: false)));
        running.Do(Monday, "applicant", p => p.Receive());
        running.Do(Monday, "applicant", p => p.Give("papers"));
        Grant(running, TestCases.Registration, Monday);
        Assert.Equal((CasePhase)after, running.State.Phase);
        Grant(running, TestCases.Card, Monday);
        Grant(running, TestCases.Insurance, Monday);
        Assert.Equal((CasePhase.Closed, CaseOutcome.Completed), (running.State.Phase, running.State.Outcome));
    }

    private static TestCases.Case Received()
    {
        var running = new TestCases.Case(TestCases.ThreeItems());
        Assert.Null(running.Do(Monday, "applicant", p => p.Receive()));
        Assert.Null(running.Do(Monday, "applicant", p => p.Give("papers")));
        return running;
    }

    private static void Grant(TestCases.Case running, string item, DateTimeOffset at)
    {
        Assert.Null(running.Do(at, "a", p => p.Accept(item)));
        Assert.Null(running.Do(at, "a", p => p.Pass(item, "examine")));
        Assert.Null(running.Do(at, "b", p => p.End(item, "granted")));
    }

    private static string? Notify(TestCases.Case running, DateTimeOffset at) => running.Do(at, "a", p => p.Notify(new Dictionary<string, string>(), Plain));

    private static ItemPhase Phase(TestCases.Case running, string item) => running.State.Items[item].Phase;
}
