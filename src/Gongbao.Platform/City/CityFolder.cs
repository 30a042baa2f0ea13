using Gongbao.Platform.Hosting;

namespace Gongbao.Platform.City;

/// <summary>Finds the folder <c>city</c> that holds <c>base</c> and the cities.</summary>
public static class CityFolder
{
    /// <summary>The nearest folder <c>city</c> with a <c>base</c> in it, from the program's own folder upwards, then from the current folder upwards.</summary>
    /// <returns>Null where there is none.</returns>
    public static string? Find() => FoldersAbove.Program.Concat(FoldersAbove.Of(Environment.CurrentDirectory))
        .Select(f => Path.Combine(f.FullName, "city")).FirstOrDefault(c => Directory.Exists(Path.Combine(c, "base")));
}
