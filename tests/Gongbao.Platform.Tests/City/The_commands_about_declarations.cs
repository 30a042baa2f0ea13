using System.CommandLine;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Commands;

namespace Gongbao.Platform.Tests.City;

public class The_commands_about_declarations
{
    [Fact]
    public void Check_says_what_is_declared_and_in_which_version()
    {
        using var made = TestCity.Of("procedures: { birth: { name: 出生登记 } }", "");

        var (code, output, error) = Run("check", Path.Combine(made.Root, "qinghe") + "/");

        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.Contains("清河市（qinghe）：声明没有错误。", output, StringComparison.Ordinal);
        Assert.Contains(made.Load().Versions.Single(v => v.Id == "birth").Hash, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_lists_every_mistake_and_returns_2()
    {
        using var made = TestCity.Of("procedures: { birth: { nmae: 出生登记 } }", "weather: {}");

        var (code, output, error) = Run("check", Path.Combine(made.Root, "qinghe"));

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("city/base/base.yaml:1:24  没有“nmae”这个字段。是否想写“name”？", error, StringComparison.Ordinal);
        Assert.Contains("city/qinghe/qinghe.yaml:1:1  没有“weather”这一部分。", error, StringComparison.Ordinal);
        Assert.Contains("共 3 处错误", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_knows_the_citys_folder_by_its_name_alone()
    {
        var (code, output, _) = Run("check", "qinghe");

        Assert.Equal(0, code);
        Assert.Contains("清河市", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_writes_both_schemas()
    {
        using var made = TestCity.Of("", "");

        var (code, output, _) = Run("schema", "--city-root", made.Root);

        Assert.Equal(0, code);
        Assert.Contains("city.schema.json", output, StringComparison.Ordinal);
        Assert.Equal(
            EditorSchema.Of([.. CityDeclarations.KnownSections, .. TestCity.RoomSections])["base.schema.json"],
            File.ReadAllText(Path.Combine(made.Root, "schema", "base.schema.json")));
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { CityCommands.Check(TestCity.RoomSections), CityCommands.Schema(TestCity.RoomSections) };
        var code = root.Parse(args).Invoke(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
