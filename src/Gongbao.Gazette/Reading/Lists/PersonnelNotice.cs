namespace Gongbao.Gazette.Reading;

/// <summary>
/// Reads appointments, removals and confirmations (任命、免去、按期转正): under a head of their own (任命：), or each in a sentence.
/// </summary>
internal sealed class PersonnelNotice(IReadOnlyList<Passage> passages)
{
    private readonly List<PersonnelAct> _acts = [];
    private readonly List<Flag> _flags = [];
    private PersonnelActKind? _head;
    private Found<string>? _lastPerson;
    private Found<string>? _lastUnit;

    private static readonly (string Verb, PersonnelActKind Act)[] Verbs =
    [
        ("任命", PersonnelActKind.Appoint), ("聘任", PersonnelActKind.Appoint), ("任职", PersonnelActKind.Appoint), ("免去", PersonnelActKind.Remove),
        ("免职", PersonnelActKind.Remove), ("解聘", PersonnelActKind.Remove), ("转正", PersonnelActKind.Confirm), ("试用期满", PersonnelActKind.Confirm),
    ];

    /// <summary>What a text that says nothing of posts does not hold.</summary>
    private static readonly Beginnings Signs = new("任命", "免去", "转正", "聘任", "免职", "解聘");

    /// <summary>What the next act of one sentence begins with.</summary>
    private static readonly Beginnings NextActs = new("免去", "不再", "任命", "同时免去", "聘任");

    public static void Read(IReadOnlyList<Passage> passages, List<PersonnelAct> acts, List<Flag> flags)
    {
        if (!passages.Any(p => Signs.StandIn(p.Text.Text))) return;
        var notice = new PersonnelNotice(passages);
        notice.Read();
        acts.AddRange(notice._acts);
        flags.AddRange(notice._flags);
    }

    private void Read()
    {
        foreach (var passage in passages)
        {
            var joined = passage.Text;
            int start = 0, depth = 0;
            for (var i = 0; i < joined.Text.Length; i++)
            {
                var c = joined.Text[i];
                if (c is '（' or '(') depth++;
                if (c is '）' or ')') depth = Math.Max(0, depth - 1);
                if (c is '。') depth = 0;
                if (depth > 0 || c is not ('；' or ';' or '。' or '：' or ':') && !EndsLine(joined, i)) continue;
                Segment(joined, start, c is '；' or ';' or '。' or '：' or ':' ? i : i + 1, c);
                start = i + 1;
            }
            Segment(joined, start, joined.Text.Length, '。');
        }
    }

    /// <summary>An act may end with its line where no mark ends it: 免去张三的清河市财政局局长职务 and a new line.</summary>
    private static bool EndsLine(JoinedText joined, int i) =>
        i > 4 && joined.Text[i] == '务' && joined.Text[i - 1] == '职' && i + 1 < joined.Text.Length && joined.ToSource(i + 1) != joined.ToSource(i) + 1
        && joined.Text[i + 1] is not ('；' or ';' or '。' or '，' or '（' or ',');

    private void Segment(JoinedText joined, int from, int to, char end)
    {
        while (from < to && char.IsWhiteSpace(joined.Text[from])) from++;
        if (to <= from) return;
        var text = joined.Text.AsSpan(from, to - from);
        if (end is '：' or ':')
        {
            _head = HeadOf(text) ?? (Markers.TryRead(text) is null ? null : _head);
            return;
        }
        if (text.Length > 160) return;
        var start = from;
        for (var i = from; i <= to; i++)
        {
            var cut = i == to || joined.Text[i] is '，' or ',' && i + 2 < to && NextActs.LongestOf(joined.Text.AsSpan(i + 1, to - i - 1)) is not null;
            if (!cut) continue;
            Act(joined, start, i);
            start = i + 1;
        }
    }

    private static PersonnelActKind? HeadOf(ReadOnlySpan<char> text)
    {
        PersonnelActKind? act = null;
        var last = -1;
        foreach (var (verb, kind) in Verbs)
        {
            var at = text.LastIndexOf(verb, StringComparison.Ordinal);
            if (at <= last || kind is PersonnelActKind.Appoint && act is PersonnelActKind.Confirm) continue;
            (act, last) = (kind, at);
        }
        if (text.Contains("转正", StringComparison.Ordinal) || text.Contains("试用期满", StringComparison.Ordinal)) return PersonnelActKind.Confirm;
        return act;
    }

    private void Act(JoinedText joined, int from, int to)
    {
        var text = joined.Text;
        if (Markers.TryRead(text.AsSpan(from, to - from)) is { } marker) from += marker.Length;
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        if (AppliesToAll(joined, from, to)) return;
        PersonnelActKind? act = null;
        var words = text.AsSpan(from, to - from);
        foreach (var (verb, kind) in (ReadOnlySpan<(string, PersonnelActKind)>)[("同时免去", PersonnelActKind.Remove), ("决定任命", PersonnelActKind.Appoint), ("决定免去", PersonnelActKind.Remove), ("任命", PersonnelActKind.Appoint), ("聘任", PersonnelActKind.Appoint), ("免去", PersonnelActKind.Remove), ("解聘", PersonnelActKind.Remove)])
        {
            if (!words.StartsWith(verb, StringComparison.Ordinal)) continue;
            (act, from) = (kind, from + verb.Length);
            break;
        }
        if (act is null && words.StartsWith("不再担任", StringComparison.Ordinal) && _lastPerson is not null)
        {
            Add(joined, PersonnelActKind.Remove, [_lastPerson], from + 4, to);
            return;
        }
        var kindOfAct = act ?? _head;
        if (PersonsAt(joined, from, to) is not { } persons) return;
        var (people, at) = persons;
        words = text.AsSpan(at, to - at);
        if (words.StartsWith("不再担任", StringComparison.Ordinal)) Add(joined, PersonnelActKind.Remove, people, at + 4, to);
        else if (words.StartsWith("兼任", StringComparison.Ordinal) && kindOfAct is not PersonnelActKind.Remove) Add(joined, kindOfAct ?? PersonnelActKind.Appoint, people, at + 2, to, concurrent: true);
        else if (kindOfAct is null) return;
        else if (words[0] is '为' or '任' && kindOfAct is not PersonnelActKind.Remove) Add(joined, kindOfAct.Value, people, at + 1, to);
        else if (words[0] == '的' && kindOfAct is PersonnelActKind.Remove) Add(joined, PersonnelActKind.Remove, people, at + 1, to);
        else if (words[0] is not ('为' or '任' or '的') && kindOfAct is PersonnelActKind.Remove) Add(joined, PersonnelActKind.Remove, people, at, to);
    }

    /// <summary>One name or several before 为, 任, 的; 同志 left out. 其 is the one just named.</summary>
    private (IReadOnlyList<Found<string>> People, int At)? PersonsAt(JoinedText joined, int from, int to)
    {
        var text = joined.Text;
        if (from < to && text[from] == '其' && _lastPerson is not null) return ([_lastPerson], from + 1);
        var people = new List<Found<string>>();
        var start = from;
        for (var i = from; i < Math.Min(to, from + 60); i++)
        {
            var c = text[i];
            var comrade = c == '同' && i + 1 < to && text[i + 1] == '志';
            var stop = c is '为' or '任' or '的' or '兼' || comrade || c == '不' && text.AsSpan(i).StartsWith("不再担任", StringComparison.Ordinal);
            if (c is not ('、' or '，') && !stop || stop && i - start < 2) continue;
            var name = Characters.Compact(text.AsSpan(start, i - start));
            if (name.Length is < 2 or > 8 || !name.All(n => Characters.IsIdeograph(n) || n == '·') || name.Length > 4 && !name.Contains('·')) return null;
            people.Add(new(name, joined.SpanOf(start, i)));
            if (comrade) i += 2;
            if (stop) return i < to ? (people, i) : null;
            start = i + 1;
        }
        return null;
    }

    private void Add(JoinedText joined, PersonnelActKind act, IReadOnlyList<Found<string>> people, int from, int to, bool concurrent = false)
    {
        var notes = new PostNotes();
        Found<string>? rank = null;
        var (postFrom, postTo) = (from, to);
        var text = joined.Text;
        if (postFrom < postTo && text[postFrom] == '的') postFrom++;
        while (postTo > postFrom && char.IsWhiteSpace(text[postTo - 1])) postTo--;
        if (text.AsSpan(postFrom, postTo - postFrom).EndsWith("职务", StringComparison.Ordinal)) postTo -= 2;
        while (postTo > postFrom + 2)
        {
            while (postTo > postFrom && char.IsWhiteSpace(text[postTo - 1])) postTo--;
            if (text[postTo - 1] is not ('）' or ')')) break;
            var open = text.LastIndexOfAny(['（', '('], postTo - 1, postTo - postFrom);
            if (open <= postFrom) break;
            var before = notes.Rank;
            notes.Add(text[(open + 1)..(postTo - 1)]);
            if (notes.Rank is not null && before is null) rank = new(notes.Rank, joined.SpanOf(open + 1, postTo - 1));
            postTo = open;
            if (text.AsSpan(postFrom, postTo - postFrom).EndsWith("职务", StringComparison.Ordinal)) postTo -= 2;
        }
        if (postTo <= postFrom) return;
        Divide(joined, act, people, (postFrom, postTo), notes, rank, concurrent);
    }

    private void Divide(
        JoinedText joined, PersonnelActKind act, IReadOnlyList<Found<string>> people, (int From, int To) post, PostNotes notes, Found<string>? rank, bool concurrent)
    {
        var text = joined.Text;
        var spaced = text.AsSpan(post.From, post.To - post.From);
        var (at, isSure) = Posts.Divide(spaced);
        var bare = at == 0 && _lastUnit is not null && Posts.IsPost(spaced);
        Found<string> unit = bare ? _lastUnit! with { Confidence = 0.6 } : new(Characters.Compact(spaced[..(at == 0 ? spaced.Length : at)]), joined.SpanOf(post.From, post.From + (at == 0 ? spaced.Length : at)), isSure ? 1 : 0.5);
        var from = post.From + at;
        Found<string> title = new(Characters.Compact(text.AsSpan(from, post.To - from)), joined.SpanOf(from, post.To), isSure ? 1 : 0.5);
        foreach (var person in people)
        {
            _acts.Add(new()
            {
                Person = person, Unit = unit, Post = title, Act = act, ProbationYears = notes.ProbationYears, Secondment = notes.Secondment,
                SecondmentYears = notes.SecondmentYears, Concurrent = notes.Concurrent || concurrent, Rank = rank,
            });
            var at1 = $"personnel[{_acts.Count - 1}]";
            var line = LineOf(person.Span);
            if (!isSure) _flags.Add(new(at1 + ".post", "单位与职务从何处分开不能确定，请核对。", line, title.Span));
            if (notes.Unknown.Count > 0) _flags.Add(new(at1 + ".rank", $"括号内的“{string.Join('，', notes.Unknown)}”不是已知的任职说明，请核对。", line, title.Span));
        }
        (_lastPerson, _lastUnit) = (people[^1], unit);
    }

    /// <summary>以上人员试用期一年: holds for every appointment before it.</summary>
    private bool AppliesToAll(JoinedText joined, int from, int to)
    {
        var words = joined.Text.AsSpan(from, to - from);
        if (!words.StartsWith("以上", StringComparison.Ordinal) && !words.StartsWith("上述", StringComparison.Ordinal)) return false;
        if (words.IndexOf("试用期", StringComparison.Ordinal) is not (>= 0 and var at) || PostNotes.Years(words[at..].ToString()) is not { } years) return true;
        for (var i = 0; i < _acts.Count; i++)
            if (_acts[i] is { Act: PersonnelActKind.Appoint, ProbationYears: null }) _acts[i] = _acts[i] with { ProbationYears = years };
        return true;
    }

    private int LineOf(Span span)
    {
        foreach (var passage in passages)
            if (passage.Text.Text.Length > 0 && passage.Text.ToSource(0) <= span.From && span.From <= passage.Text.ToSource(passage.Text.Text.Length)) return SourceLines.NumberAt(passage, span.From);
        return 0;
    }
}
