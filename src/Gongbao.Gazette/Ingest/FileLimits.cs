using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>How large files may be that are brought (来文上限), as the city declares; what the program itself cannot go beyond stands in <see cref="IngestLimits"/>.</summary>
internal sealed record FileLimits
{
    public const string Section = "ingest";
    private const long Megabyte = 1024 * 1024;

    /// <summary>What holds where no city declares anything.</summary>
    public static readonly FileLimits Usual = new();

    /// <summary>Bytes of one file.</summary>
    public long FileBytes { get; init; } = 64 * Megabyte;

    /// <summary>Pages of a PDF.</summary>
    public int Pages { get; init; } = 3_000;

    /// <summary>Time that one PDF may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Parts inside a document.</summary>
    public int Parts { get; init; } = 4_096;

    /// <summary>Bytes unpacked for each byte packed; parts up to <see cref="PackageLimits.SmallPart"/> may be packed more tightly.</summary>
    public int Ratio { get; init; } = 250;

    /// <summary>Bytes of all parts that are read of one document, after unpacking.</summary>
    public long UnpackedBytes { get; init; } = 256 * Megabyte;

    /// <summary>As the reader of packages takes them.</summary>
    public PackageLimits Packages => new(Parts, Ratio, UnpackedBytes);

    /// <summary>Files of one folder or archive from the command line.</summary>
    public int BatchFiles { get; init; } = 200_000;

    /// <summary>Files of one upload, those inside archives counted.</summary>
    public int UploadFiles { get; init; } = 2_000;

    /// <summary>Bytes of one upload.</summary>
    public long UploadBytes { get; init; } = 128 * Megabyte;

    /// <summary>Uploads that are being received, all senders together.</summary>
    public int UploadsAtOnce { get; init; } = 2;

    /// <summary>Days for which the bytes of uploaded files are kept after the upload has nothing left to read.</summary>
    public int KeptDays { get; init; } = 30;

    /// <summary>Days for which the bytes of files are kept whose upload broke off.</summary>
    public int UnfinishedDays { get; init; } = 1;

    public static FileLimits Of(CityDeclarations? city) => city?.Section(Section) is { Entries.Count: > 0 } declared ? Of(declared) : Usual;

    /// <param name="declared">The section, checked.</param>
    public static FileLimits Of(DeclaredMap declared)
    {
        var (files, packed, batches, kept) = (declared.Map("files"), declared.Map("packed"), declared.Map("batches"), declared.Map("kept"));
        return new()
        {
            FileBytes = files.Number("megabytes")!.Value * Megabyte, Pages = files.Number("pages")!.Value, Time = TimeSpan.FromMinutes(files.Number("minutes")!.Value),
            Parts = packed.Number("parts")!.Value, Ratio = packed.Number("times")!.Value, UnpackedBytes = packed.Number("megabytes")!.Value * Megabyte,
            BatchFiles = batches.Number("files")!.Value, UploadFiles = batches.Number("uploaded_files")!.Value, UploadBytes = batches.Number("uploaded_megabytes")!.Value * Megabyte,
            UploadsAtOnce = batches.Number("uploads_at_once")!.Value,
            KeptDays = kept.Number("days") ?? Usual.KeptDays, UnfinishedDays = kept.Number("unfinished_days") ?? Usual.UnfinishedDays,
        };
    }

    /// <summary>Whether a file was refused for a limit that a city may declare otherwise.</summary>
    public static bool IsAbout(Refusal refusal) => refusal.Code is "gazette.too-large" or "gazette.too-many-pages" or "gazette.too-slow" or "gazette.too-many-parts" or "gazette.zip-bomb" or "gazette.too-many-files";

    /// <summary><c>gazette.too-large</c>: of a file by itself.</summary>
    public Refusal TooLarge(long bytes) =>
        new("gazette.too-large", $"文件有 {bytes / Megabyte} MB，超过一次读入的上限 {FileBytes / Megabyte} MB；请按期分开后再读。");
}
