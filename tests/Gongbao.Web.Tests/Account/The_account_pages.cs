using System.Net;
using Gongbao.Platform.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Web.Tests.Account;

public sealed class The_account_pages : IAsyncLifetime
{
    private const string Password = "Qing-shan.2026";

    private AccountSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await AccountSite.StartAsync();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Lead_from_the_printed_link_to_a_signed_in_administrator()
    {
        using var visitor = await AdministratorAsync();

        Assert.Equal("我的账户", (await visitor.GoAsync("/account")).Heading);
        Assert.Contains("系统管理员", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("设置动态口令", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_whoever_is_not_signed_in_to_the_sign_in_page_and_back()
    {
        using var _ = await AdministratorAsync();
        using var visitor = _site.Open();

        await visitor.GoAsync("/account/password");
        Assert.Equal("登录", visitor.Heading);
        await visitor.SubmitAsync("登录", ("Form.Name", "zhuguan"), ("Form.Password", Password));

        Assert.Equal("/account/password", visitor.Address);
        Assert.Equal("修改口令", visitor.Heading);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    public async Task Never_lead_to_a_foreign_site(string foreign)
    {
        using var _ = await AdministratorAsync();
        using var visitor = _site.Open();
        await visitor.GoAsync("/account/sign-in?ReturnUrl=" + Uri.EscapeDataString(foreign));

        await visitor.SubmitAsync("登录", ("Form.Name", "zhuguan"), ("Form.Password", Password));      // a foreign redirect fails in the visitor

        Assert.Equal("/", visitor.Address);
    }

    [Fact]
    public async Task Say_when_to_try_again_after_too_many_attempts()
    {
        using var visitor = _site.Open();
        for (var i = 0; i <= 10; i++)
        {
            await visitor.GoAsync("/account/sign-in");
            await visitor.SubmitAsync("登录", ("Form.Name", "nobody"), ("Form.Password", "wrong"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Equal("登录", visitor.Heading);
        Assert.Contains("请过 10 分钟再试。", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_errors_at_the_top_with_links()
    {
        using var visitor = _site.Open();
        await visitor.GoAsync("/account/sign-in");

        await visitor.SubmitAsync("登录", ("Form.Name", ""), ("Form.Password", ""));

        Assert.Equal(["#field-Name", "#field-Password"], visitor.Page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Put_what_is_wrong_with_a_password_beside_it()
    {
        using var visitor = await AdministratorAsync();
        await visitor.GoAsync("/account/password");

        await visitor.SubmitAsync("修改口令", ("Form.Current", Password), ("Form.Next", "short"), ("Form.Again", "short"));

        Assert.Equal("true", visitor.Page.QuerySelector("#field-Next")!.GetAttribute("aria-invalid"));
        Assert.Contains("口令至少 12 个字符。", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, visitor.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_the_second_factor_as_text_and_address()
    {
        using var visitor = await AdministratorAsync();

        await visitor.GoAsync("/account/second-factor");

        Assert.Matches("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$", visitor.Page.QuerySelector("main code")!.TextContent);
        Assert.StartsWith("otpauth://totp/", visitor.Page.QuerySelector("main a[href^=otpauth]")!.GetAttribute("href"), StringComparison.Ordinal);
        var before = visitor.Page.QuerySelector("main code")!.TextContent;
        await visitor.SubmitAsync("启用", ("Form.Code", "000000"), ("Form.Password", Password));
        Assert.Equal(before, visitor.Page.QuerySelector("main code")!.TextContent);       // the same secret, or the authenticator would be wrong
        Assert.Equal("true", visitor.Page.QuerySelector("#field-Code")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Are_closed_to_whom_no_role_opens_them()
    {
        using var visitor = await AdministratorAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GoAsync("/accounts")).Status);     // the role asks for the second factor
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GoAsync("/account/tokens")).Status);
    }

    [Fact]
    public async Task Stand_beside_pages_that_carry_no_rule_and_open_to_nobody()
    {
        using var visitor = await AdministratorAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GoAsync("/tasks")).Status);
        using var stranger = _site.Open();
        Assert.Equal("登录", (await stranger.GoAsync("/tasks")).Heading);
    }

    [Fact]
    public async Task Say_that_a_link_is_spent()
    {
        using var visitor = _site.Open();

        await visitor.GoAsync("/account/link/unknown");

        Assert.Contains("链接无效", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_a_form_without_its_token()
    {
        using var visitor = await AdministratorAsync();
        await visitor.GoAsync("/account");
        visitor.Page.QuerySelectorAll("input[name=__RequestVerificationToken]").ToList().ForEach(i => i.Remove());

        await visitor.SubmitAsync("退出");

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Equal("我的账户", (await visitor.GoAsync("/account")).Heading);
    }

    [Fact]
    public async Task End_the_session()
    {
        using var visitor = await AdministratorAsync();
        await visitor.GoAsync("/account");

        await visitor.SubmitAsync("退出");

        Assert.Equal("登录", (await visitor.GoAsync("/account")).Heading);
    }

    [Fact]
    public void Have_no_demo_endpoint_outside_the_demo() => Assert.DoesNotContain("/account/demo", Routes(_site));

    [Fact]
    public void All_carry_an_access_rule() => Assert.All(
        Endpoints(_site).Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("account", StringComparison.Ordinal) is true), e => Assert.NotNull(AccessRules.Of(e)));

    private async Task<Visitor> AdministratorAsync()
    {
        var visitor = _site.Open();
        await visitor.GoAsync((await AccessSetup.FirstLinkAsync(_site.Services, default))!);
        await visitor.SubmitAsync("设立管理员", ("Form.Name", "zhuguan"), ("Form.ShownName", "周某某"), ("Form.Password", Password), ("Form.Again", Password));
        Assert.Equal("/account/sign-in", visitor.Address);
        await visitor.SubmitAsync("登录", ("Form.Name", "zhuguan"), ("Form.Password", Password));
        return visitor;
    }

    internal static IEnumerable<string?> Routes(AccountSite site) => Endpoints(site).Select(e => e.RoutePattern.RawText);

    private static IEnumerable<RouteEndpoint> Endpoints(AccountSite site) =>
        site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
}

public sealed class The_account_pages_of_the_demo : IAsyncLifetime
{
    private AccountSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await AccountSite.StartAsync(isDemo: true);

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Have_a_bar_of_made_up_people_in_the_header()
    {
        using var visitor = _site.Open();
        await visitor.GoAsync("/account/sign-in");

        await visitor.SubmitAsync("换用", ("account", "demo-editor"));
        Assert.Equal("/account/sign-in", visitor.Address);
        Assert.Equal("演示编辑", visitor.Page.QuerySelector("header a[href='/account']")!.TextContent);

        await visitor.SubmitAsync("换用", ("account", "somebody"));
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
    }

    [Fact]
    public async Task Let_the_administrator_make_an_account_and_its_link_once()
    {
        using var visitor = await AsAsync("demo-administrator");
        await visitor.GoAsync("/accounts");

        await visitor.SubmitAsync("新建账户", ("Form.Name", "bianji"), ("Form.ShownName", "李某某"));

        var link = visitor.Page.QuerySelector("main code")!.TextContent;
        Assert.Contains("/account/link/", link, StringComparison.Ordinal);
        Assert.Contains("李*", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("李某某", visitor.Text, StringComparison.Ordinal);
        Assert.Null((await visitor.GoAsync("/accounts")).Page.QuerySelector("main code"));

        await visitor.GoAsync(visitor.Page.QuerySelectorAll("main th a").First(a => a.TextContent == "bianji").GetAttribute("href")!);
        await visitor.SubmitAsync("授予", ("Form.Role", "reviewer"), ("Form.Kind", "City"));
        Assert.Contains("审读员（全市）", visitor.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync("收回");
        Assert.Contains("还没有角色", visitor.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync("停用账户");
        Assert.Contains("已停用", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_a_new_token_once_and_revoke_it()
    {
        using var visitor = await AsAsync("demo-editor");
        await visitor.GoAsync("/account/tokens");

        await visitor.SubmitAsync("生成令牌", ("Form.Name", "数据交换"), ("Form.Days", "30"), ("Form.Verbs", "gazette.review"));

        Assert.StartsWith("gb_", visitor.Page.QuerySelector("main code")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(51 + 1, visitor.Page.QuerySelector("main code")!.TextContent.Length);
        await visitor.SubmitAsync("吊销");
        Assert.Contains("已失效", visitor.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> AsAsync(string person)
    {
        var visitor = _site.Open();
        await visitor.GoAsync("/account/sign-in");
        return await visitor.SubmitAsync("换用", ("account", person));
    }
}
