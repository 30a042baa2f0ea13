using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Query;

/// <summary>Offers numbers, titles and organisations while somebody types (输入提示): those that begin with it, then those that hold it.</summary>
internal sealed class TypeAhead(GazetteDb db, SearchFacts facts, Organisations organisations)
{
    public const int Most = 8;
    private const int MostOrganisations = 3;

    /// <summary>A document that was amended has a row for each of its wordings.</summary>
    private const int Asked = 3 * Most;

    public async Task<IReadOnlyList<SearchSuggestion>> OfferAsync(string typed, CancellationToken stop)
    {
        var form = SearchForm.Of(typed.Length <= SearchQuery.Longest ? typed : typed[..SearchQuery.Longest]);
        if (form.Length == 0) return [];
        await using var moment = await db.AtOneMomentAsync(stop);
        var state = await SearchState.ReadAsync(db, stop);
        var index = new IndexReader(db, state, facts);
        var names = await index.NamesFromAsync(form, Asked, stop);
        var number = NumberForms.Read(typed);
        if (number is not null) names.InsertRange(0, (await index.NamedAsync(SearchForm.Of(number.Normalised), stop)).Select(f => (form, f.Id)));
        var ids = names.Select(n => n.Id).ToList();
        if (ids.Count < Most) ids.AddRange((await index.MatchHeadAsync(form, Asked, stop)).Select(f => f.Id));

        var offered = organisations.Named(form).Take(MostOrganisations).Select(o => new SearchSuggestion(o, "机关", "/search?q=" + Uri.EscapeDataString(o))).ToList();
        if (ids.Count == 0) return offered;
        var rows = (await index.KeptAsync([.. ids.Distinct()], stop)).DistinctBy(r => r.DocumentId).Take(Most).ToArray();
        var documents = Array.ConvertAll(rows, r => r.DocumentId);
        var stored = await db.Documents.Where(d => documents.Contains(d.Id)).Select(d => new { d.Id, d.Slug, d.Number, d.Issuers, d.Title }).ToDictionaryAsync(d => d.Id, stop);
        foreach (var row in rows)
        {
            if (!stored.TryGetValue(row.DocumentId, out var d)) continue;
            var isNumber = d.Number is not null && (number is not null || row.Head.AsSpan(0, row.Head.IndexOf('\n')).Contains(form, StringComparison.Ordinal));
            offered.Add(new(isNumber ? d.Number! : FullTitle.Of(d.Issuers, d.Title), isNumber ? "文号" : "标题", "/d/" + Uri.EscapeDataString(d.Slug)));
        }
        return [.. offered.DistinctBy(o => (o.Text, o.Href)).Take(Most)];
    }
}
