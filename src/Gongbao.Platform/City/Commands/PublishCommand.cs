using System.CommandLine;
using System.Globalization;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.City.Commands;

/// <summary>
/// <c>gongbao publish [--from 2026-01-01] [--reason TEXT] [--as ACCOUNT]</c>: stores what the city's files declare, to count from an instant on.
/// The journal names the command line, the person for whom it is done, if one is named, and the version the operating system's user.
/// </summary>
public static class PublishCommand
{
    private const int Refused = 2;

    public static Command Create(OpenServices open)
    {
        var from = new Option<string?>("--from") { Description = "自哪一天零时（北京时间）起生效，如 2026-01-01；不填为立即生效" };
        var reason = new Option<string>("--reason") { Description = "发布的理由，与版本一起保存", DefaultValueFactory = _ => "命令行发布。" };
        var person = new Option<string?>("--as") { Description = "代谁发布：有发布权限的账户名；不填则只记命令行和操作系统用户" };
        var command = new Command("publish", "发布城市声明：检查无误后存入数据库，自生效时间起运行") { from, reason, person };
        command.SetAction(async (options, stop) =>
        {
            var error = options.InvocationConfiguration.Error;
            DateOnly? day = null;
            if (options.GetValue(from) is { } text)
            {
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
                {
                    error.WriteLine($"“{text}”不是日期。请写成 2026-01-01 的样子。");
                    return Refused;
                }

                day = parsed;
            }

            await using var services = open(options);
            await services.GetRequiredService<StoreStart>().ReadyAsync(stop);
            await using var scope = services.CreateAsyncScope();
            if ((await ByAsync(scope.ServiceProvider, options.GetValue(person), stop)).IsRefused(out var refusal, out var by) ||
                (await scope.ServiceProvider.GetRequiredService<PublishingDesk>().PublishAsync(by, day, options.GetValue(reason)!, stop)).IsRefused(out refusal, out var changes))
            {
                error.WriteLine(refusal.Reason);
                return Refused;
            }

            Say(changes, options.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }

    private static async Task<Result<PublishedBy>> ByAsync(IServiceProvider services, string? person, CancellationToken stop)
    {
        var by = PublishedBy.System("command-line") with { SystemUser = Environment.UserName };
        if (person is null) return by;
        if ((await services.GetRequiredService<NamedPerson>().FindAsync(person, PublishCity.Verb, stop)).IsRefused(out var refusal, out var account)) return refusal;
        return by with { OnBehalfOf = account };
    }

    private static void Say(CityPublished changes, TextWriter output)
    {
        foreach (var version in changes.Published) output.WriteLine($"  发布 {version.Section}{Of(version.Id)}  {version.Hash}");
        foreach (var (section, id) in changes.Withdrawn) output.WriteLine($"  撤回 {section}{Of(id)}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"自 {changes.EffectiveAt.InBeijing():yyyy-MM-dd HH:mm:ss}（北京时间）起生效：发布 {changes.Published.Count} 项，撤回 {changes.Withdrawn.Count} 项。"));

        static string Of(string? id) => id is null ? "" : "/" + id;
    }
}
