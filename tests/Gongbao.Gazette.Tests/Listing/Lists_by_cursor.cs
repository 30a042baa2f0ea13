using Gongbao.Gazette.Campaigns;
using Gongbao.Gazette.Campaigns.Storage;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Import.Batch;
using Gongbao.Gazette.Import.Uploads;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Review;
using Gongbao.Gazette.Tests.Citations;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Listing;

public class Lists_by_cursor_on_SQLite() : Lists_by_cursor(StoreProvider.Sqlite);

public class Lists_by_cursor_on_PostgreSQL() : Lists_by_cursor(StoreProvider.Postgres);

/// <summary>A program that follows the cursors to the end has every row once, in the order of the pages, whatever is decided meanwhile.</summary>
[Clause("GAZ-02")]
public abstract class Lists_by_cursor(StoreProvider provider) : LibraryTests(provider)
{
    private const int All = 10_000;

    protected override CityDeclarations? DeclaredCity => SampleCity.Declared;

    [Fact]
    public async Task Give_each_reading_once_while_others_are_decided()
    {
        await Library.ImportAsync(Fifteen());
        var documents = await Library.ReadAsync(db => db.Documents.ToListAsync());
        double[] doubts = [0.1, 1 / 3d, 0.3, 0.30000000000000004];
        await WriteAsync(db => db.Readings.AddRange(Enumerable.Range(0, 45).Select(i => new StoredReading
        {
            Id = Guid.CreateVersion7(), DocumentId = documents[i % 15].Id, DocumentKey = documents[i % 15].Key, Kind = "title", WordsHash = $"test-{i}", Occurrence = 1, At = "title", Proposal = "通知", Why = "读不准。",
            Confidence = doubts[i % 4], Line = 1 + i % 2, SpanFrom = 0, SpanTo = 1, ClauseSlug = null, State = ReadingState.Open,
        })));
        Task<ReviewPage> AskAsync(ListStart<ReadingPlace> start, int size) => Library.AskAsync<ReviewDesk, ReviewPage>(d =>
        {
            d.PageSize = size;
            return d.FindAsync(new ReviewFilter(Start: start), CancellationToken.None);
        });
        var whole = (await AskAsync(1, All)).Rows.Select(r => r.Reading.Id).ToList();
        Assert.True(whole.Count >= 45);

        var turned = await TurnAsync<ReviewRow, ReadingPlace>(async start =>
        {
            var page = await AskAsync(start, 7);
            return (page.Rows, page.Behind);
        },
            rows => WriteAsync(async db => (await db.Readings.Where(r => rows.Select(x => x.Reading.Id).Contains(r.Id)).ToListAsync()).ForEach(r => r.State = ReadingState.Accepted)));
        Assert.Equal(whole, turned.Select(r => r.Reading.Id));
        Assert.Empty((await AskAsync(1, All)).Rows);
    }

    [Fact]
    public async Task Give_each_claim_once_while_others_are_decided()
    {
        await Library.ImportAsync(Fifteen());
        var documents = await Library.ReadAsync(db => db.Documents.Select(d => d.Id).ToListAsync());
        await WriteAsync(db => db.Claims.AddRange(Enumerable.Range(0, 45).Select(i => new StoredClaim
        {
            Id = Guid.CreateVersion7(), FromDocumentId = documents[i % 15], FromSlug = null, Effect = ValidityEffect.Repeal, Ordinal = i / 30, Words = "废止一份文件。", WordsHash = $"test-{i}", Occurrence = 1, SpanFrom = 0, SpanTo = 0,
            TargetWords = "《文件》", Citation = null, Place = null, Instruction = null, On = null, Until = null, Confidence = 0.5, Why = "库外。", State = ClaimState.Open, TargetDocumentId = null,
        })));
        Task<ClaimPage> AskAsync(ListStart<ClaimPlace> start, int size) => Library.AskAsync<ClaimDesk, ClaimPage>(d =>
        {
            d.PageSize = size;
            return d.FindAsync(decided: false, null, start, CancellationToken.None);
        });
        var whole = (await AskAsync(1, All)).Claims.Select(c => c.Seen.Id).ToList();
        Assert.Equal(45, whole.Count);
        Assert.Equal(whole, (await PagesAsync(async page => (await AskAsync(page, 7)).Claims, 7)).Select(c => c.Seen.Id));

        var turned = await TurnAsync<ClaimLine, ClaimPlace>(async start =>
        {
            var page = await AskAsync(start, 7);
            return (page.Claims, page.Behind);
        },
            async rows => TestLibrary.Done(await Library.DecideAsync(ClaimState.Rejected, null, [.. rows.Select(r => r.Seen)])));
        Assert.Equal(whole, turned.Select(c => c.Seen.Id));
        Assert.Empty((await AskAsync(1, All)).Claims);
    }

    [Fact]
    public async Task Give_each_document_to_be_classified_once_while_others_are_decided()
    {
        await Library.ImportAsync(Fifteen());
        Task<ClassificationPageView> AskAsync(ListStart<DocumentPlace> start, int size) => Library.AskAsync<ClassificationDesk, ClassificationPageView>(d =>
        {
            d.PageSize = size;
            return d.FindAsync(new ClassificationFilter(true, new Dictionary<Aspect, string>(), start), CancellationToken.None);
        });
        var whole = (await AskAsync(1, All)).Rows.Select(r => r.Document.Slug).ToList();
        Assert.Equal(15, whole.Count);
        Assert.Equal(whole, (await PagesAsync(async page => (await AskAsync(page, 4)).Rows, 4)).Select(r => r.Document.Slug));

        var turned = await TurnAsync<ClassificationRow, DocumentPlace>(async start =>
        {
            var page = await AskAsync(start, 4);
            return (page.Rows, page.Behind);
        },
            async rows => TestLibrary.Done(await Library.Get<DecideClasses>().HandleAsync([.. rows.Select(r => r.Seen)], ClassVerdict.Accept, new Dictionary<Aspect, IReadOnlyList<string>>(), TestLibrary.Reviewer, CancellationToken.None)));
        Assert.Equal(whole, turned.Select(r => r.Document.Slug));
        Assert.Equal([true, true, true], turned.TakeLast(3).Select(r => r.Document.DatedOn is null));
        Assert.Empty((await AskAsync(1, All)).Rows);
    }

    [Fact]
    public async Task Give_each_document_that_no_issue_carries_once_held_or_cited()
    {
        var lakes = "甲乙丙丁戊己庚辛壬癸";
        foreach (var (i, lake) in lakes.Index())
        {
            var cited = string.Concat(lakes.Take(i + 1).Select(l => $"《清河市{l}湖采砂管理办法》、《清河市{l}河采砂管理办法》、"));
            await Library.ImportAsync(Issues.Read(Texts.Of(i + 1, $"依照{cited[..^1]}执行。", i < 8 ? $"2024年{1 + i % 3}月5日" : null)
                .Replace($"关于做好{lake}湖保护工作的通知", $"关于印发《清河市{lake}湖保护管理办法》的通知", StringComparison.Ordinal), $"{lake}.txt").Sure());
        }
        Task<UncarriedView> AskAsync(ListStart<DocumentPlace> start, UncarriedPlace? cited, int size) => Library.AskAsync<UncarriedDocuments, UncarriedView>(d =>
        {
            (d.PageSize, d.CitedAtOnce) = (size, size);
            return d.FindAsync(start, cited, CancellationToken.None);
        });
        var whole = await AskAsync(1, null, All);
        Assert.Equal((10, 20), (whole.Held.Count, whole.Cited.Count));

        Assert.Equal(whole.Held, await PagesAsync(async page => (await AskAsync(page, null, 3)).Held, 3));
        Assert.Equal(whole.Held, await TurnAsync<UncarriedDocument, DocumentPlace>(async start =>
        {
            var page = await AskAsync(start, null, 3);
            return (page.Held, page.HeldBehind);
        }));
        Assert.Equal(whole.Cited, await TurnAsync<UncarriedDocument, UncarriedPlace>(async start =>
        {
            var page = await AskAsync(1, start.After, 3);
            return (page.Cited, page.CitedBehind);
        }));
    }

    [Fact]
    public async Task Give_each_file_once_while_others_are_read()
    {
        var upload = Guid.CreateVersion7();
        string[] names = ["a", "A", "b", "B", "_x", "-x", "x y", "湖", "江", "é", "e", "z", "10", "9", "Ａ"];
        await WriteAsync(db => db.Files.AddRange(names.SelectMany((name, i) => new[] { "", "/二" }.Select((folder, k) => new StoredFile
        {
            Origin = $"{folder}/{name}", Hash = "", Bytes = 1, State = FileState.Waiting, BroughtBy = "test", BroughtAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(10 * (i % 3)), UploadId = upload, Ordinal = 2 * i + k,
        }))));
        Task<FilePage> AskAsync(ListStart<FilePlace> start, int size, bool ofUpload = false) => Library.AskAsync<FileList, FilePage>(d =>
        {
            d.PageSize = size;
            return ofUpload ? d.OfUploadAsync(upload, FileState.Waiting, start, CancellationToken.None) : d.FindAsync(FileState.Waiting, start, CancellationToken.None);
        });
        var (whole, own) = ((await AskAsync(1, All)).Files.Select(f => f.Origin).ToList(), (await AskAsync(1, All, ofUpload: true)).Files.Select(f => f.Origin).ToList());
        Assert.Equal((30, 30), (whole.Count, own.Count));

        Assert.Equal(own, (await TurnAsync<StoredFile, FilePlace>(async start =>
        {
            var page = await AskAsync(start, 4, ofUpload: true);
            return (page.Files, page.Behind);
        })).Select(f => f.Origin));
        var turned = await TurnAsync<StoredFile, FilePlace>(async start =>
        {
            var page = await AskAsync(start, 4);
            return (page.Files, page.Behind);
        },
            rows => WriteAsync(async db => (await db.Files.Where(f => rows.Select(r => r.Origin).Contains(f.Origin)).ToListAsync()).ForEach(f => f.State = FileState.Stored)));
        Assert.Equal(whole, turned.Select(f => f.Origin));
        Assert.Empty((await AskAsync(1, All)).Files);
    }

    [Fact]
    public async Task Tell_the_page_on_which_the_next_row_stands()
    {
        await WriteAsync(db => db.Files.AddRange(Enumerable.Range(0, 10).Select(i => new StoredFile
        {
            Origin = $"/{i}", Hash = "", Bytes = 1, State = FileState.Waiting, BroughtBy = "test", BroughtAt = DateTimeOffset.UnixEpoch,
        })));
        Task<FilePage> AskAsync(ListStart<FilePlace> start) => Library.AskAsync<FileList, FilePage>(d =>
        {
            d.PageSize = 4;
            return d.FindAsync(null, start, CancellationToken.None);
        });
        var second = await AskAsync(new(1, (await AskAsync(1)).Behind));
        var third = await AskAsync(new(1, second.Behind));
        Assert.Equal([(2, 3, 10, 4), (3, 3, 10, 2)], new[] { second, third }.Select(p => (p.Page, p.Pages, p.Total, p.Files.Count)));
        Assert.Null(third.Behind);
        Assert.Equal(third.Files.Select(f => f.Origin), (await AskAsync(new(1, (await AskAsync(2)).Behind))).Files.Select(f => f.Origin));
    }

    [Fact]
    public async Task Give_each_upload_once_while_others_come()
    {
        Task UploadAsync(int count) => WriteAsync(db => db.Uploads.AddRange(Enumerable.Range(0, count).Select(i => new StoredUpload { Id = Guid.CreateVersion7(), BroughtBy = "test", BroughtAt = DateTimeOffset.UnixEpoch })));
        Task<(IReadOnlyList<UploadView> Uploads, UploadPlace? Behind)> AskAsync(UploadPlace? after, int size) => Library.AskAsync<UploadDesk, (IReadOnlyList<UploadView>, UploadPlace?)>(d =>
        {
            d.UploadsAtOnce = size;
            return d.LatestAsync(after, CancellationToken.None);
        });
        await UploadAsync(15);
        var whole = (await AskAsync(null, All)).Uploads.Select(u => u.Upload.Id).ToList();
        Assert.Equal(15, whole.Count);
        Assert.Equal(whole, (await TurnAsync<UploadView, UploadPlace>(start => AskAsync(start.After, 4), _ => UploadAsync(1))).Select(u => u.Upload.Id));
    }

    [Fact]
    public async Task Give_each_issue_once()
    {
        await Library.ImportAsync(Fifteen());
        var issue = await Library.ReadAsync(db => db.Issues.SingleAsync());
        string[] slugs = ["a-2024", "A-2024", "B-2023", "b", "qinghe-2024-10", "qinghe-2024-9", "qinghe_2024", "清河-2024", "江-1", "é", "e", "z"];
        await WriteAsync(db => db.Issues.AddRange(slugs.Select(s => new StoredIssue
        {
            Id = Guid.CreateVersion7(), Kind = IssueKind.Issue, Slug = s, Title = s, SourceHash = issue.SourceHash, Version = 1, Frame = issue.Frame, Totals = issue.Totals, ReadAt = issue.ReadAt,
        })));
        var whole = await Library.AskAsync(l => l.IssuesAsync(CancellationToken.None));
        Assert.Equal(13, whole.Count);
        var turned = await TurnAsync<IssueSummary, IssuePlace>(start => Library.AskAsync(l =>
        {
            ((StoredLibrary)l).IssuesAtOnce = 4;
            return l.IssuesAsync(start.After, CancellationToken.None);
        }));
        Assert.Equal(whole.Select(i => i.Slug), turned.Select(i => i.Slug));
    }

    [Fact]
    public async Task Give_each_clean_up_and_each_of_its_documents_once()
    {
        await Library.ImportAsync(Fifteen());
        var documents = await Library.ReadAsync(db => db.Documents.OrderBy(d => d.Ordinal).ToListAsync());
        var ids = Enumerable.Range(0, 13).Select(_ => Guid.CreateVersion7()).ToList();
        await WriteAsync(db =>
        {
            db.Campaigns.AddRange(ids.Select((id, i) => new StoredCampaign
            {
                Id = id, Slug = $"c{i}", Name = "清理", Scope = "{}", Offices = "legal", OpenedOn = new(2026, 1, 1 + i % 3), DueOn = new(2026, 6, 1), OpenedBy = "test", State = CampaignState.Published, EndedAt = DateTimeOffset.UnixEpoch, EffectOn = new(2026, 6, 1),
            }));
            db.CampaignItems.AddRange(documents.Select((d, i) => new CampaignItem
            {
                Id = Guid.CreateVersion7(), CampaignId = ids[0], DocumentId = d.Id, Ordinal = i, Slug = d.Slug, Number = d.Number, Title = d.Title, Issuers = d.Issuers, DatedOn = d.DatedOn, StateThen = ValidityState.InForce, ExpiresOn = null,
                AddedBy = "test", AddedAt = DateTimeOffset.UnixEpoch, IsLater = false,
            }));
        });
        var whole = await Library.AskAsync<CampaignDesk, IReadOnlyList<CampaignLine>>(d => d.ListAsync(CampaignState.Published, CancellationToken.None));
        Assert.Equal(13, whole.Count);
        Assert.Equal(whole, await TurnAsync<CampaignLine, CampaignPlace>(start => Library.AskAsync<CampaignDesk, (IReadOnlyList<CampaignLine>, CampaignPlace?)>(d =>
        {
            d.CampaignsAtOnce = 4;
            return d.PublishedAsync(start.After, CancellationToken.None);
        })));
        var rows = await TurnAsync<CampaignRow, CampaignItemPlace>(start => Library.AskAsync<CampaignDesk, (IReadOnlyList<CampaignRow>, CampaignItemPlace?)>(async d =>
        {
            d.DocumentsAtOnce = 4;
            var (page, behind) = (await d.DocumentsAsync("c0", start.After, CancellationToken.None))!.Value;
            Assert.Equal(15, page.Progress.All);
            return (page.Rows, behind);
        }));
        Assert.Equal(documents.Select(d => d.Slug), rows.Select(r => r.Item.Slug));
    }

    /// <summary>An issue of fifteen documents of three days, three of them without one.</summary>
    private static string Fifteen() => Texts.Notices(15, i => Texts.Of(i, "现将有关事项通知如下。", i % 5 == 4 ? null : $"2024年{1 + i % 3}月5日"));

    /// <summary>Every row from the beginning to the end, each cursor written into an address and read from it.</summary>
    /// <param name="ask">A page of the list.</param>
    /// <param name="meanwhile">What happens to the rows that were given before the next are asked for.</param>
    private static async Task<List<TRow>> TurnAsync<TRow, TPlace>(Func<ListStart<TPlace>, Task<(IReadOnlyList<TRow> Rows, TPlace? Behind)>> ask, Func<IReadOnlyList<TRow>, Task>? meanwhile = null) where TPlace : class
    {
        var (all, start, pages, list) = (new List<TRow>(), default(ListStart<TPlace>), 0, new ListCursor("test"));
        while (true)
        {
            var (rows, behind) = await ask(start);
            all.AddRange(rows);
            pages++;
            if (meanwhile is not null) await meanwhile(rows);
            if (list.Write(behind) is not { } next) break;
            Assert.False(list.Read<TPlace>(null, next).IsRefused(out _, out start));
        }
        Assert.True(pages > 3);
        return all;
    }

    private static async Task<List<TRow>> PagesAsync<TRow>(Func<int, Task<IReadOnlyList<TRow>>> ask, int size)
    {
        var all = new List<TRow>();
        for (var page = 1; ; page++)
        {
            var rows = await ask(page);
            all.AddRange(rows);
            if (rows.Count < size) return all;
        }
    }

    private Task WriteAsync(Action<GazetteDb> write) => WriteAsync(db =>
    {
        write(db);
        return Task.CompletedTask;
    });

    private async Task WriteAsync(Func<GazetteDb, Task> write) => TestLibrary.Done(await Library.Writer.DoAsync<int>(new(ActorId.System("test"), "gazette.import", "list:test"), async (unit, _) =>
    {
        await write(unit.Db<GazetteDb>());
        return 0;
    }, CancellationToken.None));
}
