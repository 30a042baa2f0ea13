using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations.Resolution;

/// <summary>The places of one document by what a citation says of them. A citation leaves out what need not be said: an article is cited without its chapter.</summary>
internal sealed class PlaceIndex
{
    public static readonly PlaceIndex Empty = new([]);

    private readonly Dictionary<ClauseStep, List<(IReadOnlyList<ClauseStep> Steps, KnownPlace Place)>> _byLast = [];
    private readonly Dictionary<string, IReadOnlyList<ClauseStep>> _bySlug = new(StringComparer.Ordinal);

    /// <summary>Articles in the order in which they are printed.</summary>
    private readonly List<IReadOnlyList<ClauseStep>> _articles = [];

    /// <summary>Articles, by slug, whose first paragraph goes on in the line of their own words: it counts as no 款.</summary>
    private readonly HashSet<string> _runIn = new(StringComparer.Ordinal);

    /// <param name="clauses">The places, in the order in which they are printed.</param>
    public PlaceIndex(IEnumerable<KnownPlace> clauses)
    {
        foreach (var place in clauses)
        {
            var slug = place.Number;
            if (!ClausePath.TryParseSlug(slug, out var path) || path.Last is not null || path.IsDocument) continue;
            if (!_byLast.TryGetValue(path.Steps[^1], out var list)) _byLast.Add(path.Steps[^1], list = []);
            list.Add((path.Steps, place));
            if (_bySlug.TryAdd(slug, path.Steps) && path.Steps[^1].Kind is ClauseStepKind.Article) _articles.Add(path.Steps);
            if (place.RunsIn && path.Parent is { IsDocument: false } above) _runIn.Add(above.Slug);
        }
    }

    /// <summary>The clause of a place, and of a range its first and last.</summary>
    /// <returns>Null where the document has no such place.</returns>
    public (KnownPlace First, KnownPlace? Last)? Find(CitedPlace place, string? citingSlug)
    {
        var (from, to) = Absolute(place, citingSlug);
        if (from is null || Find(from) is not { } first) return null;
        return to is null ? (first, null) : Find(to) is { } last ? (first, last) : null;
    }

    private KnownPlace? Find(IReadOnlyList<ClauseStep> steps)
    {
        if (steps.Count == 0) return null;
        return Best(Printed(steps)) ?? Best([.. steps.Where(s => s.Kind is not ClauseStepKind.Paragraph || s == steps[^1])]);
    }

    /// <summary>As addresses count: the first 款 of an article is its own words, the second its first unnumbered paragraph that begins a line.</summary>
    private List<ClauseStep> Printed(IReadOnlyList<ClauseStep> steps)
    {
        var printed = new List<ClauseStep>();
        foreach (var step in steps)
        {
            if (step.Kind is not ClauseStepKind.Paragraph) printed.Add(step);
            else if (step.Number > 1) printed.Add(step with { Number = step.Number - 1 + RunIn(printed) });
        }
        return printed;
    }

    /// <summary>1 where the first paragraph of a place goes on in the line of the place's own words, else 0.</summary>
    private int RunIn(IReadOnlyList<ClauseStep> article) => Best(article) is { } place && _runIn.Contains(place.Number) ? 1 : 0;

    /// <summary>The outermost place whose steps end as asked and hold all that is asked, in order.</summary>
    private KnownPlace? Best(IReadOnlyList<ClauseStep> asked)
    {
        if (asked.Count == 0 || !_byLast.TryGetValue(asked[^1], out var candidates)) return null;
        (int Length, KnownPlace Place)? best = null;
        foreach (var (steps, place) in candidates)
            if ((best is null || steps.Count < best.Value.Length) && Holds(steps, asked)) best = (steps.Count, place);
        return best?.Place;
    }

    private static bool Holds(IReadOnlyList<ClauseStep> steps, IReadOnlyList<ClauseStep> asked)
    {
        var at = 0;
        foreach (var step in steps)
        {
            if (at < asked.Count && step == asked[at]) at++;
            else if (step.Kind is not (ClauseStepKind.Part or ClauseStepKind.Chapter or ClauseStepKind.Section or ClauseStepKind.Paragraph or ClauseStepKind.IssuedText)) return false;
        }
        return at == asked.Count;
    }

    private (IReadOnlyList<ClauseStep>? From, IReadOnlyList<ClauseStep>? To) Absolute(CitedPlace place, string? citingSlug)
    {
        if (place.Base is PlaceBase.Document) return (place.Path.Steps, place.Path.Last);
        if (citingSlug is null || Steps(citingSlug) is not { } citing) return default;
        var article = Index(citing, ClauseStepKind.Article);
        if (article < 0) return default;
        var inner = place.Path.Steps;
        IReadOnlyList<ClauseStep> Within(int steps, params ClauseStep[] more) => [.. citing.Take(steps), .. more, .. inner];
        switch (place.Base)
        {
            case PlaceBase.ThisArticle:
                return (Within(article + 1), null);
            case PlaceBase.ArticlesBefore:
                return ArticlesBefore([.. citing.Take(article + 1)], place.Count) is not var (first, last) ? default : ([.. first, .. inner], last is null ? null : [.. last, .. inner]);
            case PlaceBase.ParagraphsBefore:
                // The address counts from the second 款 on.
                var paragraph = Index(citing, ClauseStepKind.Paragraph) is >= 0 and var p ? citing[p].Number!.Value + 1 - RunIn([.. citing.Take(article + 1)]) : 1;
                return Counted(paragraph, place.Count, n => Within(article + 1, new ClauseStep(ClauseStepKind.Paragraph, n)));
            case PlaceBase.ItemsBefore:
                return Index(citing, ClauseStepKind.Level2) is >= 0 and var item
                    ? Counted(citing[item].Number!.Value, place.Count, n => [.. Cited(citing.Take(item), RunIn([.. citing.Take(article + 1)])), new(ClauseStepKind.Level2, n), .. inner]) : default;
            default:
                return default;
        }
    }

    /// <summary>前条, 前两条: as they are printed, those before a chapter's head and those put behind others (第三条之一) too.</summary>
    private (IReadOnlyList<ClauseStep> First, IReadOnlyList<ClauseStep>? Last)? ArticlesBefore(IReadOnlyList<ClauseStep> citing, int count)
    {
        static IEnumerable<ClauseStep> Text(IReadOnlyList<ClauseStep> article) => article.TakeWhile(s => s.Kind is ClauseStepKind.Attachment or ClauseStepKind.IssuedText);
        var same = _articles.FindAll(a => Text(a).SequenceEqual(Text(citing)));
        var here = same.FindIndex(a => a.SequenceEqual(citing));
        return here - count < 0 ? null : (same[here - count], count == 1 ? null : same[here - 1]);
    }

    /// <summary>An address with its paragraphs counted as citations count them.</summary>
    private static IEnumerable<ClauseStep> Cited(IEnumerable<ClauseStep> address, int runIn) =>
        address.Select(s => s.Kind is ClauseStepKind.Paragraph ? s with { Number = s.Number + 1 - runIn } : s);

    private static (IReadOnlyList<ClauseStep>?, IReadOnlyList<ClauseStep>?) Counted(int here, int count, Func<int, IReadOnlyList<ClauseStep>> at) =>
        here - count < 1 ? default : count == 1 ? (at(here - 1), null) : (at(here - count), at(here - 1));

    /// <summary>The steps of the nearest place around an address that has steps: a table of an article stands in the article.</summary>
    private IReadOnlyList<ClauseStep>? Steps(string slug)
    {
        for (; slug.Length > 0; slug = slug.LastIndexOf('.') is > 0 and var dot ? slug[..dot] : "")
            if (_bySlug.TryGetValue(slug, out var steps)) return steps;
        return null;
    }

    private static int Index(IReadOnlyList<ClauseStep> steps, ClauseStepKind kind)
    {
        for (var i = 0; i < steps.Count; i++)
            if (steps[i].Kind == kind) return i;
        return -1;
    }
}
