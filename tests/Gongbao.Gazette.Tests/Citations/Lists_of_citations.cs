using System.Globalization;
using Gongbao.Gazette.Citations.Showing;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Store;
using static Gongbao.Gazette.Tests.Citations.Texts;

namespace Gongbao.Gazette.Tests.Citations;

public class Lists_of_citations_on_SQLite() : Lists_of_citations(StoreProvider.Sqlite);

public class Lists_of_citations_on_PostgreSQL() : Lists_of_citations(StoreProvider.Postgres);

public abstract class Lists_of_citations(StoreProvider provider) : LibraryTests(provider)
{
    [Fact]
    public async Task Are_given_a_hundred_at_a_time_to_the_last()
    {
        await Library.ImportAsync(Issues.Read(Rules, "rules.txt").Sure());
        await Library.ImportAsync(Of(7, Repeated(230), "2024年3月5日"));

        var (rules, notice) = (await Library.SlugAsync("清府发〔2020〕1号"), await Library.SlugAsync("清府办发〔2024〕7号"));
        Assert.Equal(Enumerable.Range(1, 230).Select(i => $"《文件{i}通知》"), await TurnAsync(notice, null, citedBy: false, pages: 5, c => c.Words, to: false));
        Assert.Equal(Enumerable.Repeat($"{notice} {rules}", 230), await TurnAsync(rules, null, citedBy: true, pages: 3, c => $"{c.From.Document} {c.To!.Document}", to: true));
    }

    [Fact]
    public async Task Are_turned_without_a_gap_where_documents_are_of_one_day_or_of_none()
    {
        await Library.ImportAsync(Issues.Read(Rules, "rules.txt").Sure());
        await Library.ImportAsync(Notices(5, i => Of(i, Repeated(70), i < 4 ? null : "2024年3月4日")));
        var rules = await Library.SlugAsync("清府发〔2020〕1号");

        var lines = await TurnAsync(rules, null, citedBy: true, pages: 4, c => $"{c.From.Number} {c.Words}", to: true);

        Assert.Equal((350, 350), (lines.Count, (await ViewAsync(rules, null, null, null))!.CitedByCount));
        Assert.Equal(["清府办发〔2024〕4号", "清府办发〔2024〕5号"], lines.Take(140).Select(l => l.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(lines.GroupBy(l => l.Split(' ')[0]), g => Assert.Equal(70, g.Count()));
    }

    [Fact]
    public async Task Go_on_behind_what_was_shown_when_something_comes_before_it()
    {
        await Library.ImportAsync(Issues.Read(Rules, "rules.txt").Sure());
        await Library.ImportAsync(Of(7, Repeated(150), "2024年3月5日"));
        var rules = await Library.SlugAsync("清府发〔2020〕1号");
        var first = (await ViewAsync(rules, null, null, null))!;

        await Library.ImportAsync(Issues.Read(Of(8, Repeated(30), "2025年3月4日"), "later.txt").Sure());

        var second = (await ViewAsync(rules, null, null, CitationCursor.List.Find<CitationCursor>(first.CitedByNext!)))!;
        Assert.Equal((180, 50, (string?)null), (second.CitedByCount, second.CitedBy.Count, second.CitedByNext));
        Assert.All(second.CitedBy, c => Assert.Equal("清府办发〔2024〕7号", c.From.Number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("2")]
    [InlineData("e30")]
    public void Take_nothing_else_for_a_cursor(string text) => Assert.Null(CitationCursor.List.Find<CitationCursor>(text));

    /// <summary>That many citations of the rules, each behind the title of another document.</summary>
    private static string Repeated(int count) =>
        string.Join('\n', Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"依照《文件{i}通知》和清府发〔2020〕1号办理。")));

    private async Task<List<string>> TurnAsync(string document, string? clause, bool citedBy, int pages, Func<CitationLine, string> say, bool to)
    {
        var (lines, cursor, turned) = (new List<CitationLine>(), default(CitationCursor), 0);
        do
        {
            var view = (await ViewAsync(document, clause, citedBy ? null : cursor, citedBy ? cursor : null))!;
            lines.AddRange(citedBy ? view.CitedBy : view.Cites);
            cursor = (citedBy ? view.CitedByNext : view.CitesNext) is { } next ? CitationCursor.List.Find<CitationCursor>(next) : null;
            turned++;
        }
        while (cursor is not null);
        Assert.Equal(pages, turned);
        return [.. lines.Where(l => l.To is not null == to).Select(say)];
    }

    private Task<CitationsView?> ViewAsync(string document, string? clause, CitationCursor? cites, CitationCursor? citedBy) =>
        Library.ReadAsync(db => new CitationLibrary(db, new(new(2026, 1, 1), false)).OfAsync(document, clause, cites, citedBy, CancellationToken.None));
}
