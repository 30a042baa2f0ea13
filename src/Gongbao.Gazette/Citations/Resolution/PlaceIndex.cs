using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations.Resolution;

/// <summary>The places of one document by what a citation says of them. A citation leaves out what need not be said: an article is cited without its chapter.</summary>
internal sealed class PlaceIndex
{
    public static readonly PlaceIndex Empty = new([]);

    private readonly Dictionary<ClauseStep, List<(IReadOnlyList<ClauseStep> Steps, Guid Id)>> _byLast = [];
    private readonly Dictionary<string, IReadOnlyList<ClauseStep>> _bySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _byId = [];

    /// <summary>Articles, by slug, whose first paragraph goes on in the line of their own words: it counts as no 款.</summary>
    private readonly HashSet<string> _runIn = new(StringComparer.Ordinal);

    public PlaceIndex(IEnumerable<(Guid Id, string Slug, bool RunsIn)> clauses)
    {
        foreach (var (id, slug, runsIn) in clauses)
        {
            if (!ClausePath.TryParseSlug(slug, out var path) || path.Last is not null || path.IsDocument) continue;
            if (!_byLast.TryGetValue(path.Steps[^1], out var list)) _byLast.Add(path.Steps[^1], list = []);
            list.Add((path.Steps, id));
            _bySlug.TryAdd(slug, path.Steps);
            _byId.TryAdd(id, slug);
            if (runsIn && path.Parent is { IsDocument: false } above) _runIn.Add(above.Slug);
        }
    }

    /// <summary>The clause of a place, and of a range its first and last.</summary>
    /// <returns>Null where the document has no such place.</returns>
    public (Guid First, Guid? Last)? Find(CitedPlace place, string? citingSlug)
    {
        var (from, to) = Absolute(place, citingSlug);
        if (from is null || Find(from) is not { } first) return null;
        return to is null ? (first, null) : Find(to) is { } last ? (first, last) : null;
    }

    private Guid? Find(IReadOnlyList<ClauseStep> steps)
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
    private int RunIn(IReadOnlyList<ClauseStep> article) => Best(article) is { } id && _byId.TryGetValue(id, out var slug) && _runIn.Contains(slug) ? 1 : 0;

    /// <summary>The outermost place whose steps end as asked and hold all that is asked, in order.</summary>
    private Guid? Best(IReadOnlyList<ClauseStep> asked)
    {
        if (asked.Count == 0 || !_byLast.TryGetValue(asked[^1], out var candidates)) return null;
        (int Length, Guid Id)? best = null;
        foreach (var (steps, id) in candidates)
            if ((best is null || steps.Count < best.Value.Length) && Holds(steps, asked)) best = (steps.Count, id);
        return best?.Id;
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
                return Counted(citing[article].Number!.Value, place.Count, n => Within(article, new ClauseStep(ClauseStepKind.Article, n)));
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
