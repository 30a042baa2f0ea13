using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>Finds time limits in running text: 2024年7月底前, 30个工作日内, 每年12月底前.</summary>
internal static class TimeMentions
{
    private const string Inside = "年月日底前末个内起之以至到—-～~每半季度周天小时分钟工作上下旬第一二三四两十约初中";
    private const int Longest = 24;
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("每0123456789０１２３４５６７８９");
    private static readonly SearchValues<char> Within = SearchValues.Create(Inside + "0123456789０１２３４５６７８９");

    public static void Read(IReadOnlyList<Passage> passages, int? year, List<TimeMention> times)
    {
        foreach (var passage in passages)
        {
            var text = passage.Text.Text;
            for (var i = 0; i < text.Length; i++)
            {
                if (text.AsSpan(i).IndexOfAny(Beginnings) is not (>= 0 and var next)) break;
                i += next;
                if (i > 0 && (text[i - 1] is '〔' or '[' or '.' or '．' || char.IsAsciiLetter(text[i - 1]))) continue;
                var end = i;
                while (end < text.Length && end - i < Longest && (Within.Contains(text[end]) || char.IsWhiteSpace(text[end]))) end++;
                var found = 0;
                for (var to = end; to > i + 1; to--)
                {
                    if (!EndsTime(text[to - 1]) || Characters.Compact(text.AsSpan(i, to - i)) is var words && !LimitShape.Matches(words)) continue;
                    found = to;
                    if (Dues.Of(words, year) is { } due) times.Add(new(passage.Text.SpanOf(i, to), due));
                    break;
                }
                if (found > 0) i = found - 1;
                else
                    while (i + 1 < text.Length && Characters.IsDigit(text[i]) && Characters.IsDigit(text[i + 1])) i++;
            }
        }
    }

    private static bool EndsTime(char c) => c is '前' or '内' or '底' or '末' or '日' or '月' or '旬' or '度' or '年' or '周' or '天' or '时';
}
