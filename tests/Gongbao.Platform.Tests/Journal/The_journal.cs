using System.Buffers.Binary;
using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Journal.Anchoring;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Storage;
using Gongbao.Platform.Tests.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Tests.Journal;

public class The_journal_on_SQLite() : The_journal(StoreProvider.Sqlite);

public class The_journal_on_PostgreSQL() : The_journal(StoreProvider.Postgres);

public abstract class The_journal(StoreProvider provider) : StoreTests(provider)
{
    private const int Entries = 12;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 1; i <= Entries; i++)
        {
            var act = TestStore.Act with { Subject = $"书:{i}", Clause = i % 2 == 0 ? "达市府办发〔2023〕14号#三" : null };
            if (i % 4 != 0) await Store.PutAsync($"书{i}", act);
            else await Store.Writer.DoAsync<int>(act, (_, _) => Task.FromResult<Result<int>>(new Refusal("shelf.full", "书架已满。")), CancellationToken.None);
        }
    }

    [Fact]
    public void Is_sound_as_written()
    {
        var verdict = Verify();
        Assert.True(verdict.IsSound);
        Assert.Equal((Entries, 0), (verdict.Entries, verdict.Anchors));
    }

    [Fact]
    public async Task Is_chained_as_its_documentation_says()
    {
        var hash = new byte[32];
        foreach (var entry in await EntriesAsync())
        {
            hash = SHA256.HashData([.. hash, .. SlowForm(entry)]);
            Assert.Equal(hash, entry.Hash);
        }

        Assert.Equal(Convert.ToHexStringLower(hash), Verify().LastHash);
    }

    [Fact]
    public async Task Shows_every_single_change_at_its_place()
    {
        Anchor();
        await RawAsync("create table kept as select * from store_journal_entry");
        foreach (var change in SingleChanges)
        {
            await RawAsync(change);
            Assert.True(Verify().Breaches.Any(b => b.Number is 5 or 6), change);
            await RawAsync("delete from store_journal_entry; insert into store_journal_entry select * from kept");
        }

        Assert.True(Verify().IsSound);
    }

    private static string[] SingleChanges =>
    [
        .. new[] { "recorded_at", "legal_at" }.Select(c => $"update store_journal_entry set {c} = {c} + 1 where number = 5"),
        .. new[] { "actor", "on_behalf_of", "verb", "subject", "clause", "outcome", "reason" }
            .Select(c => $"update store_journal_entry set {c} = 'other' where number = 5"),
        "update store_journal_entry set clause = '' where number = 5",
        "update store_journal_entry set actor = actor || 'x', verb = verb where number = 5",
        "update store_journal_entry set change = null where number = 5",
        "update store_journal_entry set change = (select change from kept where number = 6) where number = 5",
        "update store_journal_entry set hash = (select hash from kept where number = 6) where number = 5",
        "delete from store_journal_entry where number = 5",
        "delete from store_journal_entry where number in (5, 6)",
        "update store_journal_entry set number = -5 where number = 5; update store_journal_entry set number = 5 where number = 6; update store_journal_entry set number = 6 where number = -5",
        "update store_journal_entry set subject = (select subject from kept where number = 11 - store_journal_entry.number) where number in (5, 6)",
        "delete from store_journal_entry where number > 5",
    ];

    [Fact]
    public async Task Shows_an_entry_that_was_added_by_hand()
    {
        await RawAsync("insert into store_journal_entry select 13, recorded_at, legal_at, actor, on_behalf_of, verb, subject, clause, outcome, reason, change, hash from store_journal_entry where number = 12");
        Assert.Contains(new(13, BreachKind.Changed), Verify().Breaches);
    }

    [Fact]
    public async Task Shows_a_tail_cut_off_with_its_head_only_by_an_anchor()
    {
        Anchor();
        await RawAsync("delete from store_journal_entry where number > 8");
        await RawAsync("update store_journal_head set number = 8, hash = (select hash from store_journal_entry where number = 8)");

        Assert.True(Verifier.Verify(withAnchors: false, CancellationToken.None).IsSound);
        Assert.Equal([new(Entries, BreachKind.TailCut)], Verify().Breaches);
    }

    [Fact]
    public async Task Shows_a_rewritten_chain_only_by_an_anchor()
    {
        Anchor();
        await RewriteFromAsync(5);

        Assert.True(Verifier.Verify(withAnchors: false, CancellationToken.None).IsSound);
        Assert.Equal([new(Entries, BreachKind.AnchorDiffers)], Verify().Breaches);
    }

    [Fact]
    public async Task Is_anchored_when_the_writer_stops_and_not_twice_at_one_place()
    {
        await Store.Writer.DisposeAsync();
        Anchor();

        Assert.Single(await File.ReadAllLinesAsync(AnchorPath));
        Assert.Equal(1, Verify().Anchors);
    }

    [Fact]
    public async Task Shows_an_anchor_that_was_altered_or_taken_out()
    {
        for (var i = 0; i < 3; i++)
        {
            await Store.PutAsync($"续{i}");
            Anchor();
        }

        var lines = await File.ReadAllLinesAsync(AnchorPath);
        var parts = lines[1].Split(' ');
        parts[1] = (parts[1][0] == '0' ? '1' : '0') + parts[1][1..];
        string[][] tampered =
        [
            [lines[0], lines[2]],
            [lines[1], lines[2]],
            [lines[0], lines[1].Replace(" ", " 0", StringComparison.Ordinal), lines[2]],
            [lines[0], string.Join(' ', parts), lines[2]],
            [lines[0], lines[1], "no anchor"],
        ];
        foreach (var version in tampered)
        {
            await File.WriteAllLinesAsync(AnchorPath, version);
            Assert.Contains(Verify().Breaches, b => b.Kind is BreachKind.AnchorForged);
        }
    }

    [Fact]
    public async Task Outlives_an_anchor_cut_short_by_a_crash()
    {
        Anchor();
        await File.AppendAllTextAsync(AnchorPath, "13 00ff");
        await Store.PutAsync("续");
        Anchor();

        var verdict = Verify();
        Assert.True(verdict.IsSound);
        Assert.Equal(2, verdict.Anchors);
    }

    [Fact]
    public async Task Is_verified_from_the_command_line()
    {
        Anchor();
        Assert.Equal((0, true), await CommandAsync("完好：共 12 条，核对锚点 1 个"));
        await RawAsync("update store_journal_entry set verb = 'other' where number = 5");
        Assert.Equal((1, true), await CommandAsync("第 5 条与其散列不符"));
    }

    [Fact]
    public void Keeps_the_signing_key_to_its_owner()
    {
        Anchor();
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(AnchorKey.PrivateFile(Store.Options.DataFolder)));
    }

    private async Task<(int Code, bool SaysSo)> CommandAsync(string words)
    {
        var root = new RootCommand { JournalCommands.Create(_ => new ServiceCollection().AddStore(Store.Options).BuildServiceProvider()) };
        var text = new StringWriter();
        var code = await root.Parse(["journal", "verify", "--anchors"]).InvokeAsync(new() { Output = text, Error = text });
        return (code, text.ToString().Contains(words, StringComparison.Ordinal));
    }

    private JournalVerifier Verifier => Store.Services.GetRequiredService<JournalVerifier>();

    private string AnchorPath => AnchorFile.In(Store.Options.DataFolder).Path;

    private void Anchor() => Store.Services.GetRequiredService<JournalAnchors>().Anchor();

    private JournalVerdict Verify() => Verifier.Verify(withAnchors: true, CancellationToken.None);

    private Task<List<JournalEntry>> EntriesAsync() =>
        Store.ReadAsync<StoreDb, List<JournalEntry>>(db => db.Journal.OrderBy(e => e.Number).ToListAsync());

    /// <summary>What a clever hand would do: change an entry, then compute every later hash and the head anew.</summary>
    private async Task RewriteFromAsync(long number)
    {
        var hash = new byte[32];
        foreach (var entry in await EntriesAsync())
        {
            var forged = entry.Number != number ? entry : new JournalEntry
            {
                Number = entry.Number, RecordedAt = entry.RecordedAt, LegalAt = entry.LegalAt, Actor = "account:else",
                Verb = entry.Verb, Subject = entry.Subject, Clause = entry.Clause, Outcome = entry.Outcome,
                Reason = entry.Reason, Change = entry.Change, Hash = entry.Hash,
            };
            hash = SHA256.HashData([.. hash, .. SlowForm(forged)]);
            await RawAsync($"update store_journal_entry set actor = '{forged.Actor}', hash = {Literal(hash)} where number = {entry.Number}");
        }

        await RawAsync($"update store_journal_head set hash = {Literal(hash)}");
    }

    private static byte[] SlowForm(JournalEntry entry)
    {
        var form = new MemoryStream();
        Number(entry.Number);
        Number(Microseconds(entry.RecordedAt));
        Number(Microseconds(entry.LegalAt));
        foreach (var text in new[] { entry.Actor, entry.OnBehalfOf, entry.Verb, entry.Subject, entry.Clause, entry.Outcome, entry.Reason })
            Bytes(text is null ? null : Encoding.UTF8.GetBytes(text));
        Bytes(entry.Change);
        return form.ToArray();

        void Number(long value)
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
            Bytes(bytes);
        }

        void Bytes(byte[]? value)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, value?.Length ?? -1);
            form.Write(length);
            form.Write(value ?? []);
        }

        static long Microseconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / 10;
    }
}
