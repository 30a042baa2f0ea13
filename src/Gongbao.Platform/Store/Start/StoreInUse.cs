namespace Gongbao.Platform.Store.Start;

/// <summary>
/// A lock on <c>store.lock</c> in the data folder: shared by all processes that use the store, taken alone by one that
/// replaces it. The operating system lets go of it when a process ends, however it ends.
/// </summary>
internal static class StoreInUse
{
    public static FileStream TakeShared(string folder)
    {
        var path = Path.Combine(folder, "store.lock");
        using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            // made where it was missing
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <returns>Null when another process uses the store.</returns>
    public static FileStream? TryTakeAlone(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "store.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
