using System.Buffers;

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
        // A step that is not reached counts no parts; only the first does so too.
        var rented = ArrayPool<Step>.Shared.Rent(to - from + 1);
        var steps = rented.AsSpan(0, to - from + 1);
        steps.Clear();
        var parts = Parse(text, from, to, steps);
        ArrayPool<Step>.Shared.Return(rented);
        return parts;
    }

    private PiecePart[]? Parse(string text, int from, int to, Span<Step> steps)
    {
        for (var at = from; at < to; at++)
            if (at == from || steps[at - from].Count > 0) TakeAll(text, at, to, steps[(at - from)..]);

        if (steps[^1] is not { Unclear: false, Count: > 0 } last) return null;
        var parts = new PiecePart[last.Count];
        for (var step = last; step.Count > 0; step = steps[step.Part.From - from]) parts[step.Count - 1] = step.Part;
        return parts;
    }

    /// <summary>Takes every part that may stand at the place.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="at">The place.</param>
    /// <param name="to">Where the piece ends.</param>
    /// <param name="steps">The best way to the place, and behind it to every later one.</param>
    private void TakeAll(string text, int at, int to, Span<Step> steps)
    {
        var last = steps[0].Count > 0 ? steps[0].Part.Kind : (PartKind?)null;
        var afterRegion = last is PartKind.Name && steps[0].Part.Thing is { IsBareRegion: true };
        for (var (node, end) = (0, at); end < to && names.Next(node, text[end]) is > 0 and var next; node = next)
        {
            end++;
            if (names.EndOf(next) is { } thing && (!afterRegion || MayFollowRegion(thing))) Take(new(PartKind.Name, at, end, thing, null), steps);
        }

        var afterName = last is PartKind.Name or PartKind.Note;
        if (last is null or PartKind.Head && DutyWords.HeadAt(text, at) is { Length: > 0 } head && at + head.Length <= to)
            Take(new(PartKind.Head, at, at + head.Length, null, head.Role), steps);
        if (afterName && DutyWords.NoteAt(text, at) is { Length: > 0 } note && at + note.Length <= to)
            Take(new(PartKind.Note, at, at + note.Length, null, note.Role), steps);
        if (afterName && DutyWords.OthersAt(text, at) is > 0 and var others && at + others <= to)
            Take(new(PartKind.Others, at, at + others, null, null), steps);
        if (!afterName && last is not PartKind.Others) return;
        if (DutyWords.JoinerAt(text, at) is > 0 and var joiner && at + joiner < to)
            Take(new(PartKind.Joiner, at, at + joiner, null, null), steps);
        if (DutyWords.TailAt(text, at) is { Length: > 0 } tail && at + tail.Length <= to)
            Take(new(PartKind.Tail, at, at + tail.Length, null, tail.Role), steps);
    }

    private static void Take(PiecePart part, Span<Step> steps)
    {
        ref var there = ref steps[part.To - part.From];
        var count = steps[0].Count + 1;
        if (there.Count == 0 || count < there.Count) there = new(count, part, steps[0].Unclear);
        else if (count == there.Count) there = there with { Unclear = true };
    }

    /// <summary>通川区 directly before another name is the beginning of a longer name that the directory lacks, unless that name too is a territory's.</summary>
    private static bool MayFollowRegion(NamedThing thing) => thing.Unit?.Kind is UnitKind.CountyGovernment or UnitKind.TownshipGovernment;

    /// <summary>The best way to a place: how many parts it takes, the last of them, and whether another way is as good.</summary>
    private readonly record struct Step(int Count, PiecePart Part, bool Unclear);
}
