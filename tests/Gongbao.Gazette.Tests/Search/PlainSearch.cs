using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search;
using Gongbao.Gazette.Validity;
using Gongbao.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Search;

/// <summary>The slow and obvious search: every document with all of its text, looked through from end to end.</summary>
internal sealed class PlainSearch
{
    private PlainSearch(List<PlainDocument> documents) => Documents = documents;

    public IReadOnlyList<PlainDocument> Documents { get; }

    public static async Task<PlainSearch> OfAsync(GazetteDb db)
    {
        var documents = await db.Documents.Where(d => !d.IsWithdrawn).ToListAsync();
        var clauses = (await db.Clauses.Where(c => !c.IsGone).ToListAsync()).ToLookup(c => c.DocumentId);
        return new(documents.ConvertAll(d => new PlainDocument(
            d.Id, d.Slug, d.Number, d.Title, d.Issuers.Split('、', StringSplitOptions.RemoveEmptyEntries), ReadingCodec.ReadDocument(d.Reading).Kind?.Value, d.DatedOn,
            [.. clauses[d.Id].OrderBy(c => c.Ordinal).Select(c => c.Text)],
            [SearchForm.Of(d.Number ?? ""), SearchForm.Of(FullTitle.Of(d.Issuers, d.Title)), .. clauses[d.Id].Select(c => SearchForm.Of(c.Text)), .. d.SearchText.Split('\n')],
            ValidityTimeline.Parse(d.Validity))));
    }

    /// <summary>Documents that hold every phrase somewhere, each within one line.</summary>
    public List<PlainDocument> Find(params IReadOnlyList<string> phrases) =>
        [.. Documents.Where(d => phrases.All(p => d.Lines.Any(l => l.Contains(p, StringComparison.Ordinal))))];
}

internal sealed record PlainDocument(
    Guid Id, string Slug, string? Number, string Title, IReadOnlyList<string> Issuers, string? Kind, DateOnly? DatedOn, IReadOnlyList<string> Clauses, IReadOnlyList<string> Lines,
    ValidityTimeline States)
{
    public IEnumerable<string> Values(string facet) => facet switch
    {
        "kind" => Kind is { } kind ? [kind] : [],
        "validity" => States.At(TimeProvider.System.GetUtcNow().BeijingDate()) is { } state ? [ValidityWords.Of(state)] : [],
        "issuer" => Issuers.Distinct(),
        "year" => DatedOn is { } day ? [day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)] : [],
        _ => [],
    };
}
