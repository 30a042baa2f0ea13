namespace Gongbao.Web.Formats.Office;

/// <summary>The parts of a DOCX file (ECMA-376) and how they name one another.</summary>
/// <param name="output">Left open.</param>
public sealed class DocxPackage(Stream output) : OfficePackage(output)
{
    /// <summary>The namespace of word processing.</summary>
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly (string Name, string Kind)[] Parts = [("styles", "styles"), ("settings", "settings"), ("numbering", "numbering"), ("footer1", "footer"), ("footer2", "footer")];

    /// <summary>What the file is made of, and where its links lead.</summary>
    /// <param name="links">Addresses by relation.</param>
    /// <param name="hasNumbering">Whether there is a part of automatic numbers.</param>
    public void Frame(IReadOnlyDictionary<string, string> links, bool hasNumbering = true)
    {
        var parts = Parts.Where(p => hasNumbering || p.Name != "numbering").ToList();
        ContentTypes([("/word/document.xml", Word + "document.main+xml"), .. parts.Select(p => ($"/word/{p.Name}.xml", $"{Word}{p.Kind}+xml"))]);
        Relations("_rels/.rels", [("document", "officeDocument", "word/document.xml", false)]);
        Relations("word/_rels/document.xml.rels", [.. parts.Select(p => (p.Name, p.Kind, p.Name + ".xml", false)), .. links.Select(l => (l.Key, "hyperlink", l.Value, true))]);
    }

    /// <summary>Styles, settings and the numbers of pages.</summary>
    public void Layout()
    {
        Part("word/styles.xml", DocxLayout.Styles);
        Part("word/settings.xml", DocxLayout.Settings);
        Part("word/footer1.xml", DocxLayout.Footer(isEven: false));
        Part("word/footer2.xml", DocxLayout.Footer(isEven: true));
    }
}
