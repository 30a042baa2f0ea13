using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Work;

/// <summary>Accepts what a document orders into the ledger (纳入台账): one obligation, several, or all that are not in it yet.</summary>
internal sealed class AcceptProposals(Writer writer, IServiceProvider services)
{
    /// <param name="document">The document's part of the address.</param>
    /// <param name="keys">Keys of the proposals; null for all.</param>
    /// <param name="by">Who accepts.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// How many were accepted. Refusals: <c>ledger.not-allowed</c> (of a token for one unit), <c>ledger.not-declared</c>, <c>ledger.no-such-document</c>, <c>ledger.nothing</c> (none chosen, or none left),
    /// <c>ledger.no-such-proposal</c>, <c>ledger.already-accepted</c>, and those of <see cref="ILegalBasis"/>.
    /// </returns>
    public async Task<Result<int>> HandleAsync(string document, IReadOnlyList<string>? keys, Actor by, CancellationToken stop)
    {
        if (!by.May(LedgerRules.ManageVerb, default)) return new Refusal("ledger.not-allowed", "纳入台账涉及全市的单位，只在一个单位内有效的权限不能办理；请用全市范围的角色或者令牌。");
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        var (city, rules) = declared;
        ProposedWork? work;
        await using (var scope = services.CreateAsyncScope()) work = await scope.ServiceProvider.GetRequiredService<IProposedObligations>().OfAsync(document, stop);
        if (work is null) return new Refusal("ledger.no-such-document", "文库里没有这份文件；请从文件目录里选择。");
        if (await AgainstAsync(work.Document.Slug, stop) is { } against) return against;
        return await writer.DoAsync(new Act(by.ActorId, LedgerRules.ManageVerb, $"programme:{work.Document.Slug}"), (unit, inner) => AcceptAsync(work, keys, city, rules, unit, inner), stop);
    }

    /// <summary>A document that is not published or not in force orders nothing: the gazette's own check says why. Null where nothing stands against it.</summary>
    private async Task<Refusal?> AgainstAsync(string document, CancellationToken stop)
    {
        if (!ClauseRef.TryParseSlug(document, out var clause)) return null;
        await using var scope = services.CreateAsyncScope();
        var basis = await scope.ServiceProvider.GetRequiredService<ILegalBasis>().FindAsync(clause, scope.ServiceProvider.GetRequiredService<CityClock>().Today, stop);
        return basis.IsRefused(out var refusal, out _) ? refusal : null;
    }

    private static async Task<Result<int>> AcceptAsync(ProposedWork work, IReadOnlyList<string>? keys, CityDeclarations city, LedgerRules rules, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<LedgerDb>();
        var slug = work.Document.Slug;
        var programme = await db.Programmes.FirstOrDefaultAsync(p => p.Slug == slug, stop);
        var have = programme is null ? [] : (await db.Obligations.Where(o => o.ProgrammeId == programme.Id && o.Proposal != null).Select(o => o.Proposal!).ToListAsync(stop)).ToHashSet();
        var chosen = work.Obligations.Select((o, i) => (Proposal: o, Ordinal: i + 1)).Where(p => keys is null ? !have.Contains(p.Proposal.Key) : keys.Contains(p.Proposal.Key)).ToList();
        if (keys?.FirstOrDefault(k => work.Obligations.All(o => o.Key != k)) is { Length: > 0 }) return new Refusal("ledger.no-such-proposal", "其中一项已经不在文件里，可能刚刚重新审读过；请刷新后再选。");
        if (chosen.Count == 0) return new Refusal("ledger.nothing", keys is null ? "这份文件的任务都已经纳入台账。" : "没有选中任何一项；请先勾选。");
        if (chosen.FirstOrDefault(p => have.Contains(p.Proposal.Key)).Proposal is { } twice) return new Refusal("ledger.already-accepted", $"“{Short(twice.Task)}”已经在台账里，没有再次纳入；请刷新后再选。");

        programme ??= await TakeIn.ProgrammeAsync(unit, work.Document, stop);
        TakeIn.Tell(unit, [.. chosen.Select(c => Accept(c.Proposal, c.Ordinal, programme, city, rules, unit))]);
        return chosen.Count;
    }

    private static OpenObligation Accept(ProposedObligation proposal, int ordinal, StoredProgramme programme, CityDeclarations city, LedgerRules rules, UnitOfWork unit)
    {
        var obligation = new StoredObligation
        {
            Id = Guid.CreateVersion7(), ProgrammeId = programme.Id, Ordinal = ordinal, Proposal = proposal.Key, Place = proposal.Place, PlaceName = proposal.PlaceName, Measure = proposal.Measure, Group = proposal.Group,
            Task = proposal.Task, Output = proposal.Output, Units = NamedUnits.Printed(proposal), Limit = proposal.Limit, OwedSince = programme.SignedOn ?? unit.LegalAt.BeijingDate(),
        };
        return TakeIn.Add(unit, obligation, programme, NamedUnits.Of(proposal, city.Directory, obligation.OwedSince), rules, city);
    }

    private static string Short(string task) => task.Length > 30 ? task[..30] + "……" : task;
}
