using System.Text;
using Gongbao.Gazette.Import.Uploads;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Ingest;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.City;
using Gongbao.Platform.Files;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongbao.Gazette.Tests.Import;

public class An_upload_on_SQLite() : An_upload(StoreProvider.Sqlite);

public class An_upload_on_PostgreSQL() : An_upload(StoreProvider.Postgres);

[Clause("GAZ-09")]
public abstract class An_upload(StoreProvider provider) : LibraryTests(provider)
{
    private static readonly ActorId Clerk = new("account:0123456789abcdef0123456789abcdef");

    protected override CityDeclarations? DeclaredCity => SampleCity.Declared;

    private static byte[] Notice(string lake, int number) => Encoding.UTF8.GetBytes(
        $"清河市人民政府办公室\n关于做好{lake}管理工作的通知\n清河府办发〔2024〕{number}号\n各县（市、区）人民政府：\n一、总体要求\n坚持生态优先。\n清河市人民政府办公室\n2024年3月1日\n");

    private OpenUpload Open => Library.Get<OpenUpload>();

    private UploadRun Run => Library.Get<UploadRun>();

    private async Task<Guid> UploadAsync(params (string Name, byte[] Bytes)[] files)
    {
        var received = new List<ReceivedFile>();
        foreach (var (name, bytes) in files) received.Add(TestLibrary.Done(await Open.KeepAsync(name, new MemoryStream(bytes), Clerk, CancellationToken.None)));
        return TestLibrary.Done(await Open.HandleAsync(received, null, Clerk, CancellationToken.None));
    }

    private Task<List<StoredFile>> FilesAsync(Guid upload) => Library.ReadAsync(db => db.Files.Where(f => f.UploadId == upload).OrderBy(f => f.Ordinal).ToListAsync());

    private async Task<List<string>> StatesAsync(Guid upload) => (await FilesAsync(upload)).ConvertAll(f => $"{UploadNames.Shown(f.Origin)} {f.State}");

    private Task ChangeAsync(Guid upload, UploadChange change) => Library.Get<ChangeUpload>().HandleAsync(upload, change, Clerk, CancellationToken.None);

    [Fact]
    public async Task Is_read_file_by_file_archives_opened_and_each_with_who_sent_it_and_its_hash()
    {
        var zip = DocxMaker.Zip([("甲/东湖.txt", Notice("东湖", 1)), ("坏.png", [0x89, 0x50, 0x4E, 0x47]), ("../外.txt", [1])]);
        var upload = await UploadAsync(("西湖.txt", Notice("西湖", 2)), ("一批.zip", zip), ("西湖.txt", Notice("西湖", 2)));
        Assert.Equal(["西湖.txt Waiting", "一批.zip Waiting", "西湖（2）.txt Waiting"], await StatesAsync(upload));

        await Run.WorkAsync(CancellationToken.None);

        Assert.Equal(["西湖.txt Stored", "一批.zip Opened", "西湖（2）.txt Unchanged", "一批.zip!../外.txt Refused", "一批.zip!坏.png Refused", "一批.zip!甲/东湖.txt Stored"], await StatesAsync(upload));
        var files = await FilesAsync(upload);
        Assert.All(files, f => Assert.Equal(Clerk.Value, f.BroughtBy));
        Assert.Equal(Gazette.Import.Batch.BroughtFile.HashOf(Notice("东湖", 1)), files[^1].Hash);
        Assert.All(files.Where(f => f.State is FileState.Refused), f => Assert.EndsWith("。", f.Reason));
        Assert.Equal(Clerk.Value, (await Library.ReadAsync(db => db.Sources.OrderBy(s => s.Name).FirstAsync())).ImportedBy);
        Assert.Contains(await Library.JournalAsync(), e => e.StartsWith($"{Clerk} {OpenUpload.Verb} upload:{upload:N}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Goes_on_with_what_waits_when_the_program_stopped_in_the_middle()
    {
        var upload = await UploadAsync(("1.zip", DocxMaker.Zip([("甲.txt", Notice("东湖", 1)), ("乙.txt", Notice("西湖", 2)), ("丙.txt", Notice("南湖", 3))])));
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while ((await StatesAsync(upload)).All(s => !s.EndsWith("Stored", StringComparison.Ordinal))) await Task.Yield();
            await stop.CancelAsync();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run.WorkAsync(stop.Token));
        await watch;
        Assert.Contains((await FilesAsync(upload)), f => f.State is FileState.Waiting);

        await Run.WorkAsync(CancellationToken.None);
        Assert.Equal(3, (await FilesAsync(upload)).Count(f => f.State is FileState.Stored));
        Assert.Equal(3, await Library.ReadAsync(db => db.Documents.CountAsync()));
    }

    [Fact]
    public async Task Holds_a_draft_until_somebody_says_that_it_is_final_and_the_journal_says_who()
    {
        var upload = await UploadAsync(("甲.docx", A_batch.Draft("东湖", 1)), ("乙.txt", Notice("西湖", 2)));
        await Run.WorkAsync(CancellationToken.None);
        Assert.Equal(["甲.docx Held", "乙.txt Stored"], await StatesAsync(upload));
        Assert.Equal("共 2 个文件，已入库 1 个，待确认定稿 1 个。", (await ViewAsync(upload))!.Value.Upload.InWords());

        await ChangeAsync(upload, UploadChange.Finalise);
        await Run.WorkAsync(CancellationToken.None);
        Assert.Equal(["甲.docx Stored", "乙.txt Stored"], await StatesAsync(upload));
        Assert.Contains(await Library.JournalAsync(), e => e.StartsWith($"{Clerk} gazette.finalise-upload upload:{upload:N}", StringComparison.Ordinal));
        Assert.True((await Library.Get<ChangeUpload>().HandleAsync(upload, UploadChange.Finalise, Clerk, CancellationToken.None)).IsRefused(out var refusal, out _) && refusal.Reason == "没有待确认定稿的文件。");
    }

    private UploadUpkeep Upkeep(TimeSpan later = default) =>
        new(Library.Writer, Library.Services, new Later(later), Library.Clock, NullLogger<UploadUpkeep>.Instance);

    private Task<(UploadView Upload, Gazette.Import.Batch.FilePage Files)?> ViewAsync(Guid upload) => Library.AskAsync<UploadDesk, (UploadView, Gazette.Import.Batch.FilePage)?>(d => d.FindAsync(upload, null, 1, CancellationToken.None));

    private async Task<bool> IsKeptAsync(byte[] bytes) => await Library.AskAsync<StoredFiles, Stream?>(f => f.OpenAsync(Gazette.Import.Batch.BroughtFile.HashOf(bytes), CancellationToken.None)) is not null;

    [Fact, Law("《中华人民共和国个人信息保护法》", "第十九条")]
    public async Task Keeps_its_bytes_for_the_declared_days_after_its_end_and_then_what_became_of_its_files_alone()
    {
        Library.City = SampleCity.With("ingest: { kept: { days: 5, unfinished_days: 1, source: 试验 } }");
        var (good, bad) = (Notice("东湖", 1), "今天天气很好。"u8.ToArray());
        var zip = DocxMaker.Zip([("甲.txt", Notice("西湖", 2))]);
        var upload = await UploadAsync(("甲.txt", good), ("乙.txt", bad), ("丙.zip", zip));
        await Upkeep(TimeSpan.FromDays(2)).SweepAsync(CancellationToken.None);
        Assert.True(await IsKeptAsync(good)); // nothing was read yet
        await Run.WorkAsync(CancellationToken.None);
        var view = (await ViewAsync(upload))!.Value.Upload;
        Assert.Equal(Library.Clock.Today.AddDays(5), view.KeptUntil(Open.Limits));

        Library.Clock.MoveTo(Library.Clock.Now.AddDays(5).AddMinutes(-5));
        await Upkeep(TimeSpan.FromDays(5)).SweepAsync(CancellationToken.None);
        Assert.True(await IsKeptAsync(bad));
        await ChangeAsync(upload, UploadChange.Retry); // read anew, which begins the days anew
        await Run.WorkAsync(CancellationToken.None);
        Library.Clock.MoveTo(Library.Clock.Now.AddDays(1));
        await Upkeep(TimeSpan.FromDays(6)).SweepAsync(CancellationToken.None);
        Assert.True(await IsKeptAsync(bad));

        Library.Clock.MoveTo(Library.Clock.Now.AddDays(5));
        await Upkeep(TimeSpan.FromDays(11)).SweepAsync(CancellationToken.None);
        Assert.False(await IsKeptAsync(good) || await IsKeptAsync(bad) || await IsKeptAsync(zip));
        Assert.Equal(["甲.txt Stored", "乙.txt Refused", "丙.zip Opened", "丙.zip!甲.txt Stored"], await StatesAsync(upload));
        Assert.Equal(2, await Library.ReadAsync(db => db.Documents.CountAsync()));
        Assert.Null((await ViewAsync(upload))!.Value.Upload.KeptUntil(Open.Limits));
        Assert.True((await Library.Get<ChangeUpload>().HandleAsync(upload, UploadChange.Retry, Clerk, CancellationToken.None)).IsRefused(out var refusal, out _) && refusal.Reason.Contains("按期限删除", StringComparison.Ordinal));
        Assert.Single(await Library.JournalAsync(), e => e.Contains($"{UploadUpkeep.Verb} upload:{upload:N}", StringComparison.Ordinal));
        var entries = (await Library.JournalAsync()).Count;
        await Upkeep(TimeSpan.FromDays(12)).SweepAsync(CancellationToken.None);
        Assert.Equal(entries, (await Library.JournalAsync()).Count); // nothing over, nothing written
    }

    [Fact]
    public async Task Leaves_bytes_that_another_upload_has_and_takes_those_that_none_lists_after_a_day()
    {
        var shared = Notice("东湖", 1);
        await UploadAsync(("甲.txt", shared));
        await Run.WorkAsync(CancellationToken.None);
        Library.Clock.MoveTo(Library.Clock.Now.AddDays(20));
        await UploadAsync(("再来.txt", shared));
        var broken = Notice("南湖", 3);
        TestLibrary.Done(await Open.KeepAsync("没传完.txt", new MemoryStream(broken), Clerk, CancellationToken.None));
        await Run.WorkAsync(CancellationToken.None);

        Library.Clock.MoveTo(Library.Clock.Now.AddDays(11));
        await Upkeep(TimeSpan.FromHours(23)).SweepAsync(CancellationToken.None);
        Assert.True(await IsKeptAsync(shared) && await IsKeptAsync(broken));
        await Upkeep(TimeSpan.FromHours(25)).SweepAsync(CancellationToken.None);
        Assert.Equal((true, false), (await IsKeptAsync(shared), await IsKeptAsync(broken)));
    }

    [Fact]
    public async Task Refuses_a_file_over_which_the_program_ended_again_and_again()
    {
        var upload = await UploadAsync(("甲.txt", Notice("东湖", 1)), ("乙.txt", Notice("西湖", 2)));
        // A program that ends without a word has taken the upload and done nothing with it.
        for (var i = 0; i < 3; i++) await TakeAsync(upload, "this", isGranted: true);
        await Run.WorkAsync(CancellationToken.None);
        Assert.Equal(["甲.txt Waiting", "乙.txt Waiting"], await StatesAsync(upload)); // another program's, for some minutes yet
        await TakeAsync(upload, "that", isGranted: false);
        await TakeAsync(upload, "this", isGranted: true);
        Assert.Equal(["甲.txt Refused", "乙.txt Waiting"], await StatesAsync(upload));
    }

    private async Task TakeAsync(Guid upload, string program, bool isGranted) => Assert.Equal(isGranted, TestLibrary.Done(await Library.Writer.DoAsync<bool>(
        new Act(Clerk, UploadRun.Verb, "upload:test"), async (unit, stop) => await UploadLease.TakeAsync(unit, upload, program, stop), CancellationToken.None)));

    [Fact]
    public async Task Is_cancelled_gone_on_with_and_its_failures_read_anew()
    {
        var upload = await UploadAsync(("甲.txt", Notice("东湖", 1)), ("乙.txt", "今天天气很好。"u8.ToArray()));
        await ChangeAsync(upload, UploadChange.Cancel);
        await Run.WorkAsync(CancellationToken.None);
        Assert.Equal(["甲.txt Cancelled", "乙.txt Cancelled"], await StatesAsync(upload));

        await ChangeAsync(upload, UploadChange.Resume);
        await Run.WorkAsync(CancellationToken.None);
        Assert.Equal(["甲.txt Stored", "乙.txt Refused"], await StatesAsync(upload));

        await ChangeAsync(upload, UploadChange.Retry);
        Assert.Equal(["甲.txt Stored", "乙.txt Waiting"], await StatesAsync(upload));
        await Run.WorkAsync(CancellationToken.None);
        Assert.Equal(["甲.txt Stored", "乙.txt Refused"], await StatesAsync(upload));
        var again = await Library.Get<ChangeUpload>().HandleAsync(upload, UploadChange.Cancel, Clerk, CancellationToken.None);
        Assert.True(again.IsRefused(out var refusal, out _) && refusal.Code == "gazette.no-such-files");
    }

    [Fact]
    public async Task Keeps_to_the_limits_that_the_city_declares()
    {
        Library.City = SampleCity.With("ingest: { files: { megabytes: 1, source: 试验 }, batches: { uploaded_files: 3, source: 试验 } }");
        var upload = await UploadAsync(("大.txt", new byte[1024 * 1024 + 1]), ("多.zip", DocxMaker.Zip([.. Enumerable.Range(0, 4).Select(i => ($"{i}.txt", Notice("东湖", i)))])), ("里大.zip", DocxMaker.Zip([("大.txt", Enumerable.Range(0, 1024 * 1024 + 1).Select(i => (byte)(i * 31 % 251)).ToArray())])));
        await Run.WorkAsync(CancellationToken.None);
        var files = await FilesAsync(upload);
        Assert.Equal([FileState.Refused, FileState.Refused, FileState.Opened, FileState.Refused], files.Select(f => f.State));
        Assert.Contains("1 MB", files[0].Reason, StringComparison.Ordinal);
        Assert.Contains("3 个", files[1].Reason, StringComparison.Ordinal);
        Assert.Contains("1 MB", files[3].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C:\\公文\\通知.docx", "通知.docx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\u0000b\u001b.txt", "a\uFFFDb\uFFFD.txt")]
    [InlineData(" / ", "未命名")]
    [InlineData("𠮷.docx", "𠮷.docx")]
    public void Has_names_that_harm_nothing(string sent, string name) => Assert.Equal(name, UploadNames.Of(sent));
}

/// <summary>A clock that is ahead by some time.</summary>
file sealed class Later(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
