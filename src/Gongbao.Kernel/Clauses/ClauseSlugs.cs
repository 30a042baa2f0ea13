using System.Globalization;

namespace Gongbao.Kernel.Clauses;

/// <summary>
/// Paths in page addresses. A bare number is the next level of the outline (3.10 is 三（十）); another level says which (L2-10 is
/// （十） without 一 above it). art3-1 is 第三条之一.
/// </summary>
internal static class ClauseSlugs
{
    private const char To = '~';
    private const string Article = "art";

    private static readonly (string Word, ClauseStepKind Kind)[] Words =
    [
        ("text", ClauseStepKind.WholeText), ("title", ClauseStepKind.Title), ("to", ClauseStepKind.Addressees), ("preamble", ClauseStepKind.Preamble),
        ("body", ClauseStepKind.Body), ("issued", ClauseStepKind.IssuedText), ("p", ClauseStepKind.Paragraph), ("part", ClauseStepKind.Part),
        ("ch", ClauseStepKind.Chapter), ("sec", ClauseStepKind.Section), (Article, ClauseStepKind.Article), ("signature", ClauseStepKind.Signature),
        ("note", ClauseStepKind.Note), ("annex", ClauseStepKind.Attachment), ("table", ClauseStepKind.Table), ("row", ClauseStepKind.Row),
        ("remark", ClauseStepKind.Remark), ("L1-", ClauseStepKind.Level1), ("L2-", ClauseStepKind.Level2), ("L3-", ClauseStepKind.Level3),
        ("L4-", ClauseStepKind.Level4), ("L5-", ClauseStepKind.Level5),
    ];

    public static string Print(IReadOnlyList<ClauseStep> first, IReadOnlyList<ClauseStep>? last) =>
        last is null ? Print(first) : Print(first) + To + Print(last);

    public static (IReadOnlyList<ClauseStep> First, IReadOnlyList<ClauseStep>? Last)? Read(string slug)
    {
        var to = slug.IndexOf(To);
        if (ReadSteps(to < 0 ? slug : slug[..to]) is not { } first) return null;
        if (to < 0) return (first, null);
        return ReadSteps(slug[(to + 1)..]) is { } last ? (first, last) : null;
    }

    private static string Print(IReadOnlyList<ClauseStep> steps)
    {
        var expected = ClauseStepKind.Level1;
        return string.Join('.', steps.Select(step =>
        {
            var word = step.Kind == expected && step.IsOutline ? "" : Words.First(w => w.Kind == step.Kind).Word;
            expected = Expected(step, expected);
            return string.Create(CultureInfo.InvariantCulture, $"{word}{step.Number}{(step.Inserted is { } behind ? -behind : null)}");
        }));
    }

    private static List<ClauseStep>? ReadSteps(string slug)
    {
        var steps = new List<ClauseStep>();
        var expected = ClauseStepKind.Level1;
        foreach (var written in slug.Length == 0 ? [] : slug.Split('.'))
        {
            if (Inserted(written, out var piece) is not { } inserted) return null;
            var digits = piece.Length;
            while (digits > 0 && char.IsAsciiDigit(piece[digits - 1])) digits--;
            if (piece.Length == 0 || piece.Length - digits > 4 || digits < piece.Length && piece[digits] == '0') return null;
            int? number = digits < piece.Length ? int.Parse(piece.AsSpan(digits), CultureInfo.InvariantCulture) : null;
            var kind = digits == 0 ? expected : Words.Where(w => w.Word == piece[..digits]).Select(w => (ClauseStepKind?)w.Kind).FirstOrDefault();
            if (kind is not { } known || new ClauseStep(known, number, inserted > 0 ? inserted : null) is not { IsValid: true } step) return null;
            if (digits > 0 && step.IsOutline && step.Kind == expected) return null;
            steps.Add(step);
            expected = Expected(step, expected);
        }
        return steps;
    }

    /// <summary>The 1 of art3-1; 0 where there is none, null where it is no number.</summary>
    private static int? Inserted(string written, out string piece)
    {
        var at = written.StartsWith(Article, StringComparison.Ordinal) ? written.IndexOf('-') : -1;
        piece = at < 0 ? written : written[..at];
        if (at < 0) return 0;
        return written[(at + 1)..] is [not '0', ..] and { Length: <= 2 } digits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static ClauseStepKind Expected(ClauseStep step, ClauseStepKind before) => step switch
    {
        { Kind: ClauseStepKind.Level5 } => ClauseStepKind.Level5,
        { IsOutline: true } => step.Kind + 1,
        { Kind: ClauseStepKind.Article } => ClauseStepKind.Level2,
        { Kind: ClauseStepKind.Paragraph } => before,
        _ => ClauseStepKind.Level1,
    };
}
