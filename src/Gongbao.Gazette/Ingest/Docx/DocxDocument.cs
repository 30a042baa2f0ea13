using System.Text;
using System.Xml;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>Walks the parts of a DOCX in the order in which they are read, and writes their paragraphs and tables.</summary>
internal sealed class DocxDocument
{
    private readonly StylesPart _styles;
    private readonly NumberingDefinitions _numbers;
    private readonly LayoutWriter _writer;
    private readonly DocxReport _report;
    private readonly NumberCounter _counter;
    private readonly DocxRuns _runs;
    private readonly CellSigns _signs = new();
    private readonly Dictionary<(string Kind, int Id), string> _notes = [];
    private readonly List<string> _after = [];
    private readonly HashSet<string> _furniture = new(StringComparer.Ordinal);
    private readonly StringBuilder _carried = new();
    private bool _isNumbered;
    private int _tables;

    public DocxDocument(StylesPart styles, NumberingDefinitions numbers, LayoutWriter writer, DocxReport report)
    {
        (_styles, _numbers, _writer, _report, _counter) = (styles, numbers, writer, report, new(numbers));
        _runs = new(styles, new(), report.Note);
    }

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
            if (_furniture.Add(line)) _writer.Paragraph(line, LineKind.RunningHead);
    }

    public void Body(XmlReader part)
    {
        using var xml = part;
        if (xml.MoveToContent() is XmlNodeType.Element) Blocks(xml);
        Flush(null, "");
        _report.Write(_writer);
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
                    var runs = new DocxRuns(_styles, [], _ => { });
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
                _report.Embedded++;
                xml.Pass();
                break;
            case "del" or "moveFrom" when xml.IsWord():
                _report.Deleted(_writer);
                xml.Pass();
                break;
            case "sectPr" or "Fallback" or "sdtPr" or "sdtEndPr": xml.Pass(); break;
            default: Blocks(xml); break;
        }
    }

    private void Paragraph(XmlReader xml)
    {
        var runs = _runs;
        _report.Line = _writer.NextLine;
        runs.Paragraph(xml);
        _signs.Add(_styles.NameOf(runs.Properties.Style), runs.HasControl);
        _after.AddRange(runs.Boxes);
        foreach (var (kind, id) in runs.NoteReferences)
            if (_notes.Remove((kind, id), out var note) && note.Length > 0) _after.Add($"〔{kind}{id}〕{note.TrimStart()}");
        var mark = runs.Properties.Mark;
        var isHidden = mark.IsHidden ?? _styles.IsHidden(runs.Properties.Style) ?? false;
        var text = runs.Text;
        if (mark.IsDeleted)
        {
            _report.Deleted(_writer);
            Carry(text);
            return;
        }
        if (isHidden && text.Length == 0 && runs.WasHidden) return;
        var number = _isNumbered ? null : _styles.NumberingOf(runs.Properties, _numbers) is { } use ? _counter.Next(use) : null;
        if (isHidden && text.Length > 0)
        {
            Carry(number?.WithSuffix + text);
            _isNumbered = true;
            return;
        }
        Flush(number?.WithSuffix, text);
    }

    /// <summary>Words whose paragraph does not end where its mark is: they begin the next.</summary>
    private void Carry(string words)
    {
        if (_carried.Length + words.Length > IngestLimits.Characters) throw IngestLimits.TooLong();
        _carried.Append(words);
    }

    private void Flush(string? number, string words)
    {
        if (number is not null || _carried.Length > 0) words = number + _carried + words;
        _carried.Clear();
        _isNumbered = false;
        var before = _writer.NextLine;
        _writer.Paragraph(words);
        if (_tables == 0) After();
        HasWords |= _writer.NextLine > before;
    }

    /// <summary>What stands beside a paragraph on the page: text boxes and notes.</summary>
    private void After()
    {
        foreach (var words in _after)
            foreach (var line in words.Split('\n')) _writer.Paragraph(line);
        HasWords |= _after.Count > 0;
        _after.Clear();
    }

    private void Table(XmlReader xml)
    {
        if (_tables++ == 0) _writer.BeginGrid();
        var rows = new DocxTable(_writer, _report, _signs, Block);
        rows.Read(xml, isNested: _tables > 1);
        Flush(null, "");
        if (--_tables > 0) return;
        _writer.EndGrid(rows.Grid());
        After();
    }
}
