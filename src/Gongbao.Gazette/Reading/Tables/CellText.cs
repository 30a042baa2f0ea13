using System.Text;

namespace Gongbao.Gazette.Reading;

/// <summary>The words of cells as values.</summary>
internal sealed class CellText(SourceText source, TableLine[] lines)
{
    /// <summary>For each line the cell last joined from there on: a cell is asked for as a value and as a node.</summary>
    private readonly (int To, JoinedText Text)[] _joined = new (int, JoinedText)[lines.Length];

    public JoinedText Join(LineRange cell)
    {
        if (cell.Count == 0) return JoinedText.Of(source, lines, cell);
        ref var known = ref _joined[cell.From];
        if (known.To != cell.To) known = (cell.To, JoinedText.Of(source, lines, cell));
        return known.Text;
    }

    public Found<string> Value(LineRange cell, double confidence = 1)
    {
        var joined = Join(cell);
        return new(joined.Text, joined.SpanOf(0, joined.Text.Length), confidence);
    }

    /// <summary>The words without any white space.</summary>
    public string Compact(LineRange cell)
    {
        if (cell.Count <= 1) return TableLine.Joined(lines, cell);
        var joined = Join(cell).Text;
        return joined.Contains(' ') ? TableLine.Joined(lines, cell) : joined;
    }

    /// <summary>The line, from 1, of an offset.</summary>
    public int LineAt(int offset)
    {
        foreach (var line in lines)
            if (line.Line.To > offset) return line.Line.Number;
        return lines[^1].Line.Number;
    }

    /// <summary>The words of a span without white space.</summary>
    public string Words(Span span) => Characters.Compact(source[span]);

    /// <summary>Whether a span holds nothing but what parts columns (｜).</summary>
    public bool IsRule(Span span) => source[span].Trim(" \t\u3000|｜").Length == 0;

    /// <summary>What is left of a line, white space at its ends left out, when the spans taken from it are gone.</summary>
    public List<Span> Without(Span line, IReadOnlyList<Span> taken)
    {
        var left = new List<Span>();
        var at = line.From;
        foreach (var span in taken.Where(t => t.From < line.To && t.To > line.From).OrderBy(t => t.From))
        {
            Add(at, span.From);
            at = Math.Max(at, span.To);
        }
        Add(at, line.To);
        return left;

        void Add(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(source.Text[from])) from++;
            while (to > from && char.IsWhiteSpace(source.Text[to - 1])) to--;
            if (from < to) left.Add(new(from, to));
        }
    }

    /// <summary>A limit, without the 。 behind it; null where a mark says there is none.</summary>
    public Found<string>? Limit(LineRange cell, double confidence)
    {
        var text = Compact(cell);
        return LimitShape.IsNone(text) ? null : Value(cell, confidence) with { Value = text.TrimEnd('。', '；') };
    }

    /// <summary>A list of units, without the 。 behind it; names printed one a line are set apart by 、.</summary>
    public (Found<string>? Text, IReadOnlyList<Found<string>> Names) Units(LineRange cell, DutyLabel part, double confidence)
    {
        if (LimitShape.IsNone(Compact(cell))) return (null, []);
        var text = new StringBuilder();
        var names = new List<Found<string>>();
        foreach (var range in Names(cell))
        {
            var joined = Join(range);
            var end = joined.Text.TrimEnd('。', '；', ' ').Length;
            if (text.Length > 0) text.Append('、');
            text.Append(joined.Text, 0, end);
            var list = UnitNames.Split(joined, 0, end, part);
            names.AddRange(part is DutyLabel.Lead ? list.Lead : part is DutyLabel.Supporting ? list.Supporting : [.. list.Lead, .. list.Responsible, .. list.Supporting]);
        }
        var value = Value(cell, confidence);
        return (value with { Value = text.ToString() }, names);
    }

    /// <summary>The words of a list of units: names printed one a line are set apart by 、.</summary>
    public string Listed(LineRange cell) => string.Join('、', Names(cell).Select(r => Join(r).Text));

    /// <summary>The lines of each name or list of names.</summary>
    private IEnumerable<LineRange> Names(LineRange cell)
    {
        var from = cell.From;
        var oneALine = Compact(cell).AsSpan().TrimEnd('。').IndexOfAny('，', '；', ',') < 0 && !HasList(cell);
        for (var i = cell.From; i < cell.To; i++)
        {
            if (i + 1 < cell.To && !EndsName(i, i + 1, oneALine)) continue;
            yield return new(from, i + 1);
            from = i + 1;
        }
    }

    /// <summary>Whether a line of the cell sets names apart by 、, one in brackets left out.</summary>
    private bool HasList(LineRange cell)
    {
        for (var i = cell.From; i < cell.To; i++)
            if (lines[i].Text[^1] == '、' || lines[i].Text.AsSpan().IndexOfAny('（', '、') is >= 0 and var at && lines[i].Text[at] == '、') return true;
        return false;
    }

    /// <summary>Whether a name ends with its line though no mark says so, and the next line begins another.</summary>
    private bool EndsName(int line, int next, bool oneALine)
    {
        var text = lines[line].Text;
        if (text[^1] is '、' or '，' or '；' or '。' or '（' or ',' || !(UnitNames.BeginsName(lines[next].Text) || oneALine && BeginsWhole(lines[next].Text))) return false;
        var (at, depth) = (text.Length, 0);
        while (at > 0 && (depth > 0 || text[at - 1] is not ('、' or '，' or '；' or '。')))
        {
            at--;
            if (text[at] is '）' or ')') depth++;
            if (text[at] is '（' or '(') depth--;
        }
        return depth == 0 && at < text.Length - 2 && UnitNames.IsName(text.AsSpan(at));
    }

    private static readonly Beginnings RestsOfNames = new("管理", "人民政府", "委员会", "办公室", "领导小组", "事务", "服务中心", "公司");

    /// <summary>Whether a line is a whole name, not the ending of one: 清河高新区管委会, but not 管理委员会.</summary>
    private static bool BeginsWhole(string line) =>
        line.Length >= 4 && UnitNames.IsName(line) && RestsOfNames.LongestOf(line) is null;
}
