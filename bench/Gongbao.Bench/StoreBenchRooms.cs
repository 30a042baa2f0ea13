using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Bench;

/// <summary>Two small rooms, so that a unit can write in both.</summary>
internal abstract class LedgerDb(DbContextOptions options) : RoomDb(options, "bench_ledger")
{
    protected override void Map(ModelBuilder model) => model.Entity<Step>().ToTable("step");
}

internal sealed class SqliteLedgerDb(DbContextOptions<SqliteLedgerDb> options) : LedgerDb(options);

internal sealed class PostgresLedgerDb(DbContextOptions<PostgresLedgerDb> options) : LedgerDb(options);

internal abstract class DeskDb(DbContextOptions options) : RoomDb(options, "bench_desk")
{
    protected override void Map(ModelBuilder model) => model.Entity<Step>().ToTable("step");
}

internal sealed class SqliteDeskDb(DbContextOptions<SqliteDeskDb> options) : DeskDb(options);

internal sealed class PostgresDeskDb(DbContextOptions<PostgresDeskDb> options) : DeskDb(options);

internal sealed class Step
{
    public required Guid Id { get; init; }

    public required string Subject { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }
}
