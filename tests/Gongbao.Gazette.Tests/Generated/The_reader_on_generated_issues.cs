using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated.Scoring;

namespace Gongbao.Gazette.Tests.Generated;

/// <summary>
/// 200 issues with every defect at once, and each defect by itself, against their truth. The table goes to the test's output. The seeds
/// begin where no rule of the reader was tried out.
/// </summary>
public class The_reader_on_generated_issues(ITestOutputHelper output)
{
    private const int Issues = 200;
    private const int IssuesPerDefect = 12;
    private const int Documents = 6;
    private const ulong FirstSeed = 70_001;

    /// <summary>What any printed issue has.</summary>
    private const Defects Print = Defects.BrokenLines | Defects.HeaderLast | Defects.MultiPageTables;

    private static readonly Lazy<Score> All = new(() => Of(Defects.All, Issues));

    public static TheoryData<string> EachDefect => [.. Enum.GetNames<Defects>().Where(d => d is not nameof(Defects.All))];

    [Fact]
    [Clause("GAZ-01")]
    public void Finds_where_documents_begin()
    {
        output.WriteLine(Score.Titles);
        output.WriteLine(All.Value.Line("all"));
        Assert.True(All.Value.Boundaries.F1 >= 0.995, All.Value.Examples(each: 5));
    }

    [Theory]
    [InlineData("number"), InlineData("title"), InlineData("date"), InlineData("issuer")]
    public void Reads_each_part_of_a_head(string part)
    {
        var (right, all) = All.Value.Heads[part];
        Assert.True(right >= 0.995 * all, All.Value.Examples(each: 5));
    }

    [Fact]
    public void Finds_the_clauses() => Assert.True(All.Value.Nodes.F1 >= 0.99, All.Value.Examples(each: 5));

    [Fact]
    public void Reads_the_rows_of_tables() => Assert.True(All.Value.Rows.F1 >= 0.98, All.Value.Examples(each: 5));

    [Fact]
    public void Is_seldom_wrong_where_it_flags_nothing() => Assert.True(All.Value.ErrorShare <= 0.002, All.Value.Examples(each: 5));

    [Fact]
    public void Flags_few_values() => Assert.InRange(All.Value.FlaggedShare, 0, 0.08);

    [Theory, MemberData(nameof(EachDefect))]
    public void Holds_for_each_defect_by_itself(string name)
    {
        var defect = Enum.Parse<Defects>(name);
        var score = Of(defect is Defects.None ? defect : defect | Print, IssuesPerDefect);
        output.WriteLine(Score.Titles);
        output.WriteLine(score.Line(name));
        Assert.True(
            score.Boundaries.F1 >= 0.995 && score.HeadShare >= 0.995 && score.Nodes.F1 >= 0.99 && score.Rows.F1 >= 0.98 && score.ErrorShare <= 0.002
            && score.FlaggedShare <= 0.08,
            $"{score.Line(name)}\n{score.Examples(each: 5)}");
    }

    private static Score Of(Defects defects, int issues)
    {
        var sum = new Score();
        for (var seed = FirstSeed; seed < FirstSeed + (ulong)issues; seed++)
        {
            var issue = IssueGenerator.Generate(SampleCity.Words, Documents, seed, defects);
            sum.Add(Comparison.Of($"seed {seed}", issue.Truth, ReadingJson.Write(GazetteReader.Read(SourceText.Of(issue.Text), SampleCity.Reader))));
        }
        return sum;
    }
}
