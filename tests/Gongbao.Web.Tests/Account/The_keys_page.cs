using System.Net;

namespace Gongbao.Web.Tests.Account;

public sealed class The_keys_page : IAsyncLifetime
{
    private AccountSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await AccountSite.StartAsync(isDemo: true);

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Rotates_the_citys_key_and_shows_the_new_one()
    {
        using var visitor = await SignedInAsync("demo-administrator");
        Assert.Equal(["k1"], Ids(visitor));

        await visitor.SubmitAsync("轮换城市密钥");
        await visitor.GoAsync("/keys");

        Assert.Equal(["k2", "k1"], Ids(visitor));
    }

    [Fact]
    public async Task Does_not_rotate_again_when_an_old_page_is_sent()
    {
        using var visitor = await SignedInAsync("demo-administrator");
        using var late = await SignedInAsync("demo-administrator");
        await visitor.SubmitAsync("轮换城市密钥");

        await late.SubmitAsync("轮换城市密钥");

        Assert.Contains("没有再次轮换", late.Text, StringComparison.Ordinal);
        Assert.Equal(["k2", "k1"], Ids(await late.GoAsync("/keys")));
    }

    [Fact]
    public async Task Is_closed_to_whoever_does_not_administer()
    {
        using var visitor = await SignedInAsync("demo-editor");

        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
    }

    private static IEnumerable<string> Ids(Visitor visitor) => visitor.Page.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim());

    private async Task<Visitor> SignedInAsync(string person)
    {
        var visitor = _site.Open();
        await visitor.GoAsync("/account/sign-in");
        await visitor.SubmitAsync("换用", ("account", person));
        return await visitor.GoAsync("/keys");
    }
}
