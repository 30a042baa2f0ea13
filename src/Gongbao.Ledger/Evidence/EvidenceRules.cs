using Gongbao.Platform.City;

namespace Gongbao.Ledger.Evidence;

/// <summary>How much evidence a report may carry, as the city declares (佐证材料的上限).</summary>
/// <param name="Files">Files of one report.</param>
/// <param name="FileBytes">Bytes of one file.</param>
/// <param name="AllBytes">Bytes of all files of one report.</param>
internal sealed record EvidenceRules(int Files, long FileBytes, long AllBytes)
{
    /// <summary>Addresses of one report.</summary>
    public const int MostLinks = 10;

    /// <summary>Figures of one report.</summary>
    public const int MostFigures = 20;

    private const long Megabyte = 1024 * 1024;

    /// <returns>Null where the city declares nothing of it: then no files are taken.</returns>
    public static EvidenceRules? Of(CityDeclarations? city) => city?.Section("ledger") is { Entries.Count: > 0 } ledger && ledger.Map("evidence") is { Entries.Count: > 0 } declared
        ? new(declared.Number("files")!.Value, declared.Number("file_megabytes")!.Value * Megabyte, declared.Number("report_megabytes")!.Value * Megabyte) : null;
}
