using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>Counts on (序号顺延) what stands behind a new place that takes its number. Places that were taken out give theirs free.</summary>
internal static class Counting
{
    private static readonly ClauseStepKind[] Kinds =
    [
        ClauseStepKind.Attachment, ClauseStepKind.Part, ClauseStepKind.Chapter, ClauseStepKind.Section, ClauseStepKind.Article,
        ClauseStepKind.Level1, ClauseStepKind.Level2, ClauseStepKind.Level3, ClauseStepKind.Level4,
    ];

    /// <param name="body">The body with the new place in it.</param>
    /// <param name="fresh">The new place; it and what stands in it keep their numbers.</param>
    public static IReadOnlyList<BlockView> MakeRoom(IReadOnlyList<BlockView> body, BlockView fresh)
    {
        foreach (var kind in Kinds)
        {
            var counted = kind is ClauseStepKind.Chapter or ClauseStepKind.Article or ClauseStepKind.Part ? fresh.WithAll : [fresh];
            // 第三条之一 takes no number from those behind it.
            if (counted.Where(b => Places.StepOf(b, kind)?.Inserted is null).Select(b => Places.NumberOf(b, kind)).Max() is not { } last) continue;
            var behind = Behind(body, fresh, kind).ToList();
            var next = behind.FirstOrDefault(b => !IsGone(b));
            if (next is null || last - Places.NumberOf(next, kind) + 1 is not (> 0 and var by)) continue;
            var moved = behind.SkipWhile(b => b != next).ToHashSet<BlockView>(ReferenceEqualityComparer.Instance);
            body = Tree.Map(body, b => moved.Contains(b) && Places.StepOf(b, kind) is { } step ? Relabelled(b, step with { Number = step.Number + by }) : b);
        }
        return body;
    }

    /// <summary>The label of a place as print has it.</summary>
    public static string LabelOf(ClauseStep step) => step.Kind switch
    {
        ClauseStepKind.Level1 => $"{ChineseNumerals.Format(step.Number!.Value)}、",
        ClauseStepKind.Level2 => $"（{ChineseNumerals.Format(step.Number!.Value)}）",
        ClauseStepKind.Level3 => $"{step.Number}．",
        ClauseStepKind.Level4 => $"（{step.Number}）",
        _ => ClausePath.Of(step).ToString(),
    };

    /// <summary>The places of a kind that stand behind one: articles through all of its text, what is counted anew in each place among its neighbours.</summary>
    private static IEnumerable<BlockView> Behind(IReadOnlyList<BlockView> body, BlockView fresh, ClauseStepKind kind)
    {
        var above = Tree.Above(body, fresh);
        var text = kind is ClauseStepKind.Article or ClauseStepKind.Chapter or ClauseStepKind.Part ? above.FindLast(b => b.Kind is NodeKind.Attachment or NodeKind.AttachedText) : above.LastOrDefault();
        var isBehind = false;
        foreach (var block in InText(text is null ? body : text.Children))
        {
            if (ReferenceEquals(block, fresh)) isBehind = true;
            else if (isBehind && Places.NumberOf(block, kind) is not null && !fresh.WithAll.Contains(block, ReferenceEqualityComparer.Instance)) yield return block;
        }
    }

    /// <summary>All blocks of a text, without what stands in the attachments and texts that follow it.</summary>
    private static IEnumerable<BlockView> InText(IReadOnlyList<BlockView> blocks) =>
        blocks.SelectMany(b => b.Kind is NodeKind.Attachment or NodeKind.AttachedText ? [b] : InText(b.Children).Prepend(b));

    private static bool IsGone(BlockView block) => block.Changes is [.., { Kind: BlockChangeKind.Deleted }];

    private static BlockView Relabelled(BlockView block, ClauseStep step)
    {
        var (was, now) = (Bare(block.Label!), Bare(LabelOf(step)));
        return Named(block with { Label = LabelOf(step) }, block.Place is { } place && place.EndsWith(was, StringComparison.Ordinal) ? place[..^was.Length] + now : now);
    }

    /// <summary>A block as citations then name it, and what stands in it after it: 第三条第二项 becomes 第四条第二项.</summary>
    public static BlockView Named(BlockView block, string place) => block with
    {
        Place = place,
        Children = block.Place is { Length: > 0 } was
            ? Tree.Map(block.Children, b => b.Place?.StartsWith(was, StringComparison.Ordinal) == true ? b with { Place = place + b.Place[was.Length..] } : b) : block.Children,
    };

    private static string Bare(string label) => label.TrimEnd('、', '．', '.');
}
