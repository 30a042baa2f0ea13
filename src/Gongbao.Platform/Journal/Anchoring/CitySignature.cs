using System.Security.Cryptography;
using Gongbao.Platform.Store;

namespace Gongbao.Platform.Journal.Anchoring;

/// <summary>
/// The city's signature (签名) under what somebody takes home: made with the key that signs the journal's anchors, so that who has the city's public key can prove it without the
/// program and without the net.
/// </summary>
public sealed class CitySignature(StoreOptions options)
{
    /// <summary>Signs (ECDSA P-256 over SHA-256); the key is made where there is none yet.</summary>
    /// <returns>The id of the key, and the signature.</returns>
    public (string Key, byte[] Signature) Sign(ReadOnlySpan<byte> text)
    {
        using var key = AnchorKey.LoadOrMake(options.DataFolder);
        return (key.Id, key.Sign(text));
    }

    /// <summary>The file that holds the public half of a key, to be given to who wants to verify.</summary>
    public string PublicFile(string key) => AnchorKey.PublicFile(options.DataFolder, key);

    /// <summary>Whether a public key belongs to an id and signed a text.</summary>
    /// <param name="pem">The public key as PEM.</param>
    /// <param name="key">The id that the signature names.</param>
    /// <param name="text">What was signed.</param>
    /// <param name="signature">The signature.</param>
    public static bool Verifies(string pem, string key, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportFromPem(pem);
            return Convert.ToHexStringLower(SHA256.HashData(ecdsa.ExportSubjectPublicKeyInfo()).AsSpan(0, 8)) == key && ecdsa.VerifyData(text, signature, HashAlgorithmName.SHA256);
        }
        catch (Exception damaged) when (damaged is ArgumentException or CryptographicException)
        {
            return false;   // no key: it verifies nothing
        }
    }
}
