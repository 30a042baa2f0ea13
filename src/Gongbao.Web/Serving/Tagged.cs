using System.Security.Cryptography;
using System.Text.Json;
using Gongbao.Web.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gongbao.Web.Serving;

/// <summary>Answers that may be kept and asked again whether they still hold (ETag).</summary>
public static class Tagged
{
    /// <param name="http">The request.</param>
    /// <param name="bytes">The whole answer; its hash is the tag.</param>
    /// <param name="mediaType">What it is.</param>
    /// <param name="fileName">What a browser saves it as; null for what is shown.</param>
    /// <param name="isPublic">Whether everybody is answered the same, so that proxies may keep it.</param>
    public static IResult Bytes(HttpContext http, byte[] bytes, string mediaType, string? fileName = null, bool isPublic = true)
    {
        http.Response.Headers.CacheControl = isPublic ? "public, no-cache" : "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\"");
        return TypedResults.Bytes(bytes, mediaType, fileName, entityTag: tag);
    }

    /// <summary>As JSON; null is 404.</summary>
    public static IResult Json<T>(HttpContext http, T? value, bool isPublic = true) where T : class => value is null
        ? TypedResults.NotFound()
        : Bytes(http, JsonSerializer.SerializeToUtf8Bytes(value, JsonFormat.Options), "application/json; charset=utf-8", isPublic: isPublic);

    /// <summary>For an endpoint of the framework that writes its answer itself: what it writes is answered with its tag, errors as they are.</summary>
    public static TBuilder WithTag<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter(TagWrittenAsync);

    private static async ValueTask<object?> TagWrittenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var answer = http.Response.Body;
        using var written = new MemoryStream();
        http.Response.Body = written;
        object? result;
        try
        {
            result = await next(context);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Response.Body = answer;
        }
        if (http.Response.StatusCode == StatusCodes.Status200OK) return Bytes(http, written.ToArray(), http.Response.ContentType!);
        await answer.WriteAsync(written.ToArray(), http.RequestAborted);
        return result;
    }
}
