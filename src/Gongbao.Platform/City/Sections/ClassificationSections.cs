using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>
/// How documents are classified (分类): the subject tree, whom documents concern, the levels that issue them, what is normative, and the
/// rules that propose each.
/// </summary>
internal static class ClassificationSections
{
    private const string Topics = "topics";

    private static readonly Shape Rules = new MapShape(new RecordShape(
        new("in", new ChoiceShape(new Dictionary<string, string>
        {
            ["title"] = "标题", ["issued"] = "标题说印发、公布的文件，或者标题本身，其名称的结尾", ["number"] = "文号", ["issuer"] = "发文机关", ["addressees"] = "主送机关", ["kind"] = "文种", ["text"] = "正文",
        }), "在哪里找", Required: true),
        new("words", new ListShape(new TextShape()), "找到其中任一字样就算", Required: true),
        new("except", new ListShape(new TextShape()), "先划去的字样"),
        new("at_least", new NumberShape(1, 1000, "次"), "至少出现几次；不填为一次"),
        new("weight", new NumberShape(-100, 100, "分"), "计多少分，负数为减分", Required: true)));

    public static IReadOnlyList<SectionShape> Shapes { get; } =
    [
        new("classification", "文件分类", new RecordShape(
            new("threshold", new NumberShape(1, 100, "分"), "得分不低于此数的才建议", Required: true),
            new("most_topics", new NumberShape(1, 20, "个"), "最多建议几个主题", Required: true),
            new("most_audiences", new NumberShape(1, 20, "个"), "最多建议几个对象", Required: true),
            new("source", new TextShape(), "依据", Required: true))),
        new(Topics, "主题", new MapShape(new RecordShape(
            [.. Class(), new("parent", new ReferenceShape(Topics, "主题"), "上级主题；不填为最上层")]))),
        new("audiences", "对象", new MapShape(new RecordShape(Class()))),
        new("issuing_levels", "制发层级", new MapShape(new RecordShape(
            [.. Class(), new("level", UnitsSection.Level, "单位表里的层级"), new("kinds", new ListShape(UnitsSection.Kind), "单位表里的性质；不填为不限"),
            new("gazette", new FlagShape(), "这一层级须刊登的文件由本市公报刊登")]))),
        new("normative_status", "是否规范性文件", new MapShape(new RecordShape(
            [.. Class(), new("must_be_carried", new FlagShape(), "须在政府公报上刊登"), new("otherwise", new FlagShape(), "其他各项都不够分时就是它")]))),
    ];

    private static Field[] Class() =>
    [
        new("name", new TextShape(), "名称，各不相同", Required: true),
        new("order", new NumberShape(1, 9999), "排序，小的在前；不填的排在后面"),
        new("rules", Rules, "提出建议的规则"),
        new("source", new TextShape(), "依据", Required: true),
    ];
}
