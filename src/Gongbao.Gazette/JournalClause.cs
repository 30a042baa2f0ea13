using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette;

/// <summary>The clause under which a decision is journalled.</summary>
internal static class JournalClause
{
    /// <param name="documentKey">Key of the document; null for none.</param>
    /// <param name="slug">Address of the place in it; null for the whole.</param>
    /// <returns>Null for a document without a number, whose key is its title and may name a person.</returns>
    public static string? Of(string? documentKey, string? slug)
    {
        if (!DocumentKey.TryParse(documentKey, out var key) || key.Number is null) return null;
        var document = ClauseRef.Whole(key);
        return slug is not null && ClauseRef.TryParseSlug($"{document.DocumentSlug}/{slug}", out var clause) ? clause.ToString() : document.ToString();
    }
}
