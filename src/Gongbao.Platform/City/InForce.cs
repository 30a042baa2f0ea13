namespace Gongbao.Platform.City;

/// <summary>Keeps what was made of the last declarations that were asked for, since they change seldom and are asked for often. For any number of threads.</summary>
/// <typeparam name="TRules">What is made of them.</typeparam>
/// <param name="read">Makes it; of the same declarations always the same.</param>
public sealed class InForce<TRules>(Func<CityDeclarations, TRules> read)
{
    private volatile Kept? _kept;

    public TRules Of(CityDeclarations city)
    {
        if (_kept is { } kept && ReferenceEquals(kept.City, city)) return kept.Rules;
        var rules = read(city);
        _kept = new(city, rules);
        return rules;
    }

    private sealed record Kept(CityDeclarations City, TRules Rules);
}
