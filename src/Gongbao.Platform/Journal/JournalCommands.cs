using System.CommandLine;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Start;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Journal;

/// <summary><c>gongbao journal verify [--anchors]</c>.</summary>
public static class JournalCommands
{
    public static Command Create(OpenServices open)
    {
        var anchors = new Option<bool>("--anchors") { Description = "同时核对数据库之外的签名锚点，可发现截尾和整链改写" };
        var verify = new Command("verify", "验证日志链：逐条重算散列，发现改动、删除和调换；完好返回 0，有问题返回 1，没有数据库返回 2") { anchors };
        verify.SetAction(async (options, stop) =>
        {
            await using var services = open(options);
            if (!await StorePresence.IsThereAsync(services.GetRequiredService<StoreOptions>(), stop))
            {
                await options.InvocationConfiguration.Error.WriteLineAsync("这里还没有数据库，没有可验证的日志。请核对 --data 或 --database 选项。");
                return 2;
            }

            var verdict = services.GetRequiredService<JournalVerifier>().Verify(options.GetValue(anchors), stop);
            Print(verdict, options.InvocationConfiguration.Output, options.InvocationConfiguration.Error);
            return verdict.IsSound ? 0 : 1;
        });
        return new Command("journal", "日志") { verify };
    }

    internal static string Say(JournalBreach breach) => breach.Kind switch
    {
        BreachKind.Missing => $"第 {breach.Number} 条缺失或次序被调换",
        BreachKind.Changed => $"第 {breach.Number} 条与其散列不符，内容被改动",
        BreachKind.HeadDiffers => $"链首记录与最后一条（第 {breach.Number} 条）不符",
        BreachKind.AnchorDiffers => $"第 {breach.Number} 条与签名锚点不符，此前的记录被改写",
        BreachKind.TailCut => $"锚点证明存在第 {breach.Number} 条，但日志在此之前中断，尾部被截去",
        BreachKind.AnchorForged => $"锚点（第 {breach.Number} 条）签名无效或密钥不明",
    };

    private static void Print(JournalVerdict verdict, TextWriter output, TextWriter error)
    {
        var anchors = verdict.Anchors is { } count ? $"，核对锚点 {count} 个" : "";
        if (verdict.IsSound)
        {
            output.WriteLine($"日志完好：共 {verdict.Entries} 条{anchors}，最后散列 {verdict.LastHash}。");
            return;
        }

        error.WriteLine($"日志有问题：共 {verdict.Entries} 条{anchors}，发现 {verdict.Breaches.Count} 处：");
        foreach (var breach in verdict.Breaches) error.WriteLine("  " + Say(breach));
    }
}
