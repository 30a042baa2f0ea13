using System.Globalization;
using System.Xml;
using Gongbao.Kernel.Clauses;
using Gongbao.Web.Formats.Office;

namespace Gongbao.Gazette.Formats.Docx;

/// <summary>
/// Automatic numbers (自动编号) for labels as printed. A label is taken apart into what stands around its number (第…条) and how the number is
/// written; clauses that count on share one list, and where the count jumps a new list begins at the printed number. A label that a word
/// processor would not print exactly so stays typed.
/// </summary>
internal sealed class DocxNumbering
{
    private const int HighestChinese = 99;

    private readonly List<Shape> _shapes = [];
    private readonly List<(int Shape, int Start)> _lists = [];

    /// <summary>A run of clauses under one parent: what comes next, and in which list.</summary>
    public sealed class Run
    {
        internal Shape? Shape { get; set; }

        internal int Next { get; set; }

        internal int List { get; set; }
    }

    /// <summary>How a number is written, and what stands before and after it.</summary>
    internal sealed record Shape(string Before, string After, string Format);

    /// <summary>The list that prints this label here; null where it must be typed.</summary>
    public int? Number(string label, Run run)
    {
        if (Parse(label) is not { } parsed) return null;
        var (shape, value) = parsed;
        if (run.Shape != shape || run.Next != value)
        {
            var at = _shapes.IndexOf(shape);
            if (at < 0)
            {
                at = _shapes.Count;
                _shapes.Add(shape);
            }
            _lists.Add((at, value));
            (run.Shape, run.List) = (shape, _lists.Count);
        }
        run.Next = value + 1;
        return run.List;
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("w", "numbering", DocxPackage.W);
        foreach (var (index, shape) in _shapes.Index())
        {
            xml.WriteStartElement("abstractNum", DocxPackage.W);
            Attribute(xml, "abstractNumId", index);
            Value(xml, "multiLevelType", "singleLevel");
            xml.WriteStartElement("lvl", DocxPackage.W);
            Attribute(xml, "ilvl", 0);
            Value(xml, "start", "1");
            Value(xml, "numFmt", shape.Format);
            Value(xml, "suff", "nothing");
            Value(xml, "lvlText", shape.Before + "%1" + shape.After);
            Value(xml, "lvlJc", "left");
            // Without an indent of its own the list would take that of its paragraphs away.
            xml.WriteRaw(DocxLayout.FirstLine);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        foreach (var (index, list) in _lists.Index())
        {
            xml.WriteStartElement("num", DocxPackage.W);
            Attribute(xml, "numId", index + 1);
            Value(xml, "abstractNumId", list.Shape.ToString(CultureInfo.InvariantCulture));
            xml.WriteStartElement("lvlOverride", DocxPackage.W);
            Attribute(xml, "ilvl", 0);
            Value(xml, "startOverride", list.Start.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static (Shape Shape, int Value)? Parse(string label)
    {
        var from = 0;
        while (from < label.Length && FormatOf(label[from]) is null) from++;
        if (from == label.Length) return null;
        var format = FormatOf(label[from])!;
        var to = from + 1;
        while (to < label.Length && FormatOf(label[to]) == format) to++;
        var number = label[from..to];
        var (before, after) = (label[..from], label[to..]);
        // A second number, or a sign that the pattern would take for a place, cannot be written as one level.
        if (after.Any(c => FormatOf(c) is not null) || label.Contains('%', StringComparison.Ordinal)) return null;
        var value = format switch
        {
            Decimal => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && number[0] != '0' ? n : 0,
            Circled => number.Length == 1 ? number[0] - '①' + 1 : 0,
            _ => Chinese(number),
        };
        return value > 0 ? (new(before, after, format), value) : null;
    }

    private const string Decimal = "decimal";
    private const string Circled = "decimalEnclosedCircle";
    private const string Han = "chineseCountingThousand";

    private static string? FormatOf(char c) => c switch
    {
        >= '0' and <= '9' => Decimal,
        >= '①' and <= '⑩' => Circled,
        '十' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' => Han,
        _ => null,
    };

    /// <summary>The number that is written exactly so; 0 where none is.</summary>
    private static int Chinese(string number) =>
        ChineseNumerals.TryParse(number, out var value) && value is > 0 and <= HighestChinese && ChineseNumerals.Format(value) == number ? value : 0;

    private static void Value(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name, DocxPackage.W);
        xml.WriteAttributeString("val", DocxPackage.W, value);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, DocxPackage.W, XmlConvert.ToString(value));
}
