using System.Diagnostics;

namespace Gongbao.Platform.Tests.Store.Faults;

/// <summary>Looks at the system calls of a writing process.</summary>
public class An_answer
{
    private const int Waves = 6;
    private const int Units = 50;

    [Fact]
    public async Task Is_given_only_after_the_batch_is_on_the_disk()
    {
        Assert.SkipUnless(await HasStraceAsync(), "strace is not here, or may not trace.");
        var folder = Directory.CreateTempSubdirectory("gongbao-trace-").FullName;
        var trace = Path.Combine(folder, "trace");
        using var child = ChildProcess.StartUnder(
            ["strace", "-f", "-y", "-e", "trace=fdatasync,fsync,pwrite64,write", "-o", trace],
            StoreChild.Waves, folder, $"{Waves}", $"{Units}");
        await child.Output.ReadToEndAsync();
        Assert.Equal(0, await child.ExitAsync());

        var calls = WriteAheadTrace.Read(File.ReadLines(trace));
        Assert.Equal((Waves * Units, 0), (calls.Answers, calls.AnswersBeforeSync));
        Assert.True(calls.BatchesAnswered >= Waves);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(0, "pwrite64(9</d/gongbao.db-wal>, \"x\", 24, 0) = 24", "fdatasync(9</d/gongbao.db-wal>) = 0", "write(1<pipe:[7]>, \"1\\n\", 2) = 2")]
    [InlineData(1, "pwrite64(9</d/gongbao.db-wal>, \"x\", 24, 0) = 24", "write(1<pipe:[7]>, \"1\\n\", 2) = 2", "fdatasync(9</d/gongbao.db-wal>) = 0")]
    [InlineData(1, "fdatasync(9</d/gongbao.db-wal>) = 0", "pwrite64(9</d/gongbao.db-wal>, \"x\", 24, 0) = 24", "write(1<pipe:[7]>, \"1\\n\", 2) = 2")]
    [InlineData(1, "pwrite64(9</d/gongbao.db-wal>, \"x\", 24, 0) = 24", "fdatasync(9</d/gongbao.db-wal> <unfinished ...>", "write(1<pipe:[7]>, \"1\\n\", 2) = 2")]
    [InlineData(0, "pwrite64(9</d/gongbao.db-wal>, \"x\", 24, 0) = 24", "fdatasync(9</d/gongbao.db-wal> <unfinished ...>", "<... fdatasync resumed>) = 0", "write(1<pipe:[7]>, \"1\\n\", 2) = 2")]
    [InlineData(1, "pwrite64(9</d/gongbao.db-wal>, \"x\", 24, 0) = 24", "fdatasync(9</d/gongbao.db-wal>) = -1 EIO", "write(1<pipe:[7]>, \"1\\n\", 2) = 2")]
    public void Given_too_early_would_be_seen_in_the_trace(int early, params string[] calls) =>
        Assert.Equal(early, WriteAheadTrace.Read(calls.Select(c => "4711 " + c)).AnswersBeforeSync);

    private static async Task<bool> HasStraceAsync()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
