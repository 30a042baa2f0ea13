using System.Security.Cryptography;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Mapping;
using Gongbao.Platform.Store.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Files;

/// <summary>
/// Attachments in the database, named by what they contain, in pieces of 1 MB: one backup holds them, every host sees
/// them, the same bytes are stored once, and a damaged byte is found when it is read.
/// </summary>
public sealed class StoredFiles
{
    private static readonly Statement InsertFile =
        new("insert into store_file (hash, length, chunks, stored_at) values ($1, $2, $3, $4) on conflict do nothing", 4);

    private static readonly Statement InsertChunk = new(
        "insert into store_file_chunk (file_hash, position, content, content_hash) values ($1, $2, $3, $4) on conflict do nothing", 4);

    private readonly StoreDb _db;

    internal StoredFiles(StoreDb db) => _db = db;

    /// <summary>Stores the bytes within a unit of work; nothing happens when they are there already.</summary>
    public static async Task KeepAsync(UnitOfWork unit, FileContent content, CancellationToken stop)
    {
        if (await unit.Db<StoreDb>().Files.AnyAsync(f => f.Hash == content.Hash, stop)) return;
        unit.Write(InsertFile, content.Hash, content.Length, content.Chunks.Count, UtcInstant.Cut(unit.At));
        for (var position = 0; position < content.Chunks.Count; position++)
        {
            var chunk = content.Chunks[position];
            unit.Write(InsertChunk, content.Hash, position, chunk, SHA256.HashData(chunk));
        }
    }

    /// <summary>Deletes stored bytes within a unit of work; nothing happens when there are none under this name.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="hash">Of bytes that only the caller keeps. Sealed ones are never another's; of plain ones the caller must know it.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task ForgetAsync(UnitOfWork unit, string hash, CancellationToken stop)
    {
        var db = unit.Db<StoreDb>();
        await db.Chunks.Where(c => c.FileHash == hash).ExecuteDeleteAsync(stop);
        await db.Files.Where(f => f.Hash == hash).ExecuteDeleteAsync(stop);
    }

    /// <summary>The stored bytes, read forwards; they are checked on the way, so a reader sees no damaged piece and no early end.</summary>
    /// <param name="hash">The name given by <see cref="FileContent.Hash"/>.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Null when nothing is stored under this name. Reading throws <see cref="DamagedFileException"/>.</returns>
    public async Task<Stream?> OpenAsync(string hash, CancellationToken stop) =>
        await _db.Files.SingleOrDefaultAsync(f => f.Hash == hash, stop) is { } file ? new StoredFileStream(_db, file) : null;
}
