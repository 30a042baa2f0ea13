using System.Net.NetworkInformation;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Connections;

namespace Gongbao.Serving;

/// <summary>Starts a built site and stays until it is stopped.</summary>
internal static class Running
{
    /// <summary>
    /// Brings the database up to date, reads the declarations that are in force, says where the files differ from them, and reads the keys.
    /// What is refused must not be served.
    /// </summary>
    public static async Task<Result<CityDeclarations>> ReadyAsync(WebApplication app, CancellationToken stop)
    {
        await app.Services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        return await OnDeclarationsAsync(app, publishesFiles: false, stop);
    }

    /// <summary>As <see cref="ReadyAsync"/>; legal time is set first, and changed files are published.</summary>
    /// <param name="app">The site.</param>
    /// <param name="legalStart">The legal instant asked for; null to go on where the demo was stopped.</param>
    /// <param name="firstAt">The legal instant of the very first start; null for the real one.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<Result<CityDeclarations>> DemoReadyAsync(WebApplication app, DateTimeOffset? legalStart, DateTimeOffset? firstAt, CancellationToken stop)
    {
        await app.Services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        await using (var scope = app.Services.CreateAsyncScope())
            if ((await scope.ServiceProvider.GetRequiredService<DemoClock>().StartAsync(legalStart, firstAt, stop)).IsRefused(out var refusal, out _)) return refusal;
        if ((await OnDeclarationsAsync(app, publishesFiles: true, stop)).IsRefused(out var no, out var city)) return no;
        await using var people = app.Services.CreateAsyncScope();
        return (await people.ServiceProvider.GetRequiredService<DemoBar>().MakePeopleAsync(stop)).IsRefused(out no, out _) ? no : city;
    }

    private static async Task<Result<CityDeclarations>> OnDeclarationsAsync(WebApplication app, bool publishesFiles, CancellationToken stop)
    {
        if ((await app.Services.GetRequiredService<RunningCity>().StartAsync(publishesFiles, stop)).IsRefused(out var refusal, out var city)) return refusal;
        await SayWhatDiffersAsync(app, stop);
        return (await AccessSetup.StartKeysAsync(app.Services, stop)).IsRefused(out refusal, out _) ? refusal : city;
    }

    private static async Task SayWhatDiffersAsync(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var proposal = await scope.ServiceProvider.GetRequiredService<PublishingDesk>().AtStartAsync(stop);
        if (proposal.Problems is [var first, ..])
            Console.Error.WriteLine($"城市声明文件有 {proposal.Problems.Count} 处错误，第一处是 {first} 运行的是已发布的声明，不受影响。");
        else if (!proposal.IsSame)
            Console.Error.WriteLine($"城市声明文件与已发布的声明有 {proposal.Changes.Count} 处不同；运行的是已发布的。要启用文件里的内容，请在“声明发布”页或用 gongbao publish 发布。");
    }

    /// <summary>Whether another program listens on a port of this machine; port 0 stands for any free one.</summary>
    public static bool IsTaken(int port) => port != 0 && IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(l => l.Port == port);

    /// <summary>Listens, says where, and waits for the end of the program.</summary>
    public static async Task<int> UntilStoppedAsync(WebApplication app, Func<string, Task> whenReady, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine("端口刚被别的程序占用。请先停掉它，或用 --port 换一个端口。");
            return 1;
        }
        await whenReady(app.Urls.First());
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
