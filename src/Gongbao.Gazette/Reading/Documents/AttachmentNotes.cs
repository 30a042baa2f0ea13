namespace Gongbao.Gazette.Reading;

/// <summary>Reads the marks and names of attachments (附件、附件说明).</summary>
internal static class AttachmentNotes
{
    private const int MostLines = 40;

    /// <summary>Whether a line is the mark over the body of an attachment: 附件, 附件1, 附件二：.</summary>
    public static bool IsMark(string text)
    {
        if (!text.StartsWith("附件", StringComparison.Ordinal) || text.Length > 6) return false;
        var rest = text.AsSpan(2).TrimEnd("：:");
        foreach (var c in rest)
            if (!Characters.IsDigit(c) && !"一二三四五六七八九十".Contains(c)) return false;
        return true;
    }

    /// <summary>Whether a line begins the names of the attachments: 附件：1．….</summary>
    public static bool BeginsNote(ContentLine[] lines, int i, int to)
    {
        var text = lines[i].Text;
        if (!text.StartsWith("附件", StringComparison.Ordinal) || text.Length < 3 || text[2] is not ('：' or ':')) return false;
        return text.Length > 3 || i + 1 < to && Markers.TryRead(lines[i + 1].Text) is { Value: 1 };
    }

    /// <summary>The index behind the last line of the names.</summary>
    public static int EndOf(ContentLine[] lines, int from, int to, Func<int, bool> beginsPart)
    {
        var numbered = Markers.TryRead(lines[from].Text.AsSpan(Math.Min(3, lines[from].Text.Length))) is not null || lines[from].Text.Length <= 3;
        var widest = lines[from].Width;
        var i = from + 1;
        for (; i < Math.Min(to, from + MostLines); i++)
        {
            if (IsMark(lines[i].Text) || beginsPart(i)) break;
            var item = Markers.TryRead(lines[i].Text) is { Style: MarkerStyle.Dotted };
            if (item && !numbered) break;
            if (!item && lines[i - 1].Width < widest - 10 && Lexicon.EndsWithAny(lines[i - 1].Text, Lexicon.TextEndings)) break;
            if (lines[i].Text.Contains('。')) break;
            widest = Math.Max(widest, lines[i].Width);
        }
        return i;
    }

    /// <summary>The names, without their numbers.</summary>
    public static IReadOnlyList<Found<string>> Read(SourceText source, ContentLine[] lines, int from, int to)
    {
        var names = new List<Found<string>>();
        var start = from;
        for (var i = from + 1; i <= to; i++)
        {
            if (i < to && Markers.TryRead(lines[i].Text) is not { Style: MarkerStyle.Dotted }) continue;
            var joined = JoinedText.Of(source, lines, start, i);
            var skip = joined.Text.StartsWith('附') ? joined.Text.IndexOfAny(['：', ':']) + 1 : 0;
            skip += joined.Text.AsSpan(skip).Length - joined.Text.AsSpan(skip).TrimStart().Length;
            if (Markers.TryRead(Characters.Compact(joined.Text.AsSpan(skip))) is { Style: MarkerStyle.Dotted } marker) skip += marker.Length;
            var name = Characters.Compact(joined.Text.AsSpan(Math.Min(skip, joined.Text.Length))).TrimEnd('。', '；');
            if (name.Length > 0) names.Add(new(name, joined.SpanOf(skip, joined.Text.Length)));
            start = i;
        }
        return names;
    }
}
