using Gongbao.Platform.City;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.Hosting;

/// <summary>Who may show the embedded pages of the gazette inside its own (嵌入方), such as the mobile client of the service platform.</summary>
public static class Embedders
{
    private const string Section = "embedding";
    private const string Label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private const string Port = "(:[1-9][0-9]{0,4})?";

    /// <summary>A scheme, a name and a port, nothing that a header would read as more than one origin.</summary>
    private const string Origin = $@"https://{Label}(\.{Label})+{Port}|https?://(localhost|127\.0\.0\.1){Port}";

    internal static SectionShape Shape { get; } = new(Section, "嵌入方", new RecordShape(
        new Field("origins", new MapShape(new RecordShape(
            new("origin", new TextShape(Origin, "一个网站的来源，只有协议、小写的域名和端口，如 https://app.example.cn（不带路径、末尾的斜线和通配符；本机以外只能是 https）"), "网站的来源", Required: true),
            new("source", new TextShape(), "为什么可以嵌入：依据或者理由", Required: true))), "哪些网站可以嵌入", Required: true)));

    /// <summary>The declared origins, each once; none where the city declares none or there is no city.</summary>
    public static IReadOnlyList<string> Of(CityDeclarations? city) => city is null ? [] :
        [.. city.Section(Section).Map("origins").Things().Select(t => t.Thing.Text("origin")).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}
