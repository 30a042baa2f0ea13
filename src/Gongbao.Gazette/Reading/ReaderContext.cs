using Gongbao.Kernel.Directory;

namespace Gongbao.Gazette.Reading;

/// <summary>What the reader may know beyond the text. Everything has a default, so that any text can be read anywhere.</summary>
internal sealed record ReaderContext
{
    public static readonly ReaderContext Empty = new();

    /// <summary>The city's directory, as it stood on the day of the document; null: organisations stay empty.</summary>
    public Func<DateOnly, UnitNameResolver>? UnitsOn { get; init; }

    public static ReaderContext Of(CityDirectory directory) => new() { UnitsOn = directory.ResolverOn };
}
