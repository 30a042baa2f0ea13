using Gongbao.Gazette.Library.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import;

/// <summary>
/// Gives each clause its permanent id at first import and keeps it after: a place with the same words keeps its clause, words found at
/// another place bring their clause along and the old address redirects, and a place whose words changed keeps its clause too.
/// </summary>
internal sealed class ClauseImport(GazetteDb db, StoredDocument document)
{
    public async Task<ClauseChanges> StoreAsync(IReadOnlyList<ClauseDraft> read, ClauseChanges changes, CancellationToken stop)
    {
        var stored = await db.Clauses.Where(c => c.DocumentId == document.Id).ToListAsync(stop);
        var addresses = await db.Addresses.Where(a => a.DocumentId == document.Id).ToDictionaryAsync(a => a.Slug, StringComparer.Ordinal, stop);
        var found = Match(stored, read);

        foreach (var draft in read)
        {
            if (!found.TryGetValue(draft.Slug, out var clause))
            {
                db.Clauses.Add(clause = new()
                {
                    Id = Guid.CreateVersion7(), DocumentId = document.Id, Slug = draft.Slug, Place = draft.Place, Ordinal = draft.Ordinal, Text = draft.Text, SearchText = draft.SearchText, TextHash = draft.TextHash,
                });
                changes = changes with { New = changes.New + 1 };
            }
            else if (clause.Slug == draft.Slug) changes = changes with { Kept = changes.Kept + 1 };
            else
            {
                Redirect(addresses, clause);
                changes = changes with { Moved = changes.Moved + 1 };
            }
            (clause.Slug, clause.Place, clause.Ordinal, clause.IsGone) = (draft.Slug, draft.Place, draft.Ordinal, false);
            (clause.Text, clause.SearchText, clause.TextHash) = (draft.Text, draft.SearchText, draft.TextHash);
        }

        var kept = found.Values.ToHashSet();
        foreach (var gone in stored.Where(c => !kept.Contains(c) && !c.IsGone))
        {
            gone.IsGone = true;
            changes = changes with { Gone = changes.Gone + 1 };
        }
        return changes;
    }

    private void Redirect(Dictionary<string, ClauseAddress> addresses, StoredClause clause)
    {
        if (addresses.TryGetValue(clause.Slug, out var address)) address.ClauseId = clause.Id;
        else db.Addresses.Add(addresses[clause.Slug] = new() { DocumentId = document.Id, Slug = clause.Slug, ClauseId = clause.Id });
    }

    /// <summary>By place and words; else by words alone, nearest first; else by place alone. Linear in the number of clauses.</summary>
    private static Dictionary<string, StoredClause> Match(List<StoredClause> stored, IReadOnlyList<ClauseDraft> read)
    {
        var found = new Dictionary<string, StoredClause>(StringComparer.Ordinal);
        var taken = new HashSet<Guid>();
        var byPlace = stored.Where(c => !c.IsGone).DistinctBy(c => c.Slug).ToDictionary(c => c.Slug, StringComparer.Ordinal);
        foreach (var draft in read)
            if (byPlace.TryGetValue(draft.Slug, out var same) && same.TextHash == draft.TextHash) Take(draft, same);

        var byWords = stored.Where(c => !taken.Contains(c.Id) && c.Text.Length > 0).OrderBy(c => c.Ordinal)
            .GroupBy(c => c.TextHash, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<StoredClause>(g), StringComparer.Ordinal);
        foreach (var draft in read)
            if (!found.ContainsKey(draft.Slug) && byWords.TryGetValue(draft.TextHash, out var moved) && moved.TryDequeue(out var clause)) Take(draft, clause);

        foreach (var draft in read)
            if (!found.ContainsKey(draft.Slug) && byPlace.TryGetValue(draft.Slug, out var changed) && !taken.Contains(changed.Id)) Take(draft, changed);
        return found;

        void Take(ClauseDraft draft, StoredClause clause)
        {
            found.Add(draft.Slug, clause);
            taken.Add(clause.Id);
        }
    }
}
