using Gongbao.Casework.Running;
using Gongbao.Platform.Store;

namespace Gongbao.Casework.Storage;

/// <summary>Writes what an act came to: its events, the case, and the items that it changed, by prepared statements in the act's unit.</summary>
internal static class CaseRows
{
    private static readonly Statement NewEvent = new(
        "insert into case_event (case_id, number, kind, effective_at, recorded_at, done_by, item, what, answer, amount) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", 10);

    private static readonly Statement NewCase = new(
        "insert into case_case (id, reference, declaration, version, phase, outcome, received_at, events, snapshot, next_end, calendar) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", 11);

    private static readonly Statement ChangedCase = new("update case_case set version = $2, phase = $3, outcome = $4, events = $5, snapshot = $6, next_end = $7, calendar = $8 where id = $1", 8);

    private static readonly Statement NewItem = new("insert into case_item (case_id, item, unit, phase, stage, outcome, due_on, snapshot) values ($1, $2, $3, $4, $5, $6, $7, $8)", 8);

    private static readonly Statement ChangedItem = new("update case_item set unit = $3, phase = $4, stage = $5, outcome = $6, due_on = $7, snapshot = $8 where case_id = $1 and item = $2", 8);

    private static readonly Statement NewAnswer = new("insert into case_answer (case_id, field, place, value, mark) values ($1, $2, $3, $4, $5)", 5);

    /// <summary>The rows of a change, in the order of writing; made beside the lane, which then only writes them.</summary>
    public static IReadOnlyList<CaseRow> Of(ChangedCase changed)
    {
        var (id, before, after, ends) = (changed.After.Id, changed.Before, changed.After.State, changed.After.Ends!);
        var rows = new List<CaseRow>(changed.Events.Count + 4);
        var number = before?.State.Events ?? 0;
        // First of all: whoever went on from the same state meanwhile has written the same number.
        foreach (var e in changed.Events)
            rows.Add(new(NewEvent, id, ++number, e.Kind.ToString(), Stored(e.EffectiveAt), Stored(changed.RecordedAt), e.By, e.Item, e.What, e.Answer, e.Amount));
        rows.Add(before is null
            ? new(NewCase, id, changed.After.Reference, changed.After.Declaration.Id, changed.After.Declaration.Version, after.Phase.ToString(), after.Outcome?.ToString(), Stored(after.ReceivedAt!.Value), after.Events, CaseText.Of(after), Stored(ends.Next), changed.After.Calendar)
            : new(ChangedCase, id, changed.After.Declaration.Version, after.Phase.ToString(), after.Outcome?.ToString(), after.Events, CaseText.Of(after), Stored(ends.Next), changed.After.Calendar));
        foreach (var (item, state) in after.Items)
        {
            var was = before?.State.Items.GetValueOrDefault(item);
            if (ReferenceEquals(was, state) && !changed.IsRedated) continue;
            // What the version under which it runs now no longer has is nobody's.
            var unit = changed.After.Declaration.Item(item) is { } declared ? changed.After.UnitOf(declared) : null;
            rows.Add(new(was is null ? NewItem : ChangedItem, id, item, unit, state.Phase.ToString(), state.Stage, state.Outcome, ends.DueOn(item), CaseText.Of(state)));
        }
        return rows;
    }

    public static CaseRow Of(StoredAnswer answer) => new(NewAnswer, answer.CaseId, answer.Field, answer.Place, answer.Value, answer.Mark);

    public static void Write(UnitOfWork unit, IReadOnlyList<CaseRow> rows)
    {
        foreach (var row in rows) unit.Write(row.Statement, row.Values);
    }

    private static DateTime? Stored(DateTimeOffset? instant) => instant is { } at ? Stored(at) : null;

    private static DateTime Stored(DateTimeOffset instant) => Whole(instant).UtcDateTime;

    /// <summary>Cut to the microsecond, as both databases keep it.</summary>
    public static DateTimeOffset Whole(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}

/// <summary>A row as a statement writes it.</summary>
internal sealed record CaseRow(Statement Statement, params object?[] Values);

/// <summary>What an act comes to, as it is written.</summary>
/// <param name="Before">The case before it; null where it begins.</param>
/// <param name="After">The case after it, with when things run out.</param>
/// <param name="Events">What it comes to, in order.</param>
/// <param name="RecordedAt">The legal instant at which it is recorded.</param>
/// <param name="IsRedated">Whether the days of all items are written anew.</param>
internal sealed record ChangedCase(OpenCase? Before, OpenCase After, IReadOnlyList<CaseEvent> Events, DateTimeOffset RecordedAt, bool IsRedated = false);
