using System.Data;
using System.Data.Common;
using Gongbao.Platform.Store.Mapping;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Store;

/// <summary>
/// The storage of one room. A room derives one abstract context from it, with two thin heirs, <c>SqliteXxxDb</c> and
/// <c>PostgresXxxDb</c>, that exist to hold the migrations of each database.
/// Conventions: instants are UTC to the microsecond, enums are text, ids are made in code, tables and columns are
/// snake_case with the room's prefix, <see cref="IRevised"/> rows carry a concurrency token.
/// </summary>
/// <remarks>
/// A context taken from a request's services is for reading: it tracks nothing and saving throws. State changes
/// inside a unit of work only, and there the <see cref="Writer"/> saves.
/// </remarks>
/// <param name="options">Made by the registration, the writer's lane or a design-time factory.</param>
/// <param name="prefix">The room's table prefix, lower case, without the underscore.</param>
public abstract class RoomDb(DbContextOptions options, string prefix) : DbContext(options)
{
    internal string Prefix { get; } = prefix;

    /// <summary>True for the contexts a lane keeps: the only ones that may save, and not disposed with a scope.</summary>
    internal bool IsKept { get; set; }

    /// <summary>
    /// Until it is disposed, everything that this context reads is of one moment, whatever is committed meanwhile. On a lane the unit's own
    /// transaction does that already.
    /// </summary>
    public async Task<IAsyncDisposable> AtOneMomentAsync(CancellationToken stop)
    {
        if (Database.CurrentTransaction is not null) return new Moment(this, null);
        await Database.OpenConnectionAsync(stop);
        var connection = Database.GetDbConnection();
        // Deferred: SQLite would else take the writers' lock for a reader.
        var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await Database.UseTransactionAsync(transaction, stop);
        return new Moment(this, transaction);
    }

    /// <summary>Declares the room's entities; the conventions are applied after it.</summary>
    protected abstract void Map(ModelBuilder model);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        Map(modelBuilder);
        RoomConventions.Apply(modelBuilder, Prefix);
    }

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        RoomConventions.Convert(configurationBuilder);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        RoomDbOptions.NameHistory(optionsBuilder, Prefix);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        BeforeSaving();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        BeforeSaving();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override void Dispose()
    {
        if (!IsKept) base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override async ValueTask DisposeAsync()
    {
        if (!IsKept) await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private void BeforeSaving()
    {
        if (!IsKept)
            throw new InvalidOperationException($"{GetType().Name} is for reading here; state changes through Writer.DoAsync only.");
        foreach (var entry in ChangeTracker.Entries<IRevised>())
        {
            var revision = entry.Property(e => e.Revision);
            if (entry.State is EntityState.Added) revision.CurrentValue = 1;
            else if (entry.State is EntityState.Modified) revision.CurrentValue = revision.OriginalValue + 1;
        }
    }

    private sealed class Moment(RoomDb db, DbTransaction? transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (transaction is null) return;
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
