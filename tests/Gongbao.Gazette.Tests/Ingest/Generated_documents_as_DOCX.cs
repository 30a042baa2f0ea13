using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Generated.Scoring;

namespace Gongbao.Gazette.Tests.Ingest;

/// <summary>The generator's documents printed as DOCX beside their truth, their print, and their twin with typed numbers.</summary>
public class Generated_documents_as_DOCX(ITestOutputHelper output)
{
    private const int Issues = 60;
    private const int Documents = 4;
    private const ulong FirstSeed = 91_001;

    /// <summary>What a document may have that no page broke.</summary>
    private const Defects Kept = Defects.SpacedDates | Defects.SpacedNames | Defects.NumberBeforeTitle | Defects.HalfWidthMarkers | Defects.SkippedLevels | Defects.RunInHeadings
        | Defects.ForwardedDocuments | Defects.MissingStops | Defects.JointIssuers | Defects.MisprintedUnits | Defects.IllegiblePoints | Defects.NameLists
        | Defects.AppointmentLists | Defects.BracketForms | Defects.Orders | Defects.MultiPageTables;

    private static IEnumerable<ulong> Seeds => Enumerable.Range(0, Issues).Select(i => FirstSeed + (ulong)i);

    private static GazetteReading Docx(ulong seed, double automatic, out DocxPress press)
    {
        press = new(new(seed), automatic);
        var bytes = DocxPress.Print(IssueGenerator.Drafts(SampleCity.Words, Documents, seed, Kept), press);
        Assert.False(DocxFile.Read("a.docx", bytes).IsRefused(out var refusal, out var source), refusal?.Reason);
        return GazetteReader.Read(source!, SampleCity.Reader);
    }

    [Fact]
    public void Are_read_as_their_truth_says()
    {
        var sum = new Score();
        var (numbered, restarts) = (0, 0);
        foreach (var seed in Seeds)
        {
            var reading = Docx(seed, 0.7, out var press);
            sum.Add(Comparison.Of($"seed {seed}", IssueGenerator.Generate(SampleCity.Words, Documents, seed, Kept).Truth, ReadingJson.Write(reading)));
            Assert.Equal(0, reading.Coverage.Unaccounted);
            (numbered, restarts) = (numbered + press.Numbered, restarts + press.Restarts);
        }
        output.WriteLine($"{numbered} numbers by the word processor, {restarts} lists that begin anew\n{Score.Titles}\n{sum.Line("docx")}\n{sum.Examples(each: 5)}");
        Assert.True(numbered > 1000 && restarts > 50, $"{numbered} {restarts}");
        Assert.True(sum.Boundaries.F1 == 1 && sum.HeadShare >= 0.998 && sum.Nodes.F1 >= 0.998 && sum.Rows.F1 >= 0.998 && sum.ErrorShare <= 0.001, sum.Line("docx") + "\n" + sum.Examples(each: 5));
    }

    [Fact]
    public void Give_the_same_tree_with_typed_numbers()
    {
        foreach (var seed in Seeds) Assert.Equal(Outline(Docx(seed, 0, out _), tables: true), Outline(Docx(seed, 1, out _), tables: true));
    }

    [Fact]
    public void Give_the_same_clauses_as_their_print()
    {
        foreach (var seed in Seeds)
        {
            var print = GazetteReader.Read(SourceText.Of(IssueGenerator.Generate(SampleCity.Words, Documents, seed, Kept).Text), SampleCity.Reader);
            Assert.Equal(Outline(print, tables: false), Outline(Docx(seed, 0.7, out _), tables: false));
        }
    }

    /// <summary>All nodes, outermost first; without tables and forms, which print shows otherwise. Where paragraphs end print does not tell: those that follow one another are one.</summary>
    private static List<string> Outline(GazetteReading reading, bool tables)
    {
        var lines = new List<string>();
        foreach (var document in reading.Documents) Add(document.Root, 0);
        return lines;

        void Add(Node node, int depth)
        {
            if (!tables && node.Kind is NodeKind.Table or NodeKind.Form) return;
            var paragraph = $"{new string(' ', depth)}{NodeKind.Paragraph} ";
            if (!tables && node.Kind is NodeKind.Paragraph && lines.Count > 0 && lines[^1].StartsWith(paragraph, StringComparison.Ordinal)) lines[^1] += Characters.Compact(node.Text);
            else lines.Add($"{new string(' ', depth)}{node.Kind} {node.Label} {Characters.Compact(node.Heading ?? "")} {Characters.Compact(node.Text)}");
            foreach (var child in node.Children) Add(child, depth + 1);
        }
    }
}
