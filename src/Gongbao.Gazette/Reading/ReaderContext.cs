using Gongbao.Gazette.Ingest;
using Gongbao.Kernel.Directory;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Reading;

/// <summary>What the reader may know beyond the text. Everything has a default, so that any text can be read anywhere.</summary>
internal sealed record ReaderContext
{
    public static readonly ReaderContext Empty = new();

    /// <summary>The city's directory, as it stood on the day of the document; null: organisations stay empty.</summary>
    public Func<DateOnly, UnitNameResolver>? UnitsOn { get; init; }

    /// <summary>What the city declares of forms: decides limits that the print leaves unclear.</summary>
    public IReadOnlyList<FormLimit> FormLimits { get; init; } = [];

    /// <summary>How large a file may be.</summary>
    public FileLimits Limits { get; init; } = FileLimits.Usual;

    public static ReaderContext Of(CityDeclarations city) => new() { UnitsOn = city.Directory.ResolverOn, FormLimits = city.FormLimits, Limits = FileLimits.Of(city) };
}
