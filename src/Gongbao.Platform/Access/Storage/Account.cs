using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Store;

namespace Gongbao.Platform.Access.Storage;

/// <summary>
/// An account (账户): one person who signs in. Never deleted, because the journal names it; whoever leaves is closed.
/// </summary>
internal sealed class Account : IRevised
{
    /// <summary>The person's name: sealed under the account's own data key.</summary>
    public static ProtectedField DisplayNameField { get; } = new("access_account", "sealed_display_name", FieldClass.Personal, MaskKind.Name);

    /// <summary>The second factor's secret: sealed, and never shown again.</summary>
    public static ProtectedField TotpField { get; } = new("access_account", "sealed_totp_secret", FieldClass.Secret, MaskKind.Whole);

    /// <summary>Where mail for the person goes: sealed, shown masked.</summary>
    public static ProtectedField EmailField { get; } = new("access_account", "sealed_email", FieldClass.Personal, MaskKind.Email);

    /// <summary>Where text messages for the person go: sealed, shown masked.</summary>
    public static ProtectedField MobileField { get; } = new("access_account", "sealed_mobile", FieldClass.Personal, MaskKind.Phone);

    public required Guid Id { get; init; }

    /// <summary>What is typed at sign-in. A work name (<c>zhangsan</c> is no secret, yet it stays out of journal and logs).</summary>
    public required string Name { get; set; }

    /// <summary>The name in the form that is compared: width and letter case make no difference. Unique.</summary>
    public string LookupName { get; set; } = "";

    /// <summary>Null where the person gave none, or it was erased.</summary>
    public string? SealedDisplayName { get; set; }

    /// <summary>Null where the person gave none.</summary>
    public string? SealedEmail { get; set; }

    /// <summary>Null where the person gave none.</summary>
    public string? SealedMobile { get; set; }

    /// <summary>Null where no password was set yet, and in the demo.</summary>
    public string? PasswordHash { get; set; }

    public DateTimeOffset? PasswordChangedAt { get; set; }

    /// <summary>Changes with the password, the second factor and "sign out everywhere": sessions that carry another one end.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Wrong passwords or codes in a row; an attempt is counted before it is judged, so that many at once are all counted.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>Null when open.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Null where the second factor is not set up.</summary>
    public string? SealedTotpSecret { get; set; }

    /// <summary>The step of the last code that was taken; an earlier or equal one is a replay.</summary>
    public long LastTotpStep { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while in use.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>One of the demo's made-up people: signs in by the demo's bar and nowhere else.</summary>
    public bool IsDemo { get; init; }

    public DateTimeOffset? LastSignedInAt { get; set; }

    public long Revision { get; private set; }

    /// <summary>Not stored: set while the first administrator's account is being made, before it has the role.</summary>
    public bool WillAdminister { get; init; }

    /// <summary>The subject of its data key, and its name in the journal.</summary>
    public string Subject => SubjectOf(Id);

    public ActorId ActorId => new(Subject);

    public static string SubjectOf(Guid id) => $"account:{id:N}";

    public bool IsLockedAt(DateTimeOffset now) => LockedUntil > now;
}

/// <summary>A role given to an account.</summary>
internal sealed class AccountRole
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Id of a declared role; one that is no longer declared gives nothing.</summary>
    public required string Role { get; init; }

    public required ScopeKind ScopeKind { get; init; }

    public required string ScopeId { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Null while it holds.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>The first legal day on which it holds; null where it holds at once.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last legal day on which it holds, inclusive; null where it holds until it is taken back.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whoever is absent and stood in for (代办), by account id; null for a role of one's own.</summary>
    public Guid? DeputyFor { get; init; }
}

/// <summary>A code that stands in for the second factor once (恢复码).</summary>
internal sealed class RecoveryCode
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Null while it can be used.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A password that an account no longer has (历史口令), kept so that it is not taken again. Only as many as the rule looks back on.</summary>
internal sealed class FormerPassword
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>As the account had it: a slow, salted hash.</summary>
    public required string Hash { get; init; }

    /// <summary>When another one took its place.</summary>
    public required DateTimeOffset ReplacedAt { get; init; }
}

/// <summary>A link that opens once (一次性链接): to make the first administrator, or to set an account's password.</summary>
internal sealed class OneTimeLink
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret part of the link.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Whose password it sets; null for the first administrator, whose account it makes.</summary>
    public Guid? AccountId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The first instant at which it no longer opens.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null while it can be used; a newer link of the same kind also ends it.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
