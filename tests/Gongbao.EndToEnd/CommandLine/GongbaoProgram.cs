using System.Diagnostics;
using System.Text;

namespace Gongbao.EndToEnd.CommandLine;

/// <summary>The built program, run as an operator runs it: its own process, arguments in, output and exit code back.</summary>
internal static class GongbaoProgram
{
    private const string Dll = "Gongbao.dll";

    public sealed record Outcome(int ExitCode, string Output, string Errors);

    public static Task<Outcome> RunAsync(params string[] arguments) => RunOtherAsync(Dll, arguments);

    /// <summary>Another program of the house that is built beside this one.</summary>
    public static async Task<Outcome> RunOtherAsync(string dll, params string[] arguments)
    {
        using var process = Start(dll, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{dll} {string.Join(' ', arguments)} did not end; it had printed:\n{await output}\n{await errors}");
        }

        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the program and leaves it running; the caller ends it.</summary>
    public static Process Start(params string[] arguments) => Start(Dll, arguments);

    private static Process Start(string dll, string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, dll), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    })!;
}
