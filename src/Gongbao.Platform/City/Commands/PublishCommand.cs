using System.CommandLine;
using System.Globalization;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.City.Commands;

/// <summary><c>gongbao publish [--from 2026-01-01]</c>: stores what the city's files declare, to count from an instant on.</summary>
public static class PublishCommand
{
    private const int Refused = 2;
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static Command Create(OpenServices open)
    {
        var from = new Option<string?>("--from") { Description = "自哪一天零时（北京时间）起生效，如 2026-01-01；不填为立即生效" };
        var command = new Command("publish", "发布城市声明：检查无误后存入数据库，自生效时间起运行") { from };
        command.SetAction(async (options, stop) =>
        {
            var (output, error) = (options.InvocationConfiguration.Output, options.InvocationConfiguration.Error);
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
            var instant = day is { } d ? new DateTimeOffset(d, TimeOnly.MinValue, Beijing).ToUniversalTime() : (DateTimeOffset?)null;
            var published = await scope.ServiceProvider.GetRequiredService<PublishCity>()
                .HandleAsync(services.GetRequiredService<CityDeclarations>(), instant, ActorId.System("command-line"), stop);
            if (published.IsRefused(out var refusal, out var changes))
            {
                error.WriteLine(refusal.Reason);
                return Refused;
            }

            Say(changes, output);
            return 0;
        });
        return command;
    }

    private static void Say(CityPublished changes, TextWriter output)
    {
        foreach (var version in changes.Published) output.WriteLine($"  发布 {version.Section}{Of(version.Id)}  {version.Hash}");
        foreach (var (section, id) in changes.Withdrawn) output.WriteLine($"  撤回 {section}{Of(id)}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"自 {changes.EffectiveAt.ToOffset(Beijing):yyyy-MM-dd HH:mm:ss}（北京时间）起生效：发布 {changes.Published.Count} 项，撤回 {changes.Withdrawn.Count} 项。"));

        static string Of(string? id) => id is null ? "" : "/" + id;
    }
}
