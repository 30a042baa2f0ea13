using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations.Detection;

/// <summary>What must stand around words that count or compare elsewhere, for them to name a place: 条 also counts roads, 项 also tasks.</summary>
internal static class Contexts
{
    private const string NotBeforeQian = "目以之提生事当此日先从空史眼面跟往";
    private const int LongestOffice = 30;

    private static readonly string[] Referring =
        ["依照", "按照", "根据", "依据", "违反", "符合", "适用", "执行", "参照", "属于", "除", "见", "有", "因", "照", "据", "具有", "落实", "对照", "本方案", "本意见", "本通知"];

    private static readonly string[] Referred = ["规定", "的规定", "所列", "所称", "所指", "所规定", "情形", "的情形", "要求", "的要求", "明确", "中", "之", "内容", "行为", "的行为", "列举"];

    private static readonly string[] AfterArticle = ["规定", "的", "所", "中", "之", "情形", "要求", "，", "。", "；", "、", "）", "”", "：", "和", "与", "及", "或", "至", "（", "等", "执行", "明确"];

    private static readonly string[] Joints = ["、", "和", "与", "及", "以及", "或者", "或", "，"];

    private static readonly string[] DocumentWords =
        ["实施细则", "实施办法", "实施方案", "暂行办法", "办法", "条例", "规定", "细则", "规则", "方案", "意见", "通知", "决定", "章程", "规范", "标准", "预案", "公告", "通告", "制度", "要点", "计划", "措施", "规划", "指南", "法"];

    public static bool IsNumeral(char c) => "一二三四五六七八九十".Contains(c);

    /// <summary>Length of the word for a document at the start of a text: 办法 of 办法第三条; 0 where there is none.</summary>
    public static int DocumentWord(ReadOnlySpan<char> text)
    {
        foreach (var word in DocumentWords)
            if (text.StartsWith(word, StringComparison.Ordinal)) return word.Length;
        return 0;
    }

    /// <summary>本条, which is not the beginning of 本条例.</summary>
    public static bool IsThisArticle(string text, int at) => at + 1 < text.Length && text[at + 1] == '条' && (at + 2 >= text.Length || text[at + 2] is not ('例' or '件' or '线' or '目'));

    /// <summary>Behind a word that joins one place to the next; 0 where none stands at the place.</summary>
    public static int Joined(string text, int at)
    {
        foreach (var joint in Joints)
            if (text.AsSpan(at).StartsWith(joint, StringComparison.Ordinal)) return at + joint.Length;
        return 0;
    }

    public static bool Refers(ReadOnlySpan<char> before) => Ends(before, Referring);

    public static bool IsReferred(ReadOnlySpan<char> after) => Starts(after, Referred);

    /// <summary>Whether 第N… without a document's name is a place of the document itself.</summary>
    public static bool NamesPlace(string text, int from, int at, int end, ClausePath path)
    {
        if (path.Last is not null || path.Steps.Count > 1) return true;
        var before = text.AsSpan(from, at - from);
        var after = text.AsSpan(end);
        if (Refers(before)) return path.Steps[0].Kind is ClauseStepKind.Article || after.Length == 0 || Starts(after, AfterArticle);
        return path.Steps[0].Kind is ClauseStepKind.Article ? after.Length == 0 || Starts(after, AfterArticle) : Starts(after, Referred);
    }

    /// <summary>前款, 前两项: what is counted, how many, and behind it; null where 前 is part of another word.</summary>
    public static (PlaceBase Unit, int Count, int End)? Before(string text, int at, int from)
    {
        if (at > from && NotBeforeQian.Contains(text[at - 1])) return null;
        var end = at + 1;
        while (end < text.Length && end - at <= 3 && ChineseNumerals.IsNumeral(text[end])) end++;
        var count = 1;
        if (end > at + 1 && (!ChineseNumerals.TryParse(text.AsSpan(at + 1, end - at - 1), out count) || count is 0 or > 99)) return null;
        if (end >= text.Length) return null;
        PlaceBase? unit = text[end] switch { '条' => PlaceBase.ArticlesBefore, '款' => PlaceBase.ParagraphsBefore, '项' => PlaceBase.ItemsBefore, _ => null };
        return unit is { } known ? (known, count, end + 1) : null;
    }

    /// <summary>The office whose name stands right before a title; null where none does.</summary>
    public static string? OfficeBefore(ReadOnlySpan<char> before)
    {
        var from = before.Length;
        while (from > 0 && before.Length - from < LongestOffice && Characters.IsIdeograph(before[from - 1])) from--;
        var name = before[from..];
        foreach (var word in Referring)
            if (name.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at && at + word.Length < name.Length) name = name[(at + word.Length)..];
        return name.Length >= 3 && Lexicon.EndsWithAny(name, Lexicon.OfficeEndings) ? name.ToString() : null;
    }

    private static bool Starts(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Ends(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
