using Gongbao.Ledger.Views;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;

namespace Gongbao.Ledger.Tests;

public sealed class A_saved_view_in_SQLite() : A_saved_view(StoreProvider.Sqlite);

public sealed class A_saved_view_in_PostgreSQL() : A_saved_view(StoreProvider.Postgres);

public abstract class A_saved_view(StoreProvider provider) : LedgerTests(provider)
{
    private static readonly Actor Housing = Liaison("housing");
    private static readonly Actor Colleague = Liaison("housing");
    private static readonly Actor Water = Liaison("water");

    private SavedViews Views => Ledger.Get<SavedViews>();

    [Fact]
    public async Task Is_seen_by_who_named_it_and_where_it_is_shared_by_the_people_of_the_unit()
    {
        TestLedger.Done(await SaveAsync("本月到期", "?when=month&page=3&done=1", null));
        TestLedger.Done(await SaveAsync("全局", "?b=2&a=甲 乙", "housing"));
        Assert.Equal([("全局", "/work?a=%E7%94%B2%20%E4%B9%99&b=2", true, "清河市住房和城乡建设局"), ("本月到期", "/work?when=month", true, null)], (await ShownAsync(Housing)).OrderBy(v => v.Name.Length).Select(v => (v.Name, v.Address, v.IsOwn, v.UnitName)));
        TestLedger.Done(await SaveAsync("晚的在前", "?sort=-day&col=unit&page=2&col=due", null));
        Assert.Contains(await ShownAsync(Housing), v => v.Address == "/work?col=unit&col=due&sort=-day");
        Assert.Equal([("全局", false)], (await ShownAsync(Colleague)).Select(v => (v.Name, v.IsOwn)));
        Assert.Empty(await ShownAsync(Water));
        Assert.Empty(await Views.OfAsync("/ledger/follow-up", Housing, CancellationToken.None));
    }

    [Fact]
    public async Task Is_deleted_by_who_named_it_alone()
    {
        var id = TestLedger.Done(await SaveAsync("全局", "", "housing"));
        Assert.Equal("ledger.no-such-view", TestLedger.CodeOf(await Views.DeleteAsync(id, Colleague, CancellationToken.None)));
        TestLedger.Done(await Views.DeleteAsync(id, Housing, CancellationToken.None));
        Assert.Empty(await ShownAsync(Housing));
    }

    [Fact]
    public async Task Has_a_name_of_its_own_a_list_and_a_unit_that_is_ones_own()
    {
        TestLedger.Done(await SaveAsync("全局", "", null));
        Assert.Equal("ledger.view-twice", TestLedger.CodeOf(await SaveAsync("全局", "?a=1", null)));
        Assert.Equal("ledger.bad-view-name", TestLedger.CodeOf(await SaveAsync(" ", "", null)));
        Assert.Equal("ledger.not-your-unit", TestLedger.CodeOf(await SaveAsync("水务", "", "water")));
        Assert.Equal("ledger.no-such-list", TestLedger.CodeOf(await Views.SaveAsync("/admin", "", "别处", null, Housing, CancellationToken.None)));
        for (var i = 1; i < SavedViews.MostOwn; i++) TestLedger.Done(await SaveAsync($"第 {i} 个", "", null));
        Assert.Equal("ledger.too-many-views", TestLedger.CodeOf(await SaveAsync("再一个", "", null)));
    }

    private Task<Kernel.Results.Result<Guid>> SaveAsync(string name, string query, string? unit) => Views.SaveAsync("/work", query, name, unit, Housing, CancellationToken.None);

    private Task<IReadOnlyList<ShownView>> ShownAsync(Actor by) => Views.OfAsync("/work", by, CancellationToken.None);
}
