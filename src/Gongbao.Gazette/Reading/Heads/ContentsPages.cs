namespace Gongbao.Gazette.Reading;

/// <summary>One entry of the contents.</summary>
/// <param name="Words">What it names, without white space, leaders and page.</param>
/// <param name="Page">The page it gives; null where it gives none that can be read.</param>
/// <param name="Line">Line of its first word, from 1.</param>
/// <param name="Span">From its first character to its last.</param>
internal sealed record ContentsEntry(string Words, int? Page, int Line, Span Span);

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
            if (PageAt(lines[i].Text) > 0) (last, quiet) = (i, 0);
            else quiet++;
        }
        return last + 1;
    }

    /// <summary>The line 目录; -1 where there is none near the beginning.</summary>
    public static int MarkOf(ContentLine[] lines)
    {
        for (var i = 0; i < Math.Min(lines.Length, 200); i++)
            if (lines[i].Text is "目录" or "本期目录" or "目次" || IsSelection(lines[i].Text)) return i;
        return -1;
    }

    /// <summary>Whether a mark announces only the chief documents (要目), not all.</summary>
    public static bool IsSelection(string mark) => mark is "要目" or "本期要目";

    /// <summary>The entries between the mark and the end of the contents; names of sections (栏目) among them are none.</summary>
    public static IReadOnlyList<ContentsEntry> Entries(ContentLine[] lines, int mark, int end)
    {
        var entries = new List<ContentsEntry>();
        var from = mark + 1;
        for (var i = from; i < end; i++)
        {
            var text = lines[i].Text;
            var page = PageAt(text);
            if (page == 0)
            {
                if (i == from && Sections.IsName(text)) from = i + 1;
                continue;
            }
            var words = (i > from ? LineNodes.Compact(lines, from, i).Value : "") + text[..page].TrimEnd(Leaders);
            if (words.Length > 0) entries.Add(new(words, PageNumber.ValueOf(text.AsSpan(page)), lines[from].Number, new(lines[from].Span.From, lines[i].Span.To)));
            from = i + 1;
        }
        return entries;
    }

    private static readonly char[] Leaders = ['…', '.', '·', '．', '（', '(', '/', '-', '—'];

    /// <summary>Where the page stands that ends an entry, behind dots or in brackets; 0 in a line that ends none.</summary>
    private static int PageAt(string text)
    {
        var end = text.AsSpan().TrimEnd("）)");
        var digits = 0;
        while (digits < end.Length && digits < 4 && Characters.IsDigit(end[^(digits + 1)])) digits++;
        if (digits == 0 || digits == end.Length) return 0;
        return Leaders.AsSpan().Contains(end[^(digits + 1)]) || text.Contains('…') || text.Contains("...") ? end.Length - digits : 0;
    }
}
