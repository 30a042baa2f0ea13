using System.Diagnostics;
using Gongbao.Gazette.Reading;
using Gongbao.Testing;

namespace Gongbao.Gazette.Tests.Reading;

public class The_real_gazette
{
    [Fact]
    [Clause("GAZ-01")]
    public async Task Reads_equal_to_the_truth_in_every_field()
    {
        var reading = Read("dazhou");
        var folder = Directory.CreateTempSubdirectory("gongbao-reading");
        try
        {
            var (json, ledger) = (Path.Combine(folder.FullName, "reading.json"), Path.Combine(folder.FullName, "ledger.tsv"));
            await File.WriteAllBytesAsync(json, ReadingJson.Write(reading), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(ledger, LedgerFile.Write(reading), TestContext.Current.CancellationToken);
            var start = new ProcessStartInfo("python3", [RealIssue.Scorer, json, RealIssue.Truth, "--ledger", ledger, RealIssue.Path]) { RedirectStandardOutput = true };
            using var scorer = Process.Start(start)!;
            var report = await scorer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await scorer.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(scorer.ExitCode == 0, report);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Loses_no_character()
    {
        var reading = Read("dazhou");
        Assert.Equal(0, reading.Coverage.Unaccounted);
        Assert.All(reading.Ledger.Where(e => e.IsDiscard), e => Assert.Contains(e.Path, (string[])["discard:page-number", "discard:running-head", "discard:masthead"]));
    }

    [Fact]
    public void Reads_twice_to_the_same_bytes() => Assert.Equal(ReadingJson.Write(Read("dazhou")), ReadingJson.Write(Read("dazhou")));

    private static GazetteReading Read(string city)
    {
        var path = RealIssue.Path;
        Assert.False(CityReaders.ContextOf(city).IsRefused(out var refusal, out var context), refusal?.Reason);
        Assert.False(GazetteFile.Read(new FileInfo(path), context!).IsRefused(out refusal, out var reading), refusal?.Reason);
        return reading!;
    }
}
