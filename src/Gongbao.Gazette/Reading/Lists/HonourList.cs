using System.Text;

namespace Gongbao.Gazette.Reading;

/// <summary>
/// Reads lists of those commended (表扬、表彰名单): categories 一、…, grades 一等奖, names set apart by 、 or one a line, townships behind
/// their county's colon. A name may be broken over lines.
/// </summary>
internal sealed class HonourList
{
    private static readonly string[] TitleWords = ["表扬", "表彰", "先进", "优秀", "获奖", "奖励", "十佳", "名单", "荣誉", "嘉奖", "模范", "标兵", "示范"];
    private static readonly string[] OtherLists = ["成员", "领导小组", "专家库", "责任人", "联系人", "候选", "公示", "人员分工", "失效", "废止"];

    private static readonly string[] PlaceEndings =
        ["县", "区", "市", "州", "盟", "旗", "镇", "乡", "街道", "开区", "园区", "新区", "管委会", "局", "公司", "系统"];

    private static readonly string[] NameEndings =
    [
        "社", "农场", "公司", "厂", "店", "村", "镇", "乡", "县", "区", "市", "局", "委", "办", "中心", "院", "校", "学", "站", "所", "会", "部", "队", "园", "街道", "基地", "户", "企业", "集团", "馆", "行", "台", "组", "场",
    ];

    private readonly SourceText _source;
    private readonly List<Honour> _honours;
    private readonly List<(SourceLine Line, string Text)> _chunk = [];
    private readonly int _widest;
    private Found<string>? _category;
    private Found<string>? _grade;

    private HonourList(SourceText source, List<Honour> honours, int widest) => (_source, _honours, _widest) = (source, honours, widest);

    /// <summary>Whether the part is such a list: named as one, of short lines without sentences, with a category or a grade.</summary>
    public static bool Fits(ContentPart part)
    {
        if (part.Lines.Count < 2 || !IsNamed(part.Title)) return false;
        int sentences = 0, heads = 0, colons = 0;
        foreach (var line in part.Lines)
        {
            var text = line.Text;
            if (text.Contains('。')) sentences++;
            if (CategoryAt(text) > 0 || GradeOf(text) is not null) heads++;
            if (text.StartsWith("组长：", StringComparison.Ordinal) || text.StartsWith("组长:", StringComparison.Ordinal)) colons++;
        }
        return heads > 0 && colons == 0 && sentences * 10 <= part.Lines.Count;
    }

    /// <summary>Whether a title is that of such a list.</summary>
    public static bool IsNamed(string? title) => title is not null && Lexicon.ContainsAny(title, TitleWords) && !Lexicon.ContainsAny(title, OtherLists);

    /// <summary>The category and the grade that hold behind some lines; null where none does.</summary>
    public static (Found<string>? Category, Found<string>? Grade) Above(IReadOnlyList<ContentLine> lines)
    {
        Found<string>? category = null, grade = null;
        foreach (var line in lines)
        {
            var (name, _) = SplitColon(line.Text[CategoryAt(line.Text)..]);
            if (GradeOf(name) is not null) grade = new(WithoutCount(name), line.Span);
            else if (CategoryAt(line.Text) > 0) (category, grade) = (new(WithoutCount(name), line.Span), null);
        }
        return (category, grade);
    }

    public static void Read(ContentPart part, List<Honour> honours)
    {
        var widest = part.Lines.Max(l => Characters.HalfWidth(part.Source[l.Span]));
        var list = new HonourList(part.Source, honours, widest);
        foreach (var line in part.Lines) list.Line(line.Line);
        list.Flush();
    }

    private void Line(SourceLine line)
    {
        var text = Characters.Compact(_source[line.Span]);
        if (text.Length == 0) return;
        if (CategoryAt(text) is > 0 and var skip)
        {
            Flush();
            var (name, rest) = SplitColon(text[skip..]);
            if (GradeOf(name) is not null) _grade = new(WithoutCount(name), line.Span);
            else (_category, _grade) = (new(WithoutCount(name), line.Span), null);
            if (rest.Length > 0) _chunk.Add((line, rest));
            return;
        }
        var (label, names) = SplitColon(text);
        if (GradeOf(label) is not null)
        {
            Flush();
            _grade = new(WithoutCount(label), line.Span);
            if (names.Length > 0) _chunk.Add((line, names));
            return;
        }
        _chunk.Add((line, text));
    }

    private static (string Label, string Names) SplitColon(string text)
    {
        var at = text.AsSpan().IndexOfAny('：', ':');
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }

    /// <summary>Length of the number before a category; 0 where the line begins none.</summary>
    private static int CategoryAt(string text) =>
        Markers.TryRead(text) is { Style: MarkerStyle.Comma or MarkerStyle.Bracketed } marker && text.Length > marker.Length ? marker.Length : 0;

    private static string? GradeOf(string text)
    {
        var bare = WithoutCount(text);
        return bare.Length is >= 2 and <= 8 && (bare.EndsWith('奖') || bare.EndsWith("等", StringComparison.Ordinal) && "特一二三四五".Contains(bare[0]) || bare.EndsWith("等次", StringComparison.Ordinal)) ? bare : null;
    }

    /// <summary>Without the count behind it: 先进集体（10个）.</summary>
    private static string WithoutCount(string text)
    {
        text = text.TrimEnd('：', ':', '。');
        var open = text.LastIndexOfAny(['（', '(']);
        if (open < 1 || text[^1] is not ('）' or ')')) return text;
        var inside = text.AsSpan(open + 1, text.Length - open - 2);
        var counted = inside.Length > 1 && (inside[^1] is '个' or '名' or '家' or '人' or '户' or '件' or '项' or '篇' || inside.StartsWith("共", StringComparison.Ordinal));
        return counted && inside.IndexOfAny("0123456789一二三四五六七八九十") >= 0 ? text[..open] : text;
    }

    private void Flush()
    {
        if (_chunk.Count > 0 && _category is null && _grade is null) _chunk.Clear();
        if (_chunk.Count == 0) return;
        var listed = _chunk.Any(c => c.Text.Contains('、') || ColonAt(c.Text) > 0);
        if (listed) Listed();
        else OneALine();
        _chunk.Clear();
    }

    private static int ColonAt(string text)
    {
        var at = text.AsSpan().IndexOfAny('：', ':');
        return at is >= 2 and <= 14 && Lexicon.EndsWithAny(text.AsSpan(0, at), PlaceEndings) ? at : 0;
    }

    private void Listed()
    {
        Found<string>? county = null;
        var open = new StringBuilder();
        Span? at = null;
        foreach (var (line, whole) in _chunk)
        {
            var text = whole;
            if (ColonAt(text) is > 0 and var colon)
            {
                End();
                county = new(text[..colon], line.Span);
                text = text[(colon + 1)..];
            }
            foreach (var c in text)
            {
                if (c is '、' or '；' or ';' or '。' or '，') End();
                else
                {
                    open.Append(c);
                    at = at?.Union(line.Span) ?? line.Span;
                }
            }
            if (text.Length > 0 && Characters.HalfWidth(whole) < _widest - 8 && open.Length > 0 && !text.EndsWith('、')) End();
        }
        End();

        void End()
        {
            if (open.Length > 0) Add(open.ToString(), at!.Value, county);
            open.Clear();
            at = null;
        }
    }

    private void OneALine()
    {
        for (var i = 0; i < _chunk.Count; i++)
        {
            var (line, text) = _chunk[i];
            if (Spaced(line) is { } people)
            {
                foreach (var person in people) Add(person, line.Span, null);
                continue;
            }
            var span = line.Span;
            while (i + 1 < _chunk.Count && IsBroken(_chunk[i], _chunk[i + 1].Text))
            {
                i++;
                text += _chunk[i].Text;
                span = span.Union(_chunk[i].Line.Span);
            }
            Add(text.TrimEnd('；', '。', '，'), span, null);
        }
    }

    /// <summary>A full line that no name ends, or whose next line is the rest of an ending, goes on.</summary>
    private bool IsBroken((SourceLine Line, string Text) line, string next) =>
        Characters.HalfWidth(line.Text) >= _widest - 2
        && (!Lexicon.EndsWithAny(line.Text, NameEndings) || next.Length <= 3 && Lexicon.EndsWithAny(next, NameEndings) && !Lexicon.EndsWithAny(next, ["县", "区", "市", "镇", "乡"]))
        && next.Length < line.Text.Length;

    /// <summary>Names of persons in columns, set apart by wide gaps.</summary>
    private List<string>? Spaced(SourceLine line)
    {
        var words = new List<string>();
        var text = _source[line.Span].Trim();
        var open = new StringBuilder();
        var gap = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap += c == '　' ? 2 : 1;
                continue;
            }
            if (gap >= 3 || gap >= 1 && open.Length >= 2)
            {
                words.Add(open.ToString());
                open.Clear();
            }
            gap = 0;
            open.Append(c);
        }
        if (open.Length > 0) words.Add(open.ToString());
        return words.Count >= 2 && words.All(w => w.Length is >= 2 and <= 4 && w.All(Characters.IsIdeograph)) ? words : null;
    }

    private void Add(string name, Span span, Found<string>? county)
    {
        var category = _category ?? _grade!;
        _honours.Add(new(category, _category is null ? null : _grade, new(name, span), county));
    }
}
