using System.Globalization;
using Gongbao.Kernel.Results;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Ledger.Desk;

/// <summary>The day for which the ledger is asked: <c>on</c> of an address.</summary>
internal static class LedgerDay
{
    /// <returns>Null where none is named: today. Refused with <c>ledger.wrong-day</c> where it is no day.</returns>
    public static Result<DateOnly?> Of(HttpRequest request)
    {
        if (request.Query["on"].ToString() is not { Length: > 0 } typed) return (DateOnly?)null;
        return DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (DateOnly?)day : new Refusal("ledger.wrong-day", $"on=“{(typed.Length > 20 ? typed[..20] + "……" : typed)}”不是日期；请写成 2023-05-01 的样子。");
    }
}
