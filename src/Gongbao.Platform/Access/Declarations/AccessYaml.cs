using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Gongbao.Platform.Access.Declarations;

/// <summary>Reads the <c>access</c> section of the city's declarations.</summary>
internal static class AccessYaml
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithEnforceRequiredMembers()
        .Build();

    /// <exception cref="InvalidDataException">Something is missing, unknown or out of range; the message names it, in Chinese.</exception>
    public static AccessDeclarations Parse(string yaml)
    {
        Section section;
        try
        {
            section = Yaml.Deserialize<Root>(yaml)?.Access ?? throw Wrong("缺少 access 一节");
        }
        catch (YamlException cause)
        {
            throw new InvalidDataException($"权限声明第 {cause.Start.Line} 行第 {cause.Start.Column} 列有误：{cause.InnerException?.Message ?? cause.Message}", cause);
        }

        Check(section);
        return new()
        {
            Passwords = new(section.Passwords.MinLength, section.Passwords.AdministratorMinLength, section.Passwords.Kinds),
            Lockout = new(section.Lockout.Attempts, section.Lockout.Minutes),
            SessionIdleMinutes = section.Session.IdleMinutes,
            LinkHours = section.Links.Hours,
            TokenDays = section.Tokens.Days,
            Verbs = section.Verbs,
            RevealReasons = section.RevealReasons,
            Roles = section.Roles.ToDictionary(r => r.Key, r => new RoleDeclaration(
                r.Key, r.Value.Name, r.Value.Verbs.ToHashSet(), r.Value.Scopes.Select(ScopeOf).ToHashSet(), r.Value.SecondFactor)),
            DemoPeople = section.DemoPeople.ToDictionary(p => p.Key, p => new DemoPerson(p.Value.Name, p.Value.Role)),
        };
    }

    private static void Check(Section section)
    {
        AtLeast(8, section.Passwords.MinLength, "passwords.min_length");
        AtLeast(section.Passwords.MinLength, section.Passwords.AdministratorMinLength, "passwords.administrator_min_length");
        if (section.Passwords.Kinds is < 1 or > 4) throw Wrong("passwords.kinds 应为 1 至 4");
        AtLeast(1, section.Lockout.Attempts, "lockout.attempts");
        AtLeast(1, section.Lockout.Minutes, "lockout.minutes");
        AtLeast(1, section.Session.IdleMinutes, "session.idle_minutes");
        AtLeast(1, section.Links.Hours, "links.hours");
        AtLeast(1, section.Tokens.Days, "tokens.days");
        if (!section.Roles.ContainsKey(AccessDeclarations.AdministratorRole)) throw Wrong($"缺少角色 {AccessDeclarations.AdministratorRole}");
        foreach (var (id, role) in section.Roles)
        {
            if (role.Verbs.FirstOrDefault(v => !section.Verbs.ContainsKey(v)) is { } unknown) throw Wrong($"角色 {id} 的动作 {unknown} 没有声明");
            if (role.Scopes.Count == 0) throw Wrong($"角色 {id} 没有写明可用的范围");
        }

        if (section.DemoPeople.FirstOrDefault(p => !section.Roles.ContainsKey(p.Value.Role)) is { Key: { } person })
            throw Wrong($"演示人员 {person} 的角色没有声明");
    }

    private static ScopeKind ScopeOf(string name) => name switch
    {
        "city" => ScopeKind.City,
        "unit" => ScopeKind.Unit,
        "region" => ScopeKind.Region,
        "post" => ScopeKind.Post,
        _ => throw Wrong($"范围 {name} 应为 city、unit、region 或 post"),
    };

    private static void AtLeast(int least, int value, string name)
    {
        if (value < least) throw Wrong($"{name} 不得小于 {least}");
    }

    private static InvalidDataException Wrong(string what) => new($"权限声明有误：{what}。");

    private sealed class Root
    {
        public required Section Access { get; init; }
    }

    private sealed class Section
    {
        public required PasswordSection Passwords { get; init; }
        public required LockoutSection Lockout { get; init; }
        public required SessionSection Session { get; init; }
        public required LinkSection Links { get; init; }
        public required TokenSection Tokens { get; init; }
        public required Dictionary<string, string> Verbs { get; init; }
        public required Dictionary<string, RoleSection> Roles { get; init; }
        public required Dictionary<string, string> RevealReasons { get; init; }
        public Dictionary<string, PersonSection> DemoPeople { get; init; } = [];
    }

    private sealed class PasswordSection
    {
        public required int MinLength { get; init; }
        public required int AdministratorMinLength { get; init; }
        public required int Kinds { get; init; }
        public string? Source { get; init; }
    }

    private sealed class LockoutSection
    {
        public required int Attempts { get; init; }
        public required int Minutes { get; init; }
        public string? Source { get; init; }
    }

    private sealed class SessionSection
    {
        public required int IdleMinutes { get; init; }
        public string? Source { get; init; }
    }

    private sealed class LinkSection
    {
        public required int Hours { get; init; }
        public string? Source { get; init; }
    }

    private sealed class TokenSection
    {
        public required int Days { get; init; }
        public string? Source { get; init; }
    }

    private sealed class RoleSection
    {
        public required string Name { get; init; }
        public required List<string> Verbs { get; init; }
        public List<string> Scopes { get; init; } = ["city"];
        public bool SecondFactor { get; init; }
        public string? Source { get; init; }
    }

    private sealed class PersonSection
    {
        public required string Name { get; init; }
        public required string Role { get; init; }
    }
}
