using System.CommandLine;
using System.Globalization;
using Gongbao.Gazette.Generating.Words;
using Gongbao.Platform.City;
using Gongbao.Platform.Hosting;

namespace Gongbao.Gazette.Generating;

/// <summary><c>gongbao generate</c>: writes a made-up issue and its truth, for trials and measurements.</summary>
internal static class GenerateCommand
{
    private const int BadInput = 2;
    private const int MostDocuments = 20_000;

    public static Command Create()
    {
        var documents = new Option<int>("--documents") { Description = "文件篇数，1 至 20000", DefaultValueFactory = _ => 10 };
        var seed = new Option<ulong>("--seed") { Description = "随机种子；同一种子得到同一期", DefaultValueFactory = _ => 1 };
        var defects = new Option<string>("--defects") { Description = "版面缺陷：all、none，或以逗号分隔的名称，如 BrokenLines,PageNumbers", DefaultValueFactory = _ => "all" };
        var output = new Option<DirectoryInfo>("--out") { Description = "写到这个文件夹", DefaultValueFactory = _ => new(".") };
        var command = new Command("generate", "按随机种子生成一期虚构的公报和它的标准答案") { documents, seed, defects, output };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(documents), parsed.GetValue(seed), parsed.GetValue(defects)!, parsed.GetValue(output)!, parsed.GetRequiredValue(ProgramOptions.City), stop));
        return command;
    }

    private static async Task<int> RunAsync(int documents, ulong seed, string defects, DirectoryInfo output, string city, CancellationToken stop)
    {
        if (documents is < 1 or > MostDocuments) return Refuse($"篇数应在 1 至 {MostDocuments} 之间。");
        if (!TryParse(defects, out var chosen)) return Refuse($"不认识的版面缺陷“{defects}”；可用：{string.Join("、", Enum.GetNames<Defects>())}。");
        if (CityFolder.Find() is not { } root || !Directory.Exists(Path.Combine(root, city))) return Refuse($"没有城市声明“{city}”。");
        if (CityDeclarations.Load(root, city).City is not { } declared) return Refuse($"城市声明“{city}”有误，请先运行 gongbao check。");
        var issue = IssueGenerator.Generate(CityWords.Of(declared.Directory), documents, seed, chosen);
        output.Create();
        var name = string.Create(CultureInfo.InvariantCulture, $"{city}-generated-{seed}");
        await File.WriteAllTextAsync(Path.Combine(output.FullName, name + ".txt"), issue.Text, stop);
        await File.WriteAllTextAsync(Path.Combine(output.FullName, name + ".truth.json"), issue.Truth.ToJson(), stop);
        Console.WriteLine($"已生成 {documents} 篇文件，{issue.Text.Length} 个字符：{name}.txt 和 {name}.truth.json。");
        return 0;
    }

    internal static bool TryParse(string words, out Defects defects)
    {
        defects = Defects.None;
        foreach (var word in words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(word, out _) || !Enum.TryParse<Defects>(word, ignoreCase: true, out var one)) return false;
            defects |= one;
        }
        return true;
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return BadInput;
    }
}
