using System.Text.Unicode;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Packages;

namespace Gongbao.Platform.Sheets;

/// <summary>Opens a table that a unit keeps: a workbook (XLSX) or comma-separated words (CSV). What a file is shows in its first bytes.</summary>
public static class SheetFile
{
    /// <summary>Bytes of a table; one of 5,000 lines has about a tenth.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Rows that are looked at, blank ones among them.</summary>
    public const int MostRows = 20_000;

    public const int MostColumns = 200;

    /// <summary>Characters of a cell.</summary>
    public const int MostCell = 10_000;

    /// <summary>The room of refusals that come from reading packages and text.</summary>
    private const string Room = "sheet";

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads the first sheet that is not hidden.</summary>
    /// <returns>
    /// Refusals: <c>sheet.empty</c>, <c>sheet.too-large</c>, <c>sheet.old</c>, <c>sheet.not-a-table</c>; of packages and of text <c>sheet.damaged</c>, <c>sheet.bad-path</c>,
    /// <c>sheet.encrypted</c>, <c>sheet.zip-bomb</c>, <c>sheet.encoding</c>, <c>sheet.not-text</c> and the like.
    /// </returns>
    public static Result<SheetTable> Read(byte[] bytes)
    {
        if (bytes.Length == 0) return new Refusal("sheet.empty", "表格文件是空的；请选择写有内容的 CSV 或者 XLSX。");
        if (bytes.Length > MostBytes) return TooLarge;
        if (bytes.AsSpan().StartsWith(Ole)) return new Refusal("sheet.old", "这是旧格式的表格（.xls），或者加了密码；请在电子表格软件里打开，另存为不加密码的 XLSX 再选。");
        try
        {
            var table = bytes is [0x50, 0x4B, 0x03, 0x04, ..] ? Workbook.FirstSheet(bytes) : Separated(bytes);
            if (table.IsRefused(out var refusal, out var read)) return refusal;
            return read.Rows.Count == 0 ? new Refusal("sheet.empty", "表格里没有内容；请选择写有内容的 CSV 或者 XLSX，内容要在第一张工作表上。") : read;
        }
        catch (UnreadableFile unreadable)
        {
            return unreadable.In(Room);
        }
    }

    private static Result<SheetTable> Separated(byte[] bytes)
    {
        if (TextDecoding.Decode(bytes).IsRefused(out var refusal, out var text))
            return refusal with { Code = Room + refusal.Code[refusal.Code.IndexOf('.')..], Reason = ReferenceEquals(refusal, TextDecoding.UnknownEncoding) ? $"{refusal.Reason.TrimEnd('。')}。{Strange(bytes)}" : refusal.Reason };
        var faults = new List<SheetFault>();
        return new SheetTable(CommaSeparated.Rows(text.Text, faults), text.Encoding.StartsWith("utf-8", StringComparison.Ordinal) ? [] : [$"文件的编码是 {text.Encoding.ToUpperInvariant()}，已按这种编码读出。"], faults);
    }

    /// <summary>Where what is not UTF-8 begins: a file of many good rows may have one that was pasted from elsewhere.</summary>
    private static string Strange(byte[] bytes)
    {
        var characters = new char[bytes.Length];
        Utf8.ToUtf16(bytes, characters, out _, out var good, replaceInvalidSequences: false);
        var last = CommaSeparated.Rows(new string(characters.AsSpan(0, good)) + "?", [])[^1];
        return $"按 UTF-8 读，从第 {last.Number} 行 {SheetTable.ColumnName(last.Cells.Count - 1)} 列起有认不出的字。";
    }

    public static Refusal TooLarge { get; } = new("sheet.too-large", $"表格文件超过 {MostBytes / 1024 / 1024} MB；请删去无关的内容，或者分成几个文件。");

    /// <summary>Leaves a table in the middle.</summary>
    internal static UnreadableFile TooManyRows() => new("too-large", $"表格超过 {MostRows} 行；请删去多余的行，或者分成几个文件。");

    /// <summary>A cell whose words are cut off.</summary>
    internal static SheetFault TooLong(int row, int column) => new(row, column, $"这一格超过 {MostCell} 字；请精简。");
}
