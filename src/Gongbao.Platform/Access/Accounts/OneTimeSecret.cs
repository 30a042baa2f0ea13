using System.Security.Cryptography;
using System.Text;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>
/// Random secrets that are shown once and kept as a SHA-256 hash: tokens, links, recovery codes. They carry at least 80 random bits, so a plain
/// hash cannot be guessed back; comparison takes the same time wherever the first difference stands.
/// </summary>
public static class OneTimeSecret
{
    /// <summary>Letters and digits that are not taken for one another.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <param name="characters">About five bits each.</param>
    public static string Make(int characters) => RandomNumberGenerator.GetString(Alphabet, characters);

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static bool Matches(string given, byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(given), hash);
}
