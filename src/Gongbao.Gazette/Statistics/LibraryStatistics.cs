using System.Text.Json.Serialization;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Statistics;

/// <summary>The library in numbers (文库统计), as of a day.</summary>
/// <param name="Day">The day: documents made later are not counted, and states are those of this day.</param>
/// <param name="Documents">How many documents there were.</param>
/// <param name="Divisions">How they divide, by one facet each.</param>
/// <param name="MostCited">Documents that most others cite, most first; at most <see cref="LibraryStatistics.MostListed"/>.</param>
internal sealed record StatisticsView(DateOnly Day, int Documents, IReadOnlyList<StatisticsDivision> Divisions, IReadOnlyList<CitedOften> MostCited);

/// <summary>How the documents divide by one facet.</summary>
/// <param name="Key">The facet, as search calls it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Values">All values: years in their order, the rest by how many documents have them, most first. A document may have several.</param>
/// <param name="Without">How many documents have none that is known.</param>
internal sealed record StatisticsDivision(string Key, string Name, IReadOnlyList<StatisticsValue> Values, int Without)
{
    private const int Named = 3;

    /// <summary>通知 12 份、意见 3 份、批复 1 份等 5 种: the values that most documents have, of years the latest.</summary>
    public string InWords()
    {
        var first = (Key == "year" ? Values.Reverse() : Values).Take(Named).Select(v => $"{v.Value}{(Key == "year" ? "年" : "")} {ChineseFormat.Number(v.Documents)} 份").ToList();
        if (first.Count == 0) return "没有标明";
        return string.Join('、', first) + (Values.Count > first.Count ? $"等 {ChineseFormat.Number(Values.Count)} 个" : "");
    }
}

/// <summary>How many documents have a value.</summary>
internal sealed record StatisticsValue(string Value, int Documents);

/// <summary>A document that others cite.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Title">Its title with the issuers before it.</param>
/// <param name="Number">Its number; null where none is printed.</param>
/// <param name="Citing">How many other documents cite it.</param>
internal sealed record CitedOften(string Slug, [property: JsonPropertyName("full_title")] string Title, string? Number, int Citing);

/// <summary>Counts over the whole library, by the same facts that search counts what it finds by.</summary>
internal sealed class LibraryStatistics(GazetteDb db, SearchFacts facts, AsOf asOf)
{
    public const int MostListed = 20;

    public async Task<StatisticsView> ReadAsync(CancellationToken stop)
    {
        await using var moment = await db.AtOneMomentAsync(stop);
        var day = asOf.Day.DayNumber;
        var index = new IndexReader(db, await SearchState.ReadAsync(db, stop), facts);
        var documents = await index.AllAsync(new(int.MaxValue, f => f.States.At(day) is not null), stop);
        return new(asOf.Day, documents.Count, [.. Facet.Shown.Select(f => f == Facet.Validity ? States(documents, day) : Division(documents, f))], await MostCitedAsync(stop));
    }

    private static StatisticsDivision Division(List<SearchFact> documents, Facet facet)
    {
        var counts = FactCounts.ByValue(documents, facet.Key, out var without);
        var ordered = facet.Key == "year" ? counts.OrderBy(c => c.Key, StringComparer.Ordinal) : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal);
        return new(facet.Key, facet.Name, [.. ordered.Select(c => new StatisticsValue(c.Key, c.Value))], without);
    }

    private static StatisticsDivision States(List<SearchFact> documents, int day)
    {
        var counts = FactCounts.ByState(documents, day);
        return new(
            Facet.Validity.Key, Facet.Validity.Name,
            [.. ValidityWords.All.Where(s => s is not ValidityState.Unknown && counts.ContainsKey(s)).Select(s => new StatisticsValue(ValidityWords.Of(s), counts[s]))],
            counts.GetValueOrDefault(ValidityState.Unknown));
    }

    private async Task<IReadOnlyList<CitedOften>> MostCitedAsync(CancellationToken stop)
    {
        var last = asOf.Day;
        var cited = await (from c in db.Citations
                           where c.ToDocumentId != null && c.ToDocumentId != c.FromDocumentId
                           join f in db.Documents on c.FromDocumentId equals f.Id
                           where !f.IsWithdrawn && (f.DatedOn == null || f.DatedOn <= last)
                           group c.FromDocumentId by c.ToDocumentId!.Value into g
                           select new { Id = g.Key, Citing = g.Distinct().Count() }).OrderByDescending(g => g.Citing).ThenBy(g => g.Id).Take(MostListed).ToListAsync(stop);
        var ids = cited.ConvertAll(c => c.Id);
        var named = await db.Documents.Where(d => ids.Contains(d.Id) && !d.IsWithdrawn).ToDictionaryAsync(d => d.Id, d => new { d.Slug, d.Issuers, d.Title, d.Number }, stop);
        return [.. cited.Where(c => named.ContainsKey(c.Id)).Select(c => (named[c.Id], c.Citing)).Select(c => new CitedOften(c.Item1.Slug, FullTitle.Of(c.Item1.Issuers, c.Item1.Title), c.Item1.Number, c.Citing))];
    }
}
