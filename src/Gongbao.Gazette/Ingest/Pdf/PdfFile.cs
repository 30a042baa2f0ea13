using System.Diagnostics;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Packages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Takes the words out of a PDF that holds text (文字版 PDF), line by line as printed, column by column, a form feed between pages. What page
/// furniture is, where paragraphs end and how tables run is then learnt as from any printed page.
/// </summary>
internal static class PdfFile
{
    private const int FewestLettersOnAPage = 10;

    /// <summary>In a hundred: more characters without a meaning than this and the text is not worth having.</summary>
    private const int MostUnmapped = 1;

    /// <summary>Refusals: <c>gazette.encrypted</c>, <c>gazette.damaged</c>, <c>gazette.scanned</c>, <c>gazette.no-font-map</c>, <c>gazette.too-slow</c>, <c>gazette.too-many-pages</c>, <c>gazette.zip-bomb</c>.</summary>
    public static Result<SourceText> Read(string name, byte[] bytes, FileLimits limits)
    {
        try
        {
            return Pages(name, bytes, limits);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new Refusal("gazette.encrypted", "PDF 加了打开密码，读不出文字；请解除密码后再读。");
        }
        catch (UnreadableFile unreadable)
        {
            return unreadable.In("gazette");
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException))
        {
            // The library has no one exception for a broken file.
            return Unwrapped(broken) ?? new Refusal("gazette.damaged", "PDF 已损坏或不合规范，读不出来；请重新下载，或从原来的文档重新导出后再读。");
        }
    }

    private static Refusal? Unwrapped(Exception broken)
    {
        for (var inner = broken.InnerException; inner is not null; inner = inner.InnerException)
            if (inner is UnreadableFile unreadable) return unreadable.In("gazette");
        return null;
    }

    private static Result<SourceText> Pages(string name, byte[] bytes, FileLimits limits)
    {
        var log = new PdfLog();
        var watch = Stopwatch.StartNew();
        using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, Logger = log, FilterProvider = new BoundedFilters(limits.UnpackedBytes), MaxStackDepth = IngestLimits.Depth });
        if (document.NumberOfPages > limits.Pages)
            return new Refusal("gazette.too-many-pages", $"PDF 有 {document.NumberOfPages} 页，超过一次读入的上限 {limits.Pages} 页；请按期分开后再读。");
        var writer = new LayoutWriter();
        var text = new PdfPageText(writer);
        var (letters, pictures, firstUnmapped) = (0, 0, 0);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var page = document.GetPage(number);
            letters += page.Letters.Count;
            if (page.Letters.Count < FewestLettersOnAPage && page.NumberOfImages > 0) pictures++;
            if (log.UnmappedCharacters > 0 && firstUnmapped == 0) firstUnmapped = number;
            text.Write(page);
            if (watch.Elapsed > limits.Time)
                return new Refusal("gazette.too-slow", $"读到第 {number} 页已用了 {limits.Time.TotalMinutes:0} 分钟，没有读完；请从原来的文档重新导出，或按期分开后再读。");
        }
        text.End();
        if (log.UnmappedCharacters * 100 > letters * MostUnmapped)
            return new Refusal("gazette.no-font-map", $"这份 PDF 的字体没有对照表（从第 {firstUnmapped} 页起），文字读出来会是乱码，没有读取；请从原来的文档重新导出 PDF，或提供 DOCX，或识别文字后再读。");
        if (!writer.HasWords)
            return new Refusal("gazette.scanned", "这份 PDF 里没有文字，多半是扫描的图片；请识别文字后再读，或提供原来的文档。");
        if (log.UnmappedCharacters > 0) writer.Doubt("source.symbols", $"PDF 里有 {log.UnmappedCharacters} 个字符没有对照表，可能读错，请对照原文件核对。", 1);
        if (pictures > 0) writer.Doubt("source.pictures", $"PDF 里有 {pictures} 页只有图片，没有读出文字，请对照原文件核对。", 1);
        return writer.Done(name, bytes, "pdf", isPrinted: true);
    }
}
