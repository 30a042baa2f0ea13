using Gongbao.Contracts.Simulating;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.City;

namespace Gongbao.Ledger.Simulating;

/// <summary>Who acts in a simulation (推演中的人), with what the declared roles give, and what they were refused.</summary>
internal sealed class Cast(CityDeclarations city, SimulatedRefusals refusals)
{
    private readonly AccessDeclarations _declared = AccessSetup.Declared(city);

    public Actor FollowUp(Guid account) => As(account, "follow-up", AccessScope.City);

    public Actor Signer(Guid account) => As(account, "signing-officer", AccessScope.City);

    public Actor Liaison(SimulatedUnit unit) => As(unit.Liaison, "liaison", new(ScopeKind.Unit, unit.Unit));

    /// <inheritdoc cref="SimulatedRefusals.IsDone"/>
    public bool Met<T>(Result<T> result) => refusals.IsDone(result);

    private Actor As(Guid account, string role, AccessScope scope) => new(account, ActorKind.Account, role, [new(role, scope, _declared.Roles[role].Verbs)]) { Superiors = _declared.Superiors };
}
