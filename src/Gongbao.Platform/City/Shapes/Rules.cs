using System.Text.Json;
using System.Text.Json.Nodes;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Time;

namespace Gongbao.Platform.City.Shapes;

/// <summary>A span of time (期间), such as <c>{ working_days: 5 }</c>: one unit with its number; an end of calendar days that falls on a day off may roll on.</summary>
public sealed class TermShape : Shape
{
    private const string RollsOn = "rolls_on";

    private static readonly Dictionary<string, (TimeUnit Unit, string Says)> Units = new(StringComparer.Ordinal)
    {
        ["minutes"] = (TimeUnit.Minutes, "分钟"), ["hours"] = (TimeUnit.Hours, "小时"), ["working_days"] = (TimeUnit.WorkingDays, "个工作日"),
        ["days"] = (TimeUnit.Days, "天"), ["months"] = (TimeUnit.Months, "个月"), ["years"] = (TimeUnit.Years, "年"),
    };

    internal override string Wanted => "一段时间，如 { working_days: 20 }；单位可用 minutes、hours、working_days、days、months、years";

    /// <summary>A term that has passed the check.</summary>
    internal static Term Read(DeclaredMap term)
    {
        var unit = term.Entries.First(e => Units.ContainsKey(e.Key)).Key;
        return new(term.Number(unit)!.Value, Units[unit].Unit, term.Flag(RollsOn));
    }

    internal override void Check(DeclaredNode node, ShapeCheck check)
    {
        if (node is not DeclaredMap map)
        {
            Mismatch(node, check);
            return;
        }

        foreach (var entry in map.Entries)
        {
            if (entry.Key == RollsOn) new FlagShape().Check(entry.Value, check);
            else if (Units.ContainsKey(entry.Key)) new NumberShape(1, 36_500, Units[entry.Key].Says).Check(entry.Value, check);
            else check.Report(entry.KeyPlace, $"没有“{entry.Key}”这个时间单位。", Spelling.Mend(entry.Key, Units.Keys, "可用的单位有 minutes、hours、working_days、days、months、years。"));
        }
        if (map.Entries.Count(e => e.Key != RollsOn) != 1)
            check.Report(map.Place, "一段时间只能用一个单位，也不能没有单位。", "请只写一个单位，如 { working_days: 20 }；改用另一个单位时，把原来的写成 { remove: true }。");
    }

    internal override JsonObject Schema(bool complete)
    {
        var properties = new JsonObject { [RollsOn] = new JsonObject { ["type"] = "boolean", ["title"] = "届满日是休息日的，是否顺延到下一个工作日" } };
        foreach (var (unit, (_, says)) in Units) properties[unit] = complete ? Number(says) : new JsonObject { ["anyOf"] = new JsonArray(Number(says), Removed()), ["title"] = says };
        return new() { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false, ["description"] = Wanted };

        static JsonObject Number(string says) => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 36_500, ["title"] = says };
        static JsonObject Removed() => new() { ["type"] = "object", ["properties"] = new JsonObject { [Overlay.Remove] = new JsonObject { ["const"] = true } }, ["additionalProperties"] = false };
    }

    internal override void Write(DeclaredNode node, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var entry in ((DeclaredMap)node).Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(entry.Key);
            Shape each = entry.Key == RollsOn ? new FlagShape() : new NumberShape(1, 36_500);
            each.Write(entry.Value, json);
        }

        json.WriteEndObject();
    }
}

/// <summary>A rule (条件), a tree of <see cref="PredicateParser"/>. Whether its words and fields are known is for the examination, which knows the fields.</summary>
public sealed class RuleShape : Shape
{
    internal override string Wanted => "一个条件，如 { is: { 字段: 值 } }";

    /// <summary>The rule as its parser reads it.</summary>
    internal static PredicateNode Written(DeclaredNode node) => node switch
    {
        DeclaredScalar scalar => new PredicateScalar(Place(node.Place), scalar.Text),
        DeclaredList list => new PredicateList(Place(node.Place), [.. list.Items.Select(Written)]),
        DeclaredMap map => new PredicateMap(Place(node.Place), [.. map.Entries.Select(e => new PredicateEntry(Place(e.KeyPlace), e.Key, Written(e.Value)))]),
        _ => throw new InvalidOperationException($"A node of an unknown kind: {node.GetType().Name}."),
    };

    internal override void Check(DeclaredNode node, ShapeCheck check)
    {
        if (node is not DeclaredMap { Entries.Count: > 0 }) Mismatch(node, check);
    }

    internal override JsonObject Schema(bool complete) => new() { ["type"] = "object", ["minProperties"] = 1, ["description"] = Wanted };

    internal override void Write(DeclaredNode node, Utf8JsonWriter json)
    {
        switch (node)
        {
            case DeclaredScalar scalar:
                json.WriteStringValue(scalar.Text);
                break;
            case DeclaredList list:
                json.WriteStartArray();
                foreach (var item in list.Items) Write(item, json);
                json.WriteEndArray();
                break;
            case DeclaredMap map:
                json.WriteStartObject();
                foreach (var entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    json.WritePropertyName(entry.Key);
                    Write(entry.Value, json);
                }

                json.WriteEndObject();
                break;
        }
    }

    private static PredicatePlace Place(Place place) => new(place.File, place.Line, place.Column);
}

/// <summary>Rules that have passed the check.</summary>
public static class DeclaredRules
{
    /// <param name="rule">As declared.</param>
    /// <param name="fields">Fields that it may ask about.</param>
    /// <exception cref="InvalidOperationException">It has a mistake, which the check of the city tells.</exception>
    public static Predicate Read(DeclaredNode rule, IReadOnlyList<PredicateField> fields) =>
        PredicateParser.Parse(RuleShape.Written(rule), fields).Predicate ?? throw new InvalidOperationException($"{rule.Place}: the rule has a mistake.");
}
