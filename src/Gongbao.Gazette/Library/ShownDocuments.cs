using Gongbao.Gazette.Library.Storage;

namespace Gongbao.Gazette.Library;

/// <summary>Which documents the library shows.</summary>
internal static class ShownDocuments
{
    /// <summary>Those that are not withdrawn and that there were on a day.</summary>
    /// <param name="documents">Of which.</param>
    /// <param name="on">Only what was signed by this day, or bears none; null for all.</param>
    public static IQueryable<StoredDocument> Shown(this IQueryable<StoredDocument> documents, DateOnly? on) =>
        documents.Where(d => !d.IsWithdrawn && (on == null || d.DatedOn == null || d.DatedOn <= on));
}
