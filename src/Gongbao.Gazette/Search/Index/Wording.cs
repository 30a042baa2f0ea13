using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Gazette.Validity.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Index;

/// <summary>The words that a document has over a stretch of days (文本沿革): each amendment that changes any begins another wording.</summary>
/// <param name="Days">The days on which it has them.</param>
/// <param name="Lines">Its places in printed order, those that amendments brought among them.</param>
internal sealed record Wording(WordingDays Days, IReadOnlyList<WordingLine> Lines)
{
    /// <summary>The wordings of those documents that have more than one, in the order of days.</summary>
    /// <param name="db">The library. What the unit has not saved yet does not count.</param>
    /// <param name="documentIds">The documents.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<Dictionary<Guid, IReadOnlyList<Wording>>> OfAsync(GazetteDb db, IReadOnlyCollection<Guid> documentIds, CancellationToken stop)
    {
        var claims = (await Amending(db, documentIds).OrderBy(c => c.On).ThenBy(c => c.FromDocumentId).ThenBy(c => c.Ordinal).ToListAsync(stop)).ToLookup(c => c.TargetDocumentId!.Value);
        var wordings = new Dictionary<Guid, IReadOnlyList<Wording>>();
        foreach (var (id, of) in claims.ToDictionary(c => c.Key, c => c.ToList()))
        {
            var stored = await (from d in db.Documents where d.Id == id
                                join i in db.Issues on d.IssueId equals i.Id
                                join s in db.Sources on i.SourceHash equals s.Hash
                                select new { d.Reading, Source = s }).SingleAsync(stop);
            var source = SourceText.Kept(stored.Source.Name, stored.Source.Hash, stored.Source.Encoding, stored.Source.Text);
            var printed = new DocumentProjection(ReadingCodec.ReadDocument(stored.Reading), source, [], _ => null).View("", "", "").Body;
            if (Of(printed, of) is { Count: > 1 } many) wordings.Add(id, many);
        }
        return wordings;
    }

    /// <summary>Those of the documents that amendments are in force for.</summary>
    public static Task<List<Guid>> AmendedAsync(GazetteDb db, IReadOnlyCollection<Guid> documentIds, CancellationToken stop) =>
        Amending(db, documentIds).Select(c => c.TargetDocumentId!.Value).Distinct().ToListAsync(stop);

    private static IQueryable<StoredClaim> Amending(GazetteDb db, IReadOnlyCollection<Guid> documentIds) => db.Claims.AsNoTracking().Where(c =>
        c.TargetDocumentId != null && documentIds.Contains(c.TargetDocumentId.Value) && !c.IsGone && c.On != null
        && (c.State == ClaimState.Standing || c.State == ClaimState.Confirmed) && (c.Effect == ValidityEffect.Amend || c.Effect == ValidityEffect.RepealPart));

    private static List<Wording> Of(IReadOnlyList<BlockView> printed, List<StoredClaim> amending)
    {
        var found = new List<Wording> { new(WordingDays.Always, LinesOf(printed)) };
        foreach (var day in amending.Select(c => c.On!.Value).Distinct())
        {
            var lines = LinesOf(Consolidation.Of(printed, [.. amending.Where(c => c.On <= day).Select(c => (c, ValidityLibrary.Cause(c, null, "", null, null)))]));
            var before = found[^1];
            if (lines.SequenceEqual(before.Lines)) continue;
            found[^1] = before with { Days = before.Days with { Until = day.DayNumber } };
            found.Add(new(new(day.DayNumber, null), lines));
        }
        return found;
    }

    /// <summary>The places that have an address, as an import stores them, and what amendments put beside them.</summary>
    private static List<WordingLine> LinesOf(IReadOnlyList<BlockView> body)
    {
        var lines = new List<WordingLine>();
        foreach (var block in body) Add(block, isNew: false, lines);
        return lines;
    }

    private static void Add(BlockView block, bool isNew, List<WordingLine> lines)
    {
        isNew |= block.Changes.Any(c => c.Kind is BlockChangeKind.Inserted);
        if (block.Slug is not null || isNew) lines.Add(new(block.Slug, block.Place ?? "", block.WordsHere));
        isNew |= block.Changes.Any(c => c.Kind is BlockChangeKind.Replaced);
        foreach (var child in block.Children) Add(child, isNew, lines);
    }
}

/// <summary>A place of a wording.</summary>
/// <param name="Slug">Its part of the address; null for one that an amendment brought.</param>
/// <param name="Place">How a citation names it; empty where it has no name.</param>
/// <param name="Text">Its words as the public may read them.</param>
internal sealed record WordingLine(string? Slug, string Place, string Text);

/// <summary>A stretch of days, counted from 0001-01-01.</summary>
/// <param name="From">The first; null from the beginning.</param>
/// <param name="Until">The first that is no longer in it; null without end.</param>
internal readonly record struct WordingDays(int? From, int? Until)
{
    public static WordingDays Always { get; } = new(null, null);

    public bool Hold(int day) => (From is not { } from || day >= from) && (Until is not { } until || day < until);
}
