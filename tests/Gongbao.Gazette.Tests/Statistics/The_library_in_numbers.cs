using System.Text;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Statistics;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Gazette.Tests.Search;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Statistics;

public class The_library_in_numbers_on_SQLite() : The_library_in_numbers(StoreProvider.Sqlite);

public class The_library_in_numbers_on_PostgreSQL() : The_library_in_numbers(StoreProvider.Postgres);

/// <summary>What is counted over the whole library is what search counts, and what counting one by one comes to.</summary>
public abstract class The_library_in_numbers(StoreProvider provider) : LibraryTests(provider)
{
    private const string Citing = """
        清河市人民政府办公室
        关于落实植树工作的函
        清府办函〔2024〕9号
        市级各部门：
        现就落实《清河市人民政府关于做好植树工作的通知》（清府发〔2024〕4号）有关事项函告如下。
        一、任务
        各部门按《清河市人民政府关于做好植树工作的通知》（清府发〔2024〕4号）办理。
        清河市人民政府办公室
        2024年6月3日
        """;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Library.ImportAsync(Issues.Sample());
        await Library.ImportAsync(Issues.Both + "\n" + Issues.Trees);
        await Library.ImportAsync(Citing);
    }

    [Fact]
    [Clause("GAZ-04")]
    public async Task Counts_every_document_once_under_each_of_its_values()
    {
        var plain = (await Library.ReadAsync(PlainSearch.OfAsync)).Documents;
        var view = await OnAsync(null);
        Assert.Equal(plain.Count, view.Documents);
        Assert.Equal(Facet.Shown.Select(f => f.Key), view.Divisions.Select(d => d.Key));
        foreach (var key in new[] { "kind", "issuer", "year" })
        {
            var division = view.Divisions.Single(d => d.Key == key);
            Assert.Equal(plain.SelectMany(d => d.Values(key).Distinct()).CountBy(v => v).ToDictionary(), division.Values.ToDictionary(v => v.Value, v => v.Documents));
            Assert.Equal(plain.Count(d => !d.Values(key).Any()), division.Without);
        }
        foreach (var division in view.Divisions)
            foreach (var (value, documents) in division.Values)
                Assert.Equal(documents, (await Library.AskAsync(l => l.SearchAsync(new SearchRequest("", new Dictionary<string, string> { [division.Key] = value }), CancellationToken.None))).Total);
    }

    [Fact]
    public async Task Counts_what_there_was_on_the_day()
    {
        var day = new DateOnly(2024, 2, 28);
        var plain = (await Library.ReadAsync(PlainSearch.OfAsync)).Documents;
        var view = await OnAsync(day);
        Assert.Equal((day, plain.Count(d => d.States.At(day) is not null)), (view.Day, view.Documents));
        Assert.True(view.Documents < plain.Count);
        Assert.DoesNotContain(view.MostCited, c => c.Number == "清府发〔2024〕4号");
        Assert.Equal(0, (await OnAsync(new(1990, 1, 1))).Documents);
    }

    [Fact]
    public async Task Counts_a_document_that_cites_twice_once()
    {
        var cited = (await OnAsync(null)).MostCited.Single(c => c.Number == "清府发〔2024〕4号");
        Assert.Equal((1, "清河市人民政府关于做好植树工作的通知"), (cited.Citing, cited.Title));
    }

    [Fact]
    public async Task Is_the_same_as_a_table()
    {
        var view = await OnAsync(null);
        var lines = Encoding.UTF8.GetString(StatisticsEndpoints.Table(view)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("日期,分类,值,文件数", lines[0]);
        Assert.Equal(view.Divisions.Sum(d => d.Values.Sum(v => v.Documents) + d.Without), lines.Skip(1).Sum(l => int.Parse(l[(l.LastIndexOf(',') + 1)..], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private Task<StatisticsView> OnAsync(DateOnly? day) => Library.ReadAsync(db =>
        new LibraryStatistics(db, new SearchFacts(), day is { } on ? new AsOf(on, true) : new AsOf(TimeProvider.System.GetUtcNow().BeijingDate(), false)).ReadAsync(CancellationToken.None));
}
