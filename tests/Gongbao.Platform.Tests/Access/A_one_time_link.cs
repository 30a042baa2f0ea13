using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Access;

public class A_one_time_link_on_SQLite() : A_one_time_link(StoreProvider.Sqlite);

public class A_one_time_link_on_PostgreSQL() : A_one_time_link(StoreProvider.Postgres);

public abstract class A_one_time_link(StoreProvider provider) : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(provider);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_site is not null) await _site.DisposeAsync();
    }

    [Fact]
    public async Task Makes_the_first_administrator_once()
    {
        var secret = Secret(await _site.FirstLinkAsync());

        Assert.Equal(new OpenLink(true, null), await FindAsync(secret));
        Assert.Empty((await MakeAsync(secret)).Refusals);
        Assert.Equal("access.link-spent", Assert.Single((await MakeAsync(secret, "other")).Refusals).Code);
        Assert.Null(await FindAsync(secret));
        Assert.Null(await _site.FirstLinkAsync());
        Assert.Equal(1, await _site.Access.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Is_not_used_up_by_a_password_that_will_not_do()
    {
        var secret = Secret(await _site.FirstLinkAsync());

        Assert.Equal("access.password-short", Assert.Single((await MakeAsync(secret, password: "Qing-he.202")).Refusals).Code);
        Assert.Equal("access.name-wrong", Assert.Single((await MakeAsync(secret, name: "1 2")).Refusals).Code);
        Assert.Equal(0, await _site.Access.ReadAsync(db => db.Accounts.CountAsync()));
        Assert.Empty((await MakeAsync(secret)).Refusals);
    }

    [Fact]
    public async Task Expires_after_a_day()
    {
        var secret = Secret(await _site.FirstLinkAsync());

        _site.Access.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await FindAsync(secret));
        _site.Access.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await FindAsync(secret));
        Assert.Equal("access.link-spent", Assert.Single((await MakeAsync(secret)).Refusals).Code);
    }

    [Fact]
    public async Task Ends_when_a_newer_one_is_made()
    {
        var old = Secret(await _site.FirstLinkAsync());
        var newer = Secret(await _site.FirstLinkAsync());

        Assert.Null(await FindAsync(old));
        Assert.NotNull(await FindAsync(newer));
    }

    [Fact]
    public async Task Is_kept_as_a_hash_only()
    {
        var secret = Secret(await _site.FirstLinkAsync());

        var link = await _site.Access.ReadAsync(db => db.Links.SingleAsync());
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)), link.Hash);
        Assert.DoesNotContain(secret, System.Text.Json.JsonSerializer.Serialize(await _site.Access.JournalAsync()) + _site.Access.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_use_it_at_once_lets_one_through()
    {
        var secret = Secret(await _site.FirstLinkAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => MakeAsync(secret, "zhuguan" + (char)('a' + i))));

        Assert.Single(results, r => r.Refusals.Count == 0);
        Assert.Equal(1, await _site.Access.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Lets_a_new_account_choose_its_password_and_end_its_lock()
    {
        var administrator = await AdministratorAsync();
        var made = await AdministrationAsync(a => a.CreateAsync(administrator, "bianji", "李某某", default));
        Assert.False(made.IsRefused(out _, out var link));
        var line = Assert.Single(await AdministrationAsync(a => a.ListAsync(0, 10, default)), a => a.Name == "bianji");
        Assert.Equal((AccountState.Invited, "李*"), (line.State, line.MaskedName));
        using var browser = _site.Open();
        Assert.Equal("access.sign-in-refused", await browser.SignInAsync("bianji", ""));

        Assert.Equal("access.password-named", await browser.PostAsync("/do/set-password", ("secret", Secret(link!.Path)), ("password", "Bianji-2026x")));
        Assert.Equal("ok", await browser.PostAsync("/do/set-password", ("secret", Secret(link.Path)), ("password", "Qing+shan_26")));
        Assert.Equal("access.link-spent", await browser.PostAsync("/do/set-password", ("secret", Secret(link.Path)), ("password", "Qing+shan_27")));
        Assert.Equal("ok", await browser.SignInAsync("bianji", "Qing+shan_26"));
        Assert.Equal("李某某", await browser.GetAsync("/mine"));
    }

    [Fact]
    public async Task Is_not_made_in_the_demo()
    {
        await using var demo = await TestSite.StartAsync(provider, isDemo: true);

        Assert.Null(await demo.FirstLinkAsync());
    }

    [Fact]
    public async Task Is_the_only_way_to_a_password_because_none_exists_at_the_start()
    {
        await _site.FirstLinkAsync();

        Assert.Equal(0, await _site.Access.ReadAsync(db => db.Accounts.CountAsync()));
    }

    private async Task<Actor> AdministratorAsync()
    {
        using var _ = await _site.WithAdministratorAsync();
        return new(Guid.CreateVersion7(), ActorKind.Account, "管理员", [new("administrator", AccessScope.City, new HashSet<string> { AccountAdministration.Verb, AccountAdministration.RolesVerb })]);
    }

    private Task<T> AdministrationAsync<T>(Func<AccountAdministration, Task<T>> use) => _site.InScopeAsync(use);

    private Task<OpenLink?> FindAsync(string secret) => _site.InScopeAsync<Links, OpenLink?>(l => l.FindAsync(secret, default));

    private Task<Result<bool>> MakeAsync(string secret, string name = "zhuguan", string password = TestSite.Password) =>
        _site.InScopeAsync<Links, Result<bool>>(l => l.MakeAdministratorAsync(secret, name, "", password, default));

    private static string Secret(string? path) => path![Links.Path.Length..];
}
