namespace Gongbao.Gazette.Reading;

/// <summary>Reads to whom a document goes (主送机关): the names before the first full-width colon under the head.</summary>
internal static class AddresseeReader
{
    private const int MostLines = 12;

    /// <summary>How groups of addressees are called at their end.</summary>
    private static readonly Endings GroupEndings =
        new("部门", "单位", "机构", "企业", "政府", "乡镇", "街道", "镇", "乡", "园区", "开区", "新区", "县", "区", "市", "校", "行", "组织");

    /// <summary>What ends as the name of a bank does and is a verb.</summary>
    private static readonly Endings Verbs = new("执行", "施行", "实行", "进行", "运行");

    /// <summary>The index behind the last line of the addressees; <paramref name="from"/> where there are none.</summary>
    public static int EndOf(ContentLine[] lines, int from, int to)
    {
        for (var i = from; i < Math.Min(to, from + MostLines); i++)
        {
            var text = lines[i].Text;
            if (text.AsSpan().IndexOfAny('。', '；', '《') >= 0 || Markers.StartsWithMarker(text) || text.StartsWith("附件", StringComparison.Ordinal)) return from;
            if (text[^1] is '：' or ':') return IsNames(lines, from, i + 1) ? i + 1 : from;
            if (text.AsSpan().IndexOfAny('：', ':') >= 0) return from;
        }
        return from;
    }

    public static IReadOnlyList<Found<string>> Read(SourceText source, ContentLine[] lines, int from, int to)
    {
        var joined = JoinedText.Of(source, lines, from, to);
        var names = new List<Found<string>>();
        int start = 0, depth = 0;
        for (var i = 0; i < joined.Text.Length; i++)
        {
            var c = joined.Text[i];
            if (c is '（' or '(') depth++;
            if (c is '）' or ')') depth = Math.Max(0, depth - 1);
            if (depth > 0 || c is not ('，' or '、' or '：' or ':' or ',' or '；')) continue;
            var name = Characters.Compact(joined.Text.AsSpan(start, i - start));
            if (name.Length > 0) names.Add(new(name, joined.SpanOf(start, i)));
            start = i + 1;
        }
        return names;
    }

    /// <summary>The last name ends as names of offices and groups of them do.</summary>
    private static bool IsNames(ContentLine[] lines, int from, int to)
    {
        var text = string.Concat(Enumerable.Range(from, to - from).Select(i => lines[i].Text)).TrimEnd('：', ':');
        if (text.EndsWith('）') && text.LastIndexOf('（') is > 0 and var bracket) text = text[..bracket];
        var last = text[(text.LastIndexOfAny(['，', '、']) + 1)..];
        return text.Length >= 2
            && (Lexicon.EndsWithAny(last, Lexicon.OfficeEndings) || GroupEndings.End(last) && !Verbs.End(last));
    }
}
