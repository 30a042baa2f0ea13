using System.Text;
using Gongbao.Gazette.Import.Batch;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Tests.Ingest;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Import;

public class A_batch_on_SQLite() : A_batch(StoreProvider.Sqlite);

public class A_batch_on_PostgreSQL() : A_batch(StoreProvider.Postgres);

[Clause("GAZ-10")]
public abstract class A_batch(StoreProvider provider) : LibraryTests(provider)
{
    private static byte[] Notice(string lake, int number)
    {
        var maker = new DocxMaker();
        foreach (var line in (string[])["清河市人民政府办公室", $"关于做好{lake}管理工作的通知", $"清河府办发〔2024〕{number}号", "各县（市、区）人民政府：", "一、总体要求", "坚持生态优先。", "清河市人民政府办公室", "2024年3月1日"]) maker.Paragraph(line);
        return maker.Bytes();
    }

    /// <summary>A notice with hidden words and a comment in it.</summary>
    internal static byte[] Draft(string lake, int number)
    {
        var maker = new DocxMaker();
        foreach (var line in (string[])["清河市人民政府办公室", $"关于做好{lake}管理工作的通知", $"清河府办发〔2024〕{number}号", "各县（市、区）人民政府：", "一、总体要求"]) maker.Paragraph(line);
        maker.Raw("<w:p><w:r><w:t>坚持生态优先。</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>经费暂不公开</w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>");
        return maker.Paragraph("清河市人民政府办公室").Paragraph("2024年3月1日").Bytes();
    }

    private static BroughtFile File(string origin, byte[] bytes) => new(origin, Path.GetFileName(origin), bytes.Length, () => bytes);

    private async Task<(BatchTotals Totals, List<string> Told)> BringAsync(IReadOnlyList<BroughtFile> files, bool failedOnly = false, bool isFinal = false)
    {
        var told = new List<string>();
        var totals = await Library.BringAsync(files, failedOnly, (file, outcome) => told.Add($"{file.Name} {outcome.State}{(outcome.WasSkipped ? " skipped" : "")}"), CancellationToken.None, isFinal);
        return (totals, told);
    }

    private Task<List<StoredFile>> KeptAsync() => Library.ReadAsync(db => db.Files.AsNoTracking().OrderBy(f => f.Origin).ToListAsync());

    [Fact]
    public async Task Is_not_stopped_by_a_bad_file_and_keeps_what_became_of_each()
    {
        var broken = new BroughtFile("/来文/丙.docx", "丙.docx", 3, () => throw new IOException("disk"));
        var (totals, told) = await BringAsync([File("/来文/甲.docx", Notice("东湖", 1)), File("/来文/乙.png", [0x89, 0x50, 0x4E, 0x47, 1]), broken, File("/来文/丁.docx", Notice("西湖", 2)), File("/来文/戊.docx", Notice("东湖", 1))]);

        Assert.Equal(["甲.docx Stored", "乙.png Refused", "丙.docx Refused", "丁.docx Stored", "戊.docx Unchanged"], told);
        Assert.Equal(new BatchTotals { Stored = 2, Unchanged = 1, Refused = 2 }, totals);
        var kept = await KeptAsync();
        Assert.Equal(5, kept.Count);
        Assert.All(kept.Where(f => f.State is FileState.Refused), f => Assert.EndsWith("。", f.Reason));
        var first = kept.Single(f => f.Origin == "/来文/甲.docx");
        Assert.Equal((BroughtFile.HashOf(Notice("东湖", 1)), "system:test", true), (first.Hash, first.BroughtBy, first.Issue is not null && first.BroughtAt != default));
        Assert.Equal(2, await Library.ReadAsync(db => db.Documents.CountAsync()));
    }

    /// <summary>Importing publishes: what may be no final version is not public before a person has seen what was found.</summary>
    [Fact]
    public async Task Holds_what_may_be_no_final_version_until_a_person_says_that_it_is()
    {
        List<BroughtFile> files = [File("/来文/甲.docx", Draft("东湖", 1)), File("/来文/乙.docx", Notice("西湖", 2))];
        var (totals, told) = await BringAsync(files);
        Assert.Equal(["甲.docx Held", "乙.docx Stored"], told);
        Assert.EndsWith("另有 1 个可能不是定稿，没有入库；核对后加 --final 再导入。", totals.InWords(), StringComparison.Ordinal);
        var held = (await KeptAsync()).Single(f => f.State is FileState.Held);
        Assert.Contains("第 6 段：这里有 1 段隐藏文字", held.Reason, StringComparison.Ordinal);
        Assert.Contains("1 条批注", held.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("经费", held.Reason, StringComparison.Ordinal);
        Assert.Equal(1, await Library.ReadAsync(db => db.Documents.CountAsync()));

        Assert.Equal(["甲.docx Held skipped", "乙.docx Stored skipped"], (await BringAsync(files)).Told);
        Assert.Equal(["甲.docx Stored", "乙.docx Stored skipped"], (await BringAsync(files, isFinal: true)).Told);
        Assert.DoesNotContain(await Library.ReadAsync(db => db.Sources.Select(s => s.Text).ToListAsync()), t => t.Contains("经费暂不公开", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Goes_on_where_it_stopped()
    {
        using var stop = new CancellationTokenSource();
        List<BroughtFile> files = [File("/a", Notice("东湖", 1)), File("/b", Notice("西湖", 2)), File("/c", Notice("南湖", 3))];
        var seen = 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => Library.BringAsync(files, false, (_, _) => { if (++seen == 2) stop.Cancel(); }, stop.Token));
        Assert.Equal(2, (await KeptAsync()).Count);

        var (totals, told) = await BringAsync(files);
        Assert.Equal(["a Stored skipped", "b Stored skipped", "c Stored"], told);
        Assert.Equal(new BatchTotals { Stored = 1, Skipped = 2 }, totals);
    }

    [Fact]
    public async Task Reads_only_failures_anew_when_asked_and_a_changed_file_always()
    {
        List<BroughtFile> files = [File("/a", Notice("东湖", 1)), File("/b", "甲"u8.ToArray())];
        await BringAsync(files);
        Assert.Equal(["a Stored skipped", "b Refused skipped"], (await BringAsync(files)).Told);
        Assert.Equal(["a Stored skipped", "b Refused"], (await BringAsync(files, failedOnly: true)).Told);
        var mended = files[..1].Append(File("/b", Notice("西湖", 2))).ToList();
        Assert.Equal(["a Stored skipped", "b Stored"], (await BringAsync(mended)).Told);
        Assert.Null((await KeptAsync()).Single(f => f.Origin == "/b").Reason);
    }

    [Fact]
    public async Task Does_not_put_a_single_document_in_the_place_of_the_issue_that_carries_it()
    {
        await Library.ImportAsync(Issues.Both);
        var patrol = Issues.Read(Issues.Patrol, "patrol.txt").Source.Text;
        var (totals, _) = await BringAsync([File("/patrol.txt", Encoding.UTF8.GetBytes(patrol))]);
        Assert.Equal((0, 1), (totals.Refused, totals.Unchanged)); // the same words
        (totals, _) = await BringAsync([File("/patrol.txt", Encoding.UTF8.GetBytes(patrol.Replace("每周取样", "每旬取样", StringComparison.Ordinal)))]);
        Assert.Equal(1, totals.Refused);
        Assert.Contains("不能代替整期", (await KeptAsync()).Single().Reason);
        Assert.Equal(2, await Library.ReadAsync(db => db.Documents.CountAsync(d => !d.IsWithdrawn)));
    }

    [Fact]
    public async Task Of_a_corrected_file_makes_the_next_version_and_not_a_copy()
    {
        await BringAsync([File("/a", Notice("东湖", 1))]);
        await BringAsync([File("/a", DocxMaker.Zip([.. Parts(Notice("东湖", 1), "坚持生态优先。", "坚持生态优先、绿色发展。")]))]);
        Assert.Equal(1, await Library.ReadAsync(db => db.Documents.CountAsync()));
        Assert.Equal(2, await Library.ReadAsync(db => db.Issues.Select(i => i.Version).SingleAsync()));
    }

    [Fact]
    public async Task Is_listed_by_what_became_of_each_file()
    {
        await BringAsync([File("/a", Notice("东湖", 1)), File("/b", "甲"u8.ToArray()), File("/c", Notice("东湖", 1))]);
        var all = await Library.ReadAsync(db => new FileList(db).FindAsync(null, 9, CancellationToken.None));
        Assert.Equal((3, 1, 1), (all.Total, all.Page, all.Counts[FileState.Refused]));
        var refused = await Library.ReadAsync(db => new FileList(db).FindAsync(FileState.Refused, 1, CancellationToken.None));
        Assert.Equal(["/b"], refused.Files.Select(f => f.Origin));
        Assert.Equal(1, refused.Total);
    }

    private static IEnumerable<(string, byte[])> Parts(byte[] docx, string words, string others)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return (entry.FullName, Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace(words, others, StringComparison.Ordinal)));
        }
    }
}

public class An_archive_of_files
{
    [Fact]
    public void Gives_its_files_in_order_without_what_systems_lay_beside_them()
    {
        var zip = DocxMaker.Zip([("乙/二.txt", "二"u8.ToArray()), ("甲/一.txt", "一"u8.ToArray()), ("__MACOSX/甲/._一.txt", [1]), (".DS_Store", [1]), ("~$一.docx", [1]), ("空/", [])]);
        Assert.False(BroughtFiles.InArchive(new MemoryStream(zip), "/来文.zip", FileLimits.Usual).IsRefused(out _, out var files));
        Assert.Equal(["/来文.zip!乙/二.txt", "/来文.zip!甲/一.txt"], files!.Select(f => f.Origin).Order(StringComparer.Ordinal));
        Assert.False(files[0].Read().IsRefused(out _, out var bytes));
        Assert.True("二"u8.SequenceEqual(bytes) || "一"u8.SequenceEqual(bytes));
    }

    [Fact]
    public void Reads_names_that_Windows_wrote()
    {
        using var memory = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")))
            using (var entry = archive.CreateEntry("通知.txt").Open()) entry.Write("甲"u8);
        Assert.False(BroughtFiles.InArchive(memory, "a.zip", FileLimits.Usual).IsRefused(out _, out var files));
        Assert.Equal("通知.txt", files!.Single().Name);
    }

    [Fact]
    public void Refuses_files_that_harm_one_by_one_and_an_archive_that_is_none()
    {
        var bomb = new byte[60_000_000];
        Array.Fill(bomb, (byte)'a');
        var zip = DocxMaker.Zip([("../x.txt", [1]), ("bomb.txt", bomb)], System.IO.Compression.CompressionLevel.SmallestSize);
        Assert.False(BroughtFiles.InArchive(new MemoryStream(zip), "a.zip", FileLimits.Usual).IsRefused(out _, out var files));
        var codes = files!.Select(f => f.Read().IsRefused(out var refusal, out _) ? refusal.Code : "read").ToList();
        Assert.Equal(["gazette.bad-path", "gazette.zip-bomb"], codes);
        Assert.True(BroughtFiles.InArchive(new MemoryStream([1, 2, 3]), "a.zip", FileLimits.Usual).IsRefused(out var damaged, out _) && damaged.Code == "gazette.damaged");
    }
}
