using System.Text;
using Gongbao.Ledger.States;
using Gongbao.Web.Formats;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using IcalCalendar = Ical.Net.Calendar;

namespace Gongbao.Ledger.Calendar;

/// <summary>
/// Writes a calendar as calendar programs read it (iCalendar, RFC 5545). Each day is an event of the whole day, not a task (VTODO): Outlook and Google leave tasks out of
/// a calendar that is subscribed to, Apple's calendar too. It holds no alarm: reminding is the notices' matter. What is reported as done, verified or released is left out rather
/// than marked as cancelled, because a program takes out what a subscribed calendar no longer has, and shows what is cancelled as it likes.
/// The same ledger gives the same bytes whenever it is asked.
/// </summary>
internal static class CalendarFeed
{
    public const string MediaType = "text/calendar; charset=utf-8";

    private const int LongestTask = 40;

    /// <param name="title">What a program calls the calendar; it names no person.</param>
    /// <param name="calendar">What it shows.</param>
    /// <param name="site">The address of the site.</param>
    public static byte[] Write(string title, DueCalendar calendar, Uri site)
    {
        var written = new IcalCalendar { ProductId = "-//Gongbao//Ledger//ZH" };
        written.AddProperty("NAME", title);
        written.AddProperty("X-WR-CALNAME", title);
        written.AddProperty("X-WR-TIMEZONE", "Asia/Shanghai");
        // How often is asked for it anew is the program's choice; this is what is proposed.
        written.AddProperty("X-PUBLISHED-TTL", "PT4H");
        if (calendar.Total > calendar.Entries.Count) written.AddProperty("X-WR-CALDESC", $"共 {calendar.Total} 份，先列最先到期的 {calendar.Entries.Count} 份。");
        foreach (var entry in calendar.Entries) written.Events.Add(Event(entry, site));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(written)!);
    }

    private static CalendarEvent Event(CalendarEntry entry, Uri site)
    {
        var kind = entry.IsReport ? "应报告" : "到期";
        var changed = new CalDateTime(entry.ChangedAt.UtcDateTime, CalDateTime.UtcTzId);
        var task = entry.Task.ReplaceLineEndings(" ");
        var written = new CalendarEvent
        {
            Uid = entry.Share.ToString("D"),
            // Nothing is sent by a method of its own, so the stamp is the instant of the last change as well.
            DtStamp = changed, LastModified = changed, Sequence = entry.Version,
            Start = new CalDateTime(entry.On), End = new CalDateTime(entry.On.AddDays(1)),
            Summary = $"{kind}：{(task.Length > LongestTask ? task[..LongestTask] + "……" : task)}（{entry.UnitName}）",
            Description = $"{entry.Task}\n{entry.UnitName}（{StateWords.Of(entry.Role)}）\n{(entry.IsReport ? "应报告日" : "到期日")}：{ChineseFormat.Date(entry.On)}（含当日）\n出处：{entry.Source}\n{entry.Explained}",
            Url = new Uri(site, $"/ledger/obligations/{entry.Obligation:D}"),
            // A day by which something is owed does not make anybody busy.
            Transparency = TransparencyType.Transparent,
        };
        written.Categories.Add(entry.IsReport ? "应报告日" : "到期日");
        return written;
    }
}
