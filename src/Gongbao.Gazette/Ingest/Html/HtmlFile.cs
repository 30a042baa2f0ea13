using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Takes the document out of a page of a government site (政府网站网页): its title, its number where only the page's table of facts gives it, and
/// what stands in the main part of the page. Nothing is fetched and no script is run.
/// </summary>
internal static partial class HtmlFile
{
    private const int LooksLike = 1024;
    private const int LargestHead = 8192;

    /// <summary>Whether the bytes begin as a page does.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        var begin = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LooksLike)]).Replace("\0", "", StringComparison.Ordinal);
        return Begins().IsMatch(begin);
    }

    /// <summary>Refusals: <c>gazette.encoding</c>, <c>gazette.too-deep</c>, <c>gazette.too-large</c>, <c>gazette.empty</c>.</summary>
    public static Result<SourceText> Read(string name, byte[] bytes)
    {
        if (bytes.Length > IngestLimits.PageBytes)
            return new Refusal("gazette.too-large", $"网页有 {bytes.Length / 1024 / 1024} MB，超过一次读入的上限 {IngestLimits.PageBytes / 1024 / 1024} MB；请只保存公文所在的网页再读。");
        if (Decode(bytes) is not { } words)
            return new Refusal("gazette.encoding", "认不出网页的编码：能读 UTF-8、UTF-16 和 GB18030（含 GBK、GB2312）；请在浏览器中打开，另存为 UTF-8 的网页再读。");
        if (HtmlScan.Refuse(words) is { } refusal) return refusal;
        try
        {
            using var page = new HtmlParser(new() { IsScripting = false }).ParseDocument(words);
            if (page.Body is not { } body) return Empty();
            var main = MainContent.Of(body);
            var writer = new LayoutWriter();
            var text = new HtmlText(writer);
            if (main is not null) PageHead.Write(page, main, writer);
            text.Read(main ?? body);
            return text.HasWords ? writer.Done(name, bytes, "html") : Empty();
        }
        catch (UnreadableFile unreadable)
        {
            return unreadable.In("gazette");
        }
    }

    private static Refusal Empty() =>
        new("gazette.empty", "网页里没有正文的文字（可能由脚本另行载入）；请在浏览器中打开，把正文另存为网页或纯文本（.txt）再读。");

    /// <summary>By the byte order mark, else by what the page declares, else by trial; null where none fits.</summary>
    private static string? Decode(byte[] bytes)
    {
        var unicode = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => TextDecoding.Strict(new UTF8Encoding(false, true), bytes, 3, "utf-8-bom"),
            [0xFF, 0xFE, ..] => TextDecoding.Strict(new UnicodeEncoding(false, false, true), bytes, 2, "utf-16le"),
            [0xFE, 0xFF, ..] => TextDecoding.Strict(new UnicodeEncoding(true, false, true), bytes, 2, "utf-16be"),
            _ => null,
        };
        if (unicode is not null) return unicode.Text;
        var declared = Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, LargestHead))).Groups["name"].Value.ToLowerInvariant();
        if (declared is not ("" or "utf-8" or "utf8" or "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "x-gbk")) return null;
        var utf8 = TextDecoding.Strict(new UTF8Encoding(false, true), bytes, 0, "utf-8");
        var gb = utf8 is null || declared.Contains("gb", StringComparison.Ordinal)
            ? TextDecoding.Strict(Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), bytes, 0, "gb18030") : null;
        return (utf8 ?? gb)?.Text;
    }

    [GeneratedRegex(@"^[\s\u00EF\u00BB\u00BF\u00FE\u00FF]*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,400}>\s*)?<(?:!doctype\s+html|html|head|meta|title|body)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Begins();

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?(?<name>[A-Za-z0-9_\-]{1,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
