using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Generating.Amending;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Search;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;

namespace Gongbao.Gazette.Tests.Search;

public class The_search_of_amended_words_on_SQLite() : The_search_of_amended_words(StoreProvider.Sqlite);

public class The_search_of_amended_words_on_PostgreSQL() : The_search_of_amended_words(StoreProvider.Postgres);

/// <summary>Search as of a day looks for the words of that day, with the amendments in them.</summary>
public abstract class The_search_of_amended_words(StoreProvider provider) : LibraryTests(provider)
{
    private const string Rules = """
        清河市人民政府
        关于印发《清河市湿地保护办法》的通知
        清府发〔2020〕3号
        各县（市、区）人民政府：
        　　《清河市湿地保护办法》已经市政府同意，现印发给你们，请认真贯彻执行。
        清河市人民政府
        2020年4月20日
        清河市湿地保护办法
        　　第一条 为了保护湿地，制定本办法。
        　　第二条 市环境保护局负责湿地保护的监督管理。
        　　第三条 县级人民政府应当每年公布湿地名录。
        　　第四条 禁止在湿地内倾倒垃圾。
        　　第五条 本办法自2020年5月1日起施行。
        """;

    private const string Decision = """
        清河市人民政府
        关于修改《清河市湿地保护办法》的决定
        清府发〔2022〕8号
        　　市人民政府决定对《清河市湿地保护办法》（清府发〔2020〕3号）作如下修改：
        　　一、将第二条中的“环境保护局”修改为“生态环境局”。
        　　二、将第三条修改为：“第三条 县级人民政府应当每半年公布湿地名录。”
        　　三、增加一条，作为第四条：“第四条 芦苇收割应当避开候鸟孵化季节。”
        　　四、删去第一条。
        　　本决定自2022年7月1日起施行。
        清河市人民政府
        2022年6月8日
        """;

    private static readonly DateOnly Before = new(2022, 6, 30);
    private static readonly DateOnly After = new(2022, 7, 1);

    protected override CityDeclarations? DeclaredCity => SampleCity.Declared;

    [Fact]
    [Clause("GAZ-06")]
    public async Task Finds_new_words_from_their_first_day_on_and_old_ones_until_the_day_before()
    {
        await ImportAsync();
        await ConfirmAsync();
        Assert.Equal([("市环境保护局负责湿地", true, false), ("市生态环境局负责湿地", false, true), ("每年公布湿地", true, false), ("每半年公布湿地", false, true), ("避开候鸟孵化", false, true), ("为了保护湿地", true, false), ("禁止在湿地内", true, true)], await FoundAsync());

        var added = (await OnAsync("\"避开候鸟孵化\"", After)).Hits.Single(h => h.Document.Number == "清府发〔2020〕3号").Places.Single();
        Assert.Equal(("第四条", "芦苇收割应当避开候鸟孵化季节。"), (added.Place, string.Concat(added.Snippet.Select(s => s.Text)).Trim('　', ' ')));
        var counted = (await OnAsync("\"禁止在湿地内\"", After)).Hits.Single().Places.Single();
        Assert.Equal("第五条", counted.Place);
        foreach (var day in new[] { Before, After }) Assert.Equal(1, (await OnAsync("\"禁止在湿地内\"", day)).Facets.Single(f => f.Key == "year").Values.Single().Count);
        Assert.NotNull((await OnAsync("清府发〔2020〕3号", After)).Exact);
        Assert.Single((await OnAsync("湿地保护办法", After)).Hits, h => h.Document.Number == "清府发〔2020〕3号");
    }

    [Fact]
    public async Task Says_on_which_day_the_words_stood_there_where_they_do_not_on_this_one()
    {
        await ImportAsync();
        await ConfirmAsync();
        var rules = new Dictionary<string, string> { ["year"] = "2020" };
        Assert.Equal(["2022年6月30日的文本里有"], await OtherDaysAsync("\"市环境保护局负责湿地\"", After));
        Assert.Equal(["2022年7月1日的文本里有"], await OtherDaysAsync("\"市生态环境局负责湿地\"", Before));
        Assert.Equal(["2020年4月20日的文本里有"], await OtherDaysAsync("\"禁止在湿地内\"", new(2020, 1, 1)));
        Assert.Empty(await OtherDaysAsync("\"禁止在湿地外\"", After));

        async Task<IEnumerable<string>> OtherDaysAsync(string words, DateOnly day) =>
            (await Library.AskAsync(l => l.SearchAsync(new SearchRequest(words, rules) { On = day }, CancellationToken.None))).Suggestions.Where(s => s.Kind == "另一天").Select(s => s.Text);
    }

    [Fact]
    public async Task Goes_with_the_decisions_new_versions_and_rebuilds()
    {
        await ImportAsync();
        var printed = await FoundAsync();
        await ConfirmAsync();
        var amended = await FoundAsync();
        Assert.NotEqual(printed, amended);
        var rows = await IndexRows.AllAsync(Library);

        TestLibrary.Done(await Library.RebuildAsync((_, _) => { }, CancellationToken.None));
        Assert.Equal(rows, await IndexRows.AllAsync(Library));
        Assert.Equal(amended, await FoundAsync());

        await Library.ImportAsync(Issues.Read(Rules.Replace("请认真贯彻执行", "请贯彻执行", StringComparison.Ordinal), "rules.txt"));
        Assert.Equal(amended, await FoundAsync());

        var decided = (await Library.ClaimsAsync(decided: true)).Claims;
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Open, null, [.. decided.Where(c => c.Cause.Effect == "Amend").Select(c => c.Seen)]));
        Assert.Equal(printed, await FoundAsync());
    }

    /// <summary>Against looking through every document as its page shows it on that day.</summary>
    [Fact]
    public async Task Agrees_with_a_plain_scan_of_what_pages_show_on_that_day()
    {
        var generated = AmendingGenerator.Generate(SampleCity.Words, 86_001, 40);
        foreach (var source in generated.Sources) await Library.ImportAsync(GazetteReader.Read(source, SampleCity.Reader));
        // What is about documents that the library does not hold is refused and stays open.
        foreach (var claim in await Library.ReadAsync(db => Task.FromResult(db.Claims.Where(c => c.State == ClaimState.Open && !c.IsGone).Select(c => new Seen(c.Id, c.Revision)).ToList())))
            await Library.DecideAsync(ClaimState.Confirmed, null, claim);
        var slugs = await Library.ReadAsync(db => Task.FromResult(db.Documents.Where(d => !d.IsWithdrawn).Select(d => d.Slug).ToList()));
        var days = generated.Truth.Where(t => t.IsHeld && t.Action is not null && t.On is not null).Select(t => t.On!.Value).Distinct().Order().Take(6).SelectMany(d => new[] { d.AddDays(-1), d }).ToList();
        Assert.True(days.Count >= 6, $"{days.Count} days");
        var dice = new Dice(5);
        int amended = 0, compared = 0;
        foreach (var day in days)
        {
            var shown = new List<DocumentView>();
            foreach (var slug in slugs)
                if (await Library.DocumentAsync(slug, day) is { Validity.State: not null } view) shown.Add(view);
            var changed = shown.Where(d => d.Body.SelectMany(b => b.WithAll).Any(b => b.Changes.Count > 0)).ToList();
            amended += changed.Count;
            foreach (var document in changed.Concat(Enumerable.Range(0, 5).Select(_ => dice.Pick(shown))))
            {
                var words = dice.Pick(document.Body.SelectMany(b => b.WithAll).Where(IsPlace).Select(b => SearchForm.Of(b.Plain)).Where(f => f.Length > 3).ToList());
                var from = dice.Below(words.Length - 3);
                var phrase = words.Substring(from, Math.Min(words.Length - from, 3 + dice.Below(9)));
                if (phrase.Any(c => !char.IsLetterOrDigit(c))) continue;
                var view = await OnAsync($"\"{phrase}\"", day);
                if (view.Pages > 1) continue;
                var found = view.Hits.Select(h => h.Document.Slug).ToList();
                Assert.Equal(found.Count, found.Distinct().Count());
                var held = shown.Where(d => d.Body.SelectMany(b => b.WithAll).Any(b => IsPlace(b) && Holds(b.Plain, phrase))).Select(d => d.Slug).ToList();
                var anywhere = shown.Where(d => Holds(d.Citation + FullTitle.Of(string.Join('、', d.Issuers), d.Title), phrase) || d.Body.SelectMany(b => b.WithAll).Any(b => Holds(b.Plain, phrase))).Select(d => d.Slug);
                Assert.True(!held.Except(found).Any(), $"{day:yyyy-MM-dd} {phrase}: not found {string.Join(' ', held.Except(found))}");
                Assert.True(!found.Except(anywhere).Any(), $"{day:yyyy-MM-dd} {phrase}: found {string.Join(' ', found.Except(anywhere))}");
                compared++;
            }
        }
        Assert.True(amended > 10 && compared > 20, $"{amended} amended, {compared} compared");
    }

    private static bool IsPlace(BlockView block) => block.Kind is NodeKind.Clause or NodeKind.Paragraph;

    private static bool Holds(string text, string phrase) => SearchForm.Of(text).Contains(phrase, StringComparison.Ordinal);

    private async Task ImportAsync()
    {
        await Library.ImportAsync(Issues.Read(Rules, "rules.txt"));
        await Library.ImportAsync(Issues.Read(Decision, "decision.txt"));
    }

    private async Task ConfirmAsync() => TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, [.. (await Library.ClaimsAsync()).Claims.Select(c => c.Seen)]));

    private async Task<List<(string Words, bool Before, bool After)>> FoundAsync()
    {
        var found = new List<(string, bool, bool)>();
        foreach (var words in new[] { "市环境保护局负责湿地", "市生态环境局负责湿地", "每年公布湿地", "每半年公布湿地", "避开候鸟孵化", "为了保护湿地", "禁止在湿地内" })
            found.Add((words, await HoldsAsync(words, Before), await HoldsAsync(words, After)));
        return found;
    }

    private async Task<bool> HoldsAsync(string words, DateOnly day) => (await OnAsync($"\"{words}\"", day)).Hits.Any(h => h.Document.Number == "清府发〔2020〕3号");

    private Task<SearchView> OnAsync(string query, DateOnly day) => Library.AskAsync(l => l.SearchAsync(SearchRequest.Of(query) with { On = day }, CancellationToken.None));
}
