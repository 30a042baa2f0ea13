using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Gongbao.Platform.Access;

namespace Gongbao.Serving;

/// <summary>
/// <c>gongbao serve</c>: serves the pages and the API of a city. Where there is no administrator yet, it prints the one-time link behind
/// which the first one is made; no account comes with a password.
/// </summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "监听的端口", DefaultValueFactory = _ => 5117 };
        var address = new Option<string>("--listen") { Description = "监听的地址；对外提供服务时应放在有 TLS 的反向代理之后", DefaultValueFactory = _ => "127.0.0.1" };
        var proxy = new Option<IPAddress[]>("--proxy")
        {
            Description = "别的机器上的反向代理的地址，可写多个；本机的不必写",
            CustomParser = result => [.. result.Tokens.Select(t => ParseAddress(t.Value, result)).OfType<IPAddress>()],
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("serve", "提供网页和接口") { port, address, proxy };
        command.SetAction((options, stop) => RunAsync(options, options.GetValue(address)!, options.GetValue(port), options.GetValue(proxy) ?? [], stop));
        return command;
    }

    private static IPAddress? ParseAddress(string text, ArgumentResult result)
    {
        if (IPAddress.TryParse(text, out var address)) return address;
        result.AddError(text);
        return null;
    }

    private static async Task<int> RunAsync(ParseResult options, string address, int port, IPAddress[] proxies, CancellationToken stop)
    {
        if (Running.IsTaken(port)) return Refuse($"端口 {port} 已被别的程序占用。请先停掉它，或用 --port 换一个端口。");
        await using var app = Site.Build(Composition.Store(options), Composition.Files(options), $"http://{address}:{port}", proxies: proxies);
        if ((await Running.ReadyAsync(app, stop)).IsRefused(out var refusal, out _)) return Refuse(refusal.Reason);
        return await Running.UntilStoppedAsync(app, async at =>
        {
            Console.WriteLine($"公报已在 {at} 运行；按 Ctrl+C 停止。");
            if (await AccessSetup.FirstLinkAsync(app.Services, stop) is { } link)
                Console.WriteLine($"还没有管理员。请在浏览器打开这个一次性链接，建立第一个管理员账户：{at}{link}");
        }, stop);
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }
}
