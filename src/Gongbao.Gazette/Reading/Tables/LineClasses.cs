using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>What the words of each line of a table look like, column by column unknown yet.</summary>
internal sealed class LineClasses
{
    private const int MostLimitLines = 4;

    /// <summary>What divides a list of units, and the brackets that keep it from doing so.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("、，。；,：（(）)");

    private LineClasses(int count) => (IsNumber, IsLimit, IsPoints, Units, LimitStarts) = (new bool[count], new bool[count], new bool[count], new double[count], new byte[count]);

    /// <summary>A row's number: at most three figures, or a Chinese numeral.</summary>
    public bool[] IsNumber { get; }

    /// <summary>Part of a time limit.</summary>
    public bool[] IsLimit { get; }

    /// <summary>Points: 5分.</summary>
    public bool[] IsPoints { get; }

    /// <summary>From −1, a sentence, to 1, names of units.</summary>
    public double[] Units { get; }

    /// <summary>Bit k is set where the k+1 lines from here make one limit.</summary>
    public byte[] LimitStarts { get; }

    public static LineClasses Of(TableLine[] lines, int from, int to)
    {
        var classes = new LineClasses(lines.Length);
        for (var i = from; i < to; i++)
        {
            var text = lines[i].Text;
            classes.IsNumber[i] = IsRowNumber(text);
            classes.IsPoints[i] = IsPoint(text);
            classes.MarkLimits(lines, i, to);
        }
        classes.MarkUnits(lines, from, to);
        return classes;
    }

    internal static bool IsRowNumber(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd("．.、");
        if (text.Length > 2 && text[0] is '（' or '(' && text[^1] is '）' or ')') text = text[1..^1];
        if (text.Length is 0 or > 3) return false;
        var digits = true;
        foreach (var c in text) digits &= Characters.IsDigit(c);
        return digits || Ordinals.Chinese(text) is not null && text.IndexOfAny('零', '两', '廿') < 0;
    }

    internal static bool IsPoint(ReadOnlySpan<char> text)
    {
        var figures = text.TrimEnd('分');
        if (figures.Length is 0 or > 5 || text.Length - figures.Length > 1) return false;
        foreach (var c in figures)
            if (!Characters.IsDigit(c) && c != '.') return false;
        return Characters.IsDigit(figures[0]);
    }

    private void MarkLimits(TableLine[] lines, int i, int to)
    {
        if (!LimitShape.MayBegin(lines[i].Text[0]) && !LimitShape.IsNone(lines[i].Text)) return;
        System.Span<char> text = stackalloc char[LimitShape.LongestLimit];
        var length = 0;
        for (var k = 0; k < MostLimitLines && i + k < to; k++)
        {
            if (!lines[i + k].Text.TryCopyTo(text[length..])) return;
            length += lines[i + k].Text.Length;
            if (!LimitShape.Matches(text[..length]) && !(k == 0 && LimitShape.IsNone(lines[i].Text))) continue;
            LimitStarts[i] |= (byte)(1 << k);
            for (var j = i; j <= i + k; j++) IsLimit[j] = true;
        }
    }

    /// <summary>
    /// Items between commas are looked at whole, across lines; each line gets the mean of the items it holds. A line that is a name by
    /// itself counts as one.
    /// </summary>
    private void MarkUnits(TableLine[] lines, int from, int to)
    {
        var item = ArrayPool<char>.Shared.Rent(LengthOf(lines, from, to));
        var (start, depth, length) = (from, 0, 0);
        var sums = new double[lines.Length];
        var weights = new double[lines.Length];
        for (var i = from; i < to; i++)
        {
            var rest = lines[i].Text.AsSpan();
            while (rest.IndexOfAny(Marks) is >= 0 and var at)
            {
                var mark = rest[at];
                if (mark is '（' or '(') depth++;
                if (mark is '）' or ')') depth = Math.Max(0, depth - 1);
                var divides = depth == 0 && mark is not ('（' or '(' or '）' or ')');
                Append(rest[..(divides ? at : at + 1)]);
                rest = rest[(at + 1)..];
                if (!divides) continue;
                Close(i, mark is '：');
                start = i;
            }
            Append(rest);
            if (depth > 0 && length > 60 || length > 200) depth = 0;
            if (EndsListWithoutMark(lines, i, to, item.AsSpan(0, length)))
            {
                Close(i, false);
                start = i + 1;
            }
        }
        Close(to - 1, false);
        ArrayPool<char>.Shared.Return(item);
        for (var i = from; i < to; i++)
            Units[i] = weights[i] == 0 ? 0 : sums[i] / weights[i];

        void Append(ReadOnlySpan<char> words)
        {
            words.CopyTo(item.AsSpan(length));
            length += words.Length;
        }

        void Close(int last, bool isLabel)
        {
            if (length > 0 && start <= last)
            {
                var words = item.AsSpan(0, length);
                var score = isLabel ? -1 : UnitNames.Sureness(words) is > 0 and var sure ? sure : UnitNames.IsPlace(words) ? 0.3 : -1;
                var weight = (double)length / (last - start + 1);
                for (var i = start; i <= last; i++)
                {
                    sums[i] += score * weight;
                    weights[i] += weight;
                }
            }
            length = 0;
        }
    }

    private static int LengthOf(TableLine[] lines, int from, int to)
    {
        var length = 0;
        for (var i = from; i < to; i++) length += lines[i].Text.Length;
        return length;
    }

    /// <summary>Names printed one a line have no comma between them: the next line begins another name.</summary>
    private static bool EndsListWithoutMark(TableLine[] lines, int i, int to, ReadOnlySpan<char> item) =>
        item.Length is >= 3 and <= 24 && i + 1 < to && (UnitNames.BeginsName(lines[i + 1].Text) || UnitNames.IsName(lines[i + 1].Text)) && UnitNames.IsName(item);
}
