using System.Diagnostics;
using System.Text.Json;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading;

public class The_real_gazette
{
    [Fact]
    [Clause("GAZ-01")]
    public void Has_every_head_and_every_heading_of_the_truth()
    {
        var reading = Read();
        using var truth = JsonDocument.Parse(File.ReadAllBytes(RealIssue.Truth));
        var expected = truth.RootElement.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(expected.Count, reading.Documents.Count);
        Assert.All(expected.Zip(reading.Documents), pair =>
        {
            var (right, read) = pair;
            Assert.Equal(right.GetProperty("number").GetString(), read.Number?.Value);
            Assert.Equal(right.GetProperty("issuer").GetString(), read.Issuers[0].Value);
            Assert.Equal(right.GetProperty("title").GetString(), read.Title?.Value);
            Assert.Equal(right.GetProperty("kind").GetString(), read.Kind?.Value);
            Assert.Equal(right.GetProperty("date").GetString(), read.DatedOn?.Value.ToString("yyyy-MM-dd"));
            Assert.Equal(Texts(right, "addressees"), read.Addressees.Select(a => a.Value));
            Assert.Equal(Texts(right, "attachments"), read.Attachments.Select(a => a.Value));
            var headings = right.TryGetProperty("headings", out var list) ? list.EnumerateArray().ToList() : [];
            Assert.Equal(
                headings.Select(h => (h.GetProperty("level").GetInt32(), h.GetProperty("label").GetString(), h.GetProperty("text").GetString())),
                read.Headings.Select(h => (h.Level, (string?)h.Label, (string?)h.Text.Value)));
        });
    }

    [Fact]
    [Clause("GAZ-01")]
    public async Task Equals_the_truth_in_every_field_by_the_scorer_that_is_given()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("gongbao-reading");
        try
        {
            var (json, ledger) = (Path.Combine(folder.FullName, "reading.json"), Path.Combine(folder.FullName, "ledger.tsv"));
            var reading = Read();
            await File.WriteAllBytesAsync(json, ReadingJson.Write(reading), stop);
            await File.WriteAllTextAsync(ledger, LedgerFile.Write(reading), stop);
            var start = new ProcessStartInfo("python3", [RealIssue.Scorer, json, RealIssue.Truth, "--ledger", ledger, RealIssue.Path]) { RedirectStandardOutput = true };
            using var scorer = Process.Start(start)!;
            var report = await scorer.StandardOutput.ReadToEndAsync(stop);
            await scorer.WaitForExitAsync(stop);
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
        var reading = Read();
        Assert.Equal(0, reading.Coverage.Unaccounted);
        Assert.All(reading.Ledger.Where(e => e.IsDiscard), e => Assert.Contains(e.Path, (string[])["discard:page-number", "discard:running-head", "discard:masthead"]));
    }

    [Fact]
    public void Reads_twice_to_the_same_bytes() => Assert.Equal(ReadingJson.Write(Read()), ReadingJson.Write(Read()));

    [Fact]
    public void Groups_the_rows_of_the_division_table_by_the_chapter_of_their_measure()
    {
        var document = Read().Documents.MaxBy(d => d.Obligations.Count)!;
        var chapters = document.Headings.Where(h => h.Level == 1).ToList();
        Assert.All(document.Obligations, o =>
        {
            var measure = document.Headings.First(h => h.Level == 2 && h.Label == o.Measure?.Value);
            Assert.Equal(chapters.Last(c => c.Line < measure.Line).Text.Value, o.Group?.Value);
        });
    }

    [Fact]
    public void Counts_the_tables_and_lists_that_state_its_obligations() => Assert.Equal(4, ReadingTotals.Of(Read()).ObligationTables);

    private static IEnumerable<string?> Texts(JsonElement document, string key) => document.GetProperty(key).EnumerateArray().Select(t => t.GetString());

    private static GazetteReading Read()
    {
        Assert.False(CityReaders.ContextOf("dazhou").IsRefused(out var refusal, out var context), refusal?.Reason);
        Assert.False(GazetteFile.Read(new FileInfo(RealIssue.Path), context!).IsRefused(out refusal, out var reading), refusal?.Reason);
        return reading!;
    }
}
