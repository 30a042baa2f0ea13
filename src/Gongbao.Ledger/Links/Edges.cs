using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Links;

/// <summary>One obligation waits for another, or is the same task as it.</summary>
/// <param name="From">The obligation that has the act.</param>
/// <param name="To">The other one.</param>
/// <param name="Kind">What the newest act between the two says.</param>
internal sealed record Edge(Guid From, Guid To, ActKind Kind);

/// <summary>How obligations hang together: what the newest acts between each two say.</summary>
internal static class Edges
{
    /// <summary>Who waits for whom (前置任务); what was removed is left out.</summary>
    /// <param name="acts">Acts of whatever kind.</param>
    /// <param name="on">Only what was so on this day; null for now.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<IReadOnlyList<Edge>> AwaitedAsync(IQueryable<StoredAct> acts, DateOnly? on, CancellationToken stop) =>
        [.. (await NewestAsync(acts.Where(a => a.Kind == ActKind.AwaitSet || a.Kind == ActKind.AwaitRemoved), on, stop)).Where(e => e.Kind is ActKind.AwaitSet)];

    /// <summary>What was decided of pairs of alike obligations; each pair stands twice, once from either side.</summary>
    public static Task<IReadOnlyList<Edge>> DecidedAsync(IQueryable<StoredAct> acts, CancellationToken stop) =>
        NewestAsync(acts.Where(a => a.Kind == ActKind.SameTask || a.Kind == ActKind.NotSameTask), null, stop);

    /// <summary>The way from one obligation to another along what waits for what, both included; empty where there is none.</summary>
    public static IReadOnlyList<Guid> Path(IReadOnlyList<Edge> edges, Guid from, Guid to)
    {
        var next = edges.ToLookup(e => e.From, e => e.To);
        var came = new Dictionary<Guid, Guid> { [from] = from };
        var open = new Queue<Guid>([from]);
        while (open.TryDequeue(out var at) && !came.ContainsKey(to))
            foreach (var one in next[at])
                if (came.TryAdd(one, at)) open.Enqueue(one);
        if (!came.ContainsKey(to)) return [];
        var path = new List<Guid> { to };
        while (path[^1] != from) path.Add(came[path[^1]]);
        path.Reverse();
        return path;
    }

    private static async Task<IReadOnlyList<Edge>> NewestAsync(IQueryable<StoredAct> acts, DateOnly? on, CancellationToken stop)
    {
        var rows = await acts.Where(a => a.Other != null && (on == null || a.On <= on)).OrderBy(a => a.Number).Select(a => new { a.ObligationId, a.Other, a.Kind }).ToListAsync(stop);
        return [.. rows.GroupBy(r => (r.ObligationId, r.Other)).Select(g => new Edge(g.Key.ObligationId, g.Key.Other!.Value, g.Last().Kind))];
    }
}
