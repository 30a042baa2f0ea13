using System.Globalization;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>Holidays and make-up workdays (节假日与调休), by the year of the State Council's notice.</summary>
internal static class CalendarSection
{
    public const string Name = "calendar";

    public static SectionShape Shape { get; } = new(Name, "工作日历", new MapShape(
        new RecordShape(
            new("source", new TextShape(), "国务院办公厅的放假通知", Required: true),
            new("holidays", new MapShape(new RecordShape(
                new("name", new TextShape(), "节日", Required: true),
                new("from", new DateShape(), "放假第一天（含）", Required: true),
                new("to", new DateShape(), "放假最后一天（含）", Required: true),
                new("make_up", new ListShape(new DateShape()), "因此调休上班的日子"))), "各节日", Required: true)),
        "20[0-9]{2}", "四位年份"));

    /// <summary>The calendar that the notices make; without any, every day is provisional.</summary>
    public static WorkCalendar Read(DeclaredMap calendar)
    {
        var holidays = calendar.Things().SelectMany(y => y.Thing.Map("holidays").Things()).Select(h => h.Thing).ToArray();
        return new(
            holidays.SelectMany(h => FreeDaysOf(h).Select(d => Day(d, CalendarDayKind.Holiday, h)).Concat(h.Dates("make_up").Select(d => Day(d, CalendarDayKind.MakeUpWorkday, h)))),
            calendar.Entries.Select(e => int.Parse(e.Key, CultureInfo.InvariantCulture)));

        static CalendarDay Day(DateOnly date, CalendarDayKind kind, DeclaredMap holiday) => new(date, kind, holiday.Text("name"), IsProvisional: false);
    }

    /// <summary>Mistakes that no single field shows.</summary>
    public static void Check(DeclaredMap calendar, ShapeCheck check)
    {
        var seen = new Dictionary<DateOnly, Place>();
        foreach (var (year, notice) in calendar.Things())
            foreach (var (_, holiday) in notice.Map("holidays").Things())
            {
                var (from, to) = (holiday.Date("from")!.Value, holiday.Date("to")!.Value);
                var declared = int.Parse(year, CultureInfo.InvariantCulture);
                if (to < from || to.DayNumber - from.DayNumber > 30)
                {
                    check.Report(holiday["to"]!.Place, $"{holiday.Text("name")}的起止日期不对。", "请核对 from 和 to；两端都算在内。");
                    continue;
                }

                foreach (var item in holiday.List("make_up").Where(d => DeclaredMap.Day(((DeclaredScalar)d).Text).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
                    check.Report(item.Place, $"{((DeclaredScalar)item).Text} 本来就是工作日，不会是调休上班日。", "请核对日期。");
                if (from.Year > declared || to.Year < declared)
                    check.Report(holiday["from"]!.Place, $"{holiday.Text("name")}不在 {year} 年。", "请移到它所在年份的通知下。");
                foreach (var day in DaysOf(holiday))
                    if (!seen.TryAdd(day, holiday.Place))
                        check.Report(holiday.Place, $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 已在 {seen[day]} 写过。", "一天只能写一次，请核对。");
            }
    }

    /// <summary>Every day that the holiday names, free or worked.</summary>
    public static IEnumerable<DateOnly> DaysOf(DeclaredMap holiday) => FreeDaysOf(holiday).Concat(holiday.Dates("make_up"));

    /// <summary>The days off, weekend days among them.</summary>
    public static IEnumerable<DateOnly> FreeDaysOf(DeclaredMap holiday)
    {
        var from = holiday.Date("from")!.Value;
        return Enumerable.Range(0, holiday.Date("to")!.Value.DayNumber - from.DayNumber + 1).Select(from.AddDays);
    }
}
