using Gongbao.Kernel.Results;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Tests.Store.Faults;

public class A_full_disk
{
    [Fact]
    public async Task Is_told_to_the_caller_and_loses_nothing_that_was_acknowledged()
    {
        var options = new StoreOptions
        {
            Provider = StoreProvider.Sqlite, DataFolder = Directory.CreateTempSubdirectory("gongbao-full-").FullName, MostPages = 200,
        };
        var saved = new List<string>();
        await using (var store = await TestStore.OpenAsync(options, null, null, keepsFolder: true))
        {
            var answers = Enumerable.Range(0, 300).Select(i => (Title: $"{i}:" + new string('文', 1000), Index: i))
                .Select(async b => (b.Title, Answer: await Outcome(store.PutAsync(b.Title)))).ToList();
            var outcomes = await Task.WhenAll(answers);

            saved.AddRange(outcomes.Where(o => o.Answer is null).Select(o => o.Title));
            Assert.NotEmpty(saved);
            Assert.Contains(outcomes, o => o.Answer is StoreFullException full && full.Message.Contains("存储空间已满", StringComparison.Ordinal));
            Assert.All(outcomes, o => Assert.True(o.Answer is null or StoreFullException, $"{o.Answer}"));
        }

        var roomy = new StoreOptions { Provider = StoreProvider.Sqlite, DataFolder = options.DataFolder };
        await using var again = await TestStore.OpenAsync(roomy, null, null);
        Assert.Equal(saved.Order(), await TitlesAsync(again));
        Assert.True(again.Services.GetRequiredService<JournalVerifier>().Verify(withAnchors: true, CancellationToken.None).IsSound);
        Assert.False((await again.PutAsync("又有地方了")).IsRefused(out _, out _));
    }

    private static async Task<Exception?> Outcome(Task<Result<Guid>> unit) => await Record.ExceptionAsync(() => unit);

    private static async Task<List<string>> TitlesAsync(TestStore store)
    {
        var titles = await store.ReadAsync<ShelfDb, List<string>>(db => Task.FromResult(db.Books.Select(b => b.Title).ToList()));
        return [.. titles.Order()];
    }
}
