using Gongbao.Gazette.Formats.Docx;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;

namespace Gongbao.Gazette.Tests.Ingest;

/// <summary>What the library writes for word processors, with numbers that count themselves, is read again as what it was written from.</summary>
public class A_written_document_read_again
{
    [Fact]
    public void Has_the_same_number_clauses_and_duties()
    {
        var (clauses, duties) = (0, 0);
        for (ulong seed = 301; seed <= 312; seed++)
        {
            var reading = GazetteReader.Read(SourceText.Of(IssueGenerator.Generate(SampleCity.Words, 4, seed, Defects.None).Text), SampleCity.Reader);
            foreach (var document in reading.Documents)
            {
                using var written = new MemoryStream();
                DocxFormat.Write(new DocumentProjection(document, reading.Source, reading.Lines, _ => null).View("", "", ""), new("https://gongbao.example/"), written);
                Assert.False(DocxFile.Read("a.docx", written.ToArray()).IsRefused(out var refusal, out var source), refusal?.Reason);
                var again = GazetteReader.Read(source!, SampleCity.Reader).Documents.Single();
                Assert.Equal(document.Number?.Value, again.Number?.Value);
                Assert.Equal(document.DatedOn?.Value, again.DatedOn?.Value);
                Assert.Equal(Headings(document), Headings(again));
                Assert.Equal(Duties(document), Duties(again));
                (clauses, duties) = (clauses + document.Headings.Count, duties + document.Obligations.Count);
            }
        }
        Assert.True(clauses > 500 && duties > 100, $"{clauses} {duties}");
    }

    private static List<string> Headings(ReadDocument document) => [.. document.Headings.Select(h => $"{h.Level} {h.Label} {Characters.Compact(h.Text.Value)}")];

    private static List<string> Duties(ReadDocument document) => [.. document.Obligations.Select(o => $"{o.Measure?.Value} {Characters.Compact(o.Task.Value)} {o.Units?.Value} {o.DueText?.Value}")];
}
