using System.Text;
using Gongbao.Gazette.Formats.Docx;
using Gongbao.Gazette.Import;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Import;

public class A_single_document_on_SQLite() : A_single_document(StoreProvider.Sqlite);

public class A_single_document_on_PostgreSQL() : A_single_document(StoreProvider.Postgres);

/// <summary>A document that comes by itself is no issue, and is the same document in whatever file it comes.</summary>
[Clause("GAZ-09")]
public abstract class A_single_document(StoreProvider provider) : LibraryTests(provider)
{
    private const string Supply = "清府发〔2024〕3号";

    private Task<ImportOutcome> BringAsync(string text, string name) => Library.ImportAsync(Issues.Read(text, name).Sure());

    [Fact]
    public async Task Stands_behind_all_others_where_it_bears_no_day()
    {
        const string undated = "清府发〔2024〕15号";
        await Library.ImportAsync(Issues.Read(Issues.Trees.Replace("清河市人民政府\n2024年2月28日", "", StringComparison.Ordinal).Replace("〔2024〕4号", "〔2024〕15号", StringComparison.Ordinal), "undated.txt").Sure());
        await Library.ImportAsync(Issues.Read(Issues.Supply, "供水意见.txt").Sure());
        Assert.Equal([Supply, undated], (await Library.AskAsync(l => l.SinglesAsync(1, CancellationToken.None))).Documents.Select(d => d.Number!));
    }

    private Task<List<(IssueKind Kind, string Title, bool HasMoved)>> IssuesAsync() =>
        Library.ReadAsync(async db => (await db.Issues.OrderBy(i => i.Id).ToListAsync()).ConvertAll(i => (i.Kind, i.Title, i.MovedTo is not null)));

    [Fact]
    public async Task Is_listed_by_itself_and_not_among_the_issues()
    {
        await BringAsync(Issues.Supply, "供水意见.txt");
        await BringAsync(Issues.Both.Replace("清府发〔2024〕3号", "清府发〔2024〕30号", StringComparison.Ordinal), "qinghe-2024-05.txt");

        Assert.Equal(["政府公报 2024年第5期"], (await Library.AskAsync(l => l.IssuesAsync(CancellationToken.None))).Select(i => i.Title));
        Assert.True((await Library.AskAsync(l => l.IssueAsync("供水意见", CancellationToken.None)))!.IsSingle);
        Assert.Equal([Supply], (await Library.AskAsync(l => l.SinglesAsync(1, CancellationToken.None))).Documents.Select(d => d.Number!));
    }

    [Theory]
    [InlineData("供水意见.txt"), InlineData("扫描件001.txt"), InlineData("清府发2024-03.txt")]
    public async Task Is_called_as_it_calls_itself_whatever_its_file_is_called(string name)
    {
        await BringAsync(Issues.Supply, name);
        Assert.Equal("清河市人民政府关于加强城市供水管理的意见", Assert.Single(await IssuesAsync()).Title);
    }

    [Fact]
    public async Task Moves_into_the_issue_that_comes_later_and_keeps_its_ids_and_addresses()
    {
        await BringAsync(Issues.Supply, "供水意见.txt");
        var (slug, clauses) = (await Library.SlugAsync(Supply), await Library.ClausesAsync(Supply));
        Assert.NotEmpty(clauses);

        var outcome = await BringAsync(Issues.Both, "qinghe-2024-03.txt");

        Assert.Equal((1, 1, 1, 0), (outcome.Version, outcome.Documents.New, outcome.Documents.Again, outcome.Documents.Withdrawn));
        Assert.Equal((slug, "qinghe-2024-03"), (await Library.SlugAsync(Supply), (await Library.DocumentAsync(slug))!.IssueSlug));
        Assert.Equal(clauses, await Library.ClausesAsync(Supply));
        Assert.Equal([(IssueKind.Single, true), (IssueKind.Issue, false)], (await IssuesAsync()).Select(i => (i.Kind, i.HasMoved)));
        Assert.Equal("qinghe-2024-03", (await Library.AskAsync(l => l.IssueAsync("供水意见", CancellationToken.None)))!.Slug);
        Assert.Empty((await Library.AskAsync(l => l.SinglesAsync(1, CancellationToken.None))).Documents);
    }

    [Fact]
    public async Task Of_the_same_words_in_other_bytes_or_another_format_is_the_same_and_no_new_version()
    {
        await BringAsync(Issues.Supply, "供水意见.txt");
        var view = (await Library.DocumentAsync(await Library.SlugAsync(Supply)))!;
        using var docx = new MemoryStream();
        DocxFormat.Write(view, new("https://gongbao.example/"), docx);
        Assert.False(GazetteFile.Read("另一份.docx", docx.ToArray(), ReaderContext.Empty).IsRefused(out _, out var written));
        Assert.False(GazetteFile.Read("又一份.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Issues.Supply.Replace("\n", "\r\n\r\n", StringComparison.Ordinal))).ToArray(), ReaderContext.Empty).IsRefused(out _, out var spaced));

        Assert.True((await Library.ImportAsync(written.Sure())).IsUnchanged);
        Assert.True((await Library.ImportAsync(spaced.Sure())).IsUnchanged);
        Assert.Equal([(IssueKind.Single, "清河市人民政府关于加强城市供水管理的意见", false)], await IssuesAsync());
    }

    [Fact]
    public async Task Of_the_same_words_again_is_kept_as_a_further_source_of_the_same_version()
    {
        await BringAsync(Issues.Supply, "供水意见.txt");
        var again = Issues.Read(Issues.Supply.Replace("\n", "\r\n\r\n", StringComparison.Ordinal), "供水意见.docx").Sure();
        Assert.False((await Library.Get<ImportIssue>().HandleAsync(again, "/来文/供水意见.docx", new("account:clerk"), CancellationToken.None)).IsRefused(out _, out var outcome));
        Assert.True(outcome.IsUnchanged);
        Assert.True((await Library.ImportAsync(again)).IsUnchanged);

        var sources = await SourcesAsync();
        Assert.Equal([("供水意见.txt", "供水意见.txt", "system:test"), ("供水意见.docx", "/来文/供水意见.docx", "account:clerk")], sources.Select(s => (s.Name, s.Origin, s.BroughtBy)));
        Assert.Equal(again.Source.Sha256, sources[1].Hash);
        Assert.All(sources, s => Assert.True(s.Version == 1 && s.BroughtAt != default));

        await BringAsync(Issues.Supply.Replace("每月公布结果", "每周公布结果", StringComparison.Ordinal), "供水意见（更正）.txt");
        Assert.Equal([("供水意见（更正）.txt", 2)], (await SourcesAsync()).Select(s => (s.Name, s.Version)));
        Assert.Equal(3, await Library.ReadAsync(db => db.IssueSources.CountAsync()));
    }

    [Fact]
    public async Task That_an_issue_holds_already_is_a_source_of_that_document_alone()
    {
        await BringAsync(Issues.Both, "qinghe-2024-03.txt");
        Assert.True((await BringAsync(Issues.Supply, "供水意见.txt")).IsUnchanged);
        Assert.Equal(["qinghe-2024-03.txt", "供水意见.txt"], (await SourcesAsync()).Select(s => s.Name));
        Assert.Equal(["qinghe-2024-03.txt"], (await SourcesAsync("清府办发〔2024〕7号")).Select(s => s.Name));
    }

    private async Task<IReadOnlyList<IssueSource>> SourcesAsync(string number = Supply)
    {
        var slug = await Library.SlugAsync(number);
        return await Library.AskAsync<IssueSources, IReadOnlyList<IssueSource>>(s => s.OfAsync(slug, CancellationToken.None));
    }

    [Fact]
    public async Task Of_other_words_is_a_new_version_and_no_copy()
    {
        await BringAsync(Issues.Supply, "供水意见.txt");
        var outcome = await BringAsync(Issues.Supply.Replace("每月公布结果", "每周公布结果", StringComparison.Ordinal), "供水意见（更正）.txt");

        Assert.Equal((2, false, 1), (outcome.Version, outcome.IsUnchanged, outcome.Documents.Again));
        Assert.Equal(1, await Library.ReadAsync(db => db.Documents.CountAsync()));
    }

    [Fact]
    public async Task Comes_back_by_itself_when_its_issue_prints_it_no_more()
    {
        await BringAsync(Issues.Both + "\n" + Issues.Trees, "qinghe-2024-03.txt");
        await BringAsync(Issues.Patrol + "\n" + Issues.Trees, "qinghe-2024-03.txt");

        var outcome = await BringAsync(Issues.Supply, "供水意见.txt");

        Assert.Equal(("供水意见", false), (outcome.Issue, outcome.IsUnchanged));
        Assert.Equal(3, await Library.ReadAsync(db => db.Documents.CountAsync(d => !d.IsWithdrawn)));
    }
}
