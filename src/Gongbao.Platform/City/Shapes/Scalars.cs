using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Platform.City.Shapes;

/// <summary>A single value of some kind.</summary>
public abstract class ScalarShape : Shape
{
    private protected ScalarShape()
    {
    }

    /// <summary>True where the text is a value of this kind.</summary>
    internal abstract bool Accepts(string text);

    internal override void Check(DeclaredNode node, ShapeCheck check)
    {
        if (node is not DeclaredScalar scalar || !Accepts(scalar.Text)) Mismatch(node, check);
    }

    internal override void Write(DeclaredNode node, Utf8JsonWriter json) => json.WriteStringValue(((DeclaredScalar)node).Text);
}

/// <summary>A text that is not blank.</summary>
/// <param name="pattern">Regular expression for the whole text; null for any.</param>
/// <param name="patternSays">The pattern in words, as the object of 应是…; required with a pattern.</param>
public sealed class TextShape(string? pattern = null, string? patternSays = null) : ScalarShape
{
    private readonly Regex? _pattern = pattern is null ? null : new($@"^(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    internal override string Wanted => patternSays ?? "一段文字";

    internal override bool Accepts(string text) => !string.IsNullOrWhiteSpace(text) && _pattern?.IsMatch(text) is not false;

    internal override JsonObject Schema(bool complete) => pattern is null
        ? new() { ["type"] = "string", ["minLength"] = 1 }
        : new() { ["type"] = "string", ["pattern"] = $"^(?:{pattern})$", ["description"] = Wanted };
}

/// <summary>A single value of a kind that something else decides, as the answer to a question: a text, a number, true or false.</summary>
public sealed class ValueShape : ScalarShape
{
    internal override string Wanted => "一个值";

    internal override bool Accepts(string text) => !string.IsNullOrWhiteSpace(text);

    internal override JsonObject Schema(bool complete) => new() { ["type"] = new JsonArray("string", "number", "boolean"), ["description"] = Wanted };
}

/// <summary>A number within bounds, both inclusive.</summary>
/// <param name="least">Smallest value.</param>
/// <param name="most">Largest value.</param>
/// <param name="unit">The unit, in words, such as 个工作日; empty where there is none.</param>
/// <param name="fraction">True where a fraction is allowed.</param>
public sealed class NumberShape(decimal least, decimal most, string unit = "", bool fraction = false) : ScalarShape
{
    internal override string Wanted => string.Create(CultureInfo.InvariantCulture, $"{least} 到 {most} 之间的{(fraction ? "数" : "整数")}{(unit.Length > 0 ? $"（{unit}）" : "")}");

    internal override bool Accepts(string text) => Parse(text) is { } n && n >= least && n <= most;

    internal override JsonObject Schema(bool complete) => new()
    {
        ["type"] = fraction ? "number" : "integer", ["minimum"] = least, ["maximum"] = most, ["description"] = Wanted,
    };

    internal override void Write(DeclaredNode node, Utf8JsonWriter json) => json.WriteNumberValue(Parse(((DeclaredScalar)node).Text)!.Value / 1.000000000000000000000000000m);

    private decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | (fraction ? NumberStyles.AllowDecimalPoint : 0), CultureInfo.InvariantCulture, out var n) ? n : null;
}

/// <summary>True or false.</summary>
public sealed class FlagShape : ScalarShape
{
    internal override string Wanted => " true 或 false";

    internal override bool Accepts(string text) => text is "true" or "false";

    internal override JsonObject Schema(bool complete) => new() { ["type"] = "boolean" };

    internal override void Write(DeclaredNode node, Utf8JsonWriter json) => json.WriteBooleanValue(((DeclaredScalar)node).Text == "true");
}

/// <summary>A day of the calendar.</summary>
public sealed class DateShape : ScalarShape
{
    internal override string Wanted => "一个真实的日期（如 2023-04-18）";

    internal override bool Accepts(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    internal override JsonObject Schema(bool complete) => new() { ["type"] = "string", ["format"] = "date", ["pattern"] = @"^\d{4}-\d{2}-\d{2}$" };
}

/// <summary>One of a few words.</summary>
/// <param name="words">The words and what each means, in Chinese.</param>
public sealed class ChoiceShape(IReadOnlyDictionary<string, string> words) : ScalarShape
{
    internal override string Wanted => $"以下之一：{string.Join("、", words.Select(w => $"{w.Key}（{w.Value}）"))}";

    internal override bool Accepts(string text) => words.ContainsKey(text);

    internal override void Check(DeclaredNode node, ShapeCheck check)
    {
        if (node is not DeclaredScalar { Text.Length: > 0 } scalar)
            Mismatch(node, check);
        else if (!Accepts(scalar.Text))
            check.Report(node.Place, $"没有“{scalar.Text}”这一选项。", Spelling.Mend(scalar.Text, words.Keys, $"应是{Wanted}。"));
    }

    internal override JsonObject Schema(bool complete) => new()
    {
        ["type"] = "string", ["enum"] = new JsonArray([.. words.Keys.Select(k => JsonValue.Create(k))]), ["description"] = Wanted,
    };
}

/// <summary>The id of a thing in another section.</summary>
/// <param name="section">The section whose things may be named.</param>
/// <param name="thing">What it is, in words, such as 单位.</param>
public sealed class ReferenceShape(string section, string thing) : ScalarShape
{
    internal override string Wanted => $"{section} 里某个{thing}的编号";

    internal override bool Accepts(string text) => text.Length > 0;

    internal override void Check(DeclaredNode node, ShapeCheck check)
    {
        if (node is not DeclaredScalar { Text.Length: > 0 } scalar)
        {
            Mismatch(node, check);
            return;
        }

        var ids = check.IdsOf(section) ?? [];
        if (!ids.Contains(scalar.Text))
            check.Report(node.Place, $"{section} 里没有编号为“{scalar.Text}”的{thing}。", Spelling.Mend(scalar.Text, ids, $"请先在 {section} 里声明它，或改用已有的编号。"));
    }

    internal override JsonObject Schema(bool complete) => new() { ["type"] = "string", ["minLength"] = 1, ["description"] = Wanted };
}

/// <summary>The address of a clause, such as 达市府办发〔2023〕14号#三（十）.</summary>
public sealed class ClauseShape : ScalarShape
{
    internal override string Wanted => "条款地址（如 达市府办发〔2023〕14号#三（十））";

    internal override bool Accepts(string text) => ClauseRef.TryParse(text, out _);

    internal override JsonObject Schema(bool complete) => new() { ["type"] = "string", ["minLength"] = 1, ["description"] = Wanted };
}
