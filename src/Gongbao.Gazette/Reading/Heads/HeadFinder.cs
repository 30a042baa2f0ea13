namespace Gongbao.Gazette.Reading;

/// <summary>
/// Finds where documents begin. The number of a document stands alone on its line, below the title (in gazettes) or between the
/// mark of the issuer and the title (on the document itself); a document without number begins with its issuer over a title of
/// its genre, 关于…的通知, that an addressee or a first sentence follows. An order (令) has its number below its own name.
/// </summary>
internal static class HeadFinder
{
    private const int LongestTitle = 12;

    public static IReadOnlyList<DocumentHead> Find(ContentLine[] lines)
    {
        var heads = new List<DocumentHead>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var free = ContentsPages.EndOf(lines);
        var listed = PrintedList.RowsOf(lines);
        for (var i = free; i < lines.Length; i++)
        {
            if (lines[i].Grid is not null || listed.Contains(i))
            {
                free = i + 1;
                continue;
            }
            var head = NumberAt(lines, i) is { } number
                ? TitleAbove(lines, number, free) ?? TitleBelow(lines, number, free)
                : OrderHead.At(lines, i) ?? WithoutNumber(lines, i, free);
            if (head is null) continue;
            heads.Add(head);
            free = head.BodyFrom;
            i = head.BodyFrom - 1;
        }
        return heads;
    }

    /// <summary>One line, or two where the line broke before the year.</summary>
    private static Range? NumberAt(ContentLine[] lines, int i)
    {
        if (NumberShape.IsNumber(lines[i].Text)) return i..(i + 1);
        return i + 1 < lines.Length && lines[i].Text.Length <= 12
            && lines[i].Text[^1] is '发' or '函' or '办' or '字' or '令' or '规' or '任' or '电' or '号' or '告' && lines[i].Text.All(Characters.IsIdeograph)
            && NumberShape.IsNumber(lines[i].Text + lines[i + 1].Text) && NumberShape.YearAndNumber(lines[i + 1].Text) is not null
            ? i..(i + 2) : null;
    }

    private static DocumentHead? TitleAbove(ContentLine[] lines, Range number, int free)
    {
        var below = number.Start.Value;
        if (below <= free || !Titles.Ends(lines[below - 1].Text)) return null;
        DocumentHead? fallback = null;
        for (var start = below - 1; start >= Math.Max(free, below - LongestTitle); start--)
        {
            var text = lines[start].Text;
            if (!Titles.MayHold(text)) break;
            if (Offices.NameBefore(text) is > 0 and var prefix)
                return Head(lines, start..start, start..below, prefix, number, start, number.End.Value);
            if (start > free && Offices.IsName(lines[start - 1].Text) && !IsSigned(lines, start - 1))
            {
                var head = Head(lines, IssuersAbove(lines, start, free)..start, start..below, 0, number, 0, number.End.Value);
                if (Lexicon.StartsWithAny(text, Lexicon.TitleStarts)) return head;
                fallback ??= head;
            }
            else if (start == free && Lexicon.StartsWithAny(text, Lexicon.TitleStarts))
                return Head(lines, start..start, start..below, 0, number, start, number.End.Value);
        }
        return fallback;
    }

    private static DocumentHead? TitleBelow(ContentLine[] lines, Range number, int free)
    {
        var above = number.Start.Value;
        var mark = above > free && IsIssuerMark(lines[above - 1].Text) ? IssuersAbove(lines, above, free) : above;
        var from = number.End.Value;
        var title = from;
        while (title < lines.Length && title - from < 6 && Offices.IsName(lines[title].Text)) title++;
        if (title >= lines.Length || TitleEnd(lines, title) is not { } end) return null;
        var prefix = title == from ? Offices.NameBefore(lines[title].Text) : 0;
        if (prefix == 0 && title == from && mark == above && !Lexicon.StartsWithAny(lines[title].Text, Lexicon.TitleStarts)) return null;
        var issuers = title > from ? from..title : mark..above;
        return Head(lines, issuers, title..end, prefix, number, mark, end);
    }

    private static DocumentHead? WithoutNumber(ContentLine[] lines, int i, int free)
    {
        var text = lines[i].Text;
        var prefix = Offices.NameBefore(text);
        var starts = Lexicon.StartsWithAny(text, Lexicon.TitleStarts);
        if (prefix == 0 && !(starts && i > free && Offices.IsName(lines[i - 1].Text) && !IsSigned(lines, i - 1))) return null;
        if (TitleEnd(lines, i) is not { } end || end >= lines.Length || NumberAt(lines, end) is not null) return null;
        if (!BeginsBody(lines, end)) return null;
        var issuers = prefix > 0 ? i : IssuersAbove(lines, i, free);
        return Head(lines, issuers..i, i..end, prefix, end..end, issuers, end);
    }

    /// <summary>Behind a title stands to whom it goes, or in brackets the day it was adopted.</summary>
    private static bool BeginsBody(ContentLine[] lines, int at)
    {
        for (var i = at; i < Math.Min(lines.Length, at + 8); i++)
        {
            var text = lines[i].Text;
            if (text.EndsWith('：') || text.EndsWith(':')) return i > at || !Markers.StartsWithMarker(text);
            if (text.Contains('。') || Markers.StartsWithMarker(text)) return false;
        }
        return false;
    }

    /// <summary>The end of a title that begins at a line: the first line that ends in a kind of document.</summary>
    private static int? TitleEnd(ContentLine[] lines, int from)
    {
        for (var i = from; i < Math.Min(lines.Length, from + LongestTitle) && Titles.MayHold(lines[i].Text); i++)
        {
            if (i > from && NumberAt(lines, i) is not null) return null;
            if (Titles.Ends(lines[i].Text) && (i + 1 >= lines.Length || !Titles.Continues(lines[i].Text, lines[i + 1].Text))) return i + 1;
        }
        return null;
    }

    private static int IssuersAbove(ContentLine[] lines, int title, int free)
    {
        var first = title - 1;
        while (first - 1 >= free && title - first < 8 && Offices.IsName(lines[first - 1].Text) && SignsBelow(lines, lines[first - 1].Text, title)) first--;
        return first;
    }

    /// <summary>Joint issuers all sign: a name over the issuer's belongs to the head only if it comes again as a signature.</summary>
    private static bool SignsBelow(ContentLine[] lines, string name, int from)
    {
        for (var i = from; i < Math.Min(lines.Length, from + 400); i++)
        {
            if (NumberShape.IsNumber(lines[i].Text) && i > from + LongestTitle) return false;
            if (lines[i].Text == name) return true;
        }
        return false;
    }

    /// <summary>A name over a date is a signature, which ends a document.</summary>
    private static bool IsSigned(ContentLine[] lines, int i) => i + 1 < lines.Length && DateShape.TryRead(lines[i + 1].Text, out _);

    /// <summary>清河市人民政府文件, 清河市人民政府办公室: the red mark over the number of a document printed by itself.</summary>
    private static bool IsIssuerMark(string text) =>
        Offices.IsName(text) || text.EndsWith("文件", StringComparison.Ordinal) && Offices.IsName(text.AsSpan(0, text.Length - 2));

    private static DocumentHead Head(ContentLine[] lines, Range issuers, Range title, int prefix, Range number, int from, int body)
    {
        _ = lines;
        var first = Math.Min(issuers.Start.Value, Math.Min(title.Start.Value, number.Start.Value));
        return new() { Issuers = issuers, Title = title, IssuerInTitle = prefix, Number = number, From = from > 0 ? Math.Min(from, first) : first, BodyFrom = body };
    }
}
