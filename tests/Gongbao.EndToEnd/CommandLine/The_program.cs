using System.Diagnostics;
using System.Text.Json;

namespace Gongbao.EndToEnd.CommandLine;

/// <summary>The commands an operator types, on the built program.</summary>
public sealed class The_program : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongbao-cli").FullName;

    private static string Sample => Directory.GetFiles(Path.Combine(RepositoryRoot.Folder, "samples"), "*.txt").Order(StringComparer.Ordinal).First();

    [Fact]
    [Clause("GAZ-01")]
    public async Task Reads_the_real_issue_whole_and_right()
    {
        var (json, ledger) = (Path.Combine(_folder, "reading.json"), Path.Combine(_folder, "ledger.tsv"));
        var read = await GongbaoProgram.RunAsync("read", RealIssue.Path, "--json", "--ledger", ledger);
        Assert.Equal(0, read.ExitCode);
        await File.WriteAllTextAsync(json, read.Output);

        using var scorer = Process.Start(new ProcessStartInfo("python3", [RealIssue.Scorer, json, RealIssue.Truth, "--ledger", ledger, RealIssue.Path]) { RedirectStandardOutput = true })!;
        var verdict = await scorer.StandardOutput.ReadToEndAsync();
        await scorer.WaitForExitAsync();

        Assert.EndsWith(" 0 different", verdict.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imports_an_issue_once_and_proves_its_journal()
    {
        var first = await GongbaoProgram.RunAsync("import", Sample, "--data", _folder);
        var again = await GongbaoProgram.RunAsync("import", Sample, "--data", _folder);
        var verified = await GongbaoProgram.RunAsync("journal", "verify", "--anchors", "--data", _folder);

        Assert.Equal((0, 0, 0), (first.ExitCode, again.ExitCode, verified.ExitCode));
        Assert.Contains("已入库", first.Output, StringComparison.Ordinal);
        Assert.Contains("没有作任何改动", again.Output, StringComparison.Ordinal);
        Assert.Contains("日志完好", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "空")]
    [InlineData("%PDF-1.7\n%\u00e2\u00e3", "PDF")]
    [InlineData("今天天气很好，我们去公园散步，看见许多花。", "公文")]
    public async Task Says_what_is_wrong_with_a_file_and_changes_nothing(string content, string word)
    {
        var file = Path.Combine(_folder, "bad.txt");
        await File.WriteAllTextAsync(file, content);
        var data = Path.Combine(_folder, "data");

        foreach (var command in new[] { "read", "import", "demo" })
        {
            var outcome = await GongbaoProgram.RunAsync(command, file, "--data", data);

            Assert.Equal(2, outcome.ExitCode);
            Assert.Contains(word, outcome.Errors, StringComparison.Ordinal);
            Assert.False(Directory.Exists(data), command);
        }
    }

    [Fact]
    public async Task Checks_the_declarations_of_every_city()
    {
        foreach (var city in new[] { "city/dazhou", "city/qinghe" })
            Assert.Equal(0, (await GongbaoProgram.RunAsync("check", city)).ExitCode);
        Assert.Equal(2, (await GongbaoProgram.RunAsync("check", "city/nowhere")).ExitCode);
    }

    [Fact]
    public async Task Lists_every_clause_of_the_gazette_with_what_serves_it()
    {
        var listed = JsonDocument.Parse((await GongbaoProgram.RunAsync("clauses", "--json")).Output).RootElement.GetProperty("clauses").EnumerateArray().ToList();
        var wanted = File.ReadLines(RealIssue.Clauses).Skip(1).Select(l => l.Split('\t')[0]).Order(StringComparer.Ordinal);

        Assert.Equal(wanted, listed.Select(c => c.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(listed, c => Assert.True(c.TryGetProperty("tested", out _) && c.TryGetProperty("system", out _)));
        Assert.NotEmpty(listed.Single(c => c.GetProperty("id").GetString() == "GAZ-01").GetProperty("served_by").EnumerateArray());
    }

    [Theory]
    [InlineData("没有“sevre”这个命令。是否想写“serve”？", "sevre")]
    [InlineData("没有“--prot”这个选项。是否想写“--port”？", "serve", "--prot", "1")]
    [InlineData("缺少 file", "import")]
    [InlineData("选项 --port 的值“many”不对。", "serve", "--port", "many")]
    [InlineData("选项 --site 的值“gazette.example”不对。", "serve", "--site", "gazette.example")]
    [InlineData("选项 --site 的值“https://gazette.example/path”不对。", "serve", "--site", "https://gazette.example/path")]
    [InlineData("请写明要做什么")]
    public async Task Says_in_chinese_what_is_wrong_with_a_command_line(string sentence, params string[] arguments)
    {
        var run = await GongbaoProgram.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotMatch("[a-z]{3,} [a-z]{3,} [a-z]{3,}", run.Errors);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("*")]
    public async Task Serves_the_whole_network_only_under_a_declared_address(string everywhere)
    {
        var run = await GongbaoProgram.RunAsync("serve", "--listen", everywhere, "--port", "0", "--data", _folder);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--site", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("用法：", "--help")]
    [InlineData("  gongbao import <file> [选项]", "import", "--help")]
    [InlineData("[默认：5117]", "serve", "-h")]
    [InlineData("显示帮助", "keys", "rotate", "-?")]
    public async Task Helps_in_chinese(string words, params string[] arguments)
    {
        var run = await GongbaoProgram.RunAsync(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("Description|Usage|Options:|Show|default", run.Output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
