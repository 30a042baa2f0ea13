using System.Security.Cryptography;
using Gongbao.Platform.Access.Sealing;

namespace Gongbao.Platform.Tests.Access;

public class A_sealed_file
{
    private static readonly Guid DataKey = Guid.CreateVersion7();
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256 * 1024)]
    [InlineData(256 * 1024 + 1)]
    [InlineData(700_000)]
    public async Task Opens_to_what_was_sealed(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);

        Assert.Equal(plain, await OpenAsync(await SealAsync(plain), "case:1"));
    }

    [Fact]
    public async Task Does_not_open_elsewhere()
    {
        var box = await SealAsync(new byte[100]);

        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(box, "case:2"));
    }

    [Fact]
    public async Task Does_not_open_when_any_byte_is_changed()
    {
        var box = await SealAsync(new byte[20]);
        for (var i = 0; i < box.Length; i++)
        {
            if (i is >= 12 and < 28) continue;      // the key's id: with another id another key would be taken
            var changed = (byte[])box.Clone();
            changed[i] ^= 1;
            await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(changed, "case:1"));
        }
    }

    [Fact]
    public async Task Does_not_open_when_it_was_cut_between_pieces()
    {
        var box = await SealAsync(new byte[256 * 1024 * 2]);
        var whole = await SealAsync(new byte[256 * 1024]);

        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(box[..whole.Length], "case:1"));
    }

    [Fact]
    public async Task Does_not_open_when_pieces_are_swapped()
    {
        const int piece = 256 * 1024 + 28 + 4;
        var box = await SealAsync(RandomNumberGenerator.GetBytes(256 * 1024 * 3));
        var head = box.Length - (3 * piece);
        byte[] swapped = [.. box[..head], .. box[(head + piece)..(head + (2 * piece))], .. box[head..(head + piece)], .. box[(head + (2 * piece))..]];

        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(swapped, "case:1"));
    }

    private static async Task<byte[]> SealAsync(byte[] plain)
    {
        using var box = new MemoryStream();
        await SealedFile.SealAsync(new MemoryStream(plain), box, DataKey, Key, "case:1", CancellationToken.None);
        return box.ToArray();
    }

    private static async Task<byte[]> OpenAsync(byte[] box, string place)
    {
        using var plain = new MemoryStream();
        await SealedFile.OpenAsync(new MemoryStream(box), plain, _ => new(Key), place, CancellationToken.None);
        return plain.ToArray();
    }
}
