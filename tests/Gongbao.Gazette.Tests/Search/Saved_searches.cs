using Gongbao.Gazette.Library;
using Gongbao.Gazette.Search.Saved;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Search;

public class Saved_searches_on_SQLite() : Saved_searches(StoreProvider.Sqlite);

public class Saved_searches_on_PostgreSQL() : Saved_searches(StoreProvider.Postgres);

public abstract class Saved_searches(StoreProvider provider) : LibraryTests(provider)
{
    private static readonly SearchRequest Water = SearchRequest.Of("水质");
    private readonly Actor _owner = new(Guid.CreateVersion7(), ActorKind.Account, "某人", []);

    [Fact]
    public async Task Tell_what_came_in_since_they_were_last_seen()
    {
        await Library.ImportAsync(Issues.Patrol);
        await SaveAsync("水质", Water);
        Assert.Empty((await ListAsync()).Single().New);

        await Library.ImportAsync(Issues.Read(Issues.Supply, "qinghe-2024-04.txt").Sure());
        await Library.ImportAsync(Issues.Read(Issues.Trees, "qinghe-2024-05.txt").Sure());
        var saved = (await ListAsync()).Single();
        Assert.Equal(["清府发〔2024〕3号"], saved.New.Select(d => d.Number));

        TestLibrary.Done(await Library.SavedAsync(s => s.SeeAsync(_owner, saved.Id, CancellationToken.None)));
        Assert.Empty((await ListAsync()).Single().New);
    }

    [Fact]
    public async Task Are_read_as_a_feed_by_whoever_knows_its_key()
    {
        await Library.ImportAsync(Issues.Both);
        await SaveAsync("供水", new("供水", new Dictionary<string, string> { ["kind"] = "意见" }));
        var saved = (await ListAsync()).Single();
        var key = saved.Feed["/feeds/saved/".Length..^".atom".Length];
        Assert.True(key.Length >= 32, key);
        var feed = await Library.SavedAsync(s => s.FeedAsync(key, null, CancellationToken.None));
        Assert.Equal(("供水", "清府发〔2024〕3号"), (feed!.Value.Name, feed.Value.Documents.Single().Number));
        Assert.Null(await Library.SavedAsync(s => s.FeedAsync(key[..^1], null, CancellationToken.None)));

        Assert.Empty((await Library.SavedAsync(s => s.FeedAsync(key, new(2024, 2, 17), CancellationToken.None)))!.Value.Documents);
        Assert.Single((await Library.SavedAsync(s => s.FeedAsync(key, new(2024, 2, 18), CancellationToken.None)))!.Value.Documents);

        TestLibrary.Done(await Library.SavedAsync(s => s.DeleteAsync(_owner, saved.Id, CancellationToken.None)));
        Assert.Null(await Library.SavedAsync(s => s.FeedAsync(key, null, CancellationToken.None)));
    }

    [Fact]
    public async Task Are_nobody_elses()
    {
        await SaveAsync("水质", Water);
        var saved = (await ListAsync()).Single();
        var other = _owner with { Id = Guid.CreateVersion7() };
        Assert.Empty(await Library.SavedAsync(s => s.ListAsync(other, CancellationToken.None)));
        foreach (var attempt in new[]
        {
            await Library.SavedAsync(s => s.DeleteAsync(other, saved.Id, CancellationToken.None)),
            await Library.SavedAsync(s => s.RenameAsync(other, saved.Id, "我的", CancellationToken.None)),
            await Library.SavedAsync(s => s.SeeAsync(other, saved.Id, CancellationToken.None)),
        })
            Assert.True(attempt.IsRefused(out var refusal, out _) && refusal.Code == "search.gone");
        TestLibrary.Done(await Library.SavedAsync(s => s.RenameAsync(_owner, saved.Id, " 水 ", CancellationToken.None)));
        Assert.Equal("水", (await ListAsync()).Single().Name);
    }

    [Fact]
    public async Task Are_refused_without_a_name_or_a_search_and_when_there_are_too_many()
    {
        foreach (var (name, request, code) in new[] { ("", Water, "search.no-name"), (new string('名', 41), Water, "search.no-name"), ("a\tb", Water, "search.no-name"), ("水质", SearchRequest.Of(" "), "search.nothing") })
            Assert.True((await Library.SavedAsync(s => s.SaveAsync(_owner, name, request, CancellationToken.None))).IsRefused(out var refusal, out _) && refusal.Code == code);
        for (var i = 0; i < SavedSearches.Most; i++) await SaveAsync($"水质{i}", Water);
        Assert.True((await Library.SavedAsync(s => s.SaveAsync(_owner, "水质", Water, CancellationToken.None))).IsRefused(out var full, out _) && full.Code == "search.too-many");
    }

    private async Task SaveAsync(string name, SearchRequest request) => TestLibrary.Done(await Library.SavedAsync(s => s.SaveAsync(_owner, name, request, CancellationToken.None)));

    private Task<IReadOnlyList<SavedSearch>> ListAsync() => Library.SavedAsync(s => s.ListAsync(_owner, CancellationToken.None));
}
