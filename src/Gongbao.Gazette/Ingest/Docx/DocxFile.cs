using System.Xml;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Takes the words out of a DOCX: paragraphs with the numbers that a word processor would print before them, tables with their cells,
/// notes, headers and footers. What is hidden, deleted or only remarked is left out and reported.
/// </summary>
internal static class DocxFile
{
    private const string Ordinary = "word/document.xml";

    /// <summary>Refusals: those named in <see cref="UnreadableFile"/> and <see cref="ZipPackage"/>, <c>gazette.macros</c>, <c>gazette.entities</c>, <c>gazette.not-docx</c>, <c>gazette.empty</c>.</summary>
    public static Result<SourceText> Read(string name, byte[] bytes, FileLimits? limits = null)
    {
        try
        {
            using var package = ZipPackage.Open(bytes, (limits ?? FileLimits.Usual).Packages);
            return Read(name, bytes, package);
        }
        catch (UnreadableFile unreadable)
        {
            return unreadable.In("gazette");
        }
        catch (XmlException declared) when (ZipPackage.IsForbidden(declared))
        {
            return new Refusal("gazette.entities", "文件的正文里有文档类型声明（DTD，可以引用外部文件或成倍展开），不是文字处理软件写出的公文，为安全起见没有读取；请向提供者核实，在文字处理软件中另存后再读。");
        }
        catch (Exception broken) when (ZipPackage.IsDamage(broken))
        {
            return UnreadableFile.Damaged("正文").In("gazette");
        }
    }

    private static Result<SourceText> Read(string name, byte[] bytes, ZipPackage package)
    {
        if (Refuse(package) is { } refusal) return refusal;
        var main = MainPart(package);
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var writer = new LayoutWriter();
        var numbers = NumberingPart.Read(package.Read(folder + "numbering.xml"));
        var document = new DocxDocument(StylesPart.Read(package.Read(folder + "styles.xml")), numbers, writer, new());
        document.Notes("注", package.Read(folder + "footnotes.xml"));
        document.Notes("尾注", package.Read(folder + "endnotes.xml"));
        foreach (var part in package.Names.Where(n => IsFurniture(n, folder, "header")).Order(StringComparer.Ordinal)) document.Furniture(package.Read(part)!);
        document.Body(package.Read(main)!);
        foreach (var part in package.Names.Where(n => IsFurniture(n, folder, "footer")).Order(StringComparer.Ordinal)) document.Furniture(package.Read(part)!);
        DocxProperties.Report(package, writer);
        if (!document.HasWords) return new Refusal("gazette.empty", "文档里没有文字（可能只有图片，或文字都已隐藏、删除）；请识别文字或检查后再读。");
        return writer.Done(name, bytes, "docx");
    }

    private static Refusal? Refuse(ZipPackage package)
    {
        if (package.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || ContentTypes(package).Any(t => t.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)))
            return new("gazette.macros", "文件里带有宏（可以自动运行的程序），为安全起见没有读取；请在文字处理软件中另存为不带宏的 DOCX 再读。");
        if (package.Has("OFD.xml")) return new("gazette.not-docx", "这是 OFD 版式文件，不是 DOCX；请导出为 DOCX 或纯文本（.txt）再读。");
        if (package.Has("xl/workbook.xml")) return new("gazette.not-docx", "这是电子表格（XLSX），不是公文；请把公文存为 DOCX 再读。");
        if (package.Has("ppt/presentation.xml")) return new("gazette.not-docx", "这是演示文稿（PPTX），不是公文；请把公文存为 DOCX 再读。");
        if (package.Has("content.xml") && package.Has("mimetype")) return new("gazette.not-docx", "这是 ODF 文档（ODT），不是 DOCX；请在文字处理软件中另存为 DOCX 再读。");
        return package.Has(MainPart(package)) ? null : new("gazette.not-docx", "这是 ZIP 压缩文件，里面没有 DOCX 的正文；请选择 DOCX 文件；成批的文件请用“gongbao import 压缩包”。");
    }

    private static List<string> ContentTypes(ZipPackage package)
    {
        var types = new List<string>();
        using var xml = package.Read("[Content_Types].xml");
        if (xml is null || xml.MoveToContent() is not XmlNodeType.Element || xml.Inside() is not { } depth) return types;
        while (xml.NextChild(depth))
        {
            if (xml.GetAttribute("ContentType") is { } type) types.Add(type);
            xml.Pass();
        }
        return types;
    }

    /// <summary>The part that the package names as its document.</summary>
    private static string MainPart(ZipPackage package)
    {
        using var xml = package.Read("_rels/.rels");
        if (xml is null || xml.MoveToContent() is not XmlNodeType.Element || xml.Inside() is not { } depth) return Ordinary;
        while (xml.NextChild(depth))
        {
            if (xml.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) is true && xml.GetAttribute("Target")?.TrimStart('/') is { Length: > 0 } target && package.Has(target))
                return target;
            xml.Pass();
        }
        return Ordinary;
    }

    private static bool IsFurniture(string name, string folder, string kind) =>
        name.StartsWith(folder + kind, StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.AsSpan(folder.Length).Contains('/');

}
