using System.Globalization;
using Gongbao.Kernel.Results;

namespace Gongbao.Ledger.Work;

/// <summary>A day as a form sends it.</summary>
internal static class FormDay
{
    /// <returns>Null where none was typed. Refused with <c>ledger.bad-day</c>.</returns>
    public static Result<DateOnly?> Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (DateOnly?)null;
        return DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (DateOnly?)day : new Refusal("ledger.bad-day", $"“{(typed.Length > 20 ? typed[..20] + "……" : typed)}”不是日期；请写成 2023-06-30 的样子。");
    }
}
