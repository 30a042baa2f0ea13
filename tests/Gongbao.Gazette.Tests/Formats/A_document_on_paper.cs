using System.Text;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Formats.Pdf;
using Gongbao.Gazette.Formats.Pdf.Fonts;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Letter = UglyToad.PdfPig.Content.Letter;

namespace Gongbao.Gazette.Tests.Formats;

public class A_document_on_paper
{
    private const double Millimetre = 72 / 25.4;

    [Fact, Clause("GAZ-02")]
    public void Holds_its_words_in_order()
    {
        var read = 0;
        foreach (var document in Generated(2))
        {
            // Cells stand side by side, so their words have no one order.
            if (document.Body.SelectMany(b => b.WithAll).Any(b => b.Kind is NodeKind.Table or NodeKind.Form)) continue;
            Assert.Equal(Printed(document), Words(Bytes(document)));
            read++;
        }
        Assert.True(read > 6, $"Only {read} documents have no table.");
    }

    [Fact, Clause("GAZ-02")]
    public void Holds_every_word_of_the_sample_issue_tables_too()
    {
        foreach (var document in Open(Issues.Sample()))
        {
            var have = Words(Bytes(document)).CountBy(c => c).ToDictionary();
            Assert.All(Printed(document).CountBy(c => c), w => Assert.True(have.GetValueOrDefault(w.Key) >= w.Value, $"{document.Title}: {w.Key} stands {have.GetValueOrDefault(w.Key)} times, not {w.Value}"));
        }
    }

    [Fact]
    public void Read_again_says_the_same_head_and_clauses()
    {
        var read = 0;
        foreach (var document in Generated(2))
        {
            Assert.False(GazetteFile.Read("document.pdf", Bytes(document), SampleCity.Reader).IsRefused(out var refusal, out var reading), refusal?.Reason);
            var again = Assert.Single(Open(reading));
            Assert.Equal((document.Number, document.DatedOn), (again.Number, again.DatedOn));
            Assert.Equal(Labels(document), Labels(again));
            read++;
        }
        Assert.True(read > 12, $"Only {read} documents.");

        static IEnumerable<string?> Labels(DocumentView document) => document.Body.SelectMany(b => b.WithAll).Where(b => b.Kind is NodeKind.Clause).Select(b => b.Label);
    }

    [Fact]
    public void Stands_in_the_text_block_of_the_standard()
    {
        using var pdf = PdfDocument.Open(Bytes(Document(string.Join('\n', Enumerable.Range(1, 40).Select(i => new string('植', 70) + "。")))));
        Assert.True(pdf.NumberOfPages > 3);
        foreach (var page in pdf.GetPages())
        {
            Assert.Equal((210, 297), (Math.Round(page.Width / Millimetre, 1), Math.Round(page.Height / Millimetre, 1)));
            var body = page.Letters.Where(l => l.Value == "植").ToList();
            Assert.All(body, l => Assert.InRange(l.StartBaseLine.X, 28 * Millimetre - 0.1, (28 + 156) * Millimetre - 15));
            Assert.All(body, l => Assert.InRange(page.Height - l.StartBaseLine.Y, 37 * Millimetre, (37 + 225) * Millimetre));
            Assert.All(Lines(body), line => Assert.True(line <= 28, $"{line} characters"));
            Assert.InRange(Lines(page.Letters.Where(l => l.PointSize > 15)).Count, 10, 22);
        }
        Assert.Contains(28, Lines(pdf.GetPage(2).Letters.Where(l => l.Value == "植")));
        Assert.Equal(22, Lines(pdf.GetPage(2).Letters.Where(l => l.PointSize > 15)).Count);
        Assert.Contains("—1—", Words(pdf.GetPage(1)), StringComparison.Ordinal);
        Assert.True(Number(1).StartBaseLine.X > 100 * Millimetre && Number(2).StartBaseLine.X < 50 * Millimetre);

        Letter Number(int page) => pdf.GetPage(page).Letters.Last(l => l.Value == page.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Has_no_line_that_begins_with_a_closing_mark()
    {
        foreach (var document in Generated(1))
        {
            using var pdf = PdfDocument.Open(Bytes(document));
            foreach (var line in pdf.GetPages().SelectMany(p => p.Letters.Where(l => l.PointSize > 15).GroupBy(l => Math.Round(l.StartBaseLine.Y))))
                Assert.DoesNotContain(line.MinBy(l => l.StartBaseLine.X)!.Value, "，。、；：！？）》”".Select(c => c.ToString()));
        }
    }

    [Fact]
    public void Says_the_head_of_a_table_on_every_sheet()
    {
        var rows = string.Concat(Enumerable.Range(1, 60).Select(i => $"<tr><td>{i}</td><td>开展第{i}次植树活动并做好管护</td><td>市林业局</td></tr>"));
        var html = $"<html><head><title>通知</title></head><body><main><p>清河市人民政府</p><h1>关于做好植树工作的通知</h1><p>清府发〔2024〕4号</p><p>各县（市、区）人民政府：</p><p>现将有关事项通知如下。</p><p>清河市人民政府</p><p>2024年2月28日</p><p>附件</p><p>植树工作任务分工表</p><table><tr><th>序号</th><th>工作任务</th><th>责任单位</th></tr>{rows}</table></main></body></html>";
        Assert.False(GazetteFile.Read("document.html", Encoding.UTF8.GetBytes(html), SampleCity.Reader).IsRefused(out var refusal, out var reading), refusal?.Reason);
        using var pdf = PdfDocument.Open(Bytes(Open(reading).Single()));
        var sheets = pdf.GetPages().Where(p => Words(p).Contains("次植树活动", StringComparison.Ordinal)).ToList();
        Assert.True(sheets.Count > 1);
        Assert.All(sheets, s => Assert.Contains("责任单位", Words(s), StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 60), i => Assert.Contains($"开展第{i}次", string.Concat(sheets.Select(Words)), StringComparison.Ordinal));
    }

    [Fact]
    public void Is_the_same_each_time() => Assert.Equal(Bytes(Document("一、第一\n某事。")), Bytes(Document("一、第一\n某事。")));

    [Fact]
    public void Holds_the_outlines_of_its_letters()
    {
        Assert.False(FontShelf.Machine.Faces().IsRefused(out var refusal, out var faces), refusal?.Reason);
        var letters = Drawn(faces, "一国目");
        Assert.Equal(3, letters.Count);
        Assert.All(letters.Values, l => Assert.InRange(l.BoundingBox.Width, 5, 16));
        Assert.True(letters["一"].BoundingBox.Height < 4, $"一 is {letters["一"].BoundingBox.Height} high");
        Assert.InRange(letters["国"].BoundingBox.Height, 12, 17);
    }

    [Fact]
    public void Holds_the_outlines_of_a_TrueType_font_too()
    {
        var face = Directory.EnumerateFiles("/usr/share/fonts", "*.ttf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(f => FontFace.Of(FontBytes.Open(f)))
            .First(f => f.HasOutlines && f.MayBeEmbedded && "ÉEMi".EnumerateRunes().All(r => f.Glyph(r) != 0));
        var letters = Drawn(new(face, face, face, face, face), "ÉEMi");
        Assert.Equal(4, letters.Count);
        Assert.True(letters["É"].BoundingBox.Height > letters["E"].BoundingBox.Height + 1);
        Assert.True(letters["M"].BoundingBox.Width > letters["i"].BoundingBox.Width + 1);
    }

    [Fact]
    public void Without_a_Chinese_font_on_the_machine_is_refused_in_words()
    {
        var nowhere = Directory.CreateTempSubdirectory("gongbao-fonts-");
        File.WriteAllBytes(Path.Combine(nowhere.FullName, "broken.ttf"), "not a font at all"u8.ToArray());
        Assert.True(new FontShelf([nowhere.FullName, "/no/such/folder"]).Faces().IsRefused(out var refusal, out _));
        Assert.Equal("gazette.no-chinese-font", refusal.Code);
        Assert.Contains("fonts-noto-cjk", refusal.Reason, StringComparison.Ordinal);
        nowhere.Delete(recursive: true);
    }

    private static Dictionary<string, Letter> Drawn(OfficialFaces faces, string words)
    {
        var paper = new PdfPaper(faces);
        paper.Draw(new([.. paper.Letters(words, paper.Body, 16)], 0), 100, 100);
        using var bytes = new MemoryStream();
        paper.Write(bytes, "", "", "", []);
        using var pdf = PdfDocument.Open(bytes.ToArray());
        return pdf.GetPage(1).Letters.ToDictionary(l => l.Value);
    }

    /// <summary>What the pages say, in order, but for spaces and what stands at their feet.</summary>
    private static string Printed(DocumentView document)
    {
        var words = new StringBuilder();
        var issuers = string.Concat(document.Issuers);
        words.Append(document.IsOrder ? document.Title + document.NumberUnderTitle : issuers + document.Number + issuers + document.Title);
        if (document.Addressees is { } addressees) words.Append(string.Concat(addressees.Select(r => r.Text)) + "：");
        foreach (var block in document.Body.Where(b => b.Kind is not NodeKind.Imprint)) Append(block);
        foreach (var block in document.Body.Where(b => b.Kind is NodeKind.Imprint)) Append(block);
        return Bare(words.ToString());

        void Append(BlockView block)
        {
            if (block.IsTableHead) return;
            if (block.Kind is not (NodeKind.Cell or NodeKind.Row) && block.Plain != block.Label) words.Append(block.Label);
            words.Append(block.Plain);
            foreach (var child in block.Children) Append(child);
        }
    }

    private static string Words(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return string.Concat(pdf.GetPages().Select(p => Bare(string.Concat(p.Letters.Where(l => l.StartBaseLine.Y > p.Height - (37 + 225) * Millimetre).Select(l => l.Value)))));
    }

    private static string Words(Page page) => Bare(string.Concat(page.Letters.Select(l => l.Value)));

    private static string Bare(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    private static List<int> Lines(IEnumerable<Letter> letters) => [.. letters.GroupBy(l => Math.Round(l.StartBaseLine.Y)).Select(g => g.Count())];

    private static IEnumerable<DocumentView> Generated(int issues) => Enumerable.Range(1, issues).SelectMany(seed =>
        Open(GazetteReader.Read(SourceText.Of(IssueGenerator.Generate(SampleCity.Words, 10, (ulong)seed, Defects.None).Text), SampleCity.Reader)));

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
        DocumentFormat.Find("pdf")!.Write(document, new("https://gazette.example/"), bytes);
        return bytes.ToArray();
    }
}
