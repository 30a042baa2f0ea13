using Gongbao.Platform.City;

namespace Gongbao.Bench;

/// <summary>What a measured program runs on as declared; set anew as by publishing.</summary>
internal sealed class BenchCity
{
    public required CityDeclarations Now { get; set; }

    /// <summary>The made-up city with something more declared.</summary>
    public static CityDeclarations With(string yaml)
    {
        var root = Folder(yaml);
        var city = CityDeclarations.Load(root, "qinghe").Required();
        Directory.Delete(root, recursive: true);
        return city;
    }

    /// <summary>As <see cref="With"/>, in a folder that the caller deletes.</summary>
    public static string Folder(string yaml)
    {
        var root = Directory.CreateTempSubdirectory("gongbao-bench-city-").FullName;
        var from = CityFolder.Find()!;
        foreach (var file in new[] { "base", "qinghe" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(from, f), "*", SearchOption.AllDirectories)))
        {
            var to = Path.Combine(root, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        File.WriteAllText(Path.Combine(root, "qinghe", "more.yaml"), yaml);
        return root;
    }
}
