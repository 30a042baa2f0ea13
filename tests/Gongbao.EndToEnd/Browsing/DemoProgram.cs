using System.Diagnostics;
using Gongbao.EndToEnd.CommandLine;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>The built program as <c>demo</c> starts it, over a folder of its own; one for all tests of a class. Not started where there is no browser.</summary>
public sealed class DemoProgram : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("gongbao-demo").FullName;
    private Process? _program;

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Browser.Executable is null) return;
        _program = GongbaoProgram.Start("demo", "--data", _data, "--port", "0");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await _program.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
            {
                Address = line[at..].Split(' ')[0];
                return;
            }
        Assert.Fail("The demo ended before it served: " + await _program.StandardError.ReadToEndAsync(limit.Token));
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is { HasExited: false })
        {
            _program.Kill(entireProcessTree: true);
            await _program.WaitForExitAsync();
        }
        _program?.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
