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
        var site = new Option<Uri?>("--site")
        {
            Description = "网站地址，如 https://gazette.example.cn：订阅源、站点地图和下载里的链接都用它，别的主机名不予应答",
            CustomParser = result => ParseSite(result.Tokens[0].Value, result),
            DefaultValueFactory = result => Environment.GetEnvironmentVariable("GONGBAO_SITE") is { Length: > 0 } named ? ParseSite(named, result) : null,
        };
        var command = new Command("serve", "提供网页和接口") { port, address, proxy, site };
        command.SetAction((options, stop) => RunAsync(options, options.GetValue(address)!, options.GetValue(port), options.GetValue(site), options.GetValue(proxy) ?? [], stop));
        return command;
    }

    /// <summary>Scheme and host, and a port where it is not the usual one: the site stands at the root.</summary>
    private static Uri? ParseSite(string text, ArgumentResult result)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site is { PathAndQuery: "/", Fragment: "", UserInfo: "" }) return site;
        result.AddError(text);
        return null;
    }

    private static IPAddress? ParseAddress(string text, ArgumentResult result)
    {
        if (IPAddress.TryParse(text, out var address)) return address;
        result.AddError(text);
        return null;
    }

    private static async Task<int> RunAsync(ParseResult options, string address, int port, Uri? site, IPAddress[] proxies, CancellationToken stop)
    {
        if (Running.IsTaken(port)) return Refuse($"端口 {port} 已被别的程序占用。请先停掉它，或用 --port 换一个端口。");
        if (site is null && IsEveryAddress(address))
            return Refuse("在所有网络地址上监听时，要用 --site 说明网站地址，例如 --site https://gazette.example.cn；只认这个地址，链接才不会被人冒充。");
        await using var app = Site.Build(Composition.Store(options), Composition.Files(options), $"http://{address}:{port}", address: site, proxies: proxies);
        if ((await Running.ReadyAsync(app, stop)).IsRefused(out var refusal, out _)) return Refuse(refusal.Reason);
        return await Running.UntilStoppedAsync(app, async at =>
        {
            Console.WriteLine($"公报已在 {at} 运行；按 Ctrl+C 停止。");
            if (await AccessSetup.FirstLinkAsync(app.Services, stop) is { } link)
                Console.WriteLine($"还没有管理员。请在浏览器打开这个一次性链接，建立第一个管理员账户：{site?.AbsoluteUri.TrimEnd('/') ?? at}{link}");
        }, stop);
    }

    /// <summary>The server listens everywhere at whatever is no address of its own.</summary>
    private static bool IsEveryAddress(string address) =>
        address != "localhost" && (!IPAddress.TryParse(address, out var one) || one.Equals(IPAddress.Any) || one.Equals(IPAddress.IPv6Any));

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }
}
