using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Library;

/// <summary>A library over readings held in memory.</summary>
internal sealed class ReadingLibrary : IGazetteLibrary
{
    private const int PageSize = 20;
    private readonly List<Issue> _issues = [];

    public void Add(string slug, string title, GazetteReading reading)
    {
        var issue = new Issue(slug, title, reading);
        _issues.Insert(0, issue);
        issue.Open(number => _issues.SelectMany(i => i.Documents).FirstOrDefault(d => d.Read.Number?.Value == number)?.Slug);
    }

    public Task<IReadOnlyList<IssueSummary>> IssuesAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<IssueSummary>>([.. _issues.Select(i => new IssueSummary(i.Slug, i.Title, i.Totals))]);

    public Task<IssueView?> IssueAsync(string issue, CancellationToken stop) =>
        Task.FromResult(_issues.Find(i => i.Slug == issue)?.View);

    public Task<DocumentView?> DocumentAsync(string document, CancellationToken stop) => Task.FromResult(Find(document)?.Open.View);

    public Task<SourceView?> SourceAsync(string document, string? clause, CancellationToken stop)
    {
        if (Find(document) is not { } open) return Task.FromResult<SourceView?>(null);
        var (issue, found) = open;
        if (clause is null) return Task.FromResult<SourceView?>(SourceProjection.Of(issue.Reading, found.Read, found.View, null, found.Read.Root));
        return Task.FromResult(found.Nodes.TryGetValue(clause, out var node)
            ? SourceProjection.Of(issue.Reading, found.Read, found.View, found.View.Find(clause), node)
            : null);
    }

    public Task<SearchView> SearchAsync(string query, int page, CancellationToken stop)
    {
        var words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var hits = words.Length == 0 ? [] : _issues.SelectMany(i => i.Documents.Select(d => Hit(i, d, words))).OfType<SearchHit>().ToList();
        var pages = Math.Max(1, (hits.Count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        return Task.FromResult(new SearchView(query, hits.Count, at, pages, [.. hits.Skip((at - 1) * PageSize).Take(PageSize)]));
    }

    private static SearchHit? Hit(Issue issue, OpenDocument document, string[] words)
    {
        var blocks = document.View.Body.SelectMany(b => b.WithAll).ToList();
        var whole = document.Line.Number + document.Line.Title + string.Concat(blocks.Select(b => b.Plain));
        if (!words.All(w => whole.Contains(w, StringComparison.OrdinalIgnoreCase))) return null;
        var places = blocks.Where(b => words.Any(w => b.Plain.Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
        return new(document.Line, issue.Title, [.. places.Take(3).Select(b => new SearchPlace(b.Slug, b.Place, Snippet(b.Plain, words)))], Math.Max(0, places.Count - 3));
    }

    private static List<(string, bool)> Snippet(string text, string[] words)
    {
        var first = words.Select(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var from = Math.Max(0, first - 30);
        var to = Math.Min(text.Length, first + 70);
        var parts = new List<(string, bool)>();
        for (var at = from; at < to;)
        {
            var (next, word) = words.Select(w => (At: text.IndexOf(w, at, StringComparison.OrdinalIgnoreCase), w)).Where(x => x.At >= 0).DefaultIfEmpty((to, "")).Min();
            if (next > at) parts.Add((text[at..Math.Min(next, to)], false));
            if (next >= to) break;
            parts.Add((text.Substring(next, word.Length), true));
            at = next + word.Length;
        }
        return parts;
    }

    private (Issue Issue, OpenDocument Open)? Find(string slug)
    {
        foreach (var issue in _issues)
            if (issue.Documents.FirstOrDefault(d => d.Slug == slug) is { } document) return (issue, document);
        return null;
    }

    private sealed class OpenDocument(string slug, ReadDocument read)
    {
        public string Slug => slug;

        public ReadDocument Read => read;

        public DocumentView View { get; set; } = null!;

        public IReadOnlyDictionary<string, Node> Nodes { get; set; } = null!;

        public DocumentLine Line => new(slug, read.Number?.Value, string.Concat(string.Join('、', read.Issuers.Select(i => i.Value)), read.Title?.Value ?? "（未能读出标题）"),
            read.DatedOn?.Value, read.Obligations.Count, read.Flags.Count, Others(read));

        private static IReadOnlyList<string> Others(ReadDocument read) =>
        [
            .. new[] { (read.Honours.Count, "表扬"), (read.Grades.Count, "考核等次"), (read.Personnel.Count, "任免"), (read.ScoreSheet.Count, "评分") }
                .Where(x => x.Count > 0).Select(x => $"{x.Item2} {x.Count} 项"),
        ];
    }

    private sealed class Issue(string slug, string title, GazetteReading reading)
    {
        public string Slug => slug;

        public string Title => title;

        public GazetteReading Reading => reading;

        public IReadOnlyList<OpenDocument> Documents { get; } = [.. reading.Documents.Select((d, i) => new OpenDocument(ClauseSlugs.OfDocument(d.Number?.Value, slug, i), d))];

        public IssueTotals Totals => new(
            reading.Documents.Count, reading.Documents.Sum(d => d.Obligations.Count), reading.Documents.Sum(d => d.Honours.Count), reading.Documents.Sum(d => d.Grades.Count),
            reading.Documents.Sum(d => d.Personnel.Count), reading.Documents.Sum(d => d.ScoreSheet.Count), reading.Flags.Count())
        {
            Characters = reading.Source.Characters,
            Unaccounted = reading.Coverage.Unaccounted,
        };

        public IssueView View => new(slug, title, reading.Source.Name,
            [.. Documents.GroupBy(d => d.Read.Issuers is [var first, ..] ? first.Value : "其他").Select(g => new IssueSection(g.Key, [.. g.Select(d => d.Line)]))], Totals);

        public void Open(Func<string, string?> slugOf)
        {
            for (var i = 0; i < Documents.Count; i++)
            {
                var projection = new DocumentProjection(Documents[i].Read, reading.Source, reading.Lines, slugOf);
                Documents[i].Nodes = projection.Nodes;
                Documents[i].View = projection.View(Documents[i].Slug, slug, title) with
                {
                    Previous = i > 0 ? Documents[i - 1].Line : null,
                    Next = i + 1 < Documents.Count ? Documents[i + 1].Line : null,
                };
            }
        }
    }
}
