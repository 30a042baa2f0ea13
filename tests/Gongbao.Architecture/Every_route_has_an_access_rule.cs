using Gongbao.Platform.Access;
using Gongbao.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Architecture;

/// <summary>A route that nobody thought about is open to everybody or to nobody; both are found here, in the routes of the whole program.</summary>
public sealed class Every_route_has_an_access_rule : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("gongbao-routes").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_the_whole_program(bool isDemo)
    {
        await using var app = Site.Build(Composition.Store(_data, database: null), new("city", "qinghe", isChosen: true), "http://127.0.0.1:0", isDemo);

        Assert.Contains(Routes(app), r => r.RoutePattern.RawText == "/review");
        Assert.Empty(WithoutRule(app));
    }

    [Fact]
    public async Task A_route_without_one_is_caught()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/forgotten", () => "").WithDisplayName("forgotten");
        app.MapGet("/open", () => "").AllowPublic();

        Assert.Equal(["forgotten"], WithoutRule(app));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static IEnumerable<RouteEndpoint> Routes(IEndpointRouteBuilder app) => app.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    private static IReadOnlyList<string?> WithoutRule(IEndpointRouteBuilder app) => [.. Routes(app).Where(r => AccessRules.Of(r) is null && !IsFrameworks(r)).Select(r => r.DisplayName)];

    /// <summary>The framework's own script routes carry no pages and no data.</summary>
    private static bool IsFrameworks(RouteEndpoint route) => route.RoutePattern.RawText?.StartsWith("/_framework/", StringComparison.Ordinal) ?? false;
}
