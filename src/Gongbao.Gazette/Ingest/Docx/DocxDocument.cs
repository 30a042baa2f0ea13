using System.Text;
using System.Xml;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Ingest;

/// <summary>Walks the parts of a DOCX in the order in which they are read, and writes their paragraphs and tables.</summary>
internal sealed class DocxDocument(StylesPart styles, NumberingDefinitions numbers, LayoutWriter writer, DocxReport report)
{
    private readonly NumberCounter _counter = new(numbers);
    private readonly Dictionary<(string Kind, int Id), string> _notes = [];
    private readonly List<string> _after = [];
    private readonly Stack<bool> _fields = [];
    private readonly HashSet<string> _furniture = new(StringComparer.Ordinal);
    private string _carried = "";
    private bool _isNumbered;
    private int _tables;

    public bool HasWords { get; private set; }

    /// <summary>Notes, to be written behind the paragraph that refers to them.</summary>
    public void Notes(string kind, XmlReader? part)
    {
        if (part is null) return;
        using var xml = part;
        if (xml.MoveToContent() is not XmlNodeType.Element || xml.Inside() is not { } depth) return;
        while (xml.NextChild(depth))
        {
            if (xml.Number("id") is not { } id || xml.Attribute("type") is "separator" or "continuationSeparator" or "continuationNotice")
            {
                xml.Pass();
                continue;
            }
            _notes[(kind, id)] = PlainWords(xml);
        }
    }

    /// <summary>A header or a footer: page furniture, each once.</summary>
    public void Furniture(XmlReader part)
    {
        using var xml = part;
        if (xml.MoveToContent() is not XmlNodeType.Element) return;
        foreach (var line in PlainWords(xml).Split('\n'))
            if (_furniture.Add(line)) writer.Paragraph(line, LineKind.RunningHead);
    }

    public void Body(XmlReader part)
    {
        using var xml = part;
        if (xml.MoveToContent() is XmlNodeType.Element) Blocks(xml);
        Flush("");
        report.Write(writer);
    }

    /// <summary>All paragraphs of the element at hand, numbers and furniture left out, one a line.</summary>
    private string PlainWords(XmlReader xml)
    {
        var words = new StringBuilder();
        Deep(xml);
        return words.ToString().Trim('\n');

        void Deep(XmlReader at)
        {
            if (at.Inside() is not { } depth) return;
            while (at.NextChild(depth))
            {
                if (at.LocalName == "p" && at.IsWord())
                {
                    var runs = new DocxRuns(styles, [], _ => { });
                    runs.Paragraph(at);
                    words.Append(runs.Text).Append('\n');
                }
                else if (at.LocalName is "Fallback" or "del" or "moveFrom") at.Pass();
                else Deep(at);
            }
        }
    }

    /// <summary>Paragraphs and tables inside the element at hand, whatever wraps them.</summary>
    private void Blocks(XmlReader xml)
    {
        if (xml.Inside() is not { } depth) return;
        while (xml.NextChild(depth)) Block(xml);
    }

    private void Block(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p" when xml.IsWord(): Paragraph(xml); break;
            case "tbl" when xml.IsWord(): Table(xml); break;
            case "altChunk":
                report.Embedded++;
                xml.Pass();
                break;
            case "del" or "moveFrom" when xml.IsWord():
                report.Deleted(writer);
                xml.Pass();
                break;
            case "sectPr" or "Fallback" or "sdtPr" or "sdtEndPr": xml.Pass(); break;
            default: Blocks(xml); break;
        }
    }

    private void Paragraph(XmlReader xml)
    {
        var runs = new DocxRuns(styles, _fields, report.At(writer));
        runs.Paragraph(xml);
        foreach (var box in runs.Boxes) _after.Add(box);
        foreach (var (kind, id) in runs.NoteReferences)
            if (_notes.Remove((kind, id), out var note) && note.Length > 0) _after.Add($"〔{kind}{id}〕{note.TrimStart()}");
        var mark = runs.Properties.Mark;
        var isHidden = mark.IsHidden ?? styles.IsHidden(runs.Properties.Style) ?? false;
        if (mark.IsDeleted)
        {
            report.Deleted(writer);
            _carried += runs.Text;
            return;
        }
        if (isHidden && runs.Text.Length == 0 && runs.WasHidden) return;
        var number = _isNumbered ? null : styles.NumberingOf(runs.Properties, numbers) is { } use ? _counter.Next(use) : null;
        if (isHidden && runs.Text.Length > 0)
        {
            _carried += number?.WithSuffix + runs.Text;
            _isNumbered = true;
            return;
        }
        Flush(number is { } shown ? shown.WithSuffix + _carried + runs.Text : _carried + runs.Text);
    }

    private void Flush(string words)
    {
        if (words.Length == 0) words = _carried;
        (_carried, _isNumbered) = ("", false);
        var before = writer.NextLine;
        writer.Paragraph(words);
        if (_tables == 0) After();
        HasWords |= writer.NextLine > before;
    }

    /// <summary>What stands beside a paragraph on the page: text boxes and notes.</summary>
    private void After()
    {
        foreach (var words in _after)
            foreach (var line in words.Split('\n')) writer.Paragraph(line);
        HasWords |= _after.Count > 0;
        _after.Clear();
    }

    private void Table(XmlReader xml)
    {
        if (_tables++ == 0) writer.BeginGrid();
        var rows = new DocxTable(writer, report, Block);
        rows.Read(xml, isNested: _tables > 1);
        Flush("");
        if (--_tables > 0) return;
        writer.EndGrid(rows.Grid());
        After();
    }
}
