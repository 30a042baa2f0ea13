namespace Gongbao.Kernel.Directory;

/// <summary>
/// Mends what is one slip away from exactly one name. Bounded on purpose: places that differ by one character are different places, so a
/// wrong character is never mended in the name of a territory, and nowhere unless no name at all contains it.
/// </summary>
internal sealed class NameRepair
{
    private const int LeastLength = 6;
    private const int LeastRegionalLength = 8;
    private static readonly string[] LevelPrefixes = ["市委", "市", "省", "县", "区"];
    private readonly NameIndex _names;
    private readonly string _city;
    private readonly ILookup<string, (NamedThing Thing, int At)> _withoutOne;
    private readonly int _longest;

    public NameRepair(NameIndex names, string city)
    {
        _names = names;
        _city = city;
        _longest = names.LongestName;
        _withoutOne = names.Names.Select(n => names[n]!).Where(t => t.Unit is not null && t.Name.Length > LeastLength)
            .SelectMany(t => Enumerable.Range(0, t.Name.Length).Select(at => (Key: t.Name.Remove(at, 1), Value: (t, at))))
            .ToLookup(x => x.Key, x => x.Value, StringComparer.Ordinal);
    }

    /// <summary>The one unit whose name the piece is when it is given the beginning its neighbour has; null where there is none or more than one.</summary>
    public NamedThing? WithPrefixOf(string piece, NamedThing? neighbour)
    {
        if (piece.Length < 2 || piece.Length > _longest || neighbour?.Unit is not { } near) return null;
        var found = LevelPrefixes.Prepend(_city).Where(p => neighbour.Name.StartsWith(p, StringComparison.Ordinal))
            .Select(p => _names[p + piece]).OfType<NamedThing>().Where(t => t.Unit is { } unit && unit.Level == near.Level);
        return OnlyOne(found);
    }

    /// <summary>The one unit whose name the piece is when it is given the ending of the name after it; null where there is none or more than one.</summary>
    public NamedThing? WithSuffixOf(string piece, NamedThing? next)
    {
        if (piece.Length < 2 || piece.Length > _longest || next?.Unit is not { } after) return null;
        var found = Enumerable.Range(1, next.Name.Length - 1)
            .Select(from => _names[piece + next.Name[from..]]).OfType<NamedThing>()
            .Where(t => t.Unit is { } unit && unit != after && unit.Kind == after.Kind && unit.Level == after.Level);
        return OnlyOne(found);
    }

    /// <summary>The one unit from whose name the piece is one slip away: a character dropped, doubled, swapped with the next, or one that no name contains.</summary>
    public NamedThing? OfMisprint(string piece)
    {
        if (piece.Length < LeastLength || piece.Length > _longest + 1) return null;
        return OnlyOne(Dropped(piece).Concat(Doubled(piece)).Concat(Swapped(piece)).Concat(Foreign(piece)).Where(t => t.Unit is not null && IsLongEnough(piece, t)));
    }

    private static bool IsLongEnough(string piece, NamedThing thing) => piece.Length >= (IsRegional(thing) ? LeastRegionalLength : LeastLength);

    private static bool IsRegional(NamedThing thing) =>
        thing.Unit!.Kind is UnitKind.Government or UnitKind.CountyGovernment or UnitKind.TownshipGovernment or UnitKind.FunctionalArea;

    private IEnumerable<NamedThing> Dropped(string piece) => _withoutOne[piece].Where(x => x.At > 0).Select(x => x.Thing);

    private IEnumerable<NamedThing> Doubled(string piece) =>
        Enumerable.Range(1, piece.Length - 1).Where(i => piece[i] == piece[i - 1]).Select(i => _names[piece.Remove(i, 1)]).OfType<NamedThing>();

    private IEnumerable<NamedThing> Swapped(string piece) =>
        Enumerable.Range(1, piece.Length - 1).Where(i => piece[i] != piece[i - 1])
            .Select(i => _names[$"{piece[..(i - 1)]}{piece[i]}{piece[i - 1]}{piece[(i + 1)..]}"]).OfType<NamedThing>();

    private IEnumerable<NamedThing> Foreign(string piece) =>
        Enumerable.Range(0, piece.Length).Where(i => !_names.Knows(piece[i]))
            .SelectMany(i => _withoutOne[piece.Remove(i, 1)].Where(x => x.At == i && !IsRegional(x.Thing)).Select(x => x.Thing));

    private static NamedThing? OnlyOne(IEnumerable<NamedThing> found)
    {
        var units = found.DistinctBy(t => t.Unit!.Id).Take(2).ToArray();
        return units.Length == 1 ? units[0] : null;
    }
}
