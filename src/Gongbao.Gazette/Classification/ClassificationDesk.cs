using Gongbao.Gazette.Classification.Storage;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.City;
using Gongbao.Web.Deciding;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Classification;

/// <summary>What a person wants to see of the desk.</summary>
/// <param name="Waiting">True for what nobody has decided; false for what was decided.</param>
/// <param name="Classes">Id of a class by aspect; <see cref="NoClass"/> for documents without any of it.</param>
/// <param name="Start">From where on.</param>
internal sealed record ClassificationFilter(bool Waiting, IReadOnlyDictionary<Aspect, string> Classes, ListStart<DocumentPlace> Start = default)
{
    /// <summary>Stands for the documents that have no class of an aspect.</summary>
    public const string NoClass = "none";
}

/// <summary>A page of the desk.</summary>
internal sealed record ClassificationPageView(IReadOnlyList<ClassificationRow> Rows, int Total, int Page, int Pages, int Waiting, int Decided)
{
    /// <summary>The place of the last row; null where it is the last of the list.</summary>
    public DocumentPlace? Behind { get; init; }
}

/// <summary>A document on the desk.</summary>
/// <param name="Stored">Where its classification stands.</param>
/// <param name="Document">Its line.</param>
/// <param name="Classes">What it has now.</param>
/// <param name="Proposal">What the rules propose, with names.</param>
internal sealed record ClassificationRow(StoredClassification Stored, ListedDocument Document, DocumentClasses Classes, IReadOnlyList<(ProposedClass Class, string Name)> Proposal)
{
    public Seen Seen => new(Stored.DocumentId, Stored.Revision);
}

/// <summary>The desk of classification (分类台): what nobody has decided, newest documents first.</summary>
internal sealed class ClassificationDesk(GazetteDb db, IServiceProvider services)
{
    internal int PageSize { get; set; } = 20;

    public ClassScheme Scheme { get; } = ClassScheme.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));

    public async Task<ClassificationPageView> FindAsync(ClassificationFilter filter, CancellationToken stop)
    {
        var all = db.Classifications.Where(c => db.Documents.Any(d => d.Id == c.DocumentId && !d.IsWithdrawn));
        var waiting = all.Where(c => c.State == ClassificationState.Proposed || c.State == ClassificationState.ConfirmAgain);
        var decided = all.Where(c => c.State == ClassificationState.Accepted || c.State == ClassificationState.Changed);
        var wanted = filter.Waiting ? waiting : decided;
        foreach (var (aspect, id) in filter.Classes)
        {
            wanted = id == ClassificationFilter.NoClass
                ? wanted.Where(c => !db.Classes.Any(x => x.DocumentId == c.DocumentId && x.Aspect == aspect))
                : wanted.Where(c => db.Classes.Any(x => x.DocumentId == c.DocumentId && x.Aspect == aspect && x.Class == id));
        }

        var placed = from c in wanted
                     join d in db.Documents.Behind(filter.Start.After) on c.DocumentId equals d.Id
                     orderby d.DatedOn == null, d.DatedOn descending, d.Id
                     select new { Classification = c, d.DatedOn };
        var page = await placed.SliceAsync(filter.Start, await wanted.CountAsync(stop), PageSize, p => new DocumentPlace(p.DatedOn, p.Classification.DocumentId), stop);
        return new(await RowsAsync([.. page.Rows.Select(p => p.Classification)], stop), page.Total, page.Page, page.Pages, await waiting.CountAsync(stop), await decided.CountAsync(stop)) { Behind = page.Behind };
    }

    /// <param name="document">Slug of a document.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where the library shows no such document.</returns>
    public async Task<ClassificationRow?> FindAsync(string document, CancellationToken stop) =>
        await db.Classifications.FirstOrDefaultAsync(c => db.Documents.Any(d => d.Id == c.DocumentId && d.Slug == document && !d.IsWithdrawn), stop) is { } found
            ? (await RowsAsync([found], stop))[0]
            : null;

    private async Task<IReadOnlyList<ClassificationRow>> RowsAsync(List<StoredClassification> stored, CancellationToken stop)
    {
        var ids = stored.ConvertAll(c => c.DocumentId);
        var documents = await (from d in db.Documents
                               join i in db.Issues on d.IssueId equals i.Id
                               where ids.Contains(d.Id)
                               select new { d.Id, Line = new ListedDocument(d.Slug, i.Slug, d.Number, d.Issuers, d.Title, d.DatedOn, i.ReadAt, d.IsWithdrawn) }).ToDictionaryAsync(d => d.Id, d => d.Line, stop);
        var classes = (await db.Classes.Where(c => ids.Contains(c.DocumentId)).ToListAsync(stop)).ToLookup(c => c.DocumentId);
        return
        [
            .. stored.Select(c => new ClassificationRow(c, documents[c.DocumentId], DocumentClasses.Of(classes[c.DocumentId], c.State),
                [.. ClassCodec.ReadProposal(c.Proposal).Select(p => (p, Scheme.Find(p.Aspect, p.Id)?.Name ?? p.Id))])),
        ];
    }
}
