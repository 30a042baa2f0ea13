namespace Gongbao.Platform.City.Publishing;

/// <summary>The city's declarations were published: these changed, from an instant on.</summary>
/// <param name="EffectiveAt">Legal instant from which they count, inclusive, UTC.</param>
/// <param name="Published">What is new or differs from what would have counted then.</param>
/// <param name="Withdrawn">What counted then and is no longer declared: section, and the thing's id or null.</param>
public sealed record CityPublished(DateTimeOffset EffectiveAt, IReadOnlyList<DeclarationVersion> Published, IReadOnlyList<(string Section, string? Id)> Withdrawn);
