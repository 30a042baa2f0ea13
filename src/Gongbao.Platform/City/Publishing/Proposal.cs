using System.Text.Json;

namespace Gongbao.Platform.City.Publishing;

/// <summary>What publishing the files as they are now would change (待发布的改动).</summary>
/// <param name="Problems">Every mistake in the files; with one, nothing can be published.</param>
/// <param name="Changes">What differs from what would count then, by section and thing; empty where nothing does or the files have mistakes.</param>
/// <param name="Hash">The hash of all that the files declare; null where they have mistakes.</param>
public sealed record Proposal(IReadOnlyList<DeclarationProblem> Problems, IReadOnlyList<ProposedChange> Changes, string? Hash)
{
    /// <summary>True where the files say what is published.</summary>
    public bool IsSame => Problems.Count == 0 && Changes.Count == 0;

    internal static Proposal Of(CityCheck files, IReadOnlyDictionary<(string Section, string Thing), string> published)
    {
        if (files.City is not { } city) return new(files.Problems, [], null);
        var changes = new List<ProposedChange>();
        foreach (var version in city.Versions)
            if (published.GetValueOrDefault((version.Section, version.Id ?? "")) is var old && old != version.Json)
                changes.AddRange(version.Id is { } id ? [new(version.Section, id, old is null ? ChangeKind.Added : ChangeKind.Changed, PlaceOf(city, version.Section, id))] : Within(city, version, old));
        var declared = city.Versions.Select(v => (v.Section, v.Id ?? "")).ToHashSet();
        changes.AddRange(published.Keys.Where(k => !declared.Contains(k)).OrderBy(k => k, Comparer<(string, string)>.Default)
            .Select(k => new ProposedChange(k.Section, k.Thing.Length > 0 ? k.Thing : null, ChangeKind.Removed, null)));
        return new([], changes, city.Hash);
    }

    /// <summary>A section is one declaration; a person wants to know which of its things changed.</summary>
    private static IEnumerable<ProposedChange> Within(CityDeclarations city, DeclarationVersion version, string? old)
    {
        var (before, after) = (Parts(old), Parts(version.Json));
        foreach (var (key, text) in after)
            if (before.GetValueOrDefault(key) is var was && was != text)
                yield return new(version.Section, key, was is null ? ChangeKind.Added : ChangeKind.Changed, PlaceOf(city, version.Section, key));
        foreach (var key in before.Keys.Where(k => !after.ContainsKey(k)))
            yield return new(version.Section, key, ChangeKind.Removed, null);
    }

    private static Dictionary<string, string> Parts(string? json)
    {
        if (json is null) return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetRawText(), StringComparer.Ordinal);
    }

    private static Place? PlaceOf(CityDeclarations city, string section, string key) => city.Section(section).TryGet(key, out var entry) ? entry.KeyPlace : null;
}

/// <summary>One thing that publishing would change.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Key">The thing's id or the part's name; null where the whole section goes.</param>
/// <param name="Kind">How.</param>
/// <param name="Place">Where it stands in the files; null where it no longer does.</param>
public sealed record ProposedChange(string Section, string? Key, ChangeKind Kind, Place? Place);

/// <summary>How a thing differs from what is published.</summary>
public enum ChangeKind
{
    /// <summary>Not published so far (新增).</summary>
    Added,

    /// <summary>Published with another content (改动).</summary>
    Changed,

    /// <summary>Published, and no longer in the files (删除).</summary>
    Removed,
}
