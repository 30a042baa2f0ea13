using System.Globalization;
using System.Xml;

namespace Gongbao.Gazette.Ingest;

/// <summary>Elements and attributes of word processing, in either edition of the standard.</summary>
internal static class WordXml
{
    /// <summary>Whether the element or attribute is one of word processing, in either edition of the standard.</summary>
    public static bool IsWord(this XmlReader xml) => IsWord(xml.NamespaceURI);

    private static bool IsWord(string name) =>
        name.EndsWith("wordprocessingml/2006/main", StringComparison.Ordinal) || name.EndsWith("ooxml/wordprocessingml/main", StringComparison.Ordinal);

    /// <summary>An attribute of word processing, whose namespace is that of its element.</summary>
    public static string? Attribute(this XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI);

    public static string? Value(this XmlReader xml) => xml.Attribute("val");

    public static int? Number(this XmlReader xml, string name = "val") =>
        int.TryParse(xml.Attribute(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Whether a switch is on: present without a value, or with one that is not off.</summary>
    public static bool IsOn(this XmlReader xml) => xml.Value() is not ("0" or "false" or "off");
}
