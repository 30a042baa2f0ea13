using System.CommandLine;
using System.Text.RegularExpressions;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations;

/// <summary><c>gongbao new case</c>: begins a procedure with a file that is sound as it stands and says what to write where (新建办事流程).</summary>
internal static partial class NewCaseCommand
{
    private const int BadInput = 2;

    /// <summary>What has to be written by whoever begins the procedure stands in these brackets.</summary>
    public const string ToDo = "【待填";

    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "流程的编号，小写字母、数字和连字符，如 marriage" };
        var folder = new Option<string>("--in") { Description = "写在哪个文件夹：base 为各市共用，或者一个市的名称", DefaultValueFactory = _ => "base" };
        var root = new Option<string?>("--city-root") { Description = "声明所在的文件夹；不填则从程序所在处向上寻找 city" };
        var command = new Command("case", "新建一个办事流程：写出一份带说明的声明，照着改，改完运行 gongbao check") { id, folder, root };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (Path(parsed.GetRequiredValue(id), parsed.GetRequiredValue(folder), parsed.GetValue(root) ?? CityFolder.Find(), out var path) is { } problem)
            {
                error.WriteLine(problem);
                return BadInput;
            }
            File.WriteAllText(path, Text(parsed.GetRequiredValue(id), parsed.GetRequiredValue(folder)));
            output.WriteLine($"已经写好 {System.IO.Path.GetRelativePath(Environment.CurrentDirectory, path)}。请改写带“{ToDo}”的地方，然后运行 gongbao check。");
            return 0;
        });
        return new Command("new", "新建声明") { command };
    }

    /// <summary>Where it is written.</summary>
    /// <returns>A whole sentence where it cannot be; null where it can.</returns>
    private static string? Path(string id, string folder, string? root, out string path)
    {
        path = "";
        if (!Id().IsMatch(id)) return $"编号“{id}”不合要求，应是小写字母、数字和连字符，如 marriage。";
        if (root is null || !Directory.Exists(root)) return "没有找到声明所在的文件夹。请用 --city-root 指明。";
        if (!Id().IsMatch(folder) || !Directory.Exists(System.IO.Path.Combine(root, folder))) return $"没有找到文件夹“{folder}”。请写 base，或者一个市的名称。";
        path = System.IO.Path.Combine(root, folder, id + ".yaml");
        return File.Exists(path) ? $"{path} 已经存在，没有改动它。请另取一个编号。" : null;
    }

    /// <summary>The starting file.</summary>
    internal static string Text(string id, string folder)
    {
        using var stream = typeof(NewCaseCommand).Assembly.GetManifestResourceStream("templates/case.yaml") ?? throw new InvalidOperationException("The template is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("$id", id, StringComparison.Ordinal).Replace("$schema-file", folder == "base" ? "base" : "city", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Id();
}
