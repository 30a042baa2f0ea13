using Gongbao.Contracts.Gazette;

namespace Gongbao.Gazette.Formats;

/// <summary>
/// How much of a sheet stands on one page (一页纸), reckoned from the number of characters alone and rather too little than too much, so that word processors
/// and paper show the same rows. Lengths are in points.
/// </summary>
internal static class SheetRoom
{
    /// <summary>The text block of official documents: 156 mm by 225 mm.</summary>
    private const double Width = 442.2;
    private const double Height = 637.8;

    public const double TitleSize = 22;
    public const double TitlePitch = 35;
    public const double TitleGap = 8;

    /// <summary>Words: size 小四, lines of 18 points.</summary>
    public const double TextSize = 12;
    public const double TextPitch = 18;

    /// <summary>The list: size 五号. On paper its lines stand closer and each cell is padded above and below, in a word processor the other way round.</summary>
    public const double CellSize = 10.5;
    private const double PaperPitch = CellSize * 1.35;
    private const double PaperPadding = 7;
    private const double WordPitch = 15;
    private const double WordPadding = 1;
    private const double CellPadding = 5.4;

    private const double Gap = 16;

    /// <summary>What is kept free for lines that break earlier than they have to.</summary>
    private const double Spare = 24;

    /// <summary>The share of its own height that a digit or a Latin letter takes.</summary>
    private const double Narrow = 0.6;

    public static OfficialSheet Fit(OfficialSheet sheet)
    {
        var words = TitleGap + TitlePitch * Lines(sheet.Title, TitleSize, Width) + TextPitch * (Lines(sheet.Byline, TextSize, Width) + sheet.Paragraphs.Sum(p => Lines("　　" + p, TextSize, Width)));
        var rest = Height - Spare - words;
        var last = new OfficialList(sheet.Table, sheet.Weights, sheet.Rest);
        if (sheet.First is { } first)
        {
            // Between two lists a word processor keeps a line, said or not.
            rest -= TextPitch;
            (first, var used) = Fit(first, Math.Max(rest / 2, rest - Whole(last)));
            rest -= used;
            sheet = sheet with { First = first };
        }
        (last, _) = Fit(last, rest);
        return sheet with { Table = last.Table, LeftOut = last.LeftOut };
    }

    /// <summary>What of a list there is room for, and how much it takes.</summary>
    private static (OfficialList List, double Used) Fit(OfficialList list, double room)
    {
        var all = list.Table.Rows;
        if (Whole(list) is var whole && whole <= room) return (list with { LeftOut = 0 }, whole);
        var (fits, left) = (0, room - Gap - Row(list.Table.Heads, list.Weights) - TextPitch * Lines("　　" + list.Rest(all.Count), TextSize, Width));
        while (fits < all.Count && Row(all[fits], list.Weights) is var height && height <= left)
        {
            left -= height;
            fits++;
        }
        return (list with { Table = list.Table with { Rows = [.. all.Take(fits)] }, LeftOut = all.Count - fits }, room - left);
    }

    private static double Whole(OfficialList list) => list.Table.Rows.Count == 0 ? 0 : Gap + Row(list.Table.Heads, list.Weights) + list.Table.Rows.Sum(r => Row(r, list.Weights));

    private static double Row(IReadOnlyList<string> cells, IReadOnlyList<int> weights)
    {
        var lines = cells.Select((words, i) => Lines(words, CellSize, Width * weights[i] / weights.Sum() - 2 * CellPadding)).Max();
        return Math.Max(lines * PaperPitch + PaperPadding, lines * WordPitch + WordPadding);
    }

    /// <summary>A line breaks before its end where a mark may not begin the next: one character is taken off.</summary>
    private static int Lines(string words, double size, double width) =>
        Math.Max(1, (int)Math.Ceiling(words.Sum(c => char.IsAscii(c) ? Narrow : 1) / Math.Max(1, width / size - 1)));
}
