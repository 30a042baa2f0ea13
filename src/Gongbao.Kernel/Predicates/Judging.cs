using Gongbao.Kernel.Time;

namespace Gongbao.Kernel.Predicates;

/// <summary>Judges rules by answers.</summary>
internal static class Judging
{
    public static Truth Of(Predicate rule, Func<string, FieldValue?> fields) => rule switch
    {
        Predicate.All all => all.Parts.Aggregate(Truth.True, (so, part) => so.And(Of(part, fields))),
        Predicate.Any any => any.Parts.Aggregate(Truth.False, (so, part) => so.Or(Of(part, fields))),
        Predicate.Not not => Of(not.Part, fields).Not(),
        Predicate.Leaf leaf => OfLeaf(leaf, fields),
        _ => throw new InvalidOperationException($"A rule of an unknown kind: {rule.GetType().Name}."),
    };

    private static Truth OfLeaf(Predicate.Leaf leaf, Func<string, FieldValue?> fields)
    {
        if (fields(leaf.Field.Name) is not { } value) return Truth.Unknown;
        if (value is FieldValue.Nothing) return Truth.False;
        return leaf switch
        {
            Predicate.Present => Truth.True,
            Predicate.Compare compare => With(compare.With.Of(fields), other => Holds(value, compare.How, other)),
            Predicate.In among => TruthTables.Of(among.Values.Contains(value)),
            Predicate.Between between => With(between.From.Of(fields), from => Order(value, from) >= 0)
                .And(With(between.To.Of(fields), to => Order(value, to) <= 0)),
            Predicate.Following following => With(following.Start.Of(fields), start => Follows(Day(value), Day(start), following)),
            _ => throw new InvalidOperationException($"A question of an unknown kind: {leaf.GetType().Name}."),
        };
    }

    private static Truth With(FieldValue? other, Func<FieldValue, bool> holds) => other switch
    {
        null => Truth.Unknown,
        FieldValue.Nothing => Truth.False,
        _ => TruthTables.Of(holds(other)),
    };

    private static bool Holds(FieldValue value, Comparison how, FieldValue other) => how switch
    {
        Comparison.Is => value.Equals(other),
        Comparison.Before => Order(value, other) < 0,
        Comparison.After => Order(value, other) > 0,
        Comparison.AtLeast => Order(value, other) >= 0,
        Comparison.AtMost => Order(value, other) <= 0,
    };

    private static bool Follows(DateOnly day, DateOnly start, Predicate.Following span)
    {
        var end = span.Unit switch
        {
            TimeUnit.Months => start.AddMonths(span.Amount),
            TimeUnit.Years => start.AddYears(span.Amount),
            _ => start.AddDays(span.Amount),
        };
        return day >= start && day <= end;
    }

    private static DateOnly Day(FieldValue value) => value is FieldValue.Day day ? day.Value : throw Mismatch(value);

    private static int Order(FieldValue one, FieldValue other) => (one, other) switch
    {
        (FieldValue.Number a, FieldValue.Number b) => a.Value.CompareTo(b.Value),
        (FieldValue.Day a, FieldValue.Day b) => a.Value.CompareTo(b.Value),
        _ => throw Mismatch(one),
    };

    private static InvalidOperationException Mismatch(FieldValue value) => new($"A {value.GetType().Name.ToLowerInvariant()} stands where a rule compares something else.");
}
