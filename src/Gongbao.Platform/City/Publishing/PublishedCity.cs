using System.Text.Json;
using Gongbao.Platform.City.Publishing.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.City.Publishing;

/// <summary>Reads what has been published. Of a request's or a unit's scope.</summary>
public sealed class PublishedCity
{
    private readonly DeclarationsDb _db;
    private readonly DeclarationSections _sections;

    internal PublishedCity(DeclarationsDb db, DeclarationSections sections) => (_db, _sections) = (db, sections);

    /// <summary>Rises with every act of publishing; null before the first. While it stands, a program keeps what it has read.</summary>
    public Task<long?> RevisionAsync(CancellationToken stop) => _db.States.AsNoTracking().Select(s => (long?)s.Revision).SingleOrDefaultAsync(stop);

    /// <summary>Folder name of the city whose declarations are kept here; null where nothing was ever published.</summary>
    internal Task<string?> CityAsync(CancellationToken stop) => _db.States.AsNoTracking().Select(s => s.City).SingleOrDefaultAsync(stop);

    /// <summary>The next legal instant after this one at which something published comes into force; null where nothing waits.</summary>
    internal Task<DateTimeOffset?> NextAsync(DateTimeOffset after, CancellationToken stop) =>
        _db.Publications.AsNoTracking().Where(p => p.EffectiveAt > after).OrderBy(p => p.EffectiveAt).Select(p => (DateTimeOffset?)p.EffectiveAt).FirstOrDefaultAsync(stop);

    /// <summary>True where exactly these declarations count at a legal instant.</summary>
    public async Task<bool> CountsAsync(CityDeclarations city, DateTimeOffset instant, CancellationToken stop)
    {
        var counting = await InForce.OnAsync(_db, instant, stop);
        return counting.Count == city.Versions.Count && city.Versions.All(v => counting.GetValueOrDefault((v.Section, v.Id ?? "")) == v.Hash);
    }

    /// <summary>The declarations that count at a legal instant; null where nothing was published by then.</summary>
    /// <exception cref="InvalidDeclarationsException">What was published does not satisfy this program, which asks for more; it has to be published anew.</exception>
    public async Task<CityDeclarations?> AtAsync(DateTimeOffset instant, CancellationToken stop)
    {
        if (await _db.States.AsNoTracking().SingleOrDefaultAsync(stop) is not { } state) return null;
        var counting = await InForce.OnAsync(_db, instant, stop);
        if (counting.Count == 0) return null;
        var hashes = counting.Values.Distinct().ToArray();
        var contents = await _db.Declarations.AsNoTracking().Where(d => hashes.Contains(d.Hash)).ToDictionaryAsync(d => d.Hash, d => d.Json, stop);

        var sections = counting.GroupBy(c => c.Key.Section).ToDictionary(g => g.Key, g => Section(g.Key, g.Select(c => (c.Key.Thing, contents[c.Value]))), StringComparer.Ordinal);
        return new CityLoader(CityFolder.Find() ?? "city", state.City, _sections.All).Restore(sections).Required();
    }

    /// <summary>The content that a hash names, also when it no longer counts: a case runs on under the version it began with.</summary>
    /// <returns>Canonical JSON; null where no such content was ever published.</returns>
    public Task<string?> ContentAsync(string hash, CancellationToken stop) =>
        _db.Declarations.AsNoTracking().Where(d => d.Hash == hash).Select(d => d.Json).SingleOrDefaultAsync(stop);

    private static DeclaredMap Section(string name, IEnumerable<(string Thing, string Json)> contents)
    {
        var place = new Place("published/" + name, 1, 1);
        var parts = contents.Select(c => (c.Thing, Node: PublishedJson.Read(c.Json, place))).ToArray();
        return parts is [{ Thing: "", Node: DeclaredMap whole }] ? whole : new(place, parts.Select(p => new DeclaredEntry(p.Thing, place, p.Node)));
    }
}

/// <summary>Turns canonical JSON back into declared nodes.</summary>
file static class PublishedJson
{
    public static DeclaredNode Read(string json, Place place)
    {
        using var document = JsonDocument.Parse(json);
        return Node(document.RootElement, place);
    }

    private static DeclaredNode Node(JsonElement element, Place place) => element.ValueKind switch
    {
        JsonValueKind.Object => new DeclaredMap(place, element.EnumerateObject().Select(p => new DeclaredEntry(p.Name, place, Node(p.Value, place)))),
        JsonValueKind.Array => new DeclaredList(place, [.. element.EnumerateArray().Select(e => Node(e, place))]),
        JsonValueKind.String => new DeclaredScalar(place, element.GetString()!),
        _ => new DeclaredScalar(place, element.GetRawText()),
    };
}
