using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Kernel.Clauses;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Citations.Showing;

/// <summary>What pages and API ask about citations.</summary>
internal sealed class CitationLibrary(GazetteDb db, AsOf asOf)
{
    private const int LinesAtOnce = 100;
    private const int TargetsAtOnce = 100;

    /// <summary>What a document or one of its clauses cites, and what cites it, each a page of a hundred.</summary>
    /// <param name="document">Slug of the document.</param>
    /// <param name="clause">Slug of the clause, with all inside it; null for the whole document.</param>
    /// <param name="cites">Behind what the page of what it cites begins; null for the beginning.</param>
    /// <param name="citedBy">Behind what the page of what cites it begins; null for the beginning.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null when there is no such document or clause.</returns>
    public async Task<CitationsView?> OfAsync(string document, string? clause, CitationCursor? cites, CitationCursor? citedBy, CancellationToken stop)
    {
        if (await AskedAsync(document, clause, stop) is not { } asked) return null;
        var (from, fromNext) = await LinesAsync(asked.From, cites, stop);
        var (to, toNext) = await LinesAsync(asked.To, citedBy, stop);
        return new(asked.Of, await asked.From.CountAsync(stop), await asked.To.CountAsync(stop), from, CitationCursor.List.Write(fromNext), to, CitationCursor.List.Write(toNext));
    }

    /// <summary>The documents around a document or one of its clauses.</summary>
    /// <param name="document">Slug of the document.</param>
    /// <param name="clause">Slug of the clause, with all inside it; null for the whole document.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null when there is no such document or clause.</returns>
    public async Task<Neighbours?> AroundAsync(string document, string? clause, CancellationToken stop) =>
        await AskedAsync(document, clause, stop) is { } asked ? await Neighbours.OfAsync(db, asked.Document, asked.From, asked.To, stop) : null;

    private async Task<Asked?> AskedAsync(string document, string? clause, CancellationToken stop)
    {
        var found = await db.Documents.Where(d => d.Slug == document && !d.IsWithdrawn).Select(d => new { d.Id, d.Slug, d.Title, d.Number }).FirstOrDefaultAsync(stop);
        if (found is null) return null;
        string? place = null;
        var (from, to) = (db.Citations.Where(c => c.FromDocumentId == found.Id), db.Citations.Where(c => c.ToDocumentId == found.Id && c.FromDocumentId != found.Id && c.State != CitationState.NotDocument));
        if (clause is not null)
        {
            var within = db.Clauses.Where(c => c.DocumentId == found.Id && !c.IsGone && (c.Slug == clause || c.Slug.StartsWith(clause + ".")));
            place = await within.Where(c => c.Slug == clause).Select(c => c.Place).FirstOrDefaultAsync(stop);
            if (place is null) return null;
            from = from.Where(c => within.Any(w => w.Id == c.FromClauseId));
            to = db.Citations.Where(c => within.Any(w => w.Id == c.ToClauseId || w.Id == c.ToLastClauseId));
        }
        if (asOf.IsChosen)
        {
            // What was written after the day did not cite anything yet.
            var day = asOf.Day;
            to = to.Where(c => db.Documents.Any(d => d.Id == c.FromDocumentId && (d.DatedOn == null || d.DatedOn <= day)));
        }
        return new(new(found.Slug, found.Title, found.Number, clause, place is { Length: > 0 } ? place : null), found.Id, from, to);
    }

    /// <summary>What the library's documents name and the library does not hold or cannot tell, most named first.</summary>
    /// <param name="after">Behind what; null for the beginning.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<UnresolvedView> UnresolvedAsync(UnresolvedCursor? after, CancellationToken stop)
    {
        var targets = db.Citations
            .Where(c => (c.State == CitationState.Outside || c.State == CitationState.Ambiguous || c.State == CitationState.NoSuchPlace) && (c.TargetNumber != null || c.TargetTitle != null))
            .GroupBy(c => new { c.State, c.TargetNumber, Title = c.TargetNumber == null ? c.TargetTitle : null })
            .Select(g => new { g.Key.State, g.Key.TargetNumber, g.Key.Title, Words = g.Min(c => c.Words), Citations = g.Count(), Documents = g.Select(c => c.FromDocumentId).Distinct().Count() });
        if (after is var (documents, citations, words, _))
            targets = targets.Where(g => g.Documents < documents || g.Documents == documents && (g.Citations < citations || g.Citations == citations && string.Compare(g.Words, words) >= 0));
        var rows = await targets.OrderByDescending(g => g.Documents).ThenByDescending(g => g.Citations).ThenBy(g => g.Words).ThenBy(g => g.State).ThenBy(g => g.TargetNumber).ThenBy(g => g.Title)
            .Skip(Math.Max(0, after?.Shown ?? 0)).Take(TargetsAtOnce + 1).ToListAsync(stop);
        var shown = rows.Take(TargetsAtOnce).Select(t => new UnresolvedTarget(t.Words!, t.State, t.Citations, t.Documents)).ToList();
        return new(shown, UnresolvedCursor.List.Write(rows.Count <= TargetsAtOnce ? null : Behind(shown, after)));
    }

    private static UnresolvedCursor Behind(List<UnresolvedTarget> shown, UnresolvedCursor? before)
    {
        var last = shown[^1];
        var alike = shown.Count(t => (t.Documents, t.Citations, t.Words) == (last.Documents, last.Citations, last.Words));
        var earlier = before is not null && (before.Documents, before.Citations, before.Words) == (last.Documents, last.Citations, last.Words) ? before.Shown : 0;
        return new(last.Documents, last.Citations, last.Words, alike + earlier);
    }

    /// <summary>By the day of the citing document, latest first, those without one last; within a document as printed.</summary>
    private async Task<(IReadOnlyList<CitationLine> Lines, CitationCursor? Next)> LinesAsync(IQueryable<StoredCitation> citations, CitationCursor? after, CancellationToken stop)
    {
        var placed = from c in citations join fd in db.Documents on c.FromDocumentId equals fd.Id select new { Citation = c, From = fd };
        if (after is var (dated, document, ordinal))
        {
            placed = dated is { } day
                ? placed.Where(p => p.From.DatedOn == null || p.From.DatedOn < day || p.From.DatedOn == day && (string.Compare(p.From.Slug, document) > 0 || p.From.Slug == document && p.Citation.Ordinal > ordinal))
                : placed.Where(p => p.From.DatedOn == null && (string.Compare(p.From.Slug, document) > 0 || p.From.Slug == document && p.Citation.Ordinal > ordinal));
        }
        var page = placed.OrderBy(p => p.From.DatedOn == null).ThenByDescending(p => p.From.DatedOn).ThenBy(p => p.From.Slug).ThenBy(p => p.Citation.Ordinal).Take(LinesAtOnce + 1);
        var rows = await (from p in page
                          join fc in db.Clauses on p.Citation.FromClauseId equals (Guid?)fc.Id into fcs
                          from fc in fcs.DefaultIfEmpty()
                          join td in db.Documents on p.Citation.ToDocumentId equals (Guid?)td.Id into tds
                          from td in tds.DefaultIfEmpty()
                          join tc in db.Clauses on p.Citation.ToClauseId equals (Guid?)tc.Id into tcs
                          from tc in tcs.DefaultIfEmpty()
                          orderby p.From.DatedOn == null, p.From.DatedOn descending, p.From.Slug, p.Citation.Ordinal
                          select new
                          {
                              p.Citation.Words, p.Citation.State, p.Citation.Match, p.Citation.Not, p.Citation.Ordinal, p.From.DatedOn,
                              From = new CitationEnd(p.From.Slug, p.From.Title, p.From.Number, fc == null ? null : fc.Slug, fc == null ? null : fc.Place),
                              To = td == null ? null : new CitationEnd(td.Slug, td.Title, td.Number, tc == null ? p.Citation.ToPlace : tc.Slug, tc == null ? p.Citation.ToPlace == null ? null : p.Citation.Place : tc.Place),
                          }).ToListAsync(stop);
        var shown = rows.Take(LinesAtOnce).ToList();
        return ([.. shown.Select(r => new CitationLine(r.Words, r.State, r.Match, r.Not, r.From, r.To))],
            rows.Count > LinesAtOnce ? new(shown[^1].DatedOn, shown[^1].From.Document, shown[^1].Ordinal) : null);
    }

    /// <summary>A document or clause that is asked about.</summary>
    /// <param name="Of">What it is called.</param>
    /// <param name="Document">The document.</param>
    /// <param name="From">What it cites.</param>
    /// <param name="To">What cites it.</param>
    private sealed record Asked(CitationEnd Of, Guid Document, IQueryable<StoredCitation> From, IQueryable<StoredCitation> To);
}

/// <summary>One end of a citation.</summary>
/// <param name="Document">Slug of the document.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="Clause">Slug of the place; null for the whole document.</param>
/// <param name="Place">How a citation names the place; null or empty where it has no name.</param>
internal sealed record CitationEnd(string Document, string Title, string? Number, string? Clause, string? Place)
{
    public string Href => Clause is null ? $"/d/{Document}" : $"/d/{Document}/{Clause}";

    public string Name => (Number ?? Title) + (Clause is null ? "" : " " + (Place is { Length: > 0 } place ? place : IssuedText(Clause) ?? "其中一段"));

    private static string? IssuedText(string clause) => ClausePath.TryParseSlug(clause, out var path) && path.Steps is [{ Kind: ClauseStepKind.IssuedText }] ? path.ToString() : null;
}

/// <summary>One citation as pages show it.</summary>
/// <param name="Words">As printed, personal values masked.</param>
/// <param name="State">What became of it.</param>
/// <param name="Match">By what its document was found.</param>
/// <param name="Not">What it names instead of a document; null where it names one.</param>
/// <param name="From">Where it stands.</param>
/// <param name="To">Where it leads; null where nowhere, or where several documents bear the name.</param>
internal sealed record CitationLine(string Words, CitationState State, CitationMatch Match, NonDocument? Not, CitationEnd From, CitationEnd? To)
{
    private const string OwnText = "本文件印发或所附";

    public string StateText => State switch
    {
        CitationState.Document or CitationState.Clause when Not is NonDocument.IssuedHere => OwnText,
        CitationState.Document or CitationState.Clause => Match is CitationMatch.WeakTitle ? "已对应（按名称主干）" : Match is CitationMatch.Own ? "本文件" : "已对应",
        CitationState.NoSuchPlace => "文件在库，条款未找到",
        CitationState.Ambiguous => "库内有几份同名文件，不能确定",
        CitationState.Outside => "库外",
        CitationState.NotDocument => Not switch
        {
            NonDocument.Certificate => "证照", NonDocument.Form => "表单、文书", NonDocument.Publication => "报刊", NonDocument.Planned => "拟制定的文件", NonDocument.IssuedHere => OwnText, _ => "作品或其他",
        },
    };
}

/// <summary>The citations of a document or of one place, both ways, a page of each.</summary>
/// <param name="Of">Whose they are.</param>
/// <param name="CitesCount">How many it has on all pages.</param>
/// <param name="CitedByCount">How many others name it, on all pages.</param>
/// <param name="Cites">What it cites, as printed.</param>
/// <param name="CitesNext">Cursor of the next page of what it cites; null on the last.</param>
/// <param name="CitedBy">What cites it, from the latest document on.</param>
/// <param name="CitedByNext">Cursor of the next page of what cites it; null on the last.</param>
internal sealed record CitationsView(
    CitationEnd Of, int CitesCount, int CitedByCount, IReadOnlyList<CitationLine> Cites, string? CitesNext, IReadOnlyList<CitationLine> CitedBy, string? CitedByNext);

/// <summary>A page of what is named and cannot be led to.</summary>
/// <param name="Targets">Most named first.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
internal sealed record UnresolvedView(IReadOnlyList<UnresolvedTarget> Targets, string? Next);

/// <summary>What is named and cannot be led to.</summary>
/// <param name="Words">As one of the citations prints it.</param>
/// <param name="State">Why not.</param>
/// <param name="Citations">How often it is named.</param>
/// <param name="Documents">By how many documents.</param>
internal sealed record UnresolvedTarget(string Words, CitationState State, int Citations, int Documents)
{
    public string StateText => State switch
    {
        CitationState.Ambiguous => "库内有几份同名文件",
        CitationState.NoSuchPlace => "文件在库，条款未找到",
        _ => "库外",
    };
}
