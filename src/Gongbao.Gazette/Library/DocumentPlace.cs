using Gongbao.Gazette.Library.Storage;

namespace Gongbao.Gazette.Library;

/// <summary>Place of a document in a list by the day of signature, the latest first and those without one last, then by the id.</summary>
/// <param name="DatedOn">Null where no day is printed.</param>
/// <param name="Id">The databases put ids in one order; the program would put them in another, and never compares them.</param>
internal sealed record DocumentPlace(DateOnly? DatedOn, Guid Id);

internal static class DocumentPlacing
{
    /// <summary>What stands behind a document in such a list.</summary>
    /// <param name="documents">Of which.</param>
    /// <param name="after">Null for all.</param>
    public static IQueryable<StoredDocument> Behind(this IQueryable<StoredDocument> documents, DocumentPlace? after) => after switch
    {
        null => documents,
        (null, var id) => documents.Where(d => d.DatedOn == null && d.Id > id),
        var (day, id) => documents.Where(d => d.DatedOn == null || d.DatedOn < day || d.DatedOn == day && d.Id > id),
    };
}
