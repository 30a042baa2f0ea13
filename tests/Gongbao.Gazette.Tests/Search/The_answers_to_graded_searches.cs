using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Search;

public class The_answers_to_graded_searches_on_SQLite() : The_answers_to_graded_searches(StoreProvider.Sqlite);

public class The_answers_to_graded_searches_on_PostgreSQL() : The_answers_to_graded_searches(StoreProvider.Postgres);

/// <summary>The real issue and the sample issue in one library, asked what people want of them. How the searches were made stands in Search/Graded.</summary>
public abstract class The_answers_to_graded_searches(StoreProvider provider)
{
    [Fact]
    [Clause("GAZ-02")]
    public async Task Are_in_the_order_that_people_want()
    {
        var city = CityDeclarations.Load(SampleCity.CityRoot, "dazhou").City!;
        await using var library = await TestLibrary.CreateAsync(provider, city);
        await library.ImportAsync(GazetteReader.Read(SourceText.Of(File.ReadAllText(RealIssue.Path), "dazhou-2023-04.txt"), ReaderContext.Of(city)));
        await library.ImportAsync(Issues.Sample());

        var searches = GradedSearch.Read(Path.Combine(Path.GetDirectoryName(SampleCity.CityRoot)!, "tests", "Gongbao.Gazette.Tests", "Search", "Graded"));
        var answers = new List<(GradedSearch Search, SearchView View, double Gain)>();
        foreach (var search in searches)
        {
            var view = await library.SearchAsync(search.Text);
            answers.Add((search, view, search.Gain(view)));
        }
        var report = string.Join('\n', answers.GroupBy(a => a.Search.Intent).Select(g => $"{g.Key} {g.Average(a => a.Gain):0.000} ({g.Count()}), nothing {g.Count(a => a.View.Total == 0)}")
            .Append($"all {answers.Average(a => a.Gain):0.000}")
            .Concat(answers.Where(a => a.Gain < 0.8).OrderBy(a => a.Gain).Select(a => $"{a.Gain:0.00} {a.Search.Id} {a.Search.Text} -> {a.View.Total}{(a.View.IsLoose ? " loosely" : "")}: {string.Join(" ", a.View.Hits.Take(5).Select(h => h.Document.Number + "=" + a.Search.Grades.GetValueOrDefault(h.Document.Number ?? "")))} of {string.Join(" ", a.Search.Grades.Take(5).Select(g => g.Key + "=" + g.Value))}")));

        Assert.True(searches.Count >= 150, $"{searches.Count} searches");
        Assert.True(answers.Average(a => a.Gain) >= 0.85, report);
        Assert.True(answers.Count(a => a.View.Total == 0) <= 0.02 * answers.Count, report);
        var titled = answers.Where(a => a.Search.Intent == "title").ToList();
        Assert.True(titled.Count(a => IsFirst(a.Search, a.View)) >= 0.98 * titled.Count, report);
        Assert.All(answers.Where(a => a.Search.Intent == "number"), a => Assert.True(IsFirst(a.Search, a.View), a.Search.Text));
    }

    private static bool IsFirst(GradedSearch search, SearchView view) =>
        view.Hits is [var first, ..] && search.Grades.GetValueOrDefault(first.Document.Number ?? "") == search.Grades.Values.DefaultIfEmpty().Max();
}
