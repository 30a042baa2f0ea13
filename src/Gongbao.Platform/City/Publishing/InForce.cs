using Gongbao.Platform.City.Publishing.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.City.Publishing;

/// <summary>Which declaration counts at an instant: of each section or thing the last to take effect, and of two that took effect together the later act.</summary>
internal static class InForce
{
    public static async Task<Dictionary<(string Section, string Thing), string>> OnAsync(DeclarationsDb db, DateTimeOffset instant, CancellationToken stop)
    {
        var published = await db.Publications.AsNoTracking().Where(p => p.EffectiveAt <= instant).ToListAsync(stop);
        return published
            .GroupBy(p => (p.Section, p.Thing))
            .Select(g => g.OrderBy(p => p.EffectiveAt).ThenBy(p => p.Act).Last())
            .Where(p => p.Hash is not null)
            .ToDictionary(p => (p.Section, p.Thing), p => p.Hash!);
    }
}
