using Gongbao.Gazette.Citations.Detection;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>One instruction of an amending sentence.</summary>
/// <param name="Place">The place in the amended document; null for the whole of it.</param>
/// <param name="Instruction">What is done there.</param>
internal sealed record Amendment(ClausePath? Place, AmendmentInstruction Instruction);

/// <summary>
/// Reads the instructions (修改指令) of an amending decision: 将第三条修改为：“…”, 删去第五条, 增加一条，作为第八条：“…”; of chapters, sections and
/// attachments too.
/// </summary>
internal sealed class Amendments(ValidityLexicon words)
{
    /// <summary>What of a division is changed where its name is.</summary>
    private static readonly string[] Names = ["章名", "节名", "编名", "标题", "名称", "题目"];

    /// <summary>What says that the new words do not stand here, but behind the decision.</summary>
    private static readonly string[] Elsewhere = ["本决定", "本通知", "本公告", "所附", "新的", "附件", "后附"];

    /// <summary>The instructions of a sentence.</summary>
    /// <param name="passage">Where it stands.</param>
    /// <param name="from">First character.</param>
    /// <param name="to">Behind the last.</param>
    /// <param name="last">The place that was named last before it; then the last that it names.</param>
    public IReadOnlyList<Amendment> Read(Passage passage, int from, int to, ref ClausePath? last)
    {
        var (bare, found) = (passage.Bare, new List<Amendment>());
        var quotes = Quotes(passage, from, to);
        var places = PlacesOf(passage, from, to, last);
        if (places.Count > 0) last = places[^1].Path;
        for (var at = from; at < to; at++)
        {
            if (Starts(bare, at, to, words.Substitute) is { } substitute)
            {
                Substitute(found, bare, from, at, at + substitute.Length, quotes, places);
                at += substitute.Length - 1;
            }
            else if (Starts(bare, at, to, words.Delete) is { } delete)
            {
                Delete(found, bare, from, at, at + delete.Length, to, quotes, places);
                at += delete.Length - 1;
            }
            else if (bare[at] == '增' && at + 1 < to && bare[at + 1] == '加') Insert(found, bare, at, to, quotes, places);
        }
        return found;
    }

    /// <summary>第三条修改为：“…”, 第三条中的“甲”修改为“乙”, 第十条改为第十一条.</summary>
    private static void Substitute(List<Amendment> found, string bare, int from, int verb, int behind, List<Quote> quotes, List<PlacedPath> places)
    {
        var next = quotes.Find(q => q.From >= behind);
        if (places.Find(p => p.From >= behind) is { } to && bare.AsSpan(behind, to.From - behind).Trim().Length == 0 && places.FindLast(p => p.To <= verb) is { } moved)
        {
            found.Add(new(moved.Path, new(AmendmentAction.Renumber, New: to.Path.ToString())));
            to.IsNew = true;
            return;
        }
        if (next is null || bare.AsSpan(behind, next.From - behind).Trim("：: 　\r\n").Length > 0)
        {
            // 附件2替换为本决定附件: the new words stand elsewhere.
            if (places.FindLast(p => p.To <= verb && !p.IsNew) is { Path.Steps: [{ Kind: ClauseStepKind.Attachment }] } annex && Elsewhere.Any(e => bare.AsSpan(behind).TrimStart("：: 　\r\n").StartsWith(e)))
                found.Add(new(annex.Path, new(AmendmentAction.ReplaceClause)));
            return;
        }
        var begins = Math.Max(from, LastEnd(bare, from, verb));
        // “甲”修改为“乙”，“丙”修改为“丁”: the words that came before are no words that go, and the places hold on.
        var come = quotes.FindLast(q => q.To <= verb && q.IsNew)?.To ?? begins;
        var olds = quotes.Where(q => q.To <= verb && q.From >= Math.Max(begins, come)).ToList();
        next.IsNew = true;
        if (olds.Count > 0)
        {
            var at = places.Where(p => p.To <= olds[0].From && p.From >= Math.Max(begins, come) && !p.IsNew).ToList();
            if (at.Count == 0) at = [.. places.Where(p => p.To <= olds[0].From && p.From >= begins && !p.IsNew)];
            foreach (var words in olds)
                foreach (var place in at.Count == 0 ? [null] : at.Select(p => (ClausePath?)p.Path)) found.Add(new(place, new(AmendmentAction.ReplaceWords, words.Text, next.Text)));
            return;
        }
        // 第十条改为第十一条，修改为：“…”: the place was named before the number it gets.
        if (places.FindLast(p => p.To <= verb && p.From >= begins && !p.IsNew) is not { } whole) return;
        var isName = IsDivision(whole.Path.Steps[^1].Kind) && Names.Any(n => bare.IndexOf(n, whole.To, verb - whole.To, StringComparison.Ordinal) >= 0);
        found.Add(new(whole.Path, new(isName ? AmendmentAction.Retitle : AmendmentAction.ReplaceClause, New: next.Text)));
    }

    /// <summary>删去第五条, 删去第三条中的“甲”, 将第五条删去.</summary>
    private static void Delete(List<Amendment> found, string bare, int from, int verb, int behind, int to, List<Quote> quotes, List<PlacedPath> places)
    {
        var end = NextEnd(bare, behind, to);
        var after = places.Where(p => p.From >= behind && p.To <= end).ToList();
        var gone = quotes.Where(q => q.From >= behind && q.To <= end).ToList();
        if (after.Count == 0 && gone.Count == 0)
        {
            var begins = Math.Max(from, LastEnd(bare, from, verb));
            gone = [.. quotes.Where(q => q.To <= verb && q.From >= begins)];
            after = [.. places.Where(p => p.To <= verb && p.From >= begins && (gone.Count == 0 || p.To <= gone[0].From))];
        }
        if (gone.Count > 0)
        {
            foreach (var quote in gone)
                foreach (var place in after.Count == 0 ? [null] : after.Select(p => (ClausePath?)p.Path)) found.Add(new(place, new(AmendmentAction.ReplaceWords, quote.Text, "")));
        }
        else found.AddRange(after.Select(p => new Amendment(p.Path, new(AmendmentAction.Delete))));
    }

    /// <summary>增加一条，作为第八条：“…”; 在第三条“甲”后增加“乙”.</summary>
    private static void Insert(List<Amendment> found, string bare, int at, int to, List<Quote> quotes, List<PlacedPath> places)
    {
        if (quotes.Find(q => q.From == at + 2) is { } more && quotes.FindLast(q => q.To <= at) is { } behind && bare.AsSpan(behind.To, at - behind.To) is "后" or "之后" or "后面")
        {
            var place = places.FindLast(p => p.To <= behind.From && !p.IsNew)?.Path;
            found.Add(new(place, new(AmendmentAction.ReplaceWords, behind.Text, behind.Text + more.Text)));
            return;
        }
        var mark = bare.IndexOf("作为", at, to - at, StringComparison.Ordinal);
        if (mark < 0) return;
        var news = quotes.Where(q => q.From >= mark).ToList();
        var end = news.Count > 0 ? news[0].From : to;
        var at_ = places.Where(p => p.From >= mark && p.From < end).ToList();
        for (var i = 0; i < at_.Count && news.Count > 0; i++)
        {
            var path = at_[i].Path;
            // 第三条增加一款，作为第二款; 第二章增加一节，作为第三节: what it stands in was named before.
            var kind = path.Steps[0].Kind;
            if (kind is ClauseStepKind.Section && places.FindLast(p => p.To <= at && p.Path.Steps.Any(s => s.Kind is ClauseStepKind.Chapter)) is { } chapter)
                path = ClausePath.Of([.. chapter.Path.Steps.TakeWhile(s => s.Kind is ClauseStepKind.Part or ClauseStepKind.Chapter), .. path.Steps]);
            else if (kind is not ClauseStepKind.Article && !IsDivision(kind) && places.FindLast(p => p.To <= at && p.Path.Steps[0].Kind is ClauseStepKind.Article) is { } within)
                path = ClausePath.Of([.. within.Path.Steps.TakeWhile(s => s.Kind < kind || s.Kind is ClauseStepKind.Article), .. path.Steps]);
            found.Add(new(path, new(AmendmentAction.Insert, New: news[Math.Min(i, news.Count - 1)].Text)));
        }
    }

    private static bool IsDivision(ClauseStepKind kind) => kind is ClauseStepKind.Part or ClauseStepKind.Chapter or ClauseStepKind.Section or ClauseStepKind.Attachment;

    private static string? Starts(string bare, int at, int to, string[] among)
    {
        foreach (var word in among)
            if (at + word.Length <= to && bare.AsSpan(at, word.Length).SequenceEqual(word)) return word;
        return null;
    }

    private static int LastEnd(string bare, int from, int at) => bare.LastIndexOfAny(['；', '。', ';'], Math.Max(from, at - 1), Math.Max(0, at - from)) + 1;

    private static int NextEnd(string bare, int from, int to) => from < to && bare.IndexOfAny(['，', '；', '。', ';', ','], from, to - from) is >= 0 and var end ? end : to;

    /// <summary>Places that the sentence names outside quotations and titles.</summary>
    private static List<PlacedPath> PlacesOf(Passage passage, int from, int to, ClausePath? last)
    {
        var places = new List<PlacedPath>();
        for (var at = from; at < to; at++)
        {
            if (passage.Bare[at] is not ('第' or '附')) continue;
            var before = places.Count > 0 && Contexts.Joined(passage.Bare, places[^1].To) == at ? places[^1].Path : null;
            if (PlaceWords.Read(passage.Bare, at, before, out var end) is not { } path || end > to) continue;
            // 第二款 alone is of the article that was named before, 第一节 of the chapter.
            if (path.Steps[0].Kind is ClauseStepKind.Section or ClauseStepKind.Paragraph or ClauseStepKind.Level2 or ClauseStepKind.Level3 && last is not null) path = PlaceWords.Read(passage.Bare, at, last, out end)!;
            last = path;
            places.Add(new(at, end, path));
            at = end - 1;
        }
        return places;
    }

    private static List<Quote> Quotes(Passage passage, int from, int to)
    {
        var (text, quotes) = (passage.Text, new List<Quote>());
        var (depth, open) = (0, 0);
        for (var i = from; i < to; i++)
        {
            if (text[i] is '“' or '「' && depth++ == 0) open = i;
            else if (text[i] is '”' or '」' && depth > 0 && --depth == 0) quotes.Add(new(open, i + 1, Text(passage.Printed(open + 1, i))));
        }
        return quotes;
    }

    private static string Text(string quoted) => string.Join('\n', quoted.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private sealed record Quote(int From, int To, string Text)
    {
        /// <summary>Whether its words come in others' stead.</summary>
        public bool IsNew { get; set; }
    }

    private sealed record PlacedPath(int From, int To, ClausePath Path)
    {
        /// <summary>Whether it is the number that another place gets.</summary>
        public bool IsNew { get; set; }
    }
}
