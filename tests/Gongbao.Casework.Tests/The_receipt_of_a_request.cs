using Gongbao.Casework.Information;

namespace Gongbao.Casework.Tests;

/// <summary>收到申请之日, by channel.</summary>
public sealed class The_receipt_of_a_request
{
    private static readonly DateOnly Sent = new(2023, 4, 25), Signed = new(2023, 4, 27), Confirmed = new(2023, 4, 28);

    [Theory, Law("政府信息公开条例", "第三十一条")]
    [InlineData(nameof(RequestChannel.Counter), 25), InlineData(nameof(RequestChannel.SignedPost), 27), InlineData(nameof(RequestChannel.OrdinaryPost), 28), InlineData(nameof(RequestChannel.Web), 28), InlineData(nameof(RequestChannel.Fax), 28)]
    public void Follows_the_rule_of_its_channel(string channel, int day)
    {
        var received = ReceiptOfRequest.Of(Enum.Parse<RequestChannel>(channel), new(Sent, Signed, Confirmed));
        Assert.False(received.IsRefused(out _, out var on));
        Assert.Equal(new(2023, 4, day), on);
    }

    [Fact]
    public void Is_unknown_where_the_day_that_counts_is()
    {
        foreach (var channel in Enum.GetValues<RequestChannel>())
        {
            var refused = ReceiptOfRequest.Of(channel, new(channel == RequestChannel.Counter ? null : Sent, null, null));
            Assert.Equal(("information.no-receipt-day", ReceiptOfRequest.Law), (refused.Refusals[0].Code, refused.Refusals[0].Source));
        }
        Assert.Equal("information.receipt-before-sending", ReceiptOfRequest.Of(RequestChannel.Fax, new(Sent, null, Sent.AddDays(-1))).Refusals[0].Code);
    }
}
