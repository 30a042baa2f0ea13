using System.Text;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>Opens a file of any kind that is read. What a file is shows in its first bytes; its name says only what a file should have been that is nothing that is read.</summary>
internal static class SourceFile
{
    /// <summary>A PDF may have some bytes before its mark.</summary>
    private const int PdfWithin = 64;

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Refusals: those of <see cref="SourceText.Decode"/> and <see cref="DocxFile"/>, <see cref="HtmlFile"/> and <see cref="PdfFile"/>, <c>gazette.encrypted</c>, <c>gazette.old-office</c>, <c>gazette.not-docx</c>, <c>gazette.not-pdf</c>.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="limits">What the city declares; null for what holds where none does.</param>
    public static Result<SourceText> Open(string name, byte[] bytes, FileLimits? limits = null)
    {
        limits ??= FileLimits.Usual;
        if (bytes.Length > limits.FileBytes) return limits.TooLarge(bytes.Length);
        if (bytes is [0x50, 0x4B, 0x03, 0x04, ..]) return DocxFile.Read(name, bytes, limits);
        if (bytes.AsSpan(0, Math.Min(bytes.Length, PdfWithin)).IndexOf("%PDF-"u8) >= 0) return PdfFile.Read(name, bytes, limits);
        if (HtmlFile.Is(bytes)) return HtmlFile.Read(name, bytes);
        return bytes.AsSpan().StartsWith(Ole) ? RefuseOle(name, bytes) : OpenText(name, bytes);
    }

    /// <summary>A broken document is no text in a wrong encoding: whoever sent it is told of the kind that its name claims.</summary>
    private static Result<SourceText> OpenText(string name, byte[] bytes)
    {
        var text = SourceText.Decode(name, bytes);
        if (!text.IsRefused(out var refusal, out _) || refusal != SourceText.Own(TextDecoding.UnknownEncoding) && refusal != SourceText.Own(TextDecoding.Garbled)) return text;
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".DOCX" => new Refusal("gazette.not-docx", "文件名的后缀是 .docx，内容却不是 DOCX，也不是文字；可能已经损坏、加了密或改过后缀，请在文字处理软件中打开，另存为 DOCX 再读。"),
            ".PDF" => new Refusal("gazette.not-pdf", "文件名的后缀是 .pdf，内容却不是 PDF，也不是文字；可能已经损坏、加了密或改过后缀，请重新导出为 PDF 再读。"),
            _ => text,
        };
    }

    /// <summary>The container of old office programs also holds documents under a password.</summary>
    private static Refusal RefuseOle(string name, byte[] bytes)
    {
        if (Has(bytes, "EncryptedPackage")) return new("gazette.encrypted", "文件加了打开密码，读不出文字；请用密码打开，去掉密码后另存为 DOCX 再读。");
        var what = name.EndsWith(".wps", StringComparison.OrdinalIgnoreCase) || Has(bytes, "WpsContent") ? "WPS 文字的旧格式（.wps）"
            : Has(bytes, "WordDocument") ? "Word 97—2003 的旧格式（.doc）"
            : Has(bytes, "Workbook") ? "旧格式的电子表格（.xls）" : "旧版 Office 文件";
        return new("gazette.old-office", $"这是{what}，不能直接读；请在文字处理软件中打开，另存为 DOCX 再读。");
    }

    private static bool Has(byte[] bytes, string name) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
}
