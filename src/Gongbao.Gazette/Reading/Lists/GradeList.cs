namespace Gongbao.Gazette.Reading;

/// <summary>Reads results of appraisals printed in running text (考核等次): A级：甲县、乙区；B级：丙县。</summary>
internal static class GradeList
{
    private static readonly string[] Words =
    [
        "优秀", "良好", "合格", "基本合格", "不合格", "称职", "基本称职", "不称职", "优秀等次", "良好等次", "合格等次", "优秀单位", "良好单位", "合格单位", "优秀等级", "良好等级", "合格等级",
        "好", "较好", "一般", "较差", "好等次", "较好等次", "一般等次", "达标", "未达标", "先进等次", "优", "良", "中", "差",
    ];

    private const int LongestLabel = 8;
    private const int LongestName = 30;

    public static void Read(IReadOnlyList<Passage> passages, List<GradeRow> grades)
    {
        foreach (var passage in passages)
        {
            var text = passage.Text.Text;
            var labels = Labels(passage.Text);
            for (var i = 0; i < labels.Count; i++)
            {
                var (from, colon) = labels[i];
                var to = i + 1 < labels.Count ? labels[i + 1].From : text.Length;
                var end = text.AsSpan(colon + 1, to - colon - 1).IndexOfAny('。', '；', ';');
                if (end >= 0) to = colon + 1 + end;
                if (Names(passage.Text, colon + 1, to) is { Count: > 0 } names)
                    grades.Add(new(new(Characters.Compact(text.AsSpan(from, colon - from)), passage.Text.SpanOf(from, colon)), names));
            }
        }
    }

    private static List<(int From, int Colon)> Labels(JoinedText joined)
    {
        var labels = new List<(int, int)>();
        var text = joined.Text;
        for (var colon = 1; colon < text.Length; colon++)
        {
            if (text.AsSpan(colon).IndexOfAny('：', ':') is not (>= 0 and var next)) break;
            colon += next;
            for (var length = Math.Min(LongestLabel, colon); length > 0; length--)
            {
                var from = colon - length;
                if (!IsStart(joined, from) || !IsGrade(text.AsSpan(from, length))) continue;
                labels.Add((from, colon));
                break;
            }
        }
        return labels;
    }

    private static bool IsStart(JoinedText joined, int at) =>
        at == 0 || joined.Text[at - 1] is '：' or ':' or '；' or ';' or '。' or '）' || joined.ToSource(at) > joined.ToSource(at - 1) + 1;

    private static bool IsGrade(ReadOnlySpan<char> words)
    {
        Span<char> bare = stackalloc char[LongestLabel];
        var length = 0;
        foreach (var c in words)
            if (!char.IsWhiteSpace(c)) bare[length++] = c is >= 'Ａ' and <= 'Ｚ' ? (char)(c - 'Ａ' + 'A') : c;
        var word = bare[..length];
        if (word.Length == 0) return false;
        if (word[0] is >= 'A' and <= 'F')
        {
            var rest = word[1..].TrimStart("+＋-A");
            return rest is "级" or "等" or "档" or "类" or "等级" or "等次" or "级单位";
        }
        if (word[0] == '第') word = word[1..];
        if (word.Length >= 2 && "特一二三四五".Contains(word[0]) && word[1..] is "等" or "级" or "档" or "类" or "等次" or "档次" or "星级" or "等级" or "类等次") return true;
        foreach (var known in Words)
            if (word.SequenceEqual(known)) return true;
        return false;
    }

    private static List<Found<string>> Names(JoinedText joined, int from, int to)
    {
        var names = new List<Found<string>>();
        int start = from, depth = 0;
        for (var i = from; i <= to; i++)
        {
            var c = i < to ? joined.Text[i] : '、';
            if (c is '（' or '(') depth++;
            if (c is '）' or ')') depth = Math.Max(0, depth - 1);
            if (i < to && (depth > 0 || c is not ('、' or '，' or ','))) continue;
            var name = Characters.Compact(joined.Text.AsSpan(start, i - start));
            if (name.Length > LongestName) return [];
            if (name.Length > 0) names.Add(new(name, joined.SpanOf(start, i)));
            start = i + 1;
        }
        return names;
    }
}
