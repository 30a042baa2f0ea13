using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Web.Serving;

/// <summary>Methods of requests beside those a page or endpoint is made for.</summary>
internal static class Methods
{
    /// <summary>What routing calls the endpoint it makes for an address that does not take the method.</summary>
    private const string NotSupported = "405 HTTP Method Not Supported";

    /// <summary>Routing, and behind it the refusal of methods that an address does not take.</summary>
    public static void UseRoutingByMethod(this WebApplication app)
    {
        app.UseRouting();
        app.Use(RefuseOthersAsync);
    }

    /// <summary>HEAD is GET without the words, error pages too: whoever checks a link learns that it leads somewhere.</summary>
    /// <source>RFC 9110 9.1</source>
    public static async Task AnswerHeadAsync(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }
        var body = http.Response.Body;
        (http.Request.Method, http.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Method, http.Response.Body) = (HttpMethods.Head, body);
        }
    }

    /// <summary>The endpoint for a wrong method has no access rule, so that authorization would ask to sign in for what nobody may do.</summary>
    private static Task RefuseOthersAsync(HttpContext http, RequestDelegate next) =>
        http.GetEndpoint() is { DisplayName: NotSupported, RequestDelegate: { } refuse } ? refuse(http) : next(http);
}
