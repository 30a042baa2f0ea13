using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Kernel.Clauses;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Query;

/// <summary>What to try where nothing was found: a number close by, a title that shares characters, the query without one of its words.</summary>
internal sealed class Suggestions(GazetteDb db, IndexReader index)
{
    private const int Most = 5;
    private const int Looked = 200;

    public async Task<IReadOnlyList<SearchSuggestion>> ForAsync(SearchQuery query, CancellationToken stop)
    {
        if (query.Number is { } number) return await NumbersAsync(number, stop);
        var shorter = await ShorterAsync(query, stop);
        return shorter.Count > 0 ? shorter : await TitlesAsync(query, stop);
    }

    /// <summary>The nearest serials of the same code and year, then the same year and serial of other codes.</summary>
    private async Task<List<SearchSuggestion>> NumbersAsync(DocumentNumber number, CancellationToken stop)
    {
        var part = number.Parts[0];
        var ids = new List<int>();
        if (part.Code.Length > 0)
        {
            var series = SearchForm.Of(part.ToString());
            series = series[..(series.LastIndexOf(part.Serial.ToString(System.Globalization.CultureInfo.InvariantCulture) + "号", StringComparison.Ordinal))];
            var names = await index.NamesFromAsync(series, Looked, stop);
            ids.AddRange(names.Select(n => (n.Id, Near: NumberForms.Read(n.Name) is { } known ? Math.Abs(known.Serial - part.Serial) : int.MaxValue)).OrderBy(n => n.Near).Take(Most).Select(n => n.Id));
        }
        if (part.Year is { } year) ids.AddRange((await index.MatchHeadAsync($"({year}){part.Serial}号", Most, stop)).Select(f => f.Id));
        return await DocumentsAsync(ids, "文号", stop);
    }

    private async Task<List<SearchSuggestion>> ShorterAsync(SearchQuery query, CancellationToken stop)
    {
        var shorter = new List<SearchSuggestion>();
        if (query.Phrases.Count < 2) return shorter;
        foreach (var phrase in query.Phrases)
        {
            var rest = query.Without(phrase);
            var count = (await index.MatchAsync(rest.Phrases, [], new(SearchView.MostCounted + 1), stop)).Count;
            if (count == 0) continue;
            var words = string.Join(' ', rest.Phrases);
            shorter.Add(new($"{words}（{(count > SearchView.MostCounted ? SearchView.MostCounted + "+" : count)} 份）", "少一个词", "/search?q=" + Uri.EscapeDataString(words)));
        }
        return [.. shorter.Take(Most)];
    }

    /// <summary>Titles that hold the longest stretch of the query that any title holds.</summary>
    private async Task<List<SearchSuggestion>> TitlesAsync(SearchQuery query, CancellationToken stop)
    {
        var form = query.Whole;
        for (var length = Math.Min(form.Length - 1, 12); length >= 2; length -= length > 4 ? 2 : 1)
        {
            var ids = new List<int>();
            for (var at = 0; at + length <= form.Length && ids.Count < Most; at += Math.Max(1, length / 2))
                if (!char.IsLowSurrogate(form[at]) && !char.IsHighSurrogate(form[at + length - 1])) ids.AddRange((await index.MatchHeadAsync(form.Substring(at, length), Most, stop)).Select(f => f.Id));
            if (ids.Count > 0) return await DocumentsAsync(ids, "标题", stop);
        }
        return [];
    }

    private async Task<List<SearchSuggestion>> DocumentsAsync(IEnumerable<int> ids, string kind, CancellationToken stop)
    {
        var documents = (await index.KeptAsync([.. ids.Distinct()], stop)).Select(f => f.DocumentId).Distinct().Take(Most).ToList();
        if (documents.Count == 0) return [];
        var found = await db.Documents.Where(d => documents.Contains(d.Id)).Select(d => new { d.Id, d.Slug, d.Number, d.Issuers, d.Title }).ToDictionaryAsync(d => d.Id, stop);
        return [.. documents.Where(found.ContainsKey).Select(id => found[id]).Select(d => new SearchSuggestion(
            FullTitle.Cited(d.Issuers, d.Title, d.Number), kind, "/d/" + Uri.EscapeDataString(d.Slug)))];
    }
}
