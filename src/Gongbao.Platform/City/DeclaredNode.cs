using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City;

/// <summary>A declared value as it stands after the overlay, with the file and line it came from.</summary>
public abstract class DeclaredNode(Place place)
{
    public Place Place { get; } = place;
}

/// <summary>A single value. Its kind is the one its shape declares: 8 is a number where a number is declared and a text where a text is.</summary>
public sealed class DeclaredScalar(Place place, string text) : DeclaredNode(place)
{
    public string Text { get; } = text;
}

/// <summary>An ordered list; an overlay replaces it whole.</summary>
public sealed class DeclaredList(Place place, IReadOnlyList<DeclaredNode> items) : DeclaredNode(place)
{
    public IReadOnlyList<DeclaredNode> Items { get; } = items;
}

/// <summary>
/// Named values: the fields of a thing, or things by id. The readers below are for declarations that have passed the check; on a value
/// of another kind they throw <see cref="InvalidOperationException"/>.
/// </summary>
public sealed class DeclaredMap : DeclaredNode
{
    private readonly Dictionary<string, DeclaredEntry> _byKey;

    internal DeclaredMap(Place place, IEnumerable<DeclaredEntry> entries)
        : base(place)
    {
        Entries = [.. entries];
        _byKey = Entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
    }

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<DeclaredEntry> Entries { get; }

    /// <summary>The value under the key; null where there is none.</summary>
    public DeclaredNode? this[string key] => _byKey.GetValueOrDefault(key)?.Value;

    internal bool TryGet(string key, [NotNullWhen(true)] out DeclaredEntry? entry) => _byKey.TryGetValue(key, out entry);

    /// <summary>A text; null where absent.</summary>
    public string? Text(string key) => this[key] is { } node ? Scalar(node).Text : null;

    /// <summary>A text that the shape requires.</summary>
    public string RequiredText(string key) => Text(key) ?? throw Missing(key);

    /// <summary>A whole number; null where absent, never zero.</summary>
    public int? Number(string key) => Text(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A number with a fraction; null where absent, never zero.</summary>
    public decimal? Decimal(string key) => Text(key) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>True where declared true; false where declared false or absent.</summary>
    public bool Flag(string key) => Text(key) == "true";

    /// <summary>A day; null where absent.</summary>
    public DateOnly? Date(string key) => Text(key) is { } text ? Day(text) : null;

    /// <summary>A list of texts; empty where absent.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. List(key).Select(n => Scalar(n).Text)];

    /// <summary>A list of days; empty where absent.</summary>
    public IReadOnlyList<DateOnly> Dates(string key) => [.. Texts(key).Select(Day)];

    /// <summary>The items of a list; empty where absent.</summary>
    public IReadOnlyList<DeclaredNode> List(string key) => this[key] switch
    {
        null => [],
        DeclaredList list => list.Items,
        var other => throw Unexpected(other, "list"),
    };

    /// <summary>A map beneath; an empty one where absent.</summary>
    public DeclaredMap Map(string key) => this[key] switch
    {
        null => new(Place, []),
        DeclaredMap map => map,
        var other => throw Unexpected(other, "map"),
    };

    /// <summary>A span of time; null where absent.</summary>
    public Term? Term(string key) => this[key] is null ? null : TermShape.Read(Map(key));

    /// <summary>The things of a map by id.</summary>
    public IEnumerable<(string Id, DeclaredMap Thing)> Things() => Entries.Select(e => (e.Key, e.Value as DeclaredMap ?? throw Unexpected(e.Value, "map")));

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DeclaredScalar Scalar(DeclaredNode node) => node as DeclaredScalar ?? throw Unexpected(node, "single value");

    private static InvalidOperationException Unexpected(DeclaredNode node, string wanted) => new($"{node.Place}: a {wanted} was expected.");

    private InvalidOperationException Missing(string key) => new($"{Place}: '{key}' is missing.");
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The field's name or the thing's id.</param>
/// <param name="KeyPlace">Where the key stands.</param>
/// <param name="Value">What stands under it.</param>
public sealed record DeclaredEntry(string Key, Place KeyPlace, DeclaredNode Value);
