using System.Security.Cryptography;
using System.Text;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Store;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// Makes data keys for subjects that are new and so have none (新主体的数据密钥), such as a case that begins: its values are sealed before the unit of work that stores them,
/// and the key goes in with them by a prepared statement. For a subject that may have values already there is <see cref="Sealer"/>.
/// </summary>
public sealed class NewDataKeys
{
    private readonly CityKeys _keys;
    private readonly TimeProvider _time;

    internal NewDataKeys(CityKeys keys, TimeProvider time) => (_keys, _time) = (keys, time);

    /// <param name="subject">Whose values will be sealed, <c>kind:id</c>.</param>
    public NewDataKey For(string subject)
    {
        var now = _time.GetUtcNow();
        var (id, key) = (Guid.CreateVersion7(now), RandomNumberGenerator.GetBytes(SealAlgorithm.KeyBytes));
        return new(id, key, subject, _keys.Ring.Newest.Id, _keys.Ring.Wrap(key, id, subject), now);
    }
}

/// <summary>A data key that is not stored yet. Disposed of, it seals no more.</summary>
public sealed class NewDataKey : IDisposable
{
    private static readonly Statement Insert = new("insert into access_data_key (id, subject, algorithm, city_key, wrapped, made_at) values ($1, $2, $3, $4, $5, $6)", 6);

    private readonly Guid _id;
    private readonly byte[] _key;
    private readonly string _subject;
    private readonly string _cityKey;
    private readonly byte[] _wrapped;
    private readonly DateTimeOffset _madeAt;

    internal NewDataKey(Guid id, byte[] key, string subject, string cityKey, byte[] wrapped, DateTimeOffset madeAt) =>
        (_id, _key, _subject, _cityKey, _wrapped, _madeAt) = (id, key, subject, cityKey, wrapped, madeAt);

    /// <summary>Seals a value for its place.</summary>
    public string Seal(FieldPlace place, string value)
    {
        var algorithm = SealAlgorithm.Current;
        return new SealedText(algorithm.Name, _id, algorithm.Encrypt(_key, Encoding.UTF8.GetBytes(value), Sealer.BoundTo(algorithm.Name, _id, place))).ToString();
    }

    /// <summary>Stores the key in the unit that stores what it sealed. A subject that has a living key already is refused by the database.</summary>
    public void Write(UnitOfWork unit) => unit.Write(Insert, _id, _subject, SealAlgorithm.Current.Name, _cityKey, _wrapped, Store.Mapping.UtcInstant.Cut(_madeAt));

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);
}
