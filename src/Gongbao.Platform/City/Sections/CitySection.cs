using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>What the city is called.</summary>
internal static class CitySection
{
    public const string Name = "city";

    public static SectionShape Shape { get; } = new(Name, "本市", new RecordShape(
        new("name", new TextShape(), "市名全称，写在各单位全称之首，如 达州市", Required: true),
        new("region", UnitsSection.RegionCode, "本市的 12 位区划代码", Required: true),
        new("source", new TextShape(), "依据")));
}
