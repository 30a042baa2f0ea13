using System.Net;
using Gongbao.Gazette;
using Gongbao.Ledger;
using Gongbao.Notices;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Gongbao.Web;
using Gongbao.Web.Account;
using Gongbao.Web.Declarations;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.HttpOverrides;

namespace Gongbao.Serving;

/// <summary>The program as a web server: what <c>serve</c> and <c>demo</c> share.</summary>
internal static class Site
{
    /// <param name="store">Where the state stands.</param>
    /// <param name="files">What can be published; what runs is what was.</param>
    /// <param name="url">Where to listen, such as <c>http://127.0.0.1:5117</c>.</param>
    /// <param name="isDemo">True in <c>demo</c>.</param>
    /// <param name="address">Where the site is known to stand; null where only this machine asks.</param>
    /// <param name="proxies">Reverse proxies on other machines that are believed when they say where a request came from; one on this machine always is.</param>
    public static WebApplication Build(StoreOptions store, CityFiles files, string url, bool isDemo = false, Uri? address = null, params IEnumerable<IPAddress> proxies)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Logging.ClearProviders().AddSimpleConsole(c => { c.SingleLine = true; c.TimestampFormat = "yyyy-MM-dd HH:mm:ss "; c.UseUtcTimestamp = true; });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Gongbao", isDemo ? LogLevel.Warning : LogLevel.Information);
        // Session keys lie in a folder that only the program's own user reads; the framework warns that they are not encrypted besides.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        Composition.Add(builder.Services, store, files, isDemo);
        builder.Services.AddGongbaoWeb(s => new SiteIdentity(s.GetRequiredService<CityDeclarations>().Name, address));
        builder.Services.AddTraffic(s => TrafficRules.Of(s.GetRequiredService<CityDeclarations>()));
        builder.Services.AddAccountPages().AddDeclarationPages();
        ApiDescription.Add(builder.Services);
        Telemetry.Add(builder.Services, builder.Configuration);

        var app = builder.Build();
        app.UseKnownHosts(address, BindingAddress.Parse(url).Host);
        if (!isDemo) app.UseForwardedHeaders(BehindProxies(proxies));
        app.UseGongbaoWeb();
        app.UseRunningCity();
        app.UseAuthentication();
        app.UseTraffic();
        app.UseAuthorization();
        app.MapGongbaoWeb();
        app.MapAccountPages();
        GazetteRoom.Map(app);
        LedgerRoom.Map(app);
        NoticesRoom.Map(app);
        app.MapOpenApi().AllowPublic().WithTag();
        return app;
    }

    /// <summary>Behind a proxy a request's address and scheme are what the proxy says: the limit on signing in and secure cookies stand on them.</summary>
    private static ForwardedHeadersOptions BehindProxies(IEnumerable<IPAddress> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var proxy in proxies) options.KnownProxies.Add(proxy);
        return options;
    }
}
