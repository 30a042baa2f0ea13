using System.Text.Json.Serialization;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>How many documents are in a state.</summary>
internal sealed record StateCount(string State, string StateName, int Documents);

/// <summary>A document whose term runs out.</summary>
internal sealed record ExpiringDocument(string Slug, [property: JsonPropertyName("full_title")] string Title, string? Number, DateOnly ExpiresOn, int Days)
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
internal sealed record ValidityOverviewView(DateOnly Day, int Documents, IReadOnlyList<StateCount> States, IReadOnlyList<ExpiringDocument> Expiring, int ExpiringCount, int Waiting)
{
    /// <summary>A whole sentence on what the library did not know at the instant that was asked for; null where it knew documents.</summary>
    public string? NotKnown { get; init; }
}

/// <summary>Counts states and foretells expiry (期满预告) over the whole library.</summary>
internal sealed class ValidityOverview(GazetteDb db, AsOf asOf, CountedStates counted)
{
    /// <summary>The spans in which people ask what will lapse, in days.</summary>
    public static IReadOnlyList<int> Spans { get; } = [30, 90, 180];

    private const int MostListed = 500;

    /// <summary>The same as it was known at an instant: documents that came later are not in it, and what was found out later does not count.</summary>
    /// <param name="known">The instant.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<ValidityOverviewView> ReadAsync(DateTimeOffset known, CancellationToken stop)
    {
        var day = asOf.Day;
        var rows = (await db.Documents.Shown(day)
            .Select(d => new { d.Id, d.Slug, d.Issuers, d.Title, d.Number, d.DatedOn, d.Validity, d.KnownSince }).ToListAsync(stop)).Where(d => (d.KnownSince ?? StoredDocument.MadeAt(d.Id)) <= known).ToList();
        // Only where something was decided after the instant do the states that stand now tell nothing of it.
        var later = (await db.ClaimDecisions.Where(d => d.At > known && d.TargetDocumentId != null).Select(d => d.TargetDocumentId!.Value).Distinct().ToListAsync(stop)).ToHashSet();
        var changed = await EventsAsync([.. rows.Where(d => later.Contains(d.Id)).Select(d => d.Id)], known, stop);
        var timelines = rows.Select(d => (Document: d, Timeline: later.Contains(d.Id) ? ValidityTimeline.Of(d.DatedOn, [.. changed[d.Id]]) : ValidityTimeline.Parse(d.Validity))).ToList();
        var counts = timelines.Select(t => t.Timeline.At(day)).OfType<ValidityState>().CountBy(s => s).ToDictionary();
        var ending = timelines.Where(t => t.Timeline.ExpiresOn is { } ends && ends >= day && ends <= day.AddDays(Spans[^1])).OrderBy(t => t.Timeline.ExpiresOn).ThenBy(t => t.Document.Slug, StringComparer.Ordinal).ToList();
        return new(
            day, counts.Values.Sum(), States(counts),
            [.. ending.Take(MostListed).Select(t => new ExpiringDocument(t.Document.Slug, FullTitle.Of(t.Document.Issuers, t.Document.Title), t.Document.Number, t.Timeline.ExpiresOn!.Value, t.Timeline.ExpiresOn.Value.DayNumber - day.DayNumber))],
            ending.Count, 0)
        {
            NotKnown = rows.Count == 0 ? $"{ChineseFormat.Instant(known)}时文库里还没有一份文件，所以没有效力可说。" : null,
        };
    }

    /// <summary>What counted of documents at an instant.</summary>
    private async Task<ILookup<Guid, ValidityEvent>> EventsAsync(IReadOnlyList<Guid> documents, DateTimeOffset known, CancellationToken stop)
    {
        var events = new List<(Guid Document, ValidityEvent Event)>();
        foreach (var some in documents.Chunk(400))
        {
            // A claim may have been about another document when it was decided before.
            var claims = await db.ClaimDecisions.Where(d => d.TargetDocumentId != null && some.Contains(d.TargetDocumentId.Value)).Select(d => d.ClaimId).Distinct().ToListAsync(stop);
            foreach (var few in claims.Chunk(400))
            {
                var stored = await db.Claims.AsNoTracking().Where(c => few.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
                foreach (var decisions in (await db.ClaimDecisions.AsNoTracking().Where(d => few.Contains(d.ClaimId) && d.At <= known).ToListAsync(stop)).GroupBy(d => d.ClaimId))
                {
                    var claim = stored[decisions.Key];
                    decisions.OrderBy(d => d.At).ThenBy(d => d.Id).Last().Put(claim);
                    if (claim is { TargetDocumentId: { } target, Event: { } holds } && some.Contains(target)) events.Add((target, holds));
                }
            }
        }
        return events.ToLookup(e => e.Document, e => e.Event);
    }

    private static IReadOnlyList<StateCount> States(IReadOnlyDictionary<ValidityState, int> counts) =>
        [.. ValidityWords.All.Where(counts.ContainsKey).Select(s => new StateCount(ValidityWords.Code(s), ValidityWords.Of(s), counts[s]))];

    public async Task<ValidityOverviewView> ReadAsync(CancellationToken stop)
    {
        var day = asOf.Day;
        var counts = await counted.OfAsync(day, stop);

        var last = DateOnly.FromDayNumber(Math.Min(day.DayNumber + Spans[^1], DateOnly.MaxValue.DayNumber));
        var ending = db.Documents.Shown(day).Where(d => d.ExpiresOn != null && d.ExpiresOn >= day && d.ExpiresOn <= last);
        var rows = await ending.OrderBy(d => d.ExpiresOn).ThenBy(d => d.Slug).Take(MostListed)
            .Select(d => new { d.Slug, d.Issuers, d.Title, d.Number, d.ExpiresOn, d.Validity }).ToListAsync(stop);
        return new(
            day, counts.Values.Sum(), States(counts),
            [
                .. rows.Where(r => ValidityTimeline.Parse(r.Validity).At(day) is { } state && !state.HasEnded())
                    .Select(r => new ExpiringDocument(r.Slug, FullTitle.Of(r.Issuers, r.Title), r.Number, r.ExpiresOn!.Value, r.ExpiresOn.Value.DayNumber - day.DayNumber)),
            ],
            await ending.CountAsync(stop), await db.Claims.CountAsync(c => c.State == ClaimState.Open && !c.IsGone, stop));
    }
}
