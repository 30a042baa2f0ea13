using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Views;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class How_a_list_is_shown_in_SQLite() : How_a_list_is_shown(StoreProvider.Sqlite);

public sealed class How_a_list_is_shown_in_PostgreSQL() : How_a_list_is_shown(StoreProvider.Postgres);

/// <summary>Orders and filters of the lists over programmes.</summary>
public abstract class How_a_list_is_shown(StoreProvider provider) : LedgerTests(provider)
{
    private const string Roads = "清市府办发-2025-9";
    private static readonly Actor Everybody = Person("liaison", AccessScope.City, LedgerRules.ReportVerb);
    private static readonly Actor Housing = Liaison("housing");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        foreach (var document in new[] { KeyPoints, Roads }) TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(document, null, FollowUp, CancellationToken.None));
        // Some are reported as done, on two days.
        foreach (var (ordinal, day) in new[] { (1, 7), (2, 8), (3, 8), (4, 9) })
        {
            Move(new(2025, 5, day));
            var row = await Ledger.RowAsync(KeyPoints, ordinal);
            foreach (var share in row.Shares.Take(2))
                TestLedger.Done(await Ledger.Get<ReportProgress>().HandleAsync((await Ledger.RowAsync(KeyPoints, ordinal)).Seen, new(share.Share.Id, "完成。", true, null), Liaison(share.Share.Unit), CancellationToken.None));
        }
        Move(new(2025, 12, 31));
    }

    [Theory]
    [InlineData(ListLooks.Day, null)]
    [InlineData(ListLooks.DayDown, null)]
    [InlineData(ListLooks.Place, KeyPoints)]
    [InlineData(ListLooks.DayDown, Roads)]
    public async Task Goes_on_behind_each_row_in_every_order(string order, string? programme)
    {
        var filter = new WorkFilter(Programme: programme);
        foreach (var (read, dayOf) in Lists(order, filter))
        {
            var whole = (await read(1, 1_000)).Rows;
            Assert.NotEmpty(whole);
            var (seen, start) = (new List<Guid>(), new ListStart<WorkPlace>(1));
            while (true)
            {
                var slice = await read(start, 7);
                seen.AddRange(slice.Rows.Select(r => r.Share));
                if (slice.Behind is not { } behind) break;
                start = new(1, behind);
            }
            Assert.Equal(whole.Select(l => l.Share), seen);
            var stored = await Ledger.ReadAsync(db => db.Assignments.ToDictionaryAsync(a => a.Id));
            var days = whole.Select(l => dayOf(stored[l.Share])).ToList();
            if (order == ListLooks.Place) Assert.Equal(whole.Select(l => stored[l.Share].Position).Order(), whole.Select(l => stored[l.Share].Position));
            else Assert.Equal(order == ListLooks.Day ? days.Order() : days.OrderDescending(), days);
        }
    }

    [Theory]
    [InlineData(ListLooks.Day, null)]
    [InlineData(ListLooks.DayDown, null)]
    [InlineData(ListLooks.Place, KeyPoints)]
    public async Task Runs_along_an_index_in_every_order_that_is_offered(string order, string? programme)
    {
        var sorted = new List<string>();
        foreach (var (read, _) in Lists(order, new(Programme: programme)))
            sorted.AddRange(await Asked.SortedAsync(Ledger, async () =>
            {
                var first = await read(1, 1);
                Assert.NotNull(first.Behind);
                await read(new(1, first.Behind), 1);
            }));
        Assert.True(sorted.Count == 0, string.Join("\n\n", sorted));
    }

    [Fact]
    public async Task Falls_back_to_the_day_where_no_document_is_asked_for()
    {
        var days = (await Ledger.AskAsync<WorkLists, ListSlice<WorkLine, WorkPlace>>(l => l.LateAsync(1, CancellationToken.None, null, 1_000, ListLooks.Place))).Rows.Select(r => r.Next).ToList();
        Assert.Equal(days.Order(), days);
    }

    [Fact]
    public async Task Has_only_the_state_the_days_and_the_words_that_are_asked_for()
    {
        Move(new(2025, 5, 12));
        var rules = LedgerRules.Of(Ledger.City)!;
        var all = await WorkAsync(new());
        var today = new DateOnly(2025, 5, 12);
        foreach (var state in StateWords.All)
            Assert.Equal(all.Where(l => Standing.StateOf(l.Stage, l.OwedOn, l.ReportBy, today, rules) == state).Select(l => l.Share), (await WorkAsync(new() { State = state })).Select(l => l.Share));
        Assert.Contains(all, l => l.Next is null);
        foreach (var days in new[] { 0, 30, 90, 300 })
            Assert.Equal(all.Where(l => l.Next <= today.AddDays(days)).Select(l => l.Share), (await WorkAsync(new() { WithinDays = days })).Select(l => l.Share));
        Assert.True((await WorkAsync(new() { WithinDays = 90 })).Count is > 0 and var some && some < all.Count);
        var words = all[0].Task[2..6];
        Assert.Equal(all.Where(l => l.Task.Contains(words, StringComparison.Ordinal)).Select(l => l.Share), (await WorkAsync(new() { Text = words })).Select(l => l.Share));
        Assert.Empty(await WorkAsync(new() { Text = "%" }));
        Assert.All(await WorkAsync(new(Programme: Roads)), l => Assert.Equal(Roads, l.Programme));
        Assert.Empty(await WorkAsync(new(Programme: "没有这份文件")));
    }

    private async Task<IReadOnlyList<WorkLine>> WorkAsync(WorkFilter filter) => (await Ledger.AskAsync<WorkLists, ListSlice<WorkLine, WorkPlace>>(l => l.WorkAsync(Everybody, 1, CancellationToken.None, filter, 2_000))).Rows;

    private IEnumerable<(Func<ListStart<WorkPlace>, int, Task<ListSlice<WorkLine, WorkPlace>>> Read, Func<StoredAssignment, DateOnly> DayOf)> Lists(string order, WorkFilter filter)
    {
        yield return ((start, size) => Ask(l => l.WorkAsync(Everybody, start, CancellationToken.None, filter, size, order)), a => a.NextOn);
        yield return ((start, size) => Ask(l => l.LateAsync(start, CancellationToken.None, filter, size, order)), a => a.NextOn);
        if (filter.Programme != Roads) yield return ((start, size) => Ask(l => l.SubmittedAsync(start, CancellationToken.None, filter, size, order)), a => a.DoneOn!.Value);
        if (filter.Programme is null) yield return ((start, size) => Ask(l => l.WorkAsync(Everybody, start, CancellationToken.None, new(Unit: "water"), size, order)), a => a.NextOn);
        if (filter.Programme is null) yield return ((start, size) => Ask(l => l.WorkAsync(Housing, start, CancellationToken.None, filter, size, order)), a => a.NextOn);

        Task<ListSlice<WorkLine, WorkPlace>> Ask(Func<WorkLists, Task<ListSlice<WorkLine, WorkPlace>>> read) => Ledger.AskAsync(read);
    }
}
