using System.Xml;

namespace Gongbao.Web.Formats.Office;

/// <summary>Writes the parts of a text as word processors have them: paragraphs of a named style, runs of words, tables.</summary>
/// <param name="xml">Where to.</param>
public class DocxWriter(XmlWriter xml)
{
    protected XmlWriter Xml { get; } = xml;

    /// <summary>Begins the text.</summary>
    public void Begin()
    {
        Xml.WriteStartElement("w", "document", DocxPackage.W);
        Xml.WriteAttributeString("xmlns", "r", null, OfficePackage.R);
        Start("body");
    }

    /// <summary>Ends the text.</summary>
    /// <param name="section">What its sheets are like: <see cref="DocxLayout.Section"/>.</param>
    public void Finish(string section)
    {
        Xml.WriteRaw(section);
        Xml.WriteEndElement();
        Xml.WriteEndElement();
    }

    /// <param name="style">Identifier of its style.</param>
    /// <param name="words">Writes what stands in it.</param>
    /// <param name="properties">Writes what is set beside the style; null for nothing.</param>
    public void Paragraph(string style, Action words, Action? properties = null)
    {
        Start("p");
        Start("pPr");
        Value("pStyle", style);
        properties?.Invoke();
        End();
        words();
        End();
    }

    /// <summary>Begins a table with borders, as wide as the text.</summary>
    /// <param name="widths">Of its columns, in twentieths of a point.</param>
    public void TableFrame(IReadOnlyList<int> widths)
    {
        Start("tblPr");
        Xml.WriteStartElement("tblW", DocxPackage.W);
        Attribute("w", "5000");
        Attribute("type", "pct");
        End();
        Start("tblBorders");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            Start(side);
            Attribute("val", "single");
            Attribute("sz", "6");
            Attribute("space", "0");
            Attribute("color", "auto");
            End();
        }
        End();
        End();
        Start("tblGrid");
        foreach (var width in widths)
        {
            Start("gridCol");
            Attribute("w", XmlConvert.ToString(width));
            End();
        }
        End();
    }

    /// <summary>Begins a row of heads, which stands again on each sheet.</summary>
    public void StartHeads()
    {
        Start("tr");
        Start("trPr");
        Value("cantSplit", null);
        Value("tblHeader", null);
        End();
    }

    /// <summary>A cell.</summary>
    /// <param name="lines">One a paragraph.</param>
    /// <param name="width">Columns that it covers.</param>
    /// <param name="merges">Whether it is one with the cell above or below.</param>
    /// <param name="goesOn">Whether it is the cell above.</param>
    /// <param name="style">Name of its style.</param>
    public void Cell(IReadOnlyList<Action> lines, int width, bool merges = false, bool goesOn = false, string style = KnownStyles.Cell)
    {
        Start("tc");
        Start("tcPr");
        if (width > 1) Value("gridSpan", XmlConvert.ToString(width));
        if (merges) Value("vMerge", goesOn ? "continue" : "restart");
        Value("vAlign", "center");
        End();
        var id = style switch { KnownStyles.Group => "Group", KnownStyles.Small => "Small", _ => "Cell" };
        foreach (var line in lines) Paragraph(id, line);
        // A cell without a paragraph is not allowed.
        if (lines.Count == 0) Paragraph(id, () => { });
        End();
    }

    /// <summary>A run of words; nothing for none.</summary>
    public void Words(string? words, bool isBold = false)
    {
        if (string.IsNullOrEmpty(words)) return;
        Start("r");
        if (isBold)
        {
            Start("rPr");
            Value("b", null);
            End();
        }
        Start("t");
        Xml.WriteAttributeString("xml", "space", null, "preserve");
        Xml.WriteString(XmlWords.Sound(words));
        End();
        End();
    }

    public void Value(string name, string? value)
    {
        Start(name);
        if (value is not null) Attribute("val", value);
        End();
    }

    protected void Attribute(string name, string value) => Xml.WriteAttributeString(name, DocxPackage.W, value);

    public void Start(string name) => Xml.WriteStartElement(name, DocxPackage.W);

    public void End() => Xml.WriteEndElement();
}
