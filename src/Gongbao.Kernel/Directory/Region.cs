namespace Gongbao.Kernel.Directory;

/// <summary>A division of territory (行政区划), from the city down to a village or community.</summary>
/// <param name="Code">12 digits; those of the levels below are zeros.</param>
/// <param name="Name">As the list of codes prints it, such as 石桥村民委员会 for a village.</param>
public sealed record Region(string Code, string Name)
{
    private static readonly string[] CommitteeEndings = ["社区居民委员会", "社区居委会", "村民委员会", "居民委员会", "村委会", "居委会"];

    /// <summary>The level its code stands for.</summary>
    public RegionLevel Level { get; } = LevelOf(Code);

    /// <summary>The name in everyday use: 石桥村 for 石桥村民委员会, 东街社区 for 东街社区居民委员会; other names are unchanged.</summary>
    public string ShortName => CommitteeEndings.FirstOrDefault(e => Name.EndsWith(e, StringComparison.Ordinal) && Name.Length > e.Length) is { } ending
        ? Name[..^ending.Length] + (ending.StartsWith('村') ? "村" : "社区")
        : Name;

    /// <summary>Code of the division above; null for a city, whose province is not listed.</summary>
    public string? ParentCode => Level switch
    {
        RegionLevel.Prefecture => null,
        RegionLevel.County => Code[..4] + "00000000",
        RegionLevel.Township => Code[..6] + "000000",
        RegionLevel.Village => Code[..9] + "000",
    };

    private static RegionLevel LevelOf(string code) =>
        code.EndsWith("00000000", StringComparison.Ordinal) ? RegionLevel.Prefecture
        : code.EndsWith("000000", StringComparison.Ordinal) ? RegionLevel.County
        : code.EndsWith("000", StringComparison.Ordinal) ? RegionLevel.Township
        : RegionLevel.Village;
}

/// <summary>The level of a division.</summary>
public enum RegionLevel
{
    /// <summary>地级市</summary>
    Prefecture,

    /// <summary>县、县级市、市辖区</summary>
    County,

    /// <summary>乡、镇、街道</summary>
    Township,

    /// <summary>村、社区</summary>
    Village,
}

/// <summary>
/// The management of some townships by a committee other than their county (功能区托管). A functional area is no division of territory:
/// its townships keep their county's codes.
/// </summary>
/// <param name="Unit">Id of the managing committee.</param>
/// <param name="Townships">12-digit codes.</param>
/// <param name="IsComplete">False where only some of the managed townships are known.</param>
public sealed record ManagedArea(string Unit, IReadOnlyList<string> Townships, bool IsComplete);
