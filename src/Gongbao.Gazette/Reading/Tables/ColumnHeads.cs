using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>Finds the heads of columns among the lines of a part.</summary>
internal static class ColumnHeads
{
    private const int MostPieces = 4;
    private static readonly SearchValues<char> Gaps = SearchValues.Create(" \t　|｜");

    /// <summary>Words of a line that white space sets apart.</summary>
    private readonly record struct Piece(string Text, int From, int To, int Line, Span Printed)
    {
        public ReadOnlySpan<char> Words => Text.AsSpan(From, To - From);

        public bool MayBeginHead => To - From <= HeadWords.LongestPrinted && HeadWords.MayBegin(Text[From]);
    }

    /// <summary>A head of one column, alone or among others.</summary>
    internal readonly record struct HeadWord(Column Column, int From, int To);

    /// <summary>Every place where heads stand together, in order.</summary>
    public static IReadOnlyList<ColumnHead> Find(IReadOnlyList<HeadWord> found)
    {
        var heads = new List<ColumnHead>();
        var words = new List<HeadWord>();
        foreach (var word in found)
        {
            if (words.Count > 0 && word.From > words[^1].To) Close();
            words.Add(word);
        }
        Close();
        return heads;

        void Close()
        {
            if (words.Count > 1 && new ColumnHead([.. words.Select(w => w.Column)], words[0].From, words[^1].To) is { IsTable: true } head) heads.Add(head);
            words.Clear();
        }
    }

    /// <summary>
    /// Heads that each stand over their own column, in a text where the columns come one after another: one head alone, the column's
    /// lines, the next head; the same heads again on every page. Null when they do not.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ColumnHead>>? Apart(List<HeadWord> words, int lines)
    {
        var first = words.FindIndex(w => w.From <= 4);
        if (words.Count < 3 || first < 0) return null;
        var period = Period(words, lines);
        if (period < 3 || !new ColumnHead([.. words.Take(period).Select(w => w.Column)], 0, lines).IsTable) return null;
        var pages = new List<IReadOnlyList<ColumnHead>>();
        List<ColumnHead> page = [];
        var next = 0;
        foreach (var word in words)
        {
            if (word.Column.Head == words[0].Column.Head && page.Count > 0 && next >= Math.Min(period, 3))
            {
                pages.Add(page);
                (page, next) = ([], 0);
            }
            var at = words.FindIndex(next, Math.Max(0, period - next), w => w.Column.Head == word.Column.Head);
            if (at < 0) continue;
            page.Add(new([word.Column], word.From, word.To));
            next = at + 1;
        }
        pages.Add(page);
        return pages;
    }

    /// <summary>How many heads a page has: up to where the first comes back.</summary>
    private static int Period(List<HeadWord> words, int lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && words[i].Column.Head == words[0].Column.Head) return i;
            if (!seen.Add(words[i].Column.Head)) return 0;
        }
        return words.Count <= 12 && words[^1].To <= lines ? words.Count : 0;
    }

    /// <summary>Heads, longest first; the pieces of one may stand on lines below one another.</summary>
    public static List<HeadWord> Words(SourceText source, TableLine[] lines)
    {
        var words = new List<HeadWord>();
        var pieces = Pieces(source, lines);
        for (var i = 0; i < pieces.Count; i++)
        {
            for (var count = pieces[i].MayBeginHead ? Math.Min(MostPieces, pieces.Count - i) : 0; count > 0; count--)
            {
                if (Role(pieces, i, count) is not { } word) continue;
                words.Add(new(word, pieces[i].Line, pieces[i + count - 1].Line + 1));
                i += count - 1;
                break;
            }
        }
        return words;
    }

    private static Column? Role(List<Piece> pieces, int at, int count)
    {
        System.Span<char> text = stackalloc char[HeadWords.LongestPrinted];
        var length = 0;
        for (var i = at; i < at + count; i++)
        {
            if (i > at && (pieces[i].Line != pieces[i - 1].Line + 1 || length > HeadWords.Longest)) return null;
            if (!pieces[i].Words.TryCopyTo(text[length..])) return null;
            length += pieces[i].Words.Length;
        }
        if (HeadWords.RoleOf(text[..length]) is not { } role) return null;
        var printed = new Span[count];
        for (var i = 0; i < count; i++) printed[i] = pieces[at + i].Printed;
        return new(text[..length].ToString(), role) { Pieces = printed };
    }

    private static List<Piece> Pieces(SourceText source, TableLine[] lines)
    {
        var pieces = new List<Piece>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Width > 60 || lines[i].Text[^1] is '。' or '，' or '、') continue;
            var text = source[lines[i].Line.Span];
            var spread = lines[i].Text.Length <= 4 && text.Trim().Length > lines[i].Text.Length && HeadWords.RoleOf(lines[i].Text) is not null;
            if (spread)
            {
                pieces.Add(new(lines[i].Text, 0, lines[i].Text.Length, i, lines[i].Line.Span));
                continue;
            }
            foreach (var range in text.SplitAny(Gaps))
            {
                var piece = text[range].Trim();
                if (piece.Length == 0) continue;
                text.Overlaps(piece, out var from);
                var printed = new Span(lines[i].Line.From + from, lines[i].Line.From + from + piece.Length);
                pieces.Add(new(source.Text, printed.From, printed.To, i, printed));
            }
        }
        return pieces;
    }
}
