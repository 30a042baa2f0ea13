using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>
/// The words of a document with its amendments in them (整合文本): a pure function of the text as printed and of the instructions that hold.
/// What one decision says counts places as they stood before that decision.
/// </summary>
internal static class Consolidation
{
    private const string Gone = "（删去）";

    /// <param name="body">The body as printed.</param>
    /// <param name="amendments">What holds, in the order in which it came to hold.</param>
    public static IReadOnlyList<BlockView> Of(IReadOnlyList<BlockView> body, IReadOnlyList<(StoredClaim Claim, CauseView Cause)> amendments)
    {
        foreach (var decision in amendments.GroupBy(a => (a.Claim.On, a.Claim.FromDocumentId)))
        {
            // Places are found before the first of the decision's instructions moves anything: insertions come last.
            foreach (var (claim, cause) in decision.OrderBy(a => Order(ClaimJson.Read(a.Claim.Instruction)))) body = Apply(body, claim, cause);
        }
        return body;
    }

    private static int Order(AmendmentInstruction? instruction) => instruction?.Action switch
    {
        AmendmentAction.Renumber => 1,
        AmendmentAction.Insert => 2,
        _ => 0,
    };

    private static IReadOnlyList<BlockView> Apply(IReadOnlyList<BlockView> body, StoredClaim claim, CauseView cause)
    {
        var on = claim.On!.Value;
        var instruction = ClaimJson.Read(claim.Instruction);
        var path = ClausePath.TryParse(claim.Place ?? "", out var place) && !place.IsDocument ? place : null;
        if (claim.Effect is ValidityEffect.RepealPart)
            return path is not null && Places.Find(body, path) is { } ended ? Tree.Replace(body, ended, [Noted(ended, new(BlockChangeKind.Repealed, on, cause))]) : body;
        switch (instruction)
        {
            case { Action: AmendmentAction.ReplaceWords, Old: { } old, New: var words }:
                if (path is null) return [.. body.Select(b => Words(b, old, words ?? "", new(BlockChangeKind.Words, on, cause)))];
                return Places.Find(body, path) is { } at ? Tree.Replace(body, at, [WordsOrDoubt(at, old, words ?? "", new(BlockChangeKind.Words, on, cause), Places.IsOwnWords(at, path))]) : body;
            case { Action: AmendmentAction.ReplaceClause, New: { } text } when path is not null:
                return Places.Find(body, path) is { } whole ? Tree.Replace(body, whole, [Rewritten(whole, text, new(BlockChangeKind.Replaced, on, cause, whole.AllWords), Places.IsOwnWords(whole, path))]) : body;
            case { Action: AmendmentAction.Delete } when path is not null:
                return Places.Find(body, path) is { } gone ? Tree.Replace(body, gone, [Deleted(gone, new(BlockChangeKind.Deleted, on, cause, gone.AllWords))]) : body;
            case { Action: AmendmentAction.Renumber, New: { } label } when path is not null:
                return Places.Find(body, path) is { } moved ? Tree.Replace(body, moved, [Noted(moved with { Label = label, Place = label }, new(BlockChangeKind.Renumbered, on, cause, moved.Label))]) : body;
            case { Action: AmendmentAction.Insert, New: { } added } when path is not null:
                return Insertion.Of(body, path, added, new(BlockChangeKind.Inserted, on, cause));
            default:
                return body;
        }
    }

    private static BlockView Noted(BlockView block, BlockChange change) => block with { Changes = [.. block.Changes, change] };

    private static BlockView Deleted(BlockView block, BlockChange change) => Noted(block with { Text = [new(Gone)], Children = [] }, change);

    /// <summary>The new words in a whole place's stead. Its first line is its own words, every further one a paragraph.</summary>
    private static BlockView Rewritten(BlockView block, string text, BlockChange change, bool ownWordsOnly)
    {
        var lines = WithoutLabel(text, block.Label).Split('\n');
        var paragraphs = lines.Skip(1).Select(l => new BlockView { Kind = NodeKind.Paragraph, Text = [new(l)] }).ToList();
        return Noted(block with { Text = [new(Gap(block) + lines[0])], Children = ownWordsOnly ? block.Children : paragraphs }, change);
    }

    /// <summary>What the print leaves free between the number of a place and its words.</summary>
    internal static string Gap(BlockView block)
    {
        var words = block.Plain;
        return words[..^words.TrimStart('　', ' ').Length];
    }

    /// <summary>“第三条　本市…” without the number that the place has anyway.</summary>
    internal static string WithoutLabel(string text, string? label)
    {
        var words = text.TrimStart('　', ' ', '\t');
        var bare = label?.TrimEnd('、', '．', '.');
        return bare is { Length: > 0 } && words.StartsWith(bare, StringComparison.Ordinal) ? words[bare.Length..].TrimStart('　', ' ', '、', '．', '.') : words;
    }

    private static BlockView WordsOrDoubt(BlockView block, string old, string words, BlockChange change, bool ownWordsOnly)
    {
        var changed = ownWordsOnly ? OwnWords(block, old, words, change) : Words(block, old, words, change);
        return ReferenceEquals(changed, block) ? Noted(block, change with { IsApplied = false }) : changed;
    }

    /// <summary>Words in the block and in all that stands in it.</summary>
    private static BlockView Words(BlockView block, string old, string words, BlockChange change)
    {
        var changed = OwnWords(block, old, words, change);
        var children = changed.Children.Select(c => Words(c, old, words, change)).ToList();
        return children.Zip(changed.Children).Any(p => !ReferenceEquals(p.First, p.Second)) ? changed with { Children = children } : changed;
    }

    private static BlockView OwnWords(BlockView block, string old, string words, BlockChange change)
    {
        if (old.Length == 0) return block;
        if (block.Text.Any(r => r.Text.Contains(old, StringComparison.Ordinal)))
            return Noted(block with { Text = [.. block.Text.Select(r => r.Kind is RunKind.Masked ? r : r with { Text = r.Text.Replace(old, words, StringComparison.Ordinal) })] }, change with { Before = block.Plain });
        // The words may lie over a citation's edge; what is masked stays masked.
        return block.Plain.Contains(old, StringComparison.Ordinal) && block.Text.All(r => r.Kind is not RunKind.Masked)
            ? Noted(block with { Text = [new(block.Plain.Replace(old, words, StringComparison.Ordinal))] }, change with { Before = block.Plain }) : block;
    }
}
