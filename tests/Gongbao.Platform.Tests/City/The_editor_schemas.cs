using System.Globalization;
using System.Text.Json.Nodes;
using Gongbao.Platform.City;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gongbao.Platform.Tests.City;

public class The_editor_schemas
{
    /// <summary>If this fails, <c>./gongbao schema</c> writes them anew.</summary>
    [Fact]
    public void In_the_repository_are_those_the_program_writes() => Assert.All(
        EditorSchema.Of(CityDeclarations.KnownSections),
        schema => Assert.Equal(schema.Value, File.ReadAllText(Path.Combine(The_committed_cities.Root, EditorSchema.Folder, schema.Key))));

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(The_committed_cities.Root, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(The_committed_cities.Root, f)).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Files))]
    public async Task Accept_every_committed_file(string file) =>
        Assert.Empty((await SchemaFor(file)).Validate(Json(File.ReadAllText(Path.Combine(The_committed_cities.Root, file)))));

    /// <summary>Each file names the schema of its layer, so that an editor finds it.</summary>
    [Theory, MemberData(nameof(Files))]
    public void Are_named_in_every_committed_file(string file)
    {
        var first = File.ReadLines(Path.Combine(The_committed_cities.Root, file)).First();
        var named = first.Split("$schema=", StringSplitOptions.None);

        Assert.Equal("# yaml-language-server: ", named[0]);
        Assert.Equal(
            Path.Combine(The_committed_cities.Root, EditorSchema.Folder, NameFor(file)),
            Path.GetFullPath(Path.Combine(The_committed_cities.Root, Path.GetDirectoryName(file)!, named[1])));
    }

    [Theory]
    [InlineData("base", "procedures: { birth: { name: 出生, days: 20 } }", true)]
    [InlineData("base", "procedures: { birth: { days: 20 } }", false)]                    // in base a thing is whole
    [InlineData("base", "procedures: { birth: { remove: true } }", false)]
    [InlineData("city", "procedures: { birth: { days: 20 } }", true)]
    [InlineData("city", "procedures: { birth: { remove: true } }", true)]
    [InlineData("city", "procedures: { birth: { days: 99 } }", false)]
    [InlineData("city", "procedures: { birth: { days: 很快 } }", false)]
    [InlineData("city", "procedures: { birth: { nmae: 出生 } }", false)]
    [InlineData("city", "procedures: { Birth: { name: 出生 } }", false)]
    [InlineData("city", "procedures: { birth: { to_whom: nobody } }", false)]
    [InlineData("city", "procedures: { birth: { steps: 申报 } }", false)]
    [InlineData("city", "weather: {}", false)]
    public async Task Say_what_the_check_says(string layer, string text, bool accepted)
    {
        var schema = await JsonSchema.FromJsonAsync(EditorSchema.Of(TestCity.RoomSections)[$"{layer}.schema.json"]);

        Assert.Equal(accepted, schema.Validate(Json(text)).Count == 0);
    }

    private static string NameFor(string file) => file.StartsWith("base", StringComparison.Ordinal) ? "base.schema.json" : "city.schema.json";

    private static Task<JsonSchema> SchemaFor(string file) => JsonSchema.FromJsonAsync(EditorSchema.Of(CityDeclarations.KnownSections)[NameFor(file)]);

    /// <summary>As editors read YAML: plain words that look like numbers or flags are such.</summary>
    private static string Json(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Json(stream.Documents[0].RootNode).ToJsonString();
    }

    private static JsonNode Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, (JsonNode?)Json(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when decimal.TryParse(plain.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(((YamlScalarNode)node).Value!),
    };
}
