using Gongbao.Kernel.Directory;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>Names for several units at once (单位统称).</summary>
internal static class GroupsSection
{
    public const string Name = "groups";

    public static SectionShape Shape { get; } = new(Name, "单位统称", new MapShape(new RecordShape(
        new("name", new TextShape(), "统称", Required: true),
        new("names", new ListShape(new TextShape()), "同一统称的其他写法"),
        new("kinds", new ListShape(UnitsSection.Kind), "所含单位的机构性质；不填为不限"),
        new("levels", new ListShape(UnitsSection.Level), "所含单位的层级；不填为不限"),
        new("lists_members", new FlagShape(), "true：读到时逐一列出所含单位；false：太宽，用时再展开"),
        new("selective", new FlagShape(), "true：只指其中一部分（有关、相关），文件未说是哪些"),
        new("source", new TextShape(), "依据"))));

    public static IReadOnlyList<UnitGroup> Read(DeclaredMap groups) =>
    [
        .. groups.Things().Select(g => new UnitGroup
        {
            Id = g.Id,
            Name = g.Thing.RequiredText("name"),
            Names = g.Thing.Texts("names"),
            Kinds = [.. g.Thing.Texts("kinds").Select(EnumWords.Member<UnitKind>)],
            Levels = [.. g.Thing.Texts("levels").Select(EnumWords.Member<UnitLevel>)],
            ListsMembers = g.Thing.Flag("lists_members"),
            IsSelective = g.Thing.Flag("selective"),
        }),
    ];
}
