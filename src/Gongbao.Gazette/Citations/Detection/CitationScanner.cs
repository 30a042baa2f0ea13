using System.Buffers;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations.Detection;

/// <summary>
/// Finds the citations of one document, passage by passage in printed order: short names that it gives to others hold from there to its end.
/// One pass; every look ahead or back is bounded.
/// </summary>
internal sealed class CitationScanner(CitationWords words)
{
    private const string Triggers = "《〔[［(（【﹝第前本该附一二三四五六七八九十";
    private static readonly SearchValues<char> Start = SearchValues.Create(Triggers);
    private readonly Dictionary<string, CitedTarget> _aliases = new(StringComparer.Ordinal);
    private SearchValues<char> _start = Start;
    private CitedTarget? _last;

    private string _text = "";
    private int _from;
    private List<Citation> _found = [];

    /// <param name="text">Own words of one clause or paragraph.</param>
    /// <param name="from">How many characters to pass over at the start, such as its own number.</param>
    public IReadOnlyList<Citation> Scan(string text, int from = 0)
    {
        (_text, _from, _found) = (text, from, []);
        var done = from;
        for (var at = from; at < text.Length;)
        {
            if (text.AsSpan(at).IndexOfAny(_start) is not (>= 0 and var next)) break;
            at += next;
            var end = At(at, done);
            if (end > at) done = at = end;
            else at++;
        }
        return _found;
    }

    /// <returns>Behind what was read at the place; the place itself where nothing was.</returns>
    private int At(int at, int done)
    {
        var end = _text[at] switch
        {
            '《' => Title(at),
            '第' => Number(Numbers.Ordered(_text, at, done)) is > 0 and var to ? to : OwnPlace(at),
            '前' => Relative(at),
            '本' => Self(at, other: false),
            '该' => Self(at, other: true),
            '附' => Attachment(at),
            '〔' or '[' or '［' or '(' or '（' or '【' or '﹝' => Number(Numbers.Bracketed(_text, at, done)),
            _ when Contexts.IsNumeral(_text[at]) => OwnOutline(at),
            _ => at,
        };
        return end > at ? end : Alias(at);
    }

    private int Title(int at)
    {
        var close = TitleMarks.Close(_text, at);
        if (close < 0) return at;
        var title = string.Concat(_text.AsSpan(at + 1, close - at - 2).ToString().Where(c => c is not ('\r' or '\n')));
        if (title.Trim().Length == 0) return close;
        var brackets = TitleMarks.ReadBrackets(_text, close);
        var known = _aliases.GetValueOrDefault(title);
        var target = known ?? new CitedTarget
        {
            Title = DocumentNumber.Normalise(title) is null ? title : null,
            Number = brackets.Number ?? DocumentNumber.Normalise(title), Issuer = TitleForm.Issuer(title) ?? Contexts.OfficeBefore(_text.AsSpan(_from, at - _from)), DatedOn = brackets.DatedOn,
        };
        var to = brackets.To;
        var place = PlaceAfter(brackets.Next, ref to);
        NonDocument? not = known is not null || target.Number is not null || place is not null ? null
            : NotDocuments.Tell(title, _text.AsSpan(_from, at - _from), _text.AsSpan(close), words);
        if (not is null) _last = target;
        Add(at, to, known is null ? CitationKind.Title : CitationKind.Alias, target, place, not);
        Name(brackets.Alias, target);
        return More(Math.Max(to, brackets.Next), to, target, place?[^1]);
    }

    private int Number((int From, int To, string Number)? read)
    {
        if (read is not var (from, to, number)) return -1;
        var target = new CitedTarget { Number = number };
        var brackets = TitleMarks.ReadBrackets(_text, to);
        var place = PlaceAfter(brackets.Alias is null ? to : brackets.Next, ref to);
        _last = target;
        Add(from, to, CitationKind.Number, target, place);
        Name(brackets.Alias, target);
        return More(brackets.Alias is null ? to : Math.Max(to, brackets.Next), to, target, place?[^1]);
    }

    private void Name(string? alias, CitedTarget target)
    {
        if (alias is null || _aliases.Count >= 200) return;
        _aliases[alias] = target;
        _start = SearchValues.Create([.. Triggers, .. _aliases.Keys.Select(a => a[0])]);
    }

    /// <summary>A short name without marks: before a place of the document, or long enough to be nothing else.</summary>
    private int Alias(int at)
    {
        foreach (var (alias, target) in _aliases)
        {
            if (!_text.AsSpan(at).StartsWith(alias, StringComparison.Ordinal)) continue;
            var to = at + alias.Length;
            var place = PlaceAfter(to, ref to);
            if (place is null && alias.Length < 4) continue;
            _last = target;
            Add(at, to, CitationKind.Alias, target, place);
            return More(to, to, target, place?[^1]);
        }
        return at;
    }

    /// <summary>The place that stands right behind the name of a document, and belongs to the citation.</summary>
    private IReadOnlyList<ClausePath>? PlaceAfter(int at, ref int to)
    {
        foreach (var link in (string[])["中的", "的", "中", ""])
        {
            if (!_text.AsSpan(at).StartsWith(link, StringComparison.Ordinal)) continue;
            if (PlaceWords.ReadAll(_text, at + link.Length, null, out var end) is not { } read) continue;
            to = end;
            return read;
        }
        return null;
    }

    /// <summary>Further places of the same document: 第三条、第五条和第七条第二款.</summary>
    private int More(int next, int end, CitedTarget? target, ClausePath? before)
    {
        if (before is null) return next;
        while (Contexts.Joined(_text, end) is > 0 and var at && at < _text.Length && _text[at] == '第' && PlaceWords.ReadAll(_text, at, before, out var to) is { } read)
        {
            Add(at, to, CitationKind.Place, target, read);
            (end, before) = (to, read[^1]);
        }
        return Math.Max(next, end);
    }

    private int OwnPlace(int at)
    {
        // A passage that begins with 第三条 and has no number of its own may be an article whose number the reader did not see.
        if (PlaceWords.ReadAll(_text, at, null, out var end) is not { } read || !Contexts.NamesPlace(_text, _from, at, end, read[0])) return at;
        if (at == 0 && read is [{ Last: null }] && !Contexts.IsReferred(_text.AsSpan(end))) return at;
        return Own(at, end, read);
    }

    private int OwnOutline(int at)
    {
        if (at == _from || Contexts.IsNumeral(_text[at - 1]) || PlaceWords.Read(_text, at, null, out var end) is not { Steps: [{ Kind: ClauseStepKind.Level1 }, ..] } path) return at;
        return Contexts.Refers(_text.AsSpan(_from, at - _from)) || Contexts.IsReferred(_text.AsSpan(end)) ? Own(at, end, [path]) : at;
    }

    private int Attachment(int at)
    {
        if (at == _from || PlaceWords.Read(_text, at, null, out var end) is not { Steps: [{ Kind: ClauseStepKind.Attachment }] } path) return at;
        return path.Steps[0].Number is not null || _text[at - 1] == '见' ? Own(at, end, [path]) : at;
    }

    private int Own(int at, int end, IReadOnlyList<ClausePath> read)
    {
        // A place without a document's name, in a sentence that goes on about another document's places, is still the document's own: the name would be said.
        Add(at, end, CitationKind.Place, null, read);
        return More(end, end, null, read[^1]);
    }

    /// <summary>本办法第五条, 该条例第六条, 本条第二款.</summary>
    private int Self(int at, bool other)
    {
        if (!other && Contexts.IsThisArticle(_text, at))
        {
            var to = at + 2;
            var inner = PlaceAfter(to, ref to);
            if (inner is null && !Contexts.IsReferred(_text.AsSpan(to))) return at;
            AddRelative(at, to, PlaceBase.ThisArticle, 0, inner);
            return to;
        }
        if (Contexts.DocumentWord(_text.AsSpan(at + 1)) is not (> 0 and var length)) return at;
        var end = at + 1 + length;
        if (PlaceAfter(end, ref end) is not { } place) return at;
        // Which document 该条例 means was not said in marks; the document's own place it is not.
        if (other && _last is null) return end;
        Add(at, end, CitationKind.Place, other ? _last : null, place);
        return More(end, end, other ? _last : null, place[^1]);
    }

    private int Relative(int at)
    {
        if (Contexts.Before(_text, at, _from) is not var (unit, count, end)) return at;
        var to = end;
        var inner = _text.AsSpan(end) is ['第', ..] ? PlaceAfter(end, ref to) : null;
        if (inner is null && !Contexts.IsReferred(_text.AsSpan(end))) return at;
        AddRelative(at, to, unit, count, inner);
        return to;
    }

    /// <summary>One citation a place, all of the same words.</summary>
    private void Add(int from, int to, CitationKind kind, CitedTarget? target, IReadOnlyList<ClausePath>? places, NonDocument? not = null) =>
        _found.AddRange((places?.Select(CitedPlace.Of) ?? [null]).Select(p => new Citation(from, to, kind, target, p, not)));

    private void AddRelative(int from, int to, PlaceBase unit, int count, IReadOnlyList<ClausePath>? inner) =>
        _found.AddRange((inner ?? [ClausePath.Document]).Select(p => new Citation(from, to, CitationKind.Relative, null, new(unit, count, p))));
}
