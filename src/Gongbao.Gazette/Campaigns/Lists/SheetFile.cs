using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Campaigns.Lists;

/// <summary>Opens a table that a unit keeps: a workbook (XLSX) or comma-separated words (CSV). What a file is shows in its first bytes.</summary>
internal static class SheetFile
{
    /// <summary>Bytes of a list; one of 5,000 documents has about a tenth.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Rows that are looked at, blank ones among them.</summary>
    public const int MostRows = 20_000;

    public const int MostColumns = 200;

    /// <summary>Characters of a cell.</summary>
    public const int MostCell = 2_000;

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0];

    /// <returns>The rows of its first sheet that hold something. Refusals: <c>clean-up.list-empty</c>, <c>clean-up.list-too-large</c>, <c>clean-up.list-old</c>, and those of packages and of text.</returns>
    public static Result<List<SheetRow>> Read(byte[] bytes)
    {
        if (bytes.Length == 0) return new Refusal("clean-up.list-empty", "清单文件是空的；请选择写有文件的 CSV 或者 XLSX。");
        if (bytes.Length > MostBytes) return TooLarge;
        if (bytes.AsSpan().StartsWith(Ole)) return new Refusal("clean-up.list-old", "这是旧格式的表格（.xls），或者加了密码；请在电子表格软件里打开，另存为不加密码的 XLSX 再选。");
        try
        {
            var rows = bytes is [0x50, 0x4B, 0x03, 0x04, ..] ? Workbook.FirstSheet(bytes) : Separated(bytes);
            if (rows.IsRefused(out var refusal, out var all)) return refusal;
            return all.Count == 0 ? new Refusal("clean-up.list-empty", "清单里没有内容；请选择写有文件的 CSV 或者 XLSX，内容要在第一张工作表上。") : all;
        }
        catch (UnreadableFile unreadable)
        {
            return unreadable.Refusal;
        }
    }

    private static Result<List<SheetRow>> Separated(byte[] bytes) => SourceText.Decode("list.csv", bytes).IsRefused(out var refusal, out var text) ? refusal : CommaSeparated.Rows(text.Text);

    public static Refusal TooLarge { get; } = new("clean-up.list-too-large", $"清单文件超过 {MostBytes / 1024 / 1024} MB；请删去与文件目录无关的内容，或者分成几个清单。");

    /// <summary>Leaves a list in the middle.</summary>
    public static UnreadableFile TooManyRows() => new("clean-up.list-too-large", $"清单超过 {MostRows} 行；请删去多余的行，或者分成几个清单。");
}
