using System.Diagnostics;
using System.Security.Cryptography;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;

namespace Gongbao.Bench.Cases;

/// <summary>
/// The rows of cases that were run, written again under other ids by one loop of prepared statements: the same values, as many rows a transition, in savepoints and commits of the same
/// size. No queue, no callers, no rules, no access check, no sealing, no digest of the change.
/// </summary>
internal sealed class BareCases
{
    private static readonly Statement Event = new("insert into case_event (case_id, number, kind, effective_at, recorded_at, done_by, item, what, answer, amount) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", 10);
    private static readonly Statement New = new("insert into case_case (id, reference, declaration, version, phase, outcome, received_at, events, snapshot, next_end, calendar) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", 11);
    private static readonly Statement Changed = new("update case_case set phase = $2, outcome = $3, events = $4, snapshot = $5, next_end = $6, calendar = $7 where id = $1", 7);
    private static readonly Statement NewItem = new("insert into case_item (case_id, item, unit, phase, stage, outcome, due_on, snapshot) values ($1, $2, $3, $4, $5, $6, $7, $8)", 8);
    private static readonly Statement ChangedItem = new("update case_item set unit = $3, phase = $4, stage = $5, outcome = $6, due_on = $7, snapshot = $8 where case_id = $1 and item = $2", 8);
    private static readonly Statement Answer = new("insert into case_answer (case_id, field, place, value, mark) values ($1, $2, $3, $4, $5)", 5);
    private static readonly Statement Key = new("insert into access_data_key (id, subject, algorithm, city_key, wrapped, made_at) values ($1, $2, $3, $4, $5, $6)", 6);

    private static readonly string[] Items = ["certificate", "vaccination", "registration", "insurance", "card", "allowance"];

    /// <summary>As long as the text of an item whose two clocks have run.</summary>
    private static readonly string ItemText = new('x', 520);
    private static readonly string CaseText = new('x', 48);
    private static readonly string Token = new('x', 96);
    private static readonly byte[] Wrapped = new byte[60];
    private static readonly string Mark = new('a', 64);

    private readonly StoreBenchDatabase _database;

    public BareCases(StoreBenchDatabase database) => _database = database;

    /// <returns>Cases a second.</returns>
    public double Run(int cases)
    {
        using var link = _database.Link();
        // As a lane sends the units of a batch.
        link.IsAlone = false;
        var page = new JournalPage();
        var change = SHA256.HashData("change"u8);
        var batch = _database.Options.BatchUnits;
        var begun = Stopwatch.GetTimestamp();
        for (var done = 0; done < cases; done += batch)
        {
            // A batch of cases side by side, a transition of each in every commit.
            var ids = Enumerable.Range(0, Math.Min(batch, cases - done)).Select(_ => Guid.CreateVersion7()).ToArray();
            for (var transition = 0; transition < 14; transition++)
            {
                link.Begin();
                page.Clear();
                foreach (var id in ids)
                {
                    var at = TimeProvider.System.GetUtcNow();
                    link.Savepoint();
                    Write(link, id, transition, Cut(at));
                    link.ReleaseSavepoint();
                    page.Add(new(new Act(ActorId.System("bench"), "case.handle", $"case:{id:N}") { Clause = "《清河市人民政府办公室关于新生儿出生联办的通知》" }, at, at, "done", null, change));
                }
                link.Flush();
                link.Append(page, page.Chain(link.LockHead()));
                link.Commit();
            }
        }

        return cases / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static DateTime Cut(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    private static void Write(Gongbao.Platform.Store.Lanes.LaneLink link, Guid id, int transition, DateTime at)
    {
        if (transition == 0)
        {
            link.Execute(Key, [Guid.CreateVersion7(), $"case:{id:N}", "A256GCM", "k1", Wrapped, at]);
            Events(link, id, 1, 1, at);
            link.Execute(New, [id, $"20250303-{id.ToString("N")[^12..]}", "six", "bare", "Running", null, at, 1, CaseText, null, "0123456789abcdef"]);
            foreach (var item in Items) link.Execute(NewItem, [id, item, "health", "Waiting", 0, null, null, "{\"lastAt\":1740963600000000}"]);
            for (var field = 0; field < 7; field++) link.Execute(Answer, [id, $"field{field}", 0, field < 5 ? Token : "2025-02-20", field == 1 ? Mark : null]);
            return;
        }

        // Given opens one item, the certificate two, the register three; the last end joins.
        var number = Number(transition);
        var events = Number(transition + 1) - number;
        Events(link, id, number, events, at);
        link.Execute(Changed, [id, transition == 13 ? "Closed" : "Running", transition == 13 ? "Completed" : null, number + events - 1, CaseText, transition == 13 ? null : at, "0123456789abcdef"]);
        foreach (var item in Touched(transition)) link.Execute(ChangedItem, [id, item, "health", transition % 2 == 0 ? "Handling" : "Ended", 0, transition % 2 == 0 ? null : "granted", transition % 2 == 0 ? new DateOnly(2025, 3, 31) : null, ItemText]);
    }

    /// <summary>The number of the first event of a transition.</summary>
    private static int Number(int transition) => transition switch { 0 => 1, 1 => 2, 2 => 4, 3 => 5, <= 7 => transition + 4, 14 => 22, _ => transition + 7 };

    private static string[] Touched(int transition) => transition switch
    {
        1 => ["certificate"],
        3 => ["certificate", "vaccination", "registration"],
        7 => ["registration", "insurance", "card", "allowance"],
        _ => [Items[(transition - 2) / 2]],
    };

    private static void Events(Gongbao.Platform.Store.Lanes.LaneLink link, Guid id, int from, int count, DateTime at)
    {
        for (var number = from; number < from + count; number++)
            link.Execute(Event, [id, number, "Accepted", at, at, "account:018f3a6e000070008000000000000000", "registration", "granted", null, 0]);
    }
}
