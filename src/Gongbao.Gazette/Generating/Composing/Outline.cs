using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Truth;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>A clause of an outline: its label, its heading, its text, and what stands below it.</summary>
/// <remarks><c>Text</c>: Empty for a clause of a heading only, or for a list item. <c>Item</c>: True: a list item that ends in a semicolon, the last of its list in a full stop.</remarks>
internal sealed record Clause(int Level, string Heading, string Text, bool Item = false)
{
    public List<Clause> Below { get; } = [];
    public string Label { get; set; } = "";
}

/// <summary>Writes an outline (层次) into a letter and its headings into the truth.</summary>
internal sealed class Outline(Letter letter)
{
    private readonly bool _half = letter.Setting.Has(Defects.HalfWidthMarkers) && letter.Dice.Chance(0.5);
    private readonly bool _runIn = letter.Setting.Has(Defects.RunInHeadings);

    /// <summary>Numbers and prints clauses.</summary>
    /// <remarks><c>clauses</c>: The clauses of level 1. <c>continuous</c>: True: clauses of level 2 are numbered through the document.</remarks>
    public void Write(IReadOnlyList<Clause> clauses, bool continuous)
    {
        var second = 0;
        for (var i = 0; i < clauses.Count; i++)
        {
            if (!continuous) second = 0;
            Print(clauses[i], i + 1, i + 1 == clauses.Count, ref second);
        }
    }

    public static string LabelOf(int level, int n, bool half) => (level, half) switch
    {
        (1, _) => $"{Numerals.Of(n)}、",
        (2, false) => $"（{Numerals.Of(n)}）",
        (2, true) => $"({Numerals.Of(n)})",
        (3, false) => $"{n}．",
        (3, true) => $"{n}.",
        (_, false) => $"（{n}）",
        (_, true) => $"({n})",
    };

    private void Print(Clause clause, int n, bool last, ref int second)
    {
        clause.Label = LabelOf(clause.Level, n, _half);
        letter.Truth.Headings.Add(new TrueHeading(clause.Level, clause.Label, clause.Heading));
        Set(clause, last);
        var count = 0;
        for (var i = 0; i < clause.Below.Count; i++)
        {
            var child = clause.Below[i];
            var number = child.Level == 2 ? ++second : ++count;
            Print(child, number, i + 1 == clause.Below.Count, ref second);
        }
    }

    private void Set(Clause clause, bool last)
    {
        var text = Unstopped(clause.Text);
        if (clause.Item) letter.Blocks.Add(new Paragraph(clause.Label + clause.Heading + (last ? "。" : "；")));
        else if (clause.Level == 1 || !_runIn)
        {
            letter.Blocks.Add(new Paragraph(clause.Label + clause.Heading));
            if (text.Length > 0) letter.Blocks.Add(new Paragraph(text));
        }
        else letter.Blocks.Add(new Paragraph($"{clause.Label}{clause.Heading}。{text}"));
    }

    /// <summary>At times the last stop of a text is missing; a text of one sentence keeps it.</summary>
    private string Unstopped(string text) =>
        letter.Setting.Has(Defects.MissingStops) && letter.Dice.Chance(0.06) && text.EndsWith('。') && text.IndexOf('。', StringComparison.Ordinal) < text.Length - 1
            ? text[..^1] : text;
}
