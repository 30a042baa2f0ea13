using Gongbao.Gazette.Reading;
using Cited = (int Ordinal, Gongbao.Gazette.Citations.PlacedCitation Citation);

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>Reads the documents of a list (目录), item by item or row by row; what is done to them was said at its head.</summary>
internal sealed class ListedDocuments
{
    private const int LongestItem = 120;
    private const int LongestKind = 5;
    private const string Unnamed = "清单中的这一项没有书名号，也没有文号，请确认指的是哪一份文件。";
    private static readonly string[] Reasons = ["理由", "原因", "依据", "说明", "备注", "内容", "情况"];
    private readonly ValidityLexicon _words;
    private readonly EndingActs _acts;
    private readonly FoundClaims _found;
    private readonly Headings _headings;
    private readonly IReadOnlyList<Passage> _passages;
    private readonly Dictionary<Node, Node> _rows = [];

    public ListedDocuments(Node root, IReadOnlyList<Passage> passages, ValidityLexicon words, EndingActs acts, FoundClaims found, Headings headings)
    {
        (_words, _acts, _found, _headings, _passages) = (words, acts, found, headings, passages);
        foreach (var row in root.WithAll().Where(n => n.Kind is NodeKind.Row))
            foreach (var cell in row.Children) _rows[cell] = row;
    }

    /// <summary>A document that a list names: by its citation or, where nothing citable is printed, by its words.</summary>
    public void Item(Passage passage, int from, int to, Heading list)
    {
        if (list.Effect is ValidityEffect.Amend) return;
        var act = new EndingAct(list.Effect, []) { On = list.On };
        var cited = passage.Citations.Where(c => c.Citation.Citation.From >= from && c.Citation.Citation.To <= to).ToList();
        var targets = cited.FindAll(c => FoundClaims.IsTarget(c.Citation.Citation));
        if (targets.Count > 0)
        {
            if (!NamesOnly(passage, from, to, targets)) return;
            // Title and number name one document; the number says which.
            var numbered = targets.FindIndex(c => c.Citation.Citation.Target!.Number is not null);
            _found.Add(passage, from, to, act, targets[Math.Max(0, numbered)]);
            list.IsUsed = true;
        }
        else if (list.IsUsed && passage.Node.Kind is NodeKind.Clause or NodeKind.Entry && passage.Text.Length <= LongestItem && from == passage.From && cited.Count == 0)
        {
            _found.Add(passage, from, to, list.Effect, null, c => c with
            {
                TargetWords = Characters.Compact(passage.Text[from..to].TrimEnd('。', '；', ';')), On = list.On, Confidence = 0.5, Why = Unnamed,
            });
        }
    }

    /// <summary>Whether nothing is said of the documents, as in a list: an issuer before a title, 的通知 behind it.</summary>
    private static bool NamesOnly(Passage passage, int from, int to, List<Cited> targets)
    {
        var (first, last) = (targets[0].Citation.Citation, targets[^1].Citation.Citation);
        var before = passage.Bare.AsSpan(from, first.From - from);
        var behind = passage.Bare.AsSpan(last.To, to - last.To).Trim("）)；;。、， 　\r\n");
        return before.Length <= LongestItem && before.IndexOfAny("，。：；") < 0 && (behind.Length == 0 || behind is ['的', ..] && behind.Length <= LongestKind || behind[0] is '（' or '(');
    }

    /// <summary>A row of a list: its first document, with what its own cell or the list's head says of it.</summary>
    /// <param name="index">The passage of its first cell.</param>
    /// <returns>The passage behind the row.</returns>
    public int Row(int index)
    {
        var cells = new List<Passage>();
        var row = _rows.GetValueOrDefault(_passages[index].Node);
        var next = index;
        for (; next < _passages.Count && row is not null && _rows.GetValueOrDefault(_passages[next].Node) == row; next++)
            if (!Reasons.Any(r => _passages[next].Node.Label?.Contains(r, StringComparison.Ordinal) == true)) cells.Add(_passages[next]);
        if (row is not null && row.Label != TableNodes.HeadLabel && cells.Count > 0) Row(cells);
        return Math.Max(next, index + 1);
    }

    private void Row(List<Passage> cells)
    {
        var list = _headings.ListOf(cells[0]);
        if ((cells.Select(c => _acts.OfCell(Characters.Compact(c.Text))).FirstOrDefault(e => e is not null) ?? list?.Effect) is not { } effect || effect is ValidityEffect.Amend) return;
        var first = cells.FindIndex(c => c.Citations.Any(x => FoundClaims.IsTarget(x.Citation.Citation)));
        if (first < 0) return;
        // Title and number in two cells side by side name one document.
        var target = cells.Skip(first).Take(2).SelectMany(c => c.Citations).FirstOrDefault(c => c.Citation.Citation.Target?.Number is not null);
        if (target.Citation is null) target = cells[first].Citations.First(c => FoundClaims.IsTarget(c.Citation.Citation));
        var passage = cells.Find(c => c.Citations.Contains(target))!;
        var term = effect is ValidityEffect.Continue ? cells.Find(c => _words.Term.Any(t => c.Node.Label?.Contains(t, StringComparison.Ordinal) == true)) : null;
        var act = new EndingAct(effect, []) { On = list?.On, Until = term is null ? null : Days.Read(Characters.Compact(term.Text)) };
        _found.Add(passage, 0, passage.Text.Length, act, target, c => c with
        {
            Span = cells.Select(x => x.SpanOf(0, x.Text.Length)).Aggregate((a, b) => a.Union(b)), Words = string.Join('　', cells.Select(x => _found.Masked(x, 0, x.Text.Length))),
        });
        if (list is not null) list.IsUsed = true;
    }

    /// <summary>The rows of a list whose table came as running text; its last column may tell until when.</summary>
    public void Rows(Passage passage, List<(int From, int To)> rows, Heading list)
    {
        if (list.Effect is ValidityEffect.Amend) return;
        var tells = list.Effect is ValidityEffect.Continue && _words.Term.Any(t => passage.Bare.IndexOf(t, passage.From, rows[0].From - passage.From, StringComparison.Ordinal) >= 0);
        foreach (var row in rows)
        {
            if (PrintedRows.Document(passage, row, out var end) is not { } named)
            {
                var words = Characters.Compact(passage.Text.AsSpan(row.From, row.To - row.From)).TrimStart([.. "0123456789"]);
                if (words.Length is > 0 and <= LongestItem && !passage.Citations.Any(c => c.Citation.Citation.From >= row.From && c.Citation.Citation.To <= row.To))
                    _found.Add(passage, row.From, row.To, list.Effect, null, c => c with { TargetWords = words, On = list.On, Confidence = 0.5, Why = Unnamed });
                continue;
            }
            var until = tells ? Days.Read(passage.Bare[end..row.To].Trim()) : null;
            _found.Add(passage, row.From, until is null ? end : row.To, new EndingAct(list.Effect, []) { On = list.On, Until = until }, named);
        }
        list.IsUsed = true;
    }
}
