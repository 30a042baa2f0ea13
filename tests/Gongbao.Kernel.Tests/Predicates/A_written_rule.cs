using CsCheck;
using Gongbao.Kernel.Predicates;
using static Gongbao.Kernel.Tests.Predicates.Rules;

namespace Gongbao.Kernel.Tests.Predicates;

public class A_written_rule
{
    [Theory]
    [InlineData("{ is: { huko: qinghe } }", "没有名为“huko”的字段。", 9)]
    [InlineData("{ iss: { hukou: qinghe } }", "没有“iss”这个条件词。", 3)]
    [InlineData("{ is: { hukou: shanghai } }", "户籍地没有“shanghai”这个选项。", 16)]
    [InlineData("{ is: { children: 两 } }", "“两”不是数字，而子女数是数字。", 19)]
    [InlineData("{ is: { named: maybe } }", "“maybe”既不是“是”也不是“否”。", 16)]
    [InlineData("{ before: { born_on: 2023-02-30 } }", "“2023-02-30”不是日期，而出生日期是日期。", 22)]
    [InlineData("{ before: { children: 3 } }", "子女数不是日期，不能比较先后。", 23)]
    [InlineData("{ at_least: { hukou: qinghe } }", "户籍地不是数量或日期，不能比较大小。", 22)]
    [InlineData("{ is: { children: $born_on } }", "子女数和出生日期不是同一类值，不能比较。", 19)]
    [InlineData("{ is: { children: $nobody } }", "没有名为“nobody”的字段。", 19)]
    [InlineData("{ in: { hukou: qinghe } }", "in 之下应当列出几个值。", 16)]
    [InlineData("{ all: [] }", "all 之下应当列出各个条件。", 8)]
    [InlineData("{ any: { is: { named: true } } }", "any 之下应当列出各个条件。", 8)]
    [InlineData("{ is: named }", "is 之下应当写“字段: 值”。", 7)]
    [InlineData("{ present: { name: 1 } }", "present 之下应当是字段名。", 12)]
    [InlineData("{ within: { applied_on: { of: $born_on, days: 0 } } }", "期间应当是 1 到 5000 的整数。", 47)]
    [InlineData("{ within: { applied_on: { of: $born_on, weeks: 2 } } }", "within 没有“weeks”这个单位。", 48)]
    [InlineData("{ within: { applied_on: { days: 90 } } }", "within 的范围写得不完整。", 25)]
    [InlineData("{ within: { children: { of: 3, days: 90 } } }", "子女数不是日期，不能从某日起算。", 23)]
    [InlineData("{ is: { name: [a] } }", "这里应当是单个值。", 15)]
    [InlineData("yes", "这里应当是一个条件。", 1)]
    public void Has_its_mistake_named_with_its_place(string text, string cause, int column)
    {
        var reading = Read(text);

        Assert.Null(reading.Predicate);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((cause, column), (problem.Cause, problem.Place.Column));
        Assert.EndsWith("。", problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_all_its_mistakes_named_at_once() => Assert.Equal(
        ["没有名为“a”的字段。", "没有“b”这个条件词。", "“x”不是数字，而子女数是数字。"],
        Read("{ all: [ { is: { a: 1 } }, { b: 1 }, { at_least: { children: x } } ] }").Problems.Select(p => p.Cause));

    [Fact]
    public void May_not_be_nested_without_end()
    {
        var text = string.Concat(Enumerable.Repeat("{ not: ", 40)) + "{ present: name }" + string.Concat(Enumerable.Repeat(" }", 40));

        Assert.Equal("条件嵌套超过 24 层。", Assert.Single(Read(text).Problems).Cause);
    }

    [Fact]
    public void Is_read_or_refused_but_never_a_fault() => Nodes.Sample(node =>
    {
        var reading = PredicateParser.Parse(node, Fields);
        Assert.Equal(reading.Predicate is null, reading.Problems.Count > 0);
        if (reading.Predicate is { } rule) Assert.EndsWith("。", rule.Judge(_ => null).Say(), StringComparison.Ordinal);
    }, iter: 5000);

    private static readonly string[] WordsUsed =
        ["all", "any", "not", "is", "in", "within", "present", "at_least", "hukou", "named", "born_on", "children", "qinghe", "2", "true", "2023-05-01", "$born_on", "$children", "of", "days", "from", "to"];

    private static readonly Gen<PredicateNode> Nodes = Gen.Recursive<PredicateNode>((depth, again) =>
    {
        var scalar = Gen.Int[0, WordsUsed.Length - 1].Select(n => (PredicateNode)new PredicateScalar(default, WordsUsed[n]));
        if (depth > 4) return scalar;
        var entry = Gen.Select(Gen.Int[0, WordsUsed.Length - 1], again, (n, value) => new PredicateEntry(default, WordsUsed[n], value));
        return Gen.OneOf(scalar, again.Array[0, 3].Select(i => (PredicateNode)new PredicateList(default, i)), entry.Array[0, 3].Select(e => (PredicateNode)new PredicateMap(default, e)));
    });
}
