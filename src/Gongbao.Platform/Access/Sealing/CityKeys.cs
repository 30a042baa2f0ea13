using Gongbao.Kernel.Results;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// The key ring that this process works with. It is read once at start; when a value names a key that is not in it, the file is read again,
/// so that a rotation by another process needs no restart.
/// </summary>
internal sealed class CityKeys(string dataFolder, TimeProvider time)
{
    private readonly Lock _gate = new();
    private KeyRing? _ring;

    public string File { get; } = KeyFile.In(dataFolder);

    /// <exception cref="InvalidOperationException">There is no key file: <see cref="Start"/> was not called or refused.</exception>
    public KeyRing Ring
    {
        get
        {
            lock (_gate)
                return _ring ??= KeyFile.Read(File) ?? throw new InvalidOperationException("There is no key file.");
        }
    }

    /// <summary>Reads the key file, or makes it where nothing is sealed yet.</summary>
    /// <param name="inUse">Ids of the city keys by which data keys in the database are wrapped.</param>
    /// <returns>True when the file was made now. Refused: <c>access.keys-missing</c>, <c>access.keys-unusable</c>.</returns>
    public Result<bool> Start(IReadOnlyCollection<string> inUse)
    {
        lock (_gate)
        {
            try
            {
                _ring = KeyFile.Read(File);
                var isNew = _ring is null;
                if (_ring is null && inUse.Count > 0) return Missing(string.Join('、', inUse));
                _ring ??= KeyFile.Make(File, time.GetUtcNow());
                var unknown = inUse.Where(id => _ring.Find(id) is null).ToArray();
                return unknown.Length == 0 ? isNew : Missing(string.Join('、', unknown));
            }
            catch (InvalidDataException cause)
            {
                return new Refusal("access.keys-unusable", cause.Message);
            }
        }
    }

    /// <summary>The ring that has the key, after another look at the file where need be.</summary>
    public KeyRing RingWith(string cityKey)
    {
        if (Ring is var ring && ring.Find(cityKey) is not null) return ring;
        lock (_gate)
            return _ring = KeyFile.Read(File) ?? throw new InvalidOperationException("There is no key file.");
    }

    /// <summary>Adds a key and makes it the newest, in the file first.</summary>
    public KeyRing AddKey()
    {
        lock (_gate)
        {
            var ring = (KeyFile.Read(File) ?? throw new InvalidOperationException("There is no key file.")).WithNewKey(time.GetUtcNow());
            KeyFile.Replace(File, ring);
            return _ring = ring;
        }
    }

    private Refusal Missing(string ids) => new("access.keys-missing",
        $"数据库中有已封存的信息，但密钥文件 {File} 不存在或缺少密钥（{ids}）。请先恢复密钥：gongbao keys restore 备份文件。");
}
