using System.Text.RegularExpressions;

namespace Gongbao.Kernel.Directory;

/// <summary>The words around names in texts about responsible units: what ends a list, what joins it, and what marks a role.</summary>
internal static partial class DutyWords
{
    private const string Kinds = "(?:单位（部门）|部门（单位）|部门[和及]单位|单位|部门)";

    /// <summary>等, 等部门（单位）, 等有关单位.</summary>
    public static int OthersAt(string text, int at) => BeginsAt(text, at, "等") ? Length(Others(), text, at) : 0;

    /// <summary>和, 及, 以及, 会同.</summary>
    public static int JoinerAt(string text, int at) => BeginsAt(text, at, "以会和及与") ? Length(Joiner(), text, at) : 0;

    /// <summary>牵头单位：, 责任单位：, 由 before names: the role of what follows; null for 由.</summary>
    public static (int Length, DutyRole? Role) HeadAt(string text, int at) => BeginsAt(text, at, "牵主责承配协参由") ? Marked(Head(), text, at) : default;

    /// <summary>牵头, 负责, 配合 after names.</summary>
    public static (int Length, DutyRole? Role) TailAt(string text, int at) => BeginsAt(text, at, "按职分共具牵负配参协") ? Marked(Tail(), text, at) : default;

    /// <summary>（牵头） after one name.</summary>
    public static (int Length, DutyRole? Role) NoteAt(string text, int at) => BeginsAt(text, at, "（") ? Marked(Note(), text, at) : default;

    /// <summary>Whether the words may stand at the place: most places are told by their first character.</summary>
    private static bool BeginsAt(string text, int at, string beginnings) => at < text.Length && beginnings.Contains(text[at]);

    private static int Length(Regex words, string text, int at) => words.Match(text, at) is { Success: true } match ? match.Length : 0;

    private static (int Length, DutyRole? Role) Marked(Regex words, string text, int at)
    {
        var match = words.Match(text, at);
        return (match.Success ? match.Length : 0, match.Success ? RoleOf(match.Groups["role"].Value) : null);
    }

    private static DutyRole? RoleOf(string word) => word switch
    {
        "牵头" or "主办" => DutyRole.Lead,
        "责任" or "负责" or "承办" => DutyRole.Responsible,
        "配合" or "协办" or "参与" or "参加" or "协助" => DutyRole.Supporting,
        _ => null,
    };

    [GeneratedRegex($@"\G等(?:(?:市级|市直)?(?:有关|相关|各)?(?:责任|成员)?{Kinds})?", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(@"\G(?:以及|会同|和|及|与)", RegexOptions.CultureInvariant)]
    private static partial Regex Joiner();

    [GeneratedRegex($@"\G(?:(?<role>牵头|主办|责任|承办|配合|协办|参与|协助){Kinds}：?|由)", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"\G(?:按照?(?:各自)?职责(?:分工)?|分工|共同|分别|具体)?(?<role>牵头|负责|配合|参与|参加|协助)(?:负责|落实|实施)?", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    [GeneratedRegex($@"\G（(?<role>牵头|主办|责任|承办|配合|协办|参与|协助){Kinds}?）", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
