namespace Gongbao.Platform.Hosting;

/// <summary>A folder and the folders above it: how a program finds what lies around it, so that a clone can stand anywhere.</summary>
public static class FoldersAbove
{
    /// <summary>The program's own folder and those above it, nearest first.</summary>
    public static IEnumerable<DirectoryInfo> Program => Of(AppContext.BaseDirectory);

    /// <summary>The folder itself first, the root of the disk last.</summary>
    public static IEnumerable<DirectoryInfo> Of(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent) yield return folder;
    }
}
