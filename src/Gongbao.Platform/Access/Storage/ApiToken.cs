using Gongbao.Platform.Store;

namespace Gongbao.Platform.Access.Storage;

/// <summary>
/// A token with which a program of an account's holder uses the API (接口令牌). It gives at most what the holder's roles give at that moment.
/// </summary>
internal sealed class ApiToken
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>What its holder calls the program.</summary>
    public required string Name { get; init; }

    /// <summary>The part by which it is found, shown in lists.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole token.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Verbs, one space between.</summary>
    public required string Verbs { get; init; }

    public required ScopeKind ScopeKind { get; init; }

    public required string ScopeId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The first instant at which it no longer counts.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null while it counts.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>To the hour; null when never used.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public ActorId ActorId => new($"client:{Id:N}");
}
