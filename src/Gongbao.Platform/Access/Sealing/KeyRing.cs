using System.Security.Cryptography;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>One key of the city with its name.</summary>
/// <param name="Id">Short name, told in what it wrapped: <c>k1</c>, <c>k2</c>…</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Bytes">The key; never printed, never stored in a database.</param>
internal sealed record CityKey(string Id, DateTimeOffset MadeAt, byte[] Bytes)
{
    public override string ToString() => $"city key {Id}";
}

/// <summary>
/// The city's keys (城市密钥): those that wrap data keys, the newest of which wraps new ones, and the key of the blind index.
/// Older ones stay so that a backup taken before a rotation still opens; a city that has destroyed such backups may cut them from the file.
/// </summary>
/// <param name="Wrapping">Oldest first; never empty.</param>
/// <param name="Blind">Key of the blind index. It is not rotated: every index would have to be made anew from opened values.</param>
internal sealed record KeyRing(IReadOnlyList<CityKey> Wrapping, byte[] Blind)
{
    /// <summary>The key that wraps new data keys.</summary>
    public CityKey Newest => Wrapping[^1];

    public CityKey? Find(string id) => Wrapping.FirstOrDefault(k => k.Id == id);

    public static KeyRing Make(DateTimeOffset now) =>
        new([new("k1", now, RandomNumberGenerator.GetBytes(SealAlgorithm.KeyBytes))], RandomNumberGenerator.GetBytes(SealAlgorithm.KeyBytes));

    /// <summary>The same ring with a new newest key.</summary>
    public KeyRing WithNewKey(DateTimeOffset now) =>
        this with { Wrapping = [.. Wrapping, new($"k{Wrapping.Count + 1}", now, RandomNumberGenerator.GetBytes(SealAlgorithm.KeyBytes))] };

    public byte[] Wrap(ReadOnlySpan<byte> dataKey, Guid id, string subject) =>
        SealAlgorithm.Current.Encrypt(Newest.Bytes, dataKey, BoundTo(SealAlgorithm.Current.Name, Newest.Id, id, subject));

    /// <exception cref="CryptographicException">The wrapped key was changed or belongs to another subject, or the city key is not in the ring.</exception>
    public byte[] Unwrap(byte[] wrapped, string algorithm, string cityKey, Guid id, string subject)
    {
        var key = Find(cityKey) ?? throw new CryptographicException($"City key {cityKey} is not in the key file.");
        return SealAlgorithm.Find(algorithm).Decrypt(key.Bytes, wrapped, BoundTo(algorithm, cityKey, id, subject));
    }

    private static byte[] BoundTo(string algorithm, string cityKey, Guid id, string subject) =>
        Bound.To("gongbao-wrap-1", algorithm, cityKey, id.ToString("N"), subject);

    public override string ToString() => $"{Wrapping.Count} city keys, newest {Newest.Id}";
}
