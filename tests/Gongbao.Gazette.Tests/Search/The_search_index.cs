using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Search;

public class The_search_index_on_SQLite() : The_search_index(StoreProvider.Sqlite);

public class The_search_index_on_PostgreSQL() : The_search_index(StoreProvider.Postgres);

/// <summary>However the library came to be what it is, its index is the one that a rebuild makes.</summary>
public abstract class The_search_index(StoreProvider provider) : LibraryTests(provider)
{
    [Fact]
    public async Task Is_after_an_import_what_a_rebuild_makes()
    {
        await Library.ImportAsync(Issues.Both + "\n" + Issues.Trees);
        await IsAsRebuiltAsync(documents: 3);
    }

    [Fact]
    public async Task Follows_a_corrected_file()
    {
        await Library.ImportAsync(Issues.Both);
        await Library.ImportAsync(Issues.Both.Replace("每周取样一次", "每旬取样一次", StringComparison.Ordinal).Replace("（三）堤岸。每月查看一次。\n", "", StringComparison.Ordinal));
        await IsAsRebuiltAsync(documents: 2);
        Assert.Equal((1, 0, 0), ((await Library.SearchAsync("\"每旬取样\"")).Total, (await Library.SearchAsync("\"每周取样\"")).Total, (await Library.SearchAsync("\"堤岸\"")).Total));
    }

    [Fact]
    public async Task Forgets_what_is_withdrawn_and_knows_it_again_when_it_comes_back()
    {
        await Library.ImportAsync(Issues.Both + "\n" + Issues.Trees);
        await Library.ImportAsync(Issues.Both);
        await IsAsRebuiltAsync(documents: 2);
        Assert.Equal(0, (await Library.SearchAsync("植树")).Total);
        Assert.Null((await Library.SearchAsync("清府发〔2024〕4号")).Exact);

        await Library.ImportAsync(Issues.Both + "\n" + Issues.Trees + "\n");
        await IsAsRebuiltAsync(documents: 3);
        Assert.Equal(1, (await Library.SearchAsync("植树")).Total);
    }

    [Fact]
    public async Task Writes_a_change_during_a_rebuild_into_both_sets_and_goes_on_where_the_rebuild_was_stopped()
    {
        await Library.ImportAsync(Issues.Sample());
        await Library.ImportAsync(Issues.Both);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Library.RebuildAsync((done, _) => StopAfter(done, stop), stop.Token));
        Assert.Equal(1, (await Library.SearchAsync("\"每周取样\"")).Total);

        await Library.ImportAsync(Issues.Patrol.Replace("每周取样", "每旬取样", StringComparison.Ordinal) + "\n" + Issues.Trees);
        Assert.Equal((0, 1), ((await Library.SearchAsync("\"每周取样\"")).Total, (await Library.SearchAsync("\"每旬取样\"")).Total));
        var before = await IndexRows.AllAsync(Library);

        TestLibrary.Done(await Library.RebuildAsync((_, _) => { }, CancellationToken.None));
        Assert.Equal(before, await IndexRows.AllAsync(Library));
        var state = await Library.ReadAsync(db => SearchState.ReadAsync(db, CancellationToken.None));
        Assert.Equal((1, 1), (state.Current, state.Generation));
        Assert.Empty(await Library.ReadAsync(db => IndexRows.AllAsync(db, 0)));
        Assert.Equal((0, 1), ((await Library.SearchAsync("\"每周取样\"")).Total, (await Library.SearchAsync("\"每旬取样\"")).Total));
    }

    [Fact]
    public async Task Is_the_same_after_documents_are_renewed_from_what_is_stored_of_them()
    {
        await Library.ImportAsync(Issues.Both + "\n" + Issues.Trees);
        await Library.ImportAsync(Issues.Both);
        var before = await IndexRows.AllAsync(Library);
        var all = await Library.ReadAsync(db => db.Documents.Select(d => d.Id).ToListAsync());
        Assert.Equal(3, all.Count);
        var next = (await Library.ReadAsync(db => SearchState.ReadAsync(db, CancellationToken.None))).NextId;

        TestLibrary.Done(await Library.Writer.DoAsync<bool>(new Act(ActorId.System("test"), "test.renew", "index"), async (unit, stop) =>
        {
            await SearchIndexing.RenewAsync(unit, [.. all, all[0]], stop);
            return true;
        }, CancellationToken.None));

        Assert.Equal(before, await IndexRows.AllAsync(Library));
        Assert.Equal(next + 2, (await Library.ReadAsync(db => SearchState.ReadAsync(db, CancellationToken.None))).NextId);
        Assert.Equal((1, 0), ((await Library.SearchAsync("\"每周取样\"")).Total, (await Library.SearchAsync("植树")).Total));
    }

    private static void StopAfter(int done, CancellationTokenSource stop)
    {
        if (done > 2) stop.Cancel();
    }

    private async Task IsAsRebuiltAsync(int documents)
    {
        var kept = await IndexRows.AllAsync(Library);
        Assert.Equal(documents, kept.Count(r => r.StartsWith("document ", StringComparison.Ordinal)));
        Assert.Equal(documents, TestLibrary.Done(await Library.RebuildAsync((_, _) => { }, CancellationToken.None)));
        var rebuilt = await IndexRows.AllAsync(Library);
        Assert.Equal(kept, rebuilt);
        Assert.NotEmpty(rebuilt);
    }
}
