using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;

namespace Gongbao;

/// <summary>The help of the commands in Chinese (帮助). The library lays it out; its own words, which it has in English only, are put into Chinese here.</summary>
internal static partial class ChineseHelp
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["Description:"] = "说明：",
        ["Usage:"] = "用法：",
        ["Arguments:"] = "参数：",
        ["Options:"] = "选项：",
        ["Commands:"] = "命令：",
        ["[default: "] = "[默认：",
        [" (REQUIRED)"] = "（必填）",
        [" [command]"] = " [命令]",
        [" [options]"] = " [选项]",
        ["  Gongbao"] = "  gongbao",
    };

    public static bool IsAskedFor(ParseResult parsed) => parsed.Action is HelpAction;

    /// <summary>Names the library's own options in Chinese.</summary>
    public static void Name(RootCommand root)
    {
        foreach (var option in root.Options)
            option.Description = option switch { HelpOption => "显示帮助", VersionOption => "显示版本", _ => option.Description };
    }

    public static int Write(ParseResult parsed)
    {
        var text = new StringWriter();
        var code = parsed.Invoke(new() { Output = text });
        Console.Write(LibraryWords().Replace(WithoutOthersArguments(text.ToString(), parsed.CommandResult.Command), m => Words[m.Value]));
        return code;
    }

    /// <summary>The library lists the arguments of the command above with those beneath it, which do not take them: <c>basis &lt;clause&gt; declared</c>.</summary>
    private static string WithoutOthersArguments(string help, Command command)
    {
        foreach (var argument in command.Parents.OfType<Command>().SelectMany(p => p.Arguments)) help = help.Replace($" <{argument.Name}>", "", StringComparison.Ordinal);
        return command.Arguments.Count == 0 ? ArgumentSection().Replace(help, "") : help;
    }

    [GeneratedRegex(@"^Arguments:\r?\n(?:[ \t].*\r?\n)+\r?\n", RegexOptions.Multiline)]
    private static partial Regex ArgumentSection();

    [GeneratedRegex(@"^(Description|Usage|Arguments|Options|Commands):(?=\r?$)|\[default: | \(REQUIRED\)| \[command\]| \[options\]|^  Gongbao\b", RegexOptions.Multiline)]
    private static partial Regex LibraryWords();
}
