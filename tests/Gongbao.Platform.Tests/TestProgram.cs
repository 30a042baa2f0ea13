using Gongbao.Platform.Tests.Store.Faults;

namespace Gongbao.Platform.Tests;

/// <summary>Runs the tests or, asked by a fault test, the part of a process that is loaded and killed.</summary>
internal static class TestProgram
{
    public static Task<int> Main(string[] args)
    {
        if (args is [StoreChild.Flag, ..]) return StoreChild.RunAsync(args[1..]);
        return args.Any(a => a is "--server" or "--internal-msbuild-node")
            ? Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
    }
}
