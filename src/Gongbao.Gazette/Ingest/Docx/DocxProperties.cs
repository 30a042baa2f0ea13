using System.Xml;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>Says which properties a file carries that are not for the public (文件属性): who wrote it, who saved it, whose machine.</summary>
internal static class DocxProperties
{
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["creator"] = "作者", ["lastModifiedBy"] = "最后保存者", ["Manager"] = "主管", ["Company"] = "单位", ["description"] = "备注", ["keywords"] = "关键词",
    };

    public static void Report(ZipPackage package, LayoutWriter writer)
    {
        var found = new List<string>();
        foreach (var part in (string[])["docProps/core.xml", "docProps/app.xml"])
        {
            using var xml = package.Read(part);
            if (xml is null || xml.MoveToContent() is not XmlNodeType.Element || xml.Inside() is not { } depth) continue;
            while (xml.NextChild(depth))
            {
                var name = xml.LocalName;
                if (!string.IsNullOrWhiteSpace(xml.Words()) && Named.TryGetValue(name, out var word) && !found.Contains(word)) found.Add(word);
            }
        }
        if (package.Has("docProps/custom.xml")) found.Add("自定义属性");
        if (found.Count > 0)
            writer.Doubt("source.properties", $"文件属性里记有{string.Join('、', found)}；正文没有收入，公开发布原文件之前请清除。", 1);
    }
}
