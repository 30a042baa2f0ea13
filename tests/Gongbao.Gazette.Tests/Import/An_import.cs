using Gongbao.Gazette.Import;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Import;

public class An_import_on_SQLite() : An_import(StoreProvider.Sqlite);

public class An_import_on_PostgreSQL() : An_import(StoreProvider.Postgres);

public abstract class An_import(StoreProvider provider) : LibraryTests(provider)
{
    private const string Patrol = "清府办发〔2024〕7号";
    private const string Supply = "清府发〔2024〕3号";

    [Fact]
    public async Task Of_the_same_words_in_other_bytes_changes_nothing_and_of_another_order_makes_a_version()
    {
        await Library.ImportAsync(Issues.Both);
        Assert.True((await Library.ImportAsync(Issues.Both.Replace("\n", "\r\n\r\n", StringComparison.Ordinal))).IsUnchanged);

        var turned = await Library.ImportAsync(Issues.Supply + "\n" + Issues.Patrol);
        Assert.Equal((2, false, 2), (turned.Version, turned.IsUnchanged, turned.Documents.Again));
    }

    [Fact]
    public async Task Stores_documents_clauses_and_doubts()
    {
        var outcome = await Library.ImportAsync(Issues.Read(Issues.Both).Sure().Doubting(Patrol, "title", "湖泊巡查"));

        Assert.Equal(("qinghe-2024-03", 1, false), (outcome.Issue, outcome.Version, outcome.IsUnchanged));
        Assert.Equal(new DocumentChanges(New: 2), outcome.Documents);
        var page = await Library.DocumentAsync(await Library.SlugAsync(Patrol));
        Assert.Equal("关于加强湖泊巡查的通知", page!.Title);
        Assert.Contains("每周取样一次。", string.Concat(page.Find("1.2")!.WithAll.Select(b => b.Plain)), StringComparison.Ordinal);
        Assert.Equal(page.Body.SelectMany(b => b.WithAll).Select(b => b.Slug).OfType<string>().Order(StringComparer.Ordinal),
            (await Library.ClausesAsync(Patrol)).Values.Order(StringComparer.Ordinal));
        Assert.Equal(["title"], (await Library.ReadingsAsync()).Select(r => r.At));
        Assert.Equal(2, (await Library.AskAsync(l => l.IssueAsync(outcome.Issue, CancellationToken.None)))!.Totals.Documents);
    }

    [Fact]
    public async Task Of_the_sample_issue_shows_every_document_clause_and_doubt_and_says_so_once()
    {
        var sample = Issues.Sample();
        var outcome = await Library.ImportAsync(sample);

        Assert.Equal(sample.Documents.Count, outcome.Documents.New);
        Assert.Equal(sample.Flags.Count(), (await Library.ReadingsAsync()).Count);
        var issue = await Library.AskAsync(l => l.IssueAsync(outcome.Issue, CancellationToken.None));
        Assert.Equal(sample.Documents.Sum(d => d.Obligations.Count), issue!.Totals.Obligations);
        foreach (var line in issue.Sections.SelectMany(s => s.Documents))
            Assert.Contains((await Library.DocumentAsync(line.Slug))!.Body.SelectMany(b => b.WithAll), b => b.Slug is not null);
        Assert.True((await Library.ImportAsync(sample)).IsUnchanged);
    }

    [Fact]
    public async Task Of_the_same_file_again_changes_nothing_and_says_so()
    {
        var reading = Issues.Read(Issues.Both).Sure().Doubting(Patrol, "title", "湖泊巡查");
        await Library.ImportAsync(reading);
        var before = await StateAsync();

        var again = await Library.ImportAsync(reading);

        Assert.True(again.IsUnchanged);
        Assert.Equal((1, new DocumentChanges(), new ClauseChanges()), (again.Version, again.Documents, again.Clauses));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Of_a_file_whose_lines_moved_keeps_every_clause()
    {
        await Library.ImportAsync(Issues.Both);
        var before = await Library.ClausesAsync(Patrol);

        var outcome = await Library.ImportAsync("\n\n" + Issues.Both.Replace("（二）水质", "\n\n（二）水质", StringComparison.Ordinal).Replace("每月公布结果", "每周公布结果", StringComparison.Ordinal));

        Assert.Equal((2, false), (outcome.Version, outcome.IsUnchanged));
        Assert.Equal((0, 0, 0), (outcome.Clauses.New, outcome.Clauses.Moved, outcome.Clauses.Gone));
        Assert.Equal(before, await Library.ClausesAsync(Patrol));
    }

    [Fact]
    public async Task Leads_from_the_old_address_of_a_renumbered_clause_to_the_new_one()
    {
        await Library.ImportAsync(Issues.Both);
        var before = await Library.ClausesAsync(Patrol);
        var slug = await Library.SlugAsync(Patrol);

        await Library.ImportAsync(Issues.Both.Replace("（二）水质。每周取样一次。\n", "", StringComparison.Ordinal).Replace("（三）堤岸", "（二）堤岸", StringComparison.Ordinal));

        var now = await Library.ClausesAsync(Patrol);
        var dyke = before.Single(c => c.Value == "1.3").Key;
        var water = before.Single(c => c.Value == "1.2").Key;
        Assert.Equal("1.2", now[dyke]);
        Assert.DoesNotContain(water, now.Keys);
        Assert.Equal("1.2", await Library.MovedToAsync(slug, "1.3"));
        Assert.Contains("堤岸", (await Library.DocumentAsync(slug))!.Find("1.2")!.Plain, StringComparison.Ordinal);
        Assert.Null(await Library.MovedToAsync(slug, "9.9"));
    }

    [Fact]
    public async Task Gives_a_clause_that_comes_back_its_id_again()
    {
        await Library.ImportAsync(Issues.Both);
        var before = await Library.ClausesAsync(Patrol);

        await Library.ImportAsync(Issues.Both.Replace("（三）堤岸。每月查看一次。\n", "", StringComparison.Ordinal));
        Assert.NotEqual(before, await Library.ClausesAsync(Patrol));
        await Library.ImportAsync(Issues.Both);

        Assert.Equal(before, await Library.ClausesAsync(Patrol));
    }

    [Fact]
    public async Task Withdraws_a_document_that_is_printed_no_more_and_takes_up_a_new_one()
    {
        await Library.ImportAsync(Issues.Both);
        var slug = await Library.SlugAsync(Supply);
        Assert.Equal(1, (await Library.SearchAsync("供水企业")).Total);

        var outcome = await Library.ImportAsync(Issues.Patrol + "\n" + Issues.Trees);

        Assert.Equal(new DocumentChanges(New: 1, Again: 1, Withdrawn: 1), outcome.Documents);
        Assert.Null(await Library.DocumentAsync(slug));
        Assert.Equal(0, (await Library.SearchAsync("供水企业")).Total);
        Assert.Equal(1, (await Library.SearchAsync("西山北坡")).Total);

        await Library.ImportAsync(Issues.Both);
        Assert.Equal(slug, (await Library.DocumentAsync(slug))!.Slug);
    }

    [Fact]
    public async Task Takes_texts_that_name_no_document_for_issues_of_their_own()
    {
        await Library.ImportAsync(Issues.Read("一页没有标题的文字。", "one.txt"));
        var other = await Library.ImportAsync(Issues.Read("另一页没有标题的文字。", "other.txt"));
        Assert.Equal(("other", 1), (other.Issue, other.Version));
    }

    [Fact]
    public async Task Leaves_nothing_when_its_unit_is_refused()
    {
        await Library.ImportAsync(Issues.Supply);
        var before = await StateAsync();
        var draft = IssueDraft.Of(Issues.Read(Issues.Both).Sure(), DraftWords.Of(null));

        var refused = await Library.Writer.DoAsync<int>(new(ActorId.System("test"), ImportIssue.Verb, "source:none"), async (unit, stop) =>
        {
            var db = unit.Db<GazetteDb>();
            var issue = await db.Issues.SingleAsync(stop);
            issue.Version++;
            await new DocumentImport(db, issue, draft, unit.LegalAt).StoreAsync(stop);
            await db.SaveChangesAsync(stop);
            return new Refusal("gazette.test", "试验中的拒绝。");
        }, CancellationToken.None);

        Assert.Equal("gazette.test", Assert.Single(refused.Refusals).Code);
        Assert.Equal(before, await StateAsync());
    }

    /// <summary>Everything an import may touch.</summary>
    private Task<string> StateAsync() => Library.ReadAsync(async db => string.Join('\n',
        [
            .. await db.Sources.OrderBy(s => s.Hash).Select(s => s.Hash).ToListAsync(),
            .. (await db.Issues.ToListAsync()).Select(i => $"{i.Slug} {i.Version} {i.Revision} {i.Title}").Order(StringComparer.Ordinal),
            .. (await db.Documents.ToListAsync()).Select(d => $"{d.Id} {d.Slug} {d.Revision} {d.IsWithdrawn}").Order(StringComparer.Ordinal),
            .. (await db.Clauses.ToListAsync()).Select(c => $"{c.Id} {c.Slug} {c.TextHash} {c.IsGone}").Order(StringComparer.Ordinal),
            .. (await db.Addresses.ToListAsync()).Select(a => $"{a.Slug} {a.ClauseId}").Order(StringComparer.Ordinal),
            .. (await db.Readings.ToListAsync()).Select(r => $"{r.Id} {r.Revision} {r.State}").Order(StringComparer.Ordinal),
        ]));
}
