using System.Text;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Ingest;

/// <summary>Writes the words taken out of a file line by line, and keeps what the file says of each.</summary>
internal sealed class LayoutWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<KnownLine> _lines = [];
    private readonly List<KnownGrid> _grids = [];
    private readonly List<SourceDoubt> _doubts = [];
    private static readonly KnownGrid Nothing = new(0, 0, []);

    private int? _grid;
    private bool _isNewPage;

    /// <summary>Number of the line that comes next, from 1.</summary>
    public int NextLine => _lines.Count + 1;

    public bool HasWords => _lines.Count > 0;

    /// <summary>Writes a paragraph, one line for each break that its writer made. One without words is left out.</summary>
    public void Paragraph(ReadOnlySpan<char> words, LineKind kind = LineKind.Text)
    {
        var from = 0;
        var last = -1;
        foreach (var range in words.Split('\n'))
        {
            var line = words[range].TrimEnd();
            if (line.IsWhiteSpace()) continue;
            if (_lines.Count > 0) _text.Append('\n');
            from = _text.Length;
            if (_isNewPage) _text.Append('\f');
            _isNewPage = false;
            Append(line);
            if (_text.Length > IngestLimits.Characters) throw IngestLimits.TooLong();
            last = _lines.Count;
            _lines.Add(new(new(from, _text.Length), kind, null, _grid));
        }
        if (last >= 0) _lines[last] = _lines[last] with { EndsParagraph = true };
    }

    /// <summary>Characters that would break a line or mean nothing become spaces.</summary>
    private void Append(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
            if (c != '\uFEFF') _text.Append(c is < ' ' and not '\t' or '\u0085' or '\u2028' or '\u2029' or '\u007F' ? ' ' : c);
    }

    /// <summary>The next line is the first of a page, and says so by a form feed.</summary>
    public void BreakPage() => _isNewPage = _lines.Count > 0;

    /// <summary>Lines written until the table ends or pauses belong to it.</summary>
    /// <returns>Its index, to go on with it behind other lines.</returns>
    public int BeginGrid()
    {
        _grids.Add(Nothing);
        return (_grid = _grids.Count - 1).Value;
    }

    public void PauseGrid() => _grid = null;

    public void ResumeGrid(int index) => _grid = index;

    /// <summary>Gives the cells of the table at hand, or of one that paused.</summary>
    public void EndGrid(KnownGrid grid, int? index = null)
    {
        _grids[index ?? _grid!.Value] = grid;
        _grid = null;
    }

    public void Doubt(string at, string why, int? line = null) => _doubts.Add(new(at, why, line ?? Math.Max(1, _lines.Count)));

    /// <param name="name">Of the file.</param>
    /// <param name="bytes">Of the file.</param>
    /// <param name="format">What it is.</param>
    /// <param name="isPrinted">Whether the lines are those of printed pages, and what they are has to be learnt.</param>
    public SourceText Done(string name, byte[] bytes, string format, bool isPrinted = false) =>
        SourceText.Extracted(name, bytes, format, _text.ToString(), new() { Lines = _lines, Grids = _grids, Doubts = _doubts, IsPrinted = isPrinted });
}
