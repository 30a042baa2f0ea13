using Gongbao.Kernel.Directory;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>The organisations of the city (组织机构).</summary>
internal static class UnitsSection
{
    public const string Name = "units";

    public static Shape RegionCode { get; } = new TextShape("[0-9]{12}", "12 位区划代码");

    public static Shape Kind { get; } = EnumWords.Choice<UnitKind>(k => k switch
    {
        UnitKind.Government => "人民政府",
        UnitKind.GovernmentOffice => "政府办公厅、办公室",
        UnitKind.GovernmentDepartment => "政府工作部门",
        UnitKind.CountyGovernment => "县（市、区）人民政府",
        UnitKind.TownshipGovernment => "乡镇人民政府、街道办事处",
        UnitKind.FunctionalArea => "功能区管委会",
        UnitKind.PartyCommittee => "党委",
        UnitKind.PartyOrgan => "党委部门",
        UnitKind.NamePlate => "挂牌机构",
        UnitKind.PublicInstitution => "事业单位",
        UnitKind.PeoplesOrganization => "群团组织",
        UnitKind.VerticallyManaged => "垂直管理单位",
        UnitKind.CoordinatingBody => "议事协调机构",
        UnitKind.StateEnterprise => "国有企业",
    });

    public static Shape Level { get; } = EnumWords.Choice<UnitLevel>(l => l switch
    {
        UnitLevel.Province => "省",
        UnitLevel.Prefecture => "市",
        UnitLevel.County => "县及县级功能区",
        UnitLevel.Township => "乡镇、街道",
    });

    public static SectionShape Shape { get; } = new(Name, "单位", new MapShape(new RecordShape(
        new("full_name", new TextShape(), "规范全称", Required: true),
        new("names", new ListShape(new TextShape()), "公文里的其他写法，可据以认定单位"),
        new("function_names", new ListShape(new TextShape()), "职能称谓，各级都有，不据以认定单位"),
        new("kind", Kind, "机构性质", Required: true),
        new("level", Level, "层级", Required: true),
        new("since", new DateShape(), "自哪一天起存在（含当天）；不填为不详"),
        new("until", new DateShape(), "到哪一天为止存在（含当天）；不填为至今"),
        new("parent", new ReferenceShape(Name, "单位"), "上级或所属单位"),
        new("predecessors", new ListShape(new ReferenceShape(Name, "单位")), "前身"),
        new("region", RegionCode, "所辖区划的 12 位代码"),
        new("precedence", new NumberShape(1, 9999), "排序，小的在前"),
        new("confidence", new ChoiceShape(new Dictionary<string, string>
        {
            ["seen"] = "见于来源", ["inferred"] = "按惯例推定", ["weak"] = "推定，把握不大", ["known"] = "凭常识，待证",
        }), "全称的可信程度"),
        new("source", new TextShape(), "依据", Required: true))));

    public static IReadOnlyList<Unit> Read(DeclaredMap units) => [.. units.Things().Select(u => Read(u.Id, u.Thing))];

    /// <summary>Mistakes that no single field shows.</summary>
    public static void Check(DeclaredMap section, IReadOnlyList<Unit> units, ShapeCheck check)
    {
        foreach (var unit in units)
        {
            var thing = section.Map(unit.Id);
            if (unit.Existence is { Since: { } since, Until: { } until } && until < since)
                check.Report(thing["until"]!.Place, $"“{unit.FullName}”的终止日期早于起始日期。", "请核对 since 和 until。");
            if (IsOwnAncestor(unit, units))
                check.Report(thing["parent"]!.Place, $"“{unit.FullName}”的上级关系绕成了圈。", "请核对 parent。");
        }

        foreach (var (name, unit, other) in SharedNames(units))
            check.Report(
                section.Map(unit.Id).Place, $"名称“{name}”同时属于“{other.FullName}”和“{unit.FullName}”，读到时无法认定。", "请删去其中一处，或用 since、until 分开两者存在的时间。");
    }

    private static Unit Read(string id, DeclaredMap unit) => new()
    {
        Id = id,
        FullName = unit.RequiredText("full_name"),
        Names = unit.Texts("names"),
        FunctionNames = unit.Texts("function_names"),
        Kind = EnumWords.Member<UnitKind>(unit.RequiredText("kind")),
        Level = EnumWords.Member<UnitLevel>(unit.RequiredText("level")),
        Existence = new(unit.Date("since"), unit.Date("until")),
        Parent = unit.Text("parent"),
        Predecessors = unit.Texts("predecessors"),
        Region = unit.Text("region"),
        Precedence = unit.Number("precedence"),
    };

    private static bool IsOwnAncestor(Unit unit, IReadOnlyList<Unit> units)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = unit; at?.Parent is { } parent; at = units.FirstOrDefault(u => u.Id == parent))
        {
            if (parent == unit.Id) return true;
            if (!seen.Add(parent)) return false;
        }

        return false;
    }

    private static IEnumerable<(string Name, Unit Unit, Unit Other)> SharedNames(IReadOnlyList<Unit> units) =>
        units.SelectMany(u => u.Names.Append(u.FullName).Distinct().Select(name => (name, u)))
            .GroupBy(x => x.name, x => x.u, StringComparer.Ordinal)
            .SelectMany(g => g.SelectMany((unit, i) => g.Take(i).Where(other => Overlap(unit.Existence, other.Existence)).Select(other => (g.Key, unit, other))));

    private static bool Overlap(Period a, Period b) => !(a.Until < b.Since) && !(b.Until < a.Since);
}
