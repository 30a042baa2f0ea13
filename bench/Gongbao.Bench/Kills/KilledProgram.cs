using System.Diagnostics;
using System.Globalization;
using Gongbao.Kernel.Time;
using Gongbao.Notices;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Gongbao.Bench.Kills;

/// <summary>Where a program that is killed finds everything: the same for each that takes its place.</summary>
/// <param name="City">Folder of the declarations.</param>
/// <param name="Store">The database.</param>
/// <param name="Begun">When real time began to go faster.</param>
internal sealed record KilledPlace(string City, StoreOptions Store, DateTimeOffset Begun)
{
    /// <summary>The store, access and the room of notices as the program has them, without pages.</summary>
    public IServiceCollection AddTo(IServiceCollection services, DateTimeOffset legalAt)
    {
        var time = new HurriedTime(Begun);
        services.AddSingleton<TimeProvider>(time).AddSingleton(new CityClock(time, legalAt));
        services.AddSingleton(CityDeclarations.Load(City, "qinghe").Required());
        services.AddAccess(new() { DataFolder = Store.DataFolder });
        return NoticesRoom.AddServices(services);
    }
}

/// <summary>A process of its own in which ladders are climbed and deliveries sent, until it is killed. Legal time comes by its standard input, an instant a line.</summary>
internal sealed class KilledProgram : IDisposable
{
    public const string Command = "kills-program";

    private const string IsUp = "up";

    private readonly Process _process;
    private readonly Lock _gate = new();
    private bool _isKilled;

    public KilledProgram(KilledPlace place, DateTimeOffset legalAt)
    {
        _process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(KilledProgram).Assembly.Location, Command, place.City, place.Store.DataFolder, place.Store.ConnectionString ?? "", Text(place.Begun), Text(legalAt)]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _process.StandardInput.AutoFlush = true;
    }

    /// <summary>Ends when the ladders and the senders run, or the process is gone.</summary>
    public async Task UpAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line && line != IsUp) continue;
    }

    public void Move(DateTimeOffset legalAt)
    {
        try
        {
            _process.StandardInput.WriteLine(Text(legalAt));
        }
        catch (IOException) when (_isKilled)
        {
            // Whoever takes its place is told when it is started.
        }
    }

    /// <exception cref="InvalidOperationException">It has ended by itself.</exception>
    public void MustRun()
    {
        lock (_gate)
            if (!_isKilled && _process.HasExited) throw new InvalidOperationException($"The program ended by itself with {_process.ExitCode}.");
    }

    /// <summary>At once, without a word (SIGKILL).</summary>
    /// <exception cref="InvalidOperationException">It had ended by itself.</exception>
    public void Kill()
    {
        lock (_gate)
        {
            MustRun();
            if (_isKilled) return;
            _isKilled = true;
            _process.Kill();
            _process.WaitForExit();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isKilled = true;
            if (!_process.HasExited)
            {
                _process.Kill();
                _process.WaitForExit();
            }
        }
        _process.Dispose();
    }

    /// <summary>What the process itself does.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var server = arguments[2].Length > 0 ? arguments[2] : null;
        var place = new KilledPlace(arguments[0], new() { Provider = server is null ? StoreProvider.Sqlite : StoreProvider.Postgres, DataFolder = arguments[1], ConnectionString = server }, Instant(arguments[3]));
        var services = new ServiceCollection();
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Error).AddSimpleConsole(c => c.SingleLine = true));
        services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddStore(place.Store);
        place.AddTo(services, Instant(arguments[4]));
        await using var built = services.BuildServiceProvider();
        await built.GetRequiredService<StoreStart>().ReadyAsync(default);
        await AccessSetup.StartKeysAsync(built, default);
        await built.GetRequiredService<LadderRun>().StartAsync(default);
        await built.GetRequiredService<Outbox>().StartAsync(default);
        Console.WriteLine(IsUp);
        while (await Console.In.ReadLineAsync() is { } line) built.GetRequiredService<CityClock>().MoveTo(Instant(line)).IsRefused(out _, out _);
        return 0;
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
