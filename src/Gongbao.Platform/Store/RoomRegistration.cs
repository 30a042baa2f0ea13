using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongbao.Platform.Store;

/// <summary>How one room's contexts are made.</summary>
/// <param name="Room">The room's abstract context.</param>
/// <param name="OpenOnLane">On a lane's open connection.</param>
/// <param name="OpenForReading">On connections of its own.</param>
internal sealed record RoomRegistration(
    Type Room,
    Func<StoreOptions, DbConnection, IInterceptor?, RoomDb> OpenOnLane,
    Func<RoomDb> OpenForReading)
{
    public RoomDb OpenForMigrating(StoreOptions options, DbConnection connection) => OpenOnLane(options, connection, null);
}
