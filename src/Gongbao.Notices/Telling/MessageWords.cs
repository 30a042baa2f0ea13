using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Web.Formats;

namespace Gongbao.Notices.Telling;

/// <summary>What messages of a ladder say (告知的措辞), by the day on which they fall due: put off or brought forward, they still tell the truth.</summary>
internal static class MessageWords
{
    /// <summary>Channels of what is told once.</summary>
    public const string AllChannels = "inbox email webhook print";

    /// <summary>Channels of what is told to those who follow something: they have no inbox.</summary>
    public const string PublicChannels = "email";

    private const int MinutesOfDay = 1440;

    public static string Subject(Watch watch, LadderDeclaration ladder, Step step) => $"{Standing(watch, ladder, step)}：{watch.Subject}";

    /// <param name="watch">What is owed.</param>
    /// <param name="ladder">The ladder on which it stands.</param>
    /// <param name="units">Names of the units that owe it, for people who are told for the whole city; empty for a unit's own.</param>
    public static string? Text(Watch watch, LadderDeclaration ladder, IReadOnlyList<string> units)
    {
        var text = (watch.DueOn is { } due ? $"{ladder.Name}：{ChineseFormat.DateWithWeekday(due)}。" : watch.Text) + (units.Count > 0 ? $"责任单位：{string.Join('、', units)}。" : "");
        return text.Length > 0 ? text : null;
    }

    private static string Standing(Watch watch, LadderDeclaration ladder, Step step) => watch.DueOn is { } due && ladder.Says is { } says
        ? says.Of(due.DayNumber - step.At.BeijingDate().DayNumber)
        : step.Place switch { 0 => "等待回应", var days when days % MinutesOfDay == 0 => $"{days / MinutesOfDay} 天没有回应", var minutes => $"{minutes} 分钟没有回应" };
}
