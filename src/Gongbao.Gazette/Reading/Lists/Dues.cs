using Gongbao.Kernel.Time;

namespace Gongbao.Gazette.Reading;

/// <summary>Time limits as printed, understood.</summary>
internal static class Dues
{
    /// <summary>The limit that the words state; null when they state none that is known.</summary>
    /// <param name="text">As printed.</param>
    /// <param name="year">Year of the document, for a limit that names none; null where unknown.</param>
    public static Due? Of(string text, int? year) =>
        TimeLimit.Parse(text, year) is { } limit ? new(limit.Kind.Code(), text, limit.Date) : null;
}
