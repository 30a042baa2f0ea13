using System.Security.Cryptography;
using System.Text;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// Seals personal values and attachments (封存) under a data key for each subject (a case, a person, an account), and masks them for a screen.
/// What is sealed is bound to its table, row and field: a token copied elsewhere does not open. To read a value whole, see <see cref="Reveal"/>.
/// </summary>
public sealed class Sealer
{
    private readonly CityKeys _keys;
    private readonly AccessDb _db;

    internal Sealer(CityKeys keys, AccessDb db) => (_keys, _db) = (keys, db);

    /// <summary>Refused where a subject's values were erased: <c>access.erased</c>.</summary>
    public static Refusal Erased { get; } = new("access.erased", "该信息已依法删除，无法恢复。", "《中华人民共和国个人信息保护法》第四十七条");

    /// <summary>Seals a value inside a unit of work; the subject's data key is made there when it has none.</summary>
    /// <param name="unit">The unit that stores the token.</param>
    /// <param name="subject">Whose value it is, <c>kind:id</c>: erasing the subject erases it.</param>
    /// <param name="place">Where the token will stand.</param>
    /// <param name="value">The value.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<string> SealAsync(UnitOfWork unit, string subject, FieldPlace place, string value, CancellationToken stop)
    {
        var (id, key) = await KeyForAsync(unit, subject, stop);
        var algorithm = SealAlgorithm.Current;
        var box = algorithm.Encrypt(key, Encoding.UTF8.GetBytes(value), BoundTo(algorithm.Name, id, place));
        CryptographicOperations.ZeroMemory(key);
        return new SealedText(algorithm.Name, id, box).ToString();
    }

    /// <summary>Seals an attachment inside a unit of work, piece by piece.</summary>
    public async Task SealFileAsync(UnitOfWork unit, string subject, FieldPlace place, Stream plain, Stream box, CancellationToken stop)
    {
        var (id, key) = await KeyForAsync(unit, subject, stop);
        await SealedFile.SealAsync(plain, box, id, key, place.ToString(), stop);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>What a screen may show of a sealed value; <see cref="Masks.Hidden"/> where it was erased.</summary>
    /// <exception cref="SealBrokenException">The token was changed, moved, or sealed with other keys.</exception>
    public async Task<string> MaskAsync(FieldPlace place, string token, CancellationToken stop) =>
        (await OpenAsync(place, token, stop)).IsRefused(out _, out var value) ? Masks.Hidden : Masks.Apply(place.Field.Mask, value);

    /// <summary>The value itself, for the program's own use; a person is shown it by <see cref="Reveal"/> only.</summary>
    /// <returns>Refused: <c>access.erased</c>.</returns>
    /// <exception cref="SealBrokenException">The token was changed, moved, or sealed with other keys.</exception>
    internal async Task<Result<string>> OpenAsync(FieldPlace place, string token, CancellationToken stop)
    {
        if (!SealedText.TryParse(token, out var text)) throw new SealBrokenException(place.ToString());
        return await FindKeyAsync(text.DataKey, place.ToString(), stop) is { } key ? Open(text, place, key) : Erased;
    }

    private static string Open(SealedText text, FieldPlace place, byte[] key)
    {
        try
        {
            return Encoding.UTF8.GetString(SealAlgorithm.Find(text.Algorithm).Decrypt(key, text.Box, BoundTo(text.Algorithm, text.DataKey, place)));
        }
        catch (CryptographicException cause)
        {
            throw new SealBrokenException(place.ToString(), cause);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>As <see cref="OpenAsync(FieldPlace, string, CancellationToken)"/>, of many at once: their keys are read together.</summary>
    /// <returns>The values in the order of the tokens; null where one was erased.</returns>
    /// <exception cref="SealBrokenException">A token was changed, moved, or sealed with other keys.</exception>
    internal async Task<IReadOnlyList<string?>> OpenAsync(IReadOnlyList<(FieldPlace Place, string Token)> sealedValues, CancellationToken stop)
    {
        var texts = sealedValues.Select(v => SealedText.TryParse(v.Token, out var text) ? text : throw new SealBrokenException(v.Place.ToString())).ToList();
        var ids = texts.Select(t => t.DataKey).Distinct().ToArray();
        var rows = await _db.DataKeys.AsNoTracking().Where(k => ids.Contains(k.Id)).ToDictionaryAsync(k => k.Id, stop);
        var opened = new List<string?>(texts.Count);
        foreach (var (text, (place, _)) in texts.Zip(sealedValues))
        {
            var row = rows.GetValueOrDefault(text.DataKey) ?? throw new SealBrokenException(place.ToString());
            opened.Add(row.Wrapped is null ? null : Open(text, place, Unwrap(row, place.ToString())));
        }

        return opened;
    }

    /// <summary>Opens a sealed attachment, for the program's own use or after a journalled act.</summary>
    /// <returns>Refused: <c>access.erased</c>.</returns>
    /// <exception cref="SealBrokenException">The bytes were changed, moved, cut, or sealed with other keys; what was written to <paramref name="plain"/> before is to be thrown away.</exception>
    internal async Task<Result<bool>> OpenFileAsync(FieldPlace place, Stream box, Stream plain, CancellationToken stop)
    {
        try
        {
            await SealedFile.OpenAsync(box, plain, async id => await FindKeyAsync(id, place.ToString(), stop) ?? throw new ErasedException(), place.ToString(), stop);
            return true;
        }
        catch (ErasedException)
        {
            return Erased;
        }
    }

    private async Task<(Guid Id, byte[] Key)> KeyForAsync(UnitOfWork unit, string subject, CancellationToken stop)
    {
        var db = unit.Db<AccessDb>();
        var row = db.DataKeys.Local.FirstOrDefault(k => k.Subject == subject && k.ErasedAt == null)
            ?? await db.DataKeys.FirstOrDefaultAsync(k => k.Subject == subject && k.ErasedAt == null, stop);
        if (row is not null) return (row.Id, Unwrap(row, subject));

        var id = Guid.CreateVersion7(unit.At);
        var key = RandomNumberGenerator.GetBytes(SealAlgorithm.KeyBytes);
        db.DataKeys.Add(new()
        {
            Id = id,
            Subject = subject,
            Algorithm = SealAlgorithm.Current.Name,
            CityKey = _keys.Ring.Newest.Id,
            Wrapped = _keys.Ring.Wrap(key, id, subject),
            MadeAt = unit.At,
        });
        return (id, key);
    }

    /// <returns>Null where the key was destroyed.</returns>
    private async Task<byte[]?> FindKeyAsync(Guid id, string place, CancellationToken stop)
    {
        var row = await _db.DataKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == id, stop) ?? throw new SealBrokenException(place);
        return row.Wrapped is null ? null : Unwrap(row, place);
    }

    private byte[] Unwrap(DataKey row, string place)
    {
        try
        {
            return _keys.RingWith(row.CityKey).Unwrap(row.Wrapped!, row.Algorithm, row.CityKey, row.Id, row.Subject);
        }
        catch (CryptographicException cause)
        {
            throw new SealBrokenException(place, cause);
        }
    }

    internal static byte[] BoundTo(string algorithm, Guid dataKey, FieldPlace place) =>
        Bound.To("gongbao-seal-1", algorithm, dataKey.ToString("N"), place.Field.Table, place.Row, place.Field.Field);

    private sealed class ErasedException : Exception;
}
