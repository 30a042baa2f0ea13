using System.Globalization;

namespace Gongbao.Web.Formats.Office;

/// <summary>A cell of a table that is given out: words, a whole number, a day, or nothing.</summary>
/// <param name="Text">Words; null for a number, a day, or nothing.</param>
/// <param name="Number">A number; null otherwise.</param>
/// <param name="Day">A day; null otherwise.</param>
public readonly record struct SheetCell(string? Text, long? Number, DateOnly? Day)
{
    /// <summary>As text: a number in digits, a day as 2023-08-31; null for nothing.</summary>
    public string? Words => Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : Day is { } day ? ChineseFormat.Iso(day) : Text;

    public static implicit operator SheetCell(string? text) => new(text, null, null);

    public static implicit operator SheetCell(int? number) => new(null, number, null);

    public static implicit operator SheetCell(DateOnly? day) => new(null, null, day);
}
