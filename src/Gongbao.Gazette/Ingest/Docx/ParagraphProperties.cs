using System.Xml;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>What a paragraph or a style says of paragraphs (pPr).</summary>
internal readonly record struct ParagraphProperties
{
    public string? Style { get; init; }

    /// <summary>Number of its list; 0 switches numbers off; null where it does not say.</summary>
    public int? Instance { get; init; }

    public int? Level { get; init; }

    /// <summary>Of the mark at its end.</summary>
    public RunProperties Mark { get; init; }

    /// <summary>Takes the element at hand wholly. What it was before a tracked change is passed over.</summary>
    public static ParagraphProperties Read(XmlReader xml)
    {
        var properties = default(ParagraphProperties);
        if (xml.Inside() is not { } depth) return properties;
        while (xml.NextChild(depth))
        {
            switch (xml.LocalName)
            {
                case "pStyle":
                    properties = properties with { Style = xml.Value() };
                    break;
                case "numPr" when xml.Inside() is { } inner:
                    while (xml.NextChild(inner))
                    {
                        if (xml.LocalName == "numId") properties = properties with { Instance = xml.Number() };
                        if (xml.LocalName == "ilvl") properties = properties with { Level = xml.Number() };
                        xml.Pass();
                    }
                    continue;
                case "rPr":
                    properties = properties with { Mark = RunProperties.Read(xml) };
                    continue;
            }
            xml.Pass();
        }
        return properties;
    }
}
