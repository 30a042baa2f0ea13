using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>Changes chapters, sections and attachments (章、节、附件) as a whole.</summary>
internal static class Divisions
{
    private const int LongestTitle = 60;

    /// <summary>Whether a place is such a one.</summary>
    public static bool IsOne(ClausePath path) => path.Steps is [.., { Kind: ClauseStepKind.Part or ClauseStepKind.Chapter or ClauseStepKind.Section or ClauseStepKind.Attachment }];

    /// <summary>Other words in the stead of all that a division has; what stands behind it is counted on where its new articles need the numbers.</summary>
    public static IReadOnlyList<BlockView> Replaced(IReadOnlyList<BlockView> body, BlockView whole, string text, BlockChange change)
    {
        var fresh = Made(whole, text, whole.Children.Any(c => c.Kind is NodeKind.Title)) with { Changes = [.. whole.Changes, change] };
        return Counting.MakeRoom(Tree.Replace(body, whole, [fresh]), fresh);
    }

    /// <summary>Another name; what stands in the division stays.</summary>
    public static BlockView Retitled(BlockView block, string name, BlockChange change)
    {
        var words = Consolidation.WithoutLabel(name, block.Label);
        if (block.Kind is not NodeKind.Attachment) return block with { Text = [new(Consolidation.Gap(block) + words)], Changes = [.. block.Changes, change with { Before = block.Plain.Trim() }] };
        var title = new BlockView { Kind = NodeKind.Title, Text = [new(words)] };
        return block with { Children = [title, .. block.Children.Where(c => c.Kind is not NodeKind.Title)], Changes = [.. block.Changes, change with { Before = block.PartTitle }] };
    }

    /// <summary>A new division.</summary>
    /// <param name="step">What it is and its number.</param>
    /// <param name="place">How a citation names it.</param>
    /// <param name="text">Its words.</param>
    /// <param name="change">What brought it.</param>
    public static BlockView New(ClauseStep step, string place, string text, BlockChange change)
    {
        var isAttachment = step.Kind is ClauseStepKind.Attachment;
        return Made(new BlockView { Kind = isAttachment ? NodeKind.Attachment : NodeKind.Clause, Label = ClausePath.Of(step).ToString(), Place = place }, text, isAttachment) with { Changes = [change] };
    }

    /// <summary>A division with new words: its name on the first line, unless that begins a place of its own, and what stands in it on those behind.</summary>
    private static BlockView Made(BlockView block, string text, bool hasTitle)
    {
        var lines = text.Split('\n');
        var named = NewWords.LabelOf(lines[0]) is not { } label || label == block.Label;
        var first = Consolidation.WithoutLabel(lines[0], block.Label);
        if (block.Kind is NodeKind.Attachment)
        {
            var isTitle = hasTitle && lines.Length > 1 && first.Length <= LongestTitle && !first.Contains('。');
            var inside = NewWords.Of([.. isTitle || first.Length == 0 ? [] : new[] { first }, .. lines.Skip(1)]);
            return block with { Text = [], Children = isTitle ? [new() { Kind = NodeKind.Title, Text = [new(first)] }, .. inside] : inside };
        }
        return block with { Text = named ? [new(Consolidation.Gap(block) + first)] : block.Text, Children = NewWords.Of(named ? lines.Skip(1) : lines) };
    }
}
