using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Citations.Detection;
using Gongbao.Gazette.Tests.Generated;

namespace Gongbao.Gazette.Tests.Citations;

/// <summary>What is found in running text. An expectation lists, for each citation, its words, then → and what they name.</summary>
public class Citing_words
{
    private const int Endless = 2_000_000;

    [Theory]
    [InlineData("根据《湖泊保护条例》，制定本方案。", "《湖泊保护条例》→湖泊保护条例")]
    [InlineData("落实《清河市人民政府关于加强供水的意见》（清府发〔2024〕3号）要求", "《清河市人民政府关于加强供水的意见》（清府发〔2024〕3号）→清河市人民政府关于加强供水的意见 清府发〔2024〕3号")]
    [InlineData("《关于印发〈清河市湖泊保护办法〉的通知》", "《关于印发〈清河市湖泊保护办法〉的通知》→关于印发〈清河市湖泊保护办法〉的通知")]
    [InlineData("《清河市湖泊\n保护办法》", "《清河市湖泊\n保护办法》→清河市湖泊保护办法")]
    [InlineData("《规划纲要（2021—2035年）的通知》（国发[2021]9号）", "《规划纲要（2021—2035年）的通知》（国发[2021]9号）→规划纲要（2021—2035年）的通知 国发〔2021〕9号")]
    [InlineData("按照清府办发〔2021〕6号文件执行", "清府办发〔2021〕6号→清府办发〔2021〕6号")]
    [InlineData("依照国务院令第711号公布的条例", "国务院令第711号→国务院令第711号")]
    [InlineData("《政府信息公开条例》（国务院令第711号）第十条", "《政府信息公开条例》（国务院令第711号）第十条→政府信息公开条例 国务院令第711号#第十条")]
    [InlineData("《湖泊保护条例》第三条第二款、第五条和第七条第（一）项", "《湖泊保护条例》第三条第二款→湖泊保护条例#第三条第二款|第五条→湖泊保护条例#第五条|第七条第（一）项→湖泊保护条例#第七条第一项")]
    [InlineData("《湖泊保护条例》（以下简称《条例》）施行后，《条例》第八条和条例第九条适用", "《湖泊保护条例》→湖泊保护条例|《条例》第八条→湖泊保护条例#第八条|条例第九条→湖泊保护条例#第九条")]
    [InlineData("《供水管理意见》（清府发〔2024〕3号，以下简称“供水意见”）要求。各地落实供水意见。", "《供水管理意见》（清府发〔2024〕3号，以下简称“供水意见”）→供水管理意见 清府发〔2024〕3号|供水意见→供水管理意见 清府发〔2024〕3号")]
    [InlineData("违反本办法第十二条第一款规定的", "本办法第十二条第一款→#第十二条第一款")]
    [InlineData("违反第三条至第五条规定的", "第三条至第五条→#第三条至第五条")]
    [InlineData("有本条例第三至五条情形的", "本条例第三至五条→#第三条至第五条")]
    [InlineData("有《湖泊保护条例》第三条第（一）、（三）项情形", "《湖泊保护条例》第三条第（一）、（三）项→湖泊保护条例#第三条第一项|《湖泊保护条例》第三条第（一）、（三）项→湖泊保护条例#第三条第三项")]
    [InlineData("违反本办法第二、四、五条规定的", "本办法第二、四、五条→#第二条|本办法第二、四、五条→#第四条|本办法第二、四、五条→#第五条")]
    [InlineData("有前款第一、三项所列情形的", "前款第一、三项→ParagraphsBefore 1#（一）|前款第一、三项→ParagraphsBefore 1#（三）")]
    [InlineData("依照《湖泊保护条例》第三条之一第二款、第五条处罚", "《湖泊保护条例》第三条之一第二款→湖泊保护条例#第三条之一第二款|第五条→湖泊保护条例#第五条")]
    [InlineData("违反本办法第十条之二至第十二条规定的", "本办法第十条之二至第十二条→#第十条之二至第十二条")]
    [InlineData("第一、三项任务已经完成，有第三条规定情形之一的", "第三条→#第三条")]
    [InlineData("前款规定的期限", "前款→ParagraphsBefore 1")]
    [InlineData("有前两项情形之一的", "前两项→ItemsBefore 2")]
    [InlineData("依照前条第二款规定", "前条第二款→ArticlesBefore 1#第二款")]
    [InlineData("本条第二款所称重点区域", "本条第二款→ThisArticle 0#第二款")]
    [InlineData("任务分工见附件2。", "附件2→#附件2")]
    [InlineData("职责见本方案三（二）1", "本方案三（二）1→#三（二）1")]
    [InlineData("按照《巡查方案》第三部分第（二）项要求", "《巡查方案》第三部分第（二）项→巡查方案#三（二）")]
    [InlineData("该条例第三条", "")]
    [InlineData("《湖泊保护条例》施行后，该条例第三条适用", "《湖泊保护条例》→湖泊保护条例|该条例第三条→湖泊保护条例#第三条")]
    [InlineData("发放《出生医学证明》和《预防接种证》，填写《参保登记表》", "《出生医学证明》→出生医学证明!Certificate|《预防接种证》→预防接种证!Certificate|《参保登记表》→参保登记表!Form")]
    [InlineData("《清河日报》刊登，唱响歌曲《清河之歌》，阅读《红楼梦》", "《清河日报》→清河日报!Publication|《清河之歌》→清河之歌!Work|《红楼梦》→红楼梦!Work")]
    [InlineData("研究出台《关于加强巡查的通知》", "《关于加强巡查的通知》→关于加强巡查的通知!Planned")]
    [InlineData("市政府已出台《关于加强巡查的通知》", "《关于加强巡查的通知》→关于加强巡查的通知")]
    [InlineData("修建第一条高速公路，第二条生产线投产，目前项目已经完成，以前条件差，本条例自发布之日起施行。", "")]
    [InlineData("第一项工作已经完成，第三节课，第三方评估，第一款产品，前三项工作已完成。", "")]
    [InlineData("2021年3月（2021）共26号楼，电话（0818）2123456号", "")]
    [InlineData("《没有结束的标题。下一句》", "")]
    public void Are_found_with_what_they_name(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', new CitationScanner(SampleCity.Citations).Scan(text).Select(c => Say(c, text))));

    [Fact]
    public void At_the_start_of_a_clause_are_not_its_own_number() => Assert.Empty(new CitationScanner(SampleCity.Citations).Scan("第三条 湖泊由市水务局管理。", 3));

    /// <summary>Work by the square of so many characters would not end, and ends the run.</summary>
    [Theory(Timeout = 120_000)]
    [InlineData("《")]
    [InlineData("（2021）")]
    [InlineData("《〈")]
    [InlineData("第一、")]
    [InlineData("前前本第")]
    [InlineData("《a》（以下简称a）")]
    public Task Without_end_are_looked_through_to_the_end(string piece) => Task.Run(() =>
    {
        var text = string.Concat(Enumerable.Repeat(piece, Endless / piece.Length)) + "\n《清河市湖泊保护办法》";
        Assert.Contains(new CitationScanner(SampleCity.Citations).Scan(text), c => c.Target?.Title == "清河市湖泊保护办法");
    }, TestContext.Current.CancellationToken);

    private static string Say(Citation c, string text)
    {
        string?[] names = [c.Target?.Title, c.Target?.Number];
        var basis = c.Place is { Base: not PlaceBase.Document } p ? $"{p.Base} {p.Count}" : "";
        return $"{text[c.From..c.To]}→{string.Join(' ', names.OfType<string>())}{basis}{(c.Place is { Path.IsDocument: false } place ? $"#{place.Path}" : "")}{(c.Not is { } not ? $"!{not}" : "")}";
    }
}
