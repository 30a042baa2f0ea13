using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>Finds the numbers of other documents that running text cites: 《…》（清府办发〔2021〕6号）.</summary>
internal static class Citations
{
    private const string Opening = "〔[［(（【﹝";
    private const string Closing = "〕]］)）】﹞";
    private static readonly SearchValues<char> Openings = SearchValues.Create(Opening);
    private const int LongestCode = 14;
    private const int LongestNumber = 8;

    /// <summary>Words of a sentence that may run into a document's code, where no bracket keeps them apart.</summary>
    private static readonly string[] Before =
        ["根据", "按照", "依据", "依照", "参照", "执行", "落实", "废止", "印发", "转发", "精神", "文件", "下发", "以及", "原", "和", "与", "及", "由", "经", "以", "的", "对", "将", "是", "按", "见"];

    public static void Read(IReadOnlyList<Passage> passages, List<Found<string>> cites)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            var text = passage.Text.Text;
            for (var i = 1; i + 6 < text.Length; i++)
            {
                if (text.AsSpan(i).IndexOfAny(Openings) is not (>= 0 and var next)) break;
                i += next;
                if (i + 6 >= text.Length || text[i + 5] != Closing[Opening.IndexOf(text[i])]) continue;
                var to = NumberEnd(text, i + 6);
                if (to < 0) continue;
                var from = CodeStart(text, i);
                if (NumberShape.Normalise(text.AsSpan(from, to - from)) is { } number && seen.Add(number))
                    cites.Add(new(number, passage.Text.SpanOf(from, to)));
            }
        }
    }

    private static int NumberEnd(string text, int from)
    {
        for (var i = from; i < Math.Min(text.Length, from + LongestNumber); i++)
        {
            if (text[i] == '号') return i > from ? i + 1 : -1;
            if (!Characters.IsDigit(text[i]) && text[i] != '第' && !char.IsWhiteSpace(text[i])) return -1;
        }
        return -1;
    }

    private static int CodeStart(string text, int bracket)
    {
        var from = bracket;
        while (from > 0 && bracket - from < LongestCode && Characters.IsIdeograph(text[from - 1])) from--;
        if (from > 0 && text[from - 1] is '（' or '(') return from;
        var start = from;
        foreach (var word in Before)
        {
            var at = text.LastIndexOf(word, bracket - 1, bracket - from, StringComparison.Ordinal);
            if (at >= from && at + word.Length < bracket) start = Math.Max(start, at + word.Length);
        }
        return start;
    }
}
