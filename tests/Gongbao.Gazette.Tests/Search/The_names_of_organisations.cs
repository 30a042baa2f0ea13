using Gongbao.Gazette.Search;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Search;

public class The_names_of_organisations_on_SQLite() : The_names_of_organisations(StoreProvider.Sqlite);

public class The_names_of_organisations_on_PostgreSQL() : The_names_of_organisations(StoreProvider.Postgres);

/// <summary>An organisation is found under every name that the directory gives it, whichever of them the text prints; names of regions stand in many other names.</summary>
public abstract class The_names_of_organisations(StoreProvider provider) : LibraryTests(provider)
{
    protected override CityDeclarations? DeclaredCity => SampleCity.Declared;

    [Fact]
    public async Task Lead_to_the_texts_that_print_any_of_them()
    {
        var units = SampleCity.Declared.Directory.Units.Where(u => !u.FullName.Contains("人民政府", StringComparison.Ordinal) && u.Names.Any(n => n != u.FullName && n.Length >= 3)).Take(40).ToList();
        Assert.True(units.Count >= 20, $"{units.Count} organisations with another name");
        var lines = units.Select((u, i) => $"（{ChineseNumber(i + 1)}）由{u.FullName}办理第{i + 1}事项。");
        await Library.ImportAsync($"""
            清河市人民政府办公室
            关于明确办理事项的通知
            清府办发〔2024〕71号
            各县（市、区）人民政府，市级有关部门（单位）：
            现将有关事项通知如下。
            一、事项
            {string.Join('\n', lines)}
            清河市人民政府办公室
            2024年5月6日
            """);
        var named = 0;
        foreach (var unit in units)
            foreach (var name in unit.Names.Append(unit.FullName).Where(n => n.Length >= 3 && !"县市区镇乡".Contains(n[^1]) && IsOne(n) && !units.Exists(o => o != unit && o.FullName.Contains(n, StringComparison.Ordinal))).Distinct())
            {
                named++;
                var view = await Library.SearchAsync(name);
                Assert.True(!view.IsLoose && view.Hits.Count == 1, $"{name} ({unit.FullName}): {view.Total}, loose {view.IsLoose}");
                Assert.True(view.Hits[0].Places.Any(p => SearchForm.Of(string.Concat(p.Snippet.Select(s => s.Text))).Contains(SearchForm.Of(unit.FullName), StringComparison.Ordinal)), $"{name} ({unit.FullName}): {string.Join(' ', view.Hits[0].Places.Select(p => p.Place))}");
            }
        Assert.True(named >= 40, $"{named} names");
    }

    /// <summary>A name that several organisations share means none of them.</summary>
    private static bool IsOne(string name) => SampleCity.Declared.Directory.ResolverOn(new(2024, 5, 6)).Resolve(name) is { Unresolved: [], Mentions: [{ Units.Count: 1, Group: null }] };

    private static string ChineseNumber(int number) => Kernel.Clauses.ChineseNumerals.Format(number);
}
