using System.CommandLine;

namespace Gongbao.Platform.City.Commands;

/// <summary>The commands about a city's declarations that need no stored data.</summary>
public static class CityCommands
{
    private const int BadDeclarations = 2;

    /// <summary><c>gongbao check city/dazhou</c>: every mistake at once and exit code 2, or what is declared with its versions and exit code 0.</summary>
    /// <param name="sections">Sections of rooms, besides <see cref="CityDeclarations.KnownSections"/>.</param>
    public static Command Check(IReadOnlyList<SectionShape> sections)
    {
        var folder = new Argument<string>("folder") { Description = "城市的文件夹（如 city/dazhou），或只写它的名称" };
        var command = new Command("check", "检查一个城市的声明，一次列出全部错误：文件、行、原因、改法；有错误返回 2") { folder };
        command.SetAction(options =>
        {
            var (root, city) = Locate(options.GetValue(folder)!);
            var check = CityDeclarations.Load(root, city, sections);
            if (check.City is { } declared) Say(declared, sections, options.InvocationConfiguration.Output);
            else Say(check.Problems, options.InvocationConfiguration.Error);
            return check.City is null ? BadDeclarations : 0;
        });
        return command;
    }

    /// <summary><c>gongbao schema</c>: writes the JSON Schemas for editors.</summary>
    /// <param name="sections">Sections of rooms, besides <see cref="CityDeclarations.KnownSections"/>.</param>
    public static Command Schema(IReadOnlyList<SectionShape> sections)
    {
        var root = new Option<string?>("--city-root") { Description = "声明所在的文件夹；不填则从程序所在处向上寻找 city" };
        var command = new Command("schema", "写出编辑器用的 JSON Schema，编辑声明时可自动补全和检查") { root };
        command.SetAction(options =>
        {
            if ((options.GetValue(root) ?? CityFolder.Find()) is not { } cities)
            {
                options.InvocationConfiguration.Error.WriteLine("没有找到声明所在的文件夹。请用 --city-root 指明。");
                return BadDeclarations;
            }

            var folder = Directory.CreateDirectory(Path.Combine(cities, EditorSchema.Folder)).FullName;
            foreach (var (file, text) in EditorSchema.Of(SectionShape.Join(CityDeclarations.KnownSections, sections)))
            {
                File.WriteAllText(Path.Combine(folder, file), text);
                options.InvocationConfiguration.Output.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder, file)));
            }

            return 0;
        });
        return command;
    }

    /// <summary>A folder as named on the command line, or a city's name below the folder that is found.</summary>
    private static (string Root, string City) Locate(string named)
    {
        var path = Path.TrimEndingDirectorySeparator(named);
        if (Directory.Exists(path) && Path.GetDirectoryName(Path.GetFullPath(path)) is { } root) return (root, Path.GetFileName(Path.GetFullPath(path)));
        return Path.GetDirectoryName(path) is { Length: > 0 } above && Directory.Exists(above)
            ? (above, Path.GetFileName(path))
            : (CityFolder.Find() ?? "city", Path.GetFileName(path));
    }

    private static void Say(IReadOnlyList<DeclarationProblem> problems, TextWriter error)
    {
        foreach (var problem in problems) error.WriteLine(problem);
        error.WriteLine($"共 {problems.Count} 处错误，没有任何改动。");
    }

    private static void Say(CityDeclarations city, IReadOnlyList<SectionShape> sections, TextWriter output)
    {
        var says = SectionShape.Join(CityDeclarations.KnownSections, sections).ToDictionary(s => s.Name, s => s.Says, StringComparer.Ordinal);
        output.WriteLine($"{city.Name}（{city.Id}）：声明没有错误。");
        foreach (var version in city.Versions)
        {
            var section = city.Section(version.Section);
            var counted = version.Id is { } id ? id : $"{section.Entries.Count} 项";
            output.WriteLine($"  {version.Section,-16} {version.Hash}  {says[version.Section]}，{counted}");
        }

        output.WriteLine($"单位 {city.Directory.Units.Count} 个，区划 {city.Regions.All.Count} 个。");
    }
}
