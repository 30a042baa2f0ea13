using System.Security.Cryptography;

namespace Gongbao.Platform.Journal.Anchoring;

/// <summary>
/// The key that signs anchors, ECDSA P-256: made at first need, kept beside the data in <c>keys/anchor.pem</c>, readable by
/// its owner alone, never in the database. Its public half lies beside the anchors and goes with a backup.
/// </summary>
internal sealed class AnchorKey : IDisposable
{
    private readonly ECDsa _key;

    private AnchorKey(ECDsa key)
    {
        _key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
    }

    /// <summary>The first eight bytes of the public key's SHA-256, hex.</summary>
    public string Id { get; }

    public static string PrivateFile(string folder) => Path.Combine(folder, "keys", "anchor.pem");

    public static string PublicFile(string folder, string id) => Path.Combine(folder, $"anchor-{id}.pub.pem");

    /// <summary>The key as PEM, to be backed up; null where there is none yet.</summary>
    public static string? Export(string folder) => File.Exists(PrivateFile(folder)) ? File.ReadAllText(PrivateFile(folder)) : null;

    /// <summary>Puts a backed-up key back.</summary>
    /// <returns>False where another key stands there already; nothing was changed then.</returns>
    public static bool Import(string folder, string pem)
    {
        if (Export(folder) is { } present) return present == pem;
        PrivateFiles.WriteNew(PrivateFile(folder), pem);
        return true;
    }

    public static AnchorKey LoadOrMake(string folder)
    {
        var file = PrivateFile(folder);
        var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file)) ecdsa.ImportFromPem(File.ReadAllText(file));
        else PrivateFiles.WriteNew(file, ecdsa.ExportPkcs8PrivateKeyPem() + "\n");

        var key = new AnchorKey(ecdsa);
        var publicFile = PublicFile(folder, key.Id);
        if (!File.Exists(publicFile)) File.WriteAllText(publicFile, ecdsa.ExportSubjectPublicKeyInfoPem() + "\n");
        return key;
    }

    /// <summary>The public half that an anchor names; null when it is not beside the anchors or is not the one named.</summary>
    public static ECDsa? Public(string folder, string id)
    {
        var file = PublicFile(folder, id);
        if (!id.All(char.IsAsciiHexDigitLower) || !File.Exists(file)) return null;
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            using var named = new AnchorKey(ECDsa.Create(key.ExportParameters(includePrivateParameters: false)));
            if (named.Id == id) return key;
        }
        catch (Exception damaged) when (damaged is ArgumentException or CryptographicException)
        {
            // a damaged key verifies nothing: the same as none
        }

        key.Dispose();
        return null;
    }

    public byte[] Sign(ReadOnlySpan<byte> text) => _key.SignData(text, HashAlgorithmName.SHA256);

    public void Dispose() => _key.Dispose();
}
