using System.Xml;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>Reads the lists of a DOCX (numbering.xml).</summary>
internal static class NumberingPart
{
    public static NumberingDefinitions Read(XmlReader? xml)
    {
        var definitions = new NumberingDefinitions();
        if (xml is null) return definitions;
        using (xml)
        {
            if (xml.MoveToContent() is not XmlNodeType.Element || xml.Inside() is not { } depth) return definitions;
            while (xml.NextChild(depth))
            {
                if (xml.LocalName == "abstractNum" && xml.Number("abstractNumId") is { } id) definitions.Abstracts[id] = Abstract(xml);
                else if (xml.LocalName == "num" && xml.Number("numId") is { } number) Instance(xml, number, definitions);
                else xml.Pass();
            }
        }
        return definitions;
    }

    private static AbstractNumbering Abstract(XmlReader xml)
    {
        var levels = new NumberingLevel?[NumberingLevel.Count];
        string? link = null, own = null;
        if (xml.Inside() is { } depth)
            while (xml.NextChild(depth))
            {
                if (xml.LocalName == "lvl" && xml.Number("ilvl") is >= 0 and < NumberingLevel.Count and var at) levels[at] = Level(xml);
                else
                {
                    if (xml.LocalName == "numStyleLink") link = xml.Value();
                    if (xml.LocalName == "styleLink") own = xml.Value();
                    xml.Pass();
                }
            }
        return new(levels, link, own);
    }

    private static void Instance(XmlReader xml, int number, NumberingDefinitions definitions)
    {
        var starts = new int?[NumberingLevel.Count];
        var levels = new NumberingLevel?[NumberingLevel.Count];
        int? list = null;
        if (xml.Inside() is { } depth)
            while (xml.NextChild(depth))
            {
                if (xml.LocalName == "lvlOverride" && xml.Number("ilvl") is >= 0 and < NumberingLevel.Count and var at)
                {
                    if (xml.Inside() is { } inner)
                        while (xml.NextChild(inner))
                        {
                            if (xml.LocalName == "lvl") levels[at] = Level(xml);
                            else
                            {
                                if (xml.LocalName == "startOverride") starts[at] = xml.Number();
                                xml.Pass();
                            }
                        }
                    continue;
                }
                if (xml.LocalName == "abstractNumId") list = xml.Number();
                xml.Pass();
            }
        if (list is { } known) definitions.Instances[number] = new(known, starts, levels);
    }

    private static NumberingLevel Level(XmlReader xml)
    {
        var level = NumberingLevel.Plain;
        if (xml.Inside() is not { } depth) return level;
        while (xml.NextChild(depth)) level = With(level, xml);
        return level;
    }

    private static NumberingLevel With(NumberingLevel level, XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "start": level = level with { Start = xml.Number() ?? 0 }; break;
            case "numFmt": level = level with { Format = Format(xml) }; break;
            case "lvlText": level = level with { Text = xml.Attribute("null") is "1" or "true" ? "" : xml.Value() ?? "" }; break;
            case "lvlRestart": level = level with { RestartsBehind = xml.Number() }; break;
            case "isLgl": level = level with { IsLegal = xml.IsOn() }; break;
            case "suff": level = level with { Suffix = xml.Value() switch { "space" => NumberSuffix.Space, "nothing" => NumberSuffix.Nothing, _ => NumberSuffix.Tab } }; break;
            case "pStyle": level = level with { Style = xml.Value() }; break;
            case "rPr": return level with { IsHidden = RunProperties.Read(xml).IsHidden ?? false };
            case "AlternateContent" when xml.Inside() is { } depth:
                while (xml.NextChild(depth))
                {
                    if (xml.LocalName != "Choice" || xml.Inside() is not { } inner) xml.Pass();
                    else
                        while (xml.NextChild(inner)) level = With(level, xml);
                }
                return level;
        }
        xml.Pass();
        return level;
    }

    /// <summary>A format of the user's own (001, 002, ...) is known by its name <c>0</c>, <c>00</c> and so on: the zeroes before a figure.</summary>
    private static string Format(XmlReader xml) =>
        xml.Value() is not "custom" ? xml.Value() ?? "decimal"
        : xml.Attribute("format") is { } own && own.TakeWhile(c => c == '0').Count() is > 0 and <= 8 and var zeroes ? new('0', zeroes) : "decimal";
}
