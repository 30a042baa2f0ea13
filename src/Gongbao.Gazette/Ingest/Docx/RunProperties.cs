using System.Xml;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>What a run, a paragraph's mark or a style says of its characters (rPr).</summary>
/// <param name="IsHidden">隐藏文字; null where it does not say.</param>
/// <param name="IsDeleted">Whether the paragraph's mark was deleted under tracked changes.</param>
/// <param name="Style">Style of characters.</param>
internal readonly record struct RunProperties(bool? IsHidden, bool IsDeleted, string? Style)
{
    /// <summary>Takes the element at hand wholly.</summary>
    public static RunProperties Read(XmlReader xml)
    {
        var properties = default(RunProperties);
        if (xml.Inside() is not { } depth) return properties;
        while (xml.NextChild(depth))
        {
            switch (xml.LocalName)
            {
                case "vanish" or "specVanish" when xml.IsWord(): properties = properties with { IsHidden = xml.IsOn() }; break;
                case "del" or "moveFrom": properties = properties with { IsDeleted = true }; break;
                case "rStyle": properties = properties with { Style = xml.Value() }; break;
            }
            xml.Pass();
        }
        return properties;
    }
}
