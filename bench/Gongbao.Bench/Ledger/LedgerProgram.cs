using System.Diagnostics;
using System.Globalization;
using Gongbao.Ledger.Reprojection;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Bench.Ledger;

/// <summary>A process of its own on the same database, which helps to work days out anew when it is told to.</summary>
internal sealed class LedgerProgram : IDisposable
{
    public const string Command = "ledger-program";

    private const string IsUp = "up";
    private const string Go = "go";

    private readonly Process _process;

    public LedgerProgram(StoreOptions store)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(LedgerProgram).Assembly.Location, Command, store.DataFolder, store.ConnectionString!]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _process.StandardInput.AutoFlush = true;
    }

    /// <summary>Ends when it can begin.</summary>
    public async Task UpAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line && line != IsUp) continue;
    }

    /// <summary>Works until the run is through.</summary>
    /// <returns>Whether this process ended it.</returns>
    public async Task<bool> WorkAsync()
    {
        await _process.StandardInput.WriteLineAsync(Go);
        return bool.Parse(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The second process is gone."));
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    /// <summary>What the process does: its one argument after the folder of the data is the connection.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var services = new ServiceCollection();
        services.AddStore(new StoreOptions { Provider = StoreProvider.Postgres, DataFolder = arguments[0], ConnectionString = arguments[1] });
        await using var provider = LedgerBench.AddRooms(services, new BenchCity { Now = BenchCity.With(LedgerBench.TwoDaysOff) }).BuildServiceProvider();
        await AccessSetup.StartKeysAsync(provider, default);
        Console.WriteLine(IsUp);
        if (await Console.In.ReadLineAsync() != Go) return 1;
        Console.WriteLine((await provider.GetRequiredService<Reproject>().HandleAsync(default) is not null).ToString(CultureInfo.InvariantCulture));
        await provider.GetRequiredService<Writer>().DisposeAsync();
        return 0;
    }
}
