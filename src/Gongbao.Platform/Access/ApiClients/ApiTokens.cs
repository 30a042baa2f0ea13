using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.ApiClients;

/// <summary>A token in its holder's list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">What the holder calls the program.</param>
/// <param name="Prefix">How the token begins.</param>
/// <param name="Verbs">Chinese names of what it may do.</param>
/// <param name="Scope">On what.</param>
/// <param name="ExpiresAt">The first instant at which it no longer counts, UTC.</param>
/// <param name="LastUsedAt">To the hour, UTC; null for never.</param>
/// <param name="IsInForce">False when revoked or expired.</param>
public sealed record TokenLine(Guid Id, string Name, string Prefix, IReadOnlyList<string> Verbs, AccessScope Scope, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, bool IsInForce);

/// <summary>A token that was made now; it is kept as a hash only and not shown again.</summary>
/// <param name="Token">The whole token.</param>
public sealed record NewToken(string Token);

/// <summary>
/// API tokens (接口令牌) for a holder's programs: some of the holder's verbs, on one scope, for a time. A token never gives more than its holder's
/// roles give at the moment of use.
/// </summary>
public sealed class ApiTokens
{
    /// <summary>The verb it takes to have tokens, and for them to count.</summary>
    public const string Verb = "access.use-tokens";

    internal const string Start = "gb_";
    internal const int PrefixCharacters = 8;
    internal const int SecretCharacters = 40;

    private readonly AccessDb _db;
    private readonly Writer _writer;
    private readonly StoredActors _actors;
    private readonly TimeProvider _time;
    private readonly AccessDeclarations _declared;

    internal ApiTokens(AccessDb db, Writer writer, StoredActors actors, TimeProvider time, AccessDeclarations declared) =>
        (_db, _writer, _actors, _time, _declared) = (db, writer, actors, time, declared);

    /// <summary>Verbs that this holder's tokens can have, with their Chinese names.</summary>
    public IReadOnlyList<(string Verb, string Name)> VerbsOf(Actor holder) => [.. _declared.Verbs.Where(v => holder.May(v.Key)).Select(v => (v.Key, v.Value))];

    /// <summary>The longest life of a token.</summary>
    public int LongestDays => _declared.TokenDays;

    /// <summary>Makes a token.</summary>
    /// <param name="holder">Whose.</param>
    /// <param name="name">What the holder calls the program, 1 to 60 characters.</param>
    /// <param name="verbs">At least one, all of them the holder's.</param>
    /// <param name="scope">On what; the holder must have each verb there.</param>
    /// <param name="days">How long it counts, from now.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Refused: <c>access.not-allowed</c>, <c>access.token-name</c>, <c>access.token-verbs</c>, <c>access.scope-wrong</c>, <c>access.token-days</c>.</returns>
    public async Task<Result<NewToken>> IssueAsync(Actor holder, string name, IReadOnlyCollection<string> verbs, AccessScope scope, int days, CancellationToken stop)
    {
        var prefix = Start + OneTimeSecret.Make(PrefixCharacters);
        var token = $"{prefix}_{OneTimeSecret.Make(SecretCharacters)}";
        var id = Guid.CreateVersion7(_time.GetUtcNow());
        var made = await _writer.DoAsync<bool>(new Act(holder.ActorId, "access.issue-token", $"client:{id:N}"), (unit, _) =>
        {
            if (WhyNot(holder, name, verbs, scope, days) is { } refusal) return Task.FromResult<Result<bool>>(refusal);
            unit.Db<AccessDb>().Tokens.Add(new()
            {
                Id = id,
                AccountId = holder.Id,
                Name = name.Trim(),
                Prefix = prefix,
                Hash = OneTimeSecret.Hash(token),
                Verbs = string.Join(' ', verbs.Order(StringComparer.Ordinal)),
                ScopeKind = scope.Kind,
                ScopeId = scope.Id,
                MadeAt = unit.At,
                ExpiresAt = unit.At.AddDays(days),
            });
            return Task.FromResult<Result<bool>>(true);
        }, stop);
        return made.IsRefused(out var no, out _) ? no : new NewToken(token);
    }

    /// <summary>The holder's tokens, newest first.</summary>
    public async Task<IReadOnlyList<TokenLine>> ListAsync(Actor holder, CancellationToken stop)
    {
        var now = _time.GetUtcNow();
        return
        [
            .. (await _db.Tokens.Where(t => t.AccountId == holder.Id).OrderByDescending(t => t.MadeAt).ToListAsync(stop)).Select(t => new TokenLine(
                t.Id, t.Name, t.Prefix, [.. t.Verbs.Split(' ').Select(v => _declared.Verbs.GetValueOrDefault(v) ?? v)],
                new(t.ScopeKind, t.ScopeId), t.ExpiresAt, t.LastUsedAt, t.RevokedAt is null && t.ExpiresAt > now)),
        ];
    }

    /// <summary>Ends a token of the holder at once.</summary>
    /// <returns>Refused: <c>access.no-such-token</c>.</returns>
    public Task<Result<bool>> RevokeAsync(Actor holder, Guid token, CancellationToken stop) =>
        _writer.DoAsync<bool>(new Act(holder.ActorId, "access.revoke-token", $"client:{token:N}"), async (unit, unitStop) =>
        {
            if (await unit.Db<AccessDb>().Tokens.FirstOrDefaultAsync(t => t.Id == token && t.AccountId == holder.Id, unitStop) is not { } row)
                return new Refusal("access.no-such-token", "没有这个令牌。");
            row.RevokedAt ??= unit.At;
            return true;
        }, stop);

    /// <summary>Who a presented token stands for.</summary>
    /// <returns>Null when it is unknown, wrong, revoked or expired, or its holder may no longer have tokens.</returns>
    internal async Task<Actor?> FindAsync(string presented, CancellationToken stop)
    {
        if (!presented.StartsWith(Start, StringComparison.Ordinal) || presented.Length != Start.Length + PrefixCharacters + 1 + SecretCharacters) return null;
        var prefix = presented[..(Start.Length + PrefixCharacters)];
        if (await _db.Tokens.FirstOrDefaultAsync(t => t.Prefix == prefix, stop) is not { } token || !OneTimeSecret.Matches(presented, token.Hash)) return null;
        var now = _time.GetUtcNow();
        if (token.RevokedAt is not null || token.ExpiresAt <= now) return null;
        if (!await _db.Accounts.AnyAsync(a => a.Id == token.AccountId && a.ClosedAt == null, stop)) return null;

        var holds = await _actors.GrantsAsync(_db, token.AccountId, stop);
        if (!holds.Any(g => g.Verbs.Contains(Verb))) return null;
        await NoteUseAsync(token, now, stop);
        var verbs = token.Verbs.Split(' ');
        return new(token.Id, ActorKind.ApiClient, token.Name, [.. holds.Select(g => g with { Verbs = g.Verbs.Intersect(verbs).ToHashSet(StringComparer.Ordinal) })])
        {
            Within = new(token.ScopeKind, token.ScopeId),
            Superiors = _declared.Superiors,
        };
    }

    /// <summary>Once an hour is enough, and a busy store is no reason to turn the program away.</summary>
    private async Task NoteUseAsync(ApiToken token, DateTimeOffset now, CancellationToken stop)
    {
        if (token.LastUsedAt is { } last && now - last < TimeSpan.FromHours(1)) return;
        await _writer.DoAsync<bool>(new Act(token.ActorId, "access.use-token", $"client:{token.Id:N}"), async (unit, unitStop) =>
        {
            (await unit.Db<AccessDb>().Tokens.SingleAsync(t => t.Id == token.Id, unitStop)).LastUsedAt = unit.At;
            return true;
        }, stop);
    }

    private Refusal? WhyNot(Actor holder, string name, IReadOnlyCollection<string> verbs, AccessScope scope, int days)
    {
        if (holder.Kind is not ActorKind.Account || !holder.May(Verb)) return AccessRefusals.NotAllowed;
        if (name.Trim().Length is 0 or > 60) return new Refusal("access.token-name", "请写明令牌给哪个程序使用（不超过 60 字）。");
        if (scope.Kind is ScopeKind.City != (scope.Id.Length == 0)) return new Refusal("access.scope-wrong", "请写明令牌的范围：选全市时不填编号，选单位、地区或岗位时填写它的编号。");
        if (verbs.Count == 0 || verbs.Any(v => !_declared.Verbs.ContainsKey(v) || !MayOn(holder, v, scope)))
            return new Refusal("access.token-verbs", "请选择令牌可做的动作；只能选您在该范围内有权做的。");
        return days < 1 || days > _declared.TokenDays ? new Refusal("access.token-days", $"令牌的有效期应为 1 至 {_declared.TokenDays} 天。") : null;
    }

    private static bool MayOn(Actor holder, string verb, AccessScope scope) => scope.Kind switch
    {
        ScopeKind.City => holder.Grants.Any(g => g.Scope.Kind is ScopeKind.City && g.Verbs.Contains(verb)),
        ScopeKind.Unit => holder.May(verb, new(Unit: scope.Id)),
        ScopeKind.Region => holder.May(verb, new(Region: scope.Id)),
        ScopeKind.Post => holder.May(verb, new(Post: scope.Id)),
    };
}
