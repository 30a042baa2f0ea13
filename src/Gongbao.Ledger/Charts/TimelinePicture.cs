using System.Globalization;

namespace Gongbao.Ledger.Charts;

/// <summary>Where things stand in the picture of a timeline, in its own units.</summary>
/// <param name="From">First day, the first of a month.</param>
/// <param name="To">Last day, the last of a month.</param>
internal sealed record TimelinePicture(DateOnly From, DateOnly To)
{
    public const int Width = 1200;
    public const int Label = 290;
    public const int State = 150;
    public const int RowHeight = 32;
    public const int Head = 40;

    /// <summary>A picture of more years than these says nothing; what is earlier is cut off.</summary>
    private const int MostYears = 10;

    private const int MostMonthNames = 13;

    /// <param name="spans">What is drawn.</param>
    /// <param name="on">The day.</param>
    public static TimelinePicture Of(IReadOnlyCollection<ObligationSpan> spans, DateOnly on)
    {
        var last = spans.SelectMany(s => new[] { s.Shares.Max(x => x.Day), s.Due, s.DoneOn, s.Turns.Count > 0 ? s.Turns[^1].Turn.DueOn : null }).Append(on).Max()!.Value;
        var to = MonthView.FirstOf(last).AddMonths(1).AddDays(-1);
        var first = MonthView.FirstOf(spans.Select(s => s.Since).Append(on).Min());
        return new(first < to.AddYears(-MostYears) ? MonthView.FirstOf(to.AddYears(-MostYears)) : first, to);
    }

    /// <summary>Where a day begins.</summary>
    public string X(DateOnly day) => Write(At(day));

    /// <summary>Where a day ends.</summary>
    public string End(DateOnly day) => Write(At(day.AddDays(1)));

    /// <summary>How wide a span of days is, both inclusive; never so narrow that it is not seen.</summary>
    public string Span(DateOnly from, DateOnly to) => Write(Math.Max(3, At(to.AddDays(1)) - At(from)));

    /// <summary>The months, as far as each has room for its name: where there are many, the quarters or years.</summary>
    public IReadOnlyList<(DateOnly First, string? Name)> Months
    {
        get
        {
            var months = ((To.Year - From.Year) * 12) + To.Month - From.Month + 1;
            var step = months <= MostMonthNames ? 1 : months <= MostMonthNames * 3 ? 3 : 12;
            return [.. Enumerable.Range(0, months).Select(From.AddMonths).Where(m => step < 12 || m.Month == 1 || m == From).Select(m => (m, (m.Month - 1) % step == 0 ? NameOf(m, step) : null))];
        }
    }

    private string NameOf(DateOnly month, int step) => step == 12 ? $"{month.Year}" : month == From || month.Month == 1 ? $"{month.Year % 100}年{month.Month}月" : $"{month.Month}月";

    private double At(DateOnly day) => Label + ((Width - Label - State) * (double)(Math.Clamp(day.DayNumber, From.DayNumber, To.DayNumber + 1) - From.DayNumber) / (To.DayNumber + 1 - From.DayNumber));

    private static string Write(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
