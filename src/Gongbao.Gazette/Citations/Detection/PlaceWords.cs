using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations.Detection;

/// <summary>Reads places of a document (条款项目, 层次序数, 附件) in running text.</summary>
internal static class PlaceWords
{
    private const int LongestNumeral = 9;
    private const int MostListed = 8;

    /// <summary>What one number after another says.</summary>
    private sealed class Counts
    {
        /// <summary>Where a range ends.</summary>
        public int? Last { get; set; }

        /// <summary>Further numbers of a list with gaps.</summary>
        public List<int> Listed { get; } = [];
    }

    /// <summary>
    /// Reads one place or one range at a position: 第十二条第二款第（三）项, 第三条至第五条, 第三至五条, 第一、二项, 第三部分（二）, 三（十）2, 附件2.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where it should begin.</param>
    /// <param name="before">The place that the sentence named just before and a shorter one goes on from: the 第二款 of 第三条第一款、第二款.</param>
    /// <param name="end">Behind it.</param>
    /// <returns>Null where no place begins there, or where several do: 第一、三项.</returns>
    public static ClausePath? Read(ReadOnlySpan<char> text, int at, ClausePath? before, out int end) =>
        ReadAll(text, at, before, out end) is [var only] ? only : null;

    /// <summary>Reads as <see cref="Read"/> does, and a list with gaps as several places.</summary>
    public static IReadOnlyList<ClausePath>? ReadAll(ReadOnlySpan<char> text, int at, ClausePath? before, out int end)
    {
        var steps = new List<ClauseStep>();
        var counts = new Counts();
        end = Steps(text, at, steps, counts);
        if (steps.Count == 0) return null;
        var first = Complete(before, steps);
        ClausePath Numbered(int number) => ClausePath.Of([.. first.Steps.SkipLast(1), first.Steps[^1] with { Number = number }]);
        if (counts.Listed.Count > 0) return [first, .. counts.Listed.Select(Numbered)];
        if (counts.Last is { } last) return [Range(first, Numbered(last).Steps) ?? first];
        return [ToRange(text, first, ref end)];
    }

    private static ClausePath ToRange(ReadOnlySpan<char> text, ClausePath first, ref int end)
    {
        if (end < text.Length && text[end] is '至' or '到' or '—' or '－' or '-' or '~' or '～')
        {
            var next = new List<ClauseStep>();
            var counts = new Counts();
            var behind = Steps(text, end + 1, next, counts);
            if (next.Count > 0 && counts is { Last: null, Listed.Count: 0 } && Range(first, Complete(first, next).Steps) is { } range)
            {
                end = behind;
                return range;
            }
        }
        return first;
    }

    /// <summary>The outer steps of the place before, then the steps that are printed.</summary>
    private static ClausePath Complete(ClausePath? before, List<ClauseStep> steps)
    {
        if (before is null || steps[0].Kind is ClauseStepKind.Attachment) return ClausePath.Of(steps);
        return ClausePath.Of([.. before.Steps.TakeWhile(s => Rank(s.Kind) < Rank(steps[0].Kind)), .. steps]);
    }

    private static ClausePath? Range(ClausePath first, IReadOnlyList<ClauseStep> last)
    {
        var end = ClausePath.Of(last);
        return first.Last is null && !first.IsDocument && first.CompareTo(end) < 0 ? ClausePath.Range(first, end) : null;
    }

    private static int Steps(ReadOnlySpan<char> text, int at, List<ClauseStep> steps, Counts counts)
    {
        var end = at;
        for (var next = at; next < text.Length && counts is { Last: null, Listed.Count: 0 } && steps.Count < 8;)
        {
            var step = steps.Count > 0 && text[next] is '（' or '(' ? Bracketed(text, ref next, steps[^1])
                : text[next] == '第' ? Counted(text, ref next, counts)
                : steps.Count == 0 && text[next..].StartsWith("附件", StringComparison.Ordinal) ? Attachment(text, ref next)
                : steps.Count == 0 ? Outline(text, ref next)
                : steps[^1].Kind is ClauseStepKind.Level2 && steps.Count > 1 && steps[^2].Kind is ClauseStepKind.Level1 ? Digits(text, ref next)
                : null;
            if (step is not { } known || steps.Count > 0 && Rank(known.Kind) <= Rank(steps[^1].Kind)) break;
            steps.Add(known);
            end = next;
            if (text[at..].StartsWith("附件", StringComparison.Ordinal)) break;
        }
        return end;
    }

    /// <summary>第N条; further numbers where it says 第三至五条 or 第一、二项, and those of a list with gaps: 第一、三项.</summary>
    private static ClauseStep? Counted(ReadOnlySpan<char> text, ref int at, Counts counts)
    {
        var i = at + 1;
        if (Numeral(text, ref i) is not { } number) return null;
        var (last, isGapped, listed) = (number, false, new List<int>());
        while (i < text.Length && text[i] is '至' or '、' or '—' && listed.Count < MostListed)
        {
            var (isListed, j) = (text[i] == '、', i + 1);
            if (Numeral(text, ref j) is not { } more || more <= last || !isListed && isGapped) return null;
            isGapped |= isListed && more != last + 1;
            listed.Add(more);
            (last, i) = (more, j);
        }
        if (Unit(text, i, out var length) is not { } kind || number == 0) return null;
        at = i + length;
        if (isGapped) counts.Listed.AddRange(listed);
        else if (last > number) counts.Last = last;
        else if (kind is ClauseStepKind.Article && Inserted(text, ref at) is { } inserted) return new(kind, number, inserted);
        return new(kind, number);
    }

    /// <summary>The 1 of 第三条之一, an article that was put behind the third; null where none is said.</summary>
    private static int? Inserted(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 >= text.Length || text[at] != '之') return null;
        var (from, to) = (at + 1, at + 1);
        while (to < text.Length && to - from < LongestNumeral && ChineseNumerals.IsNumeral(text[to])) to++;
        if (to < text.Length && text[to] is '个' or '类' or '种' or '款') return null;
        if (!ChineseNumerals.TryParse(text[from..to], out var number) || number is 0 or > 99) return null;
        at = to;
        return number;
    }

    private static ClauseStepKind? Unit(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        if (at >= text.Length) return null;
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        if (text[at] == '部' && next == '分')
        {
            length = 2;
            return ClauseStepKind.Level1;
        }
        return text[at] switch
        {
            '编' when next is not ('号' or '制' or '码') => ClauseStepKind.Part,
            '章' => ClauseStepKind.Chapter,
            '节' => ClauseStepKind.Section,
            '条' when next is not ('件' or '例' or '线') => ClauseStepKind.Article,
            '款' when next is not '项' => ClauseStepKind.Paragraph,
            '项' when next is not '目' => ClauseStepKind.Level2,
            '目' when next is not ('标' or '的' or '录') => ClauseStepKind.Level3,
            _ => null,
        };
    }

    private static ClauseStep? Attachment(ReadOnlySpan<char> text, ref int at)
    {
        var i = at + 2;
        var number = Numeral(text, ref i);
        if (number is 0 or > 99) return null;
        at = number is null ? at + 2 : i;
        return new(ClauseStepKind.Attachment, number);
    }

    /// <summary>The 三 of 三（十）: nothing but an outline's second level may follow it.</summary>
    private static ClauseStep? Outline(ReadOnlySpan<char> text, ref int at)
    {
        var i = at;
        while (i < text.Length && i - at < LongestNumeral && ChineseNumerals.IsNumeral(text[i])) i++;
        if (i == at || i + 2 >= text.Length || text[i] is not ('（' or '(') || !ChineseNumerals.TryParse(text[at..i], out var number) || number is 0 or > 99) return null;
        var inner = i;
        if (Bracketed(text, ref inner, new(ClauseStepKind.Level1, number)) is not { Kind: ClauseStepKind.Level2 }) return null;
        at = i;
        return new(ClauseStepKind.Level1, number);
    }

    /// <summary>（十） below a first level, （1） below a third.</summary>
    private static ClauseStep? Bracketed(ReadOnlySpan<char> text, ref int at, ClauseStep above)
    {
        var i = at + 1;
        while (i < text.Length && i - at <= LongestNumeral && text[i] is not ('）' or ')')) i++;
        if (i >= text.Length || text[i] is not ('）' or ')')) return null;
        var inner = text[(at + 1)..i];
        var kind = above.Kind switch { ClauseStepKind.Level1 => ClauseStepKind.Level2, ClauseStepKind.Level3 => ClauseStepKind.Level4, _ => (ClauseStepKind?)null };
        if (kind is not { } known) return null;
        var read = known == ClauseStepKind.Level2 ? ChineseNumerals.TryParse(inner, out var number) : int.TryParse(inner, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);
        if (!read || number is 0 or > 99) return null;
        at = i + 1;
        return new(known, number);
    }

    private static ClauseStep? Digits(ReadOnlySpan<char> text, ref int at)
    {
        var i = at;
        while (i < text.Length && i - at < 2 && char.IsAsciiDigit(text[i])) i++;
        if (i == at || i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is '年' or '月' or '日' or '个' or '项' or '%' or '.')) return null;
        var number = int.Parse(text[at..i], System.Globalization.CultureInfo.InvariantCulture);
        if (number == 0) return null;
        at = i;
        return new(ClauseStepKind.Level3, number);
    }

    /// <summary>Chinese or Arabic, in brackets or not.</summary>
    private static int? Numeral(ReadOnlySpan<char> text, ref int at)
    {
        var i = at;
        var bracket = i < text.Length && text[i] is '（' or '(';
        if (bracket) i++;
        var from = i;
        while (i < text.Length && i - from < LongestNumeral && (ChineseNumerals.IsNumeral(text[i]) || Characters.IsDigit(text[i]))) i++;
        if (i == from) return null;
        var words = text[from..i];
        if (Characters.IsDigit(words[0]))
        {
            var value = 0;
            foreach (var c in words)
            {
                if (!Characters.IsDigit(c) || value > ChineseNumerals.Largest) return null;
                value = value * 10 + Characters.DigitValue(c);
            }
            if (value > ChineseNumerals.Largest) return null;
            return Closed(text, ref at, i, bracket) ? value : null;
        }
        return ChineseNumerals.TryParse(words, out var number) && Closed(text, ref at, i, bracket) ? number : null;
    }

    private static bool Closed(ReadOnlySpan<char> text, ref int at, int end, bool bracket)
    {
        if (bracket && (end >= text.Length || text[end] is not ('）' or ')'))) return false;
        at = bracket ? end + 1 : end;
        return true;
    }

    private static int Rank(ClauseStepKind kind) => kind switch
    {
        ClauseStepKind.Attachment => 0,
        ClauseStepKind.Part => 1,
        ClauseStepKind.Chapter => 2,
        ClauseStepKind.Section => 3,
        ClauseStepKind.Article or ClauseStepKind.Level1 => 4,
        ClauseStepKind.Paragraph => 5,
        ClauseStepKind.Level2 => 6,
        ClauseStepKind.Level3 => 7,
        ClauseStepKind.Level4 => 8,
        _ => 9,
    };
}
