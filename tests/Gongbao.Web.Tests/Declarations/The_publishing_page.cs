using System.Net;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Web.Tests.Account;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Web.Tests.Declarations;

public sealed class The_publishing_page : IAsyncLifetime
{
    private const string Address = "/declarations";
    private readonly string _above = Directory.CreateTempSubdirectory("gongbao-cities-").FullName;
    private AccountSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var layer in new[] { "base", "qinghe" })
        {
            var to = Directory.CreateDirectory(Path.Combine(_above, "city", layer)).FullName;
            foreach (var file in Directory.GetFiles(Path.Combine(CityFolder.Find()!, layer))) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        _site = await AccountSite.StartAsync(isDemo: true, Path.Combine(_above, "city"));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_above, recursive: true);
    }

    [Fact]
    public async Task Shows_what_the_files_change_and_publishes_it_for_a_reason()
    {
        Change("session: { idle_minutes: 45, source: 试验 }");
        using var visitor = await SignedInAsync("demo-publisher");
        Assert.Contains("city/qinghe/changed.yaml", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("发布", ("Form.Reason", "会话时长改为四十五分钟"));

        Assert.Contains("已发布第 2 版", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("演示声明发布员", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("没有可发布的改动", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(45, _site.Services.GetRequiredService<RunningCity>().Now.Section("access").Map("session").Number("idle_minutes"));
    }

    [Fact]
    public async Task Lists_every_mistake_with_its_line_and_publishes_nothing()
    {
        Change("session: { idle_minutes: viele, source: 试验 }");
        using var visitor = await SignedInAsync("demo-publisher");

        Assert.Contains("city/qinghe/changed.yaml:2", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Page.QuerySelectorAll("main button"), b => b.TextContent == "发布");
    }

    [Fact]
    public async Task Asks_to_look_again_when_the_files_changed_meanwhile()
    {
        Change("session: { idle_minutes: 45, source: 试验 }");
        using var visitor = await SignedInAsync("demo-publisher");
        Change("session: { idle_minutes: 46, source: 试验 }");

        await visitor.SubmitAsync("发布", ("Form.Reason", "会话时长"));

        Assert.Contains("刚刚又有改动", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(30, _site.Services.GetRequiredService<RunningCity>().Now.Section("access").Map("session").Number("idle_minutes"));
    }

    [Fact]
    public async Task Asks_for_a_reason()
    {
        Change("session: { idle_minutes: 45, source: 试验 }");
        using var visitor = await SignedInAsync("demo-publisher");

        await visitor.SubmitAsync("发布", ("Form.Reason", ""));

        Assert.Contains("请写明发布的理由", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_closed_to_whoever_may_not_publish()
    {
        using var visitor = await SignedInAsync("demo-editor");

        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
    }

    private void Change(string access) => File.WriteAllText(Path.Combine(_above, "city", "qinghe", "changed.yaml"), $"access:\n  {access}\n");

    private async Task<Visitor> SignedInAsync(string person)
    {
        var visitor = _site.Open();
        await visitor.GoAsync("/account/sign-in");
        await visitor.SubmitAsync("换用", ("account", person));
        return await visitor.GoAsync(Address);
    }
}
