using System.Net;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.ApiClients;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Access;

public class An_api_token_on_SQLite() : An_api_token(StoreProvider.Sqlite);

public class An_api_token_on_PostgreSQL() : An_api_token(StoreProvider.Postgres);

public abstract class An_api_token(StoreProvider provider) : IAsyncLifetime
{
    private static readonly string[] Review = ["gazette.review"];

    private TestSite _site = null!;
    private Actor _editor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync(provider, isDemo: true);
        using var browser = _site.Open();
        Assert.Equal("ok", await browser.PostAsync("/do/demo", ("name", "demo-editor")));
        var account = await _site.Access.ReadAsync(db => db.Accounts.SingleAsync());
        var verbs = TestAccess.Declared.Roles["editor"].Verbs;
        _editor = new(account.Id, ActorKind.Account, "演示编辑", [new("editor", AccessScope.City, verbs)]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_site is not null) await _site.DisposeAsync();
    }

    [Fact]
    public async Task Opens_the_api_for_its_verbs_only()
    {
        using var program = await ProgramAsync();

        Assert.Equal("desk", await program.GetAsync("/api/desk"));
        Assert.StartsWith("client:", await program.GetAsync("/api/mine"), StringComparison.Ordinal);
        Assert.Equal("403", await program.GetAsync("/api/import"));
        Assert.Equal("403", await program.GetAsync("/api/forgotten"));
    }

    [Fact]
    public async Task Does_not_open_pages()
    {
        using var program = await ProgramAsync();

        Assert.Equal("302", await program.GetAsync("/desk"));
        Assert.Equal("302", await program.GetAsync("/mine"));
    }

    [Fact]
    public async Task Is_the_only_way_into_the_api_where_a_session_counts_for_nothing()
    {
        using var browser = _site.Open();
        await browser.PostAsync("/do/demo", ("name", "demo-editor"));
        Assert.Equal("desk", await browser.GetAsync("/desk"));

        using var answer = await browser.AnswerAsync("/api/desk");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gb_")]
    [InlineData("gb_abcdefgh_abcdefghabcdefghabcdefghabcdefghabcdefgh")]
    public async Task That_is_unknown_does_not_count(string token)
    {
        using var program = _site.Open();
        program.Bearer = token;

        Assert.Equal("401", await program.GetAsync("/api/desk"));
    }

    [Fact]
    public async Task With_one_character_changed_does_not_count()
    {
        var token = await IssueAsync();
        using var program = _site.Open();
        program.Bearer = token[..^1] + (token[^1] == 'a' ? 'b' : 'a');

        Assert.Equal("401", await program.GetAsync("/api/desk"));
    }

    [Fact]
    public async Task Expires()
    {
        using var program = await ProgramAsync(days: 30);

        _site.Access.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal("desk", await program.GetAsync("/api/desk"));
        _site.Access.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("401", await program.GetAsync("/api/desk"));
    }

    [Fact]
    public async Task Ends_at_once_when_revoked()
    {
        using var program = await ProgramAsync();
        var line = Assert.Single(await TokensAsync(t => t.ListAsync(_editor, default)));

        Assert.Empty((await TokensAsync(t => t.RevokeAsync(_editor, line.Id, default))).Refusals);

        Assert.Equal("401", await program.GetAsync("/api/desk"));
        Assert.False(Assert.Single(await TokensAsync(t => t.ListAsync(_editor, default))).IsInForce);
    }

    [Fact]
    public async Task Of_somebody_else_cannot_be_revoked()
    {
        await IssueAsync();
        var line = Assert.Single(await TokensAsync(t => t.ListAsync(_editor, default)));
        var other = _editor with { Id = Guid.CreateVersion7() };

        Assert.Equal("access.no-such-token", Assert.Single((await TokensAsync(t => t.RevokeAsync(other, line.Id, default))).Refusals).Code);
    }

    [Fact]
    public async Task Gives_no_more_than_its_holder_has_at_that_moment()
    {
        using var program = await ProgramAsync();
        await _site.Access.WriteAsync(async (unit, stop) =>
        {
            (await unit.Db<AccessDb>().Roles.SingleAsync(stop)).TakenAt = unit.At;
            return true;
        });

        Assert.Equal("401", await program.GetAsync("/api/desk"));
    }

    [Fact]
    public async Task Holds_on_its_scope_only()
    {
        using var program = await ProgramAsync(scope: new(ScopeKind.Unit, "a"));

        Assert.Equal("yes", await program.GetAsync("/api/unit/a"));
        Assert.Equal("no", await program.GetAsync("/api/unit/b"));
    }

    [Theory]
    [InlineData("access.give-roles", 30, "access.token-verbs")]
    [InlineData("no.such-verb", 30, "access.token-verbs")]
    [InlineData("gazette.review", 0, "access.token-days")]
    [InlineData("gazette.review", 366, "access.token-days")]
    public async Task Is_not_made_for_more_than_its_holder_has_nor_for_ever(string verb, int days, string code)
    {
        var result = await TokensAsync(t => t.IssueAsync(_editor, "程序", [verb], AccessScope.City, days, default));

        Assert.Equal(code, Assert.Single(result.Refusals).Code);
        Assert.Equal("refused", (await _site.Access.JournalAsync())[^1].Outcome);
    }

    [Fact]
    public async Task Is_kept_as_a_hash_and_leaves_no_trace()
    {
        var token = await IssueAsync();
        using var program = _site.Open();
        program.Bearer = token;
        await program.GetAsync("/api/desk");

        var row = await _site.Access.ReadAsync(db => db.Tokens.SingleAsync());
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)), row.Hash);
        Assert.NotNull(row.LastUsedAt);
        Assert.DoesNotContain(token, System.Text.Json.JsonSerializer.Serialize(await _site.Access.JournalAsync()) + _site.Access.Log.Text, StringComparison.Ordinal);
    }

    private async Task<Browser> ProgramAsync(int days = 90, AccessScope? scope = null)
    {
        var program = _site.Open();
        program.Bearer = await IssueAsync(days, scope);
        return program;
    }

    private async Task<string> IssueAsync(int days = 90, AccessScope? scope = null)
    {
        var made = await TokensAsync(t => t.IssueAsync(_editor, "数据交换程序", Review, scope ?? AccessScope.City, days, default));
        Assert.False(made.IsRefused(out _, out var token));
        return token!.Token;
    }

    private Task<T> TokensAsync<T>(Func<ApiTokens, Task<T>> use) => _site.InScopeAsync(use);
}
