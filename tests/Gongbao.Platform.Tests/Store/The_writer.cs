using Gongbao.Kernel.Results;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Store;

public class The_writer_on_SQLite() : The_writer(StoreProvider.Sqlite);

public class The_writer_on_PostgreSQL() : The_writer(StoreProvider.Postgres);

public abstract class The_writer(StoreProvider provider) : StoreTests(provider)
{
    [Fact]
    public async Task Saves_what_a_unit_accepted_together_with_its_journal_entry()
    {
        var result = await Store.PutAsync("甲");

        Assert.False(result.IsRefused(out _, out var id));
        var book = await Store.ReadAsync<ShelfDb, Book>(db => db.Books.SingleAsync());
        Assert.Equal((id, "甲", 1L), (book.Id, book.Title, book.Revision));
        var entry = Assert.Single(await JournalAsync());
        Assert.Equal((1L, "system:test", "shelf.put", "shelf:1", "done"), (entry.Number, entry.Actor, entry.Verb, entry.Subject, entry.Outcome));
        Assert.Equal(32, entry.Change!.Length);
    }

    [Fact]
    public async Task Undoes_a_refused_unit_and_journals_the_refusal()
    {
        var result = await Store.Writer.DoAsync<int>(TestStore.Act, async (unit, stop) =>
        {
            var shelf = unit.Db<ShelfDb>();
            shelf.Add(NewBook("乙"));
            Assert.Equal(0, await shelf.Books.CountAsync(stop));
            return new Refusal("shelf.full", "书架已满。");
        }, CancellationToken.None);

        Assert.True(result.IsRefused(out var refusal, out _));
        Assert.Equal("shelf.full", refusal.Code);
        Assert.Empty(await TitlesAsync());
        var entry = Assert.Single(await JournalAsync());
        Assert.Equal(("refused", "shelf.full", null), (entry.Outcome, entry.Reason, entry.Change));
    }

    [Fact]
    public async Task Undoes_a_faulty_unit_alone_among_others_of_its_batch()
    {
        var gate = await HoldLaneAsync();
        var good = Enumerable.Range(0, 30).Select(i => Store.PutAsync($"书{i}")).ToList();
        var bad = Store.Writer.DoAsync<int>(TestStore.Act, async (unit, stop) =>
        {
            unit.Db<ShelfDb>().Add(NewBook("废"));
            await unit.Db<ShelfDb>().Books.CountAsync(stop);
            throw new InvalidOperationException("broken on purpose");
        }, CancellationToken.None);
        var twice = Store.PutAsync("书3");
        var after = Store.PutAsync("后");
        gate.SetResult();

        await Task.WhenAll(good);
        await after;
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Assert.ThrowsAsync<DbUpdateException>(() => twice);
        Assert.Equal(31, (await TitlesAsync()).Count);
        Assert.Equal(2, (await JournalAsync()).Count(e => e.Outcome == "failed"));
    }

    [Fact]
    public async Task Gives_a_repeated_request_the_first_answer()
    {
        var act = TestStore.Act.Once("k-1", "put 丙"u8);

        var first = await Store.PutAsync("丙", act);
        var second = await Store.PutAsync("丙", act);

        Assert.False(first.IsRefused(out _, out var id));
        Assert.False(second.IsRefused(out _, out var again));
        Assert.Equal(id, again);
        Assert.Single(await TitlesAsync());
        Assert.Single(await JournalAsync());
    }

    [Fact]
    public async Task Gives_each_unit_of_a_repeated_request_its_own_first_answer_and_nothing_outside_of_it()
    {
        async Task<List<Guid>> AskAsync(string key)
        {
            using (RequestKey.Use(key, [1]))
            {
                var answers = new List<Guid>();
                foreach (var title in new[] { "壬", "癸" })
                {
                    Assert.False((await Store.PutAsync(title, TestStore.Act)).IsRefused(out _, out var id));
                    answers.Add(id);
                }
                return answers;
            }
        }
        var first = await AskAsync("k-2");
        Assert.Equal(first, await AskAsync("k-2"));
        Assert.Equal(["壬", "癸"], await TitlesAsync());
        Assert.Equal(2, first.Distinct().Count());

        // Behind the request there is no key any more: a unit is a new one.
        Assert.False((await Store.PutAsync("子", TestStore.Act)).IsRefused(out _, out _));
        Assert.Equal(3, (await TitlesAsync()).Count);
        Assert.Equal(3, (await JournalAsync()).Count);
    }

    [Fact]
    public async Task Refuses_another_request_under_a_used_key()
    {
        await Store.PutAsync("丁", TestStore.Act.Once("k-1", "put 丁"u8));
        var other = await Store.PutAsync("戊", TestStore.Act.Once("k-1", "put 戊"u8));

        Assert.True(other.IsRefused(out var refusal, out _));
        Assert.Equal("store.key-reused", refusal.Code);
        Assert.Equal(["丁"], await TitlesAsync());
    }

    [Fact]
    public async Task Keeps_keys_of_different_actors_apart()
    {
        await Store.PutAsync("己", TestStore.Act.Once("k-1", "put 己"u8));
        var other = await Store.PutAsync("庚", (TestStore.Act with { By = new("account:2") }).Once("k-1", "put 庚"u8));

        Assert.False(other.IsRefused(out _, out _));
        Assert.Equal(2, (await TitlesAsync()).Count);
    }

    [Fact]
    public async Task Does_a_refused_request_again_when_it_is_repeated()
    {
        var act = TestStore.Act.Once("k-1", "x"u8);
        var refused = await Store.Writer.DoAsync<Guid>(act, (_, _) =>
            Task.FromResult<Result<Guid>>(new Refusal("shelf.full", "书架已满。")), CancellationToken.None);
        var done = await Store.PutAsync("辛", act);

        Assert.True(refused.IsRefused(out _, out _));
        Assert.False(done.IsRefused(out _, out _));
    }

    [Fact]
    public async Task Gives_up_a_unit_whose_caller_leaves_while_it_waits()
    {
        var gate = await HoldLaneAsync();
        using var leave = new CancellationTokenSource();
        var ran = false;
        var left = Store.Writer.DoAsync<int>(TestStore.Act, (_, _) =>
        {
            ran = true;
            return Task.FromResult<Result<int>>(1);
        }, leave.Token);

        await leave.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => left);
        gate.SetResult();
        await Store.PutAsync("壬");
        Assert.False(ran);
    }

    [Fact]
    public async Task Refuses_to_start_a_unit_inside_a_unit()
    {
        var nested = Store.Writer.DoAsync<int>(TestStore.Act, async (_, _) =>
        {
            await Store.PutAsync("癸");
            return 1;
        }, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => nested);
        Assert.Empty(await TitlesAsync());
    }

    [Fact]
    public async Task Runs_units_again_one_by_one_when_their_commit_fails()
    {
        await RawAsync("create table shelf_rule (id integer primary key, book integer references shelf_rule (id) deferrable initially deferred)");
        var gate = await HoldLaneAsync();
        var good = Enumerable.Range(0, 5).Select(i => Store.PutAsync($"书{i}")).ToList();
        var bad = Store.Writer.DoAsync<int>(TestStore.Act, (unit, _) =>
        {
            unit.Write(BreakAtCommit, 1, 99);
            return Task.FromResult<Result<int>>(1);
        }, CancellationToken.None);
        gate.SetResult();

        await Task.WhenAll(good);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bad);
        Assert.Equal(5, (await TitlesAsync()).Count);
        Assert.Equal(1, (await JournalAsync()).Count(e => e.Outcome == "failed"));
    }

    [Fact]
    public async Task Finishes_what_waits_and_takes_no_more_when_it_stops()
    {
        var gate = await HoldLaneAsync();
        var waiting = Enumerable.Range(0, 20).Select(i => Store.PutAsync($"书{i}")).ToList();
        var stopping = Store.Writer.DisposeAsync().AsTask();
        var late = await Store.PutAsync("迟");
        gate.SetResult();

        await stopping;
        Assert.All(await Task.WhenAll(waiting), r => Assert.False(r.IsRefused(out _, out _)));
        Assert.True(late.IsRefused(out var refusal, out _));
        Assert.Equal("store.stopping", refusal.Code);
    }

    [Fact]
    public async Task Writes_prepared_rows_that_the_units_own_queries_see()
    {
        var seen = await Store.Writer.DoAsync<int>(TestStore.Act, async (unit, stop) =>
        {
            var shelf = unit.Db<ShelfDb>();
            unit.Write(PutBook, Guid.CreateVersion7(), "写", "Here", DateTime.UnixEpoch, 1L);
            return await shelf.Books.CountAsync(stop);
        }, CancellationToken.None);

        Assert.False(seen.IsRefused(out _, out var count));
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task Undoes_the_unit_whose_prepared_row_is_refused_by_the_database()
    {
        await Store.PutAsync("同");
        var twice = Store.Writer.DoAsync<int>(TestStore.Act, (unit, _) =>
        {
            unit.Write(PutBook, Guid.CreateVersion7(), "先", "Here", DateTime.UnixEpoch, 1L);
            unit.Write(PutBook, Guid.CreateVersion7(), "同", "Here", DateTime.UnixEpoch, 1L);
            return Task.FromResult<Result<int>>(1);
        }, CancellationToken.None);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => twice);
        Assert.Equal(["同"], await TitlesAsync());
        await Store.PutAsync("再");
        Assert.Equal(2, (await TitlesAsync()).Count);
    }

    [Fact]
    public async Task Does_the_others_of_a_batch_whose_prepared_rows_were_sent_together()
    {
        await Store.PutAsync("同");
        var gate = await HoldLaneAsync();
        Task<Result<int>> Put(params string[] titles) => Store.Writer.DoAsync<int>(TestStore.Act, (unit, _) =>
        {
            foreach (var title in titles) unit.Write(PutBook, Guid.CreateVersion7(), title, "Here", DateTime.UnixEpoch, 1L);
            return Task.FromResult<Result<int>>(titles is ["拒", ..] ? new Refusal("shelf.full", "书架已满。") : titles.Length);
        }, CancellationToken.None);
        var good = Enumerable.Range(0, 20).Select(i => Put($"甲{i}", $"乙{i}")).ToList();
        var twice = Put("先", "同");
        var refused = Put("拒", "绝");
        var counted = Store.Writer.DoAsync<int>(TestStore.Act, async (unit, stop) => await unit.Db<ShelfDb>().Books.CountAsync(stop), CancellationToken.None);
        var after = Enumerable.Range(0, 20).Select(i => Put($"丙{i}")).ToList();
        gate.SetResult();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => twice);
        Assert.True((await refused).IsRefused(out _, out _));
        Assert.All(await Task.WhenAll(good.Concat(after)), r => Assert.False(r.IsRefused(out _, out _)));
        // What was written before it, however it was sent, and nothing of what was undone.
        Assert.False((await counted).IsRefused(out _, out var seen));
        Assert.Equal(41, seen);
        Assert.Equal(61, (await TitlesAsync()).Count);
        Assert.Equal((42, 1, 1), ((await JournalAsync()).Count(e => e.Outcome == "done"), (await JournalAsync()).Count(e => e.Outcome == "failed"), (await JournalAsync()).Count(e => e.Outcome == "refused")));
    }

    [Fact]
    public async Task Adds_a_journal_entry_for_each_further_act_of_a_unit()
    {
        await Store.Writer.DoAsync<int>(TestStore.Act, (unit, _) =>
        {
            unit.Record(TestStore.Act with { Verb = "shelf.label", Subject = "book:1", Clause = "达市府办发〔2023〕14号#三（十）", OnBehalfOf = new("account:9") });
            return Task.FromResult<Result<int>>(1);
        }, CancellationToken.None);

        var entries = await JournalAsync();
        Assert.Equal(["shelf.put", "shelf.label"], entries.Select(e => e.Verb));
        Assert.Equal(("达市府办发〔2023〕14号#三（十）", "account:9"), (entries[1].Clause, entries[1].OnBehalfOf));
    }

    private async Task<List<JournalEntry>> JournalAsync()
    {
        var all = await Store.ReadAsync<StoreDb, List<JournalEntry>>(db => db.Journal.OrderBy(e => e.Number).ToListAsync());
        return [.. all.Where(e => e.Verb != HoldVerb)];
    }
}
