using System.Text.RegularExpressions;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Citations.Detection;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>When a sentence says its own document comes into force (施行日期), and for how long (有效期).</summary>
/// <param name="From">First character of what says so.</param>
/// <param name="To">Behind the last.</param>
/// <param name="On">The printed first day; null where it is counted.</param>
/// <param name="DaysAfter">Counted from the day on which the document was made known: so many days after; null where nothing is counted.</param>
/// <param name="MonthsAfter">The same in months.</param>
/// <param name="WorkingDaysAfter">The same in working days (工作日).</param>
/// <param name="TermMonths">For so many months; null where no term is printed.</param>
/// <param name="Until">The printed last day in force.</param>
internal sealed record OwnTerm(int From, int To, DateOnly? On = null, int? DaysAfter = null, int? MonthsAfter = null, int? TermMonths = null, DateOnly? Until = null, int? WorkingDaysAfter = null)
{
    public bool Commences => On is not null || DaysAfter is not null || MonthsAfter is not null || WorkingDaysAfter is not null;

    /// <summary>Whether the last of the counted days is itself the first in force (第十日起施行); else the day behind it is.</summary>
    public bool IsOnLast { get; init; }

    /// <summary>Whether only a span is told in which it comes into force (三十日内施行), not the day.</summary>
    public bool IsWithin { get; init; }

    public bool Ends => TermMonths is not null || Until is not null;
}

/// <summary>Finds <see cref="OwnTerm"/>s. What somebody else's policy, a licence or a contract does is told apart by what the sentence is about.</summary>
internal sealed class OwnTerms
{
    private const int LongestSubject = 60;
    private const string End = @"(?=[，。；、,;（(）)]|\s*$)";
    private static readonly string[] Selves = ["本", "以上", "上述"];
    private static readonly string[] Links = ["施行", "实施", "执行", "试行", "生效", "解释"];
    private static readonly string[] Words = ["文件", "政策", "目录", "措施", "规定", "事项"];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private readonly Regex? _commence;
    private readonly Regex? _term;
    private readonly Func<Citation, bool> _isOwnText;

    /// <param name="words">The declared words.</param>
    /// <param name="isOwnText">Whether a citation names the text that the document issues.</param>
    public OwnTerms(ValidityLexicon words, Func<Citation, bool> isOwnText)
    {
        _isOwnText = isOwnText;
        if (words.Commence.Length == 0 || words.Term.Length == 0) return;
        var (verb, term) = (Any(words.Commence), Any(words.Term));
        const string length = $"(?<count>{Days.Count})(?<unit>年|个月)";
        const string last = $"(?<until>{Days.Date})(?:止|届满)?";

        // 自印发之日起三十日后
        var counted = $"(?:本[^，。；]{{1,8}})?(?:正式)?(?:{Any(words.MadeKnown)})之?日(?:起|后)?(?:(?:满|的)?(?<last>第)?(?<count>{Days.Count})(?<unit>个工作日|工作日|日|天|个月)(?<within>之内|以内|内)?(?:后|之后|起)?)?(?:起)?";
        _commence = new($"(?:自|从)(?:(?<date>{Days.Date})(?:起|之日起)?|即日起?|{counted})(?:正式|开始|全面|试)?(?:{verb}){End}", RegexOptions.CultureInvariant, Longest);
        _term = new(
            $"(?:{term})(?:为|是)?(?:自|从)?(?<from>{Days.Date})?(?:起)?(?:暂定|定)?(?:为|是|：)?(?:{length}|(?:截止|截至|至|到|延续至)(?:为)?{last}){End}"
            // 起施行，至某日止; 本办法执行至某日; 起施行，试行两年
            + $"|(?<=[，、])至{last}{End}|(?<=^|[，、]|本[^，。；]{{1,4}}|(?:以上|上述)[^，。；]{{2}})(?:{verb})至{last}{End}|(?<=[，、])(?:{verb}|暂行){length}{End}",
            RegexOptions.CultureInvariant, Longest);
    }

    /// <param name="passage">Own words of a clause.</param>
    /// <param name="from">Where the sentence begins.</param>
    /// <param name="to">Behind it.</param>
    /// <param name="goesOn">Whether the sentence before it said when the document commences.</param>
    /// <returns>Null where the sentence says neither.</returns>
    public OwnTerm? Read(Passage passage, int from, int to, bool goesOn)
    {
        if (_commence is null || _term is null) return null;
        var sentence = passage.Bare[from..to];
        var commence = _commence.Match(sentence);
        var isOwn = commence.Success && IsOwn(passage, from, sentence.AsSpan(0, commence.Index));
        var term = _term.Match(sentence);
        var hasTerm = term.Success && (isOwn && term.Index > commence.Index || IsOwn(passage, from, sentence.AsSpan(0, term.Index), isTerm: !goesOn || term.Index > 0));
        if (!isOwn && !hasTerm) return null;

        var read = new OwnTerm(from, to);
        if (isOwn) read = Commencing(read, commence);
        if (hasTerm)
        {
            read = read with { Until = Days.Read(term.Groups["until"].Value) };
            if (term.Groups["from"].Success && read.On is null) read = read with { On = Days.Read(term.Groups["from"].Value) };
            if (Days.ReadCount(term.Groups["count"].Value) is { } count and > 0) read = read with { TermMonths = term.Groups["unit"].Value == "年" ? count * 12 : count };
        }
        return read.Commences || read.Ends ? read : null;
    }

    private static OwnTerm Commencing(OwnTerm read, Match match)
    {
        if (match.Groups["date"].Success) return read with { On = Days.Read(match.Groups["date"].Value) };
        if (!match.Groups["count"].Success) return read with { DaysAfter = 0 };
        if (Days.ReadCount(match.Groups["count"].Value) is not { } count) return read;
        read = read with { IsOnLast = match.Groups["last"].Success, IsWithin = match.Groups["within"].Success };
        return match.Groups["unit"].Value switch
        {
            "个月" => read with { MonthsAfter = count },
            "日" or "天" => read with { DaysAfter = count },
            _ => read with { WorkingDaysAfter = count },
        };
    }

    /// <summary>Whether what stands before speaks of the document itself: 本办法, or nothing at all.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="from">Where the sentence begins.</param>
    /// <param name="before">The sentence up to the words.</param>
    /// <param name="isTerm">Whether a term alone is read, which may be anything's: then it must be named, and what stands between must not name something else.</param>
    private bool IsOwn(Passage passage, int from, ReadOnlySpan<char> before, bool isTerm = false)
    {
        var subject = before.Trim("，、 　\r\n").ToString();
        if (subject.Length == 0) return !isTerm;
        if (subject.Length > LongestSubject) subject = subject[^LongestSubject..];
        var (own, named) = Selves.Select(self => LastOf(subject, self)).MaxBy(s => s.At);
        var end = from + before.Length;
        // 《甲》现印发给你们，自某日起施行: the document may call its text by name.
        if (own < 0) return passage.Citations.LastOrDefault(c => c.Citation.Citation is { Target: not null } cited && cited.From >= from && cited.To <= end).Citation is { } last && _isOwnText(last.Citation);
        // 本办法所称许可证有效期五年 is the licence's.
        if (isTerm && subject[named..].Trim('的', '，') is { Length: > 0 } between && !Links.Any(l => between.Contains(l, StringComparison.Ordinal))) return false;
        // 本办法 may stand far before; another document named between them is what the sentence is about.
        var behind = end - (subject.Length - own);
        return !passage.Citations.Any(c => c.Citation.Citation is { Target: not null } cited && cited.From > behind && cited.To <= end && !_isOwnText(cited));
    }

    /// <summary>Where the document last names itself so, 本办法 or 以上规定, and where its name ends; -1 where it does not.</summary>
    private static (int At, int End) LastOf(string subject, string self)
    {
        for (var at = subject.LastIndexOf(self, StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : subject.LastIndexOf(self, at - 1, StringComparison.Ordinal))
            if (NameLength(subject.AsSpan(at + self.Length)) is > 0 and var length) return (at, at + self.Length + length);
        return (-1, -1);
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
            if (text.StartsWith(word, StringComparison.Ordinal)) return word.Length;
        return Contexts.DocumentWord(text);
    }

    private static string Any(string[] words) => string.Join('|', words.OrderByDescending(w => w.Length).Select(Regex.Escape));
}
