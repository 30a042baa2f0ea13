using Gongbao.Gazette.Library;
using Gongbao.Gazette.Search;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Search;

public class A_large_result_on_SQLite() : A_large_result(StoreProvider.Sqlite);

public class A_large_result_on_PostgreSQL() : A_large_result(StoreProvider.Postgres);

/// <summary>More documents than are counted. Only the index knows of them.</summary>
public abstract class A_large_result(StoreProvider provider) : LibraryTests(provider)
{
    private const int Documents = SearchView.MostCounted + 50;

    [Fact]
    public async Task Is_counted_exactly_to_ten_thousand_and_exactly_again_once_it_is_narrowed()
    {
        foreach (var places in Enumerable.Range(0, Documents).Chunk(670))
            TestLibrary.Done(await Library.Writer.DoAsync<int>(new Act(ActorId.System("test"), "test.fill", "search:1"), async (unit, stop) =>
            {
                await SearchIndexing.WriteAsync(unit, [.. places.Select(Entry)], [], stop);
                return 1;
            }, CancellationToken.None));

        var all = await Library.SearchAsync("堤岸");
        Assert.Equal((SearchView.MostCounted, true), (all.Total, all.IsMore));
        Assert.Contains(all.Remarks, r => r.Contains("超过 10000 份", StringComparison.Ordinal));
        Assert.Equal(SearchView.MostCounted, all.Facets.Single(f => f.Key == "kind").Values.Sum(v => v.Count));

        var some = await Library.AskAsync(l => l.SearchAsync(new SearchRequest("堤岸", new Dictionary<string, string> { ["year"] = "2003" }), CancellationToken.None));
        Assert.Equal((Documents / 10, false), (some.Total, some.IsMore));
        Assert.Equal(Documents / 10, some.Facets.Single(f => f.Key == "kind").Values.Sum(v => v.Count));
        var year = await Library.AskAsync(l => l.SearchAsync(new SearchRequest("", new Dictionary<string, string> { ["year"] = "2003", ["kind"] = "通知" }), CancellationToken.None));
        Assert.Equal(Enumerable.Range(0, Documents).Select(Entry).Count(e => e.DatedOn!.Value.Year == 2003 && e.Kind == "通知"), year.Total);
    }

    private static SearchEntry Entry(int place) => new(
        Guid.CreateVersion7(), null, "清河市水务局", $"关于第{place}段的通知", place % 3 == 0 ? "通知" : "意见", new DateOnly(2000 + (place % 10), 1, 1), [new(false, SearchForm.Of("查看堤岸。"))]);
}
