using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations.Detection;

/// <summary>Reads a title in its marks (书名号) and the brackets right behind it.</summary>
internal static class TitleMarks
{
    private const int LongestTitle = 200;
    private const int LongestBracket = 160;
    private static readonly string[] Naming = ["以下简称", "以下统称", "以下称", "下称", "简称"];

    /// <summary>The place behind the mark that closes the one at a place, inner marks in pairs; negative where it is not closed within a sentence.</summary>
    public static int Close(string text, int open)
    {
        Span<char> marks = stackalloc char[8];
        var depth = 0;
        for (var i = open; i < Math.Min(text.Length, open + LongestTitle); i++)
        {
            switch (text[i])
            {
                case '《' or '〈':
                    if (depth == marks.Length) return -1;
                    marks[depth++] = text[i];
                    break;
                case '〉':
                    if (depth > 1 && marks[depth - 1] == '〈') depth--;
                    break;
                case '》':
                    // An inner mark that is never closed ends with the outer one.
                    while (depth > 0 && marks[depth - 1] == '〈') depth--;
                    if (--depth <= 0) return i + 1;
                    break;
                case '。':
                    return -1;
            }
        }
        return -1;
    }

    /// <summary>What the brackets behind a title say.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="DatedOn">Its day.</param>
    /// <param name="Alias">The name that it is given from here on.</param>
    /// <param name="To">Behind the bracket with the number; the place itself where none has one.</param>
    /// <param name="Next">Behind all brackets that were understood.</param>
    internal readonly record struct Brackets(string? Number, DateOnly? DatedOn, string? Alias, int To, int Next);

    public static Brackets ReadBrackets(string text, int at)
    {
        var read = new Brackets(null, null, null, at, at);
        for (var turns = 0; turns < 3; turns++)
        {
            var from = read.Next;
            while (from < text.Length && char.IsWhiteSpace(text[from])) from++;
            if (from >= text.Length || text[from] is not ('（' or '(') || BracketEnd(text, from) is not (> 0 and var end)) break;
            if (Understand(text, from + 1, end - 1, read) is not { } more) break;
            read = more with { To = more.Number is not null && read.Number is null ? end : read.To, Next = end };
        }
        return read;
    }

    private static Brackets? Understand(string text, int from, int to, Brackets read)
    {
        var any = false;
        for (int at = from, end; at <= to; at = end + 1)
        {
            end = at < to && text.AsSpan(at, to - at).IndexOfAny('，', ',', '；') is >= 0 and var next ? at + next : to;
            var part = text.AsSpan(at, end - at).Trim();
            if (part.Length == 0) continue;
            if (Named(part) is { } alias) (read, any) = (read with { Alias = alias }, true);
            else if (read.Number is null && part.Length <= 60 && DocumentNumber.Normalise(part.ToString()) is { } number) (read, any) = (read with { Number = number }, true);
            else if (Day(part) is { } day) (read, any) = (read with { DatedOn = day }, true);
        }
        return any ? read : null;
    }

    private static string? Named(ReadOnlySpan<char> part)
    {
        foreach (var naming in Naming)
        {
            if (!part.StartsWith(naming, StringComparison.Ordinal)) continue;
            var name = part[naming.Length..].Trim("：:为“”\"《》〈〉「」 ");
            return name.Length is >= 1 and <= 30 ? name.ToString() : null;
        }
        return null;
    }

    /// <summary>2023年3月5日, whatever stands behind it, as 印发.</summary>
    private static DateOnly? Day(ReadOnlySpan<char> part)
    {
        Span<int> values = stackalloc int[3];
        var at = 0;
        for (var i = 0; i < 3; i++)
        {
            var from = at;
            for (; at < part.Length && at - from < 4 && Characters.IsDigit(part[at]); at++) values[i] = values[i] * 10 + Characters.DigitValue(part[at]);
            if (at == from || at >= part.Length || part[at++] != "年月日"[i]) return null;
        }
        return values[0] is >= 1900 and <= 2999 && values[1] is >= 1 and <= 12 && values[2] >= 1 && values[2] <= DateTime.DaysInMonth(values[0], values[1])
            ? new(values[0], values[1], values[2]) : null;
    }

    private static int BracketEnd(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(text.Length, open + LongestBracket); i++)
        {
            if (text[i] is '（' or '(') depth++;
            else if (text[i] is '）' or ')' && --depth == 0) return i + 1;
        }
        return -1;
    }
}
