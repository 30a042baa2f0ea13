using Gongbao.Kernel.Time;

namespace Gongbao.Kernel.Predicates;

/// <summary>Says rules in Chinese. A negation is carried down to the questions, so that it reads as one would say it.</summary>
internal static class Sentences
{
    public static string Of(Predicate rule, bool negated, bool inner = false) => rule switch
    {
        Predicate.Not not => Of(not.Part, !negated, inner),
        Predicate.All all => Join(all.Parts, negated, negated ? "，或者" : "，并且", inner),
        Predicate.Any any => Join(any.Parts, negated, negated ? "，并且" : "，或者", inner),
        Predicate.Leaf leaf => OfLeaf(leaf, negated),
        _ => "",
    };

    private static string Join(IReadOnlyList<Predicate> parts, bool negated, string word, bool inner)
    {
        if (parts.Count == 1) return Of(parts[0], negated, inner);
        var text = string.Join(word, parts.Select(p => Of(p, negated, inner: true)));
        return inner ? $"（{text}）" : text;
    }

    private static string OfLeaf(Predicate.Leaf leaf, bool negated)
    {
        var label = leaf.Field.Label;
        var no = negated ? "不" : "";
        return leaf switch
        {
            Predicate.Present => $"{(negated ? "没有" : "有")}{label}",
            // A flag is named by what it states: 孩子已经取名.
            Predicate.Compare { How: Comparison.Is, Field.Kind: FieldKind.Flag, With.Value: FieldValue.Flag flag } => flag.Value != negated ? label : $"“{label}”不成立",
            Predicate.Compare compare => $"{label}{Relation(compare, negated)}{compare.With.Say(leaf.Field)}",
            Predicate.In among => $"{label}{no}属于{string.Join('、', among.Values.Select(v => v.Say(leaf.Field)))}{(among.Values.Count > 1 ? negated ? "中的任何一个" : "之一" : "")}",
            Predicate.Between between => $"{label}{no}在{between.From.Say(leaf.Field)}至{between.To.Say(leaf.Field)}之间（含两端）",
            Predicate.Following following => $"{label}{no}在{following.Start.Say(leaf.Field)}起{new Term(following.Amount, following.Unit)}内",
            _ => "",
        };
    }

    private static string Relation(Predicate.Compare compare, bool negated)
    {
        var day = compare.Field.Kind == FieldKind.Day;
        return (compare.How, negated) switch
        {
            (Comparison.Is, false) => "是",
            (Comparison.Is, true) => "不是",
            (Comparison.Before, false) => "早于",
            (Comparison.Before, true) => "不早于",
            (Comparison.After, false) => "晚于",
            (Comparison.After, true) => "不晚于",
            (Comparison.AtLeast, false) => day ? "不早于" : "不少于",
            (Comparison.AtLeast, true) => day ? "早于" : "少于",
            (Comparison.AtMost, false) => day ? "不晚于" : "不超过",
            (Comparison.AtMost, true) => day ? "晚于" : "超过",
        };
    }
}
