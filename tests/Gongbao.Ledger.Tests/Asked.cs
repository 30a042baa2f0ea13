using System.Data.Common;
using System.Diagnostics;
using Gongbao.Ledger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongbao.Ledger.Tests;

/// <summary>What a piece of code asks the database, and whether a database can answer it along its indexes.</summary>
internal sealed class Asked : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    /// <summary>Tests run side by side, and each hears its own.</summary>
    private static readonly AsyncLocal<List<(string Words, List<(string Name, object? Value)> Values)>?> Heard = new();

    private static readonly IDisposable Listening = DiagnosticListener.AllListeners.Subscribe(new Asked());

    /// <summary>The ordered questions of a piece of code that the database answers by sorting; each with the plan.</summary>
    public static async Task<List<string>> SortedAsync(TestLedger ledger, Func<Task> ask)
    {
        Assert.NotNull(Listening);
        var heard = Heard.Value = [];
        await ask();
        Heard.Value = null;
        var ordered = heard.Where(q => q.Words.Contains("ORDER BY", StringComparison.Ordinal) && q.Words.Contains("ledger_assignment", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(ordered);
        return await ledger.ReadAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var isSqlite = db is SqliteLedgerDb;
            // A database of few rows would rather sort; whether it could do without is asked here.
            if (!isSqlite) await db.Database.ExecuteSqlRawAsync("set enable_sort = off; set enable_incremental_sort = off; set enable_seqscan = off; set enable_bitmapscan = off");
            var sorted = new List<string>();
            foreach (var (words, values) in ordered)
            {
                await using var explain = db.Database.GetDbConnection().CreateCommand();
                explain.CommandText = (isSqlite ? "explain query plan " : "explain ") + words;
                foreach (var (name, value) in values)
                {
                    var parameter = explain.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                    explain.Parameters.Add(parameter);
                }
                var plan = new List<string>();
                await using (var rows = await explain.ExecuteReaderAsync())
                    while (await rows.ReadAsync()) plan.Add(rows.GetString(isSqlite ? 3 : 0));
                if (plan.Exists(l => isSqlite ? l.Contains("TEMP B-TREE", StringComparison.Ordinal) : l.Contains("Sort", StringComparison.Ordinal))) sorted.Add(words + "\n" + string.Join('\n', plan));
            }
            return sorted;
        });
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Heard.Value is { } heard && value.Value is CommandExecutedEventData { Command: { } command })
            heard.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
