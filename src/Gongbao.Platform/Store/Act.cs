using System.Security.Cryptography;

namespace Gongbao.Platform.Store;

/// <summary>Who acts: <c>account:…</c>, <c>client:…</c> or <c>system:…</c>; an id, never a name.</summary>
public readonly record struct ActorId(string Value)
{
    /// <summary>The program itself, acting on its own clock or start.</summary>
    public static ActorId System(string part) => new("system:" + part);

    public override string ToString() => Value;
}

/// <summary>
/// What is being done, as the journal will say it. Carries ids and words of the program only, never personal values:
/// journal entries cannot be erased.
/// </summary>
/// <param name="By">Who acts.</param>
/// <param name="Verb">What is done, <c>room.verb</c>, the same word that access rules use.</param>
/// <param name="Subject">On what, <c>kind:id</c>.</param>
public sealed record Act(ActorId By, string Verb, string Subject)
{
    /// <summary>For whom the actor stands in; null when acting for oneself.</summary>
    public ActorId? OnBehalfOf { get; init; }

    /// <summary>The clause that orders or allows the act, as <c>ClauseRef</c> prints it; null where none does.</summary>
    public string? Clause { get; init; }

    /// <summary>Set by <see cref="Once"/>: the caller's key for this request; null when a repeat is a new act.</summary>
    public string? IdempotencyKey { get; private init; }

    internal byte[]? RequestDigest { get; private init; }

    /// <summary>Set by <see cref="AsChunk"/>.</summary>
    internal bool IsChunk { get; private init; }

    /// <summary>
    /// The same act as one chunk of a long run that keeps a list of what it changes (分批办理): done, it makes no journal entry of its own. The run's last unit makes
    /// the one entry, with the digest of that list in what it writes; a run that was broken off is taken up and ended again. Refused or failed, a chunk is journalled as any act.
    /// </summary>
    public Act AsChunk() => this with { IsChunk = true };

    /// <summary>
    /// The same act, done at most once a key and actor: a repeat with the same request is given the first answer,
    /// a repeat with another request is refused as <c>store.key-reused</c>.
    /// </summary>
    /// <param name="key">The caller's key, 1 to 200 characters.</param>
    /// <param name="request">The request in any canonical form; only its digest is kept.</param>
    /// <exception cref="ArgumentException">The key is empty or too long.</exception>
    public Act Once(string key, ReadOnlySpan<byte> request)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, 200, nameof(key));
        return this with { IdempotencyKey = key, RequestDigest = SHA256.HashData(request) };
    }
}
