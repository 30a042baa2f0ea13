using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import;

/// <summary>The files in which the words of a document came (来源文件): which, from where, when and by whom.</summary>
internal sealed class IssueSources(GazetteDb db)
{
    /// <summary>Adds a file to those of the issue's present version; nothing where it is among them.</summary>
    /// <param name="db">The context of the unit.</param>
    /// <param name="issue">The issue.</param>
    /// <param name="document">The one document that the file holds; null where it holds the whole issue.</param>
    /// <param name="source">The file's words.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task AddAsync(GazetteDb db, StoredIssue issue, Guid? document, SourceText source, string origin, UnitOfWork unit, CancellationToken stop)
    {
        var (id, version, hash) = (issue.Id, issue.Version, source.Sha256);
        if (await db.IssueSources.AnyAsync(s => s.IssueId == id && s.Version == version && s.Hash == hash, stop)) return;
        db.IssueSources.Add(new()
        {
            IssueId = id, Version = version, Hash = hash, DocumentId = document, Name = source.Name, Origin = origin, Encoding = source.Encoding,
            BroughtBy = unit.Act.By.Value, BroughtAt = unit.LegalAt,
        });
    }

    /// <summary>The files of a document's present version, the first to come first; none where there is no such document.</summary>
    public async Task<IReadOnlyList<IssueSource>> OfAsync(string slug, CancellationToken stop) => await (
        from d in db.Documents
        where d.Slug == slug
        join i in db.Issues on d.IssueId equals i.Id
        join s in db.IssueSources on new { IssueId = i.Id, i.Version } equals new { s.IssueId, s.Version }
        where s.DocumentId == null || s.DocumentId == d.Id
        orderby s.BroughtAt, s.Hash
        select s).ToListAsync(stop);
}
