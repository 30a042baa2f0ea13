namespace Gongbao.Platform.Access;

/// <summary>What a role is given on (范围).</summary>
public enum ScopeKind
{
    /// <summary>The whole city.</summary>
    City,

    /// <summary>One unit (单位) and the units under it, by directory id.</summary>
    Unit,

    /// <summary>One region (地区) and all within it, by division code.</summary>
    Region,

    /// <summary>One post (岗位), by directory id.</summary>
    Post,
}

/// <summary>The part of the city on which a role holds.</summary>
/// <param name="Kind">What the id names.</param>
/// <param name="Id">Id of the unit or post, or division code of the region; empty for the whole city.</param>
public sealed record AccessScope(ScopeKind Kind, string Id)
{
    /// <summary>The whole city.</summary>
    public static AccessScope City { get; } = new(ScopeKind.City, "");

    /// <summary>
    /// True when the thing lies within. A region covers the regions whose code continues its own (511702 covers 511702001 and 511702001003);
    /// a unit covers the units under it, to any depth; a thing that names no unit, region or post of the scope's kind is not covered by it.
    /// </summary>
    /// <param name="target">Where the thing belongs.</param>
    /// <param name="superiors">Of each unit that has one, the unit directly above it; null where none is known.</param>
    public bool Covers(AccessTarget target, IReadOnlyDictionary<string, string>? superiors = null) => Kind switch
    {
        ScopeKind.City => true,
        ScopeKind.Unit => IsAtOrUnder(target.Unit, superiors),
        ScopeKind.Region => target.Region is { } region && region.StartsWith(Significant(Id), StringComparison.Ordinal),
        ScopeKind.Post => target.Post == Id,
    };

    private bool IsAtOrUnder(string? unit, IReadOnlyDictionary<string, string>? superiors)
    {
        // So many steps at most: a mistake in the directory may have made a circle of it.
        for (var steps = 0; unit is not null && steps < 32; steps++, unit = superiors?.GetValueOrDefault(unit))
            if (unit == Id)
                return true;
        return false;
    }

    /// <summary>A division code without the pairs and triples of zeros that pad it: 511700 is 5117, 511702000000 is 511702.</summary>
    private static string Significant(string code)
    {
        var length = code.Length;
        foreach (var (from, to) in ((int, int)[])[(12, 9), (9, 6), (6, 4), (4, 2)])
            if (length == from && code.AsSpan(to, from - to).TrimStart('0').IsEmpty)
                length = to;
        return code[..length];
    }
}

/// <summary>Where the thing acted on belongs; what is null is not known, and no scope of that kind covers it.</summary>
/// <param name="Unit">Directory id of the unit that has it.</param>
/// <param name="Region">Division code of the region it lies in.</param>
/// <param name="Post">Directory id of the post that has it.</param>
public readonly record struct AccessTarget(string? Unit = null, string? Region = null, string? Post = null);
