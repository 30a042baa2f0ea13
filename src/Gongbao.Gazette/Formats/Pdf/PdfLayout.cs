namespace Gongbao.Gazette.Formats.Pdf;

/// <summary>
/// The layout of official documents (GB/T 9704—2012) in points: A4, the text block 156 mm by 225 mm with 22 lines of 28 characters,
/// 37 mm above it and 28 mm to its left.
/// </summary>
internal static class PdfLayout
{
    public const double PageWidth = 210 * Millimetre;
    public const double PageHeight = 297 * Millimetre;
    public const double Left = 28 * Millimetre;
    public const double Top = 37 * Millimetre;
    public const double Width = 156 * Millimetre;
    public const double Height = 225 * Millimetre;

    public const double Pitch = Height / 22;
    public const double Cell = Width / 28;

    /// <summary>Size 3 (三号), 2 (二号) and 4 (四号).</summary>
    public const double BodySize = 16;
    public const double TitleSize = 22;
    public const double SmallSize = 14;

    /// <summary>The issuing mark's top below that of the text block; it is set smaller than this where its name is long.</summary>
    public const double MarkDepth = 35 * Millimetre;
    public const double MarkSize = 42;

    public const double TitlePitch = 35;

    public const double RuleGap = 4 * Millimetre;

    /// <summary>The dash of the page number below the text block.</summary>
    public const double FooterDepth = 7 * Millimetre;

    public const double Millimetre = 72 / 25.4;

    /// <summary>Line breaks may not come before these (避头)…</summary>
    public const string NeverFirst = "，。、；：？！）》」』】〕〉”’…—％‰℃·,.;:?!)]}%";

    /// <summary>… nor behind these (避尾).</summary>
    public const string NeverLast = "（《「『【〔〈“‘([{";
}
