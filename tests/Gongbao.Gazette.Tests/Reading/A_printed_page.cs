using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;

namespace Gongbao.Gazette.Tests.Reading;

/// <summary>Pages as the print numbers them, not as breaks are counted.</summary>
public class A_printed_page
{
    [Fact]
    public void Has_the_number_at_its_foot() => Assert.Equal([5, 5, 6, 6], Pages("甲。\n— 5 —\n\f乙。\n— 6 —"));

    [Fact]
    public void Has_the_number_at_its_head_where_the_break_is_above_it() => Assert.Equal([null, 2, 2, 3, 3], Pages("甲。\n\f— 2 —\n乙。\n\f— 3 —\n丙。"));

    [Fact]
    public void Without_a_number_lies_between_numbered_ones() => Assert.Equal([5, 5, 6, 7, 7], Pages("甲。\n— 5 —\n\f乙。\n\f丙。\n— 7 —"));

    [Fact]
    public void Is_unknown_where_fewer_breaks_show_than_pages_went_by() => Assert.Equal([5, 5, null, 9, 9], Pages("甲。\n— 5 —\n\f乙。\n\f丙。\n— 9 —"));

    [Fact]
    public void Is_unknown_where_no_number_is_printed() => Assert.Equal([null, null], Pages("甲。\n\f乙。"));

    [Fact]
    public void Behind_the_last_number_is_counted_on_only_where_the_numbers_before_agreed()
    {
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 5], Pages("甲。\n— 1 —\n\f乙。\n— 2 —\n\f丙。\n— 3 —\n\f丁。\n\f戊。"));
        Assert.Equal([1, 1, 2, 2, null], Pages("甲。\n— 1 —\n\f乙。\n— 2 —\n\f丁。"));
    }

    [Fact]
    public void Of_the_real_gazette_is_known_for_every_line()
    {
        Assert.False(GazetteFile.Open(new FileInfo(RealIssue.Path)).IsRefused(out _, out var source));
        var lines = LineClassifier.Classify(source).Lines;
        Assert.All(lines, l => Assert.NotNull(l.Page));
        Assert.Equal([5, 7, 11, 18], lines.Where(l => l.Kind is LineKind.PageNumber).Select(l => l.Page!.Value));
    }

    /// <summary>Of each defect that moves pages: what is said of a line's page is so, and most is said.</summary>
    [Theory]
    [InlineData((int)(Defects.PageNumbers | Defects.BrokenLines | Defects.MultiPageTables))]
    [InlineData((int)Defects.All)]
    public void Of_a_generated_issue_is_never_told_wrong(int defects)
    {
        var (told, all) = (0, 0);
        for (ulong seed = 81_001; seed <= 81_040; seed++)
        {
            var issue = IssueGenerator.Generate(SampleCity.Words, 6, seed, (Defects)defects);
            foreach (var line in LineClassifier.Classify(SourceText.Of(issue.Text)).Lines.Where(l => l.Kind is not LineKind.Blank))
            {
                all++;
                if (line.Page is null) continue;
                told++;
                Assert.True(line.Page == issue.Pages[line.Number - 1], $"seed {seed}, line {line.Number}: page {issue.Pages[line.Number - 1]}, read as {line.Page}");
            }
        }
        Assert.True(told >= all * 0.9, $"{told} of {all} lines");
    }

    private static IEnumerable<int?> Pages(string text) => LineClassifier.Classify(SourceText.Of(text)).Lines.Select(l => l.Page);
}
