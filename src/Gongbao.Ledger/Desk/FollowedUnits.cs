using Gongbao.Contracts.Gazette;
using Gongbao.Ledger.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Desk;

/// <summary>Units whose public progress somebody wants to follow (订阅单位的进展): those that have a share in the ledger.</summary>
internal sealed class FollowedUnits(LedgerDb db, LedgerDesk desk) : IFollowed
{
    private const string Kind = "unit:";

    /// <summary>The page on which a unit is followed.</summary>
    public static string AddressOf(string unit) => "/subscribe?to=" + Uri.EscapeDataString(Kind + unit);

    public async Task<FollowedThing?> FindAsync(string target, CancellationToken stop) =>
        target.StartsWith(Kind, StringComparison.Ordinal) && target[Kind.Length..] is var unit && await db.Assignments.AnyAsync(a => a.Unit == unit, stop)
            ? new(target, $"{desk.NameOf(unit)}公开的进展", $"/ledger/units/{unit}") : null;
}
