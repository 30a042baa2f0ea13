using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongbao.Platform.Hosting;
using Spectre.Console;

namespace Gongbao.Clauses;

/// <summary><c>gongbao clauses [--json]</c>: every clause that orders something, what serves it, and whether its tests passed in the last run.</summary>
internal static class ClausesCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "输出 JSON" };
        var command = new Command("clauses", "列出公报中每一条命令、由什么落实、最近一次测试是否通过") { json };
        command.SetAction(parse => Run(parse, parse.GetValue(json)));
        return command;
    }

    private static int Run(ParseResult parse, bool asJson)
    {
        // Bindings belong to the city whose gazette ordered them; without a choice, the first city that has some.
        var city = parse.GetResult(ProgramOptions.City) is { Implicit: false } ? parse.GetValue(ProgramOptions.City)! : "dazhou";
        var bindings = ClauseBinding.Of(Composition.City(city));
        var run = TestRun.Last(TestReportCommand.KeptIn);
        if (asJson) Console.WriteLine(Json(bindings, run).ToJsonString(Indented));
        else Print(bindings, run);
        return 0;
    }

    private static JsonObject Json(IEnumerable<ClauseBinding> bindings, TestRun? run) => new()
    {
        ["clauses"] = new JsonArray([.. bindings.Select(b => (JsonNode)new JsonObject
        {
            ["id"] = b.Id,
            ["system"] = b.System,
            ["clause"] = b.Clause,
            ["served_by"] = new JsonArray([.. b.ServedBy.Select(s => (JsonNode)s)]),
            ["tested"] = run is null ? null : run.HasPassed(b.Id),
        })]),
    };

    private static void Print(IReadOnlyList<ClauseBinding> bindings, TestRun? run)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("条款", "地址", "系统", "由什么落实", "测试");
        foreach (var b in bindings)
            table.AddRow(
                Markup.Escape(b.Id), Markup.Escape(b.Clause), Markup.Escape(b.System),
                b.ServedBy.Count == 0 ? "[grey]尚未落实[/]" : Markup.Escape(string.Join("；", b.ServedBy)),
                run is null ? "[grey]未运行[/]" : run.HasPassed(b.Id) ? "[green]通过[/]" : "[grey]无[/]");
        AnsiConsole.Write(table);
        Console.WriteLine(
            $"共 {bindings.Count} 条；已落实 {bindings.Count(b => b.ServedBy.Count > 0)} 条；"
            + (run is null ? "还没有运行过测试（./gongbao test）。" : $"最近一次测试中有通过测试的 {bindings.Count(b => run.HasPassed(b.Id))} 条。"));
    }
}
