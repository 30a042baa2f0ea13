namespace Gongbao.Kernel.Predicates;

/// <summary>What became of a rule under given answers, and which questions decided it.</summary>
public sealed class Verdict
{
    private readonly List<(Predicate.Leaf Leaf, bool Negated)> _deciding = [];
    private readonly Func<string, FieldValue?> _fields;
    private readonly Predicate _rule;

    internal Verdict(Predicate rule, Func<string, FieldValue?> fields)
    {
        (_rule, _fields) = (rule, fields);
        Truth = Judging.Of(rule, fields);
        Collect(rule, Truth, negated: false);
    }

    public Truth Truth { get; }

    public bool Holds => Truth == Truth.True;

    /// <summary>Fields that decided: of an unknown rule the unanswered ones that it still depends on.</summary>
    public IReadOnlyList<PredicateField> Deciding =>
        [.. _deciding.SelectMany(d => d.Leaf.Asked()).Where(f => Truth != Truth.Unknown || _fields(f.Name) is null).DistinctBy(f => f.Name)];

    /// <summary>The outcome as one whole Chinese sentence that names what decided.</summary>
    public string Say() => Truth switch
    {
        Truth.True => $"符合条件：{Join(d => Sentences.Of(d.Leaf, d.Negated))}。",
        Truth.False => $"不符合条件：{Join(Failure)}。",
        Truth.Unknown => $"还不能判断，尚待填写：{string.Join('、', Deciding.Select(f => f.Label))}。",
    };

    private string Join(Func<(Predicate.Leaf Leaf, bool Negated), string> say) =>
        _deciding.Count == 0 ? Sentences.Of(_rule, Truth == Truth.False) : string.Join('；', _deciding.Select(say).Distinct());

    private string Failure((Predicate.Leaf Leaf, bool Negated) asked)
    {
        var field = asked.Leaf.Field;
        var actual = _fields(field.Name);
        var found = actual is null or FieldValue.Nothing ? $"没有{field.Label}" : asked.Leaf is Predicate.Present ? $"有{field.Label}" : $"{field.Label}{Is(field)}{actual.Say(field)}";
        var others = asked.Leaf.Asked().Skip(1).DistinctBy(f => f.Name).Select(f => $"，{f.Label}{Is(f)}{_fields(f.Name)?.Say(f) ?? "未知"}");
        return $"{found}{string.Concat(others)}，而要求{Sentences.Of(asked.Leaf, asked.Negated)}";
    }

    private static string Is(PredicateField field) => field.Kind == FieldKind.Flag ? "为" : "是";

    /// <summary>Goes down to the questions to which the outcome is due; the phrase of each is that of the requirement.</summary>
    private void Collect(Predicate rule, Truth truth, bool negated)
    {
        switch (rule)
        {
            case Predicate.Not not:
                Collect(not.Part, truth.Not(), !negated);
                break;
            case Predicate.All all:
                CollectParts(all.Parts, truth, negated);
                break;
            case Predicate.Any any:
                CollectParts(any.Parts, truth, negated);
                break;
            case Predicate.Leaf leaf:
                _deciding.Add((leaf, negated));
                break;
        }
    }

    private void CollectParts(IReadOnlyList<Predicate> parts, Truth truth, bool negated)
    {
        foreach (var part in parts)
            if (Judging.Of(part, _fields) == truth) Collect(part, truth, negated);
    }
}
