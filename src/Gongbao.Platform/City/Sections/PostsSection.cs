using Gongbao.Kernel.Directory;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>The posts that units of each kind have (职务).</summary>
internal static class PostsSection
{
    public const string Name = "posts";

    public static SectionShape Shape { get; } = new(Name, "职务", new MapShape(new RecordShape(
        new("title", new TextShape(), "职务名称，不带单位", Required: true),
        new("standing", EnumWords.Choice<PostStanding>(s => s switch
        {
            PostStanding.Head => "正职",
            PostStanding.Deputy => "副职",
            PostStanding.Other => "其他领导职务",
        }), "正职、副职", Required: true),
        new("kinds", new ListShape(UnitsSection.Kind), "哪些性质的单位有此职务；不填为不限"),
        new("levels", new ListShape(UnitsSection.Level), "哪些层级的单位有此职务；不填为不限"),
        new("unit_endings", new ListShape(new TextShape()), "单位全称的末尾，如 局；不填为不限"),
        new("source", new TextShape(), "依据"))));

    public static IReadOnlyList<Post> Read(DeclaredMap posts) =>
    [
        .. posts.Things().Select(p => new Post
        {
            Id = p.Id,
            Title = p.Thing.RequiredText("title"),
            Standing = EnumWords.Member<PostStanding>(p.Thing.RequiredText("standing")),
            Kinds = [.. p.Thing.Texts("kinds").Select(EnumWords.Member<UnitKind>)],
            Levels = [.. p.Thing.Texts("levels").Select(EnumWords.Member<UnitLevel>)],
            UnitEndings = p.Thing.Texts("unit_endings"),
        }),
    ];
}
