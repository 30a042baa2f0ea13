using System.Globalization;
using System.Runtime.CompilerServices;
using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Fields;

namespace Gongbao.Casework.Running;

/// <summary>An answer of a form.</summary>
/// <param name="Field">Id of the field.</param>
/// <param name="Value">As it was typed or chosen: a day as 2025-03-03, yes and no as true and false.</param>
/// <param name="Place">Its place in a group that repeats, from 0.</param>
internal sealed record FormAnswer(string Field, string Value, int Place = 0);

/// <summary>Answers of a form as they are judged and kept (填写内容).</summary>
internal static class FormAnswers
{
    private static readonly ConditionalWeakTable<CaseDeclaration, IReadOnlySet<string>> AskedByRules = [];

    /// <summary>What is kept of the answers of a form: those to fields that are asked, each in its written form.</summary>
    /// <returns>Refused with everything that is wrong: <c>case.no-field</c>, <c>case.answered-twice</c>, <c>case.wrong-answer</c>, <c>case.no-answer-given</c>.</returns>
    public static Result<IReadOnlyList<FormAnswer>> Read(CaseDeclaration declaration, IReadOnlyList<FormAnswer> given)
    {
        var against = new List<Refusal>();
        var read = new Dictionary<(string, int), FormAnswer>();
        foreach (var answer in given.Where(a => a.Value.Trim().Length > 0))
        {
            if (declaration.Field(answer.Field) is not { } field) against.Add(new("case.no-field", $"这份表没有编号为“{answer.Field}”的填写项，请核对。"));
            else if (answer.Place < 0 || (field.Group is null && answer.Place > 0) || read.ContainsKey((field.Id, answer.Place))) against.Add(new("case.answered-twice", $"“{field.Label}”填写了不止一次，请只保留一次。"));
            else if (Written(field, answer.Value) is { } text) read.Add((field.Id, answer.Place), answer with { Value = text });
            else against.Add(new("case.wrong-answer", WrongBecause(field)));
        }
        FieldValue? Fact(string id) => declaration.Field(id) is { Group: null } field && read.TryGetValue((id, 0), out var answer) ? Value(field, answer.Value) : null;
        foreach (var field in declaration.Fields)
        {
            var isAsked = field.AskedWhen?.Judge(Fact).Truth is null or Truth.True;
            var places = read.Keys.Where(k => k.Item1 == field.Id).ToList();
            if (!isAsked) places.ForEach(k => read.Remove(k));
            else if (places.Count == 0 && !field.IsOptional) against.Add(new("case.no-answer-given", $"请填写“{field.Label}”。"));
        }
        return against.Count > 0 ? Result<IReadOnlyList<FormAnswer>>.Refused(against) : read.Values.ToList();
    }

    /// <summary>The answer as rules compare it.</summary>
    public static FieldValue Value(CaseField field, string text) => field.ForRules.Kind switch
    {
        FieldKind.Number => FieldValue.Of(decimal.Parse(text, CultureInfo.InvariantCulture)),
        FieldKind.Flag => FieldValue.Of(text == "true"),
        FieldKind.Day => FieldValue.Of(DateOnly.ParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => FieldValue.Of(text),
    };

    /// <summary>Fields that rules and units of items ask about in the course of a case.</summary>
    public static IReadOnlySet<string> NeededByRules(CaseDeclaration declaration) => AskedByRules.GetValue(declaration, static d =>
        d.Items.Select(i => i.NeededWhen).Concat(d.Evidence.Select(e => e.NeededWhen)).OfType<Predicate>().SelectMany(p => p.Fields()).Select(f => f.Name)
            .Concat(d.Items.Where(i => i.Unit.StartsWith('$')).Select(i => i.Unit[1..])).ToHashSet(StringComparer.Ordinal));

    /// <summary>A field as the platform protects it.</summary>
    public static ProtectedField Protected(CaseField field) => new("case_answer", field.Id, field.Class, field.Mask, field.IsIndexed);

    public static bool IsSealed(CaseField field) => field.Class is FieldClass.Personal or FieldClass.Secret;

    /// <summary>Where an answer stands, to which its seal is bound.</summary>
    public static FieldPlace PlaceOf(Guid id, CaseField field, int place) => Protected(field).In($"{id:N}:{place.ToString(CultureInfo.InvariantCulture)}");

    private static string? Written(CaseField field, string value)
    {
        var text = value.Trim();
        return field.Type switch
        {
            CaseFieldType.Number => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
            CaseFieldType.Flag or CaseFieldType.Consent => text is "true" or "false" ? text : null,
            CaseFieldType.Day => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            CaseFieldType.Instant => DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
            CaseFieldType.Choice => field.Options.ContainsKey(text) ? text : null,
            CaseFieldType.IdentityNumber => IdentityNumber.TryParse(text, out var number) ? number.Value : null,
            _ => text,
        };
    }

    private static string WrongBecause(CaseField field) => field.Type switch
    {
        CaseFieldType.Number => $"“{field.Label}”应当填写数字。",
        CaseFieldType.Day => $"“{field.Label}”应当是一个实有的日期，如 2025-03-03。",
        CaseFieldType.Instant => $"“{field.Label}”应当是日期和时间，如 2025-03-03T09:30。",
        CaseFieldType.Choice => $"“{field.Label}”只能从这些里选：{string.Join("、", field.Options.Values)}。",
        CaseFieldType.IdentityNumber => $"“{field.Label}”不是有效的公民身份号码，请对照证件核对十八位号码。",
        _ => $"“{field.Label}”只能选是或者否。",
    };
}
