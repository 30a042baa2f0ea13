using System.Xml;

namespace Gongbao.Platform.Packages;

/// <summary>Walks XML forward, element by element, no deeper than its bound.</summary>
public static class XmlWalk
{
    /// <summary>
    /// Moves to the next child of an element whose start tag the reader stood on when <paramref name="depth"/> was taken. Each child has to be
    /// taken wholly, by walking its children or by <see cref="Pass"/>, before the next is asked for.
    /// </summary>
    public static bool NextChild(this XmlReader xml, int depth)
    {
        while (xml.Read())
        {
            if (xml.Depth <= depth) return false;
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.Depth > PackageLimits.Depth) throw UnreadableFile.TooDeep("正文");
            return true;
        }
        return false;
    }

    /// <summary>The depth to walk the children of the element at hand by; null where it has none.</summary>
    public static int? Inside(this XmlReader xml) => xml.IsEmptyElement ? null : xml.Depth;

    /// <summary>Passes over the element at hand with all inside it.</summary>
    public static void Pass(this XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
        }
    }

    /// <summary>The words directly inside the element at hand.</summary>
    public static string Words(this XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var words = "";
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) words = words.Length == 0 ? xml.Value : words + xml.Value;
        return words;
    }
}
