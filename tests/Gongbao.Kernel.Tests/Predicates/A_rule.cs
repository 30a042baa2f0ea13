using CsCheck;
using Gongbao.Kernel.Predicates;
using static Gongbao.Kernel.Tests.Predicates.Rules;

namespace Gongbao.Kernel.Tests.Predicates;

public class A_rule
{
    private const Truth F = Truth.False;
    private const Truth U = Truth.Unknown;
    private const Truth T = Truth.True;

    [Theory]
    [InlineData(F, F, F, F)]
    [InlineData(F, U, F, U)]
    [InlineData(F, T, F, T)]
    [InlineData(U, F, F, U)]
    [InlineData(U, U, U, U)]
    [InlineData(U, T, U, T)]
    [InlineData(T, F, F, T)]
    [InlineData(T, U, U, T)]
    [InlineData(T, T, T, T)]
    public void Joins_its_parts_by_the_tables_of_three_values(Truth one, Truth other, Truth and, Truth or)
    {
        Assert.Equal((and, or), (one.And(other), one.Or(other)));
        Predicate[] parts = [Flag(0), Flag(1)];
        FieldValue? Answers(string name) => Answer(name == "f0" ? one : other);
        Assert.Equal(and, new Predicate.All(parts).Judge(Answers).Truth);
        Assert.Equal(or, new Predicate.Any(parts).Judge(Answers).Truth);
    }

    [Theory]
    [InlineData(F, T)]
    [InlineData(U, U)]
    [InlineData(T, F)]
    public void Is_negated_by_the_table_of_three_values(Truth one, Truth not)
    {
        Assert.Equal(not, one.Not());
        Assert.Equal(not, new Predicate.Not(Flag(0)).Judge(_ => Answer(one)).Truth);
    }

    [Fact]
    public void Obeys_de_morgan_and_double_negation() => Gen.Select(OverFlags, OverFlags).Sample((a, b) =>
    {
        foreach (var answers in Answers())
        {
            Assert.Equal(Judge(Not(new Predicate.All([a, b]))), Judge(new Predicate.Any([Not(a), Not(b)])));
            Assert.Equal(Judge(Not(new Predicate.Any([a, b]))), Judge(new Predicate.All([Not(a), Not(b)])));
            Assert.Equal(Judge(a), Judge(Not(Not(a))));

            Truth Judge(Predicate rule) => rule.Judge(answers).Truth;
        }
    }, iter: 200);

    [Fact]
    public void Once_decided_is_not_changed_by_further_answers() => OverFlags.Sample(rule =>
    {
        foreach (var few in Answers())
        {
            var before = rule.Judge(few).Truth;
            if (before is Truth.Unknown) continue;
            foreach (var more in Answers().Where(m => new[] { "f0", "f1", "f2" }.All(n => few(n) is not { } v || v.Equals(m(n)))))
                Assert.Equal(before, rule.Judge(more).Truth);
        }
    }, iter: 300);

    [Fact]
    public void Always_says_a_whole_sentence_and_its_negation_reads_both_ways() => OverFlags.Sample(rule =>
    {
        Assert.EndsWith("。", rule.Say(), StringComparison.Ordinal);
        Assert.Equal(rule.Say(), Not(Not(rule)).Say());
        Assert.NotEqual(rule.Say(), Not(rule).Say());
        foreach (var answers in Answers())
        {
            var verdict = rule.Judge(answers);
            Assert.EndsWith("。", verdict.Say(), StringComparison.Ordinal);
            Assert.NotEmpty(verdict.Deciding);
            Assert.Equal(verdict.Truth is Truth.Unknown, verdict.Deciding.All(f => answers(f.Name) is null));
        }
    }, iter: 200);

    [Theory]
    [InlineData("{ is: { hukou: qinghe } }", "qinghe", T)]
    [InlineData("{ is: { hukou: qinghe } }", "other", F)]
    [InlineData("{ in: { hukou: [qinghe, other] } }", "other", T)]
    [InlineData("{ in: { hukou: [qinghe, other] } }", "abroad", F)]
    [InlineData("{ present: hukou }", "other", T)]
    public void Asks_about_texts(string rule, string value, Truth truth)
    {
        Assert.Equal(truth, Rule(rule).Judge(Given(("hukou", FieldValue.Of(value)))).Truth);
        Assert.Equal(U, Rule(rule).Judge(Given()).Truth);
        Assert.Equal(F, Rule(rule).Judge(Given(("hukou", FieldValue.None))).Truth);
    }

    [Theory]
    [InlineData("{ before: { born_on: 2023-05-01 } }", 30, 1)]
    [InlineData("{ after: { born_on: 2023-05-01 } }", 32, 61)]
    [InlineData("{ at_least: { born_on: 2023-05-01 } }", 31, 61)]
    [InlineData("{ at_most: { born_on: 2023-05-01 } }", 1, 31)]
    [InlineData("{ within: { born_on: { from: 2023-04-10, to: 2023-04-20 } } }", 10, 20)]
    [InlineData("{ within: { born_on: { of: 2023-04-10, days: 10 } } }", 10, 20)]
    [InlineData("{ within: { born_on: { of: 2023-04-01, months: 1 } } }", 1, 31)]
    public void Asks_about_days_with_the_ends_that_it_names(string rule, int first, int last)
    {
        for (var n = 1; n <= 61; n++)
            Assert.Equal(n >= Math.Min(first, last) && n <= Math.Max(first, last), Rule(rule).Judge(Given(("born_on", FieldValue.Of(new DateOnly(2023, 3, 31).AddDays(n))))).Holds);
    }

    [Theory]
    [InlineData("{ at_least: { children: 2 } }", 1, false)]
    [InlineData("{ at_least: { children: 2 } }", 2, true)]
    [InlineData("{ at_most: { children: 2 } }", 2, true)]
    [InlineData("{ at_most: { children: 2 } }", 3, false)]
    [InlineData("{ is: { children: 2.0 } }", 2, true)]
    [InlineData("{ at_most: { children: $limit } }", 4, true)]
    [InlineData("{ at_most: { children: $limit } }", 5, false)]
    public void Asks_about_numbers_and_other_fields(string rule, int value, bool holds) =>
        Assert.Equal(holds, Rule(rule).Judge(Given(("children", FieldValue.Of(value)), ("limit", FieldValue.Of(4m)))).Holds);

    [Fact]
    public void Is_unknown_while_the_other_field_is_unanswered() =>
        Assert.Equal(["上限"], Rule("{ at_most: { children: $limit } }").Judge(Given(("children", FieldValue.Of(4m)))).Deciding.Select(f => f.Label));

    [Theory]
    [InlineData("{ is: { hukou: qinghe } }", "户籍地是“清河市”。")]
    [InlineData("{ not: { is: { hukou: qinghe } } }", "户籍地不是“清河市”。")]
    [InlineData("{ in: { hukou: [qinghe, other] } }", "户籍地属于“清河市”、“外地”之一。")]
    [InlineData("{ not: { in: { hukou: [qinghe, other] } } }", "户籍地不属于“清河市”、“外地”中的任何一个。")]
    [InlineData("{ is: { named: true } }", "已取名。")]
    [InlineData("{ present: name }", "有姓名。")]
    [InlineData("{ not: { present: name } }", "没有姓名。")]
    [InlineData("{ before: { born_on: 2023-05-01 } }", "出生日期早于2023年5月1日。")]
    [InlineData("{ not: { before: { born_on: 2023-05-01 } } }", "出生日期不早于2023年5月1日。")]
    [InlineData("{ at_least: { born_on: 2023-05-01 } }", "出生日期不早于2023年5月1日。")]
    [InlineData("{ at_least: { children: 2 } }", "子女数不少于2人。")]
    [InlineData("{ not: { at_least: { children: 2 } } }", "子女数少于2人。")]
    [InlineData("{ at_most: { children: $limit } }", "子女数不超过上限。")]
    [InlineData("{ within: { applied_on: { of: $born_on, days: 90 } } }", "申请日期在出生日期起90日内。")]
    [InlineData("{ within: { children: { from: 1, to: 3 } } }", "子女数在1人至3人之间（含两端）。")]
    [InlineData("{ all: [ { present: name }, { any: [ { is: { hukou: qinghe } }, { is: { named: true } } ] } ] }", "有姓名，并且（户籍地是“清河市”，或者已取名）。")]
    [InlineData("{ not: { all: [ { present: name }, { is: { hukou: qinghe } } ] } }", "没有姓名，或者户籍地不是“清河市”。")]
    [InlineData("{ present: [name, hukou] }", "有姓名，并且有户籍地。")]
    [InlineData("{ present: name, is: { hukou: qinghe, named: false } }", "有姓名，并且（户籍地是“清河市”，并且“已取名”不成立）。")]
    public void Says_itself_in_chinese(string rule, string said) => Assert.Equal(said, Rule(rule).Say());

    [Fact]
    public void Says_which_fields_decided()
    {
        var rule = Rule("{ all: [ { is: { hukou: qinghe } }, { is: { named: true } }, { within: { applied_on: { of: $born_on, days: 90 } } }, { not: { present: name } } ] }");

        Assert.Equal("还不能判断，尚待填写：户籍地、已取名、申请日期、出生日期、姓名。", rule.Judge(Given()).Say());
        Assert.Equal("不符合条件：户籍地是“外地”，而要求户籍地是“清河市”。", rule.Judge(Given(("hukou", FieldValue.Of("other")))).Say());
        Assert.Equal("不符合条件：已取名为否，而要求已取名；申请日期是2023年5月1日，出生日期是2023年1月1日，而要求申请日期在出生日期起90日内；有姓名，而要求没有姓名。",
            rule.Judge(Given(("hukou", FieldValue.Of("qinghe")), ("named", FieldValue.Of(false)), ("applied_on", Day(2023, 5, 1)), ("born_on", Day(2023, 1, 1)), ("name", FieldValue.Of("某")))).Say());
        Assert.Equal("符合条件：户籍地是“清河市”；已取名；申请日期在出生日期起90日内；没有姓名。",
            rule.Judge(Given(("hukou", FieldValue.Of("qinghe")), ("named", FieldValue.Of(true)), ("applied_on", Day(2023, 4, 1)), ("born_on", Day(2023, 1, 1)), ("name", FieldValue.None))).Say());
        Assert.Equal("还不能判断，尚待填写：出生日期、姓名。",
            rule.Judge(Given(("hukou", FieldValue.Of("qinghe")), ("named", FieldValue.Of(true)), ("applied_on", Day(2023, 4, 1)))).Say());
    }

    [Fact]
    public void Names_each_field_once() =>
        Assert.Equal(["applied_on", "born_on"], Rule("{ all: [ { within: { applied_on: { of: $born_on, days: 90 } } }, { after: { born_on: 2023-01-01 } } ] }").Fields().Select(f => f.Name));

    [Fact]
    public void Takes_a_value_of_the_wrong_kind_for_a_fault() =>
        Assert.Throws<InvalidOperationException>(() => Rule("{ at_least: { children: 2 } }").Judge(Given(("children", FieldValue.Of("两个")))));

    private static Predicate Not(Predicate rule) => new Predicate.Not(rule);

    private static Predicate.Compare Flag(int n) => new(new($"f{n}", $"字段{n}", FieldKind.Flag), Comparison.Is, new(FieldValue.Of(true), null));

    private static FieldValue? Answer(Truth truth) => truth is Truth.Unknown ? null : FieldValue.Of(truth is Truth.True);
}
