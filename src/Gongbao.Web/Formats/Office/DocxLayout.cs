namespace Gongbao.Web.Formats.Office;

/// <summary>
/// The layout of official documents (GB/T 9704—2012): A4, the text block 156 mm by 225 mm with 22 lines of 28 characters, body in Fangsong
/// of size 3 (16 pt), title in Xiaobiaosong of size 2 (22 pt), headings of the first level in Hei, of the second in Kai. Lengths are in
/// twentieths of a point, sizes in half points.
/// </summary>
public static class DocxLayout
{
    /// <summary>37 mm above, 28 mm at the bound edge; what the text block leaves of the sheet on the other sides; the page number 7 mm under the block.</summary>
    public const string Section = """
        <w:sectPr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="580"/></w:sectPr>
        """;

    /// <summary>The sheet turned by a quarter, for wide tables: the bound edge above, 35 mm and 37 mm at the sides.</summary>
    public static string Landscape { get; } = Section
        .Replace("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>", "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>", StringComparison.Ordinal)
        .Replace("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\"", "w:top=\"1588\" w:right=\"2098\" w:bottom=\"1474\" w:left=\"1984\"", StringComparison.Ordinal);

    /// <summary>Twentieths of a point between the sides: 156 mm.</summary>
    public const int TextWidth = 8844;

    /// <summary>Twentieths of a point between the sides of <see cref="Landscape"/>.</summary>
    public const int LandscapeWidth = 12756;

    /// <summary>Two characters at the beginning of a paragraph.</summary>
    public const string FirstLine = "<w:pPr><w:ind w:left=\"0\" w:firstLineChars=\"200\" w:firstLine=\"640\"/></w:pPr>";

    public const string Settings = """
        <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """;

    public static string Styles { get; } = """
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>
        """ + Ordered(Fangsong, 32, Closer) + """
        <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
        """
        + Style("Normal", "正文", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>", Fangsong, 32, isDefault: true)
        + Style("Mark", "发文机关标志", "<w:spacing w:before=\"0\" w:line=\"960\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>", Song, 72, "<w:b/><w:color w:val=\"C8102E\"/>")
        + Style("Number", "发文字号", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"16\" w:space=\"11\" w:color=\"C8102E\"/></w:pBdr><w:spacing w:before=\"1160\" w:after=\"1160\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>", Fangsong, 32)
        + Style("Title", "标题", "<w:keepNext/><w:spacing w:after=\"580\" w:line=\"700\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>", Song, 44, "<w:b/>")
        + Style("Addressees", "主送机关", "<w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"both\"/>", Fangsong, 32)
        + Style("Level1", "一级标题", "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/><w:outlineLvl w:val=\"1\"/>", Hei, 32)
        + Style("Level2", "二级标题", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/><w:outlineLvl w:val=\"2\"/>", Kai, 32)
        + Style("Division", "章节", "<w:keepNext/><w:spacing w:before=\"290\" w:after=\"290\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"1\"/>", Hei, 32)
        + Style("Signature", "署名", "<w:keepNext/><w:spacing w:before=\"1160\"/><w:ind w:rightChars=\"200\" w:right=\"640\" w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"right\"/>", Fangsong, 32)
        + Style("Dated", "成文日期", "<w:ind w:rightChars=\"400\" w:right=\"1280\" w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"right\"/>", Fangsong, 32)
        + Style("AttachmentNote", "附件说明", "<w:spacing w:before=\"580\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", Fangsong, 32)
        + Style("AttachmentName", "附件名称", "<w:ind w:leftChars=\"500\" w:left=\"1600\" w:firstLine=\"0\" w:firstLineChars=\"0\"/>", Fangsong, 32)
        + Style("AttachmentLabel", "附件", "<w:pageBreakBefore/><w:spacing w:after=\"580\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>", Hei, 32)
        + Style("Centred", "居中", "<w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>", Kai, 32)
        + Style("AsOf", "截至某日的文本", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"6\" w:color=\"auto\"/></w:pBdr><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>", Kai, 24)
        + Style("Group", KnownStyles.Group, "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"360\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>", Fangsong, 24)
        + Style("Cell", KnownStyles.Cell, "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"360\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>", Fangsong, 24)
        + Style("SheetTitle", "一页标题", "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"700\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>", Song, 44, "<w:b/>")
        + Style("SheetByline", "一页说明", "<w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"160\" w:line=\"360\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>", Kai, 24)
        + Style("SheetText", "一页正文", "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"360\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"480\"/><w:jc w:val=\"both\"/>", Fangsong, 24)
        + Style("Small", KnownStyles.Small, "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"300\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>", Fangsong, 21)
        + "</w:styles>";

    /// <summary>28 characters of 16 pt are wider than the text block; each gives up a quarter of a point.</summary>
    private const string Closer = "<w:spacing w:val=\"-5\"/>";

    private const string Fangsong = "仿宋_GB2312";
    private const string Song = "方正小标宋简体";
    private const string Hei = "黑体";
    private const string Kai = "楷体_GB2312";

    /// <summary>Odd pages bear their number at the right, even ones at the left, one character from the edge: — 1 —.</summary>
    public static string Footer(bool isEven) => $"""
        <w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Addressees"/><w:ind w:{(isEven ? "left" : "right")}Chars="100" w:{(isEven ? "left" : "right")}="280"/><w:jc w:val="{(isEven ? "left" : "right")}"/></w:pPr>{Number("<w:t xml:space=\"preserve\">— </w:t>")}{Number("<w:fldChar w:fldCharType=\"begin\"/>")}{Number("<w:instrText>PAGE</w:instrText>")}{Number("<w:fldChar w:fldCharType=\"separate\"/>")}{Number("<w:t>1</w:t>")}{Number("<w:fldChar w:fldCharType=\"end\"/>")}{Number("<w:t xml:space=\"preserve\"> —</w:t>")}</w:p></w:ftr>
        """;

    private static string Number(string content) => $"<w:r><w:rPr>{Font("宋体", 28)}</w:rPr>{content}</w:r>";

    private static string Font(string name, int size) => $"<w:rFonts w:ascii=\"{name}\" w:hAnsi=\"{name}\" w:eastAsia=\"{name}\" w:cs=\"{name}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>";

    /// <summary>Lines of a fixed height unless the style sets another.</summary>
    private static string Style(string id, string name, string paragraph, string font, int size, string run = "", bool isDefault = false) =>
        $"<w:style w:type=\"paragraph\" {(isDefault ? "w:default=\"1\" " : "")}w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:qFormat/><w:pPr>{WithLine(paragraph)}</w:pPr><w:rPr>{Ordered(font, size, run)}</w:rPr></w:style>";

    private static string WithLine(string paragraph)
    {
        if (paragraph.Contains("w:lineRule", StringComparison.Ordinal)) return paragraph;
        const string Line = "w:line=\"580\" w:lineRule=\"exact\"";
        return paragraph.Contains("<w:spacing ", StringComparison.Ordinal)
            ? paragraph.Replace("<w:spacing ", $"<w:spacing {Line} ", StringComparison.Ordinal)
            : paragraph.Insert(paragraph.IndexOf("<w:ind ", StringComparison.Ordinal), $"<w:spacing {Line}/>");
    }

    /// <summary>The schema wants fonts, then weight and colour, then sizes.</summary>
    private static string Ordered(string font, int size, string run) => Font(font, size) is var all && all.IndexOf("<w:sz ", StringComparison.Ordinal) is var at ? all[..at] + run + all[at..] : "";
}
