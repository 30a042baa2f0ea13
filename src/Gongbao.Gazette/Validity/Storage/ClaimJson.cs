using System.Text.Json;
using System.Text.Json.Serialization;
using Gongbao.Gazette.Validity.Detection;

namespace Gongbao.Gazette.Validity.Storage;

/// <summary>How instructions are stored.</summary>
internal static class ClaimJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string? Write(AmendmentInstruction? instruction) => instruction is null ? null : JsonSerializer.Serialize(instruction, Options);

    public static AmendmentInstruction? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<AmendmentInstruction>(json, Options);
}
