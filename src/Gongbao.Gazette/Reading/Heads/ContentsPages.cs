namespace Gongbao.Gazette.Reading;

/// <summary>The contents of an issue (目录), which names every document without being one.</summary>
internal static class ContentsPages
{
    private const int Reach = 400;

    /// <summary>The first line behind the contents; 0 where there are none.</summary>
    public static int EndOf(ContentLine[] lines)
    {
        var mark = MarkOf(lines);
        if (mark < 0) return 0;
        var last = mark;
        for (int i = mark + 1, quiet = 0; i < Math.Min(lines.Length, mark + Reach) && quiet < 8; i++)
        {
            if (IsEntryEnd(lines[i].Text)) (last, quiet) = (i, 0);
            else quiet++;
        }
        return last + 1;
    }

    /// <summary>The line 目录; -1 where there is none near the beginning.</summary>
    public static int MarkOf(ContentLine[] lines)
    {
        for (var i = 0; i < Math.Min(lines.Length, 200); i++)
            if (lines[i].Text is "目录" or "本期目录" or "目次" or "要目" or "本期要目") return i;
        return -1;
    }

    /// <summary>An entry ends in dots and a page, or in a page in brackets.</summary>
    private static bool IsEntryEnd(string text)
    {
        var end = text.AsSpan().TrimEnd("）)");
        var digits = 0;
        while (digits < end.Length && digits < 4 && Characters.IsDigit(end[^(digits + 1)])) digits++;
        if (digits == 0 || digits == end.Length) return false;
        return end[^(digits + 1)] is '…' or '.' or '·' or '．' or '（' or '(' or '/' or '-' or '—' || text.Contains('…') || text.Contains("...");
    }
}
