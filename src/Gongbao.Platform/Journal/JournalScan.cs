using System.Buffers.Binary;
using Gongbao.Platform.Store;

namespace Gongbao.Platform.Journal;

/// <summary>
/// Walks the stored entries in order of number, each as its canonical form and stored hash, in one buffer that is reused:
/// a million rows are read without an object for each.
/// </summary>
internal abstract class JournalScan : IDisposable
{
    /// <summary>Room before the form, so that the hash before can be put there and both hashed in one go.</summary>
    protected const int Room = 32;

    public long Number { get; protected set; }

    /// <summary>The 32 bytes of room, then the canonical form.</summary>
    public abstract Span<byte> RoomAndForm { get; }

    public abstract ReadOnlySpan<byte> Hash { get; }

    /// <summary>The head as of the same instant as the rows.</summary>
    public ChainPoint Head { get; protected set; } = ChainPoint.Start;

    public abstract bool Next();

    public static JournalScan Open(StoreOptions options) =>
        options.Provider is StoreProvider.Sqlite ? new SqliteScan(options) : new PostgresScan(options);

    public abstract void Dispose();

    /// <summary>The number that a canonical form begins with; -1 where the first field is no number.</summary>
    protected static long NumberOf(ReadOnlySpan<byte> form) =>
        form.Length >= 12 && BinaryPrimitives.ReadInt32BigEndian(form) == 8 ? BinaryPrimitives.ReadInt64BigEndian(form[4..]) : -1;
}
