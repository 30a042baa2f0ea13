using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>Puts a new place into a text (增加一条、一款、一项). Places that had its number or a later one are counted on by one.</summary>
internal static class Insertion
{
    public static IReadOnlyList<BlockView> Of(IReadOnlyList<BlockView> body, ClausePath path, string text, BlockChange change)
    {
        var last = path.Steps[^1];
        var above = path.Parent is { IsDocument: false } parent ? Places.Find(body, parent) : null;
        if (path.Parent is { IsDocument: false } && above is null) return body;
        if (last.Kind is ClauseStepKind.Paragraph) return above is null ? body : Tree.Replace(body, above, [WithParagraph(above, last.Number!.Value, text, change)]);

        var label = LabelOf(last);
        var lines = Consolidation.WithoutLabel(text, label).Split('\n');
        var added = new BlockView
        {
            Kind = NodeKind.Clause, Label = label, Place = path.ToString(), Level = last.Kind is ClauseStepKind.Article ? 1 : (int)(last.Kind - ClauseStepKind.Level1) + 1, Text = [new(lines[0])],
            Children = [.. lines.Skip(1).Select(l => new BlockView { Kind = NodeKind.Paragraph, Text = [new(l)] })], Changes = [change],
        };
        var within = above is null ? body : above.Children;
        if (Before(within, last) is null) return above is null ? body : Tree.Replace(body, above, [above with { Children = [.. above.Children, added] }]);

        // Articles count on through chapters, items only among their neighbours.
        body = above is null || last.Kind is ClauseStepKind.Article ? CountedOn(body, last) : Tree.Replace(body, above, [above with { Children = CountedOn(above.Children, last) }]);
        var before = Before(above is null ? body : Places.Find(body, path.Parent!)!.Children, last)!;
        added = added with { Level = before.Level, Text = [new(Consolidation.Gap(before) + lines[0])] };
        return Tree.Replace(body, before, [before, added]);
    }

    /// <summary>The place of the same kind that is counted last before a number.</summary>
    private static BlockView? Before(IReadOnlyList<BlockView> within, ClauseStep step) =>
        within.SelectMany(b => b.WithAll).LastOrDefault(b => Places.NumberOf(b.Label ?? "") is { } number && number < step.Number && Places.Is(b, step with { Number = number }));

    /// <summary>Where the number is taken, it and all later ones are counted on by one.</summary>
    private static IReadOnlyList<BlockView> CountedOn(IReadOnlyList<BlockView> blocks, ClauseStep taken)
    {
        if (!blocks.SelectMany(b => b.WithAll).Any(b => Places.Is(b, taken))) return blocks;
        return [.. blocks.Select(b => On(b, taken))];
    }

    private static BlockView On(BlockView block, ClauseStep taken)
    {
        var counted = block with { Children = [.. block.Children.Select(c => On(c, taken))] };
        return block.Label is { } label && Places.NumberOf(label) is { } number && number >= taken.Number && Places.Is(block, taken with { Number = number })
            ? counted with { Label = LabelOf(taken with { Number = number + 1 }), Place = LabelOf(taken with { Number = number + 1 }).TrimEnd('、', '．') } : counted;
    }

    private static BlockView WithParagraph(BlockView above, int number, string text, BlockChange change)
    {
        var added = new BlockView { Kind = NodeKind.Paragraph, Text = [new(text.Replace('\n', ' '))], Changes = [change] };
        var children = above.Children.ToList();
        var paragraphs = children.Where(c => c.Kind is NodeKind.Paragraph).ToList();
        // The second 款 is the first paragraph under the article's own words.
        var at = number - 2 < paragraphs.Count ? children.IndexOf(paragraphs[Math.Max(0, number - 2)]) : children.Count;
        children.Insert(at, added);
        return above with { Children = children };
    }

    private static string LabelOf(ClauseStep step) => step.Kind switch
    {
        ClauseStepKind.Article => $"第{ChineseNumerals.Format(step.Number!.Value)}条",
        ClauseStepKind.Level1 => $"{ChineseNumerals.Format(step.Number!.Value)}、",
        ClauseStepKind.Level2 => $"（{ChineseNumerals.Format(step.Number!.Value)}）",
        ClauseStepKind.Level3 => $"{step.Number}．",
        ClauseStepKind.Level4 => $"（{step.Number}）",
        _ => step.ToString(),
    };
}
