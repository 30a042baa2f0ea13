using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>Where cells of running words begin: tasks, outputs, contents of items.</summary>
internal sealed class TextCuts
{
    private static readonly SearchValues<char> Brackets = SearchValues.Create("（“《(〔）”》)〕");
    private readonly TableLine[] _lines;
    private readonly LineRange _block;
    private readonly int[] _depth;
    private readonly sbyte[] _body;
    private readonly double _blankWeight;

    /// <summary>What the lines of a block of words show before its columns are told apart.</summary>
    public TextCuts(TableLine[] lines, LineRange block, BodyText body)
    {
        (_lines, _block) = (lines, block);
        _depth = Depths(lines, block);
        _body = new sbyte[block.Count];
        MarkSentences(block, body);
        _blankWeight = BlankWeight(lines, block);
    }

    /// <summary>Whether a sentence of the body begins with the line.</summary>
    public bool BeginsSentence(int line) => _body[line - _block.From] > 0;

    public CellCuts Of(LineRange column, bool endsWithStop)
    {
        var widest = 0;
        for (var i = column.From; i < column.To; i++) widest = Math.Max(widest, _lines[i].Width);
        var likely = new double[Math.Max(0, column.Count - 1)];
        for (var i = column.From + 1; i < column.To; i++) likely[i - column.From - 1] = At(i, widest, endsWithStop);
        return new(column, likely, Blanks(_lines, column));
    }

    /// <summary>For each line but the first, whether a blank line stands above it; null where none does.</summary>
    internal static bool[]? Blanks(TableLine[] lines, LineRange column)
    {
        bool[]? blanks = null;
        for (var i = column.From + 1; i < column.To; i++)
            if (lines[i].BlankBefore) (blanks ??= new bool[column.Count - 1])[i - column.From - 1] = true;
        return blanks;
    }

    /// <summary>How likely a cell ends before the line, among lines as wide as those from <paramref name="from"/> on.</summary>
    public double Before(int line, int from, bool endsWithStop)
    {
        var widest = 0;
        for (var i = from; i < line; i++) widest = Math.Max(widest, _lines[i].Width);
        return At(line, widest, endsWithStop);
    }

    private double At(int i, int widest, bool endsWithStop)
    {
        var (before, text) = (_lines[i - 1].Text, _lines[i].Text);
        if (before[^1] is '、' or '，' or '：' or '（' or '“' or '《' or '(' or '—' || text[0] is '，' or '。' or '、' or '；' or '：' or '）' or '”' or '》' or '〉' or ')' || _depth[i - _block.From] > 0 || _body[i - _block.From] < 0)
            return CellCuts.Never;
        var stopped = before[^1] is '。' or '！' or '？';
        var gap = widest - _lines[i - 1].Width;
        var likely = (stopped, gap) switch
        {
            (true, >= 4) => 3.5,
            (true, >= 2) => 1.5,
            (true, _) => 0.7,
            (false, >= 10) => 2.5,
            (false, >= 5) => 1.5,
            (false, >= 3) => 0,
            (false, _) => -3,
        };
        if (!stopped && endsWithStop) likely -= 2;
        if (before[^1] == '；') likely -= 1.5;
        if (BeginsSentence(i)) likely += 1.5;
        else if (stopped && BeginsSentence(i - 1)) likely -= 0.2;
        return likely + (_lines[i].BlankBefore ? _blankWeight : -_blankWeight);
    }

    /// <summary>Blank lines say something only where some lines have one above and most do not.</summary>
    internal static double BlankWeight(TableLine[] lines, LineRange block)
    {
        var blanks = 0;
        for (var i = block.From + 1; i < block.To; i++)
            if (lines[i].BlankBefore) blanks++;
        return block.Count < 3 || blanks == 0 || blanks * 10 > (block.Count - 1) * 8 ? 0 : 1.2;
    }

    /// <summary>How many quotation marks and brackets stand open before each line of the block.</summary>
    internal static int[] Depths(TableLine[] lines, LineRange block)
    {
        var depths = new int[block.Count];
        Depths(lines, block, depths);
        return depths;
    }

    internal static void Depths(TableLine[] lines, LineRange block, System.Span<int> depths)
    {
        var (depth, since) = (0, 0);
        for (var i = block.From; i < block.To; i++)
        {
            depths[i - block.From] = depth;
            var rest = lines[i].Text.AsSpan();
            while (rest.IndexOfAny(Brackets) is >= 0 and var at)
            {
                if (rest[at] is '（' or '“' or '《' or '(' or '〔') (depth, since) = (depth + 1, i);
                else depth = Math.Max(0, depth - 1);
                rest = rest[(at + 1)..];
            }
            if (depth > 0 && i - since > 6) depth = 0;
        }
    }

    private void MarkSentences(LineRange block, BodyText body)
    {
        if (!body.HasSentences) return;
        var starts = new int[block.Count + 1];
        for (var i = 0; i < block.Count; i++) starts[i + 1] = starts[i] + _lines[block.From + i].Text.Length;
        var words = TableLine.Joined(_lines, block).AsSpan();
        var line = 0;
        for (int from = 0, to; from < words.Length; from = to)
        {
            to = BodyText.SentenceEnd(words, from);
            while (line < block.Count && starts[line] < from) line++;
            var known = body.HasSentence(words[from..to]);
            var first = line;
            var begin = from;
            for (var l = line; !known && l < block.Count && starts[l] < to && l - line < 60; l++)
            {
                if (starts[l] == from || to - starts[l] > 1000 || !body.HasSentence(words[starts[l]..to])) continue;
                (known, first, begin) = (true, l, starts[l]);
            }
            if (!known) continue;
            for (var l = first; l < block.Count && starts[l] < to; l++) _body[l] = (sbyte)(starts[l] == begin ? 1 : -1);
        }
    }
}
