using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Library.Storage;

/// <summary>Readings as the database keeps them: the reader's own model as JSON, so that page, API and export come from one tree.</summary>
internal static class ReadingCodec
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
    };

    public static string Write(ReadDocument document) => JsonSerializer.Serialize(document, Options);

    public static ReadDocument ReadDocument(string json) => JsonSerializer.Deserialize<ReadDocument>(json, Options)!;

    public static string Write(IssueFrame frame) => JsonSerializer.Serialize(frame, Options);

    public static IssueFrame ReadFrame(string json) => JsonSerializer.Deserialize<IssueFrame>(json, Options)!;

    public static string Write(ReadingTotals totals) => JsonSerializer.Serialize(totals, Options);

    public static ReadingTotals ReadTotals(string json) => JsonSerializer.Deserialize<ReadingTotals>(json, Options)!;
}

/// <summary>What an issue has beside its documents.</summary>
/// <param name="Lines">The source's lines as classified.</param>
/// <param name="Around">Cover, contents, names of sections.</param>
/// <param name="Coverage">Where the characters went.</param>
internal sealed record IssueFrame(IReadOnlyList<SourceLine> Lines, IReadOnlyList<Node> Around, Coverage Coverage);
