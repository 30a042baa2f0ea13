using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongbao.Gazette.Classification.Storage;

/// <summary>Proposals and decisions as the database keeps them.</summary>
internal static class ClassCodec
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<ProposedClass> proposal) => JsonSerializer.Serialize(proposal, Options);

    public static IReadOnlyList<ProposedClass> ReadProposal(string json) => JsonSerializer.Deserialize<List<ProposedClass>>(json, Options)!;

    public static string Write(IReadOnlyList<ChosenClass> decision) => JsonSerializer.Serialize(decision, Options);

    public static IReadOnlyList<ChosenClass>? ReadDecision(string? json) => json is null ? null : JsonSerializer.Deserialize<List<ChosenClass>>(json, Options);
}

/// <summary>A class that a person gave a document.</summary>
internal readonly record struct ChosenClass(Aspect Aspect, string Id);
