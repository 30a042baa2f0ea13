using System.Globalization;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Ingest;

/// <summary>
/// Prints generated documents as DOCX. Which levels are numbered by the word processor is left to the dice; where its count would not be
/// the printed one, a list that begins anew is used, as officials do.
/// </summary>
internal sealed class DocxPress(Dice dice, double automatic)
{
    private static readonly MarkerStyle[] Styles = [MarkerStyle.Comma, MarkerStyle.Bracketed, MarkerStyle.Dotted, MarkerStyle.BracketedDigits];
    private static readonly string[] Formats = ["chineseCounting", "chineseCountingThousand", "decimal", "decimal"];

    private readonly DocxMaker _maker = new();
    private readonly List<string> _abstracts = [];
    private readonly List<string> _lists = [];

    /// <summary>How many paragraphs got their number from the word processor, and how many lists began anew.</summary>
    public int Numbered { get; private set; }

    public int Restarts { get; private set; }

    public static byte[] Print(IReadOnlyList<Draft> drafts, DocxPress press)
    {
        foreach (var draft in drafts) press.Print(draft);
        return press._maker.Numbering(string.Concat(press._abstracts) + string.Concat(press._lists)).Bytes();
    }

    private void Print(Draft draft)
    {
        var list = new List();
        var levels = Styles.Select(_ => dice.Chance(automatic)).ToArray();
        var suffix = dice.Pick(["nothing", "nothing", "tab", "space"]);
        foreach (var block in draft.Blocks)
        {
            switch (block)
            {
                case Lines lines:
                    foreach (var line in lines.Text) _maker.Paragraph(line);
                    break;
                case Paragraph paragraph: Print(paragraph.Text, list, levels); break;
                case Table table: _maker.Raw(Rows(table)); break;
            }
        }
        if (list.Id > 0) _abstracts.Add($"<w:abstractNum w:abstractNumId=\"{list.Id}\">{string.Concat(list.Texts.Select((t, i) => Level(i, t ?? "", suffix)))}</w:abstractNum>");
    }

    private sealed class List
    {
        public int Id { get; set; }
        public int Number { get; set; }
        public string?[] Texts { get; } = new string?[4];
        public int?[] Counts { get; } = new int?[4];
    }

    private void Print(string text, List list, bool[] levels)
    {
        var marker = Markers.TryRead(text);
        var level = marker is { } found ? Array.IndexOf(Styles, found.Style) : -1;
        if (level < 0 || !levels[level])
        {
            _maker.Paragraph(text);
            return;
        }
        var label = text[..marker!.Value.Length];
        var words = level switch { 0 => $"%1{label[^1]}", 1 or 3 => $"{label[0]}%{level + 1}{label[^1]}", _ => $"%3{label[^1]}" };
        if ((list.Texts[level] ??= words) != words)
        {
            _maker.Paragraph(text);
            return;
        }
        if (list.Id == 0) list.Id = _abstracts.Count + _lists.Count + 1;
        var next = list.Counts[level] is { } count ? count + 1 : 1;
        if (list.Number == 0 || next != marker.Value.Value) Begin(list, level, marker.Value.Value);
        for (var above = 0; above < level; above++) list.Counts[above] ??= 1;
        list.Counts[level] = marker.Value.Value;
        Array.Clear(list.Counts, level + 1, 3 - level);
        _maker.Paragraph(text[label.Length..], level, list.Number);
        Numbered++;
    }

    private void Begin(List list, int level, int value)
    {
        list.Number = _lists.Count + 1;
        if (value != 1 || list.Counts[level] is not null) Restarts++;
        _lists.Add(string.Create(CultureInfo.InvariantCulture, $"<w:num w:numId=\"{list.Number}\"><w:abstractNumId w:val=\"{list.Id}\"/><w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{value}\"/></w:lvlOverride></w:num>"));
    }

    private static string Level(int at, string text, string suffix) =>
        $"<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{Formats[at]}\"/><w:suff w:val=\"{suffix}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>";

    /// <summary>All pages as one table with the head of its columns, merged cells merged.</summary>
    private static string Rows(Table table)
    {
        var columns = table.Pages[0].Columns;
        var rows = new List<string[]> { Head(columns) };
        foreach (var page in table.Pages)
        {
            var height = page.Columns.Max(c => c.Over?.Sum() ?? c.Cells.Count);
            var cells = page.Columns.Select(c => Spread(c, height)).ToList();
            for (var row = 0; row < height; row++) rows.Add([.. cells.Select(c => c[row])]);
        }
        return DocxMaker.TableXml([.. rows]);
    }

    /// <summary>A column without a name shares its neighbour's.</summary>
    private static string[] Head(IReadOnlyList<TableColumn> columns)
    {
        var head = new List<string>();
        for (var c = 0; c < columns.Count; c++)
        {
            if (columns[c].Name.Length == 0) continue;
            var span = 1 + columns.Skip(c + 1).TakeWhile(n => n.Name.Length == 0).Count();
            head.Add(span > 1 ? $"<{span}{columns[c].Name}" : columns[c].Name);
        }
        return [.. head];
    }

    private static List<string> Spread(TableColumn column, int height)
    {
        var cells = new List<string>();
        for (var i = 0; i < column.Cells.Count; i++)
        {
            cells.Add(string.Join('\n', column.Cells[i]));
            for (var more = (column.Over?[i] ?? 1) - 1; more > 0; more--) cells.Add("^");
        }
        while (cells.Count < height) cells.Add("");
        return cells;
    }
}
