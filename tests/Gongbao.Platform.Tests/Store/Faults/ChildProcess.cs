using System.Diagnostics;

namespace Gongbao.Platform.Tests.Store.Faults;

/// <summary>This test program, started again as a child.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public StreamReader Output => _process.StandardOutput;

    public static ChildProcess Start(params IEnumerable<string> args) => Run("dotnet", [Program, StoreChild.Flag, .. args]);

    /// <param name="tracer">A program that starts another, with its own arguments.</param>
    /// <param name="args">What the child does.</param>
    public static ChildProcess StartUnder(IReadOnlyList<string> tracer, params IEnumerable<string> args) =>
        Run(tracer[0], [.. tracer.Skip(1), "dotnet", Program, StoreChild.Flag, .. args]);

    /// <summary>As <c>kill -9</c>: nothing in the child gets to run any more.</summary>
    public void Kill() => _process.Kill();

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static string Program => typeof(ChildProcess).Assembly.Location;

    private static ChildProcess Run(string program, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return new(Process.Start(start)!);
    }
}
