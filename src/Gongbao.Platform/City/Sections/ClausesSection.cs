using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>What the clauses of the gazette order, and what serves each (条款落实).</summary>
internal static class ClausesSection
{
    public const string Name = "clauses";

    private static readonly Shape Texts = new ListShape(new TextShape());

    public static SectionShape Shape { get; } = new(Name, "条款落实", new MapShape(
        new RecordShape(
            new("clause", new ClauseShape(), "条款地址", Required: true),
            new("system", new TextShape("[a-z]+(-[a-z]+)*", "系统的英文代号"), "所属系统", Required: true),
            new("requirement", new TextShape(), "要求", Required: true),
            new("served_by", new RecordShape(
                new("room", new TextShape(), "房间"),
                new("pages", Texts, "页面"),
                new("commands", Texts, "命令"),
                new("endpoints", Texts, "接口"),
                new("note", new TextShape(), "说明")), "由什么落实；尚未落实写 {}", Required: true)),
        "[A-Z]{3,4}-[0-9]{2,3}", "三四个大写字母、连字符和序号（如 GAZ-01）"));
}
