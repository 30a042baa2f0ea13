using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Library;

/// <summary>An issue made ready for showing: every document projected once, immutable, shared by all requests.</summary>
internal sealed class OpenIssue
{
    private readonly Dictionary<string, OpenDocument> _bySlug;

    /// <param name="slug">The issue's part of the address.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="reading">The issue as read, decisions already applied.</param>
    /// <param name="slugs">Parts of the address of its documents, in order.</param>
    /// <param name="slugOf">Slug of the document of a number, anywhere in the library; null for one the library does not hold.</param>
    /// <param name="classes">How its documents are classified, in order; null where nothing classified them.</param>
    /// <param name="isSingle">True for a document that came by itself.</param>
    public OpenIssue(string slug, string title, GazetteReading reading, IReadOnlyList<string> slugs, Func<string, string?> slugOf, IReadOnlyList<DocumentClasses>? classes = null, bool isSingle = false)
    {
        // What a file hides or carries beside the text is for editors to see, not for the public.
        reading = reading with { Documents = [.. reading.Documents.Select(d => d with { Flags = [.. d.Flags.Where(f => !f.IsOfFile)] })] };
        (Slug, Title, Reading) = (slug, title, reading);
        var projections = reading.Documents.Select(d => new DocumentProjection(d, reading.Source, reading.Lines, slugOf)).ToList();
        var lines = reading.Documents.Select((d, i) => Line(slugs[i], d)).ToList();
        Documents =
        [
            .. reading.Documents.Select((d, i) => new OpenDocument(slugs[i], d, lines[i], projections[i].Nodes, projections[i].View(slugs[i], slug, title) with
            {
                IsSingle = isSingle,
                Classes = classes?[i] ?? DocumentClasses.None,
                Previous = i > 0 ? lines[i - 1] : null,
                Next = i + 1 < lines.Count ? lines[i + 1] : null,
            })),
        ];
        _bySlug = Documents.ToDictionary(d => d.Slug, StringComparer.Ordinal);
        Totals = ReadingTotals.Of(reading);
        View = new(slug, title, reading.Source.Name,
            [.. Documents.GroupBy(d => d.Read.Issuers is [var first, ..] ? first.Value : "其他").Select(g => new IssueSection(g.Key, [.. g.Select(d => d.Line)]))], Totals) { IsSingle = isSingle };
    }

    public string Slug { get; }

    public string Title { get; }

    public GazetteReading Reading { get; }

    public IReadOnlyList<OpenDocument> Documents { get; }

    public ReadingTotals Totals { get; }

    public IssueView View { get; }

    public OpenDocument? Find(string document) => _bySlug.GetValueOrDefault(document);

    /// <summary>The source lines of a document or, with a clause, of that clause; null when there is no such clause.</summary>
    public SourceView? Source(OpenDocument document, string? clause)
    {
        if (clause is null) return SourceProjection.Of(Reading, document.Read, document.View, null, document.Read.Root);
        return document.Nodes.TryGetValue(clause, out var node) ? SourceProjection.Of(Reading, document.Read, document.View, document.View.Find(clause), node) : null;
    }

    private static DocumentLine Line(string slug, ReadDocument read) => new(
        slug, read.Number?.Value, [.. read.Issuers.Select(i => i.Value)], read.Title?.Value ?? "（未能读出标题）",
        read.DatedOn?.Value, read.Obligations.Count, read.Flags.Count,
        [
            .. new (int Count, string Name)[] { (read.Honours.Count, "表扬"), (read.Grades.Sum(g => g.Names.Count), "考核等次"), (read.Personnel.Count, "任免"), (read.ScoreSheet.Count, "评分") }
                .Where(x => x.Count > 0).Select(x => $"{x.Name} {x.Count} 项"),
        ]);
}

/// <summary>A document of an open issue.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Read">The reading, decisions applied.</param>
/// <param name="Line">Its line in the contents.</param>
/// <param name="Nodes">The nodes that have an address, by slug.</param>
/// <param name="View">What its page shows.</param>
internal sealed record OpenDocument(string Slug, ReadDocument Read, DocumentLine Line, IReadOnlyDictionary<string, Node> Nodes, DocumentView View);
