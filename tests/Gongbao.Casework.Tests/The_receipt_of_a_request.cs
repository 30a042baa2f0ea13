using Gongbao.Casework.Declarations;
using Gongbao.Casework.Information;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Tests;

/// <summary>收到申请之日, by the channels that are declared.</summary>
public sealed class The_receipt_of_a_request
{
    private static readonly DateOnly Sent = new(2023, 4, 25), Signed = new(2023, 4, 27), Confirmed = new(2023, 4, 28);

    private static readonly IReadOnlyList<CaseChannel> Channels =
        CaseReader.Read(CityDeclarations.Load(CityFolder.Find()!, "qinghe", CaseworkRoom.Sections).Required()).Single(c => c.Id == "information-request").Channels;

    [Theory, Law("政府信息公开条例", "第三十一条")]
    [InlineData("counter", 25), InlineData("signed-mail", 27), InlineData("plain-mail", 28), InlineData("web", 28), InlineData("fax", 28)]
    public void Follows_the_rule_of_its_channel(string channel, int day)
    {
        var received = ReceiptOfRequest.Of(Channels.Single(c => c.Id == channel), new(Sent, Signed, Confirmed));
        Assert.False(received.IsRefused(out _, out var on));
        Assert.Equal(new(2023, 4, day), on);
    }

    [Fact]
    public void Is_unknown_where_the_day_that_counts_is()
    {
        Assert.Equal(5, Channels.Count);
        foreach (var channel in Channels)
        {
            var refused = ReceiptOfRequest.Of(channel, new(channel.Id == "counter" ? null : Sent, null, null));
            Assert.Equal(("information.no-receipt-day", channel.Source), (refused.Refusals[0].Code, refused.Refusals[0].Source));
            Assert.Contains("第三十一条", refused.Refusals[0].Source, StringComparison.Ordinal);
        }
        Assert.Equal("information.receipt-before-sending", ReceiptOfRequest.Of(Channels.Single(c => c.Id == "fax"), new(Sent, null, Sent.AddDays(-1))).Refusals[0].Code);
    }
}
