using Gongbao.Platform.Store;

namespace Gongbao.Platform.Access;

/// <summary>How an actor showed who it is.</summary>
public enum ActorKind
{
    /// <summary>A person with an account and a session (cookie).</summary>
    Account,

    /// <summary>A program with a token.</summary>
    ApiClient,
}

/// <summary>A role that an actor holds, and on what.</summary>
/// <param name="Role">Id of the declared role.</param>
/// <param name="Scope">On what it holds.</param>
/// <param name="Verbs">What it gives.</param>
public sealed record Grant(string Role, AccessScope Scope, IReadOnlySet<string> Verbs)
{
    /// <summary>Whoever is absent and stood in for (代办), by account id; null for a role of the actor's own.</summary>
    public Guid? DeputyFor { get; init; }
}

/// <summary>Whoever acts (行为人): a signed-in account or an API client, with what its roles give it at this moment.</summary>
/// <param name="Id">Stable id of the account or token.</param>
/// <param name="Kind">Account or program.</param>
/// <param name="Name">What the pages call it. Never for the journal or a log.</param>
/// <param name="Grants">Roles with their scopes.</param>
public sealed record Actor(Guid Id, ActorKind Kind, string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>A token's own scope, beyond which it gives nothing whatever its holder may do; the city for an account.</summary>
    public AccessScope Within { get; init; } = AccessScope.City;

    /// <summary>Of each unit that has one, the unit directly above it, so that a role on a unit holds on those under it.</summary>
    public IReadOnlyDictionary<string, string> Superiors { get; init; } = new Dictionary<string, string>();

    /// <summary>What the journal calls it.</summary>
    public ActorId ActorId => new(Kind switch { ActorKind.Account => $"account:{Id:N}", ActorKind.ApiClient => $"client:{Id:N}" });

    /// <summary>For whom the actor stands in when doing this: null where a role of the actor's own gives it, or nothing does.</summary>
    public ActorId? StandsInFor(string verb, AccessTarget target)
    {
        var giving = Grants.Where(g => g.Verbs.Contains(verb) && g.Scope.Covers(target, Superiors)).ToList();
        return giving.Count > 0 && giving.TrueForAll(g => g.DeputyFor is not null) ? new ActorId($"account:{giving[0].DeputyFor!.Value:N}") : null;
    }

    /// <summary>True when some role gives the verb, on whatever scope.</summary>
    public bool May(string verb) => Grants.Any(g => g.Verbs.Contains(verb));

    /// <summary>True when some role gives the verb on a scope that covers the target.</summary>
    public bool May(string verb, AccessTarget target) => Within.Covers(target, Superiors) && Grants.Any(g => g.Verbs.Contains(verb) && g.Scope.Covers(target, Superiors));
}
