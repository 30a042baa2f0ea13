using System.Data.Common;
using Gongbao.Platform.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gongbao.Platform.Journal.Anchoring;

/// <summary>Anchors the journal's head each hour; the writer asks for one more when it stops.</summary>
internal sealed partial class JournalAnchors(StoreOptions options, TimeProvider clock, ILogger<JournalAnchors> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Signs and appends the head as committed now.</summary>
    public void Anchor()
    {
        var head = ReadHead();
        if (head.Number == 0) return;
        AnchorFile.In(options.DataFolder).Append(head, clock.GetUtcNow());
        LogAnchored(head.Number);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) TryAnchor();
    }

    /// <summary>A failure to anchor stops nothing: it is logged, and the next anchor covers the same entries.</summary>
    public void TryAnchor()
    {
        try
        {
            Anchor();
        }
        catch (Exception fault) when (fault is IOException or DbException or UnauthorizedAccessException)
        {
            LogNotAnchored(fault);
        }
    }

    private ChainPoint ReadHead()
    {
        using DbConnection connection = options.Provider is StoreProvider.Sqlite
            ? new SqliteConnection(options.ReadingConnectionString)
            : new NpgsqlConnection(options.ReadingConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = JournalSql.Head;
        using var row = command.ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : ChainPoint.Start;
    }

    [LoggerMessage(1120, LogLevel.Information, "Journal anchored at entry {Number}")]
    private partial void LogAnchored(long number);

    [LoggerMessage(1121, LogLevel.Error, "The journal could not be anchored")]
    private partial void LogNotAnchored(Exception fault);
}
