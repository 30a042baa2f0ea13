using System.Text.RegularExpressions;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Gazette.Generating.Words;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Tests.Generated;

/// <summary>The made-up city that generated issues are about.</summary>
internal static class SampleCity
{
    public static string CityRoot { get; } = CityFolder.Find() ?? throw new DirectoryNotFoundException("city");

    public static CityDeclarations Declared { get; } = CityDeclarations.Load(CityRoot, "qinghe").City ?? throw new InvalidDataException("city/qinghe is not sound");

    public static CityWords Words { get; } = CityWords.Of(Declared.Directory);

    public static CitationWords Citations { get; } = CitationWords.Of(Declared);

    public static ValidityLexicon Validity { get; } = ValidityLexicon.Of(Declared);

    public static ReaderContext Reader { get; } = ReaderContext.Of(Declared);

    /// <summary>The city as it would be if it declared something more, or otherwise than the base.</summary>
    public static CityDeclarations With(string yaml) => Changed(root => File.WriteAllText(Path.Combine(root, "qinghe", "more.yaml"), yaml));

    /// <summary>The city as it would be if nothing declared this section.</summary>
    public static CityDeclarations Without(string section) => Changed(root =>
    {
        foreach (var file in Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories))
            File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), $@"^{section}:.*\n(?:[ #\n].*\n|\n)*", "", RegexOptions.Multiline));
    });

    private static CityDeclarations Changed(Action<string> change)
    {
        var root = Directory.CreateTempSubdirectory("gongbao-city-").FullName;
        foreach (var file in Directory.EnumerateFiles(CityRoot, "*", SearchOption.AllDirectories).Where(f => f.Contains("base", StringComparison.Ordinal) || f.Contains("qinghe", StringComparison.Ordinal)))
        {
            var to = Path.Combine(root, Path.GetRelativePath(CityRoot, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        change(root);
        var city = CityDeclarations.Load(root, "qinghe").Required();
        Directory.Delete(root, recursive: true);
        return city;
    }
}
