using System.Globalization;
using Gongbao.Kernel.Time;

namespace Gongbao.Kernel.Predicates;

/// <summary>
/// Reads rules as declarations write them: <c>all</c>, <c>any</c>, <c>not</c>, <c>is</c>, <c>in</c>, <c>before</c>, <c>after</c>,
/// <c>at_least</c>, <c>at_most</c>, <c>within</c>, <c>present</c>. A map of several keys or fields means all of them; <c>$name</c> means another field.
/// </summary>
/// <example>
/// <code>
/// all:
///   - is: { registered_at: 清河市 }
///   - within: { applied_on: { of: born_on, days: 90 } }
///   - not: { present: earlier_policy }
/// </code>
/// </example>
public sealed class PredicateParser
{
    private const int Deepest = 24;
    private const string Words = "all、any、not、is、in、before、after、at_least、at_most、within、present";

    private readonly Dictionary<string, PredicateField> _fields;
    private readonly List<PredicateProblem> _problems = [];

    private PredicateParser(IEnumerable<PredicateField> fields) => _fields = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <param name="node">The rule as written.</param>
    /// <param name="fields">Fields that it may ask about; their names are distinct.</param>
    /// <returns>The rule, or all mistakes at once; never an exception for anything that is written.</returns>
    public static PredicateReading Parse(PredicateNode node, IEnumerable<PredicateField> fields)
    {
        var parser = new PredicateParser(fields);
        var rule = parser.Rule(node, 0);
        return new(parser._problems.Count == 0 ? rule : null, parser._problems);
    }

    private Predicate? Rule(PredicateNode node, int depth)
    {
        if (depth > Deepest) return Report(node.Place, $"条件嵌套超过 {Deepest} 层。", "请拆成几个较简单的条件。");
        if (node is not PredicateMap { Entries.Count: > 0 } map) return Report(node.Place, "这里应当是一个条件。", $"请写“条件词: 内容”，条件词可用 {Words}。");
        return AllOf(map.Entries.Select(e => Condition(e, depth)));
    }

    private Predicate? Condition(PredicateEntry entry, int depth) => entry.Key switch
    {
        "all" => Parts(entry, depth) is { } parts ? new Predicate.All(parts) : null,
        "any" => Parts(entry, depth) is { } parts ? new Predicate.Any(parts) : null,
        "not" => Rule(entry.Value, depth + 1) is { } part ? new Predicate.Not(part) : null,
        "is" => Each(entry, (field, value) => Compared(field, Comparison.Is, value)),
        "before" => Each(entry, (field, value) => OfDays(field, Comparison.Before, value)),
        "after" => Each(entry, (field, value) => OfDays(field, Comparison.After, value)),
        "at_least" => Each(entry, (field, value) => Ordered(field, value.Place) ? Compared(field, Comparison.AtLeast, value) : null),
        "at_most" => Each(entry, (field, value) => Ordered(field, value.Place) ? Compared(field, Comparison.AtMost, value) : null),
        "in" => Each(entry, Among),
        "within" => Each(entry, Within),
        "present" => Presence(entry.Value),
        _ => Report(entry.Place, $"没有“{entry.Key}”这个条件词。", $"可用的条件词是 {Words}。"),
    };

    private List<Predicate>? Parts(PredicateEntry entry, int depth)
    {
        if (entry.Value is not PredicateList { Items.Count: > 0 } list)
        {
            Report(entry.Value.Place, $"{entry.Key} 之下应当列出各个条件。", "请在每个条件前写“- ”，至少一个。");
            return null;
        }
        var parts = list.Items.Select(i => Rule(i, depth + 1)).ToList();
        return parts.Contains(null) ? null : [.. parts.Select(p => p!)];
    }

    private Predicate? Each(PredicateEntry entry, Func<PredicateField, PredicateNode, Predicate?> read)
    {
        if (entry.Value is not PredicateMap { Entries.Count: > 0 } map) return Report(entry.Value.Place, $"{entry.Key} 之下应当写“字段: 值”。", "请写字段名和要比较的值。");
        return AllOf(map.Entries.Select(e => Field(e.Key, e.Place) is { } field ? read(field, e.Value) : null));
    }

    private Predicate? Presence(PredicateNode value) => value switch
    {
        PredicateScalar one => Field(one.Text, one.Place) is { } field ? new Predicate.Present(field) : null,
        PredicateList { Items.Count: > 0 } list => AllOf(list.Items.Select(i => i is PredicateScalar ? Presence(i) : Report(i.Place, "present 之下应当是字段名。", "请只写字段名。"))),
        _ => Report(value.Place, "present 之下应当是字段名。", "请写一个字段名，或者列出几个。"),
    };

    private Predicate.Compare? Compared(PredicateField field, Comparison how, PredicateNode value) =>
        Operand(field, value) is { } operand ? new Predicate.Compare(field, how, operand) : null;

    private Predicate? OfDays(PredicateField field, Comparison how, PredicateNode value) =>
        field.Kind == FieldKind.Day ? Compared(field, how, value) : Report(value.Place, $"{field.Label}不是日期，不能比较先后。", "数量请用 at_least 或 at_most。");

    private bool Ordered(PredicateField field, PredicatePlace place)
    {
        if (field.Kind is FieldKind.Number or FieldKind.Day) return true;
        Report(place, $"{field.Label}不是数量或日期，不能比较大小。", "请用 is 或 in。");
        return false;
    }

    private Predicate? Among(PredicateField field, PredicateNode value)
    {
        if (value is not PredicateList { Items.Count: > 0 } list) return Report(value.Place, "in 之下应当列出几个值。", "请写成 [甲, 乙]。");
        var values = list.Items.Select(i => i is PredicateScalar scalar ? Literal(field, scalar) : Wrong(i.Place)).ToList();
        return values.Contains(null) ? null : new Predicate.In(field, [.. values.Select(v => v!)]);
    }

    private Predicate? Within(PredicateField field, PredicateNode value)
    {
        const string Mend = "请写 { from: 甲, to: 乙 }，或者 { of: 起算日, days: 90 }；单位可用 days、months、years。";
        if (value is not PredicateMap map) return Report(value.Place, "within 之下应当写范围。", Mend);
        var byKey = map.Entries.DistinctBy(e => e.Key).ToDictionary(e => e.Key, e => e.Value);
        if (byKey.Count == 2 && byKey.TryGetValue("from", out var from) && byKey.TryGetValue("to", out var to))
        {
            if (!Ordered(field, value.Place)) return null;
            return Operand(field, from) is { } low && Operand(field, to) is { } high ? new Predicate.Between(field, low, high) : null;
        }
        if (byKey.Count != 2 || !byKey.TryGetValue("of", out var of)) return Report(value.Place, "within 的范围写得不完整。", Mend);
        var (key, amount) = byKey.First(e => e.Key != "of");
        TimeUnit? unit = key switch { "days" => TimeUnit.Days, "months" => TimeUnit.Months, "years" => TimeUnit.Years, _ => null };
        if (unit is null) return Report(amount.Place, $"within 没有“{key}”这个单位。", Mend);
        if (field.Kind != FieldKind.Day) return Report(value.Place, $"{field.Label}不是日期，不能从某日起算。", "请核对字段。");
        if (amount is not PredicateScalar { Text: var text } || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 5000)
            return Report(amount.Place, "期间应当是 1 到 5000 的整数。", Mend);
        return Operand(field, of) is { } start ? new Predicate.Following(field, start, number, unit.Value) : null;
    }

    private Operand? Operand(PredicateField field, PredicateNode value)
    {
        if (value is not PredicateScalar scalar)
        {
            Wrong(value.Place);
            return null;
        }
        if (!scalar.Text.StartsWith('$')) return Literal(field, scalar) is { } literal ? new Operand(literal, null) : null;
        if (Field(scalar.Text[1..], scalar.Place) is not { } other) return null;
        if (other.Kind == field.Kind) return new Operand(null, other);
        Report(scalar.Place, $"{field.Label}和{other.Label}不是同一类值，不能比较。", "请核对两个字段的类型。");
        return null;
    }

    private FieldValue? Literal(PredicateField field, PredicateScalar scalar)
    {
        var text = scalar.Text;
        switch (field.Kind)
        {
            case FieldKind.Number when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number):
                return FieldValue.Of(number);
            case FieldKind.Number:
                Report(scalar.Place, $"“{text}”不是数字，而{field.Label}是数字。", "请写阿拉伯数字，不带单位。");
                return null;
            case FieldKind.Flag when text is "true" or "是" or "false" or "否":
                return FieldValue.Of(text is "true" or "是");
            case FieldKind.Flag:
                Report(scalar.Place, $"“{text}”既不是“是”也不是“否”。", "请写 true 或 false。");
                return null;
            case FieldKind.Day when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                return FieldValue.Of(day);
            case FieldKind.Day:
                Report(scalar.Place, $"“{text}”不是日期，而{field.Label}是日期。", "请写成 2023-05-31。");
                return null;
            case FieldKind.Text when field.Options.Count > 0 && !field.Options.ContainsKey(text):
                Report(scalar.Place, $"{field.Label}没有“{text}”这个选项。", $"可选的是 {string.Join('、', field.Options.Keys)}。");
                return null;
            default:
                return FieldValue.Of(text);
        }
    }

    private PredicateField? Field(string name, PredicatePlace place)
    {
        if (_fields.TryGetValue(name, out var field)) return field;
        Report(place, $"没有名为“{name}”的字段。", $"可用的字段是 {string.Join('、', _fields.Keys.Take(20))}。");
        return null;
    }

    /// <summary>All are read before the first failure counts, so that every mistake is reported.</summary>
    private static Predicate? AllOf(IEnumerable<Predicate?> parts)
    {
        var all = parts.ToList();
        return all.Contains(null) ? null : all.Count == 1 ? all[0] : new Predicate.All([.. all.Select(p => p!)]);
    }

    private FieldValue? Wrong(PredicatePlace place)
    {
        Report(place, "这里应当是单个值。", "请写一个值，或者用 $字段名 指另一个字段。");
        return null;
    }

    private Predicate? Report(PredicatePlace place, string cause, string mend)
    {
        _problems.Add(new(place, cause, mend));
        return null;
    }
}
