namespace Gongbao.Platform.Store;

/// <summary>Which database holds the state.</summary>
public enum StoreProvider
{
    /// <summary>One file in the data folder; nothing to install.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, shared by any number of processes.</summary>
    Postgres,
}

/// <summary>Where the state of one city stands and how much work may wait for it.</summary>
public sealed class StoreOptions
{
    public required StoreProvider Provider { get; init; }

    /// <summary>
    /// The folder for what stands beside the database on either provider: anchors and keys; on SQLite also the database
    /// file, <c>gongbao.db</c>. Made when absent, readable by its owner alone.
    /// </summary>
    public required string DataFolder { get; init; }

    /// <summary>How to reach the PostgreSQL server; null on SQLite.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Lanes of this process: always one on SQLite; one or two on PostgreSQL.</summary>
    public int Lanes { get; init; } = 1;

    /// <summary>Units that may wait; one more is refused as <c>store.busy</c> instead of growing the queue.</summary>
    public int WaitingUnits { get; init; } = 4_000;

    /// <summary>The database file on SQLite.</summary>
    public string DatabaseFile => Path.Combine(DataFolder, "gongbao.db");

    /// <summary>Units in one commit: above 64 subtransactions PostgreSQL's cache of them overflows.</summary>
    internal int BatchUnits => Provider is StoreProvider.Sqlite ? 200 : 60;

    /// <summary>Pages the SQLite file may grow to, so that a full disk can be tried; null leaves it to the disk.</summary>
    internal long? MostPages { get; init; }

    internal string ReadingConnectionString => Provider is StoreProvider.Sqlite
        ? SqlitePragmas.ConnectionString(DatabaseFile, reading: true)
        : new Npgsql.NpgsqlConnectionStringBuilder(ConnectionString) { Options = "-c default_transaction_read_only=on", MaxAutoPrepare = 100 }.ConnectionString;

    internal int LaneCount => Provider is StoreProvider.Sqlite ? 1 : Math.Clamp(Lanes, 1, 2);
}
