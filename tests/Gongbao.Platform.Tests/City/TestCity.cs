using Gongbao.Platform.City;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.Tests.City;

/// <summary>Declarations made up for one test, in a folder of their own: what stands in <c>base</c>, and what the city 清河 says over it.</summary>
internal sealed class TestCity : IDisposable
{
    private readonly string _above = Directory.CreateTempSubdirectory("gongbao-city").FullName;

    /// <summary>A section of a room, with a number that law sets and things that have versions of their own.</summary>
    public static IReadOnlyList<SectionShape> RoomSections { get; } =
    [
        new("procedures", "办事流程", new MapShape(new RecordShape(
            new("name", new TextShape(), "名称", Required: true),
            new("days", new NumberShape(1, 60, "个工作日"), "时限"),
            new("fee", new NumberShape(0, 1000, "元", fraction: true), "费用"),
            new("online", new FlagShape(), "可否网办"),
            new("from", new DateShape(), "自何日起"),
            new("to_whom", new ChoiceShape(new Dictionary<string, string> { ["citizen"] = "公民", ["company"] = "企业" }), "对象"),
            new("unit", new ReferenceShape("units", "单位"), "主管单位"),
            new("steps", new ListShape(new TextShape()), "步骤"),
            new("notes", new MapShape(new TextShape()), "说明"),
            new("source", new TextShape(), "依据"))))
        {
            VersionsEachThing = true,
        },
    ];

    public string Root => Path.Combine(_above, "city");

    public static TestCity Of(string @base, string city, bool complete = true)
    {
        var made = new TestCity();
        made.Write("base/base.yaml", @base);
        made.Write("qinghe/qinghe.yaml", city);
        if (complete) made.Write("qinghe/city.yaml", "city: { name: 清河市, region: '990100000000' }\n");
        return made;
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public CityCheck Check() => CityDeclarations.Load(Root, "qinghe", RoomSections);

    public CityDeclarations Load() => Check().Required();

    public void Dispose() => Directory.Delete(_above, recursive: true);
}
