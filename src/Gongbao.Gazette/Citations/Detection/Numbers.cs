using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations.Detection;

/// <summary>Finds document numbers (文号) in running text, from the year's bracket or from 令 and 公告 outwards; each look is bounded.</summary>
internal static class Numbers
{
    private const string Opening = "〔[［(（【﹝";
    private const string Closing = "〕]］)）】﹞";
    private const int LongestCode = 14;
    private const int LongestSerial = 9;

    /// <summary>Words of a sentence that may run into a body code, where nothing keeps them apart.</summary>
    private static readonly string[] Before =
    [
        "根据", "按照", "依据", "依照", "参照", "执行", "落实", "废止", "印发", "转发", "精神", "文件", "下发", "以及", "遵照", "违反", "适用", "通过", "发布", "公布",
        "通知", "规定", "办法", "细则", "意见", "决定", "方案", "措施", "规划", "公告", "通告",
        "原", "和", "与", "及", "由", "经", "以", "的", "对", "将", "是", "按", "见", "在", "或", "为", "号", "依",
    ];

    /// <summary>Reads the number whose year stands in the bracket at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bracket">The bracket.</param>
    /// <param name="least">Where the code begins at the earliest.</param>
    public static (int From, int To, string Number)? Bracketed(string text, int bracket, int least)
    {
        if (Opening.IndexOf(text[bracket]) is not (>= 0 and var kind)) return null;
        var close = SkipSpace(text, bracket + 1);
        var year = close;
        while (close < text.Length && close - year < 4 && IsDigit(text[close])) close++;
        if (close - year != 4) return null;
        close = SkipSpace(text, close);
        if (close >= text.Length || text[close] != Closing[kind]) return null;
        var to = SerialEnd(text, close + 1);
        return to < 0 ? null : Found(text, CodeStart(text, bracket, least), to);
    }

    /// <summary>Reads 某某令第N号 or 某某公告2023年第N号 at the 第.</summary>
    public static (int From, int To, string Number)? Ordered(string text, int at, int least)
    {
        var head = at;
        if (head > least && text[head - 1] == '年')
        {
            head--;
            while (head > least && at - head <= 5 && IsDigit(text[head - 1])) head--;
            if (head < least + 2 || !text.AsSpan(0, head).EndsWith("公告")) return null;
        }
        else if (head <= least || text[head - 1] != '令') return null;
        var to = SerialEnd(text, at);
        return to < 0 ? null : Found(text, CodeStart(text, head, least, 24), to);
    }

    private static (int, int, string)? Found(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        return DocumentNumber.Normalise(text[from..to]) is { } number && Characters.IsIdeograph(number[0]) ? (from, to, number) : null;
    }

    /// <summary>Behind the 号; negative where none stands there.</summary>
    private static int SerialEnd(string text, int from)
    {
        for (var (i, digits) = (from, 0); i < Math.Min(text.Length, from + LongestSerial + 2); i++)
        {
            if (text[i] == '号') return digits > 0 ? i + 1 : -1;
            if (IsDigit(text[i]) || ChineseNumerals.IsNumeral(text[i])) digits++;
            else if (text[i] != '第' && !char.IsWhiteSpace(text[i])) return -1;
        }
        return -1;
    }

    private static int CodeStart(string text, int end, int least, int longest = LongestCode)
    {
        var from = end;
        while (from > least && end - from < longest && (Characters.IsIdeograph(text[from - 1]) || text[from - 1] == ' ')) from--;
        var start = from;
        foreach (var word in Before)
        {
            var at = end > from ? text.LastIndexOf(word, end - 1, end - from, StringComparison.Ordinal) : -1;
            if (at >= from && at + word.Length < end) start = Math.Max(start, at + word.Length);
        }
        return start;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static bool IsDigit(char c) => Characters.IsDigit(c);
}
