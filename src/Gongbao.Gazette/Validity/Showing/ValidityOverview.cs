using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>How many documents are in a state.</summary>
internal sealed record StateCount(string State, string StateName, int Documents);

/// <summary>A document whose term runs out.</summary>
internal sealed record ExpiringDocument(string Slug, string Title, string? Number, DateOnly ExpiresOn, int Days)
{
    public string Href => "/d/" + Uri.EscapeDataString(Slug);
}

/// <summary>The library's validity at a glance, as of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Documents">How many documents there were.</param>
/// <param name="States">How many in each state; those with none are left out.</param>
/// <param name="Expiring">Those in force whose term ends within the longest of the asked spans, soonest first.</param>
/// <param name="ExpiringCount">How many there are, whether listed or not.</param>
/// <param name="Waiting">How many claims nobody has decided yet.</param>
internal sealed record ValidityOverviewView(DateOnly Day, int Documents, IReadOnlyList<StateCount> States, IReadOnlyList<ExpiringDocument> Expiring, int ExpiringCount, int Waiting);

/// <summary>Counts states and foretells expiry (期满预告) over the whole library.</summary>
internal sealed class ValidityOverview(GazetteDb db, AsOf asOf)
{
    /// <summary>The spans in which people ask what will lapse, in days.</summary>
    public static IReadOnlyList<int> Spans { get; } = [30, 90, 180];

    private const int MostListed = 500;

    public async Task<ValidityOverviewView> ReadAsync(CancellationToken stop)
    {
        var day = asOf.Day;
        // Documents of the same days share a timeline: each is read once.
        var timelines = await db.Documents.Where(d => !d.IsWithdrawn && (d.DatedOn == null || d.DatedOn <= day)).GroupBy(d => d.Validity)
            .Select(g => new { Timeline = g.Key, Count = g.Count() }).ToListAsync(stop);
        var counts = new Dictionary<ValidityState, int>();
        foreach (var timeline in timelines)
            if (ValidityTimeline.Parse(timeline.Timeline).At(day) is { } state) counts[state] = counts.GetValueOrDefault(state) + timeline.Count;

        var last = DateOnly.FromDayNumber(Math.Min(day.DayNumber + Spans[^1], DateOnly.MaxValue.DayNumber));
        var ending = db.Documents.Where(d => !d.IsWithdrawn && d.ExpiresOn != null && d.ExpiresOn >= day && d.ExpiresOn <= last && (d.DatedOn == null || d.DatedOn <= day));
        var rows = await ending.OrderBy(d => d.ExpiresOn).ThenBy(d => d.Slug).Take(MostListed)
            .Select(d => new { d.Slug, d.Issuers, d.Title, d.Number, d.ExpiresOn, d.Validity }).ToListAsync(stop);
        return new(
            day, counts.Values.Sum(), [.. ValidityWords.All.Where(counts.ContainsKey).Select(s => new StateCount(ValidityWords.Code(s), ValidityWords.Of(s), counts[s]))],
            [
                .. rows.Where(r => ValidityTimeline.Parse(r.Validity).At(day) is { } state && !state.HasEnded())
                    .Select(r => new ExpiringDocument(r.Slug, FullTitle.Of(r.Issuers, r.Title), r.Number, r.ExpiresOn!.Value, r.ExpiresOn.Value.DayNumber - day.DayNumber)),
            ],
            await ending.CountAsync(stop), await db.Claims.CountAsync(c => c.State == Storage.ClaimState.Open && !c.IsGone, stop));
    }
}
