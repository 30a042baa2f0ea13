using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gongbao.Kernel.Directory;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>
/// The divisions of the city down to village and community (区划): a file of codes and names beside the declaration, or the same listed in
/// it. What is versioned and published is the list itself, whichever way it was declared.
/// </summary>
internal static partial class RegionsSection
{
    public const string Name = "regions";
    private const string File = "file";
    private const string Sha256 = "sha256";
    private const string Places = "places";

    public static SectionShape Shape { get; } = new(Name, "区划", new RecordShape(
        new(File, new TextShape(@"[\w.-]+\.tsv", "同一文件夹里的 .tsv 文件名"), "区划表：每行一个 12 位代码、一个制表符、一个名称"),
        new(Sha256, new TextShape("[0-9a-f]{64}", "64 位十六进制数"), "区划表内容的校验值；可不填"),
        new(Places, new ListShape(new TextShape(@"[0-9]{12}\s\S+", "12 位代码、空格、名称")), "不用区划表时，在此逐一列出"),
        new("source", new TextShape(), "来源", Required: true),
        new("taken_on", new DateShape(), "截止日期", Required: true),
        new("licence", new TextShape(), "来源的许可"),
        new("managed", new MapShape(new RecordShape(
            new("unit", new ReferenceShape(UnitsSection.Name, "单位"), "管理单位", Required: true),
            new("townships", new ListShape(UnitsSection.RegionCode), "托管乡镇、街道的 12 位代码", Required: true),
            new("complete", new FlagShape(), "true：已列全"),
            new("source", new TextShape(), "依据", Required: true))), "功能区托管的乡镇、街道")));

    /// <summary>Reads the list; every bad line is a problem of its own.</summary>
    /// <param name="section">The section, of the right shape.</param>
    /// <param name="above">The folder below which the places of the section are named.</param>
    /// <param name="check">Takes the problems.</param>
    /// <returns>The section with the list in it instead of the file, and the tree; an empty tree where there is no list.</returns>
    public static (DeclaredMap Section, RegionTree Tree) Read(DeclaredMap section, string above, ShapeCheck check)
    {
        var lines = section[File] is { } file ? FileLines(section, file.Place, above, check) : [.. section.List(Places).Select(n => new Line(((DeclaredScalar)n).Text, n.Place))];
        if (section[File] is null && section[Places] is null)
            check.Report(section.Place, "没有区划表。", "请写明 file，或在 places 下逐一列出。");
        var regions = Parse(lines, check);
        var listed = regions.Select(r => $"{r.Code} {r.Name}").ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(listed.Select(l => l + "\n")))));
        if (section[Sha256] is DeclaredScalar declared && declared.Text != hash)
            check.Report(declared.Place, "区划表的内容与校验值不符。", $"核对无误后改为 {hash}，或删去这一行。");

        var tree = new RegionTree(regions, section.Map("managed").Things().Select(m => new ManagedArea(m.Thing.RequiredText("unit"), m.Thing.Texts("townships"), m.Thing.Flag("complete"))));
        foreach (var (_, managed) in section.Map("managed").Things())
            foreach (var township in managed.List("townships").OfType<DeclaredScalar>().Where(t => tree.Find(t.Text) is not { Level: RegionLevel.Township }))
                check.Report(township.Place, $"区划表里没有代码为 {township.Text} 的乡镇或街道。", "请核对代码。");

        var place = (section[File] ?? section[Places] ?? section).Place;
        var list = new DeclaredEntry(Places, place, new DeclaredList(place, [.. listed.Select(l => new DeclaredScalar(place, l))]));
        return (new(section.Place, section.Entries.Where(e => e.Key is not (File or Sha256 or Places)).Append(list)), tree);
    }

    private static Line[] FileLines(DeclaredMap section, Place named, string above, ShapeCheck check)
    {
        var file = Path.Combine(Path.GetDirectoryName(named.File)!, section.RequiredText(File)).Replace('\\', '/');
        var path = Path.Combine(above, file);
        if (!System.IO.File.Exists(path))
        {
            check.Report(named, $"没有找到区划表 {file}。", "请核对文件名；文件应与本声明在同一文件夹。");
            return [];
        }

        return [.. System.IO.File.ReadAllLines(path, Encoding.UTF8).Select((text, i) => new Line(text, new(file, i + 1, 1)))];
    }

    private static List<Region> Parse(Line[] lines, ShapeCheck check)
    {
        var regions = new Dictionary<string, (Region Region, Place Place)>(StringComparer.Ordinal);
        foreach (var (text, place) in lines)
        {
            if (!CodeAndName().IsMatch(text))
                check.Report(place, "这一行不是“12 位代码、制表符、名称”。", "请改正或删去这一行。");
            else if (!regions.TryAdd(text[..12], (new(text[..12], text[13..].Normalize()), place)))
                check.Report(place, $"代码 {text[..12]} 重复。", "请删去其中一行。");
        }

        foreach (var (orphan, place) in regions.Values.Where(r => r.Region.ParentCode is { } parent && !regions.ContainsKey(parent)))
            check.Report(place, $"“{orphan.Name}”的上级区划 {orphan.ParentCode} 不在表里。", "请补上上级，或核对代码。");
        return [.. regions.Values.Select(r => r.Region).OrderBy(r => r.Code, StringComparer.Ordinal)];
    }

    private readonly record struct Line(string Text, Place Place);

    [GeneratedRegex(@"^[0-9]{12}[\t ]\S+$")]
    private static partial Regex CodeAndName();
}
