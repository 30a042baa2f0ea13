using System.IO.Compression;
using System.Xml;

namespace Gongbao.Platform.Packages;

/// <summary>
/// A document that is an archive of parts (DOCX, XLSX). Nothing is unpacked to the disk; a part is read only when asked for, and no further
/// than its bound.
/// </summary>
public sealed class ZipPackage : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 1024, MaxCharactersInDocument = PackageLimits.PartBytes,
        IgnoreComments = true, IgnoreProcessingInstructions = true, CheckCharacters = false, CloseInput = true,
    };

    private readonly ZipArchive _archive;
    private readonly PackageLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private long _total;

    private ZipPackage(ZipArchive archive, PackageLimits limits) => (_archive, _limits) = (archive, limits);

    /// <summary>Of all parts.</summary>
    public IEnumerable<string> Names => _parts.Keys;

    /// <exception cref="UnreadableFile">Damaged, encrypted, with too many parts, or with parts that point outside.</exception>
    public static ZipPackage Open(byte[] bytes, PackageLimits limits)
    {
        ZipArchive archive;
        try
        {
            archive = new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            _ = archive.Entries.Count;
        }
        catch (Exception broken) when (IsDamage(broken))
        {
            throw new UnreadableFile("damaged", "文件不完整或已损坏：压缩包的目录读不出来；请重新下载或重新导出后再读。");
        }
        var package = new ZipPackage(archive, limits);
        try
        {
            package.List();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    private void List()
    {
        if (_archive.Entries.Count > _limits.Parts)
            throw new UnreadableFile("too-many-parts", $"文件里有 {_archive.Entries.Count} 个部件，超过上限 {_limits.Parts} 个，不是正常的文档；请在办公软件中另存后再读。");
        foreach (var entry in _archive.Entries)
        {
            if (PointsOutside(entry.FullName))
                throw new UnreadableFile("bad-path", "文件里有指向文件夹之外的路径，可能是恶意构造的，没有读取；请向提供者核实，在文字处理软件中另存后再读。");
            if (entry.IsEncrypted)
                throw new UnreadableFile("encrypted", "文件加了密码，读不出文字；请解除密码、另存后再读。");
            _parts.TryAdd(entry.FullName.TrimStart('/'), entry);
        }
    }

    /// <summary>Whether a name of an entry climbs out of its folder or names a place of the machine.</summary>
    public static bool PointsOutside(string name) =>
        name.Contains('\0') || name.Contains(':') || name.StartsWith(@"\\", StringComparison.Ordinal) || name.StartsWith("//", StringComparison.Ordinal)
        || name.Split('/', '\\').Contains("..");

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>A part as XML, to be read forward once; null where there is none.</summary>
    public XmlReader? Read(string part)
    {
        if (!_parts.TryGetValue(part, out var entry)) return null;
        if (entry.Length > PackageLimits.PartBytes) throw TooLarge(part);
        try
        {
            return XmlReader.Create(new BoundedStream(entry.Open(), part, entry.CompressedLength, _limits.Ratio, Count), Settings);
        }
        catch (Exception broken) when (IsDamage(broken))
        {
            throw UnreadableFile.Damaged(part);
        }
    }

    private void Count(int bytes)
    {
        _total += bytes;
        if (_total > _limits.UnpackedBytes)
            throw new UnreadableFile("too-large", $"文件展开后超过 {_limits.UnpackedBytes / 1024 / 1024} MB，超过读入的上限；请分成几个文件再读。");
    }

    public void Dispose() => _archive.Dispose();

    internal static UnreadableFile TooLarge(string part) =>
        new("too-large", $"文件中的“{part}”展开后超过 {PackageLimits.PartBytes / 1024 / 1024} MB，超过读入的上限；请分成几个文件，或删去嵌入的数据后再读。");

    /// <summary>Whether a part declares a type of document, which no word processor does: the reader says so in its message alone.</summary>
    public static bool IsForbidden(XmlException broken) => broken.Message.Contains("DTD", StringComparison.Ordinal);

    /// <summary>What reading a broken archive or broken XML throws.</summary>
    public static bool IsDamage(Exception broken) => broken is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException;
}
