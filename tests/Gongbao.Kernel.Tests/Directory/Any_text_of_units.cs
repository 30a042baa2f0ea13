using CsCheck;
using Gongbao.Kernel.Directory;

namespace Gongbao.Kernel.Tests.Directory;

/// <summary>What holds for every text whatever, tried on texts made of names, parts of names and the words around them.</summary>
public class Any_text_of_units
{
    private static readonly string[] Words =
    [
        "市教育局", "市科技局", "发展改革委", "教育局", "局", "市", "清河", "清河市", "市委", "宣传部", "临江区", "枫桥市", "云岭县", "人民政府", "云台镇",
        "各县（市、区）人民政府", "市级各部门（单位）", "清河北部经区管委会", "管委会", "、", "，", "；", "。", "和", "及", "等", "等部门（单位）", "（", "）", "：",
        "牵头", "（牵头）", "负责", "配合", "责任单位：", "由", "有关", "被审计", "\n", " ", "𠮷", "\uD800", "x", "9", "员会", "改革",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        OneOf(Words).Array[0, 14].Select(words => string.Concat(words)),
        Gen.Select(OneOf([.. MadeUpCity.Directory.Units.Select(u => u.FullName)]).Array[1, 4], Gen.Int[0, 30], OneOf(Words))
            .Select((names, at, word) => Insert(string.Join('、', names), at, word)),
        Gen.String);

    [Fact]
    public void Is_read_without_an_exception_and_its_mentions_lie_in_it_in_order() => Texts.Sample(
        text =>
        {
            var end = 0;
            foreach (var mention in MadeUpCity.Resolver.Resolve(text).Mentions)
            {
                Assert.InRange(mention.Start, end, text.Length);
                end = mention.Start + mention.Length;
                Assert.InRange(end, mention.Start + 1, text.Length);
                Assert.Equal(mention.Text, Bare(text.Substring(mention.Start, mention.Length)));
            }
        },
        iter: 20_000);

    /// <summary>An exact reading is a name of the unit; every other is shown; an unresolved one names nobody.</summary>
    [Fact]
    public void Names_only_who_is_written_in_it() => Texts.Sample(
        text =>
        {
            var resolution = MadeUpCity.Resolver.Resolve(text);
            foreach (var mention in resolution.Mentions)
            {
                if (mention.Reading is NameReading.Exact)
                {
                    Assert.True(mention.Group is not null || IsANameOf(mention.Units.Single(), mention.Text), $"{mention.Text} in {text}");
                    Assert.True(StandsAlone(text, mention), $"{mention.Text} in {text}");
                }

                if (mention.Reading is NameReading.MissingPrefix or NameReading.Misprint) Assert.Contains(mention.Text, resolution.Repaired);
                Assert.Equal(mention.Reading is NameReading.None, mention.Why is not null);
                if (mention.Why is not null) Assert.Empty(mention.Units);
            }
        },
        iter: 20_000);

    /// <summary>The unit's full name contains the characters of every name it bears, in their order.</summary>
    private static bool IsANameOf(Unit unit, string text)
    {
        if (unit.Names.Contains(text)) return true;
        var full = "清河市" + unit.FullName;
        var at = 0;
        return text.All(c => (at = full.IndexOf(c, at) + 1) > 0);
    }

    /// <summary>Before and after it stands the text's edge, a mark of punctuation, another name, or one of the words that go with names.</summary>
    private static bool StandsAlone(string text, UnitMention mention)
    {
        var after = Bare(text[(mention.Start + mention.Length)..]);
        var before = Bare(text[..mention.Start]);
        return !after.StartsWith("改革", StringComparison.Ordinal) && !after.StartsWith("员会", StringComparison.Ordinal)
            && !before.EndsWith("有关", StringComparison.Ordinal) && !before.EndsWith("被审计", StringComparison.Ordinal);
    }

    private static Gen<string> OneOf(string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    private static string Insert(string text, int at, string word) => text.Insert(Math.Min(at, text.Length), word);
}
