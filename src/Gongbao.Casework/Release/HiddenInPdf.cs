using Gongbao.Platform.Packages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace Gongbao.Casework.Release;

/// <summary>What a PDF carries unseen: text under boxes, annotations, attachments, scripts, earlier versions of itself.</summary>
internal static class HiddenInPdf
{
    private const int MostPages = 2_000;

    /// <summary>How near two colours are taken for one, as the sum of the differences of red, green and blue, each from 0 to 1.</summary>
    private const double Near = 0.25;

    public static IEnumerable<HiddenFinding> Find(byte[] bytes)
    {
        var found = new List<HiddenFinding>();
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (document.NumberOfPages > MostPages) throw new UnreadableFile("too-many-pages", $"PDF 有 {document.NumberOfPages} 页，超过一次检查的上限 {MostPages} 页；请分开后再检查。");
            Properties(document, found);
            for (var number = 1; number <= document.NumberOfPages; number++) OfPage(document.GetPage(number), found);
            if (document.TryGetForm(out var form) && form.Fields.Count > 0) found.Add(new(HiddenKind.FormField, "表单", "PDF 里有可以填写的表单，填过的内容可能看不见却还在。请打印成新的 PDF 后再公开。"));
            if (document.Advanced.TryGetEmbeddedFiles(out var files) && files.Count > 0) found.Add(new(HiddenKind.Embedded, "附件", "PDF 里夹带着附件，请删除后再公开。"));
        }
        catch (UnreadableFile)
        {
            throw;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The parser throws whatever its way through a broken file leads to.
            throw new UnreadableFile("damaged", "PDF 读不完整，可能已损坏或者加了密码，没有检查；请重新导出后再公开。");
        }
        OfBytes(bytes, found);
        return found;
    }

    private static void Properties(PdfDocument document, List<HiddenFinding> found)
    {
        foreach (var (name, value) in ((string, string?)[])[("作者", document.Information.Author), ("主题", document.Information.Subject), ("关键词", document.Information.Keywords)])
            if (!string.IsNullOrWhiteSpace(value)) found.Add(new(HiddenKind.Property, "文件属性", $"PDF 的属性里填有“{name}”，请清除后再公开。"));
    }

    private static void OfPage(Page page, List<HiddenFinding> found)
    {
        var place = $"第{page.Number}页";
        if (page.Letters.Any(l => l.RenderingMode == TextRenderingMode.Neither && !string.IsNullOrWhiteSpace(l.Value)))
            found.Add(new(HiddenKind.HiddenText, place, $"{place}有看不见的文字（多为扫描件的识别结果），遮盖图像并不能去掉它。请打印成新的图像后再公开。"));
        var boxes = page.Paths.Where(p => p.IsFilled && p.GetBoundingRectangle() is not null).Select(p => (Box: p.GetBoundingRectangle()!.Value, Colour: Rgb(p.FillColor))).ToList();
        if (page.Letters.Any(l => !string.IsNullOrWhiteSpace(l.Value) && l.RenderingMode != TextRenderingMode.Neither && IsCovered(l, boxes)))
            found.Add(new(HiddenKind.CoveredText, place, $"{place}有与底色相同、或者被色块盖住的文字，选中复制就能读到。请删除文字本身，不要只遮盖。"));
        if (page.GetAnnotations().Any(a => a.Type is not UglyToad.PdfPig.Annotations.AnnotationType.Link))
            found.Add(new(HiddenKind.Comment, place, $"{place}有批注、图章一类的标注，移开它能看到下面的内容。请打印成新的 PDF 后再公开。"));
    }

    /// <summary>
    /// Whether a letter has the colour of the box that was painted last where it stands, or of the paper. Text under a box of another colour, as black under white, looks the same
    /// to this as text beside its ground, and is not found.
    /// </summary>
    private static bool IsCovered(Letter letter, List<(PdfRectangle Box, (double R, double G, double B) Colour)> boxes)
    {
        var at = letter.BoundingBox.Centroid;
        var ground = boxes.FindLastIndex(b => at.X >= b.Box.Left && at.X <= b.Box.Right && at.Y >= b.Box.Bottom && at.Y <= b.Box.Top);
        return IsNear(Rgb(letter.Color), ground < 0 ? (1, 1, 1) : boxes[ground].Colour);
    }

    private static bool IsNear((double R, double G, double B) one, (double R, double G, double B) other) => Math.Abs(one.R - other.R) + Math.Abs(one.G - other.G) + Math.Abs(one.B - other.B) < Near;

    /// <summary>What has no colour is black, as the format says.</summary>
    private static (double R, double G, double B) Rgb(IColor? colour)
    {
        try
        {
            return colour?.ToRGBValues() is var (r, g, b) ? (r, g, b) : (0, 0, 0);
        }
        catch (Exception pattern) when (pattern is InvalidOperationException or NotSupportedException)
        {
            return (0.5, 0.5, 0.5);   // a pattern or a shading has no single colour
        }
    }

    /// <summary>What is not on a page.</summary>
    private static void OfBytes(ReadOnlySpan<byte> bytes, List<HiddenFinding> found)
    {
        if (bytes.IndexOf("/JavaScript"u8) >= 0 || bytes.IndexOf("/JS "u8) >= 0 || bytes.IndexOf("/JS("u8) >= 0) found.Add(new(HiddenKind.Script, "脚本", "PDF 里带有脚本，请打印成新的 PDF 后再公开。"));
        if (Ends(bytes) > (bytes.IndexOf("/Linearized"u8) >= 0 ? 2 : 1)) found.Add(new(HiddenKind.EarlierVersion, "以前的版本", "PDF 是在原文件后面追加保存的，修改以前的内容还在里面。请打印成新的 PDF 后再公开。"));
    }

    private static int Ends(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (int at; (at = bytes.IndexOf("%%EOF"u8)) >= 0; bytes = bytes[(at + 5)..]) count++;
        return count;
    }
}
