using System.Text;
using Gongbao.Platform.Access.Signing;

namespace Gongbao.Platform.Tests.Access;

/// <summary>A call between two programs, signed by what both know.</summary>
public sealed class A_signed_call
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("k3y-of-the-test-0123456789-abcdef");
    private static readonly byte[] Body = "{\"item\":\"card\"}"u8.ToArray();
    private static readonly DateTimeOffset Now = new(2025, 3, 3, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    [Fact]
    public void Is_what_anybody_works_out_who_knows_the_secret() =>
        // printf '1740963600.{"item":"card"}' | openssl dgst -sha256 -hmac 'k3y-of-the-test-0123456789-abcdef'
        Assert.Equal(("1740963600", "sha256=15556816f3296ff78c0388f9bacf814028fba2c194f7aef3a98e12ed6eb31d5a"), (CallSignature.Timestamp(Now), CallSignature.Sign(Secret, "1740963600", Body)));

    [Theory]
    [InlineData(0, null), InlineData(-300, null), InlineData(300, null), InlineData(-301, "call.too-old"), InlineData(301, "call.too-old")]
    public void Counts_within_the_window_only(int seconds, string? code)
    {
        var timestamp = CallSignature.Timestamp(Now.AddSeconds(seconds));
        Assert.Equal(code, CallSignature.Refuse(Secret, timestamp, CallSignature.Sign(Secret, timestamp, Body), Body, Now, Window)?.Code);
    }

    [Fact]
    public void Is_refused_where_anything_was_changed()
    {
        var timestamp = CallSignature.Timestamp(Now);
        var signature = CallSignature.Sign(Secret, timestamp, Body);
        Assert.Equal("call.wrong-signature", CallSignature.Refuse(Secret, timestamp, signature, "{\"item\":\"cart\"}"u8, Now, Window)?.Code);
        Assert.Equal("call.wrong-signature", CallSignature.Refuse(Secret, CallSignature.Timestamp(Now.AddSeconds(1)), signature, Body, Now, Window)?.Code);
        Assert.Equal("call.wrong-signature", CallSignature.Refuse([.. Secret, 1], timestamp, signature, Body, Now, Window)?.Code);
        Assert.Equal("call.wrong-signature", CallSignature.Refuse(Secret, timestamp, "sha256=", Body, Now, Window)?.Code);
        foreach (var (at, signed) in new (string?, string?)[] { (null, signature), (timestamp, null), ("now", signature), ("-1", signature), ("99999999999999999", signature) })
            Assert.Equal("call.not-signed", CallSignature.Refuse(Secret, at, signed, Body, Now, Window)?.Code);
    }
}
