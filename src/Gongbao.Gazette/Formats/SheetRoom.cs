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
        var all = sheet.Table.Rows;
        var words = TitleGap + TitlePitch * Lines(sheet.Title, TitleSize, Width) + TextPitch * (Lines(sheet.Byline, TextSize, Width) + sheet.Paragraphs.Sum(p => Lines("　　" + p, TextSize, Width)));
        var rest = Height - Spare - words;
        if (all.Count == 0) return sheet with { LeftOut = 0 };
        rest -= Gap + Row(sheet.Table.Heads, sheet.Weights);
        var heights = all.Select(r => Row(r, sheet.Weights)).ToList();
        if (heights.Sum() <= rest) return sheet with { LeftOut = 0 };
        var (fits, room) = (0, rest - TextPitch * Lines("　　" + sheet.Rest(all.Count), TextSize, Width));
        while (fits < all.Count && (room -= heights[fits]) >= 0) fits++;
        return sheet with { Table = sheet.Table with { Rows = [.. all.Take(fits)] }, LeftOut = all.Count - fits };
    }

    private static double Row(IReadOnlyList<string> cells, IReadOnlyList<int> weights)
    {
        var lines = cells.Select((words, i) => Lines(words, CellSize, Width * weights[i] / weights.Sum() - 2 * CellPadding)).Max();
        return Math.Max(lines * PaperPitch + PaperPadding, lines * WordPitch + WordPadding);
    }

    /// <summary>A line breaks before its end where a mark may not begin the next: one character is taken off.</summary>
    private static int Lines(string words, double size, double width) =>
        Math.Max(1, (int)Math.Ceiling(words.Sum(c => char.IsAscii(c) ? Narrow : 1) / Math.Max(1, width / size - 1)));
}
