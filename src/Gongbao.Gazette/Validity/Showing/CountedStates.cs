using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>
/// How many documents are in each state on a day. Search keeps the states of all documents in the process and changes them in the unit that
/// changes a document: they are counted there, and counted again only when the index has changed.
/// </summary>
internal sealed class CountedStates(GazetteDb db, SearchFacts facts, CountedDays days)
{
    /// <param name="day">The day.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<IReadOnlyDictionary<ValidityState, int>> OfAsync(DateOnly day, CancellationToken stop)
    {
        await using var reading = await db.AtOneMomentAsync(stop);
        var state = await SearchState.ReadAsync(db, stop);
        // While the index is being built for the first time it does not hold all.
        if (state.Building is not null) return await SlowlyAsync(day, stop);
        var index = new IndexReader(db, state, facts);
        // A changed document takes a new number; one that is withdrawn only leaves its row.
        var moment = new IndexMoment(state.NextId, state.Current, state.Generation, (await index.IdsAsync(new($"select cast(count(*) as integer) from gazette_search_document_{state.Current}"), stop))[0]);
        if (days.Find(moment, day) is { } known) return known;
        var counts = moment.Rows == 0 ? await SlowlyAsync(day, stop) : FactCounts.ByState(await index.AllAsync(new(int.MaxValue, f => f.Dated <= day.DayNumber), stop), day.DayNumber);
        days.Keep(moment, day, counts);
        return counts;
    }

    /// <summary>From the documents themselves.</summary>
    internal async Task<IReadOnlyDictionary<ValidityState, int>> SlowlyAsync(DateOnly day, CancellationToken stop)
    {
        var timelines = await db.Documents.Shown(day).GroupBy(d => d.Validity).Select(g => new { Timeline = g.Key, Count = g.Count() }).ToListAsync(stop);
        var counts = new Dictionary<ValidityState, int>();
        foreach (var timeline in timelines)
            if (ValidityTimeline.Parse(timeline.Timeline).At(day) is { } state) counts[state] = counts.GetValueOrDefault(state) + timeline.Count;
        return counts;
    }
}

/// <summary>What tells that the index is the same as before.</summary>
internal readonly record struct IndexMoment(int NextId, int Set, int Generation, int Rows);

/// <summary>What was counted last, by day, as long as the index stays the same. One for the process; safe for use from many threads.</summary>
internal sealed class CountedDays
{
    private const int MostDays = 64;
    private volatile Kept _kept = new(default, []);

    public IReadOnlyDictionary<ValidityState, int>? Find(IndexMoment moment, DateOnly day) => _kept is var kept && kept.Moment == moment ? kept.Days.GetValueOrDefault(day) : null;

    public void Keep(IndexMoment moment, DateOnly day, IReadOnlyDictionary<ValidityState, int> counts)
    {
        var kept = _kept;
        var before = kept.Moment == moment && kept.Days.Count < MostDays ? kept.Days : [];
        _kept = new(moment, new(before) { [day] = counts });
    }

    private sealed record Kept(IndexMoment Moment, Dictionary<DateOnly, IReadOnlyDictionary<ValidityState, int>> Days);
}
