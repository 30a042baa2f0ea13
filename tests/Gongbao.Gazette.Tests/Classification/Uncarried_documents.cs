using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Tests.Classification;

public class Uncarried_documents_on_SQLite() : Uncarried_documents(StoreProvider.Sqlite);

public class Uncarried_documents_on_PostgreSQL() : Uncarried_documents(StoreProvider.Postgres);

/// <summary>The city's rules and normative documents that no issue carries are listed.</summary>
[Clause("GAZ-01")]
public abstract class Uncarried_documents(StoreProvider provider) : LibraryTests(provider)
{
    private const string Method = """
        清河市人民政府办公室
        关于印发《清河市湖泊保护管理办法》的通知
        清府办发〔2024〕11号
        各县（市、区）人民政府，市级各部门：
        现将《清河市湖泊保护管理办法》印发给你们，请遵照执行。
        一、湖泊保护
        依照《清河市河道采砂管理办法》、《四川省河道管理实施办法》、《清河市人民政府工作规则》、《清河市湖泊巡查工作方案》和清市府发〔2019〕2号、川府发〔2019〕2号文件执行。
        二、施行时间
        本办法自2024年5月1日起施行。
        清河市人民政府办公室
        2024年4月1日
        """;

    protected override CityDeclarations? DeclaredCity => CityDeclarations.Load(CityFolder.Find()!, "qinghe").Required();

    private async Task<UncarriedView> FindAsync()
    {
        await using var scope = Library.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UncarriedDocuments>().FindAsync(1, null, CancellationToken.None);
    }

    [Fact]
    public async Task Are_those_that_came_by_themselves_until_an_issue_carries_them()
    {
        await Library.ImportAsync(Issues.Read(Issues.Supply, "供水意见.txt").Sure()); // no normative document
        await Library.ImportAsync(Issues.Read(Method, "湖泊办法.txt").Sure());

        var found = await FindAsync();
        Assert.Equal([("清府办发〔2024〕11号", "行政规范性文件", true, "单独入库")], found.Held.Select(h => (h.Number!, h.Status, h.IsProposed, h.Why)));

        await Library.ImportAsync(Issues.Read(Issues.Trees + "\n" + Issues.Patrol + "\n" + Method, "qinghe-2024-04.txt").Sure());
        Assert.Empty((await FindAsync()).Held);

        await Library.ImportAsync(Issues.Read(Issues.Trees + "\n" + Issues.Patrol, "qinghe-2024-04.txt").Sure());
        Assert.Equal(["公报更正后不再刊登"], (await FindAsync()).Held.Select(h => h.Why));
    }

    [Fact]
    public async Task Are_those_of_this_city_that_documents_cite_and_the_library_does_not_hold()
    {
        await Library.ImportAsync(Issues.Read(Method, "湖泊办法.txt").Sure());
        Assert.Equal([("《清河市河道采砂管理办法》", 1)], (await FindAsync()).Cited.Select(c => (c.Title, c.CitedBy)));

        await Library.ImportAsync(Issues.Read(Method.Replace("湖泊保护管理办法", "河道采砂管理办法", StringComparison.Ordinal).Replace("〔2024〕11号", "〔2024〕12号", StringComparison.Ordinal), "采砂办法.txt").Sure());
        Assert.DoesNotContain((await FindAsync()).Cited, c => c.Title.Contains("采砂", StringComparison.Ordinal));
    }
}
