using Gongbao.Kernel.Time;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>Tells who may do something (权限的持有人): whom to tell of what a unit owes. Accounts that are closed are left out; whoever stands in for somebody is among them as long as that lasts.</summary>
public sealed class VerbHolders
{
    private readonly AccessDb _db;
    private readonly AccessDeclarations _declared;
    private readonly AccessOptions _options;
    private readonly CityClock _clock;

    internal VerbHolders(AccessDb db, AccessDeclarations declared, AccessOptions options, CityClock clock) => (_db, _declared, _options, _clock) = (db, declared, options, clock);

    /// <param name="verb">A declared verb.</param>
    /// <param name="units">Directory ids of the units that will be asked about.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<HolderSet> OfAsync(string verb, IReadOnlyCollection<string> units, CancellationToken stop)
    {
        var roles = _declared.Roles.Values.Where(r => r.Verbs.Contains(verb)).Select(r => r.Id).ToArray();
        var scopes = units.SelectMany(AtAndAbove).Distinct().ToArray();
        var withDemo = _options.IsDemo;
        var found = await (from role in _db.Roles.AsNoTracking().HoldingOn(_clock.Today)
                           join account in _db.Accounts.AsNoTracking() on role.AccountId equals account.Id
                           where role.TakenAt == null && roles.Contains(role.Role) && account.ClosedAt == null && (withDemo || !account.IsDemo)
                               && (role.ScopeKind == ScopeKind.City || (role.ScopeKind == ScopeKind.Unit && scopes.Contains(role.ScopeId)))
                           orderby role.AccountId
                           select new { role.AccountId, role.ScopeKind, role.ScopeId }).ToListAsync(stop);
        return new(
            [.. found.Where(f => f.ScopeKind is ScopeKind.City).Select(f => f.AccountId).Distinct()],
            found.Where(f => f.ScopeKind is ScopeKind.Unit).GroupBy(f => f.ScopeId).ToDictionary(g => g.Key, g => (IReadOnlyList<Guid>)[.. g.Select(f => f.AccountId).Distinct()], StringComparer.Ordinal),
            AtAndAbove);
    }

    private IEnumerable<string> AtAndAbove(string unit)
    {
        var at = unit;
        // So many steps at most: a mistake in the directory may have made a circle of it.
        for (var steps = 0; at is not null && steps < 32; steps++, at = _declared.Superiors.GetValueOrDefault(at)) yield return at;
    }
}

/// <summary>Who may do one thing, by where.</summary>
public sealed class HolderSet
{
    private readonly Dictionary<string, IReadOnlyList<Guid>> _byUnit;
    private readonly Func<string, IEnumerable<string>> _atAndAbove;

    internal HolderSet(IReadOnlyList<Guid> city, Dictionary<string, IReadOnlyList<Guid>> byUnit, Func<string, IEnumerable<string>> atAndAbove) =>
        (City, _byUnit, _atAndAbove) = (city, byUnit, atAndAbove);

    /// <summary>Ids of the accounts that may in the whole city.</summary>
    public IReadOnlyList<Guid> City { get; }

    /// <summary>Ids of the accounts that may for a unit and stand nearest to it: its own; where it has none, those of the unit above it, and so on up to the city's.</summary>
    public IReadOnlyList<Guid> NearestTo(string unit) => _atAndAbove(unit).Select(u => _byUnit.GetValueOrDefault(u)).FirstOrDefault(a => a is not null) ?? City;
}
