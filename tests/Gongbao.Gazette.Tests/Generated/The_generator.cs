using System.Globalization;
using System.Text.RegularExpressions;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Generating.Composing;
using Gongbao.Gazette.Generating.Truth;

namespace Gongbao.Gazette.Tests.Generated;

public partial class The_generator
{
    [Fact]
    public void Makes_the_same_issue_from_the_same_seed()
    {
        var (first, second) = (Make(7), Make(7));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Truth.ToJson(), second.Truth.ToJson());
        Assert.NotEqual(first.Text, Make(8).Text);
    }

    [Fact]
    public void Writes_a_truth_that_reads_back_the_same()
    {
        var truth = Make(3).Truth;
        Assert.Equal(truth.ToJson(), TrueIssue.FromJson(truth.ToJson()).ToJson());
    }

    /// <summary>What the truth holds stands in the print, once furniture and white space are taken away; so no value is asked for that is not there.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData((int)(Defects.All & ~(Defects.RunningHeads | Defects.Mastheads | Defects.PageNumbers | Defects.BracketForms)))]
    public void Prints_what_the_truth_holds(int all)
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            var issue = IssueGenerator.Generate(SampleCity.Words, 8, seed, (Defects)all);
            var print = Squeezed(issue.Text);
            Assert.All(issue.Truth.Documents, d =>
            {
                Assert.True(Printed(d).Any(print.Contains), d.Number);
                Assert.Contains(Squeezed(d.Title), print);
                Assert.All(d.Headings, h => Assert.Contains(h.Label + h.Text, print));
                Assert.All(d.Obligations, o => Assert.Contains((o.Task ?? "").TrimEnd('。'), print));
                Assert.All(d.Personnel, p => Assert.Contains(p.Person, print));
                Assert.All(d.ScoreSheet, s => Assert.Contains(s.Text.TrimEnd('。'), print));
            });
        }
    }

    /// <summary>How a number may be printed: an order's also in Chinese figures.</summary>
    private static IEnumerable<string> Printed(TrueDocument document) =>
        document.Kind == "令" ? [document.Number, Figures().Replace(document.Number, m => Numerals.Of(int.Parse(m.Value, CultureInfo.InvariantCulture)))] : [document.Number];

    [GeneratedRegex(@"\d+")]
    private static partial Regex Figures();

    [Theory]
    [InlineData("all", (int)Defects.All)]
    [InlineData("None", 0)]
    [InlineData("brokenlines, PageNumbers", (int)(Defects.BrokenLines | Defects.PageNumbers))]
    public void Knows_defects_by_name(string words, int expected)
    {
        Assert.True(GenerateCommand.TryParse(words, out var defects));
        Assert.Equal((Defects)expected, defects);
    }

    [Theory]
    [InlineData("Misprint")]
    [InlineData("3")]
    public void Refuses_defects_it_does_not_know(string words) => Assert.False(GenerateCommand.TryParse(words, out _));

    private static GeneratedIssue Make(ulong seed) => IssueGenerator.Generate(SampleCity.Words, 6, seed, Defects.All);

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
