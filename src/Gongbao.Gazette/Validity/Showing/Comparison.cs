using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>A place of a document in two versions.</summary>
/// <param name="Place">How a citation names it; null where it has no name.</param>
/// <param name="Slug">Its part of the address; null where it has none.</param>
/// <param name="Before">Its words in the earlier version; null where it was not there.</param>
/// <param name="After">Its words in the later version; null where it is gone.</param>
/// <param name="Changes">What brought the difference about.</param>
internal sealed record ComparedPlace(string? Place, string? Slug, string? Before, string? After, IReadOnlyList<BlockChange> Changes)
{
    public bool IsSame => Before == After;
}

/// <summary>A stretch of text in a comparison.</summary>
internal readonly record struct ComparedText(string Text, bool IsDifferent);

/// <summary>Compares two versions of a document place by place (逐条对照).</summary>
internal static class Comparison
{
    private const int LongestCompared = 4000;

    /// <summary>Every place of either version, in the order of the later one; what is gone stands where it stood.</summary>
    public static IReadOnlyList<ComparedPlace> Of(DocumentView before, DocumentView after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var byKey = old.ToDictionary(l => l.Key);
        var kept = now.Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        var compared = new List<ComparedPlace>();
        var next = 0;
        foreach (var line in now)
        {
            if (byKey.TryGetValue(line.Key, out var was))
            {
                // What stood before this place and is no longer anywhere comes first.
                for (; next < old.Count && old[next].Key != line.Key; next++)
                    if (!kept.Contains(old[next].Key)) compared.Add(new(old[next].Place, old[next].Slug, old[next].Text, null, []));
                if (next < old.Count) next++;
            }
            compared.Add(new(line.Place, line.Slug, was?.Text, line.Text, [.. line.Changes.Where(c => was is null || !was.Changes.Contains(c))]));
        }
        for (; next < old.Count; next++)
            if (!kept.Contains(old[next].Key)) compared.Add(new(old[next].Place, old[next].Slug, old[next].Text, null, []));
        return compared;
    }

    /// <summary>The stretches of both texts, those told apart that the other does not have.</summary>
    public static (IReadOnlyList<ComparedText> Before, IReadOnlyList<ComparedText> After) Words(string before, string after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start]) start++;
        int a = before.Length, b = after.Length;
        while (a > start && b > start && before[a - 1] == after[b - 1]) (a, b) = (a - 1, b - 1);
        var (left, right) = (before[start..a], after[start..b]);
        if ((long)left.Length * right.Length > (long)LongestCompared * LongestCompared)
            return ([.. Around(before, start, a, [new(left, true)])], [.. Around(after, start, b, [new(right, true)])]);
        var common = Common(left, right);
        return ([.. Around(before, start, a, Parts(left, common.Select(c => c.A)))], [.. Around(after, start, b, Parts(right, common.Select(c => c.B)))]);
    }

    private static IEnumerable<ComparedText> Around(string text, int from, int to, IEnumerable<ComparedText> middle)
    {
        if (from > 0) yield return new(text[..from], false);
        foreach (var part in middle) yield return part;
        if (to < text.Length) yield return new(text[to..], false);
    }

    private static IEnumerable<ComparedText> Parts(string text, IEnumerable<int> common)
    {
        var same = common.ToHashSet();
        for (int from = 0, to; from < text.Length; from = to)
        {
            var isSame = same.Contains(from);
            for (to = from + 1; to < text.Length && same.Contains(to) == isSame; to++) { }
            yield return new(text[from..to], !isSame);
        }
    }

    /// <summary>A longest common subsequence.</summary>
    private static List<(int A, int B)> Common(string left, string right)
    {
        var longest = new ushort[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
            for (var k = right.Length - 1; k >= 0; k--)
                longest[i, k] = left[i] == right[k] ? (ushort)(longest[i + 1, k + 1] + 1) : Math.Max(longest[i + 1, k], longest[i, k + 1]);
        var common = new List<(int, int)>();
        for (int i = 0, k = 0; i < left.Length && k < right.Length;)
        {
            if (left[i] == right[k]) common.Add((i++, k++));
            else if (longest[i + 1, k] >= longest[i, k + 1]) i++;
            else k++;
        }
        return common;
    }

    private static List<Line> Lines(DocumentView document)
    {
        var (lines, taken) = (new List<Line>(), new HashSet<string>(StringComparer.Ordinal));
        Gather(document.Body, "");
        return lines;

        void Gather(IReadOnlyList<BlockView> blocks, string above)
        {
            for (var i = 0; i < blocks.Count; i++)
            {
                var block = blocks[i];
                var key = block.Slug ?? $"{above}/{block.Kind}{(block.Changes is [var first, ..] ? first.Cause.Id : Guid.Empty):N}{i}";
                while (!taken.Add(key)) key += "'";
                var text = (block.Kind is NodeKind.Row ? string.Join('　', block.Children.Select(c => c.AllWords)) : block.Label + block.Plain).Trim();
                if (text.Length > 0 || block.Changes.Count > 0) lines.Add(new(key, block.Place, block.Slug, text, block.Changes));
                if (block.Kind is not NodeKind.Row) Gather(block.Children, key);
            }
        }
    }

    private sealed record Line(string Key, string? Place, string? Slug, string Text, IReadOnlyList<BlockChange> Changes);
}
