using System.Globalization;
using Gongbao.Notices.Storage;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;

namespace Gongbao.Notices.Ladders;

/// <summary>Declared people (告知对象).</summary>
/// <param name="Id">As declared.</param>
/// <param name="Name">As 单位负责人.</param>
/// <param name="IsOfUnits">True for the people of the units concerned, false for those of the city.</param>
/// <param name="Verb">What they may do; null where the watch says it.</param>
internal sealed record People(string Id, string Name, bool IsOfUnits, string? Verb);

/// <summary>What is declared about e-mail.</summary>
internal sealed record EmailRules(string Host, int Port, string Security, string From, string? User);

/// <summary>What is declared about following things by mail (邮件订阅).</summary>
/// <param name="ConfirmDays">So many days a question waits for an answer; then the address is destroyed.</param>
/// <param name="AgainMinutes">Asked again for the same address sooner, nothing more is sent.</param>
/// <param name="AsksPerHour">So many questions at most the whole site sends in an hour.</param>
internal sealed record SubscriptionRules(int ConfirmDays, int AgainMinutes, int AsksPerHour);

/// <summary>How the city tells people, as it declares (告知办法).</summary>
/// <param name="Hash">The same where ladders, people and calendar are declared the same: what was worked out under another one is worked out anew.</param>
/// <param name="People">By id.</param>
/// <param name="Ladders">By id.</param>
/// <param name="QuietFrom">Legal time of day from which nothing that is not urgent leaves the house.</param>
/// <param name="QuietTo">Legal time of day at which it may again.</param>
/// <param name="IsDigest">Whether what is not urgent of one day goes to one recipient together.</param>
/// <param name="FirstRetry">How long after a first failure it is tried again.</param>
/// <param name="MostRetry">The longest wait between tries.</param>
/// <param name="Watchdog">So long may nothing go out while something is due.</param>
/// <param name="BatchRecipients">So many recipients at most in one call of the gateway.</param>
/// <param name="Workers">So many senders at once.</param>
/// <param name="Wait">So long one try may take.</param>
/// <param name="LinkDays">So many days an answer link is good.</param>
/// <param name="Email">Null where no mail server is declared.</param>
/// <param name="Webhook">Null where no gateway is declared.</param>
/// <param name="Address">Where links begin; null where messages carry none, empty in the demo, where they are paths.</param>
/// <param name="Subscriptions">Null where none is declared, or there is no mail or no address of the site for it.</param>
internal sealed record NoticeRules(
    string Hash, IReadOnlyDictionary<string, People> People, IReadOnlyDictionary<string, LadderDeclaration> Ladders, TimeOnly QuietFrom, TimeOnly QuietTo, bool IsDigest,
    TimeSpan FirstRetry, TimeSpan MostRetry, TimeSpan Watchdog, int BatchRecipients, int Workers, TimeSpan Wait, int LinkDays, EmailRules? Email, Uri? Webhook, string? Address, SubscriptionRules? Subscriptions)
{
    private static readonly string[] Sections = ["notices", "notice_people", "ladders", "calendar"];

    /// <summary>Mail of the demo, which is shown instead of sent, with links on the same site.</summary>
    private static readonly EmailRules DemoEmail = new("localhost", 25, "none", "demo@localhost", null);

    /// <param name="city">What is declared.</param>
    /// <param name="isDemo">True in the demo: there is mail whatever is declared, and it goes nowhere.</param>
    /// <exception cref="InvalidDataException">The city declares nothing of it.</exception>
    public static NoticeRules Of(CityDeclarations city, bool isDemo = false)
    {
        var declared = city.Section("notices");
        if (declared.Entries.Count == 0) throw new InvalidDataException("城市声明中没有 notices（告知）一节。");
        var (quiet, retry, batch, email) = (declared.Map("quiet_hours"), declared.Map("retry"), declared.Map("batch"), declared.Map("email"));
        var mail = isDemo ? DemoEmail : email.Entries.Count == 0 ? null : new(email.RequiredText("host"), Number(email, "port"), email.RequiredText("security"), email.RequiredText("from"), email.Text("user"));
        var address = isDemo ? "" : declared.Text("address");
        return new(
            string.Concat(city.Versions.Where(v => Sections.Contains(v.Section)).OrderBy(v => v.Section, StringComparer.Ordinal).Select(v => v.Hash[..8])),
            city.Section("notice_people").Things().ToDictionary(p => p.Id, p => new People(p.Id, p.Thing.RequiredText("name"), p.Thing.RequiredText("of") == "units", p.Thing.Text("verb")), StringComparer.Ordinal),
            city.Section("ladders").Things().ToDictionary(l => l.Id, l => LadderOf(l.Id, l.Thing), StringComparer.Ordinal),
            Time(quiet.RequiredText("from")), Time(quiet.RequiredText("to")), declared.Map("digest").Flag("together"),
            Seconds(retry, "first_seconds"), Seconds(retry, "most_seconds"), TimeSpan.FromMinutes(Number(declared.Map("watchdog"), "minutes")),
            Number(batch, "recipients"), Number(batch, "workers"), Seconds(batch, "wait_seconds"), Number(declared.Map("answer_link"), "days"),
            mail, declared.Map("webhook").Text("url") is { } url ? new(url) : null, address,
            declared.Map("subscriptions") is { Entries.Count: > 0 } follow && mail is not null && address is not null ? new(Number(follow, "confirm_days"), Number(follow, "again_minutes"), Number(follow, "asks_per_hour")) : null);
    }

    /// <summary>The legal instant from which something may leave the house that falls due at another: itself outside quiet hours, else their end.</summary>
    public DateTimeOffset AfterQuiet(DateTimeOffset due)
    {
        var local = due.InBeijing();
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        // IsBetween takes in its start and not its end, and goes over midnight where the end is earlier; from and to alike would be the whole day.
        if (QuietFrom == QuietTo || !time.IsBetween(QuietFrom, QuietTo)) return due;
        return Beijing.At(time < QuietTo ? day : day.AddDays(1), QuietTo);
    }

    private static LadderDeclaration LadderOf(string id, DeclaredMap ladder)
    {
        var isDays = ladder.RequiredText("kind") == "days";
        return new(
            id, ladder.RequiredText("name"), isDays ? WatchKind.Days : WatchKind.Answers, ladder.Text("at") is { } at ? Time(at) : default, DayOff(ladder.Text("day_off")), DayOff(ladder.Text("late_day_off")),
            ladder.Map("says") is { Entries.Count: > 0 } says ? new(says.RequiredText("before"), says.RequiredText("on"), says.RequiredText("after")) : null,
            [.. ladder.Map("rungs").Things().Select(r => new Rung(
                r.Id, r.Thing.Number(isDays ? "days" : "minutes") ?? 0, r.Thing.Number("every"), r.Thing.Texts("who"), r.Thing.Texts("channels"), r.Thing.Flag("urgent")))]);
    }

    private static DayOffRule DayOff(string? word) => word switch { "before" => DayOffRule.Before, "after" => DayOffRule.After, _ => DayOffRule.Send };

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static TimeSpan Seconds(DeclaredMap map, string name) => TimeSpan.FromSeconds(Number(map, name));

    private static int Number(DeclaredMap map, string name) => map.Number(name) ?? throw new InvalidDataException($"城市声明的 notices 一节中没有 {name}。");
}
