using System.Globalization;

namespace Gongbao.Web.Formats;

/// <summary>Dates, times, counts and sizes as Chinese pages print them; pages use nothing else.</summary>
public static class ChineseFormat
{
    /// <summary>Beijing time, in which every instant is shown; without summer time since 1992.</summary>
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>2026年3月2日: no leading zeros, as official documents write it (GB/T 15835).</summary>
    public static string Date(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>The date, or 未标明 when the document prints none.</summary>
    public static string Date(DateOnly? date) => date is { } known ? Date(known) : "未标明";

    /// <summary>2026年3月2日（星期一）</summary>
    public static string DateWithWeekday(DateOnly date) => $"{Date(date)}（星期{"日一二三四五六"[(int)date.DayOfWeek]}）";

    /// <summary>2026年3月</summary>
    public static string Month(int year, int month) => $"{year}年{month}月";

    /// <summary>An instant, in Beijing time: 2026年3月2日 14:05.</summary>
    public static string Instant(DateTimeOffset instant)
    {
        var local = instant.ToOffset(Beijing);
        return Date(DateOnly.FromDateTime(local.DateTime)) + local.ToString(" HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A document as running text names it: 《清河市人民政府办公室关于印发〈水利惠民工作要点〉的通知》（清市府办发〔2025〕6号）. Marks within marks change between double and single (GB/T 15834).
    /// </summary>
    /// <param name="title">The title, with marks of its own or without.</param>
    /// <param name="number">Its number; null where it has none.</param>
    public static string Cited(string title, string? number = null)
    {
        var (said, depth) = (new System.Text.StringBuilder("《"), 1);
        foreach (var c in title)
        {
            if (c is '《' or '〈') said.Append(++depth % 2 == 0 ? '〈' : '《');
            else if (depth > 1 && c is ('》' or '〉')) said.Append(depth-- % 2 == 0 ? '〉' : '》');
            else said.Append(c);
        }
        return $"{said}》{(number is null ? "" : $"（{number}）")}";
    }

    /// <summary>The machine-readable form of a date, for the attribute <c>datetime</c>.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>12,345: thousands set apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share between 0 and 1 in whole per cent: 97%.</summary>
    public static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";

    /// <summary>3.4 MB, in steps of 1024.</summary>
    public static string Bytes(long bytes)
    {
        string[] units = ["字节", "KB", "MB", "GB", "TB"];
        var (size, unit) = ((double)bytes, 0);
        while (size >= 1024 && unit < units.Length - 1) (size, unit) = (size / 1024, unit + 1);
        return size.ToString(unit == 0 ? "0" : "0.#", CultureInfo.InvariantCulture) + " " + units[unit];
    }
}
