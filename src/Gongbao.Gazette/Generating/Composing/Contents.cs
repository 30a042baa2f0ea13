using System.Globalization;
using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Truth;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>The contents (目录) of an issue, right or misprinted.</summary>
internal sealed class Contents
{
    /// <summary>Place of a doubt that the contents give rise to.</summary>
    public const string Place = "contents";

    private sealed record Entry(string Words, int Document, int PagesOff = 0);

    private readonly List<Entry> _entries = [];

    private Contents()
    {
    }

    /// <summary>Names the documents in order. What is misprinted is noted in the truth of its document.</summary>
    public static Contents Of(Setting setting, IReadOnlyList<Draft> drafts, Dice dice)
    {
        var contents = new Contents();
        for (var i = 0; i < drafts.Count; i++)
        {
            var truth = drafts[i].Truth;
            Entry right = new(NameOf(truth, dice), i);
            if (!setting.Has(Defects.WrongContents) || !dice.Chance(0.15))
            {
                contents._entries.Add(right);
                continue;
            }
            truth.Flags.Add(new(Place, "the contents say otherwise"));
            switch (dice.Below(4))
            {
                case 0: break;
                case 1: contents._entries.Add(right with { PagesOff = dice.Between(1, 3) }); break;
                case 2 when truth.Kind != "令": contents._entries.Add(right with { Words = Misprinted(right.Words, dice) }); break;
                default: contents._entries.AddRange([right, new(NotThere(setting, dice), i)]); break;
            }
        }
        return contents;
    }

    /// <summary>The entries as printed.</summary>
    /// <param name="style">How wide lines are.</param>
    /// <param name="pages">For each document the page that it begins on; empty while the pages are not known.</param>
    public IEnumerable<string> Lines(PressStyle style, IReadOnlyList<int> pages)
    {
        foreach (var entry in _entries)
        {
            var lines = Typesetter.Break(entry.Words, style.Page - 12);
            foreach (var line in lines[..^1]) yield return line;
            yield return string.Create(CultureInfo.InvariantCulture, $"{lines[^1]}……………………（{(pages.Count > 0 ? pages[entry.Document] + entry.PagesOff : 0)}）");
        }
    }

    private static string NameOf(TrueDocument truth, Dice dice) => truth.Kind == "令" ? truth.Number
        : (dice.Chance(0.8) ? truth.Issuer : "") + truth.Title + (dice.Chance(0.3) ? $"（{truth.Number}）" : "");

    /// <summary>A title that lost two characters in its middle.</summary>
    private static string Misprinted(string words, Dice dice)
    {
        var at = words.IndexOf("关于", StringComparison.Ordinal) + 2 + dice.Between(2, 4);
        return words.Remove(at, 2);
    }

    private static string NotThere(Setting setting, Dice dice) =>
        $"{setting.City.Government.Full}关于撤销第{Numerals.Of(dice.Between(1, 20))}批议事协调机构的决定";
}
