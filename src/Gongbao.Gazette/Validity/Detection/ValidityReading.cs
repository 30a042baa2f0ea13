using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>
/// Reads what a document says about validity (效力), its own and that of others, passage by passage in printed order. What a list or a
/// decision says at its head holds for what stands under it.
/// </summary>
internal sealed class ValidityReading
{
    private const int LongestItem = 120;
    private const int LongestKind = 5;

    /// <summary>Of more claims no list of a city has; a hostile text must not make each be compared with each.</summary>
    private const int MostCompared = 2_000;
    private static readonly string[] Reasons = ["理由", "原因", "依据", "说明", "备注", "内容", "情况"];
    private readonly ReadDocument _document;
    private readonly SourceText _source;
    private readonly IReadOnlyList<PlacedCitation> _citations;
    private readonly ValidityLexicon _words;
    private readonly EndingActs _acts;
    private readonly OwnTerms _terms;
    private readonly Amendments _amendments;
    private readonly TextRuns _runs;
    private readonly List<Passage> _passages;
    private readonly List<ValidityClaim> _claims = [];
    private readonly List<Heading> _headings = [];
    private readonly HashSet<Node> _done = [];
    private readonly Dictionary<Node, Node> _rows = [];
    private Node? _commenced;

    private ValidityReading(ReadDocument document, SourceText source, IReadOnlyList<PlacedCitation> citations, ValidityLexicon words)
    {
        (_document, _source, _citations, _words) = (document, source, citations, words);
        var texts = document.Root.Children.Where(n => n.Kind is NodeKind.AttachedText).SelectMany(n => n.Children).Where(n => n.Kind is NodeKind.Title).Select(n => TitleForm.Exact(n.Text)).ToHashSet();
        (_acts, _amendments, _runs) = (new(words), new(words), new(source, document.Personal, []));
        _terms = new(words, c => c.Not is NonDocument.IssuedHere || c.Target is { Number: null, Title: { } title } && texts.Contains(TitleForm.Exact(title)));
        _passages = Passage.Of(document.Root, source, citations);
        foreach (var row in document.Root.WithAll().Where(n => n.Kind is NodeKind.Row))
            foreach (var cell in row.Children) _rows[cell] = row;
    }

    /// <param name="document">The document as read.</param>
    /// <param name="source">Its source.</param>
    /// <param name="citations">What it cites, as <see cref="DocumentCitations.Of"/> found it.</param>
    /// <param name="words">The declared words.</param>
    /// <returns>The claims in printed order, each once.</returns>
    public static IReadOnlyList<ValidityClaim> Of(ReadDocument document, SourceText source, IReadOnlyList<PlacedCitation> citations, ValidityLexicon words) =>
        new ValidityReading(document, source, citations, words).Read();

    private IReadOnlyList<ValidityClaim> Read()
    {
        for (var i = 0; i < _passages.Count; i++)
        {
            var passage = _passages[i];
            if (_done.Contains(passage.Node)) continue;
            for (var k = _headings.Count - 1; k >= 0; k--)
            {
                if (!_headings[k].EndsAt(passage)) continue;
                _headings[k].Close(this);
                _headings.RemoveAt(k);
            }
            if (passage.Node.Kind is NodeKind.Cell) Row(i);
            else if (passage.Node.Kind is NodeKind.Title) Title(passage);
            else if (passage.Node.Kind is not (NodeKind.Issuer or NodeKind.Number or NodeKind.Addressees or NodeKind.Signature or NodeKind.DatedOn or NodeKind.AttachmentNote or NodeKind.Imprint)) Sentences(passage);
        }
        foreach (var heading in _headings) heading.Close(this);
        return Dated(Once());
    }

    /// <summary>The title of the document may say what is amended; that of an attachment what its list does.</summary>
    private void Title(Passage passage)
    {
        var isAttached = passage.Node != _document.Root.Children.FirstOrDefault(c => c.Kind is NodeKind.Title);
        if (isAttached && _acts.OfListTitle(passage.Bare) is { } effect) _headings.Add(new(passage, effect, null, null, passage.Node.Text));
        else if (!isAttached && _words.Amend.Any(w => passage.Bare.Contains(w, StringComparison.Ordinal)) && passage.Citations is [var cited, ..] && IsTarget(cited.Citation.Citation))
            _headings.Add(new(passage, ValidityEffect.Amend, cited, null, ""));
    }

    private void Sentences(Passage passage)
    {
        if (ListHeading(passage) is { } printed && PrintedRows.Of(passage) is { Count: > 0 } rows)
        {
            if (printed.Effect is not ValidityEffect.Amend) Rows(passage, rows, printed);
            return;
        }
        // 有效期五年 may go on from the heading of its clause.
        var commenced = _commenced is { } before && before.Children.Contains(passage.Node);
        _commenced = null;
        ClausePath? place = null;
        foreach (var (from, to) in passage.Sentences())
        {
            var acts = _acts.Read(passage, from, to).ToList();
            // 《甲》自本通知印发之日起继续施行，有效期五年: the term is the other document's.
            var continues = acts.Exists(a => a.Effect is ValidityEffect.Continue && a.Targets.Count > 0);
            if (!continues && _terms.Read(passage, from, to, commenced) is { } term)
            {
                commenced |= term.Commences;
                if (term.Commences) _commenced = passage.Node;
                Own(passage, term);
            }
            var any = false;
            foreach (var act in acts)
            {
                any = true;
                if (act.Lists) _headings.Add(new(passage, act.Effect, null, act.On, passage.Text[from..to]) { IsExplicit = true });
                foreach (var target in act.Targets) Ending(passage, from, to, act, target);
            }
            if (!any) any = Amend(passage, from, to, ref place);
            if (!any && ListHeading(passage) is { } list) Item(passage, from, to, list);
        }
    }

    private bool Amend(Passage passage, int from, int to, ref ClausePath? place)
    {
        var bare = passage.Bare.AsSpan(from, to - from);
        var speaks = _words.Amend.Any(w => passage.Bare.IndexOf(w, from, to - from, StringComparison.Ordinal) >= 0);
        var cited = passage.Citations.Where(c => c.Citation.Citation.From >= from && c.Citation.Citation.To <= to && IsTarget(c.Citation.Citation)).ToList();
        var amendments = _amendments.Read(passage, from, to, ref place);
        var heading = _headings.FindLast(h => h.Effect is ValidityEffect.Amend && h.Target is not null);
        if (amendments.Count > 0 && (cited.Count > 0 || heading is not null))
        {
            foreach (var target in cited.Count > 0 ? cited : [heading!.Target!.Value])
                foreach (var (at, instruction) in amendments)
                    Add(passage, from, to, ValidityEffect.Amend, target).Then(c => c with { Place = at, Instruction = instruction, On = heading?.On ?? c.On });
            if (heading is not null) heading.IsUsed = true;
            // What follows without naming a document is of the same.
            if (cited.Count > 0 && cited.All(c => KeyOf(c.Ordinal) == KeyOf(cited[0].Ordinal))) GoOn(passage, cited[0]);
            return true;
        }
        if (cited.Count == 0 && IsAmending(bare) && bare.TrimEnd().EndsWith("："))
        {
            // 对下列文件予以修改： the documents stand below, with what is done to each.
            _headings.Add(new(passage, ValidityEffect.Amend, null, null, passage.Text[from..to]));
            return true;
        }
        // 对《甲》作如下修改： what is done stands below. An item of a list of amended documents names the document alone.
        var listed = ListHeading(passage) is { Effect: ValidityEffect.Amend };
        if (cited.Count == 0 || !speaks && !listed || Follows(bare) || bare.IndexOf("的决定") >= 0 && !bare.TrimEnd().EndsWith("：") || !listed && !IsAmending(bare)) return false;
        foreach (var target in cited) _headings.Add(new(passage, ValidityEffect.Amend, target, null, passage.Text[from..to]) { IsExplicit = true, Opens = (from, to) });
        return true;
    }

    private void GoOn(Passage passage, (int Ordinal, PlacedCitation Citation) target)
    {
        _headings.RemoveAll(h => h.GoesOn && h.Passage.Depth >= passage.Depth);
        _headings.Add(new(passage, ValidityEffect.Amend, target, null, "") { IsUsed = true, GoesOn = true });
    }

    /// <summary>《甲》根据本决定作相应修改，重新公布 tells what comes of the amendments above.</summary>
    private static bool Follows(ReadOnlySpan<char> sentence) => sentence.IndexOf("根据本") >= 0 || sentence.IndexOf("按照本") >= 0 || sentence.IndexOf("依照本") >= 0;

    /// <summary>对…作如下修改, 决定对…予以修改; not 修改完善…, not 根据修改后的….</summary>
    private bool IsAmending(ReadOnlySpan<char> sentence)
    {
        foreach (var word in _words.Amend)
        {
            if (sentence.IndexOf(word) is not (>= 0 and var at)) continue;
            var before = sentence[..at];
            var behind = sentence[(at + word.Length)..].Trim();
            if (behind.Length > 0 && behind[0] is not ('：' or ':' or '。' or '；' or '，' or '如' or '）') && !behind.StartsWith("内容")) continue;
            if (before.LastIndexOf("作") >= 0 || before.LastIndexOf("予以") >= 0 || before.LastIndexOf("进行") >= 0 || before.LastIndexOf("决定") >= 0 || before.LastIndexOf("将") >= 0) return true;
        }
        return false;
    }

    /// <summary>A document that a list names: by its citation or, where nothing citable is printed, by its words.</summary>
    private void Item(Passage passage, int from, int to, Heading list)
    {
        if (list.Effect is ValidityEffect.Amend) return;
        var act = new EndingAct(list.Effect, []) { On = list.On };
        var cited = passage.Citations.Where(c => c.Citation.Citation.From >= from && c.Citation.Citation.To <= to).ToList();
        var targets = cited.FindAll(c => IsTarget(c.Citation.Citation));
        if (targets.Count > 0)
        {
            if (!NamesOnly(passage, from, to, targets)) return;
            // Title and number name one document; the number says which.
            var numbered = targets.FindIndex(c => c.Citation.Citation.Target!.Number is not null);
            Ending(passage, from, to, act, targets[Math.Max(0, numbered)]);
            list.IsUsed = true;
        }
        else if (list.IsUsed && passage.Node.Kind is NodeKind.Clause or NodeKind.Entry && passage.Text.Length <= LongestItem && from == passage.From && cited.Count == 0)
        {
            Add(passage, from, to, list.Effect, null).Then(c => c with
            {
                TargetWords = Characters.Compact(passage.Text[from..to].TrimEnd('。', '；', ';')), On = list.On, Confidence = 0.5, Why = "清单中的这一项没有书名号，也没有文号，请确认指的是哪一份文件。",
            });
        }
    }

    /// <summary>Whether nothing is said of the documents, as in a list: an issuer before a title, 的通知 behind it.</summary>
    private static bool NamesOnly(Passage passage, int from, int to, List<(int Ordinal, PlacedCitation Citation)> targets)
    {
        var (first, last) = (targets[0].Citation.Citation, targets[^1].Citation.Citation);
        var before = passage.Bare.AsSpan(from, first.From - from);
        var behind = passage.Bare.AsSpan(last.To, to - last.To).Trim("）)；;。、， 　\r\n");
        return before.Length <= LongestItem && before.IndexOfAny("，。：；") < 0 && (behind.Length == 0 || behind is ['的', ..] && behind.Length <= LongestKind || behind[0] is '（' or '(');
    }

    /// <summary>A row of a list: its first document, with what its own cell or the list's head says of it.</summary>
    private void Row(int index)
    {
        var cells = new List<Passage>();
        var row = _rows.GetValueOrDefault(_passages[index].Node);
        for (var i = index; i < _passages.Count && row is not null && _rows.GetValueOrDefault(_passages[i].Node) == row; i++)
        {
            if (!Reasons.Any(r => _passages[i].Node.Label?.Contains(r, StringComparison.Ordinal) == true)) cells.Add(_passages[i]);
            _done.Add(_passages[i].Node);
        }
        if (row is null || row.Label == TableNodes.HeadLabel || cells.Count == 0) return;
        var list = ListHeading(cells[0]);
        if ((cells.Select(c => _acts.OfCell(Characters.Compact(c.Text))).FirstOrDefault(e => e is not null) ?? list?.Effect) is not { } effect || effect is ValidityEffect.Amend) return;
        var first = cells.FindIndex(c => c.Citations.Any(x => IsTarget(x.Citation.Citation)));
        if (first < 0) return;
        // Title and number in two cells side by side name one document.
        var target = cells.Skip(first).Take(2).SelectMany(c => c.Citations).FirstOrDefault(c => c.Citation.Citation.Target?.Number is not null);
        if (target.Citation is null) target = cells[first].Citations.First(c => IsTarget(c.Citation.Citation));
        var passage = cells.Find(c => c.Citations.Contains(target))!;
        var term = effect is ValidityEffect.Continue ? cells.Find(c => _words.Term.Any(t => c.Node.Label?.Contains(t, StringComparison.Ordinal) == true)) : null;
        var act = new EndingAct(effect, []) { On = list?.On, Until = term is null ? null : Days.Read(Characters.Compact(term.Text)) };
        Ending(passage, 0, passage.Text.Length, act, target);
        _claims[^1] = _claims[^1] with { Span = cells.Select(c => c.SpanOf(0, c.Text.Length)).Aggregate((a, b) => a.Union(b)), Words = string.Join('　', cells.Select(c => Masked(c, 0, c.Text.Length))) };
        if (list is not null) list.IsUsed = true;
    }

    /// <summary>The rows of a list whose table came as running text; its last column may tell until when.</summary>
    private void Rows(Passage passage, List<(int From, int To)> rows, Heading list)
    {
        var tells = list.Effect is ValidityEffect.Continue && _words.Term.Any(t => passage.Bare.IndexOf(t, passage.From, rows[0].From - passage.From, StringComparison.Ordinal) >= 0);
        foreach (var row in rows)
        {
            if (PrintedRows.Document(passage, row, out var end) is not { } named) continue;
            var until = tells ? Days.Read(passage.Bare[end..row.To].Trim()) : null;
            Ending(passage, row.From, until is null ? end : row.To, new EndingAct(list.Effect, []) { On = list.On, Until = until }, named);
        }
        list.IsUsed = true;
    }

    private void Ending(Passage passage, int from, int to, EndingAct act, (int Ordinal, PlacedCitation Citation) target)
    {
        var place = target.Citation.Citation.Place?.Path;
        var effect = place is not null && act.Effect is ValidityEffect.Repeal or ValidityEffect.Invalidate && place is not null ? ValidityEffect.RepealPart : act.Effect;
        // From when a longer term runs is printed here, or in the document that it is about.
        var begins = act.On ?? (act.FromMadeKnown ? MadeKnown().Day : null);
        var until = act.Until ?? (act.Months is { } term && begins is { } day ? Days.Until(day, term) : null);
        Add(passage, from, to, effect, target).Then(c => c with
        {
            On = act.On, Until = until, Place = place,
            Instruction = act.Months is { } months && until is null ? new(AmendmentAction.ExtendTerm, Months: months) : null,
        });
    }

    private void Own(Passage passage, OwnTerm term)
    {
        var (known, doubt) = MadeKnown();
        DateOnly? first = term switch
        {
            { On: { } on } => on,
            { DaysAfter: { } days } => known?.AddDays(days == 0 ? 0 : days + 1),
            { MonthsAfter: { } months } => known?.AddMonths(months).AddDays(1),
            _ => null,
        };
        if (term.Commences)
        {
            var why = term.On is not null ? null : known is null ? "文件没有写明成文日期和印发日期，推算不出施行日期。" : doubt;
            Add(passage, term.From, term.To, ValidityEffect.Commence, null).Then(c => c with { On = first, Why = why, Confidence = first is null ? 0.3 : why is null ? 1 : 0.9 });
        }
        if (!term.Ends) return;
        var begins = first ?? _claims.Find(c => c is { IsOwn: true, Effect: ValidityEffect.Commence })?.On ?? known;
        var until = term.Until ?? (term.TermMonths is { } term_ && begins is { } day ? Days.Until(day, term_) : null);
        Add(passage, term.From, term.To, ValidityEffect.Term, null).Then(c => c with
        {
            On = begins, Until = until, Confidence = until is null || begins is null ? 0.3 : 1, Why = until is null || begins is null ? "推算不出有效期的起止日期，请填写。" : null,
        });
    }

    /// <summary>The day on which the document was made known, as far as it is printed.</summary>
    private (DateOnly? Day, string? Doubt) MadeKnown()
    {
        foreach (var passage in _passages)
            if (passage.Node.Kind is NodeKind.Imprint && Days.Printed(passage.Text) is { } printed) return (printed, null);
        return _document.DatedOn is { } dated ? (dated.Value, "没有读到印发日期，按成文日期推算。") : (null, null);
    }

    private Heading? ListHeading(Passage passage) => _headings.FindLast(h => h.Target is null && h.Passage != passage);

    private static bool IsTarget(Citation citation) => citation is { Target: not null, Not: null or NonDocument.IssuedHere };

    private Added Add(Passage passage, int from, int to, ValidityEffect effect, (int Ordinal, PlacedCitation Citation)? target)
    {
        _claims.Add(new()
        {
            Effect = effect, Words = Masked(passage, from, to), Span = passage.SpanOf(from, to), Slug = passage.Slug,
            Citation = target?.Ordinal, TargetWords = target is { } t ? t.Citation.Words : "", Place = target?.Citation.Citation.Place?.Path,
        });
        return new(_claims);
    }

    private string Masked(Passage passage, int from, int to) => Characters.Compact(_runs.Masked(passage.SpanOf(from, to)));

    /// <summary>The title in the preamble and the list in the attachment often name one document twice.</summary>
    private List<ValidityClaim> Once()
    {
        var seen = new HashSet<(ValidityEffect, string, string?, AmendmentInstruction?, DateOnly?, DateOnly?)>();
        return [.. _claims.Where(c => !IsSaidAgain(c) && seen.Add((c.Effect, TargetKey(c), c.Place?.ToString(), c.Instruction, c.IsOwn ? c.On : null, c.IsOwn ? c.Until : null)))];
    }

    private string TargetKey(ValidityClaim claim) => claim.Citation is { } ordinal ? KeyOf(ordinal) ?? claim.TargetWords : claim.TargetWords;

    private string? KeyOf(int ordinal) => _citations[ordinal].Citation.Target is { } target ? target.Number ?? target.TitleKey : null;

    /// <summary>Whether another place says the same of the document and prints its number: in the letter by its title, in the list by both.</summary>
    private bool IsSaidAgain(ValidityClaim claim) => _claims.Count <= MostCompared && claim.Citation is { } ordinal && _citations[ordinal].Citation.Target is { Number: null, Title: { } title }
        && _claims.Exists(c => c.Effect == claim.Effect && c.Span != claim.Span && c.Place is null && claim.Place is null && c.Instruction == claim.Instruction
            && c.Citation is { } other && _citations[other].Citation.Target is { Number: not null } && c.Words.Contains(title, StringComparison.Ordinal));

    /// <summary>What is done to others holds from the day that is printed with it, else from the day on which the document itself comes into force.</summary>
    private IReadOnlyList<ValidityClaim> Dated(List<ValidityClaim> claims)
    {
        var own = claims.Where(c => c is { IsOwn: true, Effect: ValidityEffect.Commence }).ToList();
        var (known, doubt) = MadeKnown();
        var on = own.Count > 0 ? own[0].On : known;
        var several = own.Select(c => c.On).Distinct().Count() > 1;
        return
        [
            .. claims.Select(c => c.IsOwn
                ? c.Effect is ValidityEffect.Commence && several ? c with { Confidence = 0.5, Why = "文件写有不止一个施行日期，请确认是哪一个。" } : c
                : c.On is null ? c with { On = on, Why = c.Why ?? (on is null ? "文件没有写明从哪一天起，请填写。" : own.Count > 0 ? own[0].Why : doubt) } : c),
        ];
    }

    private readonly struct Added(List<ValidityClaim> claims)
    {
        public void Then(Func<ValidityClaim, ValidityClaim> change) => claims[^1] = change(claims[^1]);
    }

    /// <summary>What was said at the head of a list or of an amendment, and holds for what follows.</summary>
    private sealed record Heading(Passage Passage, ValidityEffect Effect, (int Ordinal, PlacedCitation Citation)? Target, DateOnly? On, string Words)
    {
        public bool IsUsed { get; set; }

        public bool IsExplicit { get; init; }

        /// <summary>Whether it only says of which document the last amendment was.</summary>
        public bool GoesOn { get; init; }

        /// <summary>The sentence that named an amended document.</summary>
        public (int From, int To)? Opens { get; init; }

        /// <summary>A clause heads what stands under it; a paragraph or a title what follows it at its side.</summary>
        public bool EndsAt(Passage next) => next.Depth < Passage.Depth
            || next.Depth == Passage.Depth && (Passage.Node.Kind is NodeKind.Clause || IsExplicit && IsUsed && next.Node.Kind is NodeKind.Paragraph && next.Citations.Count == 0);

        /// <summary>A document said to be amended without instructions that could be read is still amended.</summary>
        public void Close(ValidityReading reading)
        {
            if (Effect is not ValidityEffect.Amend || IsUsed || Target is not { } target || Opens is not var (from, to)) return;
            reading.Add(Passage, from, to, ValidityEffect.Amend, target).Then(c => c with { Confidence = 0.5, Why = "没有读出修改的内容，请对照原文。" });
        }
    }
}
