using System.Globalization;

namespace Gongbao.Kernel.Time;

/// <summary>A span of time (期间) as law counts it.</summary>
/// <param name="Amount">At least 1, except that 0 days ends on the day it starts.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="RollsOn">
/// Whether an end that falls on a day off moves to the next working day (顺延). Working days never end on one; minutes and hours run through.
/// </param>
/// <source>《民法典》第二百条、第二百零一条、第二百零二条、第二百零三条</source>
public sealed record Term(int Amount, TimeUnit Unit, bool RollsOn = false)
{
    /// <summary>True where the end is an instant, not the end of a day.</summary>
    public bool IsExact => Unit is TimeUnit.Minutes or TimeUnit.Hours;

    public static Term Minutes(int amount) => new(amount, TimeUnit.Minutes);

    public static Term Hours(int amount) => new(amount, TimeUnit.Hours);

    public static Term WorkingDays(int amount) => new(amount, TimeUnit.WorkingDays);

    public static Term Days(int amount, bool rollsOn = false) => new(amount, TimeUnit.Days, rollsOn);

    public static Term Months(int amount, bool rollsOn = false) => new(amount, TimeUnit.Months, rollsOn);

    /// <summary>30个工作日, 2小时.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount}{Unit.Chinese()}");
}
