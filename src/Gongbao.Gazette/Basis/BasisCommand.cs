using System.CommandLine;
using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Gongbao.Web.Formats;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Basis;

/// <summary><c>gongbao basis CLAUSE [--on DAY]</c> and <c>gongbao basis declared</c>.</summary>
internal static class BasisCommand
{
    private const int IsNone = 1;
    private const int BadInput = 2;

    public static Command Create(OpenServices open)
    {
        var clause = new Argument<string>("clause") { Description = "条款，如 清府办发〔2023〕5号#三（十）；整份文件只写发文字号或者《标题》" };
        var on = new Option<string?>("--on") { Description = "在哪一天作为依据，如 2023-05-01；不填为今天", Recursive = true };
        var command = new Command("basis", "核验一处条款能不能作为依据：已经公布、当天有效、确有这一处；不能的返回 1 并说明理由") { clause, on };
        command.SetAction((parsed, stop) => RunAsync(open, parsed, parsed.GetRequiredValue(clause), parsed.GetValue(on), stop));
        var declared = new Command("declared", "逐一核验城市声明里写明的依据，列出不能作为依据的；只作提示");
        declared.SetAction((parsed, stop) => DeclaredAsync(open, parsed, parsed.GetValue(on), stop));
        command.Add(declared);
        return command;
    }

    private static async Task<int> RunAsync(OpenServices open, ParseResult options, string clause, string? on, CancellationToken stop)
    {
        await using var services = open(options);
        if (BasisWords.Read(clause, on, services.GetRequiredService<CityClock>().Today).IsRefused(out var refusal, out var asked)) return Say(refusal.Reason, BadInput);
        if (await StartAsync(services, stop) is { } why) return Say(why, BadInput);
        await using var scope = services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<ILegalBasis>().FindAsync(asked.Clause, asked.On, stop);
        if (result.IsRefused(out refusal, out var basis)) return Say(refusal.Source is { } source ? $"{refusal.Reason}\n依据：{source}" : refusal.Reason, IsNone);
        Console.WriteLine($"可以作为{ChineseFormat.Date(asked.On)}的依据：《{basis.Title}》{(basis.Number is { } number ? $"（{number}）" : "")}{basis.Place}，{BasisWords.Of(basis.State)}。");
        Console.WriteLine(basis.Address);
        return 0;
    }

    private static async Task<int> DeclaredAsync(OpenServices open, ParseResult options, string? on, CancellationToken stop)
    {
        await using var services = open(options);
        if (BasisWords.ReadDay(on, services.GetRequiredService<CityClock>().Today).IsRefused(out var refusal, out var day)) return Say(refusal.Reason, BadInput);
        if (await StartAsync(services, stop) is { } why) return Say(why, BadInput);
        await using var scope = services.CreateAsyncScope();
        var (all, weak) = await new DeclaredBases(scope.ServiceProvider.GetRequiredService<ILegalBasis>()).OnAsync(services.GetRequiredService<CityDeclarations>(), day, stop);
        foreach (var declaration in weak)
        {
            Console.WriteLine($"{declaration.Clause}  {declaration.Refusal.Reason}");
            Console.WriteLine($"  写在 {string.Join("、", declaration.Places.Take(3))}{(declaration.Places.Count > 3 ? $" 等 {declaration.Places.Count} 处" : "")}");
        }
        Console.WriteLine($"声明写明的依据（有发文字号的）共 {all} 处，其中 {weak.Count} 处在{ChineseFormat.Date(day)}不能作为依据。");
        return 0;
    }

    private static async Task<string?> StartAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        return (await services.GetRequiredService<RunningCity>().StartAsync(publishesFiles: false, stop)).IsRefused(out var refusal, out _) ? refusal.Reason : null;
    }

    private static int Say(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
