using Gongbao.Kernel.Directory;

namespace Gongbao.Kernel.Tests.Directory;

/// <summary>A small made-up city with every difficulty of a real one.</summary>
internal static class MadeUpCity
{
    public static readonly DateOnly Day = new(2023, 4, 1);

    public static CityDirectory Directory { get; } = new("清河市", Units(), Groups(), Posts());

    public static UnitNameResolver Resolver { get; } = Directory.ResolverOn(Day);

    private static IEnumerable<Unit> Units()
    {
        yield return Unit("government", "清河市人民政府", UnitKind.Government, UnitLevel.Prefecture, "市政府");
        yield return Unit("office", "清河市人民政府办公室", UnitKind.GovernmentOffice, UnitLevel.Prefecture, "市政府办公室");
        yield return Unit("publicity", "中共清河市委宣传部", UnitKind.PartyOrgan, UnitLevel.Prefecture);
        yield return Unit("organization", "中共清河市委组织部", UnitKind.PartyOrgan, UnitLevel.Prefecture);
        yield return Department("reform", "清河市发展和改革委员会");
        yield return Department("education", "清河市教育局");
        yield return Department("science", "清河市科学技术局", "市科技局");
        yield return Department("commerce", "清河市商务局");
        yield return Department("people", "清河市人力资源和社会保障局", "市人社局");
        yield return Department("market", "清河市市场监督管理局", "市市场监管局");
        yield return Department("digital", "清河市数字经济局") with { Existence = new(null, new(2024, 12, 31)) };
        yield return Department("data", "清河市数据局") with { Existence = new(new(2025, 1, 1), null), Predecessors = ["digital"] };
        yield return Department("archive-bureau", "清河市档案局", "市档案部门");
        yield return Unit("archive", "清河市档案馆", UnitKind.PublicInstitution, UnitLevel.Prefecture, "市档案部门");
        yield return Unit("science-association", "清河市科学技术协会", UnitKind.PeoplesOrganization, UnitLevel.Prefecture, "市科协");
        yield return County(2, "nanpu", "清河市南浦区人民政府");
        yield return County(1, "linjiang", "清河市临江区人民政府");
        yield return County(3, "fengqiao", "枫桥市人民政府");
        yield return County(4, "yunling", "云岭县人民政府");
        yield return Unit("zone", "清河高新技术产业园区管理委员会", UnitKind.FunctionalArea, UnitLevel.County, "清河高新区管委会");
        yield return Unit("north", "清河北部经济开发区管理委员会", UnitKind.FunctionalArea, UnitLevel.County, "清河北部经开区管委会");
        yield return Unit("yuntai", "云岭县云台镇人民政府", UnitKind.TownshipGovernment, UnitLevel.Township);
    }

    private static IEnumerable<UnitGroup> Groups() =>
    [
        new() { Id = "counties", Name = "各县（市、区）人民政府", Names = ["各县（市、区）"], Kinds = [UnitKind.CountyGovernment], ListsMembers = true },
        new() { Id = "departments", Name = "市政府工作部门", Kinds = [UnitKind.GovernmentDepartment], Levels = [UnitLevel.Prefecture] },
        new() { Id = "all", Name = "市级各部门（单位）", Levels = [UnitLevel.Prefecture] },
        new() { Id = "concerned", Name = "市级有关部门（单位）", Levels = [UnitLevel.Prefecture], IsSelective = true },
    ];

    private static IEnumerable<Post> Posts() =>
    [
        new() { Id = "director", Title = "局长", Standing = PostStanding.Head, Kinds = [UnitKind.GovernmentDepartment], UnitEndings = ["局"] },
        new() { Id = "deputy", Title = "副局长", Standing = PostStanding.Deputy, Kinds = [UnitKind.GovernmentDepartment], UnitEndings = ["局"] },
        new() { Id = "chair", Title = "主任", Standing = PostStanding.Head, Kinds = [UnitKind.GovernmentDepartment, UnitKind.FunctionalArea], UnitEndings = ["委员会"] },
        new() { Id = "county-head", Title = "县长", Standing = PostStanding.Head, Kinds = [UnitKind.CountyGovernment], UnitEndings = ["县人民政府"] },
    ];

    private static Unit Department(string id, string name, params string[] names) => Unit(id, name, UnitKind.GovernmentDepartment, UnitLevel.Prefecture, names);

    private static Unit County(int precedence, string id, string name) =>
        Unit(id, name, UnitKind.CountyGovernment, UnitLevel.County) with { Precedence = precedence };

    private static Unit Unit(string id, string name, UnitKind kind, UnitLevel level, params string[] names) =>
        new() { Id = id, FullName = name, Names = names, Kind = kind, Level = level };
}
