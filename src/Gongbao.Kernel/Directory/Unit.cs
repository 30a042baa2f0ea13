namespace Gongbao.Kernel.Directory;

/// <summary>
/// An organisation (单位) that documents order to do something: an office, a government, a party organ, a public institution.
/// What merged, split or was renamed is a new unit; the old one keeps its own period of existence.
/// </summary>
public sealed record Unit
{
    /// <summary>Stable id within the city's declarations, such as <c>education</c>; never shown.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical full name (规范全称), without abbreviation.</summary>
    public required string FullName { get; init; }

    /// <summary>Every further name that documents print, fit to be resolved; the full name is not repeated here.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Names of the function (职能称谓, 自然资源主管部门) that the unit has at its own level. They are never resolved: a county's office bears the same.</summary>
    public IReadOnlyList<string> FunctionNames { get; init; } = [];

    public required UnitKind Kind { get; init; }

    public required UnitLevel Level { get; init; }

    /// <summary>When the unit existed.</summary>
    public Period Existence { get; init; } = Period.Always;

    /// <summary>The unit it belongs to or answers to (上级单位); null where not declared.</summary>
    public string? Parent { get; init; }

    /// <summary>Units whose duties it took over (前身); empty where not declared.</summary>
    public IReadOnlyList<string> Predecessors { get; init; } = [];

    /// <summary>12-digit code of the region it governs (行政区划代码); null for what governs none.</summary>
    public string? Region { get; init; }

    /// <summary>Place in the official order of units (排序), smallest first; units without one come last, by full name.</summary>
    public int? Precedence { get; init; }
}

/// <summary>A span of days, both ends inclusive.</summary>
/// <param name="Since">First day; null: as far back as records go.</param>
/// <param name="Until">Last day; null: still running.</param>
public readonly record struct Period(DateOnly? Since, DateOnly? Until)
{
    public static Period Always { get; } = new(null, null);

    public bool Includes(DateOnly day) => !(day < Since) && !(day > Until);
}

/// <summary>What an organisation is in law (机构性质).</summary>
public enum UnitKind
{
    /// <summary>A people's government at province or prefecture level (人民政府).</summary>
    Government,

    /// <summary>A government's general office (办公厅、办公室).</summary>
    GovernmentOffice,

    /// <summary>A working department of the government (政府工作部门).</summary>
    GovernmentDepartment,

    /// <summary>The government of a county, a district or a county-level city (县级政府).</summary>
    CountyGovernment,

    /// <summary>The government of a town or township, or the office of a sub-district (乡镇政府、街道办事处).</summary>
    TownshipGovernment,

    /// <summary>The committee that runs a functional area such as a development zone (功能区管委会).</summary>
    FunctionalArea,

    /// <summary>A committee of the Party (党委).</summary>
    PartyCommittee,

    /// <summary>An organ of the Party (党委部门).</summary>
    PartyOrgan,

    /// <summary>A name plate hung at another organ (挂牌机构).</summary>
    NamePlate,

    /// <summary>A public institution (事业单位).</summary>
    PublicInstitution,

    /// <summary>A people's organisation (群团组织).</summary>
    PeoplesOrganization,

    /// <summary>An organ under the vertical management of a higher level (垂直管理单位).</summary>
    VerticallyManaged,

    /// <summary>A body that deliberates and coordinates: a leading group, a headquarters (议事协调机构).</summary>
    CoordinatingBody,

    /// <summary>An enterprise owned by the state (国有企业).</summary>
    StateEnterprise,
}

/// <summary>The level at which a unit stands (层级).</summary>
public enum UnitLevel
{
    /// <summary>省</summary>
    Province,

    /// <summary>市（地级）</summary>
    Prefecture,

    /// <summary>县（市、区）及县级功能区</summary>
    County,

    /// <summary>乡镇、街道</summary>
    Township,
}
