using Gongbao.Kernel.Directory;

namespace Gongbao.Gazette.Generating.Words;

/// <summary>The names of a city's offices as its documents print them, with the organisations they mean, from the city's directory.</summary>
internal sealed record CityWords
{
    public required string City { get; init; }
    public required Named Government { get; init; }
    public required Named Office { get; init; }
    public required IReadOnlyList<Named> Departments { get; init; }
    public required IReadOnlyList<Named> Counties { get; init; }
    public required IReadOnlyList<Named> Zones { get; init; }
    /// <summary>Towns with the county each belongs to.</summary>
    public required IReadOnlyList<(string Town, string County)> Townships { get; init; }

    /// <summary>The character that codes of the city's documents begin with, such as 清.</summary>
    public char Code => City[0];

    /// <exception cref="ArgumentException">The directory lacks a government, its office, counties or departments.</exception>
    public static CityWords Of(CityDirectory directory)
    {
        var city = directory.CityName;
        List<Named> Kind(params UnitKind[] kinds) =>
            [.. directory.Units.Where(u => kinds.Contains(u.Kind) && u.Level is not UnitLevel.Province).Select(u => Named.Of(u, city))];
        var government = Kind(UnitKind.Government).FirstOrDefault() ?? throw new ArgumentException("no government", nameof(directory));
        var office = Kind(UnitKind.GovernmentOffice).FirstOrDefault() ?? throw new ArgumentException("no office", nameof(directory));
        return new()
        {
            City = city,
            Government = government,
            Office = office,
            Departments = Kind(UnitKind.GovernmentDepartment, UnitKind.PeoplesOrganization, UnitKind.VerticallyManaged, UnitKind.PublicInstitution),
            Counties = [.. directory.Units.Where(u => u.Kind is UnitKind.CountyGovernment).Select(u => new Named(Bare(u.FullName, city), u.FullName))],
            Zones = [.. directory.Units.Where(u => u.Kind is UnitKind.FunctionalArea).Select(u => new Named(u.Names.First(n => n.EndsWith("管委会", StringComparison.Ordinal)), u.FullName))],
            Townships =
            [
                .. from town in directory.Units
                   where town.Kind is UnitKind.TownshipGovernment && town.Parent is not null
                   let county = directory.Find(town.Parent!)
                   where county is { Kind: UnitKind.CountyGovernment }
                   select (town.Names.OrderBy(n => n.Length).First(), Bare(county.FullName, city)),
            ],
        };
    }

    private static string Bare(string county, string city) =>
        county.Replace("人民政府", "", StringComparison.Ordinal).Replace(city, "", StringComparison.Ordinal);
}

/// <remarks><c>Short</c>: As texts print it, such as 市教育局. <c>Full</c>: Canonical name.</remarks>
internal sealed record Named(string Short, string Full)
{
    public static Named Of(Unit unit, string city)
    {
        var named = unit.Names.FirstOrDefault(n => n.StartsWith("市", StringComparison.Ordinal)) ?? unit.Names.FirstOrDefault();
        var cut = unit.FullName.StartsWith(city, StringComparison.Ordinal) ? "市" + unit.FullName[city.Length..] : unit.FullName;
        return new(named ?? cut, unit.FullName);
    }
}
