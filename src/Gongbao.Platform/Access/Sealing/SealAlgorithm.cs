using System.Security.Cryptography;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// An authenticated cipher, named in every token and wrapped key, so that another (SM4-GCM where a city asks for it) can stand beside it
/// and what was sealed before still opens.
/// </summary>
internal abstract class SealAlgorithm
{
    public const int KeyBytes = 32;

    /// <summary>What new seals use.</summary>
    public static SealAlgorithm Current { get; } = new Aes256Gcm();

    public abstract string Name { get; }

    public abstract int Overhead { get; }

    /// <returns>Nonce, ciphertext and tag in one.</returns>
    public abstract byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound);

    /// <exception cref="CryptographicException">Something was changed: the bytes, the key or what they are bound to.</exception>
    public abstract byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> bound);

    /// <exception cref="CryptographicException">No such algorithm here.</exception>
    public static SealAlgorithm Find(string name) =>
        name == Current.Name ? Current : throw new CryptographicException($"Sealed with {name}, which this program does not know.");
}

internal sealed class Aes256Gcm : SealAlgorithm
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public override string Name => "A256GCM";

    public override int Overhead => NonceBytes + TagBytes;

    public override byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plain, box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), bound);
        return box;
    }

    public override byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> bound)
    {
        if (box.Length < Overhead) throw new CryptographicException("A sealed value was cut short.");
        var plain = new byte[box.Length - Overhead];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(box[..NonceBytes], box.Slice(NonceBytes, plain.Length), box[^TagBytes..], plain, bound);
        return plain;
    }
}
