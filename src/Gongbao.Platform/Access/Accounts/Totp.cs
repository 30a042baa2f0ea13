using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>
/// The second factor (动态口令): time-based one-time codes of six digits, a new one every 30 seconds, as authenticator programs make them.
/// </summary>
/// <source>RFC 6238, with HMAC-SHA-1, the one variant that every authenticator program knows</source>
internal static class Totp
{
    private const int SecondsPerStep = 30;

    /// <summary>A code is taken one step early or late, for clocks that differ.</summary>
    private const int Tolerance = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret of 160 bits.</summary>
    public static byte[] MakeSecret() => RandomNumberGenerator.GetBytes(20);

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / SecondsPerStep;

    /// <returns>The step that the code belongs to; null when it is wrong, or belongs to a step not after <paramref name="lastStep"/>: a code counts once.</returns>
    public static long? StepOf(string code, byte[] secret, DateTimeOffset now, long lastStep)
    {
        var given = Encoding.ASCII.GetBytes(string.Concat(code.Where(c => !char.IsWhiteSpace(c))));
        long? found = null;
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeAt(step, secret))) && step > lastStep)
                found = step;
        return found;
    }

    public static string CodeAt(long step, byte[] secret)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 as authenticator programs know it; the code rests on the secrecy of the key, not on collisions
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = (BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & 0x7FFF_FFFF) % 1_000_000;
        return number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The secret as a person types it into an authenticator.</summary>
    public static string Print(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        int held = 0, bits = 0;
        foreach (var b in secret)
        {
            held = (held << 8) | b;
            bits += 8;
            while (bits >= 5)
            {
                text.Append(Base32[(held >> (bits - 5)) & 31]);
                bits -= 5;
            }

            held &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Base32[(held << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>The address that an authenticator program opens.</summary>
    public static string Address(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Print(secret)}&issuer={Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits=6&period=30";
}
