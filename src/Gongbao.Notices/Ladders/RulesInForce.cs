using Gongbao.Platform.City;

namespace Gongbao.Notices.Ladders;

/// <summary>Keeps what was made of the last declarations that were asked for, since they change seldom.</summary>
internal sealed class RulesInForce
{
    private volatile Kept? _kept;

    public NoticeRules Of(CityDeclarations city)
    {
        if (_kept is { } kept && ReferenceEquals(kept.City, city)) return kept.Rules;
        var rules = NoticeRules.Of(city);
        _kept = new(city, rules);
        return rules;
    }

    private sealed record Kept(CityDeclarations City, NoticeRules Rules);
}
