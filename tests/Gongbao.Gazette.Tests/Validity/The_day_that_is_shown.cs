using Gongbao.Gazette.Validity.Showing;

namespace Gongbao.Gazette.Tests.Validity;

[Clause("GAZ-06")]
public class The_day_that_is_shown
{
    [Theory]
    [InlineData("2024-05-01")]
    [InlineData(" 2024-5-1 ")]
    [InlineData("2024/5/1")]
    [InlineData("2024.05.01")]
    [InlineData("2024年5月1日")]
    [InlineData("20240501")]
    public void Is_read_as_people_type_it(string typed) => Assert.Equal(new(2024, 5, 1), AsOf.ReadTyped(typed));

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("昨天")]
    [InlineData("5/1/2024")]
    [InlineData("")]
    [InlineData(null)]
    public void Is_never_guessed(string? typed) => Assert.Null(AsOf.ReadTyped(typed));

    [Theory]
    [InlineData("/search?q=%E6%B0%B4&on=2024-05-01&page=2", "/search?q=%E6%B0%B4&page=2")]
    [InlineData("/d/x?on=2024-05-01", "/d/x")]
    [InlineData("/d/x?only=1&one=2", "/d/x?only=1&one=2")]
    [InlineData("/d/x", "/d/x")]
    [InlineData(null, null)]
    public void Gives_way_to_the_one_that_is_chosen_next(string? address, string? without) => Assert.Equal(without, AsOf.WithoutDay(address));
}
