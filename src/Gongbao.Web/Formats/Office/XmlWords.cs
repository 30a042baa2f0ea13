using System.Text;
using System.Xml;

namespace Gongbao.Web.Formats.Office;

/// <summary>Words as XML may hold them.</summary>
public static class XmlWords
{
    /// <summary>The text with every character that XML does not allow shown as �.</summary>
    public static string Sound(string text)
    {
        var wrong = false;
        foreach (var c in text) wrong |= !XmlConvert.IsXmlChar(c);
        if (!wrong) return text;
        var sound = new StringBuilder(text.Length);
        // Runes show a lone half of a pair as � already.
        foreach (var rune in text.EnumerateRunes()) sound.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return sound.ToString();
    }
}
