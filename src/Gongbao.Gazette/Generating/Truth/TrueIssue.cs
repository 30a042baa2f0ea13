using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongbao.Gazette.Generating.Truth;

/// <summary>The exact truth of a printed issue, in the order of its documents.</summary>
internal sealed record TrueIssue(List<TrueDocument> Documents)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Form) + "\n";

    public static TrueIssue FromJson(string json) => JsonSerializer.Deserialize<TrueIssue>(json, Form) ?? throw new JsonException("no issue");
}
