using Gongbao.Casework.Tests.Running;

namespace Gongbao.Casework.Tests;

/// <summary>Runs the tests or, asked by a fault test, the part of a process that is loaded and killed.</summary>
internal static class TestProgram
{
    public static Task<int> Main(string[] args)
    {
        if (args is [A_program_that_is_killed.Flag, var folder]) return A_program_that_is_killed.RunAsync(folder);
        return args.Any(a => a is "--server" or "--internal-msbuild-node")
            ? Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
    }
}
