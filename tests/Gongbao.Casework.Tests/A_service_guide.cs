using Gongbao.Casework.Declarations;
using Gongbao.Casework.Guides;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests;

/// <summary>What is told of a procedure is what is declared of it.</summary>
public sealed class A_service_guide
{
    private static readonly CityDirectory Directory = new("清河市", [], [], []);

    [Fact]
    public void Shows_items_behind_those_whose_results_they_wait_for()
    {
        var declared = TestCases.ThreeItems();
        var guide = ServiceGuide.Of(declared with { Items = [.. declared.Items.Reverse()] }, Directory);
        Assert.Equal([TestCases.Registration, TestCases.Card, TestCases.Insurance], guide.Items.Select(i => i.Id));
        Assert.Equal("户口簿办好以后开始办理。", guide.Items[1].StartsWhen);
        Assert.Equal(["材料"], guide.Items[0].Brings);
        Assert.Equal(["户口簿"], guide.Items[0].Gives);
        Assert.Equal([("材料", null, false)], guide.Papers);
    }

    [Fact]
    public void Says_each_limit_with_what_it_is_counted_from_and_what_its_end_means()
    {
        var limits = ServiceGuide.Of(TestCases.ThreeItems(), Directory).Items[0].Limits;
        Assert.Equal("自具备办理条件的次日起5个工作日以内。逾期视为受理。", limits[0].Says);
        Assert.Equal("自受理的次日起20个工作日以内。等待补正的时间不计。专家评审的时间不计。经批准可以延长一次，最多10个工作日。逾期的由上级督办。", limits[1].Says);
        Assert.Equal("《行政许可法》第四十二条", limits[1].Source);
        var restarts = TestCases.Item("reply", "答复", [], []) with
        {
            Clocks = [new("reply", "答复期限", Term.WorkingDays(20), ClockTrigger.Received, ClockTrigger.Ended, null) { OnNotice = NoticeEffect.Restarts, Expiry = ExpiryEffect.Ends, ExpiryOutcome = "refused" }, new("call", "回电", Term.Minutes(30), ClockTrigger.Received, ClockTrigger.Accepted, null)],
        };
        limits = ServiceGuide.Of(TestCases.ThreeItems() with { Items = [restarts] }, Directory).Items[0].Limits;
        Assert.Equal("自收到申请的次日起20个工作日以内。补正的，自收到补正材料之日重新计算。逾期按“不予办理”办结。", limits[0].Says);
        Assert.StartsWith("自收到申请起30分钟以内。", limits[1].Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_before_anybody_presses_whether_an_item_can_be_taken_back() =>
        Assert.Equal(("办理中", "可以撤回，已经收取的费用按规定退还。"), ServiceGuide.Of(TestCases.ThreeItems(), Directory).Items[0].Withdrawal.Single(w => w.Phase == "办理中"));
}
