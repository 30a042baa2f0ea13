using Gongbao.Gazette.Import.Batch;
using Gongbao.Gazette.Ingest;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>The kept bytes of an upload. Of its archives the one that was asked for last stays open.</summary>
internal sealed class KeptContents(IServiceProvider services, FileLimits limits)
{
    private (string Content, Result<IReadOnlyList<BroughtFile>> Files)? _open;

    /// <summary>Refused: <c>gazette.lost</c>.</summary>
    public async Task<Result<byte[]>> BytesAsync(string content, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            await using var stream = await scope.ServiceProvider.GetRequiredService<StoredFiles>().OpenAsync(content, stop);
            if (stream is null) return Lost();
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, stop);
            // The last piece is proved only where reading comes to the end.
            return await stream.ReadAsync(new byte[1], stop) == 0 ? bytes : Lost();
        }
        catch (DamagedFileException)
        {
            return Lost();
        }
    }

    /// <summary>What an archive holds, in the order of names. Refused besides: <c>gazette.damaged</c>, <c>gazette.empty</c>, <c>gazette.too-many-files</c>.</summary>
    public async Task<Result<IReadOnlyList<BroughtFile>>> ArchiveAsync(string content, CancellationToken stop)
    {
        if (_open is not { } open || open.Content != content)
            _open = open = (content, (await BytesAsync(content, stop)).IsRefused(out var refusal, out var bytes) ? refusal : BroughtFiles.InArchive(new MemoryStream(bytes, writable: false), "", limits, limits.UploadFiles));
        return open.Files;
    }

    private static Refusal Lost() => new("gazette.lost", "保存的文件内容已损坏，读不出来；请重新上传。");
}
