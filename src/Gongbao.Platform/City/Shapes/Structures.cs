using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gongbao.Platform.City.Shapes;

/// <summary>A list of values of one shape, none twice.</summary>
/// <param name="item">The shape of each item.</param>
public sealed class ListShape(Shape item) : Shape
{
    internal override string Wanted => $"列表，每项是{item.Wanted}";

    internal override void Check(DeclaredNode node, ShapeCheck check)
    {
        if (node is not DeclaredList list)
        {
            Mismatch(node, check);
            return;
        }

        foreach (var each in list.Items) item.Check(each, check);
        foreach (var twice in list.Items.OfType<DeclaredScalar>().GroupBy(s => s.Text, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            check.Report(twice.Place, $"列表里“{twice.Text}”写了两次。", "请删去其中一处。");
    }

    internal override JsonObject Schema(bool complete) => new() { ["type"] = "array", ["items"] = item.Schema(complete), ["uniqueItems"] = true };

    internal override void Write(DeclaredNode node, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var each in ((DeclaredList)node).Items) item.Write(each, json);
        json.WriteEndArray();
    }
}

/// <summary>Things by id.</summary>
/// <param name="thing">The shape of each thing.</param>
/// <param name="idPattern">Regular expression for a whole id.</param>
/// <param name="idSays">The pattern in words, as the object of 应是….</param>
/// <param name="keepsOrder">True where the order of the things says something, as of the options of a question: then it is part of the version.</param>
public sealed class MapShape(Shape thing, string idPattern = "[a-z0-9]+(-[a-z0-9]+)*", string idSays = "小写字母、数字和连字符组成的编号", bool keepsOrder = false) : Shape
{
    /// <summary>The shape of each thing.</summary>
    internal Shape Thing => thing;

    private readonly Regex _id = new($"^(?:{idPattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    internal override string Wanted => "键值对，每个编号下是一项内容";

    internal override void Check(DeclaredNode node, ShapeCheck check)
    {
        if (node is not DeclaredMap map)
        {
            Mismatch(node, check);
            return;
        }

        foreach (var entry in map.Entries)
        {
            if (!_id.IsMatch(entry.Key)) check.Report(entry.KeyPlace, $"编号“{entry.Key}”不合要求，应是{idSays}。", "请改用合要求的编号。");
            thing.Check(entry.Value, check);
        }
    }

    internal override JsonObject Schema(bool complete) => new()
    {
        ["type"] = "object",
        ["patternProperties"] = new JsonObject { [$"^(?:{idPattern})$"] = complete ? thing.Schema(true) : Removable(thing.Schema(false)) },
        ["additionalProperties"] = false,
    };

    internal override void Write(DeclaredNode node, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        var entries = ((DeclaredMap)node).Entries;
        foreach (var entry in keepsOrder ? entries : [.. entries.OrderBy(e => e.Key, StringComparer.Ordinal)])
        {
            json.WritePropertyName(entry.Key);
            thing.Write(entry.Value, json);
        }

        json.WriteEndObject();
    }

    private static JsonObject Removable(JsonObject schema)
    {
        var remove = new JsonObject { ["const"] = true, ["description"] = "写 true 则移除 base 里的这一项" };
        if (schema["properties"] is JsonObject properties)
        {
            properties[Overlay.Remove] = remove;
            return schema;
        }

        return new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [Overlay.Remove] = remove }, ["required"] = new JsonArray(Overlay.Remove), ["additionalProperties"] = false }) };
    }
}

/// <summary>A field of a record.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Says">What it means, in Chinese, for editors.</param>
/// <param name="Required">True where a thing is not whole without it.</param>
public sealed record Field(string Name, Shape Shape, string Says, bool Required = false);

/// <summary>A thing with named fields. Where it has a field <c>source</c>, a number that a city changes must come with a source of its own.</summary>
/// <param name="fields">Every field it may have.</param>
public sealed class RecordShape(params IReadOnlyList<Field> fields) : Shape
{
    private const string Source = "source";
    private readonly Dictionary<string, Field> _fields = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);

    internal override string Wanted => $"键值对，字段有 {string.Join("、", fields.Select(f => f.Name))}";

    internal override void Check(DeclaredNode node, ShapeCheck check)
    {
        if (node is not DeclaredMap map)
        {
            Mismatch(node, check);
            return;
        }

        foreach (var entry in map.Entries)
        {
            if (_fields.TryGetValue(entry.Key, out var field)) field.Shape.Check(entry.Value, check);
            else check.Report(entry.KeyPlace, $"没有“{entry.Key}”这个字段。", Spelling.Mend(entry.Key, _fields.Keys, $"可用的字段有：{string.Join("、", _fields.Keys)}。"));
        }

        foreach (var field in fields.Where(f => f.Required && map[f.Name] is null))
            check.Report(map.Place, $"缺少必填的“{field.Name}”（{field.Says}）。", $"请补上一行 {field.Name}: {field.Shape.Wanted}。");
        foreach (var field in fields.Where(f => f.Shape is NumberShape or TermShape))
            if (map[field.Name] is { } number && map[Source] is { } source && !check.IsBase(number.Place) && check.IsBase(source.Place))
                check.Report(number.Place, $"改动了 base 的数值“{field.Name}”，却没有写明自己的依据。", "请在旁边加一行 source，写明依据。");
    }

    internal override JsonObject Schema(bool complete)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            var schema = field.Shape.Schema(complete);
            schema["title"] = field.Says;
            properties[field.Name] = schema;
        }

        var all = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (complete && fields.Any(f => f.Required))
            all["required"] = new JsonArray([.. fields.Where(f => f.Required).Select(f => JsonValue.Create(f.Name))]);
        return all;
    }

    internal override void Write(DeclaredNode node, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var entry in ((DeclaredMap)node).Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(entry.Key);
            _fields[entry.Key].Shape.Write(entry.Value, json);
        }

        json.WriteEndObject();
    }
}
