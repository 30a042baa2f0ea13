using System.Net;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Access;

public class Administering_accounts_on_SQLite() : Administering_accounts(StoreProvider.Sqlite);

public class Administering_accounts_on_PostgreSQL() : Administering_accounts(StoreProvider.Postgres);

[Law("GB/T 22239-2019", "8.1.4.2")]
public abstract class Administering_accounts(StoreProvider provider) : IAsyncLifetime
{
    private TestSite _site = null!;
    private Actor _administrator = null!;
    private Guid _editor;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync(provider);
        using var _ = await _site.WithAdministratorAsync();
        var id = (await _site.Access.ReadAsync(db => db.Accounts.SingleAsync())).Id;
        _administrator = new(id, ActorKind.Account, "周某某", [new("administrator", AccessScope.City, TestAccess.Declared.Roles["administrator"].Verbs)]);
        var made = await DoAsync(a => a.CreateAsync(_administrator, "bianji", null, default));
        Assert.False(made.IsRefused(out var _, out var link));
        using var browser = _site.Open();
        Assert.Equal("ok", await browser.PostAsync("/do/set-password", ("secret", link!.Path[Links.Path.Length..]), ("password", "Qing+shan_26")));
        _editor = (await _site.Access.ReadAsync(db => db.Accounts.SingleAsync(a => a.Name == "bianji"))).Id;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_site is not null) await _site.DisposeAsync();
    }

    [Fact]
    public async Task Gives_and_takes_a_role_that_counts_from_the_next_request()
    {
        using var browser = _site.Open();
        await browser.SignInAsync("bianji", "Qing+shan_26");
        Assert.Equal("403", await browser.GetAsync("/desk"));

        Assert.Empty((await DoAsync(a => a.GiveRoleAsync(_administrator, _editor, "editor", AccessScope.City, default))).Refusals);
        Assert.Equal("desk", await browser.GetAsync("/desk"));

        var given = Assert.Single((await DoAsync(a => a.FindAsync(_editor, default)))!.Roles);
        Assert.Equal("公报编辑", given.Name);
        Assert.Empty((await DoAsync(a => a.TakeRoleAsync(_administrator, _editor, given.Id, default))).Refusals);
        Assert.Equal("403", await browser.GetAsync("/desk"));
    }

    [Fact]
    public async Task Refuses_an_undeclared_role_and_a_scope_the_role_is_not_for()
    {
        Assert.Equal("access.no-such-role", Code(await DoAsync(a => a.GiveRoleAsync(_administrator, _editor, "king", AccessScope.City, default))));
        Assert.Equal("access.scope-wrong", Code(await DoAsync(a => a.GiveRoleAsync(_administrator, _editor, "auditor", new(ScopeKind.Unit, "a"), default))));
        Assert.Equal("access.scope-wrong", Code(await DoAsync(a => a.GiveRoleAsync(_administrator, _editor, "editor", new(ScopeKind.Unit, ""), default))));
    }

    [Fact]
    public async Task Takes_the_verb_for_it()
    {
        var editor = _administrator with { Grants = [new("editor", AccessScope.City, TestAccess.Declared.Roles["editor"].Verbs)] };

        Assert.Equal("access.not-allowed", Code(await DoAsync(a => a.GiveRoleAsync(editor, _editor, "administrator", AccessScope.City, default))));
        Assert.Equal("access.not-allowed", Code(await DoAsync(a => a.CloseAsync(editor, _editor, default))));
        Assert.Equal("access.not-allowed", Code(await DoAsync(a => a.MakeLinkAsync(editor, _editor, default))));
        Assert.Equal("access.not-allowed", Code(await DoAsync(a => a.CreateAsync(editor, "another", null, default))));
    }

    [Fact]
    public async Task Closes_an_account_and_its_session_at_once()
    {
        using var browser = _site.Open();
        await browser.SignInAsync("bianji", "Qing+shan_26");

        Assert.Empty((await DoAsync(a => a.CloseAsync(_administrator, _editor, default))).Refusals);

        Assert.Equal("302", await browser.GetAsync("/mine"));
        Assert.Equal("access.sign-in-refused", await browser.SignInAsync("bianji", "Qing+shan_26"));
        Assert.Equal("access.account-closed", Code(await DoAsync(a => a.MakeLinkAsync(_administrator, _editor, default))));
        Assert.Equal(AccountState.Closed, (await DoAsync(a => a.FindAsync(_editor, default)))!.State);
    }

    [Fact]
    public async Task Never_closes_the_last_administrator_nor_takes_that_role()
    {
        var role = Assert.Single((await DoAsync(a => a.FindAsync(_administrator.Id, default)))!.Roles);

        Assert.Equal("access.last-administrator", Code(await DoAsync(a => a.CloseAsync(_administrator, _administrator.Id, default))));
        Assert.Equal("access.last-administrator", Code(await DoAsync(a => a.TakeRoleAsync(_administrator, _administrator.Id, role.Id, default))));

        await DoAsync(a => a.GiveRoleAsync(_administrator, _editor, "administrator", AccessScope.City, default));
        Assert.Empty((await DoAsync(a => a.CloseAsync(_administrator, _administrator.Id, default))).Refusals);
    }

    [Fact]
    public async Task Refuses_a_name_that_differs_in_letter_case_only() =>
        Assert.Equal("access.name-taken", Code(await DoAsync(a => a.CreateAsync(_administrator, "BianJi", null, default))));

    private Task<T> DoAsync<T>(Func<AccountAdministration, Task<T>> use) => _site.InScopeAsync(use);

    private static string Code<T>(Result<T> result) => Assert.Single(result.Refusals).Code;
}

public class The_demo_s_bar
{
    [Fact]
    public async Task Signs_made_up_people_in_without_a_password()
    {
        await using var site = await TestSite.StartAsync(StoreProvider.Sqlite, isDemo: true);
        using var browser = site.Open();

        Assert.Equal("ok", await browser.PostAsync("/do/demo", ("name", "demo-editor")));
        Assert.Equal("演示编辑", await browser.GetAsync("/mine"));
        Assert.Equal("desk", await browser.GetAsync("/desk"));
        Assert.Equal("ok", await browser.PostAsync("/do/demo", ("name", "demo-administrator")));
        Assert.Equal("accounts", await browser.GetAsync("/accounts"));
        Assert.Equal("access.no-such-account", await browser.PostAsync("/do/demo", ("name", "somebody")));
        Assert.Equal("access.sign-in-refused", await browser.SignInAsync("demo-editor", ""));
    }

    [Fact]
    public async Task Gives_a_person_of_a_unit_the_role_on_that_unit_alone()
    {
        await using var site = await TestSite.StartAsync(StoreProvider.Sqlite, isDemo: true);
        using var browser = site.Open();

        Assert.Equal("ok", await browser.PostAsync("/do/demo", ("name", "demo-liaison")));
        Assert.Equal("演示联络员（临江区）", await browser.GetAsync("/mine"));
        var role = Assert.Single(await site.InScopeAsync<AccessDb, List<AccountRole>>(db => db.Roles.ToListAsync()));
        Assert.Equal((ScopeKind.Unit, "linjiang"), (role.ScopeKind, role.ScopeId));
    }

    [Fact]
    public async Task Takes_back_what_a_person_had_in_a_demo_that_was_started_under_other_declarations()
    {
        await using var site = await TestSite.StartAsync(StoreProvider.Sqlite, isDemo: true);
        using var browser = site.Open();
        Assert.Equal("ok", await browser.PostAsync("/do/demo", ("name", "demo-liaison")));
        await site.Access.Writer.DoAsync<int>(TestAccess.Act, async (unit, stop) => await unit.Db<AccessDb>().Roles.ExecuteUpdateAsync(r => r.SetProperty(x => x.ScopeKind, ScopeKind.City).SetProperty(x => x.ScopeId, ""), stop), default);

        Assert.Equal("ok", await browser.PostAsync("/do/demo", ("name", "demo-liaison")));
        var roles = await site.InScopeAsync<AccessDb, List<AccountRole>>(db => db.Roles.OrderBy(r => r.GivenAt).ToListAsync());
        Assert.Equal([(ScopeKind.City, false), (ScopeKind.Unit, true)], roles.Select(r => (r.ScopeKind, r.TakenAt is null)));
    }

    [Fact]
    public async Task Answers_this_machine_alone()
    {
        await using var site = await TestSite.StartAsync(StoreProvider.Sqlite, isDemo: true, pretendFrom: IPAddress.Parse("192.0.2.7"));
        using var browser = site.Open();

        Assert.Equal("access.not-loopback", await browser.PostAsync("/do/demo", ("name", "demo-editor")));
        Assert.Equal("302", await browser.GetAsync("/mine"));
    }

    [Fact]
    public async Task Does_not_exist_outside_the_demo()
    {
        await using var site = await TestSite.StartAsync(StoreProvider.Sqlite);
        using var browser = site.Open();

        Assert.Equal("access.not-demo", await browser.PostAsync("/do/demo", ("name", "demo-editor")));
        Assert.Empty(await site.InScopeAsync<DemoBar, IReadOnlyList<(string, string)>>(b => Task.FromResult(b.People)));
    }
}
