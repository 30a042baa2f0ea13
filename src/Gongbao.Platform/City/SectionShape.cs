using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City;

/// <summary>A part of a city's declarations: a key at the top of the files, and what stands under it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Says">What it declares, in Chinese.</param>
/// <param name="Shape">What stands under it.</param>
public sealed record SectionShape(string Name, string Says, Shape Shape)
{
    /// <summary>True where each thing has a version of its own (a procedure); false where the section has one (the directory).</summary>
    public bool VersionsEachThing { get; init; }

    /// <summary>Looks for mistakes that no single field shows; asked only where every value has its shape. Null where there are none to look for.</summary>
    public Action<DeclaredMap, Examination>? Examine { get; init; }

    /// <summary>Sections that are known, with those of rooms; a room's own goes before a known one of the same name, which it examines more closely.</summary>
    internal static IReadOnlyList<SectionShape> Join(IReadOnlyList<SectionShape> known, IReadOnlyList<SectionShape> rooms) =>
        [.. known.Where(k => rooms.All(r => r.Name != k.Name)), .. rooms];
}
