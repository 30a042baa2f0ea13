using System.CommandLine;
using Gongbao.Platform.Access;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Gongbao.Web.Formats;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Notices.Desk;

/// <summary><c>gongbao notices status</c>.</summary>
internal static class NoticesCommand
{
    private const int IsSilent = 1;
    private const int BadInput = 2;

    public static Command Create(OpenServices open)
    {
        var status = new Command("status", "投递情况：多少在等、多少失败、下一次告知；该发的发不出去、到了时候没有登记时返回 1");
        status.SetAction(async (parsed, stop) =>
        {
            await using var services = open(parsed);
            await services.GetRequiredService<StoreStart>().ReadyAsync(stop);
            if ((await services.GetRequiredService<RunningCity>().StartAsync(publishesFiles: false, stop)).IsRefused(out var refusal, out _))
            {
                Console.Error.WriteLine(refusal.Reason);
                return BadInput;
            }
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DemoClock>().GoOnAsync(stop);
            var state = await scope.ServiceProvider.GetRequiredService<SenderState>().ReadAsync(stop);
            Console.WriteLine($"等候发出 {state.Waiting} 份，其中试过没有发出 {state.Failed} 份；等候打印交送 {state.ToPrint} 份。");
            Console.WriteLine($"告知事项 {state.Climbing} 件，下一次告知：{(state.NextAt is { } next ? ChineseFormat.Instant(next) : "没有")}；最近一次发出：{(state.LastHandedAt is { } last ? ChineseFormat.Instant(last) : "还没有")}。");
            if (state.Silence is null) return 0;
            Console.Error.WriteLine(state.Silence);
            return IsSilent;
        });
        return new Command("notices", "告知：提醒和逐级告知的投递") { status };
    }
}
