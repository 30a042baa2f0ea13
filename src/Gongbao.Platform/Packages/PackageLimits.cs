namespace Gongbao.Platform.Packages;

/// <summary>How far a document that is an archive of parts is read. A file over a bound is refused with the bound named, never read in part.</summary>
/// <param name="Parts">Parts inside a document.</param>
/// <param name="Ratio">Bytes unpacked for each byte packed; parts up to <see cref="SmallPart"/> may be packed more tightly.</param>
/// <param name="UnpackedBytes">Bytes of all parts that are read, after unpacking.</param>
public sealed record PackageLimits(int Parts, int Ratio, long UnpackedBytes)
{
    /// <summary>Bytes of one part of a document after unpacking.</summary>
    public const long PartBytes = 128L * 1024 * 1024;

    /// <summary>Bytes up to which the ratio is not asked for: what repeats itself packs well, and so little harms nobody.</summary>
    public const long SmallPart = 4L * 1024 * 1024;

    /// <summary>Elements inside elements: readers go down by calls, and a thread's stack is finite.</summary>
    public const int Depth = 200;

    /// <summary>What holds where nothing else is declared: more than any table that a unit keeps.</summary>
    public static PackageLimits Usual { get; } = new(4_096, 250, 256L * 1024 * 1024);
}
