using System.CommandLine;
using Gongbao.Casework.Declarations;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Tests.Procedures;

/// <summary>The file with which a procedure begins.</summary>
public sealed class A_new_procedure : IDisposable
{
    private readonly string _above = Directory.CreateTempSubdirectory("new-case-").FullName;

    public A_new_procedure()
    {
        foreach (var file in Directory.EnumerateFiles(CityFolder.Find()!, "*", SearchOption.AllDirectories).Where(f => Folder(f) is "base" or "qinghe"))
        {
            Directory.CreateDirectory(Path.Combine(Root, Folder(file)));
            File.Copy(file, Path.Combine(Root, Folder(file), Path.GetFileName(file)));
        }
    }

    private string Root => Path.Combine(_above, "city");

    public void Dispose() => Directory.Delete(_above, recursive: true);

    [Theory]
    [InlineData("base")]
    [InlineData("qinghe")]
    public void Is_sound_as_it_stands_and_says_what_to_write(string folder)
    {
        var (code, says) = Run("new", "case", "marriage", "--in", folder, "--city-root", Root);
        Assert.Equal(0, code);
        Assert.Contains("marriage.yaml。请改写带“【待填”的地方，然后运行 gongbao check。", says, StringComparison.Ordinal);
        var written = File.ReadAllText(Path.Combine(Root, folder, "marriage.yaml"));
        Assert.Contains(NewCaseCommand.ToDo, written, StringComparison.Ordinal);
        Assert.StartsWith($"# yaml-language-server: $schema=../schema/{(folder == "base" ? "base" : "city")}.schema.json", written, StringComparison.Ordinal);
        var check = CityDeclarations.Load(Root, "qinghe", CaseworkRoom.Sections);
        Assert.Empty(check.Problems);
        Assert.Equal(3, check.City!.Section("cases").Map("marriage").Map("examples").Entries.Count);
    }

    [Theory]
    [InlineData("Marriage", "base", "编号“Marriage”不合要求，应是小写字母、数字和连字符，如 marriage。")]
    [InlineData("../marriage", "base", "编号“../marriage”不合要求，应是小写字母、数字和连字符，如 marriage。")]
    [InlineData("marriage", "nowhere", "没有找到文件夹“nowhere”。请写 base，或者一个市的名称。")]
    [InlineData("marriage", "../base", "没有找到文件夹“../base”。请写 base，或者一个市的名称。")]
    [InlineData("newborn", "base", "已经存在，没有改动它。请另取一个编号。")]
    public void Is_refused_where_it_cannot_be_written(string id, string folder, string reason)
    {
        var before = Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Length;
        var (code, says) = Run("new", "case", id, "--in", folder, "--city-root", Root);
        Assert.Equal(2, code);
        Assert.Contains(reason, says, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Length);
    }

    private static string Folder(string file) => Path.GetFileName(Path.GetDirectoryName(file)!);

    private static (int Code, string Says) Run(params string[] arguments)
    {
        var says = new StringWriter();
        return (new RootCommand { NewCaseCommand.Create() }.Parse(arguments).Invoke(new() { Output = says, Error = says }), says.ToString());
    }
}
