using System.Security.Cryptography;
using System.Text.Json;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Query;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Saved;

/// <summary>A saved search as its owner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the owner calls it.</param>
/// <param name="Address">Where it is asked again.</param>
/// <param name="Feed">Where its feed is read, without a sign-in.</param>
/// <param name="New">Documents that came in since its results were last marked as seen, the newest first.</param>
internal sealed record SavedSearch(Guid Id, string Name, string Address, string Feed, IReadOnlyList<ListedDocument> New);

/// <summary>
/// Searches that people keep, and what is new in each (保存的搜索与提醒). What is new is found when it is asked for, from the instant up to which results
/// were seen: nothing can be missed that search itself finds.
/// </summary>
internal sealed class SavedSearches(Writer writer, GazetteDb db, LibrarySearch search, LibraryList list, TimeProvider time)
{
    public const string Verb = "gazette.search-save";
    public const int Most = 50;
    public const int LongestName = 40;

    /// <summary>So many of the new documents are listed.</summary>
    public const int Listed = 50;

    private const int KeyCharacters = 32;
    private const string KeyAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public async Task<IReadOnlyList<SavedSearch>> ListAsync(Actor owner, CancellationToken stop)
    {
        var found = new List<SavedSearch>();
        foreach (var saved in await db.SavedSearches.Where(s => s.Owner == owner.Id).OrderBy(s => s.SavedAt).ToListAsync(stop))
            found.Add(new(saved.Id, saved.Name, SearchAddress.Of(saved.Query, FiltersOf(saved)), SearchFeeds.Of(saved.FeedKey), await NewAsync(saved, stop)));
        return found;
    }

    /// <summary>The name and the newest documents of the search of a feed; null where there is none of this key.</summary>
    /// <param name="key">What stands in the feed's address.</param>
    /// <param name="on">Only documents that there were on this day, by their words of that day; null for all.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<(string Name, IReadOnlyList<ListedDocument> Documents)?> FeedAsync(string key, DateOnly? on, CancellationToken stop) =>
        await db.SavedSearches.FirstOrDefaultAsync(s => s.FeedKey == key, stop) is { } saved ? (saved.Name, await NewestAsync(Request(saved) with { On = on }, stop)) : null;

    /// <summary>The documents of a search that came in last.</summary>
    public async Task<IReadOnlyList<ListedDocument>> NewestAsync(SearchRequest request, CancellationToken stop) =>
        await list.OfAsync([.. (await search.ArrivedAsync(request, stop)).Take(Listed)], stop);

    /// <returns>Refusals: <c>search.nothing</c>, <c>search.no-name</c>, <c>search.too-many</c>.</returns>
    public async Task<Result<bool>> SaveAsync(Actor owner, string? name, SearchRequest request, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(request.Query) && request.Filters.Count == 0) return new Refusal("search.nothing", "没有要保存的搜索：请先搜索，再在结果页上选“保存这次搜索”。");
        if (NameOf(name) is not { } called) return WrongName;
        var query = request.Query.Trim();
        if (query.Length > SearchQuery.Longest) query = query[..SearchQuery.Longest];
        var (to, near) = await SeenAsync(request, stop);
        var id = Guid.CreateVersion7();
        return await writer.DoAsync<bool>(Act(owner, id), async (unit, inner) =>
        {
            var kept = unit.Db<GazetteDb>().SavedSearches;
            if (await kept.CountAsync(s => s.Owner == owner.Id, inner) >= Most) return new Refusal("search.too-many", $"最多保存 {Most} 个搜索；请先删除不再需要的。");
            kept.Add(new()
            {
                Id = id, Owner = owner.Id, Name = called, Query = query, Filters = JsonSerializer.Serialize(request.Filters),
                FeedKey = RandomNumberGenerator.GetString(KeyAlphabet, KeyCharacters), SeenTo = to, SeenNear = near, SavedAt = unit.At,
            });
            return true;
        }, stop);
    }

    /// <returns>Refusals: <c>search.no-name</c>, <c>search.gone</c>.</returns>
    public async Task<Result<bool>> RenameAsync(Actor owner, Guid id, string? name, CancellationToken stop) =>
        NameOf(name) is { } called ? await ChangeAsync(owner, id, (_, saved) => saved.Name = called, stop) : WrongName;

    /// <summary>Marks what there is now as seen.</summary>
    /// <returns>Refusal: <c>search.gone</c>.</returns>
    public async Task<Result<bool>> SeeAsync(Actor owner, Guid id, CancellationToken stop)
    {
        if (await db.SavedSearches.FirstOrDefaultAsync(s => s.Id == id && s.Owner == owner.Id, stop) is not { } saved) return Gone;
        var (to, near) = await SeenAsync(Request(saved), stop);
        return await ChangeAsync(owner, id, (_, s) => (s.SeenTo, s.SeenNear) = (to, near), stop);
    }

    /// <summary>Its feed ends with it.</summary>
    /// <returns>Refusal: <c>search.gone</c>.</returns>
    public Task<Result<bool>> DeleteAsync(Actor owner, Guid id, CancellationToken stop) => ChangeAsync(owner, id, (kept, saved) => kept.SavedSearches.Remove(saved), stop);

    private static Refusal Gone => new("search.gone", "这个搜索已经删除；请刷新页面。");

    private static Refusal WrongName => new("search.no-name", $"请给这个搜索起一个名称，不超过 {LongestName} 个字。");

    private static Act Act(Actor owner, Guid id) => new(owner.ActorId, Verb, $"saved-search:{id:N}");

    private static string? NameOf(string? name) => name?.Trim() is { Length: > 0 and <= LongestName } called && !called.Any(char.IsControl) ? called : null;

    private static Dictionary<string, string> FiltersOf(StoredSearch saved) => JsonSerializer.Deserialize<Dictionary<string, string>>(saved.Filters)!;

    private static SearchRequest Request(StoredSearch saved) => new(saved.Query, FiltersOf(saved));

    private Task<Result<bool>> ChangeAsync(Actor owner, Guid id, Action<GazetteDb, StoredSearch> change, CancellationToken stop) => writer.DoAsync<bool>(Act(owner, id), async (unit, inner) =>
    {
        var kept = unit.Db<GazetteDb>();
        if (await kept.SavedSearches.FirstOrDefaultAsync(s => s.Id == id && s.Owner == owner.Id, inner) is not { } saved) return Gone;
        change(kept, saved);
        return true;
    }, stop);

    private async Task<IReadOnlyList<ListedDocument>> NewAsync(StoredSearch saved, CancellationToken stop)
    {
        var seen = JsonSerializer.Deserialize<HashSet<Guid>>(saved.SeenNear)!;
        var arrived = await search.ArrivedAsync(Request(saved), stop);
        return await list.OfAsync([.. arrived.TakeWhile(d => Arrival.Of(d) > saved.SeenTo - Arrival.Margin).Where(d => !seen.Contains(d)).Take(Listed)], stop);
    }

    /// <summary>How far somebody has seen the results who sees them now.</summary>
    private async Task<(DateTimeOffset To, string Near)> SeenAsync(SearchRequest request, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var arrived = await search.ArrivedAsync(request, stop);
        return (now, JsonSerializer.Serialize(arrived.TakeWhile(d => Arrival.Of(d) > now - Arrival.Margin)));
    }
}
