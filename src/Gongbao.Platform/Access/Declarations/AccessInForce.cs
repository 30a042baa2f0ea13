using Gongbao.Platform.City;

namespace Gongbao.Platform.Access.Declarations;

/// <summary>Keeps what was made of the last declarations that were asked for, since they change seldom and are asked for at every request.</summary>
internal sealed class AccessInForce
{
    private volatile Kept? _kept;

    public AccessDeclarations Of(CityDeclarations city)
    {
        if (_kept is { } kept && ReferenceEquals(kept.City, city)) return kept.Access;
        var access = AccessSections.Read(city);
        _kept = new(city, access);
        return access;
    }

    private sealed record Kept(CityDeclarations City, AccessDeclarations Access);
}
