using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Storage;

/// <summary>
/// One row that every unit of this room changes first. Until the commit the database lets nobody else change it, so that of several processes
/// on one database each sees what the other has done: nothing is climbed or sent by two.
/// </summary>
internal sealed class Turn
{
    public const int TheOne = 1;

    private static readonly Statement Sql = new("update notice_turn set taken = taken + 1 where id = $1", 1);

    public required int Id { get; init; }

    public required long Taken { get; init; }

    /// <summary>Waits for the turn; first in a unit, before anything is read.</summary>
    public static void Take(UnitOfWork unit) => unit.Write(Sql, TheOne);

    /// <summary>
    /// Waits until nobody has the turn, and keeps it from everybody until the commit, but for others who share it: for a unit that changes many rows which no other such unit
    /// changes. It is the table that is locked, not its row: who waits for the turn is then not passed by those who come to share it.
    /// </summary>
    public static async Task ShareAsync(UnitOfWork unit, CancellationToken stop)
    {
        if (unit.Db<NoticesDb>() is PostgresNoticesDb db) await db.Database.ExecuteSqlRawAsync("lock table notice_turn in share mode", stop);
    }
}
