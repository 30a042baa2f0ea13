using System.CommandLine;
using System.CommandLine.Parsing;
using Gongbao.Platform.City;

namespace Gongbao.Platform.Hosting;

/// <summary>Says in whole Chinese sentences what is wrong with a command line, and what to do.</summary>
public static class CommandMistakes
{
    /// <returns>One sentence a mistake; empty where there is none.</returns>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0) return [];
        var command = parsed.CommandResult.Command;
        var mistakes = parsed.UnmatchedTokens.Select(token => Unmatched(token, command))
            .Concat(parsed.Errors.Select(e => e.SymbolResult).Select(Invalid).OfType<string>()).Distinct().ToList();
        if (mistakes.Count == 0) mistakes.Add(command.Subcommands.Count > 0 ? $"请写明要做什么：{Names(command)}。" : "命令写得不对。");
        return [.. mistakes, $"用法请看：gongbao {(command is RootCommand ? "" : command.Name + " ")}--help"];
    }

    private static string Unmatched(string token, Command command) => token switch
    {
        ['-', ..] => $"没有“{token}”这个选项。{Spelling.Mend(token, command.Options.Select(o => o.Name), "")}",
        _ when command.Subcommands.Count > 0 => $"没有“{token}”这个命令。{Spelling.Mend(token, command.Subcommands.Select(c => c.Name), $"可用的有：{Names(command)}。")}",
        _ => $"“{token}”是多余的。",
    };

    private static string? Invalid(SymbolResult? at) => at switch
    {
        OptionResult { Tokens: [] } option => $"选项 {option.Option.Name} 后面缺少值。",
        OptionResult option => $"选项 {option.Option.Name} 的值“{string.Join(' ', option.Tokens.Select(t => t.Value))}”不对。",
        ArgumentResult { Tokens: [] } argument => $"缺少 {argument.Argument.Name}（{argument.Argument.Description?.TrimEnd('。')}）。",
        ArgumentResult argument => $"“{string.Join(' ', argument.Tokens.Select(t => t.Value))}”不能用作 {argument.Argument.Name}。",
        _ => null,
    };

    private static string Names(Command command) => string.Join("、", command.Subcommands.Select(c => c.Name));
}
