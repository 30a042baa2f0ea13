using System.Xml;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>A style as far as numbers and hidden text go.</summary>
internal sealed record DocxStyle(string Id, string? BasedOn, int? Instance, int? Level, bool? IsHidden)
{
    /// <summary>As people see it; null where there is none.</summary>
    public string? Name { get; init; }
}

/// <summary>The styles of a DOCX (styles.xml), each with what it takes from those it is based on.</summary>
internal sealed class StylesPart
{
    /// <summary>A longer chain goes in circles.</summary>
    private const int LongestChain = 64;

    private readonly Dictionary<string, DocxStyle> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool?> _hidden = new(StringComparer.Ordinal);
    private string? _plain;

    public static StylesPart Read(XmlReader? xml)
    {
        var styles = new StylesPart();
        if (xml is null) return styles;
        using (xml)
        {
            if (xml.MoveToContent() is not XmlNodeType.Element || xml.Inside() is not { } depth) return styles;
            while (xml.NextChild(depth))
            {
                if (xml.LocalName == "style" && xml.Attribute("styleId") is { } id) styles.Add(xml, id);
                else xml.Pass();
            }
        }
        return styles;
    }

    private void Add(XmlReader xml, string id)
    {
        if (xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true" or "on") _plain = id;
        var style = new DocxStyle(id, null, null, null, null);
        if (xml.Inside() is { } depth)
            while (xml.NextChild(depth))
            {
                if (xml.LocalName == "pPr")
                {
                    var properties = ParagraphProperties.Read(xml);
                    style = style with { Instance = properties.Instance, Level = properties.Level };
                }
                else if (xml.LocalName == "rPr") style = style with { IsHidden = RunProperties.Read(xml).IsHidden };
                else
                {
                    if (xml.LocalName == "name") style = style with { Name = xml.Value() };
                    if (xml.LocalName == "basedOn") style = style with { BasedOn = xml.Value() };
                    xml.Pass();
                }
            }
        _styles[id] = style;
    }

    /// <summary>The name of a style; null for one that the file does not hold.</summary>
    public string? NameOf(string? id) => id is not null && _styles.TryGetValue(id, out var style) ? style.Name : null;

    /// <summary>Whether text of the style is hidden; null where no style of the chain says.</summary>
    public bool? IsHidden(string? id) => IsHiddenCharacter(id ?? _plain);

    /// <summary>Whether text of a style of characters is hidden; null where no style of the chain says, or there is none.</summary>
    public bool? IsHiddenCharacter(string? id)
    {
        if (id is null) return null;
        if (_hidden.TryGetValue(id, out var known)) return known;
        return _hidden[id] = Chain(id).Select(s => s.IsHidden).FirstOrDefault(h => h is not null);
    }

    /// <summary>
    /// The number that a paragraph takes: its own, else its style's. A style is numbered at the level that names it; null where there is none
    /// or it is switched off (编号 0).
    /// </summary>
    public NumberingUse? NumberingOf(ParagraphProperties paragraph, NumberingDefinitions definitions)
    {
        if (paragraph.Instance is { } own) return own > 0 ? new(own, paragraph.Level ?? 0) : null;
        int? level = null;
        foreach (var style in Chain(paragraph.Style ?? _plain))
        {
            level ??= style.Level;
            if (style.Instance is not { } instance) continue;
            if (instance <= 0) return null;
            var linked = definitions.Find(instance) is { } list ? Chain(paragraph.Style ?? _plain).Select(s => list.LevelOf(s.Id)).FirstOrDefault(l => l is not null) : null;
            return new(instance, paragraph.Level ?? linked ?? level ?? 0);
        }
        return null;
    }

    private IEnumerable<DocxStyle> Chain(string? id)
    {
        for (var steps = 0; id is not null && steps < LongestChain && _styles.TryGetValue(id, out var style); steps++, id = style.BasedOn) yield return style;
    }
}
