using System.Security.Cryptography;
using Gongbao.Platform.Store.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Files;

/// <summary>Reads a stored file piece by piece, checks each piece before giving any of it, and the whole before the end.</summary>
internal sealed class StoredFileStream(StoreDb db, StoredFile file) : Stream
{
    private readonly IncrementalHash _whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _chunk = [];
    private int _at;
    private int _next;
    private bool _isProved;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0) return 0;
        if (_at == _chunk.Length)
        {
            if (_next == file.Chunks) return Prove();
            await LoadAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, _chunk.Length - _at);
        _chunk.AsMemory(_at, count).CopyTo(buffer);
        _at += count;
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _whole.Dispose();
        base.Dispose(disposing);
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var position = _next++;
        var chunk = await db.Chunks.SingleOrDefaultAsync(c => c.FileHash == file.Hash && c.Position == position, stop);
        if (chunk is null || chunk.Content.Length == 0 || !SHA256.HashData(chunk.Content).AsSpan().SequenceEqual(chunk.ContentHash))
            throw new DamagedFileException(file.Hash);

        (_chunk, _at) = (chunk.Content, 0);
        _whole.AppendData(_chunk);
        // The last piece is held back until the whole is proved, so that no reader takes a damaged file for a whole one.
        if (_next == file.Chunks) Prove();
    }

    private int Prove()
    {
        if (!_isProved && Convert.ToHexStringLower(_whole.GetHashAndReset()) != file.Hash) throw new DamagedFileException(file.Hash);
        _isProved = true;
        return 0;
    }
}
