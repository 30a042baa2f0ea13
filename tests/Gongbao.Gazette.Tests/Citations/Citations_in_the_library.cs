using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Citations.Showing;
using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Citations;

public class Citations_on_SQLite() : Citations_in_the_library(StoreProvider.Sqlite);

public class Citations_on_PostgreSQL() : Citations_in_the_library(StoreProvider.Postgres);

public abstract class Citations_in_the_library(StoreProvider provider) : LibraryTests(provider)
{
    private const string Rest = Issues.Supply + "\n" + Issues.Trees;

    private readonly StoreProvider _provider = provider;

    [Fact]
    public async Task Of_a_document_lead_to_its_own_clauses()
    {
        await ImportAsync(Texts.Rules, "a");
        Assert.Equal(
        [
            "-《清河市湖泊保护办法》 Clause Own issued",
            "p1《清河市湖泊保护办法》 Clause Own issued",
            "art1《湖泊条例》 Outside None",
            "art2.p3前款 Clause Own art2.p2",
            "art2.p3本条第一款 Clause Own art2",
            "art3.3前两项 Clause Own art3.1~art3.2",
            "art4本办法第三条第一项 Clause Own art3.1",
            "art4前条 Clause Own art3",
            "art5《取水许可证》 Outside None",
        ], await SayAsync("清府发〔2020〕1号"));
    }

    [Fact]
    public async Task Lead_to_documents_and_clauses_that_came_before()
    {
        await ImportAsync(Texts.Rules, "a");
        await ImportAsync(Texts.Points, "b");
        Assert.Equal(
        [
            "p1《清河市人民政府关于印发〈清河市湖泊保护办法〉的通知》（清府发〔2020〕1号，以下简称“保护办法”） Document Number →清府发〔2020〕1号",
            "1.p1保护办法第三条 Clause Number →清府发〔2020〕1号 art3",
            "1.p1《清河市湖泊保护办法》第四十条 NoSuchPlace WeakTitle →清府发〔2020〕1号",
            "2.p1《中华人民共和国水法》 Outside None",
            "2.p1清府发〔2019〕8号 Outside None",
            "2.p1《巡查登记表》 Outside None",
        ], await SayAsync("清府办发〔2023〕9号"));
    }

    [Fact]
    public async Task Are_the_same_in_whatever_order_the_documents_come()
    {
        string[] all = [Texts.Rules, Texts.Points, Texts.Notice, Texts.PointsAgain];
        foreach (var text in all) await ImportAsync(text, $"x{Array.IndexOf(all, text)}");
        var forward = await AllAsync();

        await using var other = await TestLibrary.CreateAsync(_provider);
        foreach (var text in all.Reverse()) await other.ImportAsync(Issues.Read(text, $"y{Array.IndexOf(all, text)}.txt").Sure());
        var backward = await AllAsync(other);

        Assert.Equal(forward, backward);
        Assert.Contains(forward, f => f.Contains("Ambiguous", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Become_ambiguous_with_a_second_document_of_the_title_and_plain_again_without_it()
    {
        await ImportAsync(Texts.Points, "a");
        await ImportAsync(Texts.Notice, "b");
        Assert.Equal(["p1《关于做好湖泊保护工作的通知》 Document Title →清府办发〔2023〕9号"], await SayAsync("清府办发〔2024〕7号"));

        await ImportAsync(Texts.PointsAgain + "\n" + Rest, "c");
        Assert.Equal(["p1《关于做好湖泊保护工作的通知》 Ambiguous Title"], await SayAsync("清府办发〔2024〕7号"));
        var second = await Library.ReadAsync(db => db.Documents.Where(d => d.Number == "清府办发〔2024〕2号").Select(d => d.Id).SingleAsync());
        Assert.StartsWith(second.ToString(), (await Library.ReadAsync(db => db.Citations.SingleAsync(c => c.State == CitationState.Ambiguous))).Candidates, StringComparison.Ordinal);

        await ImportAsync(Rest, "c");
        Assert.Equal(["p1《关于做好湖泊保护工作的通知》 Document Title →清府办发〔2023〕9号"], await SayAsync("清府办发〔2024〕7号"));
        Assert.Empty(await Library.ReadAsync(db => db.Citations.Where(c => c.FromDocumentId == second).ToListAsync()));
        Assert.Empty(await Library.ReadAsync(db => db.Names.Where(c => c.DocumentId == second).ToListAsync()));
    }

    [Fact]
    public async Task Follow_a_clause_that_is_renumbered_away()
    {
        await ImportAsync(Texts.Rules, "a");
        await ImportAsync(Texts.Points, "b");
        await ImportAsync(Texts.Rules.Replace("第三条 在", "第六条 在", StringComparison.Ordinal), "a");
        Assert.Contains("1.p1保护办法第三条 NoSuchPlace Number →清府发〔2020〕1号", await SayAsync("清府办发〔2023〕9号"));
    }

    [Fact]
    public async Task Are_asked_for_both_ways_and_for_what_is_missing()
    {
        await ImportAsync(Texts.Rules, "a");
        await ImportAsync(Texts.Points, "b");
        var (rules, points) = (await Library.SlugAsync("清府发〔2020〕1号"), await Library.SlugAsync("清府办发〔2023〕9号"));

        var document = await Library.ReadAsync(db => new CitationLibrary(db, new(new(2026, 1, 1), false)).OfAsync(rules, null, null, null, CancellationToken.None));
        Assert.Equal((9, 3), (document!.CitesCount, document.CitedByCount));
        Assert.All(document.CitedBy, c => Assert.Equal((points, rules), (c.From.Document, c.To!.Document)));
        var article = await Library.ReadAsync(db => new CitationLibrary(db, new(new(2026, 1, 1), false)).OfAsync(rules, "art3", null, null, CancellationToken.None));
        Assert.Equal(["1.p1 art3", "art3.3 art3.1", "art4 art3.1", "art4 art3"], article!.CitedBy.Select(c => $"{c.From.Clause} {c.To!.Clause}"));
        Assert.Null(await Library.ReadAsync(db => new CitationLibrary(db, new(new(2026, 1, 1), false)).OfAsync(rules, "art99", null, null, CancellationToken.None)));

        var missing = await Library.ReadAsync(db => new CitationLibrary(db, new(new(2026, 1, 1), false)).UnresolvedAsync(null, CancellationToken.None));
        Assert.Contains(missing.Targets, m => m is { Words: "清府发〔2019〕8号", State: CitationState.Outside, Citations: 1, Documents: 1 });
        Assert.Contains(missing.Targets, m => m is { Words: "《清河市湖泊保护办法》第四十条", State: CitationState.NoSuchPlace });
    }

    [Fact]
    public async Task That_lead_nowhere_are_listed_page_by_page_each_once()
    {
        var laws = Enumerable.Range(1, 230).Select(i => $"《清河市第{i}号湖泊保护办法》");
        await ImportAsync($"""
            清河市人民政府
            关于做好湖泊保护工作的通知
            清府发〔2024〕4号
            各县（市、区）人民政府：
            一、总体要求
            {string.Join('\n', laws.Chunk(5).Select(c => $"依照{string.Join("、", c)}办理。"))}
            清河市人民政府
            2024年2月28日
            """, "many");
        var (words, cursor, pages) = (new List<string>(), default(UnresolvedCursor), 0);
        do
        {
            var page = await Library.ReadAsync(db => new CitationLibrary(db, new(new(2026, 1, 1), false)).UnresolvedAsync(cursor, CancellationToken.None));
            words.AddRange(page.Targets.Select(t => t.Words));
            cursor = page.Next is { } next ? UnresolvedCursor.List.Find<UnresolvedCursor>(next) : null;
            pages++;
        }
        while (cursor is not null);
        Assert.Equal((3, 230, 230), (pages, words.Count, words.Distinct().Count()));
        Assert.Null(UnresolvedCursor.List.Find<UnresolvedCursor>("nonsense"));
        Assert.Equal(100, (await Library.ReadAsync(db => new CitationLibrary(db, new(new(2026, 1, 1), false)).UnresolvedAsync(new(int.MaxValue, 0, "", -1), CancellationToken.None))).Targets.Count);
    }

    private Task ImportAsync(string text, string name) => Library.ImportAsync(Issues.Read(text, name + ".txt").Sure());

    private Task<List<string>> AllAsync(TestLibrary? library = null) => SayAsync(library ?? Library, _ => true);

    private Task<List<string>> SayAsync(string number) => SayAsync(Library, n => n == number);

    private static async Task<List<string>> SayAsync(TestLibrary library, Func<string?, bool> wanted)
    {
        var (citations, documents, clauses) = await library.ReadAsync(async db =>
            (await db.Citations.AsNoTracking().ToListAsync(), await db.Documents.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Number), await db.Clauses.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Slug)));
        return [.. from c in citations
                   let number = documents[c.FromDocumentId]
                   where wanted(number)
                   orderby number, c.Ordinal
                   select Say(c, documents, clauses)];
    }

    private static string Say(StoredCitation c, Dictionary<Guid, string?> documents, Dictionary<Guid, string> clauses)
    {
        var from = c.FromClauseId is { } f ? clauses[f] : "-";
        var to = c.ToDocumentId is { } d && d != c.FromDocumentId ? $" →{documents[d]}" : "";
        return $"{from}{c.Words} {c.State} {c.Match}{to}{(c.ToClauseId is { } t ? " " + clauses[t] : "")}{(c.ToLastClauseId is { } l ? "~" + clauses[l] : "")}";
    }
}
