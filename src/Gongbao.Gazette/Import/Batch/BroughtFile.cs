using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Gongbao.Gazette.Ingest;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Import.Batch;

/// <summary>A file of a batch, not read yet.</summary>
/// <param name="Origin">Path as given, inside an archive behind a <c>!</c>.</param>
/// <param name="Name">File name without folders.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Read">Its bytes, or why they are not to be had.</param>
internal sealed record BroughtFile(string Origin, string Name, long Length, Func<Result<byte[]>> Read)
{
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>Lists the files of a folder or of an archive, in the order of their names. Nothing is unpacked to the disk.</summary>
internal static class BroughtFiles
{
    static BroughtFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Result<IReadOnlyList<BroughtFile>> InFolder(DirectoryInfo folder, FileLimits limits)
    {
        var files = folder.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = true })
            .Where(f => !IsAside(f.Name)).Take(limits.BatchFiles + 1).Select(f => new BroughtFile(f.FullName, f.Name, f.Length, () => Bytes(f, limits))).ToList();
        return Sorted(files, limits.BatchFiles);
    }

    /// <summary>Names in archives made on Windows are in GB18030 unless they are marked as UTF-8. Refusals: <c>gazette.damaged</c>.</summary>
    /// <param name="file">The archive, kept open by the caller for as long as its files are read.</param>
    /// <param name="origin">Its path.</param>
    /// <param name="limits">What the city declares.</param>
    /// <param name="most">How many files are taken; null for as many as from the command line.</param>
    public static Result<IReadOnlyList<BroughtFile>> InArchive(Stream file, string origin, FileLimits limits, int? most = null)
    {
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.GetEncoding("GB18030"));
            return Sorted([.. archive.Entries.Where(e => !e.FullName.EndsWith('/') && !e.FullName.EndsWith('\\') && !IsAside(e.FullName)).Take((most ?? limits.BatchFiles) + 1)
                .Select(e => new BroughtFile($"{origin}!{e.FullName}", NameOf(e), e.Length, () => Bytes(e, limits)))], most ?? limits.BatchFiles);
        }
        catch (Exception broken) when (ZipPackage.IsDamage(broken))
        {
            return new Refusal("gazette.damaged", "压缩包不完整或已损坏，读不出里面的文件；请重新下载或重新压缩后再导入。");
        }
    }

    private static Result<IReadOnlyList<BroughtFile>> Sorted(List<BroughtFile> files, int most)
    {
        if (files.Count > most) return new Refusal("gazette.too-many-files", $"一次导入的文件超过 {most} 个；请分成几次再导入。");
        if (files.Count == 0) return new Refusal("gazette.empty", "里面没有文件；请检查路径。");
        files.Sort(static (a, b) => string.CompareOrdinal(a.Origin, b.Origin));
        return files;
    }

    private static string NameOf(ZipArchiveEntry entry) => entry.FullName[(entry.FullName.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>What systems and word processors lay beside files.</summary>
    private static bool IsAside(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length == 0 || name[0] == '.' || name.StartsWith("~$", StringComparison.Ordinal) || name is "Thumbs.db" or "desktop.ini" || path.StartsWith("__MACOSX/", StringComparison.Ordinal);
    }

    private static Result<byte[]> Bytes(FileInfo file, FileLimits limits) =>
        file.Length > limits.FileBytes ? limits.TooLarge(file.Length) : File.ReadAllBytes(file.FullName);

    private static Result<byte[]> Bytes(ZipArchiveEntry entry, FileLimits limits)
    {
        if (ZipPackage.PointsOutside(entry.FullName)) return new Refusal("gazette.bad-path", "压缩包里这个文件的路径指向文件夹之外，可能是恶意构造的，没有读取；请向提供者核实。");
        if (entry.IsEncrypted) return new Refusal("gazette.encrypted", "压缩包里的这个文件加了密码，读不出来；请解除密码后再导入。");
        if (entry.Length > limits.FileBytes) return limits.TooLarge(entry.Length);
        try
        {
            using var memory = new MemoryStream((int)Math.Min(entry.Length, 1 << 20));
            // The sizes that an archive states are its maker's word only.
            using var stream = new BoundedStream(entry.Open(), entry.Name, entry.CompressedLength, limits.Ratio, read =>
            {
                if (memory.Length + read > limits.FileBytes) throw new UnreadableFile("too-large", limits.TooLarge(memory.Length + read).Reason);
            });
            stream.CopyTo(memory);
            return memory.ToArray();
        }
        catch (UnreadableFile unreadable)
        {
            return unreadable.In("gazette");
        }
        catch (Exception broken) when (ZipPackage.IsDamage(broken))
        {
            return UnreadableFile.Damaged(entry.Name).In("gazette");
        }
    }
}
