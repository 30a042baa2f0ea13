using CsCheck;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Kernel.Tests.Clauses;

[Law("党政机关公文格式", "7.2.5")]
public class A_document_number
{
    [Theory]
    [InlineData("清河府办发〔2023〕14号")]
    [InlineData("清河府办发[2023]14号")]
    [InlineData("清河府办发(2023)14号")]
    [InlineData("清河府办发［2023］14号")]
    [InlineData("清河府办发【2023】14号")]
    [InlineData("清河府办发（2023）14号")]
    [InlineData("清河府办发﹝2023﹞14号")]
    [InlineData("清河府办发〔2023]14号")]
    [InlineData("清河府办发〔２０２３〕１４号")]
    [InlineData("清河府办发 〔2023〕 14 号")]
    [InlineData("清河府办发〔2023〕\n14号")]
    [InlineData("清河府办发〔2023〕第14号")]
    [InlineData("清河府办发〔2023〕014号")]
    [InlineData("（清河府办发〔2023〕14号）")]
    [InlineData("清河府办发〔二〇二三〕十四号")]
    public void Is_the_same_in_every_bracket_and_digit_form(string printed)
    {
        Assert.True(DocumentNumber.TryParse(printed, out var number));
        Assert.Equal("清河府办发〔2023〕14号", number.Normalised);
        Assert.Equal(printed, number.Printed);
        Assert.Equal(("清河府办发", 2023, 14), (number.IssuerCode, number.Year, number.Serial));
        Assert.True(DocumentNumber.TryParse("清河府办发〔2023〕14号", out var plain));
        Assert.Equal(plain, number);
        Assert.Equal(plain.GetHashCode(), number.GetHashCode());
    }

    [Theory]
    [InlineData("国务院令第711号", "国务院令第711号")]
    [InlineData("国务院令 第 ７１１ 号", "国务院令第711号")]
    [InlineData("中华人民共和国主席令第七十一号", "中华人民共和国主席令第71号")]
    [InlineData("令第3号", "令第3号")]
    [InlineData("国家税务总局公告2023年第5号", "国家税务总局公告2023年第5号")]
    [InlineData("〔2023〕14号", "〔2023〕14号")]
    [InlineData("川办发(电)〔2022〕3号", "川办发（电）〔2022〕3号")]
    public void Has_other_shapes(string printed, string normalised) => Assert.Equal(normalised, DocumentNumber.Normalise(printed));

    [Fact]
    public void Of_an_order_has_no_year_and_one_without_code_no_issuer()
    {
        Assert.True(DocumentNumber.TryParse("国务院令第711号", out var order));
        Assert.Null(order.Year);
        Assert.True(DocumentNumber.TryParse("〔2023〕14号", out var bare));
        Assert.Null(bare.IssuerCode);
    }

    [Theory]
    [InlineData("清财发〔2023〕1号、清税发〔2023〕2号")]
    [InlineData("清财发[2023]1号 清税发[2023]2号")]
    [InlineData("清财发〔2023〕1号/清税发〔2023〕2号")]
    public void May_be_joint(string printed)
    {
        Assert.True(DocumentNumber.TryParse(printed.Replace('/', '／'), out var number));
        Assert.Equal("清财发〔2023〕1号、清税发〔2023〕2号", number.Normalised);
        Assert.Equal(2, number.Parts.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("号")]
    [InlineData("14号")]
    [InlineData("清河府办发〔2023〕14")]
    [InlineData("清河府办发〔203〕14号")]
    [InlineData("清河府办发〔2023〕0号")]
    [InlineData("清河府办发2023第14号")]
    [InlineData("清河，府〔2023〕14号")]
    [InlineData("清河府办发〔2023〕99999999号")]
    [InlineData("关于印发方案的通知")]
    [InlineData("清（）发〔2023〕1号")]
    public void Is_not_read_from_other_words(string? text)
    {
        Assert.False(DocumentNumber.TryParse(text, out _));
        Assert.Null(DocumentNumber.Normalise(text));
    }

    [Fact]
    public void Sorts_by_code_year_and_serial_as_numbers()
    {
        string[] sorted = ["清办函〔2023〕46号", "清办发〔2022〕100号", "清办发〔2023〕8号", "清办发〔2023〕14号"]; // 函 U+51FD, 发 U+53D1

        Assert.Equal(sorted, sorted.Reverse().Select(Number).Order().Select(n => n.ToString()));
    }

    [Fact]
    public void Never_fails_on_any_text_and_normalises_once_and_for_all() =>
        Gen.Char["清河发〔[（【〕]）】2023１4号令第年公告 、\n"].Array[0, 30].Select(c => new string(c)).Sample(text =>
        {
            if (DocumentNumber.Normalise(text) is { } normal) Assert.Equal(normal, DocumentNumber.Normalise(normal));
        });

    private static DocumentNumber Number(string text) => DocumentNumber.TryParse(text, out var number) ? number : throw new FormatException(text);
}
