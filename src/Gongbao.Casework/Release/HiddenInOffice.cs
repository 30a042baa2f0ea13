using System.Xml;
using Gongbao.Platform.Packages;

namespace Gongbao.Casework.Release;

/// <summary>What documents and sheets of an office program carry unseen (DOCX, XLSX).</summary>
internal static class HiddenInOffice
{
    private static readonly HashSet<string> TrackedChanges = ["ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "cellDel", "cellIns"];

    private static readonly HashSet<string> Telling = ["creator", "lastModifiedBy", "Company", "Manager", "category", "keywords", "description", "subject"];

    public static IEnumerable<HiddenFinding> Find(byte[] bytes, PackageLimits limits)
    {
        using var package = ZipPackage.Open(bytes, limits);
        var isSheet = package.Has("xl/workbook.xml");
        if (!isSheet && !package.Has("word/document.xml")) throw new UnreadableFile("unknown-file", "这个文件既不是 DOCX 也不是 XLSX，没有检查；请用办公软件另存为其中一种再公开。");
        var found = new List<HiddenFinding>();
        foreach (var part in package.Names.Order(StringComparer.Ordinal)) OfName(part, found);
        foreach (var part in package.Names.Where(n => n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)) Walk(package, part, x => OfRelation(x, found));
        foreach (var part in (string[])["docProps/core.xml", "docProps/app.xml"]) Walk(package, part, x => OfProperty(x, found));
        Walk(package, "docProps/custom.xml", x => Once(found, x.LocalName == "property", new(HiddenKind.Property, "文件属性", "文件带有自定义属性，请在“文件信息”里删除后再公开。")));
        foreach (var part in package.Names.Where(IsText).Order(StringComparer.Ordinal)) Walk(package, part, x => OfText(x, PlaceOf(part), found));
        if (isSheet) Sheets(package, found);
        return found;
    }

    private static void OfName(string part, List<HiddenFinding> found)
    {
        if (part.Contains("comments", StringComparison.OrdinalIgnoreCase) && part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            Once(found, true, new(HiddenKind.Comment, "批注", "文件带有批注，请全部删除后再公开。"));
        else if (part.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) || part.Contains("/activeX/", StringComparison.OrdinalIgnoreCase))
            found.Add(new(HiddenKind.Embedded, part, "文件里嵌入了另一个文件，打开它能看到全部内容，请删除或者改成图片后再公开。"));
        else if (part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            found.Add(new(HiddenKind.Script, "宏", "文件带有宏，请另存为不带宏的格式后再公开。"));
        else if (part.StartsWith("customXml/item", StringComparison.OrdinalIgnoreCase) && !part.Contains("Props", StringComparison.Ordinal))
            Once(found, true, new(HiddenKind.Embedded, "customXml", "文件带有看不见的 XML 数据，请用“检查文档”删除后再公开。"));
        else if (part.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase) && part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            found.Add(new(HiddenKind.ExternalLink, part, "工作簿引用了另一个文件，并且保存着那个文件的数据，请断开链接后再公开。"));
        else if (part.Contains("pivotCache", StringComparison.OrdinalIgnoreCase) && part.Contains("Records", StringComparison.OrdinalIgnoreCase))
            found.Add(new(HiddenKind.Embedded, part, "数据透视表里保存着全部原始数据，请改成数值后再公开。"));
    }

    private static void OfRelation(XmlReader xml, List<HiddenFinding> found)
    {
        if (xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") == "External" && xml.GetAttribute("Target") is { } target && !target.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            Once(found, true, new(HiddenKind.ExternalLink, "链接", "文件里有指向内部文件或者电脑的链接，请删除后再公开。"));
    }

    private static void OfProperty(XmlReader xml, List<HiddenFinding> found)
    {
        if (Telling.Contains(xml.LocalName) && xml.Words().Trim().Length > 0) found.Add(new(HiddenKind.Property, "文件属性", $"文件属性里填有“{xml.LocalName}”，请在“文件信息”里清除后再公开。"));
    }

    private static void OfText(XmlReader xml, string place, List<HiddenFinding> found)
    {
        var name = xml.LocalName;
        if (TrackedChanges.Contains(name)) Once(found, true, new(HiddenKind.TrackedChange, place, $"{place}带有修订痕迹，删去的文字还在文件里。请接受或者拒绝全部修订后再公开。"));
        else if (name == "vanish" && xml.GetAttribute("val", xml.NamespaceURI) is null or "1" or "true" or "on") Once(found, true, new(HiddenKind.HiddenText, place, $"{place}有设为“隐藏”的文字，请删除后再公开。"));
        else if (name == "color" && string.Equals(xml.GetAttribute("val", xml.NamespaceURI), "FFFFFF", StringComparison.OrdinalIgnoreCase)) Once(found, true, new(HiddenKind.CoveredText, place, $"{place}有白色的文字，看不见却能选中复制，请删除后再公开。"));
        else if (name == "highlight" && xml.GetAttribute("val", xml.NamespaceURI) == "black") Once(found, true, new(HiddenKind.CoveredText, place, $"{place}有用黑色底纹遮住的文字，去掉底纹就能看到。请删除文字本身，不要只遮盖。"));
    }

    private static void Sheets(ZipPackage package, List<HiddenFinding> found)
    {
        Walk(package, "xl/workbook.xml", x =>
        {
            if (x.LocalName == "sheet" && x.GetAttribute("state") is "hidden" or "veryHidden") found.Add(new(HiddenKind.HiddenCells, "工作表", "工作簿里有隐藏的工作表，请删除后再公开。"));
        });
        foreach (var part in package.Names.Where(n => n.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
            Walk(package, part, x => Once(found, x.LocalName is "row" or "col" && x.GetAttribute("hidden") is "1" or "true", new(HiddenKind.HiddenCells, part, "工作表里有隐藏的行或者列，请删除后再公开。")));
    }

    private static bool IsText(string part) => part.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && !part.Contains("styles", StringComparison.OrdinalIgnoreCase) && !part.Contains("theme", StringComparison.OrdinalIgnoreCase) && !part.Contains("settings", StringComparison.OrdinalIgnoreCase) && !part.Contains("fontTable", StringComparison.OrdinalIgnoreCase);

    private static string PlaceOf(string part) => part switch
    {
        _ when part.Contains("header", StringComparison.OrdinalIgnoreCase) => "页眉",
        _ when part.Contains("footer", StringComparison.OrdinalIgnoreCase) => "页脚",
        _ when part.Contains("footnotes", StringComparison.OrdinalIgnoreCase) || part.Contains("endnotes", StringComparison.OrdinalIgnoreCase) => "脚注",
        _ => "正文",
    };

    /// <summary>Adds a finding where it holds and was not made already: a hundred changes are one thing to mend.</summary>
    private static void Once(List<HiddenFinding> found, bool holds, HiddenFinding finding)
    {
        if (holds && !found.Contains(finding)) found.Add(finding);
    }

    private static void Walk(ZipPackage package, string part, Action<XmlReader> element)
    {
        try
        {
            using var xml = package.Read(part);
            while (xml?.Read() == true)
            {
                if (xml.Depth > PackageLimits.Depth) throw UnreadableFile.TooDeep(part);
                if (xml.NodeType == XmlNodeType.Element) element(xml);
            }
        }
        catch (Exception broken) when (ZipPackage.IsDamage(broken))
        {
            throw UnreadableFile.Damaged(part);
        }
    }
}
