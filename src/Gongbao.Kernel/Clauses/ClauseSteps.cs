using System.Globalization;
using System.Text;

namespace Gongbao.Kernel.Clauses;

/// <summary>Writes steps one after another and reads them back; the notation of places within a document.</summary>
internal static class ClauseSteps
{
    private const int MostSteps = 16;

    private static readonly (string Word, ClauseStepKind Kind)[] Words =
    [
        ("全文", ClauseStepKind.WholeText), ("标题", ClauseStepKind.Title), ("题", ClauseStepKind.Title), ("主送", ClauseStepKind.Addressees),
        ("前言", ClauseStepKind.Preamble), ("正文", ClauseStepKind.Body), ("印发件", ClauseStepKind.IssuedText), ("落款", ClauseStepKind.Signature),
        ("附注", ClauseStepKind.Note), ("附件", ClauseStepKind.Attachment), ("表", ClauseStepKind.Table), ("备注", ClauseStepKind.Remark),
    ];

    /// <summary>Steps that print differently from what they would be read as stand apart by a space: 附件2 1.</summary>
    public static string Print(IReadOnlyList<ClauseStep> steps)
    {
        var text = new StringBuilder();
        var article = false;
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            if (i > 0 && (IsWord(steps[i - 1]) || IsWord(step) || steps[i - 1].Kind == step.Kind || steps[i - 1].Inserted is not null && step.Kind is ClauseStepKind.Level1)) text.Append(' ');
            text.Append(step.Print(article));
            article = (article && !IsWord(step)) || step.Kind == ClauseStepKind.Article;
        }
        return text.ToString();
    }

    /// <returns>Null when the text is no path; empty for an empty text.</returns>
    public static IReadOnlyList<ClauseStep>? Read(ReadOnlySpan<char> text)
    {
        var steps = new List<ClauseStep>();
        text = text.Trim();
        while (text.Length > 0)
        {
            if (steps.Count == MostSteps || Next(text, out var length) is not { IsValid: true } step) return null;
            steps.Add(step);
            text = text[length..].TrimStart();
            if (step.Kind is ClauseStepKind.Level1 or ClauseStepKind.Level3 && text.Length > 0 && text[0] is '、' or '．' or '.') text = text[1..].TrimStart();
        }
        return steps;
    }

    private static bool IsWord(ClauseStep step) => Words.Any(w => w.Kind == step.Kind);

    private static ClauseStep? Next(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        foreach (var (word, kind) in Words)
        {
            if (!text.StartsWith(word)) continue;
            length = word.Length;
            var bare = new ClauseStep(kind);
            if (!bare.MayBeCounted || Number(text[length..], out var digits) is not { } number || !char.IsAsciiDigit(text[length])) return bare;
            length += digits;
            return bare with { Number = number };
        }
        return text[0] switch
        {
            '第' => Ordinal(text, out length),
            '（' or '(' => Bracket(text, out length),
            >= '①' and <= '⑳' => Circle(text[0], out length),
            _ => Number(text, out length) is { } number ? new(char.IsAsciiDigit(text[0]) ? ClauseStepKind.Level3 : ClauseStepKind.Level1, number) : null,
        };
    }

    private static ClauseStep Circle(char c, out int length)
    {
        length = 1;
        return new(ClauseStepKind.Level5, c - '①' + 1);
    }

    private static ClauseStep? Bracket(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (Number(text[1..], out var inside) is not { } number || inside + 1 >= text.Length || text[inside + 1] is not ('）' or ')')) return null;
        length = inside + 2;
        return new(char.IsAsciiDigit(text[1]) ? ClauseStepKind.Level4 : ClauseStepKind.Level2, number);
    }

    private static ClauseStep? Ordinal(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (Number(text[1..], out var inside) is not { } number || inside + 1 >= text.Length) return null;
        length = inside + 2;
        return text[inside + 1] switch
        {
            '编' => new(ClauseStepKind.Part, number),
            '章' => new(ClauseStepKind.Chapter, number),
            '节' => new(ClauseStepKind.Section, number),
            '条' => Article(number, text, ref length),
            '款' => new(ClauseStepKind.Paragraph, number),
            '项' => new(ClauseStepKind.Level2, number),
            '目' => new(ClauseStepKind.Level3, number),
            '行' => new(ClauseStepKind.Row, number),
            _ => null,
        };
    }

    /// <summary>第三条, or 第三条之一 that was put behind it.</summary>
    private static ClauseStep Article(int number, ReadOnlySpan<char> text, ref int length)
    {
        if (length >= text.Length || text[length] != '之' || Number(text[(length + 1)..], out var digits) is not { } inserted) return new(ClauseStepKind.Article, number);
        length += 1 + digits;
        return new(ClauseStepKind.Article, number, inserted);
    }

    private static int? Number(ReadOnlySpan<char> text, out int length)
    {
        length = TextForm.Digits(text);
        if (length > 0) return length <= 4 ? int.Parse(text[..length], CultureInfo.InvariantCulture) : null;
        while (length < text.Length && ChineseNumerals.IsNumeral(text[length])) length++;
        return ChineseNumerals.TryParse(text[..length], out var value) ? value : null;
    }
}
