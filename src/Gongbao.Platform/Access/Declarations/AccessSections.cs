using Gongbao.Platform.City;
using Gongbao.Platform.City.Sections;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.Access.Declarations;

/// <summary>The sections of the city's declarations that say who may do what, and what programs make of them.</summary>
internal static class AccessSections
{
    private const string Rules = "access";
    private const string Verbs = "verbs";
    private const string Roles = "roles";
    private const string Reasons = "reveal_reasons";
    private const string People = "demo_people";

    private static readonly Field Source = new("source", new TextShape(), "依据");

    private static readonly Dictionary<string, (ScopeKind Kind, string Says)> ScopeWords = new(StringComparer.Ordinal)
    {
        ["city"] = (ScopeKind.City, "全市"),
        ["unit"] = (ScopeKind.Unit, "一个单位"),
        ["region"] = (ScopeKind.Region, "一个地区及其下辖地区"),
        ["post"] = (ScopeKind.Post, "一个岗位"),
    };

    public static IReadOnlyList<SectionShape> Shapes { get; } =
    [
        new(Rules, "口令、会话与令牌", new RecordShape(
            new("passwords", new RecordShape(
                new("min_length", new NumberShape(8, 128, "个字符"), "口令最短长度", Required: true),
                new("administrator_min_length", new NumberShape(8, 128, "个字符"), "管理账户者的口令最短长度", Required: true),
                new("kinds", new NumberShape(1, 4, "类"), "大写字母、小写字母、数字、其他字符四类中至少几类", Required: true),
                new("history", new NumberShape(0, 24, "次"), "除现用口令外，最近几次用过的口令不能再用", Required: true),
                Source), "口令", Required: true),
            new("lockout", new RecordShape(
                new("attempts", new NumberShape(1, 100, "次"), "连续输错几次锁定", Required: true),
                new("minutes", new NumberShape(1, 1440, "分钟"), "锁定多久", Required: true),
                Source), "锁定", Required: true),
            new("sign_in_rate", new RecordShape(
                new("minutes", new NumberShape(1, 1440, "分钟"), "从第一次失败起算多久", Required: true),
                new("per_account", new NumberShape(1, 1_000, "次"), "同一账户名最多失败几次", Required: true),
                new("per_address", new NumberShape(1, 100_000, "次"), "同一网络地址最多失败几次", Required: true),
                Source), "登录限流", Required: true),
            new("session", new RecordShape(
                new("idle_minutes", new NumberShape(1, 1440, "分钟"), "无操作多久后退出", Required: true),
                Source), "会话", Required: true),
            new("links", new RecordShape(new("hours", new NumberShape(1, 168, "小时"), "一次性链接有效多久", Required: true), Source), "一次性链接", Required: true),
            new("tokens", new RecordShape(new("days", new NumberShape(1, 3650, "天"), "接口令牌最长有效多久", Required: true), Source), "接口令牌", Required: true))),
        new(Verbs, "权限动作", new MapShape(
            new RecordShape(new Field("name", new TextShape(), "中文名", Required: true)), "[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*", "“模块.动作”形式的编号（如 gazette.review）")),
        new(Roles, "角色", new MapShape(new RecordShape(
            new("name", new TextShape(), "中文名", Required: true),
            new("verbs", new ListShape(new ReferenceShape(Verbs, "动作")), "可做的动作", Required: true),
            new("scopes", new ListShape(new ChoiceShape(ScopeWords.ToDictionary(w => w.Key, w => w.Value.Says))), "可授予的范围；不填为全市"),
            new("second_factor", new FlagShape(), "true：登录时用了动态口令才有效"),
            Source))),
        new(Reasons, "查看完整个人信息的理由", new MapShape(new RecordShape(new Field("name", new TextShape(), "中文名", Required: true)))),
        new(People, "演示人员（虚构）", new MapShape(new RecordShape(
            new("name", new TextShape(), "显示的姓名", Required: true),
            new("role", new ReferenceShape(Roles, "角色"), "角色", Required: true),
            new("unit", new ReferenceShape(UnitsSection.Name, "单位"), "是哪个单位的人；不填为全市")))),
    ];

    /// <exception cref="InvalidDataException">The city declares no rules of access, or no role of administrator.</exception>
    public static AccessDeclarations Read(CityDeclarations city)
    {
        var rules = city.Section(Rules);
        if (rules.Entries.Count == 0) throw new InvalidDataException("城市声明中没有 access（口令、会话与令牌）一节。");
        var roles = city.Section(Roles).Things().ToDictionary(r => r.Id, r => RoleOf(r.Id, r.Thing), StringComparer.Ordinal);
        if (!roles.ContainsKey(AccessDeclarations.AdministratorRole)) throw new InvalidDataException($"城市声明中没有角色 {AccessDeclarations.AdministratorRole}（系统管理员）。");
        return new()
        {
            City = city.Name,
            Superiors = city.Directory.Units.Where(u => u.Parent is not null).ToDictionary(u => u.Id, u => u.Parent!, StringComparer.Ordinal),
            Passwords = new(Number(rules, "passwords", "min_length"), Number(rules, "passwords", "administrator_min_length"), Number(rules, "passwords", "kinds"), Number(rules, "passwords", "history")),
            Lockout = new(Number(rules, "lockout", "attempts"), Number(rules, "lockout", "minutes")),
            SignInRate = new(Number(rules, "sign_in_rate", "minutes"), Number(rules, "sign_in_rate", "per_account"), Number(rules, "sign_in_rate", "per_address")),
            SessionIdleMinutes = Number(rules, "session", "idle_minutes"),
            LinkHours = Number(rules, "links", "hours"),
            TokenDays = Number(rules, "tokens", "days"),
            Verbs = Names(city.Section(Verbs)),
            Roles = roles,
            RevealReasons = Names(city.Section(Reasons)),
            DemoPeople = city.Section(People).Things().ToDictionary(p => p.Id, p => PersonOf(p.Thing, city), StringComparer.Ordinal),
        };
    }

    /// <summary>Whoever is of a unit is shown with the name that documents print of it first.</summary>
    private static DemoPerson PersonOf(DeclaredMap person, CityDeclarations city)
    {
        var (name, role) = (person.RequiredText("name"), person.RequiredText("role"));
        if (person.Text("unit") is not { } id) return new(name, role, AccessScope.City);
        var unit = city.Directory.Find(id)!;
        return new($"{name}（{(unit.Names is [var first, ..] ? first : unit.FullName)}）", role, new(ScopeKind.Unit, id));
    }

    private static RoleDeclaration RoleOf(string id, DeclaredMap role)
    {
        var scopes = role.Texts("scopes").Select(s => ScopeWords[s].Kind).ToHashSet();
        return new(id, role.RequiredText("name"), role.Texts("verbs").ToHashSet(StringComparer.Ordinal), scopes.Count > 0 ? scopes : [ScopeKind.City], role.Flag("second_factor"));
    }

    private static Dictionary<string, string> Names(DeclaredMap things) =>
        things.Things().ToDictionary(t => t.Id, t => t.Thing.RequiredText("name"), StringComparer.Ordinal);

    private static int Number(DeclaredMap rules, string part, string name) => rules.Map(part).Number(name)
        ?? throw new InvalidDataException($"城市声明中没有 access.{part}.{name}。");
}
