namespace Gongbao.Platform.City.Publishing;

/// <summary>The city's files on disk (声明文件): what can be published. Programs with a database run what was published, not these.</summary>
/// <param name="root">The folder that holds <c>base</c> and the cities.</param>
/// <param name="city">The city's folder name.</param>
/// <param name="isChosen">True where somebody named the city; false where it is only the default, and a database of another city goes before it.</param>
/// <param name="moreSections">Sections of rooms, besides <see cref="CityDeclarations.KnownSections"/>.</param>
public sealed class CityFiles(string root, string city, bool isChosen, IReadOnlyList<SectionShape>? moreSections = null)
{
    private (string City, CityCheck Check)? _first;

    /// <summary>The city that was named, or the default.</summary>
    public string City { get; } = city;

    /// <summary>True where somebody named the city.</summary>
    public bool IsChosen { get; } = isChosen;

    /// <summary>The files of <see cref="City"/>, read once: bad ones stop a program that publishes them at start.</summary>
    public CityCheck AtStart() => AtStart(City, SectionShape.Join(CityDeclarations.KnownSections, moreSections ?? []));

    /// <summary>The files as they are now.</summary>
    internal CityCheck Read(string city, IReadOnlyList<SectionShape> sections) => new CityLoader(root, city, sections).Load();

    /// <summary>The files as this process first read them: it starts with what it has checked.</summary>
    internal CityCheck AtStart(string city, IReadOnlyList<SectionShape> sections)
    {
        if (_first is { } first && first.City == city) return first.Check;
        var check = Read(city, sections);
        _first = (city, check);
        return check;
    }
}
