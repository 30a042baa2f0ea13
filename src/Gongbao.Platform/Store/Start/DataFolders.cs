namespace Gongbao.Platform.Store.Start;

/// <summary>The folder for what belongs to one city, closed to everyone but its owner.</summary>
internal static class DataFolders
{
    public static void Make(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
