using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Generated;

public class The_contents_of_generated_issues
{
    private const ulong FirstSeed = 71_001;

    [Fact]
    public void Raise_no_doubt_where_they_are_right()
    {
        for (var seed = FirstSeed; seed < FirstSeed + 40; seed++)
            Assert.All(Read(seed, Defects.All & ~Defects.WrongContents).Read, d => Assert.DoesNotContain(d.Flags, f => f.At == "contents"));
    }

    [Fact]
    public void Raise_a_doubt_at_each_document_that_they_misprint_and_at_no_other()
    {
        var misprinted = 0;
        for (var seed = FirstSeed; seed < FirstSeed + 40; seed++)
        {
            var (issue, read) = Read(seed, Defects.All);
            Assert.Equal(
                issue.Truth.Documents.Where(d => d.Flags.Exists(f => f.At == "contents")).Select(d => $"{seed} {d.Title}"),
                read.Where(d => d.Flags.Any(f => f.At == "contents")).Select(d => $"{seed} {d.Title?.Value}"));
            misprinted += issue.Truth.Documents.Count(d => d.Flags.Exists(f => f.At == "contents"));
        }
        Assert.True(misprinted > 20);
    }

    private static (GeneratedIssue Issue, IReadOnlyList<ReadDocument> Read) Read(ulong seed, Defects defects)
    {
        var issue = IssueGenerator.Generate(SampleCity.Words, 8, seed, defects);
        return (issue, GazetteReader.Read(SourceText.Of(issue.Text), SampleCity.Reader).Documents);
    }
}
