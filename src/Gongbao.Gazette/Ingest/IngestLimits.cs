using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// What the program cannot go beyond, whatever a city declares (<see cref="FileLimits"/>): these follow from how it reads, not from what an office
/// sends. Each is far above what documents need and far below what would harm the machine. A file over a bound is refused with the bound named,
/// never read in part.
/// </summary>
internal static class IngestLimits
{
    /// <summary>Bytes of one part of a document after unpacking: a PDF's stream of this size is held several times over while it is read.</summary>
    public const long PartBytes = PackageLimits.PartBytes;

    /// <summary>Elements inside elements: the readers go down by calls, and a thread's stack is finite.</summary>
    public const int Depth = PackageLimits.Depth;

    /// <summary>Bytes of a page of a site: its tree takes fifty times as much.</summary>
    public const int PageBytes = 16 * 1024 * 1024;

    /// <summary>Elements of a page that are open at once: a parser of HTML takes quadratic time in them.</summary>
    public const int OpenElements = 500;

    /// <summary>Attributes of one element of a page: each is compared with all before it.</summary>
    public const int Attributes = 500;

    /// <summary>Characters of text taken out of one file: the reader holds some hundred bytes for each.</summary>
    public const int Characters = 20_000_000;

    /// <summary>Cells of one table, merged ones counted: a table is laid out whole.</summary>
    public const int Cells = 400_000;

    /// <summary>Columns of one table.</summary>
    public const int Columns = 512;

    /// <summary>Leaves a file that has too many <see cref="Characters"/>.</summary>
    public static UnreadableFile TooLong() =>
        new("too-large", $"文件展开后的文字超过 {Characters / 10_000} 万字，超过一次读入的上限；请分成几个文件再读。");
}
