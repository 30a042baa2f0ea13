using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Tests.Formats;

public class The_open_formats
{
    private static readonly Uri Site = new("https://gazette.example/");

    private static readonly XmlSchemaSet Schema = Schemas();

    [Fact, Clause("GAZ-02")]
    public void Of_the_sample_issue_are_sound() => AreSound(Issues.Sample());

    [Fact, Clause("GAZ-02")]
    public void Of_the_real_gazette_are_sound()
    {
        Assert.False(GazetteFile.Read(new FileInfo(RealIssue.Path), ReaderContext.Empty).IsRefused(out _, out var reading));
        AreSound(reading);
    }

    [Fact]
    public void Of_generated_issues_with_every_defect_are_sound()
    {
        for (ulong seed = 1; seed <= 12; seed++)
            AreSound(GazetteReader.Read(SourceText.Of(IssueGenerator.Generate(SampleCity.Words, 8, seed, Defects.All).Text), SampleCity.Reader));
    }

    [Fact]
    public void Of_words_that_XML_does_not_allow_are_sound() =>
        AreSound(Issues.Read(Issues.Both.Replace("每日记录一次", "每日\u0001记\uFFFF录<一>&\"次\"", StringComparison.Ordinal)));

    [Fact]
    public void Show_personal_values_masked()
    {
        foreach (var document in Open(Issues.Read(Issues.Both)))
            foreach (var format in DocumentFormat.All)
                Assert.DoesNotMatch("13800000000|xiaohe@|王小河", Written(document, format));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("＋86", "'＋86")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("一、说“好”", "一、说“好”")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b\nc", "\"a\"\"b\nc\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Hold_no_formula_in_a_cell(string? words, string cell) => Assert.Equal(cell, Csv.Cell(words));

    private static void AreSound(GazetteReading reading)
    {
        foreach (var document in Open(reading))
        {
            IsValid(Written(document, DocumentFormat.Find("akn")!));
            HoldsEveryWord(document, XDocument.Parse(Written(document, DocumentFormat.Find("akn")!)).Descendants().Where(e => e.Name.LocalName is "doc" && e.Parent!.Name.LocalName is "akomaNtoso").Elements().Where(e => e.Name.LocalName is not "meta"));
            HoldsEveryWord(document, [XDocument.Parse(Written(document, DocumentFormat.Find("html")!)).Root!]);
            HoldsEveryWord(document, Written(document, DocumentFormat.Find("text")!));
            HoldsEveryWord(document, Written(document, DocumentFormat.Find("markdown")!));
            HasEveryAnchor(document);
            Assert.Equal(document.Title, JsonDocument.Parse(Written(document, DocumentFormat.Find("jsonld")!)).RootElement.GetProperty("name").GetString());
            Assert.Equal(document.Obligations.Count + 1, Rows(Written(document, DocumentFormat.Find("tasks")!)));
        }
    }

    private static IEnumerable<DocumentView> Open(GazetteReading reading) =>
        new OpenIssue("qinghe-2024-03", "政府公报 2024年第3期", reading, [.. reading.Documents.Select((d, i) => $"document-{i}")], n => n == "清府发〔2024〕3号" ? "document-1" : null).Documents.Select(d => d.View);

    private static string Written(DocumentView document, DocumentFormat format)
    {
        using var bytes = new MemoryStream();
        format.Write(document, Site, bytes);
        if (format.Key == "pdf")
        {
            using var pdf = UglyToad.PdfPig.PdfDocument.Open(bytes.ToArray());
            return string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value));
        }
        if (format.Key == "docx")
        {
            using var zip = new ZipArchive(bytes);
            using var text = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
            return text.ReadToEnd();
        }
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
    }

    private static void IsValid(string akn)
    {
        var wrong = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schema, ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.ReportValidationWarnings };
        settings.ValidationEventHandler += (_, e) => wrong.Add($"{e.Exception.LineNumber}: {e.Message}");
        using var xml = XmlReader.Create(new StringReader(akn), settings);
        while (xml.Read())
        {
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(5)) + "\n" + akn[..Math.Min(3000, akn.Length)]);
    }

    private static void HoldsEveryWord(DocumentView document, IEnumerable<XElement> parts) => HoldsEveryWord(document, string.Concat(parts.Select(p => p.Value)));

    /// <summary>Each Han character as often at least as the page shows it.</summary>
    private static void HoldsEveryWord(DocumentView document, string written)
    {
        // The title of an order names who issues it.
        var have = written.Where(IsHan).CountBy(c => c).ToDictionary();
        var want = (document.Title + (document.IsOrder ? "第号" : string.Concat(document.Issuers) + document.Number) + string.Concat(document.Body.Select(AllWithLabels))).Where(IsHan).CountBy(c => c);
        Assert.All(want, w => Assert.True(have.GetValueOrDefault(w.Key) >= w.Value, $"{document.Title}: {w.Key} stands {have.GetValueOrDefault(w.Key)} times, not {w.Value}"));
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    /// <summary>The labels of cells name their column, which a table says once.</summary>
    private static string AllWithLabels(BlockView block) =>
        (block.Kind is NodeKind.Cell or NodeKind.Row || block.Plain == block.Label ? "" : block.Label) + (block.IsTableHead ? "" : block.Plain + string.Concat(block.Children.Select(AllWithLabels)));

    private static void HasEveryAnchor(DocumentView document)
    {
        var anchors = XDocument.Parse(Written(document, DocumentFormat.Find("html")!)).Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Distinct(anchors);
        var clauses = document.Body.SelectMany(b => b.WithAll).Where(b => b.Kind is NodeKind.Clause && b.Slug is not null).Select(b => b.Slug!);
        Assert.Empty(clauses.Except(anchors));
    }

    private static int Rows(string csv)
    {
        var (rows, quoted) = (0, false);
        foreach (var c in csv)
        {
            if (c == '"') quoted = !quoted;
            else if (c == '\n' && !quoted) rows++;
        }
        return rows;
    }

    private static XmlSchemaSet Schemas()
    {
        var folder = Path.Combine(RepositoryRoot.Folder, "tests", "Gongbao.Gazette.Tests", "Formats", "Schemas");
        var schemas = new XmlSchemaSet { XmlResolver = null };
        using var file = XmlReader.Create(Path.Combine(folder, "akomantoso30.xsd"));
        schemas.Add(null, file);
        schemas.Compile();
        return schemas;
    }
}
