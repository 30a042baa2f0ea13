using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Gazette.Validity;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Search;

public class The_search_as_of_a_day_on_SQLite() : The_search_as_of_a_day(StoreProvider.Sqlite);

public class The_search_as_of_a_day_on_PostgreSQL() : The_search_as_of_a_day(StoreProvider.Postgres);

/// <summary>Two documents on ferries: one from May 2024, in force for a year from June on; one from 2023 without an end.</summary>
public abstract class The_search_as_of_a_day(StoreProvider provider) : LibraryTests(provider)
{
    private static readonly DateOnly Made = new(2024, 5, 6);

    private const string Ferries = """
        清河市人民政府办公室
        关于加强渡口管理的通知
        清府办发〔2024〕11号
        各县（市、区）人民政府，市级有关部门（单位）：
        为加强渡口管理，现将有关事项通知如下。
        一、渡口值守
        （一）每日巡查渡口一次。
        二、其他
        本通知自2024年6月1日起施行，有效期1年。
        清河市人民政府办公室
        2024年5月6日
        """;

    private const string Older = """
        清河市人民政府办公室
        关于渡口更名的通知
        清府办发〔2023〕12号
        各县（市、区）人民政府，市级有关部门（单位）：
        现将渡口更名有关事项通知如下。
        一、名称
        （一）渡口名称每年核对一次。
        清河市人民政府办公室
        2023年3月6日
        """;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Library.ImportAsync(Ferries);
        await Library.ImportAsync(Older);
        TestLibrary.Done(await Library.Writer.DoAsync<int>(new Act(ActorId.System("test"), "test.validity", "gazette:1"), async (unit, stop) =>
        {
            var db = unit.Db<GazetteDb>();
            var ferries = await db.Documents.SingleAsync(d => d.DatedOn == Made, stop);
            ferries.Validity = ValidityTimeline.Of(Made, [new(ValidityEffect.Commence, new(2024, 6, 1)), new(ValidityEffect.Term, new(2024, 6, 1), new(2025, 5, 31))]).ToString();
            await db.SaveChangesAsync(stop);
            await SearchIndexing.RenewAsync(unit, [ferries.Id], stop);
            return 1;
        }, CancellationToken.None));
    }

    [Theory]
    [Clause("GAZ-06")]
    [InlineData("2023-03-05", "")]
    [InlineData("2023-03-06", "2023-12 现行有效")]
    [InlineData("2024-05-05", "2023-12 现行有效")]
    [InlineData("2024-05-06", "2024-11 尚未施行, 2023-12 现行有效")]
    [InlineData("2024-06-01", "2024-11 现行有效, 2023-12 现行有效")]
    [InlineData("2025-05-31", "2024-11 现行有效, 2023-12 现行有效")]
    [InlineData("2025-06-01", "2023-12 现行有效, 2024-11 失效（期满）")]
    public async Task Shows_what_there_was_on_that_day_and_what_is_over_after_the_rest(string day, string shown)
    {
        var view = await OnAsync("渡口", day);
        Assert.Equal(shown, string.Join(", ", view.Hits.Select(h => $"{Short(h)} {h.State!.Name}")));
        Assert.Equal(view.Hits.CountBy(h => h.State!.Name).ToDictionary(), view.Facets.Single(f => f.Key == "validity").Values.ToDictionary(v => v.Value, v => v.Count));
        foreach (var state in view.Hits.Select(h => h.State!.Name).Distinct())
            Assert.Equal(view.Hits.Where(h => h.State!.Name == state).Select(Short), (await OnAsync("渡口", day, state)).Hits.Select(Short));
    }

    [Fact]
    public async Task Puts_a_document_first_whose_number_or_title_is_typed_though_it_is_over()
    {
        Assert.Equal("2024-11", Short((await OnAsync("清府办发〔2024〕11号", "2026-01-01")).Hits[0]));
        Assert.Equal("2024-11", Short((await OnAsync("关于加强渡口管理的通知", "2026-01-01")).Hits[0]));
    }

    [Fact]
    public async Task Does_not_lead_to_a_document_that_was_not_yet_made()
    {
        Assert.NotNull((await OnAsync("清府办发〔2024〕11号", "2024-05-06")).Exact);
        Assert.Null((await OnAsync("清府办发〔2024〕11号", "2024-05-05")).Exact);
    }

    [Fact]
    public async Task Finds_nothing_in_a_state_that_there_is_not() => Assert.Equal(0, (await OnAsync("渡口", "2026-01-01", "有效无效")).Total);

    private static string Short(SearchHit hit) => hit.Document.Number!.Replace("清府办发〔", "", StringComparison.Ordinal).Replace("〕", "-", StringComparison.Ordinal).TrimEnd('号');

    private Task<SearchView> OnAsync(string query, string day, string? state = null) => Library.AskAsync(l => l.SearchAsync(
        new SearchRequest(query, state is null ? new Dictionary<string, string>() : new() { ["validity"] = state }) { On = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }, CancellationToken.None));
}
