using Gongbao.Kernel.Time;

namespace Gongbao.Gazette.Reading;

/// <summary>Time limits as printed, understood.</summary>
internal static class Dues
{
    /// <summary>The limit that the words state; null when they state none that is known.</summary>
    /// <param name="text">As printed.</param>
    /// <param name="year">Year of the document, for a limit that names none; null where unknown.</param>
    public static Due? Of(string text, int? year) =>
        TimeLimit.Parse(text, year) is { } limit ? new(Name(limit.Kind), text, limit.Date) : null;

    private static string Name(TimeLimitKind kind) => kind switch
    {
        TimeLimitKind.On => "on",
        TimeLimitKind.Month => "month",
        TimeLimitKind.YearEnd => "year_end",
        TimeLimitKind.Promptly => "promptly",
        TimeLimitKind.Standing => "standing",
        TimeLimitKind.Continuing => "continuing",
        TimeLimitKind.InDueCourse => "in_due_course",
        TimeLimitKind.Every => "every",
        TimeLimitKind.Within => "within",
    };
}
