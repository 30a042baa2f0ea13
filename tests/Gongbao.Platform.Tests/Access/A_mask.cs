using Gongbao.Platform.Access.Fields;

namespace Gongbao.Platform.Tests.Access;

public class A_mask
{
    [Theory]
    [InlineData("李某某", "李*")]
    [InlineData("李某", "李*")]
    [InlineData("欧阳某某", "欧阳*")]
    [InlineData("欧某", "欧*")]
    [InlineData("阿依某·买某某", "阿*")]
    [InlineData("李", "*")]
    [InlineData("𠮷某", "𠮷*")]
    [InlineData("", "")]
    public void Of_a_name_keeps_the_surname_and_hides_the_length(string name, string shown) => Assert.Equal(shown, Masks.Apply(MaskKind.Name, name));

    [Theory]
    [InlineData("13800001234", "138****1234")]
    [InlineData("138 0000 1234", "138****1234")]
    [InlineData("+86 138-0000-1234", "138****1234")]
    [InlineData("0818-2000067", "0818-*****67")]
    [InlineData("（0818）2000067", "0818-*****67")]
    [InlineData("2000067", "*****67")]
    [InlineData("1380000123", "***")]       // ten digits are no telephone number we know
    [InlineData("传真同号", "***")]
    public void Of_a_telephone_number_keeps_its_ends(string phone, string shown) => Assert.Equal(shown, Masks.Apply(MaskKind.Phone, phone));

    [Theory]
    [InlineData("someone@example.cn", "s***@example.cn")]
    [InlineData("@example.cn", "***")]
    [InlineData("a@b@example.cn", "***")]
    [InlineData("someone@", "***")]
    public void Of_an_e_mail_address_keeps_first_letter_and_domain(string email, string shown) => Assert.Equal(shown, Masks.Apply(MaskKind.Email, email));

    [Theory]
    [InlineData(MaskKind.IdentityNumber, "51170219900101001X", "511702********001X")]
    [InlineData(MaskKind.PublishedIdentityNumber, "51170219900101001X", "511*************1X")]
    [InlineData(MaskKind.IdentityNumber, "5117021990010100", "***")]
    public void Of_an_identity_number_keeps_less_in_a_published_list(MaskKind kind, string number, string shown) => Assert.Equal(shown, Masks.Apply(kind, number));

    [Theory]
    [InlineData("6222 0000 0000 0001 234", "***************1234")]
    [InlineData("1234", "***")]
    public void Of_a_bank_card_keeps_the_last_four(string card, string shown) => Assert.Equal(shown, Masks.Apply(MaskKind.BankCard, card));

    [Theory]
    [InlineData("某省某市某区某镇某某村3组12号", "某省某市某区某镇某某村***")]
    [InlineData("某市某区某街道某某社区5号楼", "某市某区某街道某某社区***")]
    [InlineData("某市某区某某街道8号", "某市某区某某街道***")]
    [InlineData("某市某区某某路8号", "某市某区***")]
    [InlineData("某某路8号", "***")]
    public void Of_an_address_stops_at_the_village(string address, string shown) => Assert.Equal(shown, Masks.Apply(MaskKind.Address, address));
}

public class An_identity_number
{
    [Theory]
    [InlineData("51170219900101001X")]
    [InlineData("51170219900101001x")]
    [InlineData("511703198506150028")]
    [InlineData("511724202304270014")]
    [InlineData("51172320230405012X")]
    public void Is_read_when_its_check_character_is_right(string text)
    {
        Assert.True(IdentityNumber.TryParse(text, out var number));
        Assert.Equal(text.ToUpperInvariant(), number.Value);
    }

    [Theory]
    [InlineData("511722197802290028")]      // 29 February 1978 does not exist
    [InlineData("511702199001010018")]      // wrong check character
    [InlineData("511702900101001")]         // the old form of fifteen digits
    [InlineData("5117021990O101001X")]      // the letter O
    [InlineData("")]
    [InlineData(null)]
    public void Is_refused_when_it_cannot_be(string? text) => Assert.False(IdentityNumber.TryParse(text, out _));

    [Fact]
    public void Tells_birthday_division_and_sex()
    {
        Assert.True(IdentityNumber.TryParse("511703198506150028", out var number));
        Assert.Equal((new DateOnly(1985, 6, 15), "511703", false), (number.BornOn, number.Division, number.IsMale));
    }

    [Fact]
    public void Prints_itself_masked()
    {
        Assert.True(IdentityNumber.TryParse("511703198506150028", out var number));
        Assert.Equal("511703********0028", $"{number}");
    }
}
