using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Gongbao.Platform.Store;

namespace Gongbao.Bench.Search;

/// <summary>The program itself, serving a library on a port of its own, in a process of its own whose processor time can be read.</summary>
internal sealed class SearchBenchServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string? _database;

    private SearchBenchServer(Process process, Uri address, string? database) => (_process, Address, _database) = (process, address, database);

    public Uri Address { get; }

    public static async Task<SearchBenchServer> StartAsync(StoreOptions store)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Gongbao.dll"), "serve", "--data", store.DataFolder, "--port", port.ToString(CultureInfo.InvariantCulture), "--city", "qinghe" }) start.ArgumentList.Add(argument);
        if (store.ConnectionString is { } connection) start.ArgumentList.Add("--database=" + connection);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 } said) Console.Error.WriteLine(said); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new SearchBenchServer(process, new($"http://127.0.0.1:{port}"), store.ConnectionString is null ? null : new Npgsql.NpgsqlConnectionStringBuilder(store.ConnectionString).Database);
        using var client = new HttpClient { BaseAddress = server.Address };
        for (var tries = 0; tries < 600; tries++)
        {
            if (process.HasExited) throw new InvalidOperationException("the server ended");
            try
            {
                if ((await client.GetAsync("/api/gazette/search?q=%E5%B7%A5%E4%BD%9C")).IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("the server did not start");
    }

    /// <summary>Processor time of the program and, on PostgreSQL, of the sessions of its database.</summary>
    public (TimeSpan Program, TimeSpan Database) Cpu()
    {
        _process.Refresh();
        return (_process.TotalProcessorTime, _database is null ? default : DatabaseCpu());
    }

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private TimeSpan DatabaseCpu()
    {
        long ticks = 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
        {
            try
            {
                if (!File.ReadAllText(folder + "/cmdline").Contains(_database!, StringComparison.Ordinal) || !File.ReadAllText(folder + "/comm").StartsWith("postgres", StringComparison.Ordinal)) continue;
                var stat = File.ReadAllText(folder + "/stat");
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                ticks += long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }
        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
