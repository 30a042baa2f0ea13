using System.Buffers.Text;
using System.Text;
using Gongbao.Gazette.Import.Batch;
using Gongbao.Gazette.Library;
using Gongbao.Web.Listing;

namespace Gongbao.Gazette.Tests.Listing;

/// <summary>A cursor is taken by the list that gave it, and by no other.</summary>
[Clause("GAZ-02")]
public sealed class A_cursor
{
    private static readonly DocumentPlace Somewhere = new(new(2024, 3, 5), Guid.CreateVersion7());

    [Fact]
    public void Is_taken_back_as_it_was_given()
    {
        var list = new ListCursor("list", "a", null);
        Assert.Equal(Somewhere, list.Find<DocumentPlace>(list.Write(Somewhere)));
        Assert.Equal(Somewhere with { DatedOn = null }, list.Find<DocumentPlace>(list.Write(Somewhere with { DatedOn = null })));
        Assert.Null(list.Write<DocumentPlace>(null));
    }

    [Fact]
    public void Is_none_of_another_list_or_under_other_filters()
    {
        var given = new ListCursor("list", "a", null).Write(Somewhere);
        Assert.Null(new ListCursor("other", "a", null).Find<DocumentPlace>(given));
        Assert.Null(new ListCursor("list", "b", null).Find<DocumentPlace>(given));
        Assert.Null(new ListCursor("list", null, "a").Find<DocumentPlace>(given));
        Assert.Null(new ListCursor("list").Find<DocumentPlace>(given));
        Assert.NotNull(new ListCursor("list", "a", "").Find<DocumentPlace>(given));
    }

    [Theory]
    [InlineData("""{"List":"list"}""")]
    [InlineData("""{"List":"list","Row":null}""")]
    [InlineData("""{"List":"list","Row":{}}""")]
    [InlineData("""{"List":"list","Row":{"DatedOn":"2024-03-05"}}""")]
    [InlineData("""{"List":"list","Row":{"DatedOn":"2024-13-05","Id":"0198c5a2-0000-7000-8000-000000000000"}}""")]
    [InlineData("""{"List":"list","Row":{"DatedOn":null,"Id":"x"}}""")]
    [InlineData("""["list"]""")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("\0")]
    public void Is_nothing_that_lacks_a_part(string json) => Assert.Null(new ListCursor("list").Find<DocumentPlace>(Encoded(json)));

    [Theory]
    [InlineData("""{"List":"list","Row":{"BroughtAt":"2024-03-05T00:00:00+00:00","Ordinal":0,"Origin":"a\u0000"}}""")]
    [InlineData("""{"List":"list","Row":{"BroughtAt":"2024-03-05T00:00:00+00:00","Ordinal":0,"Origin":"\ud800"}}""")]
    [InlineData("""{"List":"list","Row":{"BroughtAt":"2024-03-05T00:00:00+00:00","Ordinal":0,"Origin":null}}""")]
    [InlineData("""{"List":"list","Row":{"BroughtAt":"0001-01-01T00:00:00+14:00","Ordinal":0,"Origin":"a"}}""")]
    [InlineData("""{"List":"list","Row":{"BroughtAt":"2024-03-05T00:00:00+00:00","Ordinal":99999999999,"Origin":"a"}}""")]
    public void Is_nothing_that_a_database_would_not_take(string json) => Assert.Null(new ListCursor("list").Find<FilePlace>(Encoded(json)));

    internal static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
