using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>How people are told and who is told next (告知): people by role, ladders of rungs, quiet hours, channels and retries.</summary>
internal static class NoticeSections
{
    public const string Notices = "notices";
    public const string Ladders = "ladders";

    private const string Clock = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private const string ClockSays = "一天中的时刻，如 09:00";

    private static readonly Field Source = new("source", new TextShape(), "依据", Required: true);

    private static readonly ChoiceShape Channels = new(new Dictionary<string, string>
    {
        ["inbox"] = "站内收件箱", ["email"] = "电子邮件", ["webhook"] = "短信或工作群网关", ["print"] = "打印交送",
    });

    private static readonly ChoiceShape DayOff = new(new Dictionary<string, string>
    {
        ["before"] = "提前到之前最后一个工作日", ["after"] = "顺延到之后第一个工作日", ["send"] = "当天照发",
    });

    private static readonly ChoiceShape DayOffLate = new(new Dictionary<string, string> { ["after"] = "顺延到之后第一个工作日", ["send"] = "当天照发" });

    public static IReadOnlyList<SectionShape> Shapes { get; } =
    [
        new(Notices, "告知", new RecordShape(
            new("quiet_hours", new RecordShape(
                new("from", new TextShape(Clock, ClockSays), "从几点起不打扰", Required: true),
                new("to", new TextShape(Clock, ClockSays), "到几点为止", Required: true),
                Source), "免打扰时段：不急的告知等到时段结束再发到站外", Required: true),
            new("digest", new RecordShape(
                new("together", new FlagShape(), "true：同一个人同一天到期的不急的告知合并成一条", Required: true), Source), "合并告知", Required: true),
            new("retry", new RecordShape(
                new("first_seconds", new NumberShape(1, 3_600, "秒"), "第一次失败后隔多久再试；以后每次加倍", Required: true),
                new("most_seconds", new NumberShape(1, 86_400, "秒"), "最长隔多久再试", Required: true),
                Source), "投递失败后再试", Required: true),
            new("watchdog", new RecordShape(new("minutes", new NumberShape(1, 1_440, "分钟"), "有告知要发、却多久没有发出一条，就报警", Required: true), Source), "看门", Required: true),
            new("batch", new RecordShape(
                new("recipients", new NumberShape(1, 1_000, "人"), "一次网关调用最多带几个人", Required: true),
                new("workers", new NumberShape(1, 16, "路"), "同时几路投递", Required: true),
                new("wait_seconds", new NumberShape(1, 300, "秒"), "一次投递最多等多久", Required: true),
                Source), "成批投递", Required: true),
            new("answer_link", new RecordShape(new("days", new NumberShape(1, 90, "天"), "邮件和短信里“知道了”链接有效几天", Required: true), Source), "回执链接", Required: true),
            new("subscriptions", new RecordShape(
                new("confirm_days", new NumberShape(1, 30, "天"), "确认链接有效几天；到期没有确认的，邮箱销毁", Required: true),
                new("again_minutes", new NumberShape(1, 1_440, "分钟"), "同一邮箱同一内容多久之内不再发确认邮件", Required: true),
                new("asks_per_hour", new NumberShape(1, 100_000, "封"), "全站每小时最多发几封确认邮件", Required: true),
                Source), "公众邮件订阅；不填，或者没有填 email 和 address，则不开通"),
            new("email", new RecordShape(
                new("host", new TextShape(), "SMTP 服务器", Required: true),
                new("port", new NumberShape(1, 65_535), "端口", Required: true),
                new("security", new ChoiceShape(new Dictionary<string, string> { ["tls"] = "一开始就加密", ["starttls"] = "连上后加密", ["none"] = "不加密，只用于本机" }), "加密", Required: true),
                new("from", new TextShape(), "发件地址", Required: true),
                new("user", new TextShape(), "登录名；口令不在这里，见 docs/notices.md"),
                Source), "电子邮件；不填则不发"),
            new("webhook", new RecordShape(
                new("url", new TextShape(@"https://\S+|http://(localhost|127\.0\.0\.1)(:[0-9]+)?(/\S*)?", "https 地址（本机以外只能是 https）"), "网关地址", Required: true), Source), "短信或工作群网关；不填则不发"),
            new("address", new TextShape(@"https://\S+[^/]|http://(localhost|127\.0\.0\.1)(:[0-9]+)?", "本站地址，如 https://gongbao.example.gov.cn，末尾不带斜线"), "邮件和短信里的链接从哪里开始；不填则不带链接"))),
        new("notice_people", "告知对象", new MapShape(new RecordShape(
            new("name", new TextShape(), "如 单位负责人", Required: true),
            new("of", new ChoiceShape(new Dictionary<string, string> { ["units"] = "各责任单位的人", ["city"] = "全市的人" }), "在哪个范围里找", Required: true),
            new("verb", new ReferenceShape("verbs", "动作"), "有哪项权限的人；不填则由提出告知的系统指定"),
            new("source", new TextShape(), "依据")))),
        new(Ladders, "告知阶梯", new MapShape(new RecordShape(
            new("name", new TextShape(), "如 任务完成期限", Required: true),
            new("kind", new ChoiceShape(new Dictionary<string, string> { ["days"] = "按离期限的天数", ["answers"] = "按多少分钟没有回应" }), "按什么一级一级告知", Required: true),
            new("at", new TextShape(Clock, ClockSays), "一天中几点告知（按天数的填）"),
            new("day_off", DayOff, "到期前和到期当天的告知遇到休息日怎么办（按天数的填）"),
            new("late_day_off", DayOffLate, "逾期后的告知遇到休息日怎么办（按天数的填）"),
            new("says", new RecordShape(
                new("before", new TextShape(), "之前怎么说，{days} 是离期限的天数（按天数的填）", Required: true),
                new("on", new TextShape(), "当天怎么说", Required: true),
                new("after", new TextShape(), "之后怎么说，{days} 是过了几天", Required: true)), "告知开头的话（按天数的填）"),
            new("rungs", new MapShape(new RecordShape(
                new("days", new NumberShape(-366, 3_660, "天"), "离期限几天：-7 是前 7 天，0 是当天，3 是逾期第 3 天（按天数的填）"),
                new("every", new NumberShape(1, 366, "天"), "以后每几天（分钟）再告知一次；不填则只告知一次"),
                new("minutes", new NumberShape(0, 43_200, "分钟"), "从开始等回应起几分钟还没有回应（按回应的填）"),
                new("who", new ListShape(new ReferenceShape("notice_people", "告知对象")), "告知谁", Required: true),
                new("channels", new ListShape(Channels), "按顺序用哪些渠道：站内收件箱之外，用第一个能送到这个人的", Required: true),
                new("urgent", new FlagShape(), "true：不受免打扰时段和合并的限制"),
                new("source", new TextShape(), "依据"))), "各级", Required: true),
            Source))),
    ];

    /// <summary>Mail that is not encrypted may not leave the machine: what it says, and the password of the server, could be read on the way.</summary>
    public static void CheckChannels(DeclaredMap notices, ShapeCheck check)
    {
        var email = notices.Map("email");
        if (email.Text("security") == "none" && email.Text("host") is not ("localhost" or "127.0.0.1"))
            check.Report(email.Place, "邮件服务器不在本机，security 却是 none：邮件和口令会以明文传送。", "请把 security 改为 tls 或 starttls。");
    }

    /// <summary>Mistakes that no single field shows.</summary>
    public static void Check(DeclaredMap ladders, ShapeCheck check)
    {
        foreach (var (_, ladder) in ladders.Things())
        {
            var isDays = ladder.Text("kind") == "days";
            foreach (var field in (string[])["at", "day_off", "late_day_off", "says"])
                if (isDays && ladder[field] is null)
                    check.Report(ladder.Place, $"按天数的阶梯缺少“{field}”。", $"请补上一行 {field}。");
            foreach (var (id, rung) in ladder.Map("rungs").Things())
                if (rung[isDays ? "days" : "minutes"] is null)
                    check.Report(rung.Place, $"第“{id}”级缺少“{(isDays ? "days" : "minutes")}”。", $"请补上一行 {(isDays ? "days：离期限几天" : "minutes：开始等回应后几分钟")}。");
        }
    }
}
