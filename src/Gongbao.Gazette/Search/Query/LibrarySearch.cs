using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Query;

/// <summary>
/// The search box (搜索): takes what was typed for what it most likely is (a number, a title, an organisation, a place in a document, words)
/// and finds the documents that hold every word of it. Both databases give the same answer in the same order.
/// </summary>
internal sealed class LibrarySearch(GazetteDb db, SearchFacts facts, Organisations organisations)
{
    public const int PageSize = 20;
    private const int MostValues = 50;

    public async Task<SearchView> FindAsync(SearchRequest request, CancellationToken stop)
    {
        var query = SearchQuery.Read(request.Query);
        var filters = FiltersOf(request);
        var on = request.On ?? organisations.Today;
        var view = new SearchView(request.Query, 0, 1, 1, []) { On = on, Filters = filters, Remarks = query.IsCut ? [$"所查的字太多，只按前 {SearchQuery.Longest} 个字查找。"] : [] };
        if (query.Phrases.Count == 0 && filters.Count == 0) return view;

        await using var moment = await db.AtOneMomentAsync(stop);
        var (search, found) = await FindAsync(query, filters, on, stop);
        var index = search.Index;
        query = search.Query;
        List<(SearchFact Fact, int Close)> close = [];
        if (found.Count == 0 && !query.IsQuoted)
        {
            close = query.Number is null ? await search.FindCloseAsync() : await search.FindNumbersAlikeAsync();
            found = close.ConvertAll(c => c.Fact);
            if (close.Count > 0) (query, view) = (query.Number is null ? search.Loosened() : query, view with { IsLoose = true, Remarks = [.. view.Remarks, query.Number is null ? "没有文件一字不差地写有所查的内容；下面的文件写有其中较多的字词，相近的在前。" : "库里没有这个文号；下面的文件年份和序号与它相同，代字不同。"] });
        }
        var isMore = found.Count > SearchView.MostCounted;
        if (isMore) found.RemoveRange(SearchView.MostCounted, found.Count - SearchView.MostCounted);

        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var at = Math.Clamp(request.Page, 1, pages);
        var from = (at - 1) * PageSize;
        var near = from < Ranking.LookedAt ? Ranking.LookedAt : 0;
        var ranked = view.IsLoose ? Ranking.ByCloseness(close, search) : Ranking.ByTier(found, search, query, Math.Max(near, from + PageSize));
        var bodies = await index.TextsAsync([.. ranked.Take(near).Where(r => r.Tier is HitTier.InText).Concat(ranked.Skip(from).Take(PageSize)).Select(r => r.Fact).Distinct()], stop);
        if (near > 0 && !view.IsLoose) Ranking.ByText(ranked, query, bodies);
        var shown = ranked.Skip(from).Take(PageSize).ToList();
        var named = await Named.OfAsync(db, search, stop);
        view = view with { Remarks = [.. view.Remarks, .. named.Remarks] };
        return view with
        {
            Total = ranked.Length,
            IsMore = isMore,
            Page = at,
            Pages = pages,
            Hits = await new FoundPlaces(db, query.Phrases).ShowAsync(shown, bodies, search.StateOf, stop),
            Exact = named.Document,
            ExactClause = named.Clause,
            Facets = await FacetsAsync(search, found, filters, view.IsLoose),
            Remarks = view.IsLoose ? view.Remarks : [.. view.Remarks, .. Remarks(isMore, ranked.Length)],
            Suggestions = named.Candidates.Count > 0 ? named.Candidates : ranked.Length == 0 || view.IsLoose ? [.. await OtherDaysAsync(search, request.Query, filters), .. await new Suggestions(db, index).ForAsync(search.Query, stop)] : [],
        };
    }

    /// <summary>The documents of a search that hold its very words, those that came into the library last first.</summary>
    public async Task<IReadOnlyList<Guid>> ArrivedAsync(SearchRequest request, CancellationToken stop)
    {
        await using var moment = await db.AtOneMomentAsync(stop);
        var filters = FiltersOf(request);
        // A document that bears a later day has come in all the same, unless states of today are asked for.
        var on = request.On ?? (filters.ContainsKey(Facet.Validity.Key) ? organisations.Today : DateOnly.MaxValue);
        var (_, found) = await FindAsync(SearchQuery.Read(request.Query), filters, on, stop);
        return [.. found.Select(f => f.DocumentId).OrderDescending()];
    }

    private static Dictionary<string, string> FiltersOf(SearchRequest request) =>
        Facet.Shown.Where(f => request.Filters.TryGetValue(f.Key, out var value) && value.Length > 0).ToDictionary(f => f.Key, f => request.Filters[f.Key]);

    /// <summary>What matches. What looks like a number that nothing bears or cites is looked for as the words that it is as well.</summary>
    private async Task<(Finding Search, List<SearchFact> Found)> FindAsync(SearchQuery query, Dictionary<string, string> filters, DateOnly on, CancellationToken stop)
    {
        var search = await BeginAsync(query, filters, on, stop);
        var found = await search.FindAsync(filters);
        if (found.Count > 0 || query.AsWords is not { } words) return (search, found);
        var other = await BeginAsync(words, filters, on, stop);
        return await other.FindAsync(filters) is { Count: > 0 } held ? (other, held) : (search, found);
    }

    private async Task<Finding> BeginAsync(SearchQuery query, Dictionary<string, string> filters, DateOnly on, CancellationToken stop)
    {
        var index = new IndexReader(db, await SearchState.ReadAsync(db, stop), facts);
        var issuer = await organisations.IssuerAsync(index, query, stop);
        var titled = (query.Title ?? query.Whole) is { Length: > 0 } title && query.Number is null ? await index.NamedAsync(title, stop) : [];
        // Words that are a title, or a name, are not taken for the end of another.
        var isTitled = titled.Any(f => f.States.At(on.DayNumber) is not null);
        var ending = query is { Title: { } end, Place: not null } && !isTitled ? await TitleEnds.FindAsync(index, end, on.DayNumber, stop) : [];
        if (organisations.NamesOf(query) is { Count: > 0 } names) query = query with { Phrases = names, IsAny = true };
        return new(index, query, filters, on, stop) { Numbered = await NumberedAsync(index, query, stop), Titled = titled, Ending = ending, Issuer = issuer };
    }

    /// <summary>The documents of the number that was typed; where part of it was left out, all whose number it may be.</summary>
    private static async Task<IReadOnlyList<SearchFact>> NumberedAsync(IndexReader index, SearchQuery query, CancellationToken stop)
    {
        var named = query.Number is { } number ? await index.NamedAsync(SearchForm.Of(number.Normalised), stop) : [];
        return named.Length == 0 && query.Partial is { } partial ? await partial.FindAsync(index, stop) : named;
    }

    /// <summary>They lead to the control of the day, so that the documents found are shown as of that day too.</summary>
    private static async Task<IEnumerable<SearchSuggestion>> OtherDaysAsync(Finding search, string typed, Dictionary<string, string> filters) =>
        (await search.FindOtherDaysAsync()).Select(d => new SearchSuggestion($"{ChineseFormat.Date(d)}的文本里有", "另一天", $"/as-of?day={d:yyyy-MM-dd}&return={Uri.EscapeDataString(SearchAddress.Of(typed, filters))}"));

    private static IEnumerable<string> Remarks(bool isMore, int count)
    {
        if (isMore) yield return $"符合的文件超过 {SearchView.MostCounted} 份，只统计和排列其中最近入库的 {SearchView.MostCounted} 份；请用条件缩小范围。";
        if (count > Ranking.LookedAt) yield return $"前 {Ranking.LookedAt} 份按与所查内容的贴近程度排列，其余按日期排列。";
    }

    private static async Task<List<FacetView>> FacetsAsync(Finding search, List<SearchFact> found, Dictionary<string, string> filters, bool isLoose)
    {
        var views = new List<FacetView>();
        foreach (var facet in Facet.Shown)
        {
            var counted = found;
            if (filters.ContainsKey(facet.Key) && !isLoose)
            {
                var without = filters.Where(f => f.Key != facet.Key).ToDictionary(f => f.Key, f => f.Value);
                if (without.Count + search.Query.Phrases.Count > 0) counted = [.. (await search.FindAsync(without)).Take(SearchView.MostCounted)];
            }
            var values = facet == Facet.Validity ? States(search, counted) : Values(counted, facet);
            var set = filters.GetValueOrDefault(facet.Key);
            views.Add(new(facet.Key, facet.Name, [.. values.Take(MostValues).Select(v => new FacetCount(v.Key, v.Value, v.Key == set))]));
        }
        return views;
    }

    private static IEnumerable<KeyValuePair<string, int>> Values(List<SearchFact> counted, Facet facet)
    {
        var counts = FactCounts.ByValue(counted, facet.Key, out _);
        return facet.Key == "year"
            ? counts.OrderByDescending(v => v.Key, StringComparer.Ordinal)
            : counts.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, int>> States(Finding search, List<SearchFact> counted)
    {
        var counts = FactCounts.ByState(counted, search.Day);
        return ValidityWords.All.Where(counts.ContainsKey).Select(s => KeyValuePair.Create(ValidityWords.Of(s), counts[s]));
    }
}
