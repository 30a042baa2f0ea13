using System.Net;
using Gongbao.Platform.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Tests.Access;

/// <summary>What the rule of a route lets through, asked over HTTP. A header of the test stands for whoever is signed in.</summary>
public sealed class A_route : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ActorSource, HeaderActors>().AddAccessRules();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.Events.OnRedirectToLogin = c => { c.Response.StatusCode = 401; return Task.CompletedTask; };
            o.Events.OnRedirectToAccessDenied = c => { c.Response.StatusCode = 403; return Task.CompletedTask; };
        });
        _app = builder.Build();
        _app.UseRouting();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapGet("/open", () => "open").AllowPublic();
        _app.MapGet("/mine", () => "mine").RequireSignedIn();
        _app.MapGet("/review", () => "review").RequireVerb("gazette.review");
        _app.MapGet("/forgotten", () => "forgotten");
        var group = _app.MapGroup("/group").RequireVerb("gazette.publish");
        group.MapGet("/own", () => "own").RequireVerb("gazette.review");
        group.MapGet("/shared", () => "shared");
        await _app.StartAsync();
        _http = new() { BaseAddress = new(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/forgotten", null)]
    [InlineData("/forgotten", "gazette.review")]
    [InlineData("/mine", null)]
    [InlineData("/review", null)]
    [InlineData("/review", "gazette.publish")]
    [InlineData("/group/shared", "gazette.review")]
    [InlineData("/group/own", "gazette.publish")]
    public async Task Is_closed_without_a_rule_or_against_it(string path, string? verb) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(path, verb));

    [Theory]
    [InlineData("/open", null)]
    [InlineData("/mine", "anything.else")]
    [InlineData("/review", "gazette.review")]
    [InlineData("/group/shared", "gazette.publish")]
    [InlineData("/group/own", "gazette.review")]
    public async Task Is_open_by_its_rule(string path, string? verb) => Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, verb));

    [Fact]
    public async Task That_does_not_exist_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/nowhere", null));

    [Fact]
    public void Tells_its_rule()
    {
        var rules = _app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .ToDictionary(e => ((RouteEndpoint)e).RoutePattern.RawText!, e => AccessRules.Of(e)?.ToString());

        Assert.Equal("public", rules["/open"]);
        Assert.Equal("signed-in", rules["/mine"]);
        Assert.Equal("gazette.review", rules["/group/own"]);
        Assert.Null(rules["/forgotten"]);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string? verb)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (verb is not null) request.Headers.Add("X-Verb", verb);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private sealed class HeaderActors : ActorSource
    {
        public override ValueTask<Actor?> FindAsync(HttpContext http, CancellationToken stop) => new(
            http.Request.Headers["X-Verb"].ToString() is { Length: > 0 } verb
                ? new Actor(Guid.CreateVersion7(), ActorKind.Account, "甲", [new("role", AccessScope.City, new HashSet<string> { verb })])
                : null);
    }
}
