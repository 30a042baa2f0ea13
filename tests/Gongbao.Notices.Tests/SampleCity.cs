using Gongbao.Notices.Ladders;
using Gongbao.Platform.City;

namespace Gongbao.Notices.Tests;

/// <summary>The made-up city, as it is and as it would be if it declared more.</summary>
internal static class SampleCity
{
    private static readonly string Root = CityFolder.Find() ?? throw new DirectoryNotFoundException("city");

    public static CityDeclarations Declared { get; } = CityDeclarations.Load(Root, "qinghe").Required();

    public static NoticeRules Rules { get; } = NoticeRules.Of(Declared);

    /// <summary>The ladder of the days by which something is due, as base declares it.</summary>
    public static LadderDeclaration Due { get; } = Rules.Ladders["obligation-due"];

    /// <param name="yaml">What the city declares besides, or otherwise than the base.</param>
    public static CityDeclarations With(string yaml) => Check(yaml).Required();

    public static CityCheck Check(string yaml)
    {
        var root = Directory.CreateTempSubdirectory("gongbao-city-").FullName;
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(f => f.Contains("base", StringComparison.Ordinal) || f.Contains("qinghe", StringComparison.Ordinal)))
        {
            var to = Path.Combine(root, Path.GetRelativePath(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        File.WriteAllText(Path.Combine(root, "qinghe", "more.yaml"), yaml);
        var check = CityDeclarations.Load(root, "qinghe");
        Directory.Delete(root, recursive: true);
        return check;
    }
}
