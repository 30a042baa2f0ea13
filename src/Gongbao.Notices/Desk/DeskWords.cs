using Gongbao.Web.Components;

namespace Gongbao.Notices.Desk;

/// <summary>What the desk's pages call filters, states and channels.</summary>
internal static class DeskWords
{
    public static IReadOnlyList<(DeskFilter Filter, string Key, string Name)> Filters { get; } =
        [(DeskFilter.All, "all", "全部"), (DeskFilter.Failed, "failed", "没有发出"), (DeskFilter.Nobody, "nobody", "无人可告"), (DeskFilter.Unanswered, "unanswered", "还没有回应")];

    /// <returns>All where nothing is asked for; null for a word that is none.</returns>
    public static DeskFilter? Filter(string? key) =>
        string.IsNullOrEmpty(key) ? DeskFilter.All : Filters.Where(f => f.Key == key).Select(f => (DeskFilter?)f.Filter).FirstOrDefault();

    public static (string Text, Tone Tone) Outcome(DeskLine line) => line switch
    {
        { State: "nobody" } => ("无人可告", Tone.Bad),
        { State: "superseded" } => ("被后一级取代", Tone.Plain),
        { AcknowledgedAt: not null } => ("知道了", Tone.Good),
        { State: "waiting" } => ("等候发出", Tone.Doubt),
        { Sent: null } => ("在收件箱", Tone.Plain),
        { Sent: { State: "handed_over", Channel: var channel } } => ($"{Channel(channel)}已送出", Tone.Accent),
        { Sent: { State: "waiting", Attempts: > 0, Channel: var channel } } => ($"{Channel(channel)}没有发出，等着再试", Tone.Bad),
        { Sent.Channel: "print" } => ("等候打印交送", Tone.Doubt),
        { Sent.Channel: var channel } => ($"等候由{Channel(channel)}发出", Tone.Doubt),
    };

    private static string Channel(string channel) => channel switch { "email" => "邮件", "webhook" => "短信", _ => "打印件" };
}
