using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gongbao.Kernel.Directory;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>The divisions of the city down to village and community (区划), kept in a file of codes and names beside the declaration.</summary>
internal static partial class RegionsSection
{
    public const string Name = "regions";

    public static SectionShape Shape { get; } = new(Name, "区划", new RecordShape(
        new("file", new TextShape(@"[\w.-]+\.tsv", "同一文件夹里的 .tsv 文件名"), "区划表：每行一个 12 位代码、一个制表符、一个名称", Required: true),
        new("sha256", new TextShape("[0-9a-f]{64}", "64 位十六进制数"), "区划表内容的校验值；可不填，由程序算出并计入版本"),
        new("source", new TextShape(), "来源", Required: true),
        new("taken_on", new DateShape(), "截止日期", Required: true),
        new("licence", new TextShape(), "来源的许可"),
        new("managed", new MapShape(new RecordShape(
            new("unit", new ReferenceShape(UnitsSection.Name, "单位"), "管理单位", Required: true),
            new("townships", new ListShape(UnitsSection.RegionCode), "托管乡镇、街道的 12 位代码", Required: true),
            new("complete", new FlagShape(), "true：已列全"),
            new("source", new TextShape(), "依据", Required: true))), "功能区托管的乡镇、街道")));

    /// <summary>Reads the file of codes; every bad line is a problem of its own.</summary>
    /// <returns>The section with the file's hash in it, and the tree; an empty tree where the file cannot be read.</returns>
    public static (DeclaredMap Section, RegionTree Tree) Read(DeclaredMap section, string above, ShapeCheck check)
    {
        var named = section["file"]!.Place;
        var file = Path.Combine(Path.GetDirectoryName(named.File)!, section.RequiredText("file")).Replace('\\', '/');
        var path = Path.Combine(above, file);
        if (!File.Exists(path))
        {
            check.Report(named, $"没有找到区划表 {file}。", "请核对文件名；文件应与本声明在同一文件夹。");
            return (section, RegionTree.Empty);
        }

        var lines = File.ReadAllLines(path, Encoding.UTF8);
        var regions = Parse(lines, file, check);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(regions.Select(r => $"{r.Code}\t{r.Name}\n")))));
        if (section["sha256"] is DeclaredScalar declared && declared.Text != hash)
            check.Report(declared.Place, $"区划表 {file} 的内容与校验值不符。", $"核对无误后改为 {hash}，或删去这一行。");

        var tree = new RegionTree(regions, section.Map("managed").Things().Select(m => new ManagedArea(m.Thing.RequiredText("unit"), m.Thing.Texts("townships"), m.Thing.Flag("complete"))));
        foreach (var (_, managed) in section.Map("managed").Things())
            foreach (var township in managed.List("townships").OfType<DeclaredScalar>().Where(t => tree.Find(t.Text) is not { Level: RegionLevel.Township }))
                check.Report(township.Place, $"区划表里没有代码为 {township.Text} 的乡镇或街道。", "请核对代码。");

        var entries = section.Entries.Where(e => e.Key != "sha256").Append(new("sha256", named, new DeclaredScalar(named, hash)));
        return (new(section.Place, entries), tree);
    }

    private static List<Region> Parse(string[] lines, string file, ShapeCheck check)
    {
        var regions = new Dictionary<string, Region>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            var place = new Place(file, i + 1, 1);
            if (!Line().IsMatch(lines[i]))
                check.Report(place, "这一行不是“12 位代码、制表符、名称”。", "请改正或删去这一行。");
            else if (lines[i].Split('\t') is var parts && !regions.TryAdd(parts[0], new(parts[0], parts[1].Normalize())))
                check.Report(place, $"代码 {parts[0]} 重复。", "请删去其中一行。");
        }

        foreach (var orphan in regions.Values.Where(r => r.ParentCode is { } parent && !regions.ContainsKey(parent)))
            check.Report(
                new(file, Array.FindIndex(lines, l => l.StartsWith(orphan.Code, StringComparison.Ordinal)) + 1, 1),
                $"“{orphan.Name}”的上级区划 {orphan.ParentCode} 不在表里。", "请补上上级，或核对代码。");
        return [.. regions.Values.OrderBy(r => r.Code, StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^[0-9]{12}\t\S+$")]
    private static partial Regex Line();
}
