namespace Gongbao;

/// <summary>Where the repository's build output lies: found upwards from the program, so that a clone can stand anywhere.</summary>
internal static class BuildOutput
{
    /// <summary>The <c>artifacts</c> folder above the program; where the program was installed elsewhere, its own folder.</summary>
    public static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (folder.Name == "artifacts")
                    return folder.FullName;
            return AppContext.BaseDirectory;
        }
    }
}
