using System.Text;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Ingest;

public class A_PDF
{
    private static readonly string[] Head = ["清河市人民政府办公室", "关于做好湖泊管理工作的通知", "清河府办发〔2024〕3号", "各县（市、区）人民政府："];

    private static SourceText Source(PdfMaker maker)
    {
        Assert.False(SourceFile.Open("a.pdf", maker.Bytes()).IsRefused(out var refusal, out var source), refusal?.Reason);
        Assert.Equal("pdf", source!.Encoding);
        return source;
    }

    private static List<string> Lines(PdfMaker maker) => [.. Source(maker).Text.Split('\n')];

    [Fact]
    public void Is_read_line_by_line_and_page_by_page()
    {
        var source = Source(new PdfMaker().Page().Lines(80, 760, Head).Lines(80, 620, ["一、总体要求", "坚持生态优先，统筹推进保护和利用。", "二、组织实施", "各地要按时落实各项任务。"])
            .Words(290, 40, "— 1 —", 12).Page().Lines(80, 760, ["清河市人民政府办公室", "2024年3月1日"]).Words(290, 40, "— 2 —", 12));
        Assert.Equal("一、总体要求", source.Text.Split('\n')[4]);
        var reading = GazetteReader.Read(source, ReaderContext.Empty);
        var document = reading.Documents.Single();
        Assert.Equal("清河府办发〔2024〕3号", document.Number?.Value);
        Assert.Equal(new DateOnly(2024, 3, 1), document.DatedOn?.Value);
        Assert.Equal(["一、", "二、"], document.Headings.Select(h => h.Label));
        Assert.Equal(2, reading.Lines.Count(l => l.Kind is LineKind.PageNumber));
        Assert.Equal((1, 2), (reading.Lines[0].Page, reading.Lines[^1].Page));
        Assert.Equal(0, reading.Coverage.Unaccounted);
    }

    [Fact]
    public void Of_two_columns_is_read_down_the_left_and_then_down_the_right()
    {
        var left = Enumerable.Range(1, 12).Select(i => $"左栏第{i}行的文字写到这里").ToList();
        var right = Enumerable.Range(1, 11).Select(i => $"右栏第{i}行的文字写到这里").ToList();
        Assert.Equal(["横贯两栏的很长很长的一个大标题写在两栏之上", .. left, .. right, "横贯两栏的很长很长的一个大标题写在两栏之下"],
            Lines(new PdfMaker().Page().Words(100, 780, "横贯两栏的很长很长的一个大标题写在两栏之上").Lines(60, 740, left).Lines(320, 740, right).Words(100, 380, "横贯两栏的很长很长的一个大标题写在两栏之下")));
        Assert.Equal([.. left, .. right], Lines(new PdfMaker().Page().Lines(60, 740, left).Lines(320, 730, right)));
    }

    [Fact]
    public void Gives_letters_down_its_margin_one_a_line_before_its_text()
    {
        var maker = new PdfMaker().Page().Lines(80, 700, Enumerable.Range(1, 8).Select(i => $"这是正文的第{i}行，写得比较长一些。"));
        foreach (var (i, letter) in "清河政府公报".Index()) maker.Words(30, 690 - 30 * i, letter.ToString());
        Assert.Equal(["清", "河", "政", "府", "公", "报", "这是正文的第1行，写得比较长一些。"], Lines(maker)[..7]);
    }

    [Fact]
    public void Gives_the_characters_that_look_alikes_stand_for() => Assert.Equal(
        ["行人民金生食长见车"], Lines(new PdfMaker().Page().Words(80, 700, "⾏⼈⺠⾦⽣⻝⻓⻅⻋")));

    [Fact]
    public void Keeps_spaces_of_its_writer_and_prints_bold_once() => Assert.Equal(
        ["第3条 内容 ABC 12"], Lines(new PdfMaker().Page().Words(80, 700, "第3条").Words(80.5, 700, "第3条").Words(80 + 2.5 * 16 + 12, 700, "内容").Words(80 + 4.5 * 16 + 24, 700, "ABC 12")));

    [Fact]
    public void Printed_across_the_page_is_read_along_its_lines() => Assert.Equal(
        ["横排的第一行表格文字", "横排的第二行表格文字"],
        Lines(new PdfMaker().Page().Words(100, 100, "横排的第一行表格文字", 16, "0 1 -1 0").Words(130, 100, "横排的第二行表格文字", 16, "0 1 -1 0")));

    /// <summary>A ruled table: columns at 60, 110, 300, 450 and 530 points, one row every 30; the units of the first two rows are one cell.</summary>
    private static PdfMaker Table(PdfMaker maker, double top, string[][] rows, int joined = -1)
    {
        double[] xs = [60, 110, 300, 450, 530];
        for (var line = 0; line <= rows.Length; line++)
            maker.Raw(line == joined ? $"60 {top - 30 * line} m 300 {top - 30 * line} l S 450 {top - 30 * line} m 530 {top - 30 * line} l S" : $"60 {top - 30 * line - 0.25} 470 0.5 re f");
        foreach (var x in xs) maker.Raw($"{x} {top} m {x} {top - 30 * rows.Length} l S");
        foreach (var (r, row) in rows.Index())
            foreach (var (c, words) in row.Index())
                maker.Words(xs[c] + 4, top - 30 * r - 20, words, 12);
        return maker;
    }

    [Fact]
    public void Gives_the_cells_of_ruled_tables_and_joins_those_that_run_over_pages()
    {
        var maker = new PdfMaker().Page().Lines(80, 800, [.. Head, "现将有关事项通知如下，请认真落实。", "附件：任务分工表", "清河市人民政府办公室", "2024年3月1日"], step: 24)
            .Page().Lines(80, 780, ["附件", "任务分工表"]);
        Table(maker, 700, [["序号", "工作任务", "责任单位", "完成时限"], ["1", "编制保护规划", "市水利局", "6月底"], ["2", "开展水质监测", "", "7月底"]], joined: 2).Words(290, 40, "— 2 —", 12);
        Table(maker.Page(), 780, [["序号", "工作任务", "责任单位", "完成时限"], ["3", "发展生态养殖", "市农业农村局", "长期坚持"]]).Words(290, 40, "— 3 —", 12);
        var reading = GazetteReader.Read(Source(maker), ReaderContext.Empty);
        var document = reading.Documents.Single();
        Assert.Equal(["编制保护规划 市水利局 6月底", "开展水质监测 市水利局 7月底", "发展生态养殖 市农业农村局 长期坚持"], document.Obligations.Select(o => $"{o.Task.Value} {o.Units?.Value} {o.DueText?.Value}"));
        Assert.Single(document.Root.WithAll(), n => n.Kind is NodeKind.Table);
        Assert.Contains(document.Flags, f => f.At == "source.tables");
        Assert.Equal(0, reading.Coverage.Unaccounted);
        Assert.Equal(2, reading.Lines.Count(l => l.Kind is LineKind.PageNumber));
    }

    /// <summary>As many rules as a table may have, none of which meets another at a corner; work by the square would not end, and ends the run.</summary>
    [Fact(Timeout = 120_000)]
    public Task Full_of_rules_is_read() => Task.Run(() =>
    {
        var maker = new PdfMaker().Page().Words(80, 700, "清河市人民政府办公室关于湖泊的通知");
        for (var i = 0; i < 1_400; i++) maker.Raw($"{i % 500} {i % 700} m {i % 500 + 20} {i % 700} l S {i % 500 + 10} {i % 700 - 10} m {i % 500 + 10} {i % 700 + 20} l S");
        Assert.Contains("湖泊", Source(maker).Text);
    }, TestContext.Current.CancellationToken);

    [Fact]
    public void With_a_font_without_a_map_is_refused_and_not_kept_as_garbage()
    {
        Assert.True(SourceFile.Open("a.pdf", new PdfMaker(hasFontMap: false).Page().Lines(80, 700, Head).Bytes()).IsRefused(out var refusal, out _));
        Assert.Equal("gazette.no-font-map", refusal.Code);
        Assert.StartsWith("这份 PDF 的字体没有对照表（从第 1 页起）", refusal.Reason);
    }

    [Fact]
    public void Without_words_is_refused()
    {
        Assert.True(SourceFile.Open("a.pdf", new PdfMaker().Page().Raw("0 0 100 100 re f").Bytes()).IsRefused(out var refusal, out _));
        Assert.Equal("gazette.scanned", refusal.Code);
    }

    [Fact]
    public void That_unpacks_to_too_much_is_refused()
    {
        var bytes = new PdfMaker().Page().Raw(new string(' ', 140_000_000)).Bytes();
        Assert.True(bytes.Length < 2_000_000);
        Assert.True(SourceFile.Open("a.pdf", bytes).IsRefused(out var refusal, out _));
        Assert.Equal("gazette.zip-bomb", refusal.Code);
    }

    [Fact]
    public void Made_by_chance_is_read_or_refused_and_nothing_else()
    {
        var dice = new Random(20240401);
        var whole = new PdfMaker().Page().Lines(80, 760, Head).Page().Words(80, 700, "2024年3月1日").Bytes();
        for (var i = 0; i < 400; i++)
        {
            var mutant = whole.ToArray();
            for (var n = dice.Next(1, 6); n > 0; n--) mutant[dice.Next(mutant.Length)] = (byte)dice.Next(256);
            if (dice.Next(6) == 0) mutant = mutant[..dice.Next(1, mutant.Length)];
            if (SourceFile.Open("a", mutant).IsRefused(out var refusal, out var source)) Assert.EndsWith("。", refusal.Reason);
            else Assert.Equal(0, GazetteReader.Read(source!, ReaderContext.Empty).Coverage.Unaccounted);
        }
        Assert.True(SourceFile.Open("a", Encoding.ASCII.GetBytes("%PDF-1.7 abc")).IsRefused(out var broken, out _) && broken.Code == "gazette.damaged");
    }
}
