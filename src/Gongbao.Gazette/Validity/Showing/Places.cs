using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>Finds places in a text as it stands, by the numbers that it then prints.</summary>
internal static class Places
{
    /// <returns>Null where the text has no such place.</returns>
    public static BlockView? Find(IReadOnlyList<BlockView> body, ClausePath path)
    {
        var within = body;
        BlockView? found = null;
        foreach (var step in path.Steps)
        {
            if (step.Kind is ClauseStepKind.IssuedText) continue;
            if (step.Kind is ClauseStepKind.Paragraph && found is not null)
            {
                // The first 款 of an article is its own words.
                if (step.Number == 1) continue;
                var paragraphs = Paragraphs(found);
                if (step.Number - 2 >= paragraphs.Count) return null;
                found = paragraphs[step.Number!.Value - 2];
            }
            else
            {
                if (within.SelectMany(b => b.WithAll).FirstOrDefault(b => Is(b, step)) is not { } next) return null;
                found = next;
            }
            within = found.Children;
        }
        return found;
    }

    /// <summary>The paragraphs (款) of a clause from the second on: the first is its own words, with what runs on in their line.</summary>
    public static List<BlockView> Paragraphs(BlockView clause) => [.. clause.Children.Where(c => c.Kind is NodeKind.Paragraph && !c.RunsIn)];

    /// <summary>Whether a path means the own words of the block alone: 第三条第一款.</summary>
    public static bool IsOwnWords(BlockView block, ClausePath path) => path.Steps[^1] is { Kind: ClauseStepKind.Paragraph, Number: 1 } && block.Kind is NodeKind.Clause;

    /// <summary>Whether a block is the place that a step names.</summary>
    public static bool Is(BlockView block, ClauseStep step) => block.Label is { } label && step.Kind switch
    {
        ClauseStepKind.Attachment => block.Kind is NodeKind.Attachment && (NumberOf(label) ?? 1) == (step.Number ?? 1),
        ClauseStepKind.Part => IsDivision(block, label, '编', step.Number),
        ClauseStepKind.Chapter => IsDivision(block, label, '章', step.Number),
        ClauseStepKind.Section => IsDivision(block, label, '节', step.Number),
        ClauseStepKind.Article => block.Kind is NodeKind.Clause && ClauseAddresses.Article(label) == step,
        ClauseStepKind.Level1 => block.Kind is NodeKind.Clause && label.EndsWith('、') && NumberOf(label) == step.Number,
        ClauseStepKind.Level2 => block.Kind is NodeKind.Clause && label is ['（' or '(', ..] && !char.IsAsciiDigit(label[1]) && NumberOf(label) == step.Number,
        ClauseStepKind.Level3 => block.Kind is NodeKind.Clause && char.IsAsciiDigit(label[0]) && NumberOf(label) == step.Number,
        ClauseStepKind.Level4 => block.Kind is NodeKind.Clause && label is ['（' or '(', ..] && char.IsAsciiDigit(label[1]) && NumberOf(label) == step.Number,
        _ => false,
    };

    /// <summary>The number of a block that is a place of a kind; null where it is none of that kind. 第三条之一 has that of 第三条.</summary>
    public static int? NumberOf(BlockView block, ClauseStepKind kind) => StepOf(block, kind)?.Number;

    /// <summary>The step that names a block among those of a kind; null where it is none of that kind.</summary>
    public static ClauseStep? StepOf(BlockView block, ClauseStepKind kind)
    {
        if (block.Label is not { } label) return null;
        if (kind is ClauseStepKind.Article) return block.Kind is NodeKind.Clause ? ClauseAddresses.Article(label) : null;
        var step = new ClauseStep(kind, kind is ClauseStepKind.Attachment ? NumberOf(label) ?? 1 : NumberOf(label));
        return step.Number is not null && Is(block, step) ? step : null;
    }

    /// <summary>The number in a label: 3 of 第三条, （三）, 3．; null where there is none.</summary>
    public static int? NumberOf(string label) => ClauseAddresses.Number(label);

    private static bool IsDivision(BlockView block, string label, char unit, int? number) =>
        block.Kind is NodeKind.Clause && label.Length > 2 && label[0] == '第' && label[^1] == unit && NumberOf(label) == number;
}

/// <summary>Puts blocks in the place of one.</summary>
internal static class Tree
{
    public static IReadOnlyList<BlockView> Replace(IReadOnlyList<BlockView> blocks, BlockView old, IReadOnlyList<BlockView> with)
    {
        var replaced = new List<BlockView>(blocks.Count);
        foreach (var block in blocks)
        {
            if (ReferenceEquals(block, old)) replaced.AddRange(with);
            else if (block.Children.Count > 0 && Replace(block.Children, old, with) is var children && !ReferenceEquals(children, block.Children)) replaced.Add(block with { Children = children });
            else replaced.Add(block);
        }
        return replaced.Count == blocks.Count && replaced.Zip(blocks).All(p => ReferenceEquals(p.First, p.Second)) ? blocks : replaced;
    }

    /// <summary>Every block made anew, what stands in it first; the list itself where none changed.</summary>
    public static IReadOnlyList<BlockView> Map(IReadOnlyList<BlockView> blocks, Func<BlockView, BlockView> change)
    {
        var changed = blocks.Select(b =>
        {
            var children = b.Children.Count == 0 ? b.Children : Map(b.Children, change);
            var own = change(b);
            return ReferenceEquals(children, b.Children) ? own : own with { Children = children };
        }).ToList();
        return changed.Zip(blocks).All(p => ReferenceEquals(p.First, p.Second)) ? blocks : changed;
    }

    /// <summary>What a block stands in, outermost first.</summary>
    public static List<BlockView> Above(IReadOnlyList<BlockView> blocks, BlockView of)
    {
        foreach (var block in blocks)
        {
            if (block.Children.Contains(of, ReferenceEqualityComparer.Instance)) return [block];
            if (Above(block.Children, of) is { Count: > 0 } inner) return [block, .. inner];
        }
        return [];
    }
}
