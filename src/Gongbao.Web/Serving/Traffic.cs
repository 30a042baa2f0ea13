using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Gongbao.Platform.Access;
using Gongbao.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Web.Serving;

/// <summary>
/// Limits of what one asker may ask (访问限流), by what the city declares. Who holds a token that counts is counted by the token, everybody else
/// by network address; this machine itself is not counted, nor are assets and health. Counts are this process's own and end with it.
/// </summary>
public static class Traffic
{
    /// <summary>What a download of the whole library waits for is not known; it seldom takes longer.</summary>
    private const int WaitForDownload = 60;

    /// <param name="services">The program's services.</param>
    /// <param name="rules">What is declared, asked for at every request; null where nothing is limited.</param>
    public static IServiceCollection AddTraffic(this IServiceCollection services, Func<IServiceProvider, TrafficRules?> rules) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, stop) => RefuseAsync(rejected.HttpContext, rejected.Lease);
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, Asker>(http => Requests(http, rules(http.RequestServices))),
            PartitionedRateLimiter.Create<HttpContext, Asker>(http => DownloadsByAddress(http, rules(http.RequestServices))),
            PartitionedRateLimiter.Create<HttpContext, Asker>(http => DownloadsAtOnce(http, rules(http.RequestServices))));
    });

    /// <summary>After authentication, so that tokens are known.</summary>
    public static IApplicationBuilder UseTraffic(this IApplicationBuilder app) => app.UseRateLimiter();

    /// <summary>Counts an endpoint as a download of the whole library, which few may have at once.</summary>
    public static TBuilder AsLibraryDownload<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new LibraryDownload());

    private static RateLimitPartition<Asker> Requests(HttpContext http, TrafficRules? rules)
    {
        if (rules is null || IsFree(http)) return Unlimited;
        // Under the rules of access only a token that counts makes such a request somebody's.
        var token = http.Request.Headers.Authorization.Count > 0 && http.User.Identity is { IsAuthenticated: true, Name: var name } ? name ?? http.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value : null;
        return token is null
            ? Bucket(new(NetworkAddress.Of(http.Connection.RemoteIpAddress), rules.AddressPerMinute), rules.AddressPerMinute)
            : Bucket(new("token " + token, rules.TokenPerMinute), rules.TokenPerMinute);
    }

    private static RateLimitPartition<Asker> DownloadsByAddress(HttpContext http, TrafficRules? rules) => rules is null || IsFree(http) || !IsDownload(http)
        ? Unlimited
        : RateLimitPartition.GetFixedWindowLimiter(new Asker(NetworkAddress.Of(http.Connection.RemoteIpAddress), rules.DownloadsPerHour), asker => new() { PermitLimit = asker.Limit, Window = TimeSpan.FromHours(1) });

    private static RateLimitPartition<Asker> DownloadsAtOnce(HttpContext http, TrafficRules? rules) => rules is null || !IsDownload(http)
        ? Unlimited
        : RateLimitPartition.GetConcurrencyLimiter(new Asker("all", rules.DownloadsAtOnce), asker => new() { PermitLimit = asker.Limit });

    private static RateLimitPartition<Asker> Bucket(Asker asker, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(asker, _ => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    });

    private static RateLimitPartition<Asker> Unlimited => RateLimitPartition.GetNoLimiter(new Asker("", 0));

    /// <summary>The page that tells of a refusal is not refused for the same reason.</summary>
    private static bool IsFree(HttpContext http) => http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null ||
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) || http.Request.Path.StartsWithSegments("/assets") || http.Request.Path.StartsWithSegments("/health");

    private static bool IsDownload(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<LibraryDownload>() is not null;

    private static async ValueTask RefuseAsync(HttpContext http, RateLimitLease lease)
    {
        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? (int)Math.Ceiling(Math.Max(1, wait.TotalSeconds)) : WaitForDownload;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        // People are shown the page of this refusal.
        if (!http.Request.Path.StartsWithSegments("/api")) return;
        var words = IsDownload(http)
            ? $"整库下载同时只能进行几个，每个地址每小时也只能下载几次；请 {seconds} 秒后再试，或用 since 只取上次之后的变化。"
            : $"短时间内的请求太多；请 {seconds} 秒后再试。用接口令牌可以请求得更多。";
        await TypedResults.Problem(words, statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
    }

    /// <summary>Who is counted, and against which limit: a newly declared one begins a new count.</summary>
    private readonly record struct Asker(string Name, int Limit);

    private sealed record LibraryDownload;
}
