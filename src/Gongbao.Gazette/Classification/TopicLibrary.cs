using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Platform.City;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Classification;

/// <summary>A class and how many documents have it, those beneath it counted.</summary>
internal sealed record CountedClass(string Id, string Name, int Documents, IReadOnlyList<CountedClass> Under);

/// <summary>The subject tree and the audiences with their counts.</summary>
internal sealed record CountedTopics(IReadOnlyList<CountedClass> Topics, IReadOnlyList<CountedClass> Audiences);

/// <summary>The documents of one class, newest first.</summary>
/// <param name="Class">Which.</param>
/// <param name="Above">The topics above it, nearest first.</param>
/// <param name="Under">Those beneath it.</param>
/// <param name="Documents">One page of them.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">At least 1.</param>
internal sealed record ClassDocuments(CountedClass Class, IReadOnlyList<ClassName> Above, IReadOnlyList<CountedClass> Under, IReadOnlyList<ListedDocument> Documents, int Page, int Pages);

/// <summary>The library by topic and audience, as of the day that was chosen.</summary>
internal sealed class TopicLibrary(GazetteDb db, IServiceProvider services, AsOf asOf)
{
    private const int PageSize = 20;
    private readonly ClassScheme _scheme = ClassScheme.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));

    public async Task<CountedTopics> TreeAsync(CancellationToken stop)
    {
        var counts = await CountsAsync(stop);
        return new([.. _scheme.Of(Aspect.Topic).Where(t => t.Parent is null).Select(t => Count(t, counts))], [.. _scheme.Of(Aspect.Audience).Select(a => Count(a, counts))]);
    }

    /// <param name="aspect">Topic or audience.</param>
    /// <param name="id">The class.</param>
    /// <param name="page">Counted from 1; one beyond the last is the last.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where no such class is declared.</returns>
    public async Task<ClassDocuments?> DocumentsAsync(Aspect aspect, string id, int page, CancellationToken stop)
    {
        if (_scheme.Find(aspect, id) is not { } declared) return null;
        var counted = Count(declared, await CountsAsync(stop));
        var pages = Math.Max(1, (counted.Documents + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var documents = await (from d in db.Documents.Shown(asOf.Chosen)
                               join i in db.Issues on d.IssueId equals i.Id
                               where db.Classes.Any(c => c.DocumentId == d.Id && c.Aspect == aspect && c.Class == id)
                               orderby d.DatedOn == null, d.DatedOn descending, d.Id descending
                               select new ListedDocument(d.Slug, i.Slug, d.Number, d.Issuers, d.Title, d.DatedOn, i.ReadAt, d.IsWithdrawn)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        return new(counted, [.. _scheme.Above(declared).Select(c => new ClassName(c.Id, c.Name))], counted.Under, documents, page, pages);
    }

    /// <summary>Null where no such class is declared.</summary>
    public string? NameOf(Aspect aspect, string id) => _scheme.Find(aspect, id)?.Name;

    private CountedClass Count(DeclaredClass declared, Dictionary<(Aspect, string), int> counts) => new(
        declared.Id, declared.Name, counts.GetValueOrDefault((declared.Aspect, declared.Id)),
        [.. _scheme.Of(declared.Aspect).Where(c => c.Parent == declared.Id && c.Id != declared.Id).Select(c => Count(c, counts)).OrderByDescending(c => c.Documents)]);

    private async Task<Dictionary<(Aspect, string), int>> CountsAsync(CancellationToken stop)
    {
        var shown = db.Documents.Shown(asOf.Chosen);
        return (await db.Classes.Where(c => (c.Aspect == Aspect.Topic || c.Aspect == Aspect.Audience) && shown.Any(d => d.Id == c.DocumentId))
            .GroupBy(c => new { c.Aspect, c.Class }).Select(g => new { g.Key.Aspect, g.Key.Class, Count = g.Count() }).ToListAsync(stop))
            .ToDictionary(g => (g.Aspect, g.Class), g => g.Count);
    }
}
