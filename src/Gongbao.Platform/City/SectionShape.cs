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
}
