using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongbao.Platform.Store.Lanes;

/// <summary>
/// SHA-256 over what a unit writes, in the order of writing: tables or statements, keys, columns and values as given to
/// the database, so personal fields go in sealed.
/// </summary>
internal sealed class ChangeDigest
{
    /// <summary>Longer values, the pieces of files, go in as their own digest.</summary>
    private const int LongBytes = 4096;

    private byte[] _bytes = new byte[4096];
    private int _end;

    /// <summary>Adds a context's pending changes.</summary>
    /// <returns>False when there are none.</returns>
    public bool Add(RoomDb db)
    {
        var any = false;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            any = true;
            Add(entry);
        }

        return any;
    }

    public void Add(Statement statement, ReadOnlySpan<object?> values)
    {
        Text(statement.Sql);
        foreach (var value in values) Value(value);
    }

    /// <summary>The digest, after which it starts anew; null when nothing was written.</summary>
    public byte[]? Take()
    {
        var digest = _end == 0 ? null : SHA256.HashData(_bytes.AsSpan(0, _end));
        _end = 0;
        return digest;
    }

    public void Clear() => _end = 0;

    private void Add(EntityEntry entry)
    {
        Number(entry.State switch { EntityState.Added => 1, EntityState.Modified => 2, _ => 3 });
        Text(entry.Metadata.GetTableName() ?? entry.Metadata.Name);
        var values = entry.State is EntityState.Deleted ? entry.OriginalValues : entry.CurrentValues;
        foreach (var property in entry.Metadata.GetProperties())
        {
            if (!Counts(entry, property)) continue;
            Text(property.Name);
            Value(values[property]);
        }
    }

    private static bool Counts(EntityEntry entry, IProperty property) =>
        entry.State is EntityState.Added || property.IsPrimaryKey()
        || (entry.State is EntityState.Modified && entry.Property(property).IsModified);

    private void Value(object? value)
    {
        switch (value)
        {
            case null or DBNull: Number(-1); break;
            case string text: Text(text); break;
            case Guid id: id.TryWriteBytes(Room(16)); break;
            case long number: Number(number); break;
            case int number: Number(number); break;
            case bool truth: Number(truth ? 1 : 0); break;
            case DateTimeOffset at: Number(at.UtcTicks); break;
            case DateTime at: Number(at.Ticks); break;
            case DateOnly on: Number(on.DayNumber); break;
            case byte[] bytes:
                Number(bytes.Length);
                if (bytes.Length > LongBytes) SHA256.HashData(bytes, Room(32));
                else bytes.CopyTo(Room(bytes.Length));
                break;
            case IFormattable other: Text(other.ToString(null, CultureInfo.InvariantCulture)); break;
            default: Text(System.Text.Json.JsonSerializer.Serialize(value)); break;
        }
    }

    private void Number(long value) => BinaryPrimitives.WriteInt64BigEndian(Room(8), value);

    private void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Encoding.UTF8.GetBytes(text, Room(length));
    }

    private Span<byte> Room(int length)
    {
        var at = _end;
        _end += length;
        if (_end > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_end, _bytes.Length * 2));
        return _bytes.AsSpan(at, length);
    }
}
