using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Gongbao.Serving;

/// <summary>The program as a web server: what <c>serve</c> and <c>demo</c> share.</summary>
internal static class Site
{
    /// <param name="store">Where the state stands.</param>
    /// <param name="city">Whose gazette it is.</param>
    /// <param name="url">Where to listen, such as <c>http://127.0.0.1:5117</c>.</param>
    /// <param name="more">What one way of serving adds to the services.</param>
    public static WebApplication Build(StoreOptions store, CityDeclarations city, string url, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Logging.ClearProviders().AddSimpleConsole(c => { c.SingleLine = true; c.TimestampFormat = "yyyy-MM-dd HH:mm:ss "; c.UseUtcTimestamp = true; });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);

        Composition.Add(builder.Services, store, city);
        builder.Services.AddGongbaoWeb(new SiteIdentity(city.Name));
        builder.Services.AddOpenApi();
        // Keys of cookies and forms lie beside the data, so that a restart signs nobody out and no second server shares them by chance.
        builder.Services.AddDataProtection().SetApplicationName("Gongbao").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(store.DataFolder, "session-keys")));
        Telemetry.Add(builder.Services, builder.Configuration);
        more?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseGongbaoWeb();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGongbaoWeb();
        app.MapOpenApi();
        return app;
    }
}
