using System.Globalization;
using Gongbao.Kernel.Time;
using Gongbao.Web;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>
/// The day as of which the library is shown (查看日期): one control for text, state, links, search, counts and exports. A program says it
/// with each request (<c>on=2023-05-01</c>); on pages it may be kept, in a cookie of the reader's own, until it is let go.
/// </summary>
/// <param name="Day">The day, in Beijing.</param>
/// <param name="IsChosen">False where nobody chose one: then it is the legal today.</param>
internal sealed record AsOf(DateOnly Day, bool IsChosen)
{
    public const string Parameter = "on";
    public const string Cookie = "gongbao.on";
    private const string Form = "yyyy-MM-dd";
    private static readonly string[] Typed = [Form, "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>Says in the description of the interface that an endpoint heeds the day.</summary>
    public static QueryParameters Query { get; } = new([Parameter]);

    /// <param name="http">The request; null outside of one.</param>
    /// <param name="clock">The legal clock.</param>
    public static AsOf Of(HttpContext? http, CityClock clock)
    {
        if (http is null) return new(clock.Today, false);
        // What is taken away says its day in its address; the reader's cookie is for pages.
        var isProgram = http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || http.GetEndpoint()?.Metadata.Contains(Query) == true;
        var chosen = Read(http.Request.Query[Parameter]) ?? (isProgram ? null : Read(http.Request.Cookies[Cookie]));
        return chosen is { } day ? new(day, true) : new(clock.Today, false);
    }

    /// <summary>Reads 2023-05-01; null for anything else.</summary>
    public static DateOnly? Read(string? text) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Reads a day as people type it where the browser offers no calendar: 2023-5-1, 2023/5/1, 2023年5月1日, 20230501; null for anything else.</summary>
    public static DateOnly? ReadTyped(string? text) => DateOnly.TryParseExact(text?.Trim(), Typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>An address that no longer names a day of its own, which would stand before the one that is kept.</summary>
    public static string? WithoutDay(string? address)
    {
        if (address?.IndexOf('?', StringComparison.Ordinal) is not (>= 0 and var at)) return address;
        var kept = address[(at + 1)..].Split('&').Where(p => p.Length > 0 && p != Parameter && !p.StartsWith(Parameter + "=", StringComparison.Ordinal)).ToList();
        return address[..at] + (kept.Count == 0 ? "" : "?" + string.Join('&', kept));
    }

    /// <summary>The day that was chosen; null where nobody chose one.</summary>
    public DateOnly? Chosen => IsChosen ? Day : null;

    /// <summary>The day as an address has it.</summary>
    public string Text => Day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Refuses a program's day that is none, rather than answer for another day than it asked for.</summary>
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var asked = context.HttpContext.Request.Query[Parameter];
        return asked.Count > 0 && asked != "" && Read(asked) is null
            ? TypedResults.Problem("on 应当是一个日期，写作 2023-05-01。", statusCode: StatusCodes.Status400BadRequest)
            : await next(context);
    }
}
