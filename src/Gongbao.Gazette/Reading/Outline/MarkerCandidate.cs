namespace Gongbao.Gazette.Reading;

/// <summary>A line that may begin a clause.</summary>
/// <param name="At">Index of the line.</param>
/// <param name="Marker">Its number.</param>
/// <param name="IsStrong">Whether the line before it ends a sentence or a heading, so that a clause may begin here.</param>
internal readonly record struct MarkerCandidate(int At, Marker Marker, bool IsStrong)
{
    /// <summary>What behind 第三条 shows that a sentence speaks of the article: an amendment, a repeal.</summary>
    private static readonly string[] SpeaksOf = ["修改为", "修订为", "改为", "中的", "中“", "增加一", "后增加", "之后增加", "同时", "停止执行", "不再执行", "和第", "及第", "与第", "或第", "或者第", "以及第"];

    /// <summary>Words that begin a clause of their own, though they begin as what behind （一） names it: （一）项目管理, not 第（一）项.</summary>
    private static readonly string[] OwnWords = ["项目", "款项", "款物"];

    /// <summary>Finds the candidates among lines, near misses left out: 一、二等奖 is prose.</summary>
    public static List<MarkerCandidate> Find(ContentLine[] lines, int from, int to, int fullWidth)
    {
        var candidates = new List<MarkerCandidate>();
        for (var i = from; i < to; i++)
        {
            if (Markers.TryRead(lines[i].Text) is not { } marker || IsProse(lines[i].Text.AsSpan(marker.Length), marker)) continue;
            var strong = i == from || EndsParagraph(lines[i - 1], fullWidth);
            if (!strong && candidates.Count > 0 && candidates[^1].At == i - 1) strong = true;
            candidates.Add(new(i, marker, strong));
        }
        return candidates;
    }

    /// <summary>Whether a paragraph may end with the line: by its last mark, or because it stops short of the column.</summary>
    public static bool EndsParagraph(ContentLine line, int fullWidth) =>
        line.Text[^1] is '。' or '；' or '：' or '！' or '？' or '〕' or ']' or '】' or '”' or '）' or ':' or ';' || line.Width < fullWidth - 5;

    private static bool IsProse(ReadOnlySpan<char> rest, Marker marker) =>
        rest.Length == 0 && marker.Style is not MarkerStyle.Article
        || rest.Length > 0 && rest[0] is '、' or '，' or '；' or '。' or '至' or '款' or '项' or '）' or '》' && !Lexicon.StartsWithAny(rest, OwnWords)
        || marker.Style is MarkerStyle.Comma && rest.Length > 1 && "一二三四五六七八九十".Contains(rest[0]) && rest[1] is '、' or '等' or '级' or '类' or '届' or '产' or '次'
        || marker.Style is MarkerStyle.Article && Lexicon.StartsWithAny(rest, SpeaksOf)
        || marker.Style is MarkerStyle.Article or MarkerStyle.Chapter or MarkerStyle.Section && rest.Length > 0 && (rest[0] is '的' or '所' or '第' || rest.StartsWith("规定", StringComparison.Ordinal));
}
