using Gongbao.Kernel.Results;
using Gongbao.Platform.Packages;

namespace Gongbao.Ledger.Evidence;

/// <summary>Which files are taken as evidence: what one is shows in its content, and its name has to agree. Nothing is taken that a reader's computer would run.</summary>
internal static class EvidenceFile
{
    private const int MostName = 120;
    private const int PdfWithin = 1024;

    private static readonly (string End, string MediaType, Func<byte[], bool> Is)[] Kinds =
    [
        (".pdf", "application/pdf", b => b.AsSpan(0, Math.Min(b.Length, PdfWithin)).IndexOf("%PDF-"u8) >= 0),
        (".jpg", "image/jpeg", b => b is [0xFF, 0xD8, 0xFF, ..]),
        (".png", "image/png", b => b is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..]),
        (".webp", "image/webp", b => b is [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..]),
        (".heic", "image/heic", b => b.Length > 12 && b.AsSpan(4, 4).SequenceEqual("ftyp"u8) && (b.AsSpan(8, 3).SequenceEqual("hei"u8) || b.AsSpan(8, 4).SequenceEqual("mif1"u8))),
    ];

    private static readonly (string Part, string End, string MediaType)[] Packages =
    [
        ("word/document.xml", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xl/workbook.xml", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("ppt/presentation.xml", ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        ("OFD.xml", ".ofd", "application/ofd"),
    ];

    /// <summary>What the field of files offers to choose from.</summary>
    public const string Accept = "image/*,.pdf,.docx,.xlsx,.pptx,.ofd,.txt,.csv";

    /// <param name="name">As it was called.</param>
    /// <param name="bytes">All of it.</param>
    /// <returns>What it is and what it is called, with the ending of what it is. Refused with <c>ledger.bad-evidence</c>.</returns>
    public static Result<(string Name, string MediaType)> Of(string name, byte[] bytes)
    {
        var bare = string.Concat(Path.GetFileName(name.Replace('\\', '/')).Where(c => !char.IsControl(c) && c is not ('"' or '/' or '<' or '>' or '|' or ':' or '*' or '?')));
        if (bare.Length == 0) bare = "材料";
        foreach (var (end, mediaType, isIt) in Kinds)
            if (isIt(bytes)) return (Named(bare, end), mediaType);
        if (bytes is [0x50, 0x4B, 0x03, 0x04, ..]) return OfPackage(bare, bytes);
        return !TextDecoding.Decode(bytes).IsRefused(out _, out _) ? (Named(bare, bare.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ".csv" : ".txt"), "text/plain") : Bad(bare);
    }

    private static Result<(string Name, string MediaType)> OfPackage(string name, byte[] bytes)
    {
        try
        {
            using var package = ZipPackage.Open(bytes, PackageLimits.Usual);
            if (package.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return new Refusal("ledger.bad-evidence", $"“{name}”里带有宏（可以自动运行的程序）；请在办公软件里另存为不带宏的文件，或者导出为 PDF 再选。");
            foreach (var (part, end, mediaType) in Packages)
                if (package.Has(part)) return (Named(name, end), mediaType);
            return Bad(name);
        }
        catch (UnreadableFile unreadable)
        {
            return new Refusal("ledger.bad-evidence", $"“{name}”没有收下：{unreadable.Message}");
        }
    }

    private static Refusal Bad(string name) => new("ledger.bad-evidence", $"“{name}”不是可以收的材料；请选择图片（JPG、PNG、WebP、HEIC）、PDF、DOCX、XLSX、PPTX、OFD 或者文本，旧格式（.doc、.xls、.wps）和压缩包请另存或者拆开再选。");

    /// <summary>The name with the ending of what the file is, whatever it claims.</summary>
    private static string Named(string name, string end)
    {
        var stem = Path.GetFileNameWithoutExtension(name) is { Length: > 0 } own ? own : "材料";
        var keeps = end is ".jpg" && Path.GetExtension(name).Equals(".jpeg", StringComparison.OrdinalIgnoreCase);
        return (stem.Length > MostName ? stem[..MostName] : stem) + (keeps ? ".jpeg" : end);
    }
}
