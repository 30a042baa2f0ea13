using Gongbao.Casework.Information;

namespace Gongbao.Casework.Tests;

/// <summary>信息处理费, by the national table.</summary>
public sealed class A_processing_fee
{
    private static readonly ProcessingFee Fee = new(new([new(10, 0), new(30, 100)], 10, 100), new([new(30, 0), new(100, 10), new(200, 20), new(null, 40)], 0, 0), "国办函〔2020〕109号");

    [Theory]
    [InlineData(0, 0), InlineData(10, 0), InlineData(11, 100), InlineData(30, 2000), InlineData(31, 2200), InlineData(35, 3000), InlineData(40, 4000), InlineData(41, 4300), InlineData(50, 7000), InlineData(51, 7400)]
    public void Adds_up_by_requests_of_a_month(int requests, int yuan) => Assert.Equal(yuan, Fee.ByRequest.Of(requests));

    [Theory]
    [InlineData(0, 0), InlineData(30, 0), InlineData(31, 10), InlineData(100, 700), InlineData(101, 720), InlineData(150, 1700), InlineData(200, 2700), InlineData(201, 2740), InlineData(250, 4700)]
    public void Adds_up_by_pages_of_a_request(int pages, int yuan) => Assert.Equal(yuan, Fee.ByPage.Of(pages));

    [Fact]
    public void Charges_a_request_only_for_what_it_adds() =>
        Assert.Equal(Fee.ByRequest.Of(45), Enumerable.Range(0, 45).Sum(before => Fee.OfRequest(before, 1)));

    [Fact]
    public void Charges_nothing_where_nothing_is_handed_out() =>
        Assert.Equal("information.nothing-to-charge", Fee.OfPages(500, isHandedOut: false).Refusals[0].Code);
}
