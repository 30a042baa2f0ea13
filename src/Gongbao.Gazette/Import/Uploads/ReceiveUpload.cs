using System.Text;
using Gongbao.Gazette.Ingest;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>
/// Reads the files of a request as they arrive (<c>multipart/form-data</c>), one at a time and never a whole request at once; counts what all
/// senders together have under way.
/// </summary>
internal sealed class ReceiveUpload(OpenUpload open)
{
    /// <summary>Names, boundaries and heads of the parts.</summary>
    private const int BesidesFiles = 2 * 1024 * 1024;

    private const int LongestField = 4_096;
    private const int LongestKey = 200;

    private int _underWay;

    /// <param name="http">The request; nothing of its body was read.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="key">Under which a repeat is given the first answer; null or blank for none.</param>
    /// <param name="fields">Told of the first field that is no file, before any file is kept: its name and words. False refuses the request. Null where none is asked for.</param>
    /// <returns>The upload's id, or one of <see cref="UploadRefusals"/> or of the store.</returns>
    public async Task<Result<Guid>> HandleAsync(HttpContext http, ActorId by, string? key, Func<string, string, Task<bool>>? fields)
    {
        var limits = open.Limits;
        if (key is { Length: > LongestKey }) return new Refusal("gazette.bad-key", $"Idempotency-Key 不能超过 {LongestKey} 个字符。");
        if (BoundaryOf(http.Request.ContentType) is not { } boundary) return UploadRefusals.Broken;
        // The server would break the connection, and the sender see no reason.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        using var body = new UploadBody(http.Request.Body, limits.UploadBytes + BesidesFiles);
        var taken = http.Request.ContentLength > body.Most ? UploadRefusals.TooLarge(limits) : await TakeAsync(new MultipartReader(boundary, body), body, by, key, limits, fields, http.RequestAborted);
        if (taken.IsRefused(out _, out _)) await body.ThrowAwayAsync(http.RequestAborted);
        return taken;
    }

    private async Task<Result<Guid>> TakeAsync(MultipartReader reader, UploadBody body, ActorId by, string? key, FileLimits limits, Func<string, string, Task<bool>>? fields, CancellationToken stop)
    {
        try
        {
            if (Interlocked.Increment(ref _underWay) > limits.UploadsAtOnce) return UploadRefusals.Busy;
            if ((await FilesAsync(reader, by, limits, fields, stop)).IsRefused(out var refusal, out var files)) return refusal;
            return files.Count == 0 ? UploadRefusals.NoFile : await open.HandleAsync(files, string.IsNullOrWhiteSpace(key) ? null : key, by, stop);
        }
        catch (Exception broken) when (broken is BadHttpRequestException or InvalidDataException or IOException)
        {
            return body.IsOver ? UploadRefusals.TooLarge(limits) : UploadRefusals.Broken;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task<Result<IReadOnlyList<ReceivedFile>>> FilesAsync(MultipartReader reader, ActorId by, FileLimits limits, Func<string, string, Task<bool>>? fields, CancellationToken stop)
    {
        var files = new List<ReceivedFile>();
        var isLetIn = fields is null;
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)) return UploadRefusals.Broken;
            var name = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).Value;
            if (name is null)
            {
                if (!isLetIn && await WordsAsync(section.Body, stop) is { } words) isLetIn = await fields!(HeaderUtilities.RemoveQuotes(part.Name).Value ?? "", words);
                continue;
            }
            // A form without a choice sends one file without a name.
            if (name.Length == 0) continue;
            if (!isLetIn) return UploadRefusals.NoToken;
            if (files.Count == limits.UploadFiles) return UploadRefusals.TooMany(limits);
            if ((await open.KeepAsync(name, section.Body, by, stop)).IsRefused(out var refusal, out var file)) return refusal;
            if (file.Hash is null)
            {
                await section.Body.CopyToAsync(Stream.Null, stop);
                file = file with { Bytes = section.Body.Position };
            }
            files.Add(file);
        }
        return isLetIn ? files : UploadRefusals.NoToken;
    }

    /// <summary>Null where the field is longer than any that is asked for.</summary>
    private static async Task<string?> WordsAsync(Stream body, CancellationToken stop)
    {
        var buffer = new byte[LongestField + 1];
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        return read > LongestField ? null : Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static string? BoundaryOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 200 } boundary ? boundary : null;
}
