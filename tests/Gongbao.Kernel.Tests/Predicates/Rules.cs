using CsCheck;
using Gongbao.Kernel.Predicates;

namespace Gongbao.Kernel.Tests.Predicates;

/// <summary>Fields, rules and answers for the tests of rules.</summary>
internal static class Rules
{
    public static readonly PredicateField[] Fields =
    [
        new("hukou", "户籍地", FieldKind.Text) { Options = new Dictionary<string, string> { ["qinghe"] = "清河市", ["other"] = "外地", ["abroad"] = "境外" } },
        new("name", "姓名", FieldKind.Text),
        new("named", "已取名", FieldKind.Flag),
        new("born_on", "出生日期", FieldKind.Day),
        new("applied_on", "申请日期", FieldKind.Day),
        new("children", "子女数", FieldKind.Number) { Unit = "人" },
        new("limit", "上限", FieldKind.Number) { Unit = "人" },
    ];

    /// <summary>Random rules over three flags, so that all answers can be tried.</summary>
    public static readonly Gen<Predicate> OverFlags = Gen.Recursive<Predicate>((depth, again) => depth > 3
        ? Flag
        : Gen.OneOf(Flag, again.Array[1, 3].Select(p => (Predicate)new Predicate.All(p)), again.Array[1, 3].Select(p => (Predicate)new Predicate.Any(p)), again.Select(p => (Predicate)new Predicate.Not(p))));

    private static Gen<Predicate> Flag => Gen.Int[0, 2].Select(n => (Predicate)new Predicate.Compare(new($"f{n}", $"字段{n}", FieldKind.Flag), Comparison.Is, new(FieldValue.Of(true), null)));

    /// <summary>Every way to answer the three flags or not.</summary>
    public static IEnumerable<Func<string, FieldValue?>> Answers()
    {
        FieldValue?[] values = [null, FieldValue.Of(true), FieldValue.Of(false)];
        foreach (var a in values)
            foreach (var b in values)
                foreach (var c in values)
                    yield return name => name switch { "f0" => a, "f1" => b, _ => c };
    }

    /// <summary>Reads a rule from a shorthand: word(field=value, …), lists in [ ].</summary>
    public static PredicateReading Read(string text) => PredicateParser.Parse(Shorthand.Read(text), Fields);

    public static Predicate Rule(string text) => Read(text).Predicate ?? throw new FormatException(string.Join(' ', Read(text).Problems.Select(p => p.Cause)));

    public static Func<string, FieldValue?> Given(params (string Name, FieldValue Value)[] answers) =>
        name => answers.Where(a => a.Name == name).Select(a => a.Value).FirstOrDefault();

    public static FieldValue Day(int year, int month, int day) => FieldValue.Of(new DateOnly(year, month, day));
}

/// <summary>A small flow notation for rules in tests: { all: [ { is: { hukou: qinghe } } ] }, with lines and columns.</summary>
internal sealed class Shorthand
{
    private readonly string _text;
    private int _at;

    private Shorthand(string text) => _text = text;

    public static PredicateNode Read(string text) => new Shorthand(text).Node();

    private PredicatePlace Place => new("rules.yaml", 1, _at + 1);

    private PredicateNode Node()
    {
        Skip();
        var place = Place;
        if (Take('{')) return new PredicateMap(place, [.. Until('}', Entry)]);
        if (Take('[')) return new PredicateList(place, [.. Until(']', Node)]);
        return new PredicateScalar(place, Word());
    }

    private PredicateEntry Entry()
    {
        Skip();
        var place = Place;
        var key = Word();
        Skip();
        if (!Take(':')) throw new FormatException(_text[_at..]);
        return new(place, key, Node());
    }

    private IEnumerable<T> Until<T>(char end, Func<T> read)
    {
        for (Skip(); !Take(end); Skip())
        {
            yield return read();
            Skip();
            Take(',');
        }
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && !"{}[],: ".Contains(_text[_at])) _at++;
        return _text[start.._at];
    }

    private void Skip()
    {
        while (_at < _text.Length && _text[_at] == ' ') _at++;
    }

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c) return false;
        _at++;
        return true;
    }
}
