using System.Net;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Web.Tests.Account;

[Law("《中华人民共和国个人信息保护法》", "第五十一条")]
public sealed class The_personal_data_pages : IAsyncLifetime
{
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), ActorKind.Account, "试验", [new("administrator", AccessScope.City, new HashSet<string> { AccountAdministration.Verb })]);
    private AccountSite _site = null!;
    private Guid _account;

    public async ValueTask InitializeAsync()
    {
        _site = await AccountSite.StartAsync(isDemo: true);
        _account = await AdministerAsync(async a =>
        {
            Assert.Empty((await a.CreateAsync(Administrator, "lihe", "李某某", default)).Refusals);
            return (await a.ListAsync(0, 9, default)).Single(l => l.Name == "lihe").Id;
        });
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Show_a_name_whole_for_a_reason_only()
    {
        using var visitor = await SignedInAsync("demo-privacy-officer");
        Assert.DoesNotContain("李某某", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("查看全名", ("Form.Reason", ""));
        Assert.Contains("请选择查看的理由", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("李某某", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("查看全名", ("Form.Reason", "audit"));
        Assert.Contains("李某某", visitor.Text, StringComparison.Ordinal);

        await visitor.GoAsync($"/personal-data/{_account}");
        Assert.DoesNotContain("李某某", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("1", visitor.Page.QuerySelectorAll("main dd").Last().TextContent);
    }

    [Fact]
    public async Task Erase_the_name_once_the_account_is_closed()
    {
        using var visitor = await SignedInAsync("demo-privacy-officer");
        Assert.Contains("停用后才能删除", visitor.Text, StringComparison.Ordinal);
        await AdministerAsync(a => a.CloseAsync(Administrator, _account, default));

        await visitor.GoAsync($"/personal-data/{_account}");
        await visitor.SubmitAsync("删除个人信息");

        Assert.Contains("已依法删除", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_closed_to_whoever_may_not_see_names()
    {
        using var visitor = await SignedInAsync("demo-reviewer");

        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
    }

    private async Task<T> AdministerAsync<T>(Func<AccountAdministration, Task<T>> act)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<AccountAdministration>());
    }

    private async Task<Visitor> SignedInAsync(string person)
    {
        var visitor = _site.Open();
        await visitor.GoAsync("/account/sign-in");
        await visitor.SubmitAsync("换用", ("account", person));
        return await visitor.GoAsync($"/personal-data/{_account}");
    }
}
