using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Clauses;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Library;

/// <summary>The obligations of stored documents, with what people decided on them.</summary>
internal sealed class ProposedObligations(GazetteDb db, IGazetteLibrary library) : IProposedObligations
{
    public async Task<IReadOnlyList<OrderingDocument>> DocumentsAsync(CancellationToken stop)
    {
        var rows = await db.Documents.Where(d => !d.IsWithdrawn && d.ObligationCount > 0).OrderByDescending(d => d.DatedOn).ThenBy(d => d.Slug)
            .Select(d => new { d.Slug, d.Issuers, d.Title, d.Number, d.DatedOn, d.ObligationCount }).ToListAsync(stop);
        return [.. rows.Select(d => new OrderingDocument(d.Slug, FullTitle.Of(d.Issuers, d.Title), d.Number, d.DatedOn, d.ObligationCount!.Value))];
    }

    public async Task<ProposedWork?> OfAsync(string document, CancellationToken stop)
    {
        if (await library.DocumentAsync(document, stop) is not { } view) return null;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var doubts = view.Flags.ToLookup(f => f.Slug);
        return new(
            new(view.Slug, FullTitle.Of(string.Join('、', view.Issuers), view.Title), view.Number, view.DatedOn, view.Obligations.Count),
            [.. view.Obligations.Select(o => new ProposedObligation
            {
                Key = Key(o.Task, seen), Place = o.Slug, PlaceName = o.Slug is { } slug ? view.Find(slug)?.Place : null, Measure = o.Measure, Group = o.Group, Task = o.Task, Output = o.Output,
                Units = o.Units, Lead = o.Lead, Supporting = o.Supporting, Limit = o.DueText, Doubts = o.Slug is { } place ? doubts[place].Count() : 0,
            })]);
    }

    private static string Key(string task, Dictionary<string, int> seen)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SourceWords.Normalise(task))))[..16];
        var count = seen[hash] = seen.GetValueOrDefault(hash) + 1;
        return count == 1 ? hash : string.Create(CultureInfo.InvariantCulture, $"{hash}.{count}");
    }
}
