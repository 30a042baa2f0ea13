using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongbao.Kernel.Results;

namespace Gongbao.Platform.Access.Signing;

/// <summary>
/// How calls between this program and another one are signed (报文签名): HMAC-SHA-256 over timestamp, a full stop and body, under a secret that both know. A call that was caught on
/// its way cannot be changed, and cannot be sent again much later.
/// </summary>
public static class CallSignature
{
    /// <summary>The second since 1970 at which the call was signed.</summary>
    public const string TimestampHeader = "X-Gongbao-Timestamp";

    /// <summary><c>sha256=</c> and hexadecimal digits.</summary>
    public const string SignatureHeader = "X-Gongbao-Signature";

    /// <summary>The shortest secret, in bytes.</summary>
    public const int ShortestSecret = 32;

    private const string Prefix = "sha256=";

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Sign(byte[] secret, string timestamp, ReadOnlySpan<byte> body) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(secret, (byte[])[.. Encoding.ASCII.GetBytes(timestamp + "."), .. body]));

    /// <summary>Proves a call that came in.</summary>
    /// <param name="secret">What both sides know.</param>
    /// <param name="timestamp">As its header has it; null where there is none.</param>
    /// <param name="signature">As its header has it; null where there is none.</param>
    /// <param name="body">Its bytes as they came.</param>
    /// <param name="now">The real instant.</param>
    /// <param name="window">So far may the clocks of both sides, and the time on the way, lie apart; the bound is included.</param>
    /// <returns>Null where it is proved. Refusals: <c>call.not-signed</c>, <c>call.too-old</c>, <c>call.wrong-signature</c>.</returns>
    public static Refusal? Refuse(byte[] secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now, TimeSpan window)
    {
        if (timestamp is null || signature is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var second) || second > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return new("call.not-signed", $"报文没有签名；请按接口说明带上 {TimestampHeader} 和 {SignatureHeader}。");
        // The signature first: of a call that nobody signed nothing is to be learnt, not even our time.
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(secret, timestamp, body)), Encoding.UTF8.GetBytes(signature)))
            return new("call.wrong-signature", "报文的签名不对；请核对密钥，并确认签名以后没有改动报文。");
        return (now - DateTimeOffset.FromUnixTimeSeconds(second)).Duration() > window
            ? new("call.too-old", "报文的签名时间与现在相差太多；请校准服务器的时间，重发的报文请重新签名。") : null;
    }
}
