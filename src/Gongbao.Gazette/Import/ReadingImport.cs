using Gongbao.Gazette.Library.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import;

/// <summary>
/// Stores what the reader is unsure of in a document, and replays what people decided on it before. A decision belongs to the document,
/// the kind of value, its words and their occurrence. Where the words of a decided value changed, the decision does not fit any more and
/// the new reading comes back to be confirmed again.
/// </summary>
internal sealed class ReadingImport(GazetteDb db, StoredDocument document)
{
    public async Task<DecisionChanges> StoreAsync(IReadOnlyList<(DoubtfulValue Value, string? Clause)> doubts, DecisionChanges changes, CancellationToken stop)
    {
        var stored = await db.Readings.Where(r => r.DocumentKey == document.Key).ToListAsync(stop);
        var byKey = stored.ToDictionary(r => (r.Kind, r.WordsHash, r.Occurrence));
        var keys = doubts.Select(d => (d.Value.Kind, d.Value.WordsHash, d.Value.Occurrence)).ToHashSet();
        var vanished = stored.Where(r => WasDecided(r) && !r.IsGone && !keys.Contains((r.Kind, r.WordsHash, r.Occurrence))).ToList();
        var again = new HashSet<StoredReading>();
        foreach (var (value, clause) in doubts)
        {
            if (!byKey.TryGetValue((value.Kind, value.WordsHash, value.Occurrence), out var reading))
            {
                var before = vanished.Find(r => r.At == value.Flag.At) ?? vanished.Find(r => r.Kind == value.Kind && r.ClauseSlug == clause);
                if (before is not null) vanished.Remove(before);
                reading = New(value, clause, before is not null);
                db.Readings.Add(reading);
                if (reading.State is ReadingState.ConfirmAgain) changes = changes with { ConfirmAgain = changes.ConfirmAgain + 1 };
            }
            else
            {
                var wasDecided = IsDecided(reading);
                Renew(reading, value, clause);
                if (IsDecided(reading)) changes = changes with { Replayed = changes.Replayed + 1 };
                else if (wasDecided) changes = changes with { ConfirmAgain = changes.ConfirmAgain + 1 };
            }
            again.Add(reading);
        }

        foreach (var gone in stored.Where(r => !again.Contains(r))) gone.IsGone = true;
        return changes;
    }

    private static bool IsDecided(StoredReading reading) => reading.State is ReadingState.Accepted or ReadingState.Corrected or ReadingState.Rejected;

    private static bool WasDecided(StoredReading reading) => IsDecided(reading) || reading.State is ReadingState.ConfirmAgain;

    private StoredReading New(DoubtfulValue value, string? clause, bool wasDecided) => new()
    {
        Id = Guid.CreateVersion7(), DocumentId = document.Id, DocumentKey = document.Key, Kind = value.Kind, WordsHash = value.WordsHash, Occurrence = value.Occurrence,
        At = value.Flag.At, Proposal = value.Proposal, Why = value.Flag.Why, Confidence = value.Flag.Confidence, Line = value.Flag.Line,
        SpanFrom = value.Flag.Span.From, SpanTo = value.Flag.Span.To, ClauseSlug = clause, State = wasDecided ? ReadingState.ConfirmAgain : ReadingState.Open,
    };

    private void Renew(StoredReading reading, DoubtfulValue value, string? clause)
    {
        reading.DocumentId = document.Id;
        reading.At = value.Flag.At;
        reading.Why = value.Flag.Why;
        reading.Confidence = value.Flag.Confidence;
        reading.Line = value.Flag.Line;
        (reading.SpanFrom, reading.SpanTo) = (value.Flag.Span.From, value.Flag.Span.To);
        reading.ClauseSlug = clause;
        reading.IsGone = false;
        // A reader that learnt better proposes anew; what a person decided stands.
        if (reading.Proposal == value.Proposal) return;
        reading.Proposal = value.Proposal;
        if (reading.State is ReadingState.Accepted) (reading.State, reading.DecidedBy, reading.DecidedAt) = (ReadingState.ConfirmAgain, null, null);
    }
}
