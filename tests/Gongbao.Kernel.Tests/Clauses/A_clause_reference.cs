using CsCheck;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Kernel.Tests.Clauses;

public class A_clause_reference
{
    private const string Document = "清河府办发〔2023〕14号";

    [Theory]
    [InlineData("一", "1")]
    [InlineData("三（十）", "3.10")]
    [InlineData("一（一）1", "1.1.1")]
    [InlineData("二（四）3", "2.4.3")]
    [InlineData("二（四）3（1）", "2.4.3.1")]
    [InlineData("二（四）3（1）②", "2.4.3.1.2")]
    [InlineData("十一（三十七）", "11.37")]
    [InlineData("（十）", "L2-10")]
    [InlineData("1（1）", "L3-1.1")]
    [InlineData("一1", "1.L3-1")]
    [InlineData("全文", "text")]
    [InlineData("题", "title")]
    [InlineData("主送", "to")]
    [InlineData("前言", "preamble")]
    [InlineData("正文", "body")]
    [InlineData("正文 第二款", "body.p2")]
    [InlineData("三（十）第二款", "3.10.p2")]
    [InlineData("三第二款（一）", "3.p2.1")]
    [InlineData("附件", "annex")]
    [InlineData("附件2", "annex2")]
    [InlineData("附件 备注", "annex.remark")]
    [InlineData("附件2 第3行", "annex2.row3")]
    [InlineData("附件 表2 第3行", "annex.table2.row3")]
    [InlineData("附件2 1", "annex2.L3-1")]
    [InlineData("附件2 一（二）", "annex2.1.2")]
    [InlineData("印发件 一", "issued.1")]
    [InlineData("落款", "signature")]
    [InlineData("第十二条", "art12")]
    [InlineData("第十二条第二款第三项", "art12.p2.3")]
    [InlineData("第十二条第三项第一目", "art12.3.1")]
    [InlineData("第二章第一节第十二条", "ch2.sec1.art12")]
    [InlineData("一至十一", "1~11")]
    [InlineData("三（一）至（五）", "3.1~3.5")]
    [InlineData("三（一）至四（二）", "3.1~4.2")]
    [InlineData("前言至三", "preamble~3")]
    [InlineData("附件2 第1行至第3行", "annex2.row1~annex2.row3")]
    [InlineData("第十二条第一项至第三项", "art12.1~art12.3")]
    public void Names_every_kind_of_place_and_is_printed_back(string place, string slug)
    {
        Assert.True(ClauseRef.TryParse($"{Document}#{place}", out var clause));
        Assert.Equal($"{Document}#{place}", clause.ToString());
        Assert.Equal($"清河府办发-2023-14/{slug}", clause.Slug);
        Assert.True(ClauseRef.TryParseSlug(clause.Slug, out var again));
        Assert.Equal(clause, again);
    }

    [Theory]
    [InlineData("清河府办发[2023]14号＃三、（十）", "清河府办发〔2023〕14号#三（十）")]
    [InlineData("清河府办发(2023)第14号#二(四)３．", "清河府办发〔2023〕14号#二（四）3")]
    [InlineData("清河府办发〔2023〕14号#附件２第３行", "清河府办发〔2023〕14号#附件2 第3行")]
    [InlineData("清河府办发〔2023〕14号#第12条（三）", "清河府办发〔2023〕14号#第十二条第三项")]
    [InlineData("清河府办发〔2023〕14号#一～十一", "清河府办发〔2023〕14号#一至十一")]
    [InlineData("清河府办发〔2023〕14号", "清河府办发〔2023〕14号")]
    [InlineData("清河府办发〔2023〕14号#", "清河府办发〔2023〕14号")]
    public void Is_read_in_other_spellings(string text, string canonical) => Assert.Equal(canonical, ClauseRef.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("三（十）")]
    [InlineData("清河府办发〔2023〕14号#甲")]
    [InlineData("清河府办发〔2023〕14号#三（十")]
    [InlineData("清河府办发〔2023〕14号#第三")]
    [InlineData("清河府办发〔2023〕14号#十一至一")]
    [InlineData("清河府办发〔2023〕14号#一至")]
    [InlineData("清河府办发〔2023〕14号#正文至附件")]
    [InlineData("清河府办发〔2023〕14号#0")]
    [InlineData("清河府办发〔2023〕14号#第20000行")]
    public void Is_not_read_from_other_words(string text)
    {
        Assert.False(ClauseRef.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ClauseRef.Parse(text));
    }

    [Theory]
    [InlineData("清河府办发-2023-14/3..1")]
    [InlineData("清河府办发-2023-14/3.x1")]
    [InlineData("清河府办发-2023-14/03")]
    [InlineData("清河府办发-2023-14/L1-3")]
    [InlineData("清河府办发-2023-14/art3-0")]
    [InlineData("清河府办发-2023-14/art3-01")]
    [InlineData("清河府办发-2023-14/ch3-1")]
    [InlineData("清河府办发-2023-014")]
    [InlineData("清河府办发")]
    [InlineData("a~b")]
    public void Has_one_address_only(string slug) => Assert.False(ClauseRef.TryParseSlug(slug, out _));

    [Theory]
    [InlineData("《政府信息公开条例》#第三十三条", "~政府信息公开条例~/art33")]
    [InlineData("清河市人民政府《关于“办事”的通知》2023-04-18#一", "清河市人民政府~关于.201c.办事.201d.的通知~2023-04-18/1")]
    [InlineData("国务院令第711号#第三十三条第一款", "国务院令-711/art33.p1")]
    [InlineData("国务院令第711号#第三十三条之一第二款", "国务院令-711/art33-1.p2")]
    [InlineData("国务院令第711号#第三十三条之一至第三十五条", "国务院令-711/art33-1~art35")]
    [InlineData("〔2023〕14号", "2023-14")]
    [InlineData("国家税务总局公告2023年第5号#一", "国家税务总局公告-2023年-5/1")]
    [InlineData("清财发〔2023〕1号、清税发〔2023〕2号#一", "清财发-2023-1_清税发-2023-2/1")]
    [InlineData("川办发（电）〔2022〕3号", "川办发.ff08.电.ff09.-2022-3")]
    public void Names_documents_of_every_kind(string text, string slug)
    {
        var clause = ClauseRef.Parse(text);

        Assert.Equal(text, clause.ToString());
        Assert.Equal(slug, clause.Slug);
        Assert.True(ClauseRef.TryParseSlug(Uri.EscapeDataString(slug).Replace("%2F", "/", StringComparison.Ordinal), out var again));
        Assert.Equal(clause, again);
    }

    [Theory]
    [InlineData("", "三（十）")]
    [InlineData("全文", "附件 备注")]
    [InlineData("正文", "三（十）")]
    [InlineData("正文", "第二款")]
    [InlineData("三", "三（十）2")]
    [InlineData("三（十）", "三（十）")]
    [InlineData("附件", "附件 第3行")]
    [InlineData("一至十一", "三（十）")]
    [InlineData("一至十一", "十一（三十七）")]
    [InlineData("一至十一", "三至十一（一）")]
    public void Contains_what_lies_in_it(string outer, string inner)
    {
        var (one, other) = (ClauseRef.Parse($"{Document}#{outer}"), ClauseRef.Parse($"{Document}#{inner}"));

        Assert.True(one.Contains(other));
        Assert.Equal(one.Equals(other), other.Contains(one));
    }

    [Theory]
    [InlineData("三", "二（十）")]
    [InlineData("正文", "附件 第3行")]
    [InlineData("正文", "题")]
    [InlineData("附件", "附件2")]
    [InlineData("一至十一", "十二")]
    [InlineData("二至十一", "一（三）")]
    [InlineData("三", "三至四")]
    [InlineData("一至三（二）", "三")]
    [InlineData("一至三（二）", "三（三）")]
    [InlineData("一至附件", "正文")]
    [InlineData("一至三", "")]
    public void Does_not_contain_what_lies_outside(string outer, string inner) =>
        Assert.False(ClauseRef.Parse($"{Document}#{outer}").Contains(ClauseRef.Parse($"{Document}#{inner}")));

    [Fact]
    public void Does_not_contain_a_clause_of_another_document() =>
        Assert.False(ClauseRef.Parse("清河府发〔2023〕1号").Contains(ClauseRef.Parse("清河府发〔2023〕2号#一")));

    [Fact]
    public void Sorts_in_the_order_of_the_document()
    {
        string[] sorted =
        [
            "清河府办发〔2023〕8号#附件", "清河府办发〔2023〕14号", "清河府办发〔2023〕14号#题", "清河府办发〔2023〕14号#前言", "清河府办发〔2023〕14号#一",
            "清河府办发〔2023〕14号#一第一款", "清河府办发〔2023〕14号#一（二）", "清河府办发〔2023〕14号#一（二）3", "清河府办发〔2023〕14号#一（十）",
            "清河府办发〔2023〕14号#二", "清河府办发〔2023〕14号#落款", "清河府办发〔2023〕14号#附件1", "清河府办发〔2023〕14号#附件2 第3行", "清河府办发〔2023〕14号#附件2 第12行",
        ];

        Assert.Equal(sorted, sorted.Reverse().Select(ClauseRef.Parse).Order().Select(c => c.ToString()));
    }

    [Fact]
    public void Names_every_place_that_the_requirements_name()
    {
        var rows = File.ReadLines(RealIssue.Clauses).Skip(1).Select(line => line.Split('\t')).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var clause = ClauseRef.Parse($"{row[1]}#{row[2]}");
            Assert.Equal($"{row[1]}#{row[2]}", clause.ToString());
            Assert.True(ClauseRef.TryParseSlug(clause.Slug, out var again));
            Assert.Equal(clause, again);
        });
    }

    [Fact]
    public void Comes_back_from_text_and_address_whatever_its_steps() => ClauseGen.Path.Sample(path =>
    {
        Assert.True(ClausePath.TryParse(path.ToString(), out var read), path.ToString());
        Assert.Equal(path, read);
        Assert.Equal(path.Steps, read.Steps);
        Assert.Equal(path.Last, read.Last);
        Assert.Matches("^[A-Za-z0-9.~-]*$", path.Slug);
        Assert.True(ClausePath.TryParseSlug(path.Slug, out var again), path.Slug);
        Assert.Equal(path, again);
    }, iter: 5000);

    [Fact]
    public void Is_ordered_without_contradiction() => Gen.Select(ClauseGen.Near, ClauseGen.Near, ClauseGen.Near).Sample((a, b, c) =>
    {
        Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
        Assert.Equal(a.Equals(b), a.CompareTo(b) == 0);
        Assert.True(a.Contains(a));
        if (a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0) Assert.True(a.CompareTo(c) <= 0);
        if (a.Contains(b) && b.Contains(c)) Assert.True(a.Contains(c), $"{a} | {b} | {c}");
    }, iter: 20_000);

    [Fact]
    public void Never_fails_on_any_text() => Gen.Char["三（十）第条款项至1２①附件备注#、 清发〔2023〕号《》~.-"].Array[0, 40].Select(c => new string(c)).Sample(text =>
    {
        if (ClauseRef.TryParse(text, out var clause)) Assert.Equal(clause, ClauseRef.Parse(clause.ToString()));
        _ = ClauseRef.TryParseSlug(text, out _);
        if (ClausePath.TryParse(text, out var path)) Assert.True(ClausePath.TryParse(path.ToString(), out var again) && again.Equals(path));
    }, iter: 5000);
}
