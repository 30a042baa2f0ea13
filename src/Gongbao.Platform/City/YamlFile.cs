using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gongbao.Platform.City;

/// <summary>
/// Reads one YAML file into declared nodes. Works on the parser's events rather than on a document model, so that every
/// duplicate key and every value has its place and one mistake does not hide the next.
/// </summary>
internal sealed class YamlFile
{
    private const int DeepestNesting = 32;
    private readonly Parser _parser;
    private readonly string _file;
    private readonly ICollection<DeclarationProblem> _problems;

    private YamlFile(string text, string file, ICollection<DeclarationProblem> problems)
    {
        _parser = new Parser(new Scanner(new StringReader(text)));
        _file = file;
        _problems = problems;
    }

    /// <summary>The map at the top of the file; null where the file is empty or unreadable, which is then a problem.</summary>
    public static DeclaredMap? Read(string text, string file, ICollection<DeclarationProblem> problems)
    {
        try
        {
            return new YamlFile(text, file, problems).Top();
        }
        catch (YamlException e)
        {
            problems.Add(new(At(file, e.Start), "这里不合 YAML 语法，后面的内容无法读取。", "请检查缩进、冒号后的空格和引号是否成对。"));
            return null;
        }
    }

    private static Place At(string file, Mark mark) => new(
        file, (int)Math.Clamp(mark.Line, 1, int.MaxValue), (int)Math.Clamp(mark.Column, 1, int.MaxValue));

    private DeclaredMap? Top()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return null;
        _parser.Consume<DocumentStart>();
        var top = Node(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second) && second is not null)
            Report(second, "一个文件里有不止一份 YAML 文档。", "请去掉分隔线 ---，或把后一份移到另一个文件。");
        if (top is DeclaredMap map) return map;
        if (top is not null)
            _problems.Add(new(top.Place, "文件最外层不是键值对。", "最外层应是各部分的名称，例如 units:。"));
        return null;
    }

    private DeclaredNode? Node(int depth)
    {
        if (depth > DeepestNesting) throw new YamlException(_parser.Current!.Start, _parser.Current.End, "nested too deep");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            Report(alias, "这里用了 YAML 引用（*名称）。", "声明里不用锚点和引用，请把内容直接写出来。");
            return null;
        }

        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
            Report(anchored, "这里用了 YAML 锚点（&名称）。", "声明里不用锚点和引用，请去掉它。");
        if (_parser.TryConsume<Scalar>(out var scalar)) return Value(scalar);
        if (_parser.TryConsume<SequenceStart>(out var sequence)) return Sequence(sequence, depth);
        return Mapping(_parser.Consume<MappingStart>(), depth);
    }

    private DeclaredScalar? Value(Scalar scalar)
    {
        if (scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" })
        {
            Report(scalar, "这里没有填值。", "请填上值；没有就删去这一行。");
            return null;
        }

        return new(At(_file, scalar.Start), scalar.Value.Normalize());
    }

    private DeclaredList Sequence(SequenceStart start, int depth)
    {
        var items = new List<DeclaredNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            if (Node(depth + 1) is { } item)
                items.Add(item);
        return new(At(_file, start.Start), items);
    }

    private DeclaredMap Mapping(MappingStart start, int depth)
    {
        var entries = new List<DeclaredEntry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                Report(_parser.Current!, "键不是单个词。", "请改成一个名称或编号。");
                Node(depth + 1);
                Node(depth + 1);
                continue;
            }

            var place = At(_file, key.Start);
            var value = Node(depth + 1);
            if (!seen.TryAdd(key.Value, place))
                _problems.Add(new(place, $"“{key.Value}”重复：第 {seen[key.Value].Line.ToString(CultureInfo.InvariantCulture)} 行已有同名的键。", "请合并为一处，或改用另一个名称。"));
            else if (value is not null)
                entries.Add(new(key.Value, place, value));
        }

        return new(At(_file, start.Start), entries);
    }

    private void Report(ParsingEvent at, string cause, string mend) => _problems.Add(new(At(_file, at.Start), cause, mend));
}
