using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;

namespace Gongbao.Serving;

/// <summary>Starts a built site and stays until it is stopped.</summary>
internal static class Running
{
    /// <summary>Brings the database up to date and reads the keys. What is refused must not be served.</summary>
    public static async Task<Result<bool>> ReadyAsync(WebApplication app, CancellationToken stop)
    {
        await app.Services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        return await AccessSetup.StartKeysAsync(app.Services, stop);
    }

    /// <summary>Listens, says where, and waits for the end of the program.</summary>
    public static async Task<int> UntilStoppedAsync(WebApplication app, Func<string, Task> whenReady, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException || fault.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
        {
            Console.Error.WriteLine($"{string.Join('、', app.Urls)} 已被别的程序占用。请先停掉它，或用 --port 换一个端口。");
            return 1;
        }
        await whenReady(app.Urls.First());
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
