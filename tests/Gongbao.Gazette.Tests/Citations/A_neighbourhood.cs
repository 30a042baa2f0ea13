using Gongbao.Gazette.Citations.Showing;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Store;
using static Gongbao.Gazette.Tests.Citations.Texts;

namespace Gongbao.Gazette.Tests.Citations;

public class A_neighbourhood_on_SQLite() : A_neighbourhood(StoreProvider.Sqlite);

public class A_neighbourhood_on_PostgreSQL() : A_neighbourhood(StoreProvider.Postgres);

public abstract class A_neighbourhood(StoreProvider provider) : LibraryTests(provider)
{
    [Fact, Clause("GAZ-04")]
    public async Task Names_each_document_once_and_the_closest_and_latest_first()
    {
        await Library.ImportAsync(Notices(14, i => Of(i, "依照清府发〔2020〕1号办理。", $"2024年3月{i}日")) + Of(15, "依照清府发〔2020〕1号、清府发〔2020〕1号和清府发〔2020〕1号办理。依照清府办发〔2024〕14号办理。", "2024年3月20日"));
        await Library.ImportAsync(Issues.Read(Rules, "rules.txt").Sure());
        var (rules, last) = (await Library.SlugAsync("清府发〔2020〕1号"), await Library.SlugAsync("清府办发〔2024〕15号"));

        var around = await AroundAsync(rules, null);
        Assert.Equal((15, 12, 0, 0), (around!.CitingCount, around.Citing.Count, around.CitedCount, around.Cited.Count));
        Assert.Equal([("清府办发〔2024〕15号", 3), ("清府办发〔2024〕14号", 1), ("清府办发〔2024〕13号", 1)], around.Citing.Take(3).Select(n => (n.Number!, n.Citations)));

        around = await AroundAsync(last, null);
        Assert.Equal([("清府发〔2020〕1号", 3), ("清府办发〔2024〕14号", 1)], around!.Cited.Select(n => (n.Number!, n.Citations)));
        Assert.Empty((await AroundAsync(rules, "art3"))!.Citing);
        Assert.Null(await AroundAsync(rules, "art99"));
    }

    private Task<Neighbours?> AroundAsync(string document, string? clause) => Library.ReadAsync(db => new CitationLibrary(db, new(new(2026, 1, 1), false)).AroundAsync(document, clause, CancellationToken.None));
}
