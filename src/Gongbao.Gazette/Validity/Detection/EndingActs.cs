using System.Text.RegularExpressions;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>What a sentence does to other documents.</summary>
/// <param name="Effect">Ends, continues or puts them off.</param>
/// <param name="Targets">Its citations of them; empty where it speaks of those that are listed (下列文件).</param>
internal sealed record EndingAct(ValidityEffect Effect, IReadOnlyList<(int Ordinal, PlacedCitation Citation)> Targets)
{
    /// <summary>The printed day; null where it is that of the document.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Whether it is the day on which the document is made known: 自本通知印发之日起.</summary>
    public bool FromMadeKnown { get; init; }

    /// <summary>Of a continuation: the printed last day; of a suspension: the last day out of force.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Of a continuation: for or by so many months.</summary>
    public int? Months { get; init; }

    /// <summary>Whether the targets are listed behind it.</summary>
    public bool Lists { get; init; }
}

/// <summary>Finds sentences that repeal, declare invalid, continue or put off documents: 《甲》同时废止, 废止《甲》和《乙》, 下列文件宣布失效, 《甲》推迟至…施行.</summary>
internal sealed partial class EndingActs(ValidityLexicon words)
{
    private const int LongestLink = 24;
    private static readonly string[] Listing = ["下列", "以下", "如下"];
    private static readonly string[] Lists = ["目录", "所列", "清单", "名录"];

    private const string Longer = "延长";

    /// <summary>What puts a first day off names the new one; what stops a document for a time names the last day of it.</summary>
    private static readonly string[] PutsOff = ["推迟", "延期", "延后"];

    /// <summary>What a sentence goes on with that says why a document ends or continues, and what stands right before the verb then.</summary>
    private static readonly string[] Whys = ["因", "由于", "与", "已", "将于", "将到", "即将", "有效期", "适用期", "不再", "不适应", "所依据", "主要内容"];
    private static readonly Endings Decisions = new("予以", "现予", "决定", "同意", "现将", "现", "，");

    /// <summary>What is listed: a sentence on anything else lists no documents.</summary>
    private static readonly string[] Things = ["文件", "规章", "规定", "办法", "制度", "通知", "决定", "意见"];
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
            if (word == Longer && (targets.Count == 0 || !IsTerm(bare.AsSpan(targets[^1].Citation.Citation.To)))) continue;
            if (targets.Count == 0 && (suffix = Apart(passage, from, at) is { Count: > 0 })) targets = Apart(passage, from, at);
            var lists = targets.Count == 0 && IsListing(bare.AsSpan(from, to - from));
            if (targets.Count == 0 && !lists) continue;
            done = targets.Count > 0 ? Math.Max(at + word.Length, targets[^1].Citation.Citation.To) : at + word.Length;
            yield return Act(effect, targets, bare, from, at, word.Length, to, suffix, lists);
        }
    }

    /// <summary>延长《甲》有效期: what is longer must be the term.</summary>
    private static bool IsTerm(ReadOnlySpan<char> behind)
    {
        behind = behind.TrimStart("）)的");
        return behind.StartsWith("有效期") || behind.StartsWith("施行期") || behind.StartsWith("试行期");
    }

    /// <summary>《甲》因工作任务已经完成，予以废止: the documents that the sentence begins with, where it says of them why.</summary>
    private static List<(int Ordinal, PlacedCitation Citation)> Apart(Passage passage, int from, int at)
    {
        var cited = passage.Citations.Where(c => c.Citation.Citation.From >= from && c.Citation.Citation.To <= at && c.Citation.Citation.Target is not null).ToList();
        if (cited.Count == 0 || cited.Exists(c => c.Citation.Citation.Not is not (null or NonDocument.IssuedHere))) return [];
        var lead = passage.Bare.AsSpan(from, cited[0].Citation.Citation.From - from).Trim();
        if (lead is not ("" or "原" or "对" or "将" or "现将" or "鉴于" or "因") && !lead.EndsWith("，")) return [];
        for (var i = 1; i < cited.Count; i++)
            if (!LinksTarget(passage.Bare.AsSpan(cited[i - 1].Citation.Citation.To, cited[i].Citation.Citation.From - cited[i - 1].Citation.Citation.To))) return [];
        var between = passage.Bare.AsSpan(cited[^1].Citation.Citation.To, at - cited[^1].Citation.Citation.To).TrimStart("）)");
        return Lexicon.StartsWithAny(between, Whys) && Decisions.End(between) ? cited : [];
    }

    /// <summary>What the title of a list says of what it lists: 宣布失效的行政规范性文件目录.</summary>
    public ValidityEffect? OfListTitle(string title)
    {
        if (!Lists.Any(l => title.Contains(l, StringComparison.Ordinal)) && !title.Contains("文件", StringComparison.Ordinal)) return null;
        // 拟修改的文件目录: nothing is done yet.
        foreach (var (word, effect) in words.Acts.Concat(words.Amend.Select(w => (w, ValidityEffect.Amend))))
            if (title.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at) return words.Not.Any(n => title.AsSpan(0, at).EndsWith(n, StringComparison.Ordinal)) ? null : effect;
        return null;
    }

    /// <summary>What a cell of a list says of its row: 废止.</summary>
    public ValidityEffect? OfCell(string cell)
    {
        foreach (var (word, effect) in words.Acts)
            if (cell == word || cell == "予以" + word || cell == "建议" + word) return effect;
        return null;
    }

    /// <summary>What the title of a document says of the one other document that it names: 关于延长《甲》有效期的通知.</summary>
    public EndingAct? OfTitle(Passage title)
    {
        var bare = title.Bare;
        var about = bare.IndexOf("关于", StringComparison.Ordinal);
        var kind = bare.LastIndexOf('的');
        return about >= 0 && kind > about && Read(title, about + 2, kind).ToList() is [{ Targets.Count: 1 } act] ? act : null;
    }

    /// <summary>现将有效期延长至…: what a sentence that names no document does to the one that the title names.</summary>
    /// <param name="passage">Where it stands.</param>
    /// <param name="from">First character.</param>
    /// <param name="to">Behind the last.</param>
    /// <param name="titled">What the title says.</param>
    public EndingAct? OfTitled(Passage passage, int from, int to, EndingAct titled)
    {
        var bare = passage.Bare;
        if (passage.Citations.Any(c => c.Citation.Citation.From >= from && c.Citation.Citation.To <= to)) return null;
        foreach (var (at, word, effect) in Verbs(bare, from, to))
        {
            if (effect != titled.Effect || word == Longer || IsOtherwise(bare, from, at) || !MayFollow(bare, at + word.Length, to)) continue;
            var begins = bare.LastIndexOfAny(['，', '。', '；', '：'], Math.Max(from, at - 1), Math.Max(0, at - from)) + 1;
            if (Unnamed().IsMatch(bare[Math.Max(from, begins)..at].Trim())) return Act(effect, titled.Targets, bare, from, at, word.Length, to, suffix: true, lists: false);
        }
        return null;
    }

    private IEnumerable<(int At, string Word, ValidityEffect Effect)> Verbs(string bare, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            foreach (var (word, effect) in words.Acts.Append((Longer, ValidityEffect.Continue)))
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
            until = Last().Match(tail) is { Success: true } last ? Days.Read(last.Groups["until"].Value) : null;
            if (until is null && Length().Match(tail) is { Success: true } longer && Days.ReadCount(longer.Groups["count"].Value) is { } count) months = longer.Groups["unit"].Value == "年" ? count * 12 : count;
        }
        if (effect is ValidityEffect.Suspend && (Last().Match(tail) is { Success: true } named ? named : Last().Match(head)) is { Success: true } stop && Days.Read(stop.Groups["until"].Value) is { } day)
            until = PutsOff.Any(p => tail.StartsWith(p, StringComparison.Ordinal)) ? day.AddDays(-1) : day;
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
            if (run.Count == 0 && FirstDay().Match(link.ToString()) is { Success: true } first) link = link[..first.Index];
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

    private static bool MayFollow(string bare, int at, int to) => at >= to || Behind.Any(b => b.Length > 0 && bare.AsSpan(at, to - at).StartsWith(b, StringComparison.Ordinal)) || Characters.IsDigit(bare[at]);

    /// <summary>Whether the documents are listed behind, in the attachment or below: 下列文件予以废止：.</summary>
    private static bool IsListing(ReadOnlySpan<char> sentence)
    {
        var ends = sentence.TrimEnd() is [.., '：' or ':'];
        return Any(sentence, Things) && (ends || Any(sentence, Listing));

        static bool Any(ReadOnlySpan<char> sentence, string[] words)
        {
            foreach (var word in words)
                if (sentence.IndexOf(word) >= 0) return true;
            return false;
        }
    }

    /// <summary>What may stand before the verb of a sentence that leaves its document unnamed: 现将其, 该办法, 市政府决定.</summary>
    [GeneratedRegex("^(?:经[^，。；]{1,16})?(?:市政府|市人民政府|本机关)?(?:研究)?(?:现?决定|同意)?(?:现?将|现|对)?(?:其|该[^，。；的]{1,8}|上述[^，。；的]{1,8}|原[^，。；的]{1,8})?的?(?:(?:施行|实施|执行)(?:日期|时间))?(?:自[^，。；]{1,20}?起)?(?:予以|继续|再)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unnamed();

    [GeneratedRegex("(?:至|到)(?<until>" + Days.Date + ")", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Last();

    [GeneratedRegex("(?<count>" + Days.Count + ")(?<unit>年|个月)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Length();

    [GeneratedRegex("(?:自|从)(?<date>" + Days.Date + ")(?:起|之日起)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FromDay();

    /// <summary>《甲》的施行日期由某日推迟至…: what is put off is the document.</summary>
    [GeneratedRegex("的?(?:施行|实施|执行|生效)(?:日期|时间)(?:[由从自][^，。；]{1,20})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstDay();

    [GeneratedRegex("^[)）\\s]*(?:等)?(?:[0-9一二两三四五六七八九十百]{1,4}(?:件|份|个)(?:[^，。；]{0,16}?(?:文件|规定|办法|规章))?)?(?:文件|文)?(?:中)?[，,]?(?:现|也|均|一并|相应|随之)?(?:自[^，。；]{1,20}?起)?[，,]?(?:现)?(?:同时|即行|即|予以|一并|相应|相应地|随之|全部|均)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VerbLink();
}
