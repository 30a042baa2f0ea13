using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Web.Formats;

namespace Gongbao.Notices.Telling;

/// <summary>What messages of a ladder say (告知的措辞), by the day on which they fall due: put off or brought forward, they still tell the truth.</summary>
internal static class MessageWords
{
    public static string Subject(Watch watch, Step step) => $"{Standing(watch, step)}：{watch.Subject}";

    public static string? Text(Watch watch, LadderDeclaration ladder) => watch.DueOn is { } due ? $"{ladder.Name}：{ChineseFormat.DateWithWeekday(due)}。" : watch.Text;

    private static string Standing(Watch watch, Step step)
    {
        if (watch.DueOn is not { } due) return step.Place == 0 ? "等待回应" : $"{step.Place} 分钟没有回应";
        return (due.DayNumber - step.At.BeijingDate().DayNumber) switch
        {
            > 0 and var left => $"还有 {left} 天到期",
            0 => "今天到期",
            var late => $"已逾期 {-late} 天",
        };
    }
}
