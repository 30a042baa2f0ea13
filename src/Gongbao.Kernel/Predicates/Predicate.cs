using Gongbao.Kernel.Time;

namespace Gongbao.Kernel.Predicates;

/// <summary>
/// A rule as a declaration states it (条件): a small tree without loops or code, which holds, does not hold, or is unknown as long as
/// a field that matters is unanswered. It says itself as a Chinese sentence.
/// </summary>
public abstract record Predicate
{
    private Predicate()
    {
    }

    /// <summary>Judges the rule.</summary>
    /// <param name="fields">Gives the answer to a field by name; null while it is unanswered.</param>
    /// <exception cref="InvalidOperationException">A field has a value of another kind than it declares.</exception>
    public Verdict Judge(Func<string, FieldValue?> fields) => new(this, fields);

    /// <summary>The rule as a whole Chinese sentence.</summary>
    public string Say() => Sentences.Of(this, negated: false) + "。";

    public sealed override string ToString() => Say();

    /// <summary>Fields that the rule asks about, each once, in the order in which it names them.</summary>
    public IReadOnlyList<PredicateField> Fields() => [.. FieldsOf(this).DistinctBy(f => f.Name)];

    private static IEnumerable<PredicateField> FieldsOf(Predicate rule) => rule switch
    {
        All all => all.Parts.SelectMany(FieldsOf),
        Any any => any.Parts.SelectMany(FieldsOf),
        Not not => FieldsOf(not.Part),
        Leaf leaf => leaf.Asked(),
        _ => [],
    };

    /// <summary>Every part holds.</summary>
    internal sealed record All(IReadOnlyList<Predicate> Parts) : Predicate;

    /// <summary>At least one part holds.</summary>
    internal sealed record Any(IReadOnlyList<Predicate> Parts) : Predicate;

    /// <summary>The part does not hold.</summary>
    internal sealed record Not(Predicate Part) : Predicate;

    /// <summary>A question about one field.</summary>
    internal abstract record Leaf(PredicateField Field) : Predicate
    {
        /// <summary>The field and those it is compared with.</summary>
        public virtual IEnumerable<PredicateField> Asked() => [Field];
    }

    /// <summary>The field is answered, and not by "none".</summary>
    internal sealed record Present(PredicateField Field) : Leaf(Field);

    /// <summary>The field stands in a relation to a value or to another field.</summary>
    internal sealed record Compare(PredicateField Field, Comparison How, Operand With) : Leaf(Field)
    {
        public override IEnumerable<PredicateField> Asked() => [Field, .. With.Asked()];
    }

    /// <summary>The field is one of several values.</summary>
    internal sealed record In(PredicateField Field, IReadOnlyList<FieldValue> Values) : Leaf(Field);

    /// <summary>The field lies between two values, both included.</summary>
    internal sealed record Between(PredicateField Field, Operand From, Operand To) : Leaf(Field)
    {
        public override IEnumerable<PredicateField> Asked() => [Field, .. From.Asked(), .. To.Asked()];
    }

    /// <summary>The day lies not before another and at most a span after it, the last day included, the first not counted.</summary>
    internal sealed record Following(PredicateField Field, Operand Start, int Amount, TimeUnit Unit) : Leaf(Field)
    {
        public override IEnumerable<PredicateField> Asked() => [Field, .. Start.Asked()];
    }
}

/// <summary>Relations of one value to another.</summary>
internal enum Comparison
{
    Is,
    Before,
    After,
    AtLeast,
    AtMost,
}

/// <summary>What a field is compared with: a value, or another field.</summary>
internal readonly record struct Operand(FieldValue? Value, PredicateField? Field)
{
    public FieldValue? Of(Func<string, FieldValue?> fields) => Field is null ? Value : fields(Field.Name);

    public IEnumerable<PredicateField> Asked() => Field is null ? [] : [Field];

    public string Say(PredicateField beside) => Field?.Label ?? Value!.Say(beside);
}
