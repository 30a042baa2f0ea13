using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Handover;

/// <summary>A handover with its list.</summary>
internal sealed record HandoverView(StoredHandover Handover, IReadOnlyList<StoredHandoverLine> Lines)
{
    public Seen Seen => new(Handover.Id, Handover.Revision);

    /// <summary>The lines of one kind.</summary>
    public IReadOnlyList<StoredHandoverLine> Of(HandoverLineKind kind) => [.. Lines.Where(l => l.Kind == kind)];
}

/// <summary>What the pages of handovers and deputies ask.</summary>
internal sealed class HandoverDesk(LedgerDb db, IServiceProvider services)
{
    private const int MostListed = 50;

    /// <summary>The accounts of a unit; empty where nobody keeps accounts.</summary>
    public async Task<IReadOnlyList<UnitAccount>> AccountsAsync(string unit, CancellationToken stop) =>
        services.GetService(typeof(Deputies)) is Deputies deputies ? await deputies.AccountsAsync(unit, stop) : [];

    /// <summary>Who stands in for whom on a day and after it.</summary>
    public async Task<IReadOnlyList<Deputyship>> DeputiesAsync(string unit, DateOnly on, CancellationToken stop) =>
        services.GetService(typeof(Deputies)) is Deputies deputies ? await deputies.OfAsync(unit, on, stop) : [];

    /// <summary>The handovers of a unit, the newest first.</summary>
    public Task<List<StoredHandover>> OfUnitAsync(string unit, CancellationToken stop) => db.Handovers.Where(h => h.Unit == unit).OrderByDescending(h => h.Id).Take(MostListed).ToListAsync(stop);

    /// <summary>A handover for whoever may see it: the two between whom it is, and those who may say who does the work of the unit.</summary>
    /// <returns>Null where there is none for this actor.</returns>
    public async Task<HandoverView?> FindAsync(Guid id, Actor by, CancellationToken stop)
    {
        if (await db.Handovers.FirstOrDefaultAsync(h => h.Id == id, stop) is not { } handover) return null;
        if (by.Id != handover.Leaver && by.Id != handover.Successor && UnitAccess.VerbOf(by, handover.Unit) is null) return null;
        return new(handover, await db.HandoverLines.Where(l => l.HandoverId == id).OrderBy(l => l.Ordinal).ToListAsync(stop));
    }

    /// <summary>The posts that answer for measures of open shares of a unit now.</summary>
    public async Task<IReadOnlyList<string>> PostsAsync(string unit, CancellationToken stop)
    {
        var lines = await OpenWork.OfAsync(db, new()
        {
            Id = default, Unit = unit, Leaver = default, Successor = default, Reason = "", OldPost = null, NewPost = null, MadeOn = default, MadeAt = default, MadeBy = "",
        }, stop);
        return [.. lines.Select(l => l.Owner).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }
}
