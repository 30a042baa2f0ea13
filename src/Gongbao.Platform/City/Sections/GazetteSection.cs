using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>The city's gazette: who issues documents, and under which codes. A reader may use it and must do without.</summary>
internal static class GazetteSection
{
    public const string Name = "gazette";

    public static SectionShape Shape { get; } = new(Name, "公报", new RecordShape(
        new("title", new TextShape(), "公报名称"),
        new("running_heads", new ListShape(new TextShape()), "页眉上的字样"),
        new("issuers", new MapShape(new RecordShape(
            new("unit", new ReferenceShape(UnitsSection.Name, "单位"), "发文机关", Required: true),
            new("codes", new ListShape(new TextShape(@"[\p{L}]+", "不含年份和序号的发文机关代字")), "发文机关代字，如 达市府办发", Required: true))), "发文机关"),
        new("source", new TextShape(), "依据")));
}
