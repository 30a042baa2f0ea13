using Gongbao.Platform.Store;

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
}
