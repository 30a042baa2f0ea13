namespace Gongbao.Kernel.Directory;

/// <summary>
/// The forms of a unit's name that follow from its full name by the customs of the genre, so that a directory need not list them:
/// 市教育局 for 清河市教育局, 云岭县 for 云岭县人民政府, 市发展改革委 for 清河市发展和改革委员会.
/// </summary>
internal static class NameForms
{
    private const string Government = "人民政府";

    public static IEnumerable<string> Of(Unit unit, string city) =>
        unit.Names.Append(unit.FullName).Concat(Derived(unit, city)).Where(n => n.Length > 1).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Derived(Unit unit, string city) => unit.Level switch
    {
        UnitLevel.Prefecture => Shortened(InCity(unit.FullName, city)),
        UnitLevel.County or UnitLevel.Township => Regional(unit, city),
        UnitLevel.Province => [],
    };

    /// <summary>市教育局 for 清河市教育局; 市委宣传部 for 中共清河市委宣传部.</summary>
    private static IEnumerable<string> InCity(string fullName, string city)
    {
        yield return fullName;
        var party = "中共" + city;
        if (fullName.StartsWith(party, StringComparison.Ordinal)) yield return "市" + fullName[party.Length..];
        if (!fullName.StartsWith(city, StringComparison.Ordinal) || fullName.Length == city.Length) yield break;
        yield return "市" + fullName[city.Length..];
    }

    private static IEnumerable<string> Shortened(IEnumerable<string> names) =>
        names.SelectMany(n => new[] { n, n.Replace("和", "", StringComparison.Ordinal) }).SelectMany(n => n.EndsWith("委员会", StringComparison.Ordinal) ? [n, n[..^2]] : new[] { n });

    /// <summary>With and without the city before it; with 人民政府, 政府 or neither after it.</summary>
    private static IEnumerable<string> Regional(Unit unit, string city)
    {
        var local = unit.FullName.StartsWith(city, StringComparison.Ordinal) ? unit.FullName[city.Length..] : unit.FullName;
        var forms = new List<string> { local };
        if (local.EndsWith(Government, StringComparison.Ordinal))
            forms.AddRange([local[..^Government.Length], local[..^Government.Length] + "政府"]);
        return forms.Concat(forms.Select(f => city + f));
    }
}
