using System.Data.Common;

namespace Gongbao.Platform.Tests.Store.Faults;

internal static class AbandonedMigration
{
    /// <summary>The row that EF's own lock leaves in SQLite when its holder is killed while migrating.</summary>
    public static async Task LeaveEfLockAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            create table "__EFMigrationsLock" ("Id" integer not null constraint "PK___EFMigrationsLock" primary key, "Timestamp" text not null);
            insert into "__EFMigrationsLock" ("Id", "Timestamp") values (1, '2026-01-01 00:00:00+00:00');
            """;
        await command.ExecuteNonQueryAsync();
    }
}
