using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Review;

/// <summary>
/// Decides readings (审读): accept, correct, reject, or take a decision back; one or many, all or none. Each decision is kept for
/// re-imports and journalled by the reading's id and the clause it was read from; what a document is called
/// may name a person and stays out.
/// </summary>
internal sealed class DecideReadings(Writer writer)
{
    public const string Verb = "gazette.review";
    private const int MostAtOnce = 500;

    /// <param name="readings">What is decided, as it was seen.</param>
    /// <param name="verdict">Accepted, corrected, rejected; open takes the last decision back.</param>
    /// <param name="correction">The value that holds instead; for a correction only.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    /// <returns>
    /// How many were decided. Refusals: <c>review.nothing</c>, <c>review.too-many</c>, <c>review.no-verdict</c>, <c>review.no-reading</c>,
    /// <c>review.decided-meanwhile</c>, <c>review.no-value</c>, <c>review.bad-value</c>, <c>review.not-decided</c>.
    /// </returns>
    public Task<Result<int>> HandleAsync(IReadOnlyList<Seen> readings, ReadingState verdict, string? correction, Actor by, CancellationToken stop)
    {
        if (readings.Count == 0) return Refused(new Refusal("review.nothing", "没有选中任何一项；请先勾选要审定的内容。"));
        if (readings.Count > MostAtOnce) return Refused(new Refusal("review.too-many", $"一次最多审定 {MostAtOnce} 项，这次选了 {readings.Count} 项；请分批办理。"));
        if (verdict is not (ReadingState.Accepted or ReadingState.Corrected or ReadingState.Rejected or ReadingState.Open))
            return Refused(new Refusal("review.no-verdict", "请选择采纳、更正、驳回或撤回。"));
        readings = [.. readings.Distinct()];
        var act = new Act(by.ActorId, Verb, readings.Count == 1 ? $"reading:{readings[0].Id:N}" : $"readings:{readings.Count}");
        return writer.DoAsync(act, async (unit, inner) => await DecideAsync(readings, verdict, correction?.Trim(), by, unit, inner), stop);
    }

    private static async Task<Result<int>> DecideAsync(
        IReadOnlyList<Seen> seen, ReadingState verdict, string? correction, Actor by, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var ids = seen.Select(s => s.Id).ToList();
        var readings = await db.Readings.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);
        var touched = new HashSet<Guid>();
        foreach (var (id, revision) in seen)
        {
            if (!readings.TryGetValue(id, out var reading) || reading.IsGone)
                return new Refusal("review.no-reading", "其中一项已经不在审读台上（可能公报重新导入过）；请刷新后再办。");
            if (reading.Revision != revision)
                return new Refusal("review.decided-meanwhile", $"“{ReviewWords.Place(reading.At)}”刚刚被别人审定过，本次没有作任何改动；请刷新后再办。");
            if (Against(reading, verdict, correction) is { } refusal) return refusal;
            Decide(db, reading, verdict, verdict is ReadingState.Corrected ? correction : null, by, unit);
            touched.Add(reading.DocumentId);
            var clause = JournalClause.Of(reading.DocumentKey, reading.ClauseSlug);
            if (seen.Count > 1) unit.Record(unit.Act with { Subject = $"reading:{reading.Id:N}", Clause = clause });
            else if (clause is not null) unit.Under(clause);
        }
        await RaiseIssuesAsync(db, touched, stop);
        return seen.Count;
    }

    private static Refusal? Against(StoredReading reading, ReadingState verdict, string? correction) => verdict switch
    {
        ReadingState.Corrected => CorrectedValue.Against(reading.At, correction),
        ReadingState.Accepted when reading.Proposal is null =>
            new("review.no-value", $"“{ReviewWords.Place(reading.At)}”在原文中看不清，没有可采纳的值；请更正（填写核实后的值）或驳回。"),
        ReadingState.Open when reading.DecidedAt is null => new("review.not-decided", $"“{ReviewWords.Place(reading.At)}”还没有审定过，不需要撤回。"),
        _ => null,
    };

    private static void Decide(GazetteDb db, StoredReading reading, ReadingState verdict, string? correction, Actor by, UnitOfWork unit)
    {
        db.Decisions.Add(new()
        {
            Id = Guid.CreateVersion7(), DocumentKey = reading.DocumentKey, Kind = reading.Kind, WordsHash = reading.WordsHash, Occurrence = reading.Occurrence,
            Verdict = verdict, Proposal = reading.Proposal, Correction = correction, DecidedBy = by.ActorId.Value, DecidedAt = unit.LegalAt,
        });
        reading.State = verdict;
        reading.Correction = correction;
        var isOpen = verdict is ReadingState.Open;
        reading.DecidedBy = isOpen ? null : by.ActorId.Value;
        reading.DecidedAt = isOpen ? null : unit.LegalAt;
    }

    /// <summary>Whoever holds the issue open sees by its revision that it is to be opened anew.</summary>
    private static async Task RaiseIssuesAsync(GazetteDb db, HashSet<Guid> documents, CancellationToken stop)
    {
        var issues = await db.Issues.Where(i => db.Documents.Any(d => documents.Contains(d.Id) && d.IssueId == i.Id)).ToListAsync(stop);
        foreach (var issue in issues) db.Entry(issue).Property(i => i.ReadAt).IsModified = true;
    }

    private static Task<Result<int>> Refused(Refusal refusal) => Task.FromResult<Result<int>>(refusal);
}
