using Gongbao.Notices.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Subscriptions;

/// <summary>Those who follow one of several things (订阅人), as a watch writes it: one target a line; a star at the end stands for all that begins so.</summary>
internal static class Audience
{
    /// <summary>As whom followers are told, where others have the id of declared people.</summary>
    public const string People = "subscriber";

    /// <summary>As whom followers are shown.</summary>
    public const string Name = "订阅人";

    private const char All = '*';

    public static string Of(IEnumerable<string> targets) => string.Join('\n', targets);

    /// <summary>Confirmed subscriptions, one for each address.</summary>
    public static async Task<IReadOnlyList<Guid>> FindAsync(NoticesDb db, string audience, CancellationToken stop)
    {
        var targets = audience.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var exact = targets.Where(t => !t.EndsWith(All)).ToArray();
        var found = await Confirmed(db).Where(s => exact.Contains(s.Target)).Select(s => new { s.Id, s.EmailMark }).ToListAsync(stop);
        foreach (var prefix in targets.Where(t => t.EndsWith(All)).Select(t => t.TrimEnd(All)))
            found.AddRange(await Confirmed(db).Where(s => s.Target.StartsWith(prefix)).Select(s => new { s.Id, s.EmailMark }).ToListAsync(stop));
        return [.. found.OrderBy(s => s.Id).DistinctBy(s => s.EmailMark).Select(s => s.Id)];
    }

    private static IQueryable<Subscription> Confirmed(NoticesDb db) => db.Subscriptions.AsNoTracking().Where(s => s.ConfirmedAt != null);
}
