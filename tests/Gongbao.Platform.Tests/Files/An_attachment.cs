using System.Security.Cryptography;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Files;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Storage;
using Gongbao.Platform.Tests.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Tests.Files;

public class An_attachment_on_SQLite() : An_attachment(StoreProvider.Sqlite);

public class An_attachment_on_PostgreSQL() : An_attachment(StoreProvider.Postgres);

public abstract class An_attachment(StoreProvider provider) : StoreTests(provider)
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData(1)]
    [InlineData(Megabyte - 1)]
    [InlineData(Megabyte)]
    [InlineData(Megabyte + 1)]
    [InlineData(3 * Megabyte)]
    public async Task Comes_back_as_it_was_given_under_the_name_of_its_content(int length)
    {
        var bytes = Bytes(length);
        var hash = await KeepAsync(bytes);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), hash);
        Assert.Equal(bytes, await ReadAsync(hash));
    }

    [Fact]
    public async Task Given_twice_is_stored_once()
    {
        var bytes = Bytes(2 * Megabyte);
        Assert.Equal(await KeepAsync(bytes), await KeepAsync(bytes));
        Assert.Equal((1, 2), await Store.ReadAsync<StoreDb, (int, int)>(async db => (await db.Files.CountAsync(), await db.Chunks.CountAsync())));
    }

    [Fact]
    public async Task Of_a_refused_unit_is_not_there()
    {
        var content = await ContentAsync(Bytes(100));
        await Store.Writer.DoAsync<int>(TestStore.Act, async (unit, stop) =>
        {
            await StoredFiles.KeepAsync(unit, content, stop);
            return new Refusal("shelf.full", "书架已满。");
        }, CancellationToken.None);

        Assert.Null(await ReadAsync(content.Hash));
    }

    [Theory]
    [InlineData("update store_file_chunk set content = $other where position = 1")]
    [InlineData("update store_file_chunk set content = $other, content_hash = $hash where position = 1")]
    [InlineData("delete from store_file_chunk where position = 1")]
    [InlineData("update store_file set chunks = 2")]
    [InlineData("update store_file_chunk set position = 7 where position = 1; update store_file_chunk set position = 1 where position = 2; update store_file_chunk set position = 2 where position = 7")]
    public async Task Is_never_given_out_as_whole_when_it_was_damaged(string damage)
    {
        var hash = await KeepAsync(Bytes(3 * Megabyte));
        var other = Bytes(10);
        await RawAsync(damage
            .Replace("$other", Literal(other), StringComparison.Ordinal)
            .Replace("$hash", Literal(SHA256.HashData(other)), StringComparison.Ordinal));

        var fault = await Assert.ThrowsAsync<DamagedFileException>(() => ReadAsync(hash));
        Assert.Contains(hash, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_large_or_empty_is_refused_before_anything_is_stored()
    {
        var large = await FileContent.ReadAsync(new MemoryStream(Bytes(Megabyte + 1)), Megabyte, CancellationToken.None);
        var empty = await FileContent.ReadAsync(Stream.Null, Megabyte, CancellationToken.None);

        Assert.Equal(["files.too-large", "files.empty"], new[] { large, empty }.Select(r => r.Refusals.Single().Code));
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static async Task<FileContent> ContentAsync(byte[] bytes)
    {
        var content = await FileContent.ReadAsync(new MemoryStream(bytes), 10 * Megabyte, CancellationToken.None);
        Assert.False(content.IsRefused(out _, out var value));
        return value;
    }

    private async Task<string> KeepAsync(byte[] bytes)
    {
        var content = await ContentAsync(bytes);
        await Store.Writer.DoAsync<int>(TestStore.Act, async (unit, stop) =>
        {
            await StoredFiles.KeepAsync(unit, content, stop);
            return 1;
        }, CancellationToken.None);
        return content.Hash;
    }

    private async Task<byte[]?> ReadAsync(string hash)
    {
        await using var scope = Store.Services.CreateAsyncScope();
        await using var stream = await scope.ServiceProvider.GetRequiredService<StoredFiles>().OpenAsync(hash, CancellationToken.None);
        if (stream is null) return null;
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
