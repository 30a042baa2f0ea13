using System.Globalization;
using System.Text;
using System.Xml;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Reads the words of one paragraph: runs, links, results of fields, symbols. Deleted, hidden and remarked words are left out and noted.
/// </summary>
/// <param name="styles">Of the document.</param>
/// <param name="fields">For each field that is open, whether its result has begun: a field runs over many paragraphs, as a table of contents does.</param>
/// <param name="note">Told of what is left out.</param>
internal sealed class DocxRuns(StylesPart styles, Stack<bool> fields, Action<DocxMark> note)
{
    private readonly StringBuilder _text = new();

    private bool? _isHiddenByStyle;

    public string Text => _text.Length == 0 ? "" : _text.ToString();

    public ParagraphProperties Properties { get; private set; }

    /// <summary>Whether words were left out because they are hidden.</summary>
    public bool WasHidden { get; private set; }

    /// <summary>Whether a control with a tag, to be filled in, stands in it.</summary>
    public bool HasControl { get; private set; }

    /// <summary>Words of text boxes (文本框) anchored here.</summary>
    public List<string> Boxes { get; } = [];

    public List<(string Kind, int Id)> NoteReferences { get; } = [];

    /// <summary>Takes the paragraph at hand wholly; what was read of one before is forgotten.</summary>
    public void Paragraph(XmlReader xml)
    {
        _text.Clear();
        (Properties, WasHidden, HasControl) = (default, false, false);
        if (Boxes.Count > 0) Boxes.Clear();
        if (NoteReferences.Count > 0) NoteReferences.Clear();
        _isHiddenByStyle = styles.IsHidden(null);
        Inside(xml);
    }

    private void Inside(XmlReader xml)
    {
        if (xml.Inside() is not { } depth) return;
        while (xml.NextChild(depth)) Element(xml);
    }

    private void Element(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "pPr":
                Properties = ParagraphProperties.Read(xml);
                _isHiddenByStyle = styles.IsHidden(Properties.Style);
                break;
            case "r" when xml.IsWord(): Run(xml); break;
            case "ins" or "moveTo" when xml.IsWord():
                note(DocxMark.Inserted);
                Inside(xml);
                break;
            case "del" or "moveFrom" when xml.IsWord():
                note(DocxMark.Deleted);
                xml.Pass();
                break;
            case "sdtPr" when xml.IsWord():
                HasControl |= HasTag(xml);
                break;
            case "rt" or "sdtEndPr" or "Fallback" or "smartTagPr" or "customXmlPr" or "fldData": xml.Pass(); break;
            case "oMath":
                note(DocxMark.Formula);
                Math(xml);
                break;
            default: Inside(xml); break;
        }
    }

    private static bool HasTag(XmlReader xml)
    {
        var any = false;
        if (xml.Inside() is { } depth)
            while (xml.NextChild(depth))
            {
                any |= xml.LocalName == "tag";
                xml.Pass();
            }
        return any;
    }

    private void Run(XmlReader xml)
    {
        if (xml.Inside() is not { } depth) return;
        var isHidden = _isHiddenByStyle ?? false;
        while (xml.NextChild(depth))
        {
            if (xml.LocalName == "rPr" && xml.IsWord())
            {
                var properties = RunProperties.Read(xml);
                isHidden = properties.IsHidden ?? styles.IsHiddenCharacter(properties.Style) ?? isHidden;
            }
            else Piece(xml, isHidden);
        }
    }

    private void Piece(XmlReader xml, bool isHidden)
    {
        switch (xml.LocalName)
        {
            case "t" when xml.IsWord(): Write(xml.Words(), isHidden); return;
            case "tab" or "ptab": Write("\t", isHidden); break;
            case "br" or "cr": Write("\n", isHidden); break;
            case "noBreakHyphen": Write("-", isHidden); break;
            case "sym": Symbol(xml, isHidden); break;
            case "fldChar": Field(xml.Attribute("fldCharType")); break;
            case "footnoteReference": Note("注", xml, isHidden); break;
            case "endnoteReference": Note("尾注", xml, isHidden); break;
            case "commentReference": note(DocxMark.Comment); break;
            case "drawing" or "pict" or "object" or "AlternateContent":
                if (!Drawing(xml)) note(DocxMark.Picture);
                return;
            case "ruby":
                Ruby(xml);
                return;
        }
        xml.Pass();
    }

    private void Write(string words, bool isHidden)
    {
        if (fields.Count > 0 && fields.Contains(false)) return;
        if (!isHidden) Append(words);
        else if (!string.IsNullOrWhiteSpace(words))
        {
            WasHidden = true;
            note(DocxMark.Hidden);
        }
    }

    private void Append(string words)
    {
        if (_text.Length + words.Length > IngestLimits.Characters) throw IngestLimits.TooLong();
        if (words is "\n") _text.Append('\n');
        else foreach (var c in words) _text.Append(c is '\n' or '\r' ? ' ' : c);
    }

    private void Symbol(XmlReader xml, bool isHidden)
    {
        if (!int.TryParse(xml.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) || code is <= 0 or > 0xFFFF || char.IsSurrogate((char)code)) return;
        var c = (char)code;
        if (c is >= '\uE000' and <= '\uF8FF')
        {
            if (Bullets.Symbol(c) is { } known) c = known;
            else
            {
                note(DocxMark.Symbol);
                c = '□';
            }
        }
        Write(c.ToString(), isHidden);
    }

    private void Field(string? type)
    {
        if (type == "begin") fields.Push(false);
        else if (fields.TryPop(out _) && type == "separate") fields.Push(true);
    }

    private void Note(string kind, XmlReader xml, bool isHidden)
    {
        if (xml.Number("id") is not { } id) return;
        NoteReferences.Add((kind, id));
        Write($"〔{kind}{id}〕", isHidden);
    }

    /// <summary>
    /// The words of text boxes inside a drawing. Where a drawing is kept in two forms only the first is read.
    /// </summary>
    /// <returns>Whether it has a text box.</returns>
    private bool Drawing(XmlReader xml)
    {
        if (xml.LocalName == "txbxContent")
        {
            Box(xml);
            return true;
        }
        if (xml.LocalName is "Fallback" || xml.Inside() is not { } depth)
        {
            var isNothing = xml.LocalName is "Fallback";
            xml.Pass();
            return isNothing;
        }
        var any = false;
        while (xml.NextChild(depth)) any |= Drawing(xml);
        return any;
    }

    private void Box(XmlReader xml)
    {
        if (xml.Inside() is not { } depth) return;
        while (xml.NextChild(depth))
        {
            if (xml.LocalName == "p" && xml.IsWord())
            {
                var inner = new DocxRuns(styles, [], note);
                inner.Paragraph(xml);
                if (!string.IsNullOrWhiteSpace(inner.Text)) Boxes.Add(inner.Text);
                Boxes.AddRange(inner.Boxes);
            }
            else if (xml.LocalName is "Fallback" or "del" or "moveFrom") xml.Pass();
            else Box(xml);
        }
    }

    private void Ruby(XmlReader xml)
    {
        if (xml.Inside() is not { } depth) return;
        while (xml.NextChild(depth))
        {
            if (xml.LocalName == "rubyBase") Inside(xml);
            else xml.Pass();
        }
    }

    private void Math(XmlReader xml)
    {
        if (xml.Inside() is not { } depth) return;
        while (xml.NextChild(depth))
        {
            if (xml.LocalName == "t") Write(xml.Words(), false);
            else Math(xml);
        }
    }
}
