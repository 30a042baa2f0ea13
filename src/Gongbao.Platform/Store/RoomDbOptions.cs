using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Gongbao.Platform.Store;

/// <summary>Options of room contexts: for design time here, for reading and for lanes inside the store.</summary>
public static class RoomDbOptions
{
    /// <summary>For the design-time factory of a SQLite heir; no such database is opened.</summary>
    public static DbContextOptions<TDb> DesignSqlite<TDb>() where TDb : RoomDb =>
        new DbContextOptionsBuilder<TDb>().UseSqlite("Data Source=:memory:").Options;

    /// <summary>For the design-time factory of a PostgreSQL heir; no such database is opened.</summary>
    public static DbContextOptions<TDb> DesignPostgres<TDb>() where TDb : RoomDb =>
        new DbContextOptionsBuilder<TDb>().UseNpgsql("Host=design-time").Options;

    internal static DbContextOptions<TDb> ForReading<TDb>(StoreOptions store, string connectionString) where TDb : RoomDb
    {
        var builder = new DbContextOptionsBuilder<TDb>().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        return store.Provider is StoreProvider.Sqlite
            ? builder.UseSqlite(connectionString).AddInterceptors(SqlitePragmas.Reading).Options
            : builder.UseNpgsql(connectionString).Options;
    }

    internal static DbContextOptions<TDb> ForLane<TDb>(StoreOptions store, DbConnection connection, IInterceptor? interceptor = null)
        where TDb : RoomDb
    {
        var builder = new DbContextOptionsBuilder<TDb>();
        if (interceptor is not null) builder.AddInterceptors(interceptor);
        return store.Provider is StoreProvider.Sqlite
            ? builder.UseSqlite(connection).Options
            : builder.UseNpgsql(connection).Options;
    }

    /// <summary>Each room keeps its own history of migrations.</summary>
    internal static void NameHistory(DbContextOptionsBuilder builder, string prefix)
    {
        var relational = RelationalOptionsExtension.Extract(builder.Options).WithMigrationsHistoryTableName(prefix + "_migrations");
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(relational);
    }
}
