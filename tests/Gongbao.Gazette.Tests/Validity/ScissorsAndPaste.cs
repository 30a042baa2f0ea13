using Gongbao.Gazette.Generating.Amending;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Tests.Validity;

/// <summary>
/// A clerk who keeps the text of one document up to date with scissors and paste: slips of paper in a row, each a chapter's name, an article or an
/// attachment. Slow and plain on purpose; it knows nothing of trees, nor of how the program puts amendments into a text.
/// </summary>
internal sealed class ScissorsAndPaste
{
    private const string Gone = "（删去）";
    private readonly List<Slip> _slips = [];

    public ScissorsAndPaste(AmendableDocument document)
    {
        for (var i = 0; i < document.Articles.Count; i++)
        {
            if (document.Chapters.FindIndex(c => c.First == i + 1) is >= 0 and var chapter) _slips.Add(new('章', chapter + 1, [document.Chapters[chapter].Title]));
            _slips.Add(new('条', i + 1, [.. document.Articles[i]]));
        }
        for (var i = 0; i < document.Annexes.Count; i++) _slips.Add(new('附', i + 1, [document.Annexes[i].Title, .. document.Annexes[i].Lines]));
    }

    /// <summary>The slips as they would be read out, one after another.</summary>
    public IEnumerable<string> Lines => _slips.Select(s => Characters.Compact((s.Kind == '附' ? $"附件{s.Number}" : $"第{ChineseNumerals.Format(s.Number)}{s.Kind}") + string.Concat(s.Text)));

    /// <summary>How many paragraphs each article has.</summary>
    public IEnumerable<int> Paragraphs => _slips.Where(s => s.Kind == '条').Select(s => s.Text.Count);

    /// <summary>What one decision does, all of it: first what changes places where they are, then new numbers, then new chapters and attachments in old ones' stead, last what is added.</summary>
    public void Apply(IReadOnlyList<TrueEvent> decision)
    {
        foreach (var one in decision.Where(e => e.Action is not (TrueAction.Renumber or TrueAction.Insert) && !IsPastedOver(e))) Change(one);
        foreach (var one in decision.Where(e => e.Action is TrueAction.Renumber))
            if (At(one) is { } slip) slip.Number = Number(ClausePath.TryParse(one.New, out var to) ? to.Steps[^1] : default);
        foreach (var one in decision.Where(e => IsPastedOver(e) && e.New is not null)) PasteOver(one);
        foreach (var one in decision.Where(e => e.Action is TrueAction.Insert)) PasteIn(one);
    }

    private static bool IsPastedOver(TrueEvent one) => one.Action is TrueAction.Replace && Kind(one) is ('章' or '附');

    private void Change(TrueEvent one)
    {
        if (one.Place is null)
        {
            foreach (var slip in _slips) slip.Text = slip.Text.ConvertAll(t => t.Replace(one.Old!, one.New, StringComparison.Ordinal));
            return;
        }
        if (At(one) is not { } at) return;
        // A paragraph that is not there, and items, which no made-up article has, are left as they are.
        var inner = Path(one).Steps.Skip(1).ToList();
        var paragraph = inner is [{ Kind: ClauseStepKind.Paragraph, Number: { } number }] ? number - 1 : (int?)null;
        if (inner.Count > 0 && (paragraph is null || paragraph >= at.Text.Count)) return;
        switch (one.Action)
        {
            case TrueAction.ReplaceWords:
                for (var i = 0; i < at.Text.Count; i++)
                    if (paragraph is null || i == paragraph) at.Text[i] = at.Text[i].Replace(one.Old!, one.New, StringComparison.Ordinal);
                break;
            case TrueAction.Retitle: at.Text[0] = one.New!; break;
            case TrueAction.Replace when paragraph is { } only: at.Text[only] = one.New!; break;
            case TrueAction.Replace: at.Text = [.. Unlabelled(one.New!, at).Split('\n')]; break;
            case TrueAction.Delete: Cut(at); break;
        }
    }

    /// <summary>A chapter goes with its articles; its name stays, to say so.</summary>
    private void Cut(Slip at)
    {
        (at.Text, at.IsGone) = ([Gone], true);
        if (at.Kind != '章') return;
        var from = _slips.IndexOf(at) + 1;
        while (from < _slips.Count && _slips[from].Kind == '条') _slips.RemoveAt(from);
    }

    private void PasteOver(TrueEvent one)
    {
        if (At(one) is not { } at) return;
        var from = _slips.IndexOf(at);
        var to = from + 1;
        while (at.Kind == '章' && to < _slips.Count && _slips[to].Kind == '条') to++;
        _slips.RemoveRange(from, to - from);
        Paste(from, Cuttings(one.New!, at.Kind, at.Number));
    }

    private void PasteIn(TrueEvent one)
    {
        var path = Path(one);
        if (path.Steps.Count > 1)
        {
            if (At(one) is not { } at) return;
            if (path.Steps[1].Kind is ClauseStepKind.Paragraph) at.Text.Insert(Math.Min(at.Text.Count, path.Steps[1].Number!.Value - 1), one.New!);
            else at.Text.Add(one.New!);
            return;
        }
        var (kind, number) = (Kind(one), Number(path.Steps[0]));
        // Behind the last of its kind that has a smaller number, and behind all that belongs to that one.
        var before = _slips.FindLastIndex(s => s.Kind == kind && s.Number < number);
        if (before < 0) before = -1;
        var place = before + 1;
        while (kind == '章' && place < _slips.Count && _slips[place].Kind == '条') place++;
        Paste(place, Cuttings(one.New!, kind, number));
    }

    /// <summary>What stands behind and would have the same numbers gets later ones.</summary>
    private void Paste(int place, List<Slip> fresh)
    {
        foreach (var kind in fresh.Select(f => f.Kind).Distinct().ToList())
        {
            var last = fresh.Where(f => f.Kind == kind).Max(f => f.Number);
            var behind = _slips.Skip(place).Where(s => s.Kind == kind).ToList();
            if (behind.Find(s => !s.IsGone) is not { } next || next.Number > last) continue;
            var by = last - next.Number + 1;
            foreach (var slip in behind.SkipWhile(s => s != next)) slip.Number += by;
        }
        _slips.InsertRange(place, fresh);
    }

    private static List<Slip> Cuttings(string text, char kind, int number)
    {
        var lines = text.Split('\n');
        if (kind == '附') return [new(kind, number, [.. lines])];
        if (kind == '条') return [new(kind, number, [.. Unlabelled(text, new(kind, number, [])).Split('\n')])];
        var slips = new List<Slip> { new('章', number, [lines[0].Split('　')[1]]) };
        foreach (var line in lines.Skip(1))
        {
            var parts = line.Split('　', 2);
            slips.Add(new('条', ChineseNumerals.TryParse(parts[0].AsSpan()[1..^1], out var article) ? article : 0, [parts[1]]));
        }
        return slips;
    }

    private static string Unlabelled(string text, Slip at)
    {
        var label = $"第{ChineseNumerals.Format(at.Number)}条";
        return text.StartsWith(label, StringComparison.Ordinal) ? text[label.Length..].TrimStart('　') : text;
    }

    private Slip? At(TrueEvent one) => one.Place is null ? null : _slips.Find(s => s.Kind == Kind(one) && s.Number == Number(Path(one).Steps[0]));

    private static char Kind(TrueEvent one) => one.Place is null ? ' ' : Path(one).Steps[0].Kind switch { ClauseStepKind.Chapter => '章', ClauseStepKind.Attachment => '附', _ => '条' };

    private static ClausePath Path(TrueEvent one) => ClausePath.TryParseSlug(one.Place, out var path) ? path : throw new ArgumentException("no place: " + one.Place, nameof(one));

    private static int Number(ClauseStep step) => step.Number ?? 1;

    private sealed class Slip(char kind, int number, List<string> text)
    {
        public char Kind => kind;

        public int Number { get; set; } = number;

        public List<string> Text { get; set; } = text;

        public bool IsGone { get; set; }
    }
}
