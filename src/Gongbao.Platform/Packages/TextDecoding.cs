using System.Text;
using Gongbao.Kernel.Results;

namespace Gongbao.Platform.Packages;

/// <summary>Words and the name of the encoding they were found in: utf-8, utf-8-bom, utf-16le, utf-16be or gb18030.</summary>
public sealed record DecodedText(string Encoding, string Text);

/// <summary>
/// Bytes to words. UTF-8, UTF-16 with or without its mark and GB18030 are read; anything else is refused by name, because a
/// wrongly decoded text reads as nonsense.
/// </summary>
public static class TextDecoding
{
    /// <summary>The largest text that is read, in bytes, whatever larger files a city lets in. A year of a city's gazette is a tenth of it.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static readonly (byte[] Head, string What, string Mend)[] Signatures =
    [
        ("%PDF"u8.ToArray(), "PDF 文件", "请先导出为纯文本（.txt）再读。"),
        ([0xD0, 0xCF, 0x11, 0xE0], "旧版 Office 文件或加密的文档", "请解除密码后另存为纯文本（.txt）再读。"),
        ([0x50, 0x4B, 0x03, 0x04], "DOCX、OFD 或 ZIP 压缩文件", "请解压，或在文字处理软件中另存为纯文本（.txt）再读。"),
        ([0x50, 0x4B, 0x05, 0x06], "空的 ZIP 压缩文件", "请选择纯文本（.txt）文件。"),
        ([0x1F, 0x8B], "GZIP 压缩文件", "请先解压再读。"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z 压缩文件", "请先解压再读。"),
        ("Rar!"u8.ToArray(), "RAR 压缩文件", "请先解压再读。"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG 图片", "请先识别文字，存为纯文本（.txt）再读。"),
        ([0xFF, 0xD8, 0xFF], "JPEG 图片", "请先识别文字，存为纯文本（.txt）再读。"),
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32 编码的文本", "请另存为 UTF-8 编码再读。"),
        ([0x00, 0x00, 0xFE, 0xFF], "UTF-32 编码的文本", "请另存为 UTF-8 编码再读。"),
        ([0x2B, 0x2F, 0x76], "UTF-7 编码的文本", "请另存为 UTF-8 编码再读。"),
        ("{\\rtf"u8.ToArray(), "RTF 文件", "请另存为纯文本（.txt）再读。"),
    ];

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What is in no encoding that is read.</summary>
    public static Refusal UnknownEncoding { get; } =
        new("text.encoding", "认不出文件的编码：能读 UTF-8、UTF-16 和 GB18030（含 GBK、GB2312），不能读 Big5、Shift_JIS、UTF-32 等；请另存为 UTF-8 再读。");

    /// <summary>What can be decoded and is no writing.</summary>
    public static Refusal Garbled { get; } =
        new("text.not-text", "文件里多是控制符或乱码，不是纯文本（可能已加密或已损坏）；请重新导出为 UTF-8 的纯文本再读。");

    private static Refusal TooLarge(long bytes) =>
        new("text.too-large", $"纯文本有 {bytes / 1024 / 1024} MB，超过一次读入的上限 {MaxBytes / 1024 / 1024} MB；请分开后再读。");

    /// <summary>Refusals: <c>text.empty</c>, <c>text.too-large</c>, <c>text.not-text</c>, <c>text.encoding</c>.</summary>
    public static Result<DecodedText> Decode(byte[] bytes)
    {
        if (bytes.Length == 0) return new Refusal("text.empty", "文件是空的，没有可读的文字；请检查导出是否完成。");
        if (bytes.Length > MaxBytes) return TooLarge(bytes.Length);
        foreach (var (head, what, mend) in Signatures)
            if (bytes.AsSpan().StartsWith(head)) return new Refusal("text.not-text", $"这是{what}，不是纯文本；{mend}");

        var decoded = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Strict(new UTF8Encoding(false, true), bytes, 3, "utf-8-bom"),
            [0xFF, 0xFE, ..] => Strict(new UnicodeEncoding(false, false, true), bytes, 2, "utf-16le"),
            [0xFE, 0xFF, ..] => Strict(new UnicodeEncoding(true, false, true), bytes, 2, "utf-16be"),
            _ => Guess(bytes),
        };
        if (decoded is null) return UnknownEncoding;
        return Refuse(decoded) is { } refusal ? refusal : decoded;
    }

    private static Refusal? Refuse(DecodedText decoded)
    {
        if (string.IsNullOrWhiteSpace(decoded.Text)) return new("text.empty", "文件里只有空白，没有可读的文字；请检查导出是否完成。");
        var strange = 0;
        foreach (var c in decoded.Text)
            if (c is < ' ' or >= '\uE000' && IsStrange(c)) strange++;
        return strange * 20 > decoded.Text.Length ? Garbled : null;
    }

    private static bool IsStrange(char c) => c < ' ' ? c is not ('\n' or '\r' or '\t' or '\f' or '\v') : c is '\uFFFD' or >= '\uE000' and <= '\uF8FF';

    private static DecodedText? Guess(byte[] bytes)
    {
        if (Utf16Order(bytes) is { } bigEndian)
            return Strict(new UnicodeEncoding(bigEndian, false, true), bytes, 0, bigEndian ? "utf-16be" : "utf-16le");
        return Strict(new UTF8Encoding(false, true), bytes, 0, "utf-8")
            ?? (Strict(Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), bytes, 0, "gb18030") is { } gb
                && LooksChinese(gb.Text) ? gb : null);
    }

    /// <summary>The words, or null where any byte does not fit.</summary>
    public static DecodedText? Strict(Encoding encoding, byte[] bytes, int skip, string name)
    {
        try
        {
            return new(name, encoding.GetString(bytes, skip, bytes.Length - skip));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Without a mark: line breaks and spaces of UTF-16 show as a zero beside 0x0A or 0x20, which no other text has.</summary>
    private static bool? Utf16Order(byte[] bytes)
    {
        if (bytes.Length % 2 != 0) return null;
        int little = 0, big = 0, end = Math.Min(bytes.Length, 65536);
        for (var i = 0; i + 1 < end; i += 2)
        {
            if (bytes[i] is 0x0A or 0x20 or 0x0D && bytes[i + 1] == 0) little++;
            if (bytes[i + 1] is 0x0A or 0x20 or 0x0D && bytes[i] == 0) big++;
        }
        return Math.Max(little, big) == 0 || little == big ? null : big > little;
    }

    /// <summary>
    /// Almost every byte sequence is some GB18030 text; official prose is known by its commonest words. Big5 or Shift_JIS read as
    /// GB18030 has few of them.
    /// </summary>
    private static bool LooksChinese(string text)
    {
        const string common = "的和政府市县各关于通知为及工人民第月日年单位部门，。、：；（）一二三发展办公室任务责";
        int ideographs = 0, known = 0, rare = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 65536)))
        {
            if (c is >= '\u4E00' and <= '\u9FFF') ideographs++;
            if (common.Contains(c)) known++;
            if (c is >= '\u3400' and <= '\u4DBF' or >= '\uE000' and <= '\uF8FF' or >= '\uFF61' and <= '\uFF9F') rare++;
        }
        return ideographs * 4 > Math.Min(text.Length, 65536) / 4 && known * 20 >= ideographs && rare * 20 <= ideographs + 20;
    }
}
