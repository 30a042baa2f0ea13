using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongbao.Platform.City;

/// <summary>
/// JSON Schemas by which editors complete and check declarations as they are typed, made from the same shapes as the check. Two of them:
/// in <c>base</c> a thing is whole, in a city it may be a part of one and may be removed.
/// </summary>
public static class EditorSchema
{
    /// <summary>Folder of the schemas, below that of the cities.</summary>
    public const string Folder = "schema";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of each schema, by its file name.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<SectionShape> sections)
    {
        var all = sections.OrderBy(s => s.Name, StringComparer.Ordinal).ToArray();
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["base.schema.json"] = Text(all, complete: true),
            ["city.schema.json"] = Text(all, complete: false),
        };
    }

    private static string Text(IEnumerable<SectionShape> sections, bool complete)
    {
        var properties = new JsonObject();
        foreach (var section in sections)
        {
            var schema = section.Shape.Schema(complete);
            schema["title"] = section.Says;
            properties[section.Name] = schema;
        }

        var top = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = complete ? "各市共用的声明（city/base）" : "一个市的声明",
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        return top.ToJsonString(Layout) + "\n";
    }
}
