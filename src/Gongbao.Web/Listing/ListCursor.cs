using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongbao.Kernel.Results;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gongbao.Web.Listing;

/// <summary>
/// How a place in a list is written into an address (游标): the name of the list, what was asked of it, and the last row that was given, as JSON in
/// the letters that addresses bear. What comes in or leaves meanwhile shifts nothing, for the next page begins behind that row and not at a number.
/// </summary>
/// <param name="list">Name of the list; a cursor of another list is none of this.</param>
/// <param name="asked">The filters of the list, in an order of their own; a cursor that was given under others is none under these. Null and empty are the same.</param>
public sealed class ListCursor(string list, params IReadOnlyList<string?> asked)
{
    private const int Longest = 6_000;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, Converters = { new StorableText() },
    };

    private readonly string _list = asked.All(string.IsNullOrEmpty) ? list : $"{list}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', asked))))[..16]}";

    /// <summary>Refusals: <c>list.page-and-cursor</c>, <c>list.wrong-cursor</c>.</summary>
    /// <param name="page">As asked for, from 1; null where none is.</param>
    /// <param name="cursor">As it stands in an address; null or empty for the beginning.</param>
    /// <param name="parameter">Name of the parameter it came in.</param>
    /// <param name="next">Name of the member in which the answer gives it.</param>
    public Result<ListStart<T>> Read<T>(int? page, string? cursor, string parameter = "cursor", string next = "next") where T : class
    {
        if (string.IsNullOrEmpty(cursor)) return new ListStart<T>(page ?? 1);
        if (page is not null) return new Refusal("list.page-and-cursor", $"page 和 {parameter} 不能同时填：按页码取的只填 page，接着上一次取的只填 {parameter}。");
        return Find<T>(cursor) is { } after
            ? new ListStart<T>(1, after)
            : new Refusal("list.wrong-cursor", $"{parameter} 不是这个列表给出的值：请原样使用上一次答复里的 {next}，并保持筛选条件不变，或不填以从头取。");
    }

    /// <param name="behind">The last row that is given; null at the end of the list.</param>
    /// <returns>Null at the end of the list.</returns>
    public string? Write<T>(T? behind) where T : class =>
        behind is null ? null : Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Place<T>(_list, behind), Options));

    /// <param name="cursor">As it stands in an address.</param>
    /// <returns>Null for none, and for what is no cursor of this list.</returns>
    public T? Find<T>(string? cursor) where T : class
    {
        if (cursor is not { Length: > 0 and <= Longest } || !Base64Url.IsValid(cursor)) return null;
        try
        {
            return JsonSerializer.Deserialize<Place<T>>(Base64Url.DecodeFromChars(cursor), Options) is { } place && place.List == _list ? place.Row : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What an address is answered that asks for no place in the list.</summary>
    public static ProblemHttpResult Problem(Refusal refusal) => Refused.Problem(refusal, StatusCodes.Status400BadRequest);

    private sealed record Place<T>(string List, T? Row);

    /// <summary>Text that both databases take: PostgreSQL has no letter of the number zero.</summary>
    private sealed class StorableText : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && reader.GetString() is { } text && !text.Contains('\0') ? text : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
