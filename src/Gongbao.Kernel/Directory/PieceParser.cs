namespace Gongbao.Kernel.Directory;

/// <summary>A part of a piece.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">First character in the folded text.</param>
/// <param name="To">One past the last.</param>
/// <param name="Thing">For a name, what bears it.</param>
/// <param name="Role">For a mark, the role.</param>
internal readonly record struct PiecePart(PartKind Kind, int From, int To, NamedThing? Thing, DutyRole? Role);

internal enum PartKind
{
    Name,
    Joiner,
    Others,
    Head,
    Tail,
    Note,
}

/// <summary>Reads a piece as names and the words around them. Either every character is accounted for, or the piece is not understood.</summary>
internal sealed class PieceParser(NameIndex names)
{
    /// <summary>The reading with the fewest parts; null where there is none, or two that name different units.</summary>
    public IReadOnlyList<PiecePart>? Parse(string text, int from, int to)
    {
        var best = new Step?[to - from + 1];
        best[0] = new(0, default, null, Unclear: false);
        for (var at = from; at < to; at++)
        {
            if (best[at - from] is not { } before) continue;
            foreach (var part in PartsAt(text, at, to, before))
            {
                ref var there = ref best[part.To - from];
                var step = new Step(before.Count + 1, part, before, before.Unclear);
                if (there is null || step.Count < there.Count) there = step;
                else if (step.Count == there.Count) there = there with { Unclear = true };
            }
        }

        if (best[^1] is not { Unclear: false } last || last.Count == 0) return null;
        var parts = new PiecePart[last.Count];
        for (var step = last; step.Before is not null; step = step.Before) parts[step.Count - 1] = step.Part;
        return parts;
    }

    private IEnumerable<PiecePart> PartsAt(string text, int at, int to, Step before)
    {
        var last = before.Before is null ? (PiecePart?)null : before.Part;
        foreach (var (end, thing) in names.From(text, at))
            if (end <= to && MayFollow(last, thing))
                yield return new(PartKind.Name, at, end, thing, null);

        var afterName = last is { Kind: PartKind.Name or PartKind.Note };
        if (last is null or { Kind: PartKind.Head } && DutyWords.HeadAt(text, at) is { Length: > 0 } head && at + head.Length <= to)
            yield return new(PartKind.Head, at, at + head.Length, null, head.Role);
        if (afterName && DutyWords.NoteAt(text, at) is { Length: > 0 } note && at + note.Length <= to)
            yield return new(PartKind.Note, at, at + note.Length, null, note.Role);
        if (afterName && DutyWords.OthersAt(text, at) is > 0 and var others && at + others <= to)
            yield return new(PartKind.Others, at, at + others, null, null);
        if (last is { Kind: PartKind.Name or PartKind.Note or PartKind.Others })
        {
            if (DutyWords.JoinerAt(text, at) is > 0 and var joiner && at + joiner < to)
                yield return new(PartKind.Joiner, at, at + joiner, null, null);
            if (DutyWords.TailAt(text, at) is { Length: > 0 } tail && at + tail.Length <= to)
                yield return new(PartKind.Tail, at, at + tail.Length, null, tail.Role);
        }
    }

    /// <summary>通川区 directly before another name is the beginning of a longer name that the directory lacks, unless that name too is a territory's.</summary>
    private static bool MayFollow(PiecePart? last, NamedThing thing) =>
        last is not { Kind: PartKind.Name, Thing.IsBareRegion: true } || thing.Unit?.Kind is UnitKind.CountyGovernment or UnitKind.TownshipGovernment;

    private sealed record Step(int Count, PiecePart Part, Step? Before, bool Unclear);
}
