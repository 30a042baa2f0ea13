using System.IO.Compression;
using System.Xml.Linq;
using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Formats;
using UglyToad.PdfPig;

namespace Gongbao.Gazette.Tests.Formats;

public class A_report_on_one_page
{
    private static readonly OfficialDocuments Documents = new();

    [Theory]
    [InlineData(0), InlineData(1), InlineData(6), InlineData(20), InlineData(400)]
    public void Is_one_page_however_many_rows_there_are_and_however_long_they_are(int rows)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var sheet = Sheet(new Random(rows * 100 + seed), rows);
            var fitted = Documents.Fit(sheet);
            Assert.Equal(rows, fitted.Table.Rows.Count + fitted.LeftOut);
            // What matters most stands first and stays.
            Assert.Equal(sheet.Table.Rows.Take(fitted.Table.Rows.Count), fitted.Table.Rows);
            using var pdf = PdfDocument.Open(Write(fitted, OfficialFormat.Pdf));
            Assert.Equal(1, pdf.NumberOfPages);
            var words = string.Concat(pdf.GetPage(1).Letters.Select(l => l.Value));
            Assert.All(fitted.Table.Rows, r => Assert.Contains(r[0][..2], words, StringComparison.Ordinal));
            if (fitted.Closing is { } closing) Assert.Contains(closing[..4], words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Says_all_of_a_short_list_and_how_much_of_a_long_one_is_left_out()
    {
        var few = Documents.Fit(Sheet(new Random(1), 3));
        Assert.Equal((0, null), (few.LeftOut, few.Closing));
        var many = Documents.Fit(Sheet(new Random(1), 60));
        Assert.InRange(many.Table.Rows.Count, 3, 40);
        Assert.Equal($"其余{many.LeftOut}项见清单。", many.Closing);
    }

    [Theory]
    [InlineData(0, 3), InlineData(3, 0), InlineData(4, 6), InlineData(2, 400), InlineData(400, 2), InlineData(60, 60)]
    public void Is_one_page_with_two_lists_and_shows_some_of_both(int first, int last)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(first * 1_000 + last * 10 + seed);
            var before = Sheet(random, first);
            var all = Sheet(random, last);
            var sheet = all with { Paragraphs = [.. all.Paragraphs.Take(3)], First = new(before.Table, before.Weights, left => $"另有{left}件文件。") };
            var fitted = Documents.Fit(sheet);
            Assert.Equal((first, last), (fitted.First!.Table.Rows.Count + fitted.First.LeftOut, fitted.Table.Rows.Count + fitted.LeftOut));
            Assert.Equal(sheet.First.Table.Rows.Take(fitted.First.Table.Rows.Count), fitted.First.Table.Rows);
            // However long one list is, the other is not driven out.
            Assert.InRange(fitted.First.Table.Rows.Count, Math.Min(first, 1), first);
            Assert.InRange(fitted.Table.Rows.Count, Math.Min(last, 1), last);
            using var pdf = PdfDocument.Open(Write(fitted, OfficialFormat.Pdf));
            Assert.Equal(1, pdf.NumberOfPages);
            var words = string.Concat(pdf.GetPage(1).Letters.Select(l => l.Value));
            Assert.All(fitted.First.Table.Rows.Concat(fitted.Table.Rows), r => Assert.Contains(r[0][..2], words, StringComparison.Ordinal));
            if (fitted.First.Closing is { } closing) Assert.Contains(closing[..4], words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Has_the_same_words_for_a_word_processor()
    {
        var alone = Sheet(new Random(2), 30);
        var sheet = Documents.Fit(alone with { First = new(new("文件", ["文件", "份数"], [["甲件", "1"], ["乙件", "2"]]), [4, 1], left => $"另有{left}件。") });
        using var package = new ZipArchive(new MemoryStream(Write(sheet, OfficialFormat.Docx)));
        using var part = package.GetEntry("word/document.xml")!.Open();
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        Assert.Equal(
            (IEnumerable<string>)[sheet.Title, sheet.Byline, .. sheet.Paragraphs, "文件", "份数", "甲件", "1", "乙件", "2", .. sheet.Table.Heads, .. sheet.Table.Rows.SelectMany(r => r), sheet.Closing!],
            XDocument.Load(part).Descendants(w + "t").Select(t => t.Value));
    }

    private static byte[] Write(OfficialSheet sheet, OfficialFormat format) =>
        Documents.Write(sheet, format).IsRefused(out var refusal, out var file) ? throw new InvalidOperationException(refusal.Reason) : file.Content;

    /// <summary>Words of digits, marks and letters, as long as such reports are or a little longer.</summary>
    private static OfficialSheet Sheet(Random random, int rows) => new()
    {
        Issuer = "清河市人民政府办公室", Title = Words(random, 20, 60), Byline = Words(random, 10, 30), Paragraphs = [.. Enumerable.Range(0, 5).Select(_ => Words(random, 30, 110))],
        Table = new("逾期的任务", ["任务", "单位", "到期日", "情况"], [.. Enumerable.Range(0, rows).Select(i => (IReadOnlyList<string>)[$"{i + 1}．{Words(random, 4, 40)}", Words(random, 5, 40), "2025年12月31日", "逾期123天"])]),
        Weights = [20, 15, 9, 8], Rest = left => $"其余{left}项见清单。",
    };

    private static string Words(Random random, int least, int most)
    {
        const string Characters = "清河市完成堤防加固工程建设公布名单责任人，、（《2025〕》）。“”：；ABC4.6";
        return string.Create(random.Next(least, most + 1), random, (span, r) => { for (var i = 0; i < span.Length; i++) span[i] = Characters[r.Next(Characters.Length)]; });
    }
}
