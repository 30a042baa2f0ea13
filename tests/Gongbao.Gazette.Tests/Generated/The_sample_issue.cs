using Gongbao.Gazette.Generating.Truth;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated.Scoring;

namespace Gongbao.Gazette.Tests.Generated;

/// <summary>The issue of the made-up city in samples/, against its truth, which was written apart from the reader.</summary>
public class The_sample_issue
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(SampleCity.CityRoot)!, "samples");

    public static TheoryData<string> Issues => [.. Directory.EnumerateFiles(Folder, "*.truth.json").Select(f => Path.GetFileName(f)[..^".truth.json".Length])];

    [Theory, MemberData(nameof(Issues))]
    [Clause("GAZ-01")]
    public void Is_read_as_its_truth_says(string issue)
    {
        var truth = TrueIssue.FromJson(File.ReadAllText(Path.Combine(Folder, issue + ".truth.json")));
        Assert.False(GazetteFile.Read(new FileInfo(Path.Combine(Folder, issue + ".txt")), SampleCity.Reader).IsRefused(out var refusal, out var reading), refusal?.Reason);
        var score = Comparison.Of(issue, truth, ReadingJson.Write(reading!));
        Assert.True(score.Differences.Count == 0, score.Examples(each: 5));
        Assert.Equal(1, score.Boundaries.F1);
        Assert.Equal(1, score.Nodes.F1);
        Assert.Equal(1, score.Lists.F1);
        Assert.InRange(score.FlaggedShare, 0, 0.01);
    }

    /// <summary>A measure that cannot fail would say nothing: each change of the truth is noticed.</summary>
    [Theory, MemberData(nameof(Issues))]
    public void Would_not_be_read_as_a_changed_truth_says(string issue)
    {
        var text = File.ReadAllText(Path.Combine(Folder, issue + ".txt"));
        var truth = TrueIssue.FromJson(File.ReadAllText(Path.Combine(Folder, issue + ".truth.json")));
        var reading = ReadingJson.Write(GazetteReader.Read(SourceText.Of(text), SampleCity.Reader));
        var table = truth.Documents.FindIndex(d => d.Obligations.Count > 0 && d.Obligations[0].Task is not null);
        foreach (var changed in new[]
                 {
                     With(truth, 0, d => d with { Date = "2000-01-01" }),
                     With(truth, table, d => d with { Headings = [.. d.Headings.Skip(1)] }),
                     With(truth, table, d => d with { Obligations = [d.Obligations[0] with { DueText = "明年" }, .. d.Obligations.Skip(1)] }),
                     With(truth, table, d => d with { Obligations = [.. d.Obligations.Skip(1)] }),
                     With(truth, 0, d => d with { Honours = [.. d.Honours, new("没有的奖项", null, "没有的单位", null)] }),
                     new TrueIssue([.. truth.Documents.Skip(1)]),
                 })
            Assert.NotEmpty(Comparison.Of(issue, changed, reading).Differences);
    }

    private static TrueIssue With(TrueIssue truth, int at, Func<TrueDocument, TrueDocument> change) =>
        new([.. truth.Documents.Select((d, i) => i == at ? change(d) : d)]);
}
