using System.Security.Cryptography;
using Gongbao.Kernel.Results;

namespace Gongbao.Platform.Files;

/// <summary>
/// Bytes ready to be stored as an attachment (附件): read to their end and named before the unit of work begins, since a
/// unit awaits nothing but the store. Personal attachments are sealed first; the name is then that of the sealed bytes.
/// </summary>
public sealed class FileContent
{
    internal const int ChunkBytes = 1 << 20;

    private FileContent(string hash, long length, IReadOnlyList<byte[]> chunks) => (Hash, Length, Chunks) = (hash, length, chunks);

    /// <summary>SHA-256 of the bytes, 64 lower-case hex digits: the name under which they are stored and found.</summary>
    public string Hash { get; }

    /// <summary>Bytes.</summary>
    public long Length { get; }

    internal IReadOnlyList<byte[]> Chunks { get; }

    /// <param name="bytes">Read from where it stands to its end.</param>
    /// <param name="most">The largest length taken, bytes.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The content, or a refusal: <c>files.too-large</c>, <c>files.empty</c>.</returns>
    public static async Task<Result<FileContent>> ReadAsync(Stream bytes, long most, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunks = new List<byte[]>();
        var buffer = new byte[ChunkBytes];
        long length = 0;
        while (await bytes.ReadAtLeastAsync(buffer, ChunkBytes, throwOnEndOfStream: false, stop) is var read and > 0)
        {
            length += read;
            if (length > most) return new Refusal("files.too-large", $"文件超过 {most / 1024 / 1024.0:0.#} MB 的上限，请压缩或拆分后再上传。");
            hash.AppendData(buffer, 0, read);
            chunks.Add(buffer[..read]);
        }

        if (length == 0) return new Refusal("files.empty", "文件是空的，请检查后重新上传。");
        return new FileContent(Convert.ToHexStringLower(hash.GetHashAndReset()), length, chunks);
    }
}
