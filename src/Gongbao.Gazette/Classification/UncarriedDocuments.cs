using System.Text.Json.Serialization;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;
using Gongbao.Platform.City;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Classification;

/// <summary>A government rule or normative document that no issue carries.</summary>
/// <param name="Title">With the issuer before it; of a cited one, the words of a citation.</param>
/// <param name="Number">Null where none is known.</param>
/// <param name="Slug">Its part of the address; null where the library does not hold it.</param>
/// <param name="Status">政府规章 or 行政规范性文件.</param>
/// <param name="IsProposed">True where no person has decided that it is one.</param>
/// <param name="Why">In what way no issue carries it.</param>
/// <param name="CitedBy">How many documents of the library cite it.</param>
internal sealed record UncarriedDocument([property: JsonPropertyName("full_title")] string Title, string? Number, string? Slug, string Status, bool IsProposed, string Why, int CitedBy);

/// <summary>The two lists: what the library holds and what its documents cite, most cited first; a page of each.</summary>
internal sealed record UncarriedView(IReadOnlyList<UncarriedDocument> Held, int HeldTotal, int Page, int Pages, IReadOnlyList<UncarriedDocument> Cited)
{
    /// <summary>The place of the last that is held here; null where it is the last of all.</summary>
    [JsonIgnore]
    public DocumentPlace? HeldBehind { get; init; }

    /// <summary>The place of the last that is cited here; null where it is the last of all.</summary>
    [JsonIgnore]
    public UncarriedPlace? CitedBehind { get; init; }

    /// <summary>Where the next page of what is held begins, as an address has it; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Where the next page of what is cited begins, as an address has it; null on the last.</summary>
    public string? CitedNext { get; init; }
}

/// <summary>Place of what is cited and not held, the most cited first, then by the words, number and title, compared letter by letter.</summary>
/// <param name="CitedBy">By how many documents.</param>
/// <param name="Words">Its words.</param>
/// <param name="Number">Empty where it is known by its title.</param>
/// <param name="Title">Empty where it is known by its number.</param>
internal sealed record UncarriedPlace(int CitedBy, string Words, string Number, string Title)
{
    public static IComparer<UncarriedPlace> Order { get; } = Comparer<UncarriedPlace>.Create((a, b) =>
        b.CitedBy.CompareTo(a.CitedBy) is not 0 and var cited ? cited
        : string.CompareOrdinal(a.Words, b.Words) is not 0 and var words ? words
        : string.CompareOrdinal(a.Number, b.Number) is not 0 and var number ? number
        : string.CompareOrdinal(a.Title, b.Title));
}

/// <summary>
/// Lists what must be carried in an issue and is not (应登未登): the city's own government rules and normative documents that the library holds
/// outside an issue, and those that its documents cite and it does not hold.
/// </summary>
internal sealed class UncarriedDocuments(GazetteDb db, IServiceProvider services)
{
    internal int PageSize { get; set; } = 50;

    internal int CitedAtOnce { get; set; } = 500;

    private readonly CityDeclarations? _city = (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    private ClassScheme Scheme => ClassScheme.Of(_city);

    /// <param name="start">From where on in what the library holds.</param>
    /// <param name="citedAfter">Behind what in what is cited; null for the beginning.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<UncarriedView> FindAsync(ListStart<DocumentPlace> start, UncarriedPlace? citedAfter, CancellationToken stop)
    {
        var statuses = Scheme.Of(Aspect.Normative).Where(c => c.MustBeCarried).Select(c => c.Id).ToList();
        var levels = Scheme.Of(Aspect.Level).Where(c => c.MustBeCarried).Select(c => c.Id).ToList();
        var held = from d in db.Documents
                   join i in db.Issues on d.IssueId equals i.Id
                   join n in db.Classes on d.Id equals n.DocumentId
                   where (i.Kind == IssueKind.Single || d.IsWithdrawn) && n.Aspect == Aspect.Normative && statuses.Contains(n.Class)
                       && db.Classes.Any(l => l.DocumentId == d.Id && l.Aspect == Aspect.Level && levels.Contains(l.Class))
                   select new { d.Id, n.Name };
        var rows = from d in db.Documents.Behind(start.After)
                   join h in held on d.Id equals h.Id
                   orderby d.DatedOn == null, d.DatedOn descending, d.Id
                   select new
                   {
                       d.Id, d.DatedOn, d.Issuers, d.Title, d.Number, d.Slug, d.IsWithdrawn, h.Name, IsDecided = db.Classifications.Any(c => c.DocumentId == d.Id && c.DecidedAt != null),
                       CitedBy = db.Citations.Where(c => c.ToDocumentId == d.Id && c.FromDocumentId != d.Id).Select(c => c.FromDocumentId).Distinct().Count(),
                   };
        var page = await rows.SliceAsync(start, await held.CountAsync(stop), PageSize, r => new DocumentPlace(r.DatedOn, r.Id), stop);
        var (cited, citedBehind) = await CitedAsync(statuses, citedAfter, stop);
        return new(
            [.. page.Rows.Select(r => new UncarriedDocument(Library.FullTitle.Of(r.Issuers, r.Title), r.Number, r.IsWithdrawn ? null : r.Slug, r.Name, !r.IsDecided, r.IsWithdrawn ? "公报更正后不再刊登" : "单独入库", r.CitedBy))],
            page.Total, page.Page, page.Pages, cited)
        {
            HeldBehind = page.Behind, CitedBehind = citedBehind,
        };
    }

    /// <summary>Which of them are the city's own, no database tells: they are put in order and compared here.</summary>
    private async Task<(IReadOnlyList<UncarriedDocument> Cited, UncarriedPlace? Behind)> CitedAsync(List<string> statuses, UncarriedPlace? after, CancellationToken stop)
    {
        var cited = await db.Citations.Where(c => c.State == CitationState.Outside && c.Not == null && (c.TargetNumber != null || c.Title != null))
            .GroupBy(c => new { c.TargetNumber, Title = c.TargetNumber == null ? c.TargetTitle : null })
            .Select(g => new { g.Key.TargetNumber, KeyTitle = g.Key.Title, Title = g.Max(c => c.Title), Issuer = g.Max(c => c.TargetIssuer), Words = g.Min(c => c.Words), CitedBy = g.Select(c => c.FromDocumentId).Distinct().Count() }).ToListAsync(stop);
        var own = cited.Where(c => IsOwn(c.TargetNumber, c.Title, c.Issuer)).Select(c => (Place: new UncarriedPlace(c.CitedBy, c.Words!, c.TargetNumber ?? "", c.KeyTitle ?? ""), c.TargetNumber, Status: StatusOf(c.TargetNumber, c.Title)))
            .Where(c => c.Status is { } s && statuses.Contains(s.Id) && (after is null || UncarriedPlace.Order.Compare(c.Place, after) > 0))
            .OrderBy(c => c.Place, UncarriedPlace.Order).Take(CitedAtOnce + 1).ToList();
        var shown = own.Take(CitedAtOnce).ToList();
        return ([.. shown.Select(c => new UncarriedDocument(c.Place.Words, c.TargetNumber, null, c.Status!.Name, true, "被引用而文件库没有", c.Place.CitedBy))], own.Count > CitedAtOnce ? shown[^1].Place : null);
    }

    private DeclaredClass? StatusOf(string? number, string? title) => ClassProposer.Propose(Scheme, new(new()
    {
        Root = new(NodeKind.Document), Title = title is null ? null : new(title, default), Number = number is null ? null : new(number, default),
    }, [])).Where(p => p.Aspect is Aspect.Normative).Select(p => Scheme.Find(p.Aspect, p.Id)).FirstOrDefault();

    /// <summary>Whether this city's gazette is the one that carries it: its number has a code of the city's, or its title or the citation names the city or one of its units first.</summary>
    private bool IsOwn(string? number, string? title, string? issuer)
    {
        if (_city is null) return false;
        if (DocumentNumber.TryParse(number, out var known))
            return known.IssuerCode is { } code && _city.Section("gazette").Map("issuers").Things().SelectMany(i => i.Thing.Texts("codes")).Any(c => c == code || code.StartsWith(c, StringComparison.Ordinal));
        return Names(title is null ? null : TitleForm.Exact(title)) || Names(issuer);
    }

    private bool Names(string? words) => words?.StartsWith(_city!.Name, StringComparison.Ordinal) is true;
}
