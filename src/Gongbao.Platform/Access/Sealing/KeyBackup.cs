using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// A copy of the city's keys and of the key that signs the journal's anchors (密钥备份), to be kept apart from the database's backups. It is sealed
/// by a password: PBKDF2 with HMAC-SHA-512, then the cipher that its head names.
/// </summary>
internal static class KeyBackup
{
    /// <summary>Characters, at least: the copy can be guessed at for as long as it exists.</summary>
    public const int MinPasswordLength = 12;

    private const string Format = "gongbao-keys-backup-1";
    private const int Rounds = 600_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="ring">The city's keys.</param>
    /// <param name="anchorKey">The anchors' key, PEM; null where nothing was anchored yet.</param>
    /// <param name="file">Where to.</param>
    /// <param name="password">Seals it.</param>
    /// <exception cref="IOException">The file exists already: a backup is never written over.</exception>
    public static void Write(KeyRing ring, string? anchorKey, string file, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var algorithm = SealAlgorithm.Current;
        var box = algorithm.Encrypt(KeyOf(password, salt, Rounds), JsonSerializer.SerializeToUtf8Bytes(new Content(KeyFile.Print(ring), anchorKey), Json), Bound.To(Format, algorithm.Name));
        using var stream = new FileStream(file, KeyFile.OwnersFile());
        JsonSerializer.Serialize(stream, new Stored(Format, algorithm.Name, Rounds, salt, box), Json);
        stream.Flush(flushToDisk: true);
    }

    /// <exception cref="InvalidDataException">It is no key backup, was changed, or the password is wrong; the message says so in Chinese.</exception>
    public static (KeyRing Ring, string? AnchorKey) Read(string file, string password)
    {
        try
        {
            if (JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(file), Json) is not { Format: Format, Rounds: > 0 and <= 10_000_000 } stored)
                throw new InvalidDataException($"{file} 不是密钥备份。");
            var plain = SealAlgorithm.Find(stored.Algorithm).Decrypt(KeyOf(password, stored.Salt, stored.Rounds), stored.Box, Bound.To(Format, stored.Algorithm));
            return JsonSerializer.Deserialize<Content>(plain, Json) is { } content ? (KeyFile.Parse(content.Keys, file), content.AnchorKey) : throw new InvalidDataException($"{file} 不是密钥备份。");
        }
        catch (Exception cause) when (cause is JsonException or ArgumentNullException)
        {
            throw new InvalidDataException($"{file} 不是密钥备份。", cause);
        }
        catch (CryptographicException cause)
        {
            throw new InvalidDataException("口令不正确，或密钥备份已被改动。", cause);
        }
    }

    private static byte[] KeyOf(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, rounds, HashAlgorithmName.SHA512, SealAlgorithm.KeyBytes);

    /// <param name="Keys">The key file.</param>
    /// <param name="AnchorKey">PEM.</param>
    private sealed record Content(byte[] Keys, string? AnchorKey);

    private sealed record Stored(string Format, string Algorithm, int Rounds, byte[] Salt, byte[] Box);
}
