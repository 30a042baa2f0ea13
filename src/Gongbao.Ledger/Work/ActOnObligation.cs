using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;

namespace Gongbao.Ledger.Work;

/// <summary>How every use case acts on one obligation: as it was seen, in one unit of work, under its clause.</summary>
internal sealed class ActOnObligation(Writer writer, IServiceProvider services)
{
    /// <param name="seen">The obligation, as it was seen; null where nothing that can be one was sent.</param>
    /// <param name="verb">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="act">Does it, or refuses.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The obligation's id. Refusals: those of the act, <c>ledger.not-declared</c>, <c>ledger.no-such-obligation</c>, <c>ledger.changed-meanwhile</c>.
    /// </returns>
    public Task<Result<Guid>> HandleAsync(Seen? seen, string verb, Actor by, Func<OpenObligation, LedgerRules, CityDeclarations, UnitOfWork, Refusal?> act, CancellationToken stop) =>
        HandleAsync(seen, verb, by, (open, rules, city, unit, _) => Task.FromResult(act(open, rules, city, unit)), stop);

    /// <summary>As the other, where the act keeps something beside the obligation.</summary>
    public async Task<Result<Guid>> HandleAsync(Seen? seen, string verb, Actor by, Func<OpenObligation, LedgerRules, CityDeclarations, UnitOfWork, CancellationToken, Task<Refusal?>> act, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        if (seen is not { } known) return new Refusal("ledger.no-such-obligation", "没有认出要办理哪一项任务；请从台账页面上办理。");
        return await writer.DoAsync<Guid>(new Act(by.ActorId, verb, $"obligation:{known.Id:N}"), async (unit, inner) =>
        {
            if ((await OpenObligation.TakeAsync(unit, known, inner)).IsRefused(out var against, out var open)) return against;
            if (open.Clause is { } clause) unit.Under(clause);
            return await act(open, declared.Rules, declared.City, unit, inner) is { } no ? no : known.Id;
        }, stop);
    }
}
