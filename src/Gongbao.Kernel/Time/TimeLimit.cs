using System.Globalization;

namespace Gongbao.Kernel.Time;

/// <summary>
/// A limit of time (完成时限) as a text sets it. Only <see cref="TimeLimitKind.On"/>, <see cref="TimeLimitKind.Month"/> and
/// <see cref="TimeLimitKind.YearEnd"/> have a day of their own; of a span the day is known when its event happens, by a clock.
/// </summary>
/// <param name="Kind">What kind of limit.</param>
/// <param name="Text">The words of the source, white space removed.</param>
/// <param name="Date">The last day on which it is kept, Beijing date, inclusive; null for all kinds but the first three.</param>
public sealed record TimeLimit(TimeLimitKind Kind, string Text, DateOnly? Date = null)
{
    /// <summary>The span of <see cref="TimeLimitKind.Within"/>; null for other kinds.</summary>
    public Term? Term { get; init; }

    /// <summary>The period of <see cref="TimeLimitKind.Every"/>; null for other kinds, and where none is set (定期).</summary>
    public RecurrencePeriod? Period { get; init; }

    /// <summary>How often at least in each period; null where the text does not say.</summary>
    public int? Times { get; init; }

    /// <summary>The month of a yearly duty by whose end it is done: 12 of 每年12月底前. Null where none is set.</summary>
    public int? ByMonth { get; init; }

    /// <summary>The day of <see cref="ByMonth"/>, or of every month; null for its last.</summary>
    public int? ByDay { get; init; }

    /// <summary>Reads the words of a limit, as a table cell or a sentence has them.</summary>
    /// <param name="text">The expression itself; a leading 于, 到, 力争 and a trailing 前, 内, 完成 are allowed.</param>
    /// <param name="documentYear">The year of the document's day of signature, for limits that name none; null where unknown.</param>
    /// <returns>Null when the words set no limit, or one without year whose document's year is unknown.</returns>
    public static TimeLimit? Parse(string? text, int? documentYear) => TimeLimitReading.Read(text, documentYear);

    /// <summary>The limit as a sentence says it, with the day worked out: 2023年5月31日前; 收到之日起30个工作日内.</summary>
    public string Say() => Kind switch
    {
        TimeLimitKind.On or TimeLimitKind.Month or TimeLimitKind.YearEnd => $"{Chinese(Date!.Value)}前",
        TimeLimitKind.Promptly => "及时",
        TimeLimitKind.Standing => "长期坚持",
        TimeLimitKind.Continuing => "持续推进",
        TimeLimitKind.InDueCourse => "适时",
        TimeLimitKind.Every => SayEvery(),
        TimeLimitKind.Within => $"{Term}内",
    };

    public override string ToString() => Say();

    private string SayEvery()
    {
        var when = Period?.Chinese() ?? "定期";
        if (ByMonth is { } month) when += ByDay is { } day ? Invariant($"{month}月{day}日前") : Invariant($"{month}月底前");
        else if (ByDay is { } monthly) when += Invariant($"{monthly}日前");
        return Times is { } times ? Invariant($"{when}至少{times}次") : when;
    }

    private static string Chinese(DateOnly day) => Invariant($"{day.Year}年{day.Month}月{day.Day}日");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
