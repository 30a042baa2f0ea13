using Gongbao.Platform.Hosting;

namespace Gongbao.Platform.Tests.City;

/// <summary>Who may show the gazette inside its own pages.</summary>
public class Declared_embedders
{
    private const string Base = "embedding:\n  origins: {}\n";

    [Theory]
    [InlineData("https://app.example.cn")]
    [InlineData("https://xn--fiq64b.example.cn:8443")]
    [InlineData("http://localhost:5173")]
    [InlineData("http://127.0.0.1")]
    public void Are_origins(string origin)
    {
        using var made = TestCity.Of(Base, Declare(origin));

        Assert.Equal([origin], Embedders.Of(made.Check().City));
    }

    [Theory]
    [InlineData("https://app.example.cn/")]
    [InlineData("https://app.example.cn/gazette")]
    [InlineData("https://app.example.cn?a=1")]
    [InlineData("https://*.example.cn")]
    [InlineData("*")]
    [InlineData("https:")]
    [InlineData("'self'")]
    [InlineData("http://app.example.cn")]
    [InlineData("http://localhost.example.cn")]
    [InlineData("https://somebody@app.example.cn")]
    [InlineData("https://a.cn https://b.cn")]
    [InlineData("https://a.cn; script-src *")]
    [InlineData("https://a.cn\\r\\nX-Other: 1")]
    [InlineData("https://a.cn\\n")]
    [InlineData("https://政务.cn")]
    [InlineData("https://app.example.cn:0")]
    [InlineData("javascript:alert(1)")]
    public void Are_nothing_else(string origin)
    {
        using var made = TestCity.Of(Base, Declare(origin));

        var problem = Assert.Single(made.Check().Problems);
        Assert.Equal(("city/qinghe/qinghe.yaml", 3), (problem.File, problem.Line));
        Assert.Contains("应是一个网站的来源", problem.Cause, StringComparison.Ordinal);
        Assert.Contains("https://app.example.cn", problem.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Say_why()
    {
        using var made = TestCity.Of(Base, "embedding:\n  origins:\n    app: { origin: 'https://app.example.cn' }");

        Assert.Contains("source", Assert.Single(made.Check().Problems).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_none_where_nobody_is_declared()
    {
        using var made = TestCity.Of(Base, "city: { name: 清河市, source: 虚构 }");

        Assert.Empty(Embedders.Of(made.Check().City));
        Assert.Empty(Embedders.Of(null));
    }

    private static string Declare(string origin) => $"embedding:\n  origins:\n    app: {{ origin: \"{origin}\", source: 虚构 }}";
}
