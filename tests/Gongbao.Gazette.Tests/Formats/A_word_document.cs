using System.IO.Compression;
using System.Xml.Linq;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;

namespace Gongbao.Gazette.Tests.Formats;

public class A_word_document
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Fact, Clause("GAZ-02")]
    public void Numbers_its_clauses_itself_just_as_they_are_printed()
    {
        var document = Document("""
            一、第一
            （一）甲。某事。
            （二）乙。某事。
            （四）丁。某事。
            二、第二
            1．某事。
            2．某事。
            """);
        var parts = Parts(document);

        Assert.Equal(
            ["一、", "（一）", "（二）", "（四）", "二、", "1．", "2．"],
            parts.Automatic.Select(a => a.Label));
        Assert.DoesNotContain(parts.Typed, t => t.Contains("（一）", StringComparison.Ordinal));
    }

    [Fact]
    public void Types_a_number_that_no_list_would_print() =>
        Assert.Contains(Parts(Document("一、第一\n（1）某事。\n（01）某事。")).Typed, t => t.StartsWith("（01）", StringComparison.Ordinal));

    [Fact]
    public void Says_every_label_of_generated_documents_once()
    {
        var labels = 0;
        foreach (var document in Generated(5))
        {
            var want = document.Body.SelectMany(b => b.WithAll).Where(b => b.Kind is NodeKind.Clause && b.Label is not null).Select(b => b.Label!).ToList();
            Assert.Equal(want, Parts(document).Automatic.Select(a => a.Label));
            labels += want.Count;
        }
        Assert.True(labels > 500, $"Only {labels} labels.");
    }

    private static IEnumerable<DocumentView> Generated(int issues) => Enumerable.Range(1, issues).SelectMany(seed =>
        Open(GazetteReader.Read(SourceText.Of(IssueGenerator.Generate(SampleCity.Words, 10, (ulong)seed, Defects.None).Text), SampleCity.Reader)));

    [Fact]
    public void Is_the_same_each_time() => Assert.Equal(Bytes(Document("一、第一\n某事。")), Bytes(Document("一、第一\n某事。")));

    [Fact]
    public void Names_only_parts_styles_and_links_that_it_holds()
    {
        foreach (var document in Open(Issues.Sample()))
        {
            using var zip = new ZipArchive(new MemoryStream(Bytes(document)));
            XDocument Part(string name)
            {
                using var stream = zip.GetEntry(name)!.Open();
                return XDocument.Load(stream);
            }
            var text = Part("word/document.xml");
            var styles = Part("word/styles.xml").Descendants(W + "style").Select(s => s.Attribute(W + "styleId")!.Value).ToList();
            var relations = Part("word/_rels/document.xml.rels").Root!.Elements().ToDictionary(e => e.Attribute("Id")!.Value, e => e.Attribute("Target")!.Value);
            Assert.Subset(styles.ToHashSet(), text.Descendants(W + "pStyle").Select(s => s.Attribute(W + "val")!.Value).ToHashSet());
            Assert.Subset(relations.Keys.ToHashSet(), text.Descendants().Attributes(R + "id").Select(a => a.Value).ToHashSet());
            Assert.All(relations.Where(r => !r.Value.StartsWith("http", StringComparison.Ordinal)), r => Assert.NotNull(zip.GetEntry("word/" + r.Value)));
            foreach (var row in text.Descendants(W + "tr"))
                Assert.Equal(row.Parent!.Element(W + "tblGrid")!.Elements().Count(), row.Elements(W + "tc").Sum(c => (int?)c.Descendants(W + "gridSpan").Attributes(W + "val").FirstOrDefault() ?? 1));
        }
    }

    /// <summary>Labels that lists print, in order, and the paragraphs as typed; the lists are counted the slow and plain way.</summary>
    private static (List<(string Label, string Text)> Automatic, List<string> Typed) Parts(DocumentView document)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes(document)));
        using var text = zip.GetEntry("word/document.xml")!.Open();
        using var lists = zip.GetEntry("word/numbering.xml")!.Open();
        var numbering = XDocument.Load(lists).Root!;
        var shapes = numbering.Elements(W + "abstractNum").ToDictionary(a => a.Attribute(W + "abstractNumId")!.Value, a => (Format: Value(a, "numFmt"), Text: Value(a, "lvlText")));
        var used = numbering.Elements(W + "num").ToDictionary(n => n.Attribute(W + "numId")!.Value, n => (Shape: shapes[Value(n, "abstractNumId")], Start: int.Parse(Value(n, "startOverride"), System.Globalization.CultureInfo.InvariantCulture)));
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        var (automatic, typed) = (new List<(string, string)>(), new List<string>());
        foreach (var paragraph in XDocument.Load(text).Descendants(W + "p"))
        {
            var words = string.Concat(paragraph.Descendants(W + "t").Select(t => t.Value));
            if (paragraph.Descendants(W + "numId").FirstOrDefault()?.Attribute(W + "val")!.Value is not { } list)
            {
                typed.Add(words);
                continue;
            }
            var value = count[list] = count.TryGetValue(list, out var last) ? last + 1 : used[list].Start;
            automatic.Add((used[list].Shape.Text.Replace("%1", Number(used[list].Shape.Format, value), StringComparison.Ordinal), words));
        }
        return (automatic, typed);
    }

    private static string Number(string format, int value) => format switch
    {
        "decimal" => value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "decimalEnclosedCircle" => ((char)('①' + value - 1)).ToString(),
        _ => Chinese[value],
    };

    private static readonly string[] Chinese =
        [.. new[] { "", "十", "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十" }.SelectMany(ten => new[] { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" }.Select(one => ten + one))];

    private static string Value(XElement element, string name) => element.Descendants(W + name).First().Attribute(W + "val")!.Value;

    private static DocumentView Document(string clauses) => Open(Issues.Read($"""
        清河市人民政府
        关于做好植树工作的通知
        清府发〔2024〕4号
        各县（市、区）人民政府：
        现将有关事项通知如下。
        {clauses}
        清河市人民政府
        2024年2月28日
        """)).Single();

    private static IEnumerable<DocumentView> Open(GazetteReading reading) =>
        new OpenIssue("qinghe-2024-03", "政府公报 2024年第3期", reading, [.. reading.Documents.Select((d, i) => $"document-{i}")], _ => null).Documents.Select(d => d.View);

    private static byte[] Bytes(DocumentView document)
    {
        using var bytes = new MemoryStream();
        DocumentFormat.Find("docx")!.Write(document, new("https://gazette.example/"), bytes);
        return bytes.ToArray();
    }
}
