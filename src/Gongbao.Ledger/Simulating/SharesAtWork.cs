using Gongbao.Ledger.Storage;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Simulating;

/// <summary>Reads what people of a simulation look at, in an order that is the same in every run.</summary>
internal static class SharesAtWork
{
    /// <summary>Shares of which something is owed, with their obligations as they are now.</summary>
    public static async Task<IReadOnlyList<(StoredAssignment Share, Seen Seen)>> OpenAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
        var rows = await (from s in db.Assignments.AsNoTracking()
                          join o in db.Obligations.AsNoTracking() on s.ObligationId equals o.Id
                          join p in db.Programmes.AsNoTracking() on o.ProgrammeId equals p.Id
                          where !s.IsSettled
                          orderby p.Slug, s.Position
                          select new { Share = s, o.Revision }).ToListAsync(stop);
        return [.. rows.Select(r => (r.Share, new Seen(r.Share.ObligationId, r.Revision)))];
    }

    /// <summary>An obligation as it is at this moment.</summary>
    public static async Task<Seen> SeenAsync(IServiceProvider services, Guid obligation, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return new(obligation, await scope.ServiceProvider.GetRequiredService<LedgerDb>().Obligations.Where(o => o.Id == obligation).Select(o => o.Revision).SingleAsync(stop));
    }
}
