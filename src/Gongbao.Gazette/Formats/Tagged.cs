using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gongbao.Gazette.Formats;

/// <summary>Answers that everybody may keep and ask again whether they still hold (ETag).</summary>
internal static class Tagged
{
    /// <param name="http">The request.</param>
    /// <param name="bytes">The whole answer; its hash is the tag.</param>
    /// <param name="mediaType">What it is.</param>
    /// <param name="fileName">What a browser saves it as; null for what is shown.</param>
    public static IResult Bytes(HttpContext http, byte[] bytes, string mediaType, string? fileName = null)
    {
        http.Response.Headers.CacheControl = "public, no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\"");
        return TypedResults.Bytes(bytes, mediaType, fileName, entityTag: tag);
    }
}
