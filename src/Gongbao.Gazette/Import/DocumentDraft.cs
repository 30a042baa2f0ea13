using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Search;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Import;

/// <summary>A document as read, worked out for storing.</summary>
/// <param name="Key">Its identity over re-imports.</param>
/// <param name="Slug">The part of the address it would like.</param>
/// <param name="Ordinal">Place in the issue, from 0.</param>
/// <param name="Read">The reading.</param>
/// <param name="Json">The reading as the database keeps it.</param>
/// <param name="Clauses">The places with an address, in printed order.</param>
/// <param name="Doubts">What a person should decide, in printed order.</param>
internal sealed record DocumentDraft(
    string Key, string Slug, int Ordinal, ReadDocument Read, string Json, IReadOnlyList<ClauseDraft> Clauses, IReadOnlyList<(DoubtfulValue Value, string? Clause)> Doubts)
{
    public string Issuers => string.Join('、', Read.Issuers.Select(i => i.Value));

    /// <summary>What it cites, in printed order.</summary>
    public required IReadOnlyList<PlacedCitation> Citations { get; init; }

    /// <summary>What it says about validity, in printed order.</summary>
    public required IReadOnlyList<ValidityClaim> Validity { get; init; }

    /// <summary>
    /// SHA-256 of its words in the compared form: the same for the same words in another file. Number, issuer and title are printed in this
    /// order or in that.
    /// </summary>
    public string TextHash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ((string[])
    [
        Read.Number?.Value ?? "", string.Join('、', Read.Issuers.Select(i => i.Value)), Read.Title?.Value ?? "",
        string.Concat(Read.Root.Children.Where(c => c.Kind is not (NodeKind.Number or NodeKind.Issuer or NodeKind.Title)).SelectMany(c => c.WithAll()).Select(n => n.Text)),
    ]).Select(SearchForm.Of)))));

    /// <summary>What is looked for beside the places with an address, a line each.</summary>
    public required string SearchText { get; init; }

    public string Title => Read.Title?.Value ?? "（未能读出标题）";

    /// <summary>What search knows of it once it is stored.</summary>
    public SearchEntry Entry(StoredDocument stored) =>
        new(stored.Id, Read.Number?.Value, Issuers, Title, Read.Kind?.Value, Read.DatedOn?.Value, [.. Clauses.Select(c => SearchLine.Of(c.Place, c.SearchText))]) { States = stored.Validity, Beside = SearchText };

    public static DocumentDraft Of(ReadDocument read, GazetteReading reading, JsonNode? json, string issueSlug, int ordinal, DraftWords words)
    {
        var view = new DocumentProjection(read, reading.Source, reading.Lines, _ => null).View("", "", "");
        var clauses = ClausesOf(view);
        var doubts = DoubtfulValue.Of(read, reading.Source, json).Zip(view.Flags, (value, flag) => (value, flag.Slug)).ToList();
        var citations = DocumentCitations.Of(read, reading.Source, words.Citations);
        return new(KeyOf(read, issueSlug, ordinal), ClauseAddresses.OfDocument(read.Number?.Value, issueSlug, ordinal), ordinal, read, ReadingCodec.Write(read), clauses, doubts)
        {
            SearchText = SearchTextOf(view),
            Citations = citations,
            Validity = ValidityReading.Of(read, reading.Source, citations, words.Validity),
        };
    }

    /// <summary>The places with an address, in printed order.</summary>
    public static IReadOnlyList<ClauseDraft> ClausesOf(DocumentView view) =>
    [
        .. view.Body.SelectMany(b => b.WithAll).Where(b => b.Slug is not null).DistinctBy(b => b.Slug)
            .Select((b, i) => new ClauseDraft(b.Slug!, b.Place ?? "", i, b.WordsHere, DoubtfulValue.HashOf(b.WordsHere)) { RunsIn = b.RunsIn }),
    ];

    /// <summary>As <see cref="StoredDocument.SearchText"/> keeps it.</summary>
    public static string SearchTextOf(DocumentView view) =>
        string.Join('\n', view.Body.Where(b => b.Kind is NodeKind.AttachmentNote or NodeKind.DatedOn).Select(b => SearchForm.Of(b.WordsHere)).Where(f => f.Length > 0));

    /// <summary>Two documents of one issue that claim one identity are kept apart by their order.</summary>
    public static IReadOnlyList<DocumentDraft> Distinct(IReadOnlyList<DocumentDraft> documents)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. documents.Select(d => (seen[d.Key] = seen.GetValueOrDefault(d.Key) + 1) is > 1 and var again ? d with { Key = $"{d.Key}~{again}" } : d)];
    }

    /// <summary>A text that names neither itself nor its issuer is known by its place in the issue alone.</summary>
    private static string KeyOf(ReadDocument read, string issueSlug, int ordinal) => read switch
    {
        { Number: { } number } => number.Value,
        { Title: null, Issuers: [] } => $"{issueSlug}|{ordinal}",
        _ => $"{string.Join('、', read.Issuers.Select(i => i.Value))}|{read.Title?.Value}|{read.DatedOn?.Value:yyyy-MM-dd}",
    };
}

/// <summary>The declared words by which a document is looked through before it is stored.</summary>
internal sealed record DraftWords(CitationWords Citations, ValidityLexicon Validity)
{
    /// <param name="city">The city's declarations; null where none are at hand.</param>
    public static DraftWords Of(CityDeclarations? city) => new(CitationWords.Of(city), ValidityLexicon.Of(city));
}

/// <summary>A place of a document that has an address.</summary>
internal sealed record ClauseDraft(string Slug, string Place, int Ordinal, string Text, string TextHash)
{
    public string SearchText { get; } = SearchForm.Of(Text);

    /// <summary>A paragraph that goes on in the last line of its clause's own words.</summary>
    public bool RunsIn { get; init; }
}
