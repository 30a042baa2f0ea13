namespace Gongbao.Platform.Access.Declarations;

/// <summary>What a city declares about access: rules of passwords and sessions, verbs, roles, reasons, and the made-up people of the demo.</summary>
/// <source>GB/T 22239-2019 8.1.4.1 and 8.1.4.2 ask for the rules; their numbers are the city's</source>
public sealed record AccessDeclarations
{
    /// <summary>The city's name, such as 达州市: authenticator programs show it.</summary>
    public required string City { get; init; }

    /// <summary>Of each unit that has one, the unit directly above it, by directory id.</summary>
    public required IReadOnlyDictionary<string, string> Superiors { get; init; }

    public required PasswordRules Passwords { get; init; }

    public required LockoutRule Lockout { get; init; }

    public required SignInRateRule SignInRate { get; init; }

    /// <summary>Minutes without a request after which a session ends.</summary>
    public required int SessionIdleMinutes { get; init; }

    /// <summary>Hours for which a one-time link (a first administrator's, or for a new password) can be opened.</summary>
    public required int LinkHours { get; init; }

    /// <summary>The longest life of an API token, in days.</summary>
    public required int TokenDays { get; init; }

    /// <summary>Verbs by id (<c>gazette.review</c>) with their Chinese names.</summary>
    public required IReadOnlyDictionary<string, string> Verbs { get; init; }

    public required IReadOnlyDictionary<string, RoleDeclaration> Roles { get; init; }

    /// <summary>Why a personal field may be shown whole: id and Chinese name.</summary>
    public required IReadOnlyDictionary<string, string> RevealReasons { get; init; }

    /// <summary>The demo's people, by account name.</summary>
    public required IReadOnlyDictionary<string, DemoPerson> DemoPeople { get; init; }

    /// <summary>The role that the first account receives.</summary>
    public const string AdministratorRole = "administrator";
}

/// <summary>What a password must be.</summary>
/// <param name="MinLength">Characters, at least 8.</param>
/// <param name="AdministratorMinLength">Characters for whoever may manage accounts.</param>
/// <param name="Kinds">How many of: capital letters, small letters, digits, other characters.</param>
/// <param name="History">How many former passwords, besides the present one, are not taken again.</param>
public sealed record PasswordRules(int MinLength, int AdministratorMinLength, int Kinds, int History);

/// <summary>When wrong passwords or codes close an account for a while.</summary>
/// <param name="Attempts">Wrong ones in a row.</param>
/// <param name="Minutes">For how long.</param>
public sealed record LockoutRule(int Attempts, int Minutes);

/// <summary>How many attempts to sign in that were not right are judged in a span of time, whatever the names and the outcome.</summary>
/// <param name="Minutes">The span, from its first attempt on.</param>
/// <param name="PerAccount">For one account name.</param>
/// <param name="PerAddress">From one network address.</param>
public sealed record SignInRateRule(int Minutes, int PerAccount, int PerAddress);

/// <summary>A role (角色): verbs, on a scope that is chosen when the role is given.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Verbs">Declared verbs.</param>
/// <param name="Scopes">On what it can be given.</param>
/// <param name="NeedsSecondFactor">True where it gives nothing in a session that was opened without the second factor.</param>
public sealed record RoleDeclaration(string Id, string Name, IReadOnlySet<string> Verbs, IReadOnlySet<ScopeKind> Scopes, bool NeedsSecondFactor);

/// <summary>A made-up person of the demo.</summary>
/// <param name="Name">What the bar shows, with the unit where there is one.</param>
/// <param name="Role">The role that this person has.</param>
/// <param name="Scope">On what: the unit that the city declares, else the whole city.</param>
public sealed record DemoPerson(string Name, string Role, AccessScope Scope);
