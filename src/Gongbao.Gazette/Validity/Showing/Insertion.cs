using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>
/// Puts a new place into a text (增加一章、一条、一款、一项、一个附件). Places behind it that had its number or a later one are counted on.
/// Its address is that of its number where no place of the print can have borne it; else the day from which it holds is part of it (art4_20240501), for
/// the number's own address stays with the place that was printed with it.
/// </summary>
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
        var sisters = within.SelectMany(b => b.WithAll).Where(b => Places.StepOf(b, step.Kind) is not null).ToList();
        var before = sisters.LastOrDefault(b => Places.StepOf(b, step.Kind)!.Value.CompareTo(step) < 0);
        if (sisters.Count == 0)
        {
            // The first item of an article, and the first attachment, stand behind all else.
            if (above is null && step.Kind is not ClauseStepKind.Attachment || Divisions.IsOne(path) && step.Kind is not ClauseStepKind.Attachment) return body;
            var first = Addressed(Made(path, text, null, change), body, above, change.On);
            return above is null ? [.. body, first] : Tree.Replace(body, above, [above with { Children = [.. above.Children, first] }]);
        }
        var fresh = Addressed(Made(path, text, before ?? sisters[0], change), body, above, change.On);
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

    /// <summary>The place and the numbered ones in it with their addresses.</summary>
    /// <param name="fresh">The place.</param>
    /// <param name="body">The text without it.</param>
    /// <param name="above">What it stands in; null at the top.</param>
    /// <param name="on">From which day it holds.</param>
    private static BlockView Addressed(BlockView fresh, IReadOnlyList<BlockView> body, BlockView? above, DateOnly on)
    {
        var taken = body.SelectMany(b => b.WithAll).Select(b => b.Slug).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var printed = taken.Select(s => ClausePath.TryParseSlug(s, out var path) && !path.IsDocument ? path.Steps[^1] : default(ClauseStep?)).OfType<ClauseStep>().ToHashSet();
        return Tree.Map([fresh], b =>
        {
            if (!ClausePath.TryParse(b.Place, out var path) || path.IsDocument) return b;
            var step = path.Steps[^1];
            // An article is found without its chapter, so no other may ever have borne its number.
            var isNew = Places.Find(body, path) is null && !(step.Kind is ClauseStepKind.Part or ClauseStepKind.Chapter or ClauseStepKind.Article && printed.Contains(step));
            var slug = ReferenceEquals(b, fresh) && above?.Slug is { } outer ? Within(outer, step) : path.Slug;
            if (!isNew) slug = $"{slug}_{on:yyyyMMdd}";
            var free = slug;
            for (var i = 2; !taken.Add(free); i++) free = $"{slug}_{i}";
            return b with { Slug = free };
        })[0];
    }

    private static string Within(string outer, ClauseStep step) =>
        ClausePath.TryParseSlug(outer, out var path) ? ClausePath.Of([.. path.Steps, step]).Slug : $"{outer}.{step.Number}";

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
