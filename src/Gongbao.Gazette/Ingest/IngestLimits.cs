namespace Gongbao.Gazette.Ingest;

/// <summary>
/// How much of a file is looked at. Files come from outside: each bound is far above what documents need and far below what would
/// harm the machine. A file over a bound is refused with the bound named, never read in part.
/// </summary>
internal static class IngestLimits
{
    /// <summary>Files inside an archive or a document.</summary>
    public const int Entries = 4_096;

    /// <summary>Bytes of one part of a document after unpacking.</summary>
    public const long PartBytes = 128L * 1024 * 1024;

    /// <summary>Bytes of all parts that are read of one document after unpacking.</summary>
    public const long FileBytes = 256L * 1024 * 1024;

    /// <summary>Bytes unpacked for each byte packed; small parts may be packed more tightly.</summary>
    public const int Ratio = 250;

    /// <summary>Bytes up to which the ratio is not asked for.</summary>
    public const long SmallPart = 4L * 1024 * 1024;

    /// <summary>Elements inside elements.</summary>
    public const int Depth = 200;

    /// <summary>Bytes of a page of a site.</summary>
    public const int PageBytes = 16 * 1024 * 1024;

    /// <summary>Elements of a page that are open at once.</summary>
    public const int OpenElements = 500;

    /// <summary>Attributes of one element of a page.</summary>
    public const int Attributes = 500;

    /// <summary>Pages of a PDF.</summary>
    public const int Pages = 3_000;

    /// <summary>Time that one PDF may take.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(3);

    /// <summary>Characters of text taken out of one file.</summary>
    public const int Characters = 20_000_000;

    /// <summary>Cells of one table, merged ones counted.</summary>
    public const int Cells = 400_000;

    /// <summary>Columns of one table.</summary>
    public const int Columns = 512;
}
