using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated.Scoring;

namespace Gongbao.Gazette.Tests.Generated;

/// <summary>200 issues with every defect at once, and each defect by itself, against their truth. The table goes to the test's output.</summary>
public class The_reader_on_generated_issues(ITestOutputHelper output)
{
    private const int Issues = 200;
    private const int IssuesPerDefect = 8;
    private const int Documents = 6;

    /// <summary>What any printed issue has.</summary>
    private const Defects Print = Defects.BrokenLines | Defects.HeaderLast | Defects.MultiPageTables;

    private static readonly Lazy<Score> All = new(() => Of(Defects.All, Issues));

    [Fact]
    [Clause("GAZ-01")]
    public void Finds_where_documents_begin()
    {
        output.WriteLine(Score.Titles);
        output.WriteLine(All.Value.Line("all"));
        Assert.True(All.Value.Boundaries.F1 >= 0.995, All.Value.Examples(each: 5));
    }

    [Fact]
    public void Reads_number_title_date_and_issuer() => Assert.True(All.Value.HeadShare >= 0.995, All.Value.Examples(each: 5));

    [Fact]
    public void Finds_the_clauses() => Assert.True(All.Value.Nodes.F1 >= 0.99, All.Value.Examples(each: 5));

    [Fact]
    public void Flags_few_values() => Assert.InRange(All.Value.FlaggedShare, 0, 0.08);

    [Fact]
    public void Holds_for_each_defect_by_itself()
    {
        output.WriteLine(Score.Titles);
        foreach (var defect in Enum.GetValues<Defects>().Where(d => d is not (Defects.None or Defects.All)))
        {
            var score = Of(defect | Print, IssuesPerDefect);
            output.WriteLine(score.Line(defect.ToString()));
            Assert.True(score.Boundaries.F1 >= 0.995 && score.HeadShare >= 0.995 && score.Nodes.F1 >= 0.98, $"{defect}\n{score.Examples(each: 5)}");
        }
    }

    private static Score Of(Defects defects, int issues)
    {
        var sum = new Score();
        for (var seed = 1; seed <= issues; seed++)
        {
            var issue = IssueGenerator.Generate(SampleCity.Words, Documents, (ulong)seed, defects);
            sum.Add(Comparison.Of($"seed {seed}", issue.Truth, ReadingJson.Write(GazetteReader.Read(SourceText.Of(issue.Text), SampleCity.Reader))));
        }
        return sum;
    }
}
