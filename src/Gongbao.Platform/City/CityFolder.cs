namespace Gongbao.Platform.City;

/// <summary>Finds the folder <c>city</c> that holds <c>base</c> and the cities.</summary>
public static class CityFolder
{
    /// <summary>The nearest folder <c>city</c> with a <c>base</c> in it, from the program's own folder upwards, then from the current folder upwards.</summary>
    /// <returns>Null where there is none.</returns>
    public static string? Find() => Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory);

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "city", "base")))
                return Path.Combine(folder.FullName, "city");
        return null;
    }
}
