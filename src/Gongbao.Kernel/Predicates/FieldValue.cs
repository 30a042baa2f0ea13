using System.Globalization;

namespace Gongbao.Kernel.Predicates;

/// <summary>What a field holds.</summary>
public enum FieldKind
{
    /// <summary>A text or one of several options.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A Beijing date.</summary>
    Day,
}

/// <summary>
/// An answer to a field. No answer yet is null and makes a rule unknown; <see cref="None"/> is the answer that there is nothing, and
/// fulfils no comparison.
/// </summary>
public abstract record FieldValue
{
    private FieldValue()
    {
    }

    /// <summary>Answered: there is none.</summary>
    public static FieldValue None { get; } = new Nothing();

    public static FieldValue Of(string text) => new Text(text);

    public static FieldValue Of(decimal number) => new Number(number);

    public static FieldValue Of(bool flag) => new Flag(flag);

    public static FieldValue Of(DateOnly day) => new Day(day);

    /// <summary>The value as a sentence prints it.</summary>
    internal string Say(PredicateField field) => this switch
    {
        Text text => $"“{field.Options.GetValueOrDefault(text.Value, text.Value)}”",
        Number number => number.Value.ToString("0.############", CultureInfo.InvariantCulture) + field.Unit,
        Flag flag => flag.Value ? "是" : "否",
        Day day => day.Value.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        _ => "无",
    };

    internal sealed record Nothing : FieldValue;

    internal sealed record Text(string Value) : FieldValue;

    internal sealed record Number(decimal Value) : FieldValue;

    internal sealed record Flag(bool Value) : FieldValue;

    internal sealed record Day(DateOnly Value) : FieldValue;
}

/// <summary>A field that rules may ask about.</summary>
/// <param name="Name">Its name in declarations.</param>
/// <param name="Label">Its name in sentences: 户籍地.</param>
/// <param name="Kind">What it holds.</param>
public sealed record PredicateField(string Name, string Label, FieldKind Kind)
{
    /// <summary>What stands behind its numbers: 元, 人; empty where nothing does.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Codes of its options with their labels; empty for free text.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
}
