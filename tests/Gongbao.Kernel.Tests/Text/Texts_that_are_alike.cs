using Gongbao.Kernel.Text;

namespace Gongbao.Kernel.Tests.Text;

public class Texts_that_are_alike
{
    private static readonly string[] Others =
    [
        "完成全市水库安全鉴定，消除病险隐患。", "推进城区雨污管网分流改造。", "加强基层医疗机构信息系统建设。", "开展中小学校舍安全排查。", "发布重点项目建设进展。", "组织防汛抢险应急演练。",
    ];

    [Theory]
    [InlineData("政务服务中心明确专人办理新生儿出生一件事。", "政务服务中心明确专人办理“新生儿出生一件事”", true)] // punctuation alone
    [InlineData("在政务服务中心设置新生儿出生一件事专窗，明确专人办理。", "政务服务中心设立新生儿出生一件事专窗并明确专人办理。", true)] // other words for the same
    [InlineData("２０２５年建成ＡＢＣ平台并投入使用。", "2025年建成abc平台并投入使用。", true)] // width and case
    [InlineData("在政务服务中心设置新生儿出生一件事专窗，明确专人办理。", "在政务服务中心开展政策解读，明确解读范围和时限。", false)] // the place alone
    [InlineData("好", "好", false)] // too little to say
    public void Share_most_of_their_words(string one, string other, bool alike)
    {
        var pairs = AlikeTexts.Find([one, other, .. Others], (_, _) => true, 0.5);
        Assert.Equal(alike, pairs.Any(p => (p.First, p.Second) == (0, 1)));
        Assert.DoesNotContain(pairs, p => p.Second > 1);
    }

    [Fact]
    public void Are_compared_only_where_they_may_be()
    {
        var twice = Others.Concat(Others).ToList();
        Assert.Equal(6, AlikeTexts.Find(twice, (_, _) => true, 0.9).Count);
        Assert.All(AlikeTexts.Find(twice, (_, _) => true, 0.9), p => Assert.Equal((p.First + 6, 1.0), (p.Second, Math.Round(p.Likeness, 6))));
        Assert.Empty(AlikeTexts.Find(twice, (a, b) => a / 6 == b / 6, 0.9));
    }

    [Fact]
    public void Are_found_among_many_that_begin_with_the_same_phrase()
    {
        var many = Enumerable.Range(0, 300).Select(i => $"各县（市、区）人民政府要切实加强组织领导{(char)('一' + (7 * i))}{(char)('一' + (11 * i) + 1)}{(char)('一' + (13 * i) + 2)}{(char)('一' + (17 * i) + 3)}").ToList();
        many.Add(many[5] + "。");
        Assert.Equal((5, 300), AlikeTexts.Find(many, (_, _) => true, 0.95).Select(p => (p.First, p.Second)).Single());
    }
}
