using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>
/// Reads the duties that running text hands out inside itself: 〔责任单位：市甲局、市乙局〕, in any bracket or in a sentence of
/// their own, with 牵头单位, 配合单位 and 完成时限 where they stand there too.
/// </summary>
internal static class InlineDuties
{
    private const string Opening = "〔［【[（(﹝〖";
    private const string Closing = "〕］】]）)﹞〗";
    private const int LongestMark = 1500;
    private static readonly SearchValues<char> Stops = SearchValues.Create("。；！");
    private static readonly SearchValues<char> OpeningOrStop = SearchValues.Create(Opening + "。；！");

    public static void Read(IReadOnlyList<Passage> passages, int? year, List<Obligation> obligations, List<Flag> flags)
    {
        foreach (var passage in passages)
        {
            var text = passage.Text.Text;
            var taskFrom = HeadingEnd(passage);
            for (var i = 0; i < text.Length; i = NextPlace(text, i + 1))
            {
                if (MarkAt(text, i) is not { } mark) continue;
                if (Duty(passage, taskFrom, i, mark, year) is { } duty)
                {
                    obligations.Add(duty);
                    if (!mark.Closed)
                        flags.Add(new($"obligations[{obligations.Count - 1}].units_text", "责任单位的括号没有闭合，止于何处请核对。", duty.Line, duty.Units?.Span ?? duty.Task.Span));
                }
                taskFrom = mark.End;
                i = mark.End - 1;
            }
        }
    }

    /// <summary>A mark: where its words begin and end, and where the text goes on behind it.</summary>
    private readonly record struct Mark(int From, int To, int End, bool Closed);

    /// <summary>The first place at or behind another where a mark may begin: at a bracket, or behind the end of a sentence.</summary>
    private static int NextPlace(string text, int from)
    {
        if (Stops.Contains(text[from - 1])) return from;
        var next = text.AsSpan(from).IndexOfAny(OpeningOrStop);
        return next < 0 ? text.Length : Stops.Contains(text[from + next]) ? from + next + 1 : from + next;
    }

    private static Mark? MarkAt(string text, int i)
    {
        var kind = Opening.IndexOf(text[i]);
        if (kind >= 0)
        {
            var from = i + 1;
            while (from < text.Length && char.IsWhiteSpace(text[from])) from++;
            if (!DutyLabels.TryRead(text, from, out var first, out _) || first is DutyLabel.Other or DutyLabel.Output) return null;
            var close = Close(text, i, kind);
            if (close >= 0) return new(from, close, close + 1, true);
            var end = EndOfSentence(text, from);
            return new(from, end, end, false);
        }
        if (i > 0 && !Stops.Contains(text[i - 1])) return null;
        if (!DutyLabels.TryRead(text, i, out var label, out _) || label is not (DutyLabel.Responsible or DutyLabel.Lead)) return null;
        var to = EndOfSentence(text, i);
        return new(i, to, Math.Min(text.Length, to + 1), true);
    }

    private static int Close(string text, int open, int kind)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(text.Length, open + LongestMark); i++)
        {
            if (text[i] == Opening[kind]) depth++;
            else if (text[i] == Closing[kind] && --depth == 0) return i;
        }
        return -1;
    }

    private static int EndOfSentence(string text, int from)
    {
        var end = text.IndexOf('。', from);
        return end < 0 ? text.Length : end;
    }

    private static Obligation? Duty(Passage passage, int taskFrom, int at, Mark mark, int? year)
    {
        var joined = passage.Text;
        List<Found<string>> lead = [], responsible = [], supporting = [];
        Found<string>? units = null, leadText = null, supportingText = null, due = null, output = null;
        foreach (var (label, from, to) in Segments(joined.Text, mark))
        {
            var (begin, end) = Trim(joined.Text, from, to);
            if (end <= begin) continue;
            var words = new Found<string>(joined.Text[begin..end], joined.SpanOf(begin, end));
            if (label is DutyLabel.Due) due = words;
            else if (label is DutyLabel.Output) output = words;
            if (label is not (DutyLabel.Lead or DutyLabel.Responsible or DutyLabel.Supporting)) continue;
            var list = UnitNames.Split(joined, begin, end, label);
            lead.AddRange(list.Lead);
            responsible.AddRange(list.Responsible);
            supporting.AddRange(list.Supporting);
            if (label is DutyLabel.Responsible) units = Together(units, words);
            else if (label is DutyLabel.Lead) leadText = Together(leadText, words);
            else supportingText = Together(supportingText, words);
        }
        units ??= leadText is { } l && supportingText is { } s ? Together(l, s) : leadText ?? supportingText;
        return units is null ? null : new()
        {
            Measure = Measure(passage), Task = Task(passage, taskFrom, at), Units = units, Lead = lead, Responsible = responsible, Supporting = supporting,
            Output = output, Others = UnitNames.HasOthers(units.Value), DueText = due, Due = due is null ? null : Dues.Of(due.Value, year), Line = passage.Line,
        };
    }

    private static Found<string> Together(Found<string>? first, Found<string> second) =>
        first is null ? second : new(first.Value + "、" + second.Value, first.Span.Union(second.Span));

    private static IEnumerable<(DutyLabel Label, int From, int To)> Segments(string text, Mark mark)
    {
        if (!DutyLabels.TryRead(text, mark.From, out var label, out var length)) yield break;
        var from = mark.From + length;
        for (var i = from; i < mark.To; i++)
        {
            if (!DutyLabels.TryRead(text, i, out var next, out var nextLength)) continue;
            yield return (label, from, i);
            (label, from) = (next, i + nextLength);
            i = from - 1;
        }
        yield return (label, from, mark.To);
    }

    private static (int, int) Trim(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        while (to > from && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is '；' or ';' or '。' or '，' or ',')) to--;
        return (from, to);
    }

    private static Found<string>? Measure(Passage passage)
    {
        if (passage.Clause is not [.., var label]) return null;
        var length = passage.Text.Text.StartsWith(label, StringComparison.Ordinal) ? label.Length : 1;
        return new(label, passage.Text.SpanOf(0, Math.Min(length, passage.Text.Text.Length)));
    }

    /// <summary>What stands between the heading, or the mark before, and this mark; the heading where nothing does.</summary>
    private static Found<string> Task(Passage passage, int from, int to)
    {
        var text = passage.Text.Text;
        var (begin, end) = (from, to);
        while (begin < end && (char.IsWhiteSpace(text[begin]) || text[begin] is '。' or '；')) begin++;
        while (end > begin && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > begin) return new(text[begin..end], passage.Text.SpanOf(begin, end));
        return passage.Heading is { } heading ? new(heading, passage.Text.SpanOf(0, Math.Max(1, HeadingEnd(passage))))
            : new(text[..to], passage.Text.SpanOf(0, Math.Max(to, 1)), 0.5);
    }

    /// <summary>Behind the number and heading that a clause begins with.</summary>
    internal static int HeadingEnd(Passage passage)
    {
        if (passage.Heading is not { Length: > 0 } heading) return 0;
        var text = passage.Text.Text;
        var at = text.IndexOf(heading, 0, Math.Min(text.Length, heading.Length + 24), StringComparison.Ordinal);
        if (at < 0) return 0;
        var end = at + heading.Length;
        return end < text.Length && text[end] is '。' or '；' ? end + 1 : end;
    }
}
