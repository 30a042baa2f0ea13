using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gongbao.Platform.Access;
using Gongbao.Web.Display;
using Gongbao.Web.Errors;
using Gongbao.Web.Frame;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gongbao.Web;

/// <summary>
/// The frame all pages stand in. A host calls <see cref="AddGongbaoWeb(IServiceCollection, SiteIdentity)"/>; then, in this order, <see cref="UseGongbaoWeb"/>, its
/// authentication and authorization, and <see cref="MapGongbaoWeb"/>, which also maps the pages of all rooms.
/// </summary>
public static class GongbaoWeb
{
    /// <summary>Health checks with this tag say whether the program can serve; those without only whether it runs.</summary>
    public const string ReadyTag = "ready";

    public static IServiceCollection AddGongbaoWeb(this IServiceCollection services, SiteIdentity site) => services.AddGongbaoWeb(_ => site);

    /// <param name="services">The program's services.</param>
    /// <param name="site">Whose site it is; asked for when the first page is shown.</param>
    public static IServiceCollection AddGongbaoWeb(this IServiceCollection services, Func<IServiceProvider, SiteIdentity> site)
    {
        // The default encoder turns every Chinese character into a numeric reference.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(site);
        services.AddSingleton<AssetCatalogue>();
        services.AddRazorComponents();
        services.AddAntiforgery(o => o.Cookie.Name = "gongbao.form");
        services.AddHealthChecks();
        services.AddProblemDetails(o => o.CustomizeProblemDetails = c => c.ProblemDetails.Detail ??= ApiErrors.DetailOf(c.ProblemDetails.Status ?? c.HttpContext.Response.StatusCode));
        // What an endpoint cannot read is told by UseGongbaoWeb, which has to know what it was.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        // Every answer of the interface is written alike: names in snake case, words for the numbers of an enum, Chinese as itself.
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        return services;
    }

    /// <summary>Security headers and error pages: outermost, so that they hold for whatever comes after; then routing.</summary>
    public static WebApplication UseGongbaoWeb(this WebApplication app)
    {
        app.Use(Methods.AnswerHeadAsync);
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowErrorsAsPages);
        // Inside the two above, so that an answer to a program is complete before they look at it.
        app.UseWhen(IsForProgram, api => api.UseExceptionHandler().UseStatusCodePages());
        app.Use(TellWhatCannotBeReadAsync);
        app.Use(RefuseWhatNoStoreHolds);
        app.UseRoutingByMethod();
        return app;
    }

    /// <summary>Text with the character NUL is in no database, and PostgreSQL fails at the question; a path with it never comes this far.</summary>
    private static Task RefuseWhatNoStoreHolds(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.QueryString.HasValue || !http.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal)) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>A request that an endpoint cannot read is refused, and a program told which member of what it sent is wrong.</summary>
    private static async Task TellWhatCannotBeReadAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException unread) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = unread.StatusCode;
            if (unread.InnerException is JsonException wrong && IsForProgram(http))
                await Refused.Problem(new("web.bad-body", ApiErrors.DetailOf(wrong)), StatusCodes.Status400BadRequest).ExecuteAsync(http);
        }
    }

    /// <summary>Pages of the frame and of all rooms (<see cref="RoomPages"/>), assets, health. After authorization.</summary>
    public static WebApplication MapGongbaoWeb(this WebApplication app)
    {
        app.UseAntiforgery();
        var rooms = app.Services.GetServices<RoomPages>().Select(r => r.Assembly).Distinct();
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. rooms]);
        app.MapGet(DisplayEndpoint.Path, DisplayEndpoint.Choose).AllowPublic().ExcludeFromDescription();
        app.MapGet("/assets/{file}", SendAsset).AllowPublic().ExcludeFromDescription();
        app.MapHealthChecks("/health/live", new() { Predicate = c => !c.Tags.Contains(ReadyTag) }).AllowPublic();
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = SayWhatIsWrongAsync }).AllowPublic();
        return app;
    }

    /// <summary>One word as usual, and under it a line for each thing that somebody must look at. What an exception says is not for everybody.</summary>
    private static Task SayWhatIsWrongAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(string.Join('\n', report.Entries.Values.Where(e => e.Status is not HealthStatus.Healthy && e.Exception is null).Select(e => e.Description).OfType<string>().Prepend(report.Status.ToString())));
    }

    /// <summary>
    /// An error page shown for a form that failed is read, not posted to; as a post it would fail once more. And a form refused for want
    /// of its token, or because the page no longer has it, has announced a page but written none: the announcement is withdrawn so that the
    /// error page is shown.
    /// </summary>
    private static async Task ShowErrorsAsPages(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            http.Request.Method = HttpMethods.Get;
            http.SetEndpoint(null); // found by the method of the request that failed
        }
        await next(http);
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest && HttpMethods.IsPost(http.Request.Method) && !http.Response.HasStarted)
            http.Response.ContentType = null;
    }

    /// <summary>Programs get problem details (RFC 9457); people get pages.</summary>
    private static bool IsForProgram(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/health");

    private static Results<FileContentHttpResult, NotFound> SendAsset(string file, AssetCatalogue assets, HttpContext http)
    {
        if (assets.Find(file) is not { } asset) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.File(asset.Bytes, asset.ContentType);
    }
}
