using System.Text;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Ingest;

public class A_web_page
{
    private const string Around = "<script>var 公文 = '不是正文，是脚本里的文字';</script><ul class=nav><li><a href=/>首页</a><li><a href=/a>政务公开</a></ul><div class=side><a href=/1>清河市人民政府关于湖泊的通知</a><a href=/2>清河市人民政府关于河流的通知</a></div>";

    private const string Text = "<p>各县（市、区）人民政府：</p><p>为做好湖泊管理工作，经市政府同意，现就有关事项通知如下。</p><p>一、总体要求</p><p>坚持生态优先、绿色发展，统筹推进湖泊保护和利用各项工作，按时完成任务。</p><p>二、组织实施</p><p>各地要加强组织领导，细化工作措施，按照下表落实各项任务，及时报告进展情况。</p>"
        + "<table><tr><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr><tr><td>编制规划</td><td rowspan=2>市水利局</td><td>6月底</td></tr><tr><td>开展监测</td><td>7月底</td></tr></table>"
        + "<p style='text-align:right'>清河市人民政府办公室</p><p>2024年3月1日</p>";

    private static SourceText Source(string page, Encoding? encoding = null)
    {
        Assert.False(SourceFile.Open("page.html", (encoding ?? Encoding.UTF8).GetBytes(page)).IsRefused(out var refusal, out var source), refusal?.Reason);
        Assert.Equal("html", source!.Encoding);
        return source;
    }

    private static ReadDocument Read(string page, Encoding? encoding = null)
    {
        var reading = GazetteReader.Read(Source(page, encoding), ReaderContext.Empty);
        Assert.Equal(0, reading.Coverage.Unaccounted);
        return reading.Documents.Single();
    }

    private static void IsTheDocument(ReadDocument document)
    {
        Assert.Equal("清河府办发〔2024〕3号", document.Number?.Value);
        Assert.EndsWith("关于做好湖泊管理工作的通知", document.Title?.Value);
        Assert.Equal(new DateOnly(2024, 3, 1), document.DatedOn?.Value);
        Assert.Equal(["一、", "二、"], document.Headings.Select(h => h.Label));
        Assert.Equal(["编制规划 市水利局 6月底", "开展监测 市水利局 7月底"], document.Obligations.Select(o => $"{o.Task.Value} {o.Units?.Value} {o.DueText?.Value}"));
        Assert.DoesNotContain(document.Root.WithAll(), n => n.Text.Contains("政务公开") || n.Text.Contains("脚本") || n.Text.Contains("河流"));
    }

    [Fact]
    public void Of_a_content_system_gives_the_document_without_what_stands_around_it() => IsTheDocument(Read(
        $"<!DOCTYPE html><html><head><meta charset=utf-8><meta name=ArticleTitle content='清河市人民政府办公室关于做好湖泊管理工作的通知'><title>通知_清河市人民政府</title></head><body>{Around}"
        + "<div class=box><table class=facts><tr><td>索引号：</td><td>00123</td><td>发文字号：</td><td>清河府办发〔2024〕3号</td></tr></table>"
        + $"<h1>清河市人民政府办公室关于做好湖泊管理工作的通知</h1><div class=info>发布时间：2024-03-02 来源：市政府办</div><div id=zoom class=view>{Text}</div></div><footer>版权所有：清河市人民政府办公室，未经许可不得转载。</footer></body></html>"));

    [Fact]
    public void Set_by_tables_in_an_old_encoding_gives_the_same() => IsTheDocument(Read(
        $"<html><head><meta http-equiv=Content-Type content='text/html; charset=gb2312'><title>清河市</title></head><body><table width=960><tr><td>{Around}</td></tr><tr><td><table><tr><td align=center><b>清河市人民政府办公室<br>关于做好湖泊管理工作的通知</b></td></tr><tr><td>清河府办发〔2024〕3号</td></tr><tr><td>{Text}</td></tr><tr><td>【打印】 【关闭】</td></tr></table></td></tr></table></body></html>",
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030")));

    [Fact]
    public void Gives_what_stands_around_a_document_in_its_text_as_furniture()
    {
        var source = Source($"<html><body><div id=zoom>{Text}<p>责任编辑：某某</p></div></body></html>");
        Assert.Equal(LineKind.RunningHead, source.Layout!.Lines[^1].Kind);
    }

    [Fact]
    public void Numbers_its_lists_and_breaks_lines_where_it_does() => Assert.Equal(
        "甲\n乙。\n1．丙\n2．丁\n5．戊\na．己\n庚",
        Source("<html><body>甲<br/>乙。<ol><li>丙</li><li>丁</li><li value=5>戊</li></ol><ol type=a><li>己</li></ol><ol style='list-style:none'><li>庚</li></ol></body></html>").Text);

    [Fact]
    public void Leaves_out_what_it_does_not_show_and_says_so()
    {
        var source = Source("<html><body><p>清河市人民政府办公室关于做好湖泊管理工作的通知</p><p>明<span style='display: none'>密</span></p><img src=a><p hidden>密</p></body></html>");
        Assert.DoesNotContain("密", source.Text);
        Assert.Equal(["source.hidden", "source.hidden", "source.pictures"], source.Layout!.Doubts.Select(d => d.At));
    }

    [Theory]
    [InlineData("utf-8"), InlineData("utf-16"), InlineData("utf-16BE"), InlineData("gb18030")]
    public void Is_decoded_from(string name)
    {
        var encoding = name == "gb18030" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        Assert.False(SourceFile.Open("a.htm", [.. encoding.Preamble, .. encoding.GetBytes($"<!DOCTYPE html>\n<html><body>{Text}</body></html>")]).IsRefused(out var refusal, out var source), refusal?.Reason);
        Assert.StartsWith("各县（市、区）人民政府：", source!.Text);
    }

    public static TheoryData<string, string, string> Refused => new()
    {
        { "deep", "gazette.too-deep", $"<html><body>{string.Concat(Enumerable.Repeat("<div><b>", 100_000))}甲" },
        { "attributes", "gazette.too-deep", $"<html><body><p {string.Join(' ', Enumerable.Range(0, 50_000).Select(i => $"a{i}"))}>甲" },
        { "empty", "gazette.empty", "<html><body><script>document.write('甲')</script><div id=app></div></body></html>" },
        { "another encoding", "gazette.encoding", "<html><head><meta charset=big5></head><body>甲</body></html>" },
        { "wide table", "gazette.table-too-large", $"<html><body><table><tr><td>甲<td>乙<tr>{string.Concat(Enumerable.Repeat("<td colspan=500>甲", 3))}</table>" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Is_refused_with_what_it_is_and_what_to_do(string what, string code, string page)
    {
        Assert.True(SourceFile.Open(what, Encoding.UTF8.GetBytes(page)).IsRefused(out var refusal, out _), what);
        Assert.Equal(code, refusal.Code);
        Assert.Contains("请", refusal.Reason);
        Assert.EndsWith("。", refusal.Reason);
    }

    [Fact]
    public void Of_many_megabytes_costs_work_in_proportion_to_its_rows()
    {
        static string Page(int rows)
        {
            var page = new StringBuilder("<html><body><table>");
            for (var i = 0; i < rows; i++) page.Append("<tr><td>甲<td><p>乙<p>丙<ul><li>丁</ul>");
            return page.ToString();
        }

        GrowsWithTheSize(5_000, 20_000, rows =>
        {
            var source = Source(Page(rows));
            Assert.Equal(rows, source.Layout!.Grids.Single().Rows);
            Assert.Equal(0, GazetteReader.Read(source, ReaderContext.Empty).Coverage.Unaccounted);
        });
    }

    [Fact]
    public void Deep_and_long_costs_work_in_proportion_to_its_paragraphs() => GrowsWithTheSize(15_000, 60_000, paragraphs =>
    {
        var page = $"<html><body>{string.Concat(Enumerable.Repeat("<div><span>", 240))}{string.Concat(Enumerable.Repeat("<p>坚持生态优先，统筹推进湖泊保护和利用各项工作。", paragraphs))}</body></html>";
        Assert.Equal(paragraphs, Source(page).Layout!.Lines.Count);
    });

    /// <summary>
    /// Work is counted in the bytes that it asks for, which are the same on a busy machine and on an idle one; four times the size may ask for six
    /// times as many, where work by the square would ask for sixteen.
    /// </summary>
    private static void GrowsWithTheSize(int small, int large, Action<int> read)
    {
        read(100); // what is made once is not counted
        var (few, many) = (Asked(small), Asked(large));
        Assert.True(many * (long)small <= few * (long)large * 3 / 2, $"{small}: {few} bytes, {large}: {many} bytes");

        long Asked(int size)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            read(size);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Made_by_chance_is_read_or_refused_and_nothing_else()
    {
        var dice = new Random(20240301);
        var pieces = $"<!DOCTYPE html><html><head><title>a</title></head><body>{Around}<div id=zoom>{Text}</div></body></html>".Split('<').Skip(1).ToList();
        for (var i = 0; i < 1_500; i++)
        {
            var mutant = pieces.ToList();
            for (var n = dice.Next(1, 8); n > 0; n--)
            {
                var (from, to) = (dice.Next(mutant.Count), dice.Next(1, mutant.Count));
                if (dice.Next(3) == 0) mutant.RemoveAt(to);
                else mutant.Insert(to, dice.Next(4) == 0 ? mutant[from][..dice.Next(mutant[from].Length)] : mutant[from]);
            }
            var bytes = Encoding.UTF8.GetBytes("<" + string.Join('<', mutant));
            if (SourceFile.Open("a", bytes).IsRefused(out var refusal, out var source)) Assert.EndsWith("。", refusal.Reason);
            else Assert.Equal(0, GazetteReader.Read(source!, ReaderContext.Empty).Coverage.Unaccounted);
        }
    }
}
