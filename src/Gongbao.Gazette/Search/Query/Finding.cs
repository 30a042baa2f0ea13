using System.Globalization;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Search.Query;

/// <summary>Finds the rows of one query on one day: those that hold its words, and those that it names without holding them.</summary>
/// <param name="index">The index.</param>
/// <param name="query">What was typed.</param>
/// <param name="filters">Value by facet.</param>
/// <param name="on">The day; documents that were not yet made on it are left out.</param>
/// <param name="stop">Ends the work.</param>
internal sealed class Finding(IndexReader index, SearchQuery query, IReadOnlyDictionary<string, string> filters, DateOnly on, CancellationToken stop)
{
    private const int Most = SearchView.MostCounted + 1;

    /// <summary>The day, counted from 0001-01-01.</summary>
    public int Day { get; } = on.DayNumber;

    public IndexReader Index => index;

    public SearchQuery Query => query;

    /// <summary>Documents of the number that was typed.</summary>
    public required IReadOnlyList<SearchFact> Numbered { get; init; }

    /// <summary>Documents whose title was typed.</summary>
    public required IReadOnlyList<SearchFact> Titled { get; init; }

    /// <summary>Documents in force whose title ends with the words that stand before a place.</summary>
    public required IReadOnlyList<SearchFact> Ending { get; init; }

    /// <summary>The documents that the query names: by the number where it has one, else by the title, else by the end of one.</summary>
    public IReadOnlyList<SearchFact> Named => query.Number is not null || query.Partial is not null ? Numbered : Titled.Any(f => StateOf(f) is not null) ? Titled : Ending;

    /// <summary>The issuer whose name was typed; null when none was.</summary>
    public required string? Issuer { get; init; }

    /// <summary>The state of a document on the day; null where there was no such document yet.</summary>
    public ValidityState? StateOf(SearchFact fact) => fact.States.At(Day);

    /// <summary>All that match under these filters, the newest rows first, one more than is counted.</summary>
    public async Task<List<SearchFact>> FindAsync(IReadOnlyDictionary<string, string> under)
    {
        var wholes = Wholes(under);
        if (query.Phrases.Count + under.Count == 0) return [];
        var wanted = Under(under);
        var found = query.Phrases.Count + wholes.Count == 0 ? await index.AllAsync(wanted, stop) : await MatchAsync(wholes, wanted);
        if (Issuer is { } issuer) found = Joined(found, await index.MatchAsync([], [Facet.Whole("issuer", issuer), .. wholes], wanted, stop));
        // A number may be typed in a form, and a title stand in brackets, that the text as printed does not have.
        var named = Numbered.Concat(Titled).Concat(Ending).Where(f => wanted.Keeps(f) && HasValues(f, under)).ToList();
        return named.Count == 0 ? found : Joined(found, named);
    }

    /// <summary>Days on which a document held or will hold the words that none holds on this one: the nearest before it, and the nearest after.</summary>
    public async Task<IReadOnlyList<DateOnly>> FindOtherDaysAsync()
    {
        if (query.Phrases.Count == 0) return [];
        var found = await MatchAsync(Wholes(filters), new(Most));
        var days = found.Where(f => StateOf(f) is null).Select(f => f.States.NearestTo(Day)).OfType<int>().ToList();
        var (before, after) = (days.Where(d => d < Day).DefaultIfEmpty().Max(), days.Where(d => d > Day).DefaultIfEmpty().Min());
        return [.. new[] { before, after }.Where(d => d > 0).Select(DateOnly.FromDayNumber)];
    }

    /// <summary>Rows that hold many of the pairs of characters of the words, for when none holds the words; with how close each is.</summary>
    public Task<List<(SearchFact Fact, int Close)>> FindCloseAsync() => new Closeness(index, Pairs(), Wholes(filters), Under(filters), stop).FindAsync();

    /// <summary>Documents of the year and serial of a number that no document has, those first whose code shares most characters with the one typed.</summary>
    public async Task<List<(SearchFact Fact, int Close)>> FindNumbersAlikeAsync()
    {
        if (query.Number?.Parts[0] is not { Year: { } year } part) return [];
        var wanted = Under(filters);
        var found = await index.MatchHeadAsync(string.Create(CultureInfo.InvariantCulture, $"({year}){part.Serial}号"), Most, stop);
        return [.. found.Where(f => wanted.Keeps(f) && HasValues(f, filters)).Select(f => (f, part.Code.Count(c => f.Head.AsSpan(0, f.Head.IndexOf('(', StringComparison.Ordinal)).Contains(c))))];
    }

    /// <summary>The query as it was answered: by its pairs.</summary>
    public SearchQuery Loosened() => query with { Phrases = Pairs(), IsAny = true };

    private static bool IsIdeograph(char c) => c is >= '\u4e00' and <= '\u9fff';

    private async Task<List<SearchFact>> MatchAsync(List<string> wholes, Wanted wanted)
    {
        if (!query.IsAny) return await index.MatchAsync(query.Phrases, wholes, wanted, stop);
        var found = new List<SearchFact>();
        foreach (var phrase in query.Phrases) found = Joined(found, await index.MatchAsync([phrase], wholes, wanted, stop));
        return found;
    }

    private static List<string> Wholes(IReadOnlyDictionary<string, string> under) => [.. under.Where(f => f.Key != Facet.Validity.Key).Select(f => Facet.Whole(f.Key, f.Value))];

    private static bool HasValues(SearchFact fact, IReadOnlyDictionary<string, string> under) => under.All(u => u.Key == Facet.Validity.Key || fact.Facets.For(u.Key).Contains(u.Value));

    private Wanted Under(IReadOnlyDictionary<string, string> under)
    {
        if (!under.TryGetValue(Facet.Validity.Key, out var words)) return new(Most, f => StateOf(f) is not null);
        return ValidityWords.Read(words) is { } state ? new(Most, f => StateOf(f) == state) : new(Most, _ => false);
    }

    /// <summary>Pieces of numbers and of foreign words say nothing of what is meant.</summary>
    private List<string> Pairs()
    {
        var pairs = new List<string>();
        foreach (var phrase in query.Phrases)
        {
            var runes = phrase.EnumerateRunes().Select(r => r.ToString()).ToList();
            if (runes.Count == 1) pairs.Add(phrase);
            for (var i = 1; i < runes.Count; i++) pairs.Add(runes[i - 1] + runes[i]);
        }
        return [.. pairs.Where(p => p.All(IsIdeograph)).Distinct()];
    }

    private static List<SearchFact> Joined(List<SearchFact> found, List<SearchFact> others) => [.. found.UnionBy(others, f => f.Id).OrderByDescending(f => f.Id).Take(Most)];
}
