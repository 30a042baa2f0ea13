using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>By what a document is refused as the basis of something (不得作为依据).</summary>
internal static class BasisSection
{
    public const string Name = "basis";

    private static readonly Field Source = new("source", new TextShape(), "依据，照样印在拒绝的话后面", Required: true);

    public static SectionShape Shape { get; } = new(Name, "不得作为依据的文件", new RecordShape(
        new("unpublished", new RecordShape(Source), "没有公布的", Required: true),
        new("not_in_force", new RecordShape(Source), "没有施行、已经废止或者失效的", Required: true)));
}
