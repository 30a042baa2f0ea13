using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>A text with its amendments in it.</summary>
/// <param name="Body">The text.</param>
/// <param name="NotApplied">What holds and could not be put into the words: the text has no such place or words, or the decision prints the new ones elsewhere.</param>
internal sealed record ConsolidatedText(IReadOnlyList<BlockView> Body, IReadOnlyList<CauseView> NotApplied);

/// <summary>
/// The words of a document with its amendments in them (整合文本): a pure function of the text as printed and of the instructions that hold.
/// What one decision says counts places as they stood before that decision.
/// </summary>
internal static class Consolidation
{
    private const string Gone = "（删去）";

    /// <param name="body">The body as printed.</param>
    /// <param name="amendments">What holds, in the order in which it came to hold.</param>
    public static IReadOnlyList<BlockView> Of(IReadOnlyList<BlockView> body, IReadOnlyList<(StoredClaim Claim, CauseView Cause)> amendments) => TextOf(body, amendments).Body;

    /// <summary>The same, and what could not be put into the words.</summary>
    public static ConsolidatedText TextOf(IReadOnlyList<BlockView> body, IReadOnlyList<(StoredClaim Claim, CauseView Cause)> amendments)
    {
        var left = new List<CauseView>();
        foreach (var decision in amendments.GroupBy(a => (a.Claim.On, a.Claim.FromDocumentId)))
        {
            // Places are found before the first of the decision's instructions moves anything: insertions come last.
            foreach (var (claim, cause) in decision.OrderBy(a => Order(a.Claim)))
            {
                var before = body;
                foreach (var path in PathsOf(claim)) body = Apply(body, claim, path, cause);
                if (ReferenceEquals(before, body)) left.Add(cause);
            }
        }
        return new(body, left);
    }

    private static int Order(StoredClaim claim) => ClaimJson.Read(claim.Instruction)?.Action switch
    {
        AmendmentAction.Renumber => 1,
        AmendmentAction.ReplaceClause when ClausePath.TryParse(claim.Place ?? "", out var path) && Divisions.IsOne(path) => 2,
        AmendmentAction.Insert => 3,
        _ => 0,
    };

    /// <summary>The places of a claim: 第三条至第五条 are three; null for the whole text.</summary>
    private static IEnumerable<ClausePath?> PathsOf(StoredClaim claim)
    {
        if (!ClausePath.TryParse(claim.Place ?? "", out var path) || path.IsDocument) return [null];
        if (path.Last is not { } last) return [path];
        var (begin, to) = (path.Steps[^1], last[^1]);
        return begin.Kind == to.Kind && path.Steps.Count == last.Count && path.Steps.SkipLast(1).SequenceEqual(last.SkipLast(1)) && begin.Number is { } first && to.Number is { } end
            ? Enumerable.Range(first, end - first + 1).Select(n => ClausePath.Of([.. path.Steps.SkipLast(1), begin with { Number = n }])) : [];
    }

    private static IReadOnlyList<BlockView> Apply(IReadOnlyList<BlockView> body, StoredClaim claim, ClausePath? path, CauseView cause)
    {
        var on = claim.On!.Value;
        if (path is null)
        {
            return claim.Effect is ValidityEffect.Amend && ClaimJson.Read(claim.Instruction) is { Action: AmendmentAction.ReplaceWords, Old: { Length: > 0 } everywhere, New: var come }
                ? Tree.Map(body, b => OwnWords(b, everywhere, come ?? "", new(BlockChangeKind.Words, on, cause))) : body;
        }
        if (claim.Effect is ValidityEffect.Amend && ClaimJson.Read(claim.Instruction) is { Action: AmendmentAction.Insert, New: { } added }) return Insertion.Of(body, path, added, new(BlockChangeKind.Inserted, on, cause));
        if (Places.Find(body, path) is not { } at) return body;
        if (claim.Effect is not ValidityEffect.Amend) return Tree.Replace(body, at, [Noted(at, new(claim.Effect is ValidityEffect.Suspend ? BlockChangeKind.Suspended : BlockChangeKind.Repealed, on, cause))]);
        var own = Places.IsOwnWords(at, path);
        return ClaimJson.Read(claim.Instruction) switch
        {
            { Action: AmendmentAction.ReplaceWords, Old: { } old, New: var words } => Tree.Replace(body, at, [WordsOrDoubt(at, old, words ?? "", new(BlockChangeKind.Words, on, cause), own)]),
            { Action: AmendmentAction.ReplaceClause, New: { } text } when Divisions.IsOne(path) => Divisions.Replaced(body, at, text, new(BlockChangeKind.Replaced, on, cause, at.AllWords)),
            { Action: AmendmentAction.ReplaceClause, New: { } text } => Tree.Replace(body, at, [Rewritten(at, text, new(BlockChangeKind.Replaced, on, cause, at.AllWords), own)]),
            { Action: AmendmentAction.Retitle, New: { } name } => Tree.Replace(body, at, [Divisions.Retitled(at, name, new(BlockChangeKind.Words, on, cause))]),
            { Action: AmendmentAction.Delete } => Tree.Replace(body, at, [Deleted(at, new(BlockChangeKind.Deleted, on, cause, at.AllWords))]),
            { Action: AmendmentAction.Renumber, New: { } label } => Tree.Replace(body, at, [Noted(Counting.Named(at with { Label = label }, label), new(BlockChangeKind.Renumbered, on, cause, at.Label))]),
            _ => body,
        };
    }

    private static BlockView Noted(BlockView block, BlockChange change) => block with { Changes = [.. block.Changes, change] };

    private static BlockView Deleted(BlockView block, BlockChange change) => Noted(block with { Text = [new(Gone)], Children = [] }, change);

    /// <summary>The new words in a whole place's stead. Its first line is its own words, every further one a paragraph.</summary>
    private static BlockView Rewritten(BlockView block, string text, BlockChange change, bool ownWordsOnly)
    {
        var lines = WithoutLabel(text, block.Label).Split('\n');
        var paragraphs = lines.Skip(1).Select(l => new BlockView { Kind = NodeKind.Paragraph, Text = [new(l)] }).ToList();
        return Noted(block with { Text = [new(Gap(block) + lines[0])], Children = ownWordsOnly ? [.. block.Children.Where(c => !c.RunsIn)] : paragraphs }, change);
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
        var first = block with { Children = [.. block.Children.Where(c => c.RunsIn)] };
        var changed = Tree.Map([ownWordsOnly ? first : block], b => OwnWords(b, old, words, change))[0];
        if (ownWordsOnly) changed = ReferenceEquals(changed, first) ? block : changed with { Children = [.. changed.Children, .. block.Children.Where(c => !c.RunsIn)] };
        return ReferenceEquals(changed, block) ? Noted(block, change with { IsApplied = false }) : changed;
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
