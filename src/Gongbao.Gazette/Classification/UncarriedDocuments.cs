using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;
using Gongbao.Platform.City;
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
internal sealed record UncarriedDocument(string Title, string? Number, string? Slug, string Status, bool IsProposed, string Why, int CitedBy);

/// <summary>The two lists: what the library holds, one page of it, and what its documents cite, most cited first.</summary>
internal sealed record UncarriedView(IReadOnlyList<UncarriedDocument> Held, int HeldTotal, int Page, int Pages, IReadOnlyList<UncarriedDocument> Cited);

/// <summary>
/// Lists what must be carried in an issue and is not (应登未登): the city's own government rules and normative documents that the library holds
/// outside an issue, and those that its documents cite and it does not hold.
/// </summary>
internal sealed class UncarriedDocuments(GazetteDb db, IServiceProvider services)
{
    private const int PageSize = 50;
    private const int MostCited = 500;
    private readonly CityDeclarations? _city = (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    private ClassScheme Scheme => ClassScheme.Of(_city);

    /// <param name="page">Of what the library holds, counted from 1; one beyond the last is the last.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<UncarriedView> FindAsync(int page, CancellationToken stop)
    {
        var statuses = Scheme.Of(Aspect.Normative).Where(c => c.MustBeCarried).Select(c => c.Id).ToList();
        var levels = Scheme.Of(Aspect.Level).Where(c => c.MustBeCarried).Select(c => c.Id).ToList();
        var held = from d in db.Documents
                   join i in db.Issues on d.IssueId equals i.Id
                   join n in db.Classes on d.Id equals n.DocumentId
                   where (i.Kind == IssueKind.Single || d.IsWithdrawn) && n.Aspect == Aspect.Normative && statuses.Contains(n.Class)
                       && db.Classes.Any(l => l.DocumentId == d.Id && l.Aspect == Aspect.Level && levels.Contains(l.Class))
                   select new { d, n.Name, IsDecided = db.Classifications.Any(c => c.DocumentId == d.Id && c.DecidedAt != null), CitedBy = db.Citations.Where(c => c.ToDocumentId == d.Id && c.FromDocumentId != d.Id).Select(c => c.FromDocumentId).Distinct().Count() };
        var total = await held.CountAsync(stop);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await held.OrderByDescending(h => h.d.DatedOn).ThenBy(h => h.d.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(h => new { h.d.Issuers, h.d.Title, h.d.Number, h.d.Slug, h.d.IsWithdrawn, h.Name, h.IsDecided, h.CitedBy }).ToListAsync(stop);
        return new(
            [.. rows.Select(r => new UncarriedDocument(Library.FullTitle.Of(r.Issuers, r.Title), r.Number, r.IsWithdrawn ? null : r.Slug, r.Name, !r.IsDecided, r.IsWithdrawn ? "公报更正后不再刊登" : "单独入库", r.CitedBy))],
            total, page, pages, await CitedAsync(statuses, stop));
    }

    private async Task<IReadOnlyList<UncarriedDocument>> CitedAsync(List<string> statuses, CancellationToken stop)
    {
        var cited = await db.Citations.Where(c => c.State == CitationState.Outside && c.Not == null && (c.TargetNumber != null || c.Title != null))
            .GroupBy(c => new { c.TargetNumber, Title = c.TargetNumber == null ? c.TargetTitle : null })
            .Select(g => new { g.Key.TargetNumber, Title = g.Max(c => c.Title), Issuer = g.Max(c => c.TargetIssuer), Words = g.Min(c => c.Words), CitedBy = g.Select(c => c.FromDocumentId).Distinct().Count() }).ToListAsync(stop);
        return
        [
            .. cited.Where(c => IsOwn(c.TargetNumber, c.Title, c.Issuer)).Select(c => (Cited: c, Status: StatusOf(c.TargetNumber, c.Title))).Where(c => c.Status is { } s && statuses.Contains(s.Id))
                .OrderByDescending(c => c.Cited.CitedBy).ThenBy(c => c.Cited.Words, StringComparer.Ordinal).Take(MostCited)
                .Select(c => new UncarriedDocument(c.Cited.Words!, c.Cited.TargetNumber, null, c.Status!.Name, true, "被引用而文件库没有", c.Cited.CitedBy)),
        ];
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
