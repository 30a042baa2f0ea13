using System.Text.RegularExpressions;
using Gongbao.Gazette.Citations;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>What a sentence does to other documents.</summary>
/// <param name="Effect">Ends or continues them.</param>
/// <param name="Targets">Its citations of them; empty where it speaks of those that are listed (下列文件).</param>
internal sealed record EndingAct(ValidityEffect Effect, IReadOnlyList<(int Ordinal, PlacedCitation Citation)> Targets)
{
    /// <summary>The printed day; null where it is that of the document.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Whether it is the day on which the document is made known: 自本通知印发之日起.</summary>
    public bool FromMadeKnown { get; init; }

    /// <summary>Of a continuation: the printed last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Of a continuation: for or by so many months.</summary>
    public int? Months { get; init; }

    /// <summary>Whether the targets are listed behind it.</summary>
    public bool Lists { get; init; }
}

/// <summary>Finds sentences that repeal, declare invalid or continue documents: 《甲》同时废止, 废止《甲》和《乙》, 下列文件宣布失效.</summary>
internal sealed partial class EndingActs(ValidityLexicon words)
{
    private const int LongestLink = 24;
    private static readonly string[] Listing = ["下列", "以下", "如下", "附件", "目录", "所列", "清单"];
    private static readonly string[] Behind = ["", "。", "；", "，", "、", "：", ")", "）", ";", ",", ":", "\r", "\n", "，", "至", "到", "两", "一", "二", "三", "四", "五"];

    /// <summary>Acts of a sentence, in order.</summary>
    public IEnumerable<EndingAct> Read(Passage passage, int from, int to)
    {
        var bare = passage.Bare;
        var done = from;
        foreach (var (at, word, effect) in Verbs(bare, from, to))
        {
            if (at < done || IsOtherwise(bare, from, at)) continue;
            var targets = Before(passage, from, at, word);
            var suffix = targets.Count > 0;
            if (suffix && !MayFollow(bare, at + word.Length, to)) continue;
            if (!suffix) targets = After(passage, at + word.Length, to);
            var lists = targets.Count == 0 && IsListing(bare.AsSpan(from, to - from), bare, at + word.Length);
            if (targets.Count == 0 && !lists) continue;
            done = targets.Count > 0 ? Math.Max(at + word.Length, targets[^1].Citation.Citation.To) : at + word.Length;
            yield return Act(effect, targets, bare, from, at, word.Length, to, suffix, lists);
        }
    }

    /// <summary>What the title of a list says of what it lists: 宣布失效的行政规范性文件目录.</summary>
    public ValidityEffect? OfListTitle(string title)
    {
        if (!Listing.Skip(3).Any(l => title.Contains(l, StringComparison.Ordinal)) && !title.Contains("文件", StringComparison.Ordinal)) return null;
        foreach (var (word, effect) in words.Acts)
            if (title.Contains(word, StringComparison.Ordinal)) return effect;
        return words.Amend.Any(w => title.Contains(w, StringComparison.Ordinal)) ? ValidityEffect.Amend : null;
    }

    /// <summary>What a cell of a list says of its row: 废止.</summary>
    public ValidityEffect? OfCell(string cell)
    {
        foreach (var (word, effect) in words.Acts)
            if (cell == word || cell == "予以" + word || cell == "建议" + word) return effect;
        return null;
    }

    private IEnumerable<(int At, string Word, ValidityEffect Effect)> Verbs(string bare, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            foreach (var (word, effect) in words.Acts)
            {
                if (at + word.Length > to || !bare.AsSpan(at, word.Length).SequenceEqual(word)) continue;
                yield return (at, word, effect);
                at += word.Length - 1;
                break;
            }
        }
    }

    /// <summary>已废止, 被废止, 自行失效: no act of this document.</summary>
    private bool IsOtherwise(string bare, int from, int at)
    {
        var before = bare.AsSpan(from, at - from);
        foreach (var word in words.Not)
        {
            if (before.EndsWith(word, StringComparison.Ordinal)) return true;
            if (before.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var not && word.Length > 1 && not < at - from && before[not..].IndexOfAny('》', '，', '、') < 0 && word[0] is '已' or '早') return true;
        }
        return false;
    }

    private EndingAct Act(
        ValidityEffect effect, IReadOnlyList<(int Ordinal, PlacedCitation Citation)> targets, string bare, int from, int at, int length, int to, bool suffix, bool lists)
    {
        var (head, tail) = (bare[from..at], bare[at..to]);
        DateOnly? on = null, until = null;
        int? months = null;
        if (effect is ValidityEffect.Continue)
        {
            if (Extension().Match(tail) is { Success: true } longer)
            {
                until = Days.Read(longer.Groups["until"].Value);
                if (Days.ReadCount(longer.Groups["count"].Value) is { } count) months = longer.Groups["unit"].Value == "年" ? count * 12 : count;
            }
        }
        if (FromDay().Matches(head) is { Count: > 0 } days && (suffix || head.Length - days[^1].Index - days[^1].Length <= LongestLink)) on = Days.Read(days[^1].Groups["date"].Value);
        return new(effect, targets) { On = on, FromMadeKnown = words.MadeKnown.Any(w => head.Contains(w + "之日起", StringComparison.Ordinal)), Until = until, Months = months, Lists = lists };
    }

    /// <summary>The run of citations that ends right before the verb.</summary>
    private static List<(int Ordinal, PlacedCitation Citation)> Before(Passage passage, int from, int at, string verb)
    {
        var run = new List<(int Ordinal, PlacedCitation Citation)>();
        var next = at;
        foreach (var cited in passage.Citations.Where(c => c.Citation.Citation.From >= from && c.Citation.Citation.To <= at).Reverse())
        {
            if (cited.Citation.Citation is not { Target: not null, Not: null or NonDocument.IssuedHere } citation) break;
            var link = passage.Bare.AsSpan(citation.To, next - citation.To);
            // 《甲》的有效期延长至…: only what a document has may stand behind 的.
            if (run.Count == 0 && verb.StartsWith("有效期", StringComparison.Ordinal)) link = link.TrimEnd('的');
            if (run.Count == 0 ? !LinksVerb(link) : !LinksTarget(link)) break;
            run.Insert(0, cited);
            next = citation.From;
        }
        return run;
    }

    /// <summary>The run of citations that begins right behind the verb.</summary>
    private static List<(int Ordinal, PlacedCitation Citation)> After(Passage passage, int at, int to)
    {
        var run = new List<(int Ordinal, PlacedCitation Citation)>();
        var end = at;
        foreach (var cited in passage.Citations.Where(c => c.Citation.Citation.From >= at && c.Citation.Citation.To <= to))
        {
            if (cited.Citation.Citation is not { Target: not null, Not: null or NonDocument.IssuedHere } citation) break;
            var link = passage.Bare.AsSpan(end, citation.From - end);
            if (run.Count == 0 ? link.Length > LongestLink || link.IndexOfAny('。', '；', '，') >= 0 || link.StartsWith("的") && !link.StartsWith("的文件") : !LinksTarget(link)) break;
            run.Add(cited);
            end = citation.To;
        }
        // 废止《甲》的程序 speaks of the act.
        return run.Count > 0 && passage.Bare.AsSpan(end, to - end) is ['的', not ('决' or '通' or '公'), ..] ? [] : run;
    }

    /// <summary>What may stand between the last document and the verb: 同时, 予以, 自某日起, 等三件文件.</summary>
    private static bool LinksVerb(ReadOnlySpan<char> link) => link.Length <= LongestLink + 16 && VerbLink().IsMatch(link);

    /// <summary>What may stand between two documents: 、 and who issued the next.</summary>
    private static bool LinksTarget(ReadOnlySpan<char> link) =>
        link.Length <= LongestLink && link.TrimStart(") ）") is ['、' or '和' or '与' or '及' or '，' or '以' or '；' or '\r' or '\n', ..] && link.IndexOfAny("。的") < 0;

    private static bool MayFollow(string bare, int at, int to) => at >= to || Behind.Any(b => b.Length > 0 && bare.AsSpan(at, to - at).StartsWith(b, StringComparison.Ordinal));

    /// <summary>Whether the documents are listed behind, in the attachment or below.</summary>
    private static bool IsListing(ReadOnlySpan<char> sentence, string bare, int behind)
    {
        foreach (var word in Listing)
            if (sentence.Contains(word, StringComparison.Ordinal)) return true;
        return sentence.TrimEnd() is [.., '：' or ':'] && bare.AsSpan(behind).Trim().Length <= 30;
    }

    [GeneratedRegex("(?:至|到)(?<until>" + Days.Date + ")|(?:延长|延续|顺延)?(?<count>" + Days.Count + ")(?<unit>年|个月)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Extension();

    [GeneratedRegex("(?:自|从)(?<date>" + Days.Date + ")(?:起|之日起)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FromDay();

    [GeneratedRegex("^[)）\\s]*(?:等)?(?:[0-9一二两三四五六七八九十百]{1,4}(?:件|份|个)(?:[^，。；]{0,16}?(?:文件|规定|办法|规章))?)?(?:文件)?(?:中)?[，,]?(?:现|也|均|一并|相应|随之)?(?:自[^，。；]{1,20}?起)?[，,]?(?:现)?(?:同时|即行|即|予以|一并|相应|相应地|随之|全部|均)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VerbLink();
}
