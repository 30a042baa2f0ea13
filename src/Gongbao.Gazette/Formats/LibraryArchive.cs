using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Formats;

/// <summary>
/// The whole library, or what changed since a cursor, as one ZIP file (批量下载): each document in every format but those that are not
/// archived, under its part of the address, then <c>manifest.json</c> with what was taken, what was withdrawn, and the cursor for the next time.
/// </summary>
internal sealed class LibraryArchive(LibraryList list, IGazetteLibrary library, AsOf asOf)
{
    /// <summary>When the cursor was made; null when the words are none.</summary>
    public static bool TryReadCursor(string? cursor, out DateTimeOffset? since)
    {
        since = null;
        if (string.IsNullOrEmpty(cursor)) return true;
        if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTimeOffset.MaxValue.UtcTicks) return false;
        since = new(ticks, TimeSpan.Zero);
        return true;
    }

    /// <param name="since">Only what changed after it; null for everything.</param>
    /// <param name="site">The site, for whole links.</param>
    /// <param name="output">Is written front to back and left open.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task WriteAsync(DateTimeOffset? since, Uri site, Stream output, CancellationToken stop)
    {
        var changed = await list.ChangedAsync(since, stop);
        var taken = new List<ListedDocument>();
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        foreach (var document in changed.Where(d => !d.IsWithdrawn))
        {
            // A document that was withdrawn meanwhile is told by the next cursor; one that did not exist on the day that was asked for is no part of that day's library.
            if (await library.DocumentAsync(document.Slug, stop) is not { } view || asOf.IsChosen && view.Validity is { State: null }) continue;
            foreach (var format in DocumentFormat.All.Where(f => f.IsArchived))
            {
                using var written = new MemoryStream();
                format.Write(view, site, written);
                await AddAsync(zip, $"{document.Slug}/{format.FileName(view)}", written.ToArray(), stop);
            }
            taken.Add(document);
        }
        var manifest = new Manifest(
            (changed.Count > 0 ? changed[^1].ChangedAt : since)?.UtcTicks.ToString(CultureInfo.InvariantCulture),
            [.. taken.Select(d => new ManifestDocument(d.Slug, d.Number, d.FullTitle, d.ChangedAt))],
            [.. changed.Where(d => d.IsWithdrawn).Select(d => d.Slug)]);
        await AddAsync(zip, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, JsonFormat.Options), stop);
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken stop)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        await using var stream = await entry.OpenAsync(stop);
        await stream.WriteAsync(bytes, stop);
    }

    /// <param name="Cursor">Pass it as <c>since</c> the next time; null while the library is empty.</param>
    /// <param name="Documents">What is in the archive, in the order of the changes.</param>
    /// <param name="Withdrawn">Parts of the address of documents to be dropped.</param>
    private sealed record Manifest(string? Cursor, IReadOnlyList<ManifestDocument> Documents, IReadOnlyList<string> Withdrawn);

    private sealed record ManifestDocument(string Slug, string? Number, string Title, DateTimeOffset ChangedAt);
}
