using System.Diagnostics;
using System.Globalization;
using Gongbao.Kernel.Results;
using Npgsql;

namespace Gongbao.Platform.Store.Backup;

/// <summary>The server's own programs (<c>pg_dump</c>, <c>pg_restore</c>, <c>psql</c>), from the path or from Debian's folders by version.</summary>
internal sealed class PostgresTools(string connectionString)
{
    private const string VersionFolders = "/usr/lib/postgresql";

    private readonly NpgsqlConnectionStringBuilder _to = new(connectionString);

    public Task<Refusal?> DumpAsync(string file, CancellationToken stop) =>
        RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--schema=public", "--file=" + file, "--dbname=" + _to.Database], stop);

    /// <summary>Puts a dump in the place of everything that is there, in one transaction: all of it, or nothing.</summary>
    public async Task<Refusal?> RestoreAsync(string dump, string scratch, CancellationToken stop)
    {
        var script = Path.Combine(scratch, "restore.sql");
        if (await RunAsync("pg_restore", ["--no-owner", "--no-privileges", "--file=" + script, dump], stop) is { } refusal) return refusal;
        // A dump of a schema that was always there may make it anew or not, by version; both ways it is there at the end.
        var begin = Path.Combine(scratch, "begin.sql");
        await File.WriteAllTextAsync(begin, "drop schema if exists public cascade;\n", stop);
        var text = await File.ReadAllTextAsync(script, stop);
        if (!text.Contains("CREATE SCHEMA public", StringComparison.Ordinal)) await File.AppendAllTextAsync(begin, "create schema public;\n", stop);
        return await RunAsync(
            "psql", ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--dbname=" + _to.Database, "--file=" + begin, "--file=" + script], stop);
    }

    private async Task<Refusal?> RunAsync(string tool, IEnumerable<string> args, CancellationToken stop)
    {
        if (Find(tool) is not { } program) return BackupRefusals.NoTool(tool);
        var start = new ProcessStartInfo(program, args) { RedirectStandardError = true, RedirectStandardOutput = true };
        // By environment and not by argument: arguments can be seen by every user of the machine.
        start.Environment["PGHOST"] = _to.Host;
        start.Environment["PGPORT"] = _to.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = _to.Username;
        if (_to.Password is { } password) start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(stop);
            var error = await process.StandardError.ReadToEndAsync(stop);
            await output;
            await process.WaitForExitAsync(stop);
            return process.ExitCode == 0 ? null : BackupRefusals.ToolFailed(tool, error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static string? Find(string tool)
    {
        var versions = Directory.Exists(VersionFolders)
            ? Directory.GetDirectories(VersionFolders)
                .OrderByDescending(f => double.TryParse(Path.GetFileName(f), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(f => Path.Combine(f, "bin"))
            : [];
        // The newest version first: an older one refuses a newer server, and a wrapper on the path may choose an older one.
        return versions.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
    }
}
