using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>Puts a new place into a text (增加一章、一条、一款、一项、一个附件). Places behind it that had its number or a later one are counted on.</summary>
internal static class Insertion
{
    /// <returns>The body itself where nothing shows where the place belongs.</returns>
    public static IReadOnlyList<BlockView> Of(IReadOnlyList<BlockView> body, ClausePath path, string text, BlockChange change)
    {
        var step = path.Steps[^1];
        var above = path.Parent is { IsDocument: false } parent ? Places.Find(body, parent) : null;
        if (path.Parent is { IsDocument: false } && above is null) return body;
        if (step.Kind is ClauseStepKind.Paragraph) return above is null ? body : Tree.Replace(body, above, [WithParagraph(above, step.Number!.Value, text, change)]);

        var within = above is null ? body : above.Children;
        var sisters = within.SelectMany(b => b.WithAll).Where(b => Places.NumberOf(b, step.Kind) is not null).ToList();
        var before = sisters.LastOrDefault(b => Places.NumberOf(b, step.Kind) < step.Number);
        if (sisters.Count == 0)
        {
            // The first item of an article, and the first attachment, stand behind all else.
            if (above is null && step.Kind is not ClauseStepKind.Attachment || Divisions.IsOne(path) && step.Kind is not ClauseStepKind.Attachment) return body;
            var first = Made(path, text, null, change);
            return above is null ? [.. body, first] : Tree.Replace(body, above, [above with { Children = [.. above.Children, first] }]);
        }
        var fresh = Made(path, text, before ?? sisters[0], change);
        return Counting.MakeRoom(before is null ? Tree.Replace(body, sisters[0], [fresh, sisters[0]]) : Tree.Replace(body, before, [before, fresh]), fresh);
    }

    private static BlockView Made(ClausePath path, string text, BlockView? like, BlockChange change)
    {
        var step = path.Steps[^1];
        var gap = like is null ? "" : Consolidation.Gap(like);
        if (Divisions.IsOne(path)) return Divisions.New(step, path.ToString(), text, change) is { Text: [var name] } named ? named with { Level = like?.Level ?? 0, Text = [new(gap + name.Text)] } : Divisions.New(step, path.ToString(), text, change);
        var lines = Consolidation.WithoutLabel(text, Counting.LabelOf(step)).Split('\n');
        return new()
        {
            Kind = NodeKind.Clause, Label = Counting.LabelOf(step), Place = path.ToString(), Level = like?.Level ?? (step.Kind is ClauseStepKind.Article ? 1 : (int)(step.Kind - ClauseStepKind.Level1) + 1),
            Text = [new(gap + lines[0])], Children = [.. lines.Skip(1).Select(l => new BlockView { Kind = NodeKind.Paragraph, Text = [new(l)] })], Changes = [change],
        };
    }

    private static BlockView WithParagraph(BlockView above, int number, string text, BlockChange change)
    {
        var added = new BlockView { Kind = NodeKind.Paragraph, Text = [new(text.Replace('\n', ' '))], Changes = [change] };
        var children = above.Children.ToList();
        var paragraphs = Places.Paragraphs(above);
        // The second 款 is the first paragraph under the article's own words.
        var at = number - 2 < paragraphs.Count ? children.IndexOf(paragraphs[Math.Max(0, number - 2)]) : children.Count;
        children.Insert(at, added);
        return above with { Children = children };
    }
}
