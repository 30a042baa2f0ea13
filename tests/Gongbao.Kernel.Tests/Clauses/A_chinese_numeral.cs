using Gongbao.Kernel.Clauses;

namespace Gongbao.Kernel.Tests.Clauses;

public class A_chinese_numeral
{
    [Theory]
    [InlineData("一", 1)]
    [InlineData("十", 10)]
    [InlineData("十一", 11)]
    [InlineData("二十", 20)]
    [InlineData("三十七", 37)]
    [InlineData("一百零五", 105)]
    [InlineData("一百一十", 110)]
    [InlineData("一千零一", 1001)]
    [InlineData("一千零一十", 1010)]
    [InlineData("九千九百九十九", 9999)]
    public void Is_written_and_read(string text, int value)
    {
        Assert.Equal(text, ChineseNumerals.Format(value));
        Assert.True(ChineseNumerals.TryParse(text, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("廿一", 21)]
    [InlineData("二〇二三", 2023)]
    [InlineData("两百", 200)]
    [InlineData("一百十二", 112)]
    [InlineData("一千〇二十", 1020)]
    public void Is_read_in_other_spellings(string text, int value)
    {
        Assert.True(ChineseNumerals.TryParse(text, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("甲")]
    [InlineData("十百")]
    [InlineData("十十")]
    [InlineData("二三十")]
    [InlineData("一二三四五")]
    [InlineData("百")]
    [InlineData("三廿")]
    [InlineData("十零")]
    public void Is_not_read_from_other_words(string text) => Assert.False(ChineseNumerals.TryParse(text, out _));

    [Fact]
    public void Comes_back_for_every_number()
    {
        for (var value = 0; value <= ChineseNumerals.Largest; value++)
        {
            Assert.True(ChineseNumerals.TryParse(ChineseNumerals.Format(value), out var read));
            Assert.Equal(value, read);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10_000)]
    public void Is_not_written_beyond_its_bounds(int value) => Assert.Throws<ArgumentOutOfRangeException>(() => ChineseNumerals.Format(value));
}
