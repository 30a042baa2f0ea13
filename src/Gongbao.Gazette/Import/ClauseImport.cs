using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Clauses;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import;

/// <summary>
/// Gives each clause its permanent id at first import and keeps it after: a place with the same words keeps its clause, words found at
/// another place bring their clause along and the old address redirects, and a place whose words changed keeps its clause too.
/// </summary>
internal sealed class ClauseImport(GazetteDb db, StoredDocument document)
{
    /// <summary>Places of clauses that came, went, moved or have other words; of what moved, the old one too.</summary>
    public HashSet<string> Changed { get; } = new(StringComparer.Ordinal);

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
            if (clause.Slug != draft.Slug || clause.TextHash != draft.TextHash || clause.IsGone || !stored.Contains(clause)) Changed.UnionWith([clause.Slug, draft.Slug]);
            (clause.Slug, clause.Place, clause.Ordinal, clause.RunsIn, clause.IsGone) = (draft.Slug, draft.Place, draft.Ordinal, draft.RunsIn, false);
            (clause.Text, clause.SearchText, clause.TextHash) = (draft.Text, draft.SearchText, draft.TextHash);
        }

        var kept = found.Values.ToHashSet();
        foreach (var gone in stored.Where(c => !kept.Contains(c) && !c.IsGone))
        {
            gone.IsGone = true;
            Changed.Add(gone.Slug);
            changes = changes with { Gone = changes.Gone + 1 };
        }
        return changes;
    }

    private void Redirect(Dictionary<string, ClauseAddress> addresses, StoredClause clause)
    {
        if (addresses.TryGetValue(clause.Slug, out var address)) address.ClauseId = clause.Id;
        else db.Addresses.Add(addresses[clause.Slug] = new() { DocumentId = document.Id, Slug = clause.Slug, ClauseId = clause.Id });
    }

    /// <summary>The stored clause of each place read. A clause that had gone comes back by its words alone.</summary>
    private static Dictionary<string, StoredClause> Match(List<StoredClause> stored, IReadOnlyList<ClauseDraft> read)
    {
        var known = stored.OrderBy(c => c.Ordinal).Select(c => new KnownClause<string>(c.Id, c.IsGone ? $"gone {c.Id}" : c.Slug, c.Text.Length > 0 ? c.TextHash : ""));
        var byId = stored.ToDictionary(c => c.Id);
        return ClauseMatcher.Match([.. known], [.. read.Select(d => new ReadClause<string>(d.Slug, d.Text.Length > 0 ? d.TextHash : ""))])
            .Where(m => m is { Id: not null, To: not null }).ToDictionary(m => m.To!, m => byId[m.Id!.Value], StringComparer.Ordinal);
    }
}
