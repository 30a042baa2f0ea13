using System.Text;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Calendar;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Store;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class A_calendar_of_due_days_in_SQLite() : A_calendar_of_due_days(StoreProvider.Sqlite);

public sealed class A_calendar_of_due_days_in_PostgreSQL() : A_calendar_of_due_days(StoreProvider.Postgres);

public abstract class A_calendar_of_due_days(StoreProvider provider) : LedgerTests(provider)
{
    private const string Unit = "housing";
    private static readonly Uri Site = new("https://gazette.example.cn/");
    private static readonly Actor Administrator = Person("administrator", AccessScope.City, AccountAdministration.Verb, AccountAdministration.RolesVerb);
    private Guid _account;

    private CalendarAddresses Addresses => Ledger.Get<CalendarAddresses>();

    private Actor Housing => Liaison(Unit) with { Id = _account };

    protected override bool HasAccounts => true;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
        _account = await AccountAsync("lianluo", "liaison", new(ScopeKind.Unit, Unit));
    }

    [Fact]
    public async Task Shows_what_the_list_of_ones_work_has_by_a_day()
    {
        var bytes = await BytesAsync();
        var plain = PlainCalendar.Read(bytes);
        var work = (await WorkAsync()).Where(l => l.Next is not null).ToList();
        Assert.Equal((true, true), (work.Any(l => l.OwedOn is not null), work.Any(l => l.OwedOn is null)));
        Assert.Equal(work.Select(l => (l.Share.ToString("D"), l.Next!.Value.ToString("yyyyMMdd"))).Order(), plain.Events.Select(e => (e["UID"], e["DTSTART;VALUE=DATE"])).Order());
        foreach (var line in work)
        {
            var entry = plain[line.Share];
            var kind = line.OwedOn is null ? "应报告日" : "到期日";
            Assert.Equal((kind, line.Next!.Value.AddDays(1).ToString("yyyyMMdd"), "TRANSPARENT"), (entry["CATEGORIES"], entry["DTEND;VALUE=DATE"], entry["TRANSP"]));
            Assert.StartsWith(line.OwedOn is null ? "应报告：" : "到期：", entry["SUMMARY"], StringComparison.Ordinal);
            Assert.EndsWith($"（{line.UnitName}）", entry["SUMMARY"], StringComparison.Ordinal);
            Assert.StartsWith(line.Task + "\n", entry["DESCRIPTION"], StringComparison.Ordinal);
            Assert.Contains(line.Number!, entry["DESCRIPTION"], StringComparison.Ordinal);
            Assert.Equal($"https://gazette.example.cn/ledger/obligations/{line.Obligation:D}", entry["URL"]);
            Assert.Equal(entry["DTSTAMP"], entry["LAST-MODIFIED"]);
        }
        Assert.Equal("任务到期日", plain.Head["X-WR-CALNAME"]);

        // Another reader of the same words finds the same.
        var read = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(bytes))!;
        Assert.Equal(plain.Events.Select(e => (e["UID"], e["SUMMARY"], e["DESCRIPTION"], int.Parse(e["SEQUENCE"]))).Order(), read.Events.Select(e => (e.Uid!, e.Summary!, e.Description!, e.Sequence)).Order());
        Assert.All(read.Events, e => Assert.Equal((true, 0), (e.IsAllDay, e.Alarms.Count)));
        // Nothing happened: not a byte is another, so that nobody loads it again.
        Move(new(2025, 5, 7));
        Assert.Equal(bytes, await BytesAsync());
    }

    [Fact]
    public async Task Keeps_its_entry_and_counts_up_where_a_day_moves()
    {
        var row = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.First(r => r.Shares.Any(s => s.Share.Unit == Unit && s.Standing.OwedOn is not null));
        var share = row.Shares.Single(s => s.Share.Unit == Unit).Share.Id;
        var before = PlainCalendar.Read(await BytesAsync());
        Move(new(2025, 5, 8));
        var until = row.Shares.Single(s => s.Share.Id == share).Standing.OwedOn!.Value.AddDays(40);
        var requests = Ledger.Get<AskAndAnswer>();
        TestLedger.Done(await requests.AskAsync(row.Seen, share, ActKind.ExtensionAsked, until, "汛期施工受阻。", Housing, CancellationToken.None));
        var asked = await Ledger.ReadAsync(db => db.Acts.SingleAsync(a => a.Kind == ActKind.ExtensionAsked));
        TestLedger.Done(await requests.AnswerAsync((await Ledger.RowAsync(KeyPoints, row.Obligation.Ordinal)).Seen, asked.Id, true, null, FollowUp, CancellationToken.None));
        var after = PlainCalendar.Read(await BytesAsync());
        Assert.Equal((before.Events.Count, until.ToString("yyyyMMdd")), (after.Events.Count, after[share]["DTSTART;VALUE=DATE"]));
        Assert.True(int.Parse(after[share]["SEQUENCE"]) > int.Parse(before[share]["SEQUENCE"]));
        Assert.Equal("20250508T010000Z", after[share]["LAST-MODIFIED"]);
        Assert.Contains("已同意延期到", after[share]["DESCRIPTION"], StringComparison.Ordinal);
        // The others are as they were.
        Assert.All(before.Events.Where(e => e["UID"] != share.ToString("D")), e => Assert.Equal(e, after[Guid.Parse(e["UID"])]));
    }

    [Fact]
    public async Task Follows_a_day_that_the_calendar_moves()
    {
        Move(new(2025, 9, 20));
        var row = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.First(r => r.Shares.Any(s => s.Share.Unit == Unit));
        var (ordinal, share) = (row.Obligation.Ordinal, row.Shares.Single(s => s.Share.Unit == Unit).Share.Id);
        TestLedger.Done(await Ledger.Get<SetLimit>().HandleAsync(row.Seen, "收到通知后20个工作日内", true, "上级要求。", "省府办发〔2025〕1号", FollowUp, CancellationToken.None));
        TestLedger.Done(await Ledger.Get<SetLimit>().EventAsync((await Ledger.RowAsync(KeyPoints, ordinal)).Seen, new(2025, 9, 20), "收到通知。", FollowUp, CancellationToken.None));
        await A_change_of_the_calendar.Of(Ledger).HandleAsync(CancellationToken.None);
        var before = PlainCalendar.Read(await BytesAsync())[share];
        Move(new(2025, 9, 22));
        Ledger.City = DeclaredCity.With("calendar: { '2025': { holidays: { city-day: { name: 市庆日, from: 2025-09-24, to: 2025-09-25 } } } }");
        await A_change_of_the_calendar.Of(Ledger).HandleAsync(CancellationToken.None);
        var after = PlainCalendar.Read(await BytesAsync())[share];
        Assert.Equal(("20251023", "20251027"), (before["DTSTART;VALUE=DATE"], after["DTSTART;VALUE=DATE"]));
        Assert.Equal(int.Parse(before["SEQUENCE"]) + 1, int.Parse(after["SEQUENCE"]));
        Assert.Equal(("20250920T010000Z", "20250922T010000Z"), (before["LAST-MODIFIED"], after["LAST-MODIFIED"]));
    }

    [Fact]
    public async Task Loses_what_is_done_and_has_it_again_where_it_is_sent_back()
    {
        var row = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.First(r => r.Shares.Any(s => s.Share.Unit == Unit && s.Standing is { OwedOn: not null, Turn: null }) && r.Limit.Nature is Limits.LimitNature.Dated);
        var (ordinal, share) = (row.Obligation.Ordinal, row.Shares.Single(s => s.Share.Unit == Unit).Share.Id);
        var before = PlainCalendar.Read(await BytesAsync());
        TestLedger.Done(await Ledger.Get<ReportProgress>().HandleAsync(row.Seen, new(share, "已经完成。", true, null), Housing, CancellationToken.None));
        Assert.Equal(before.Events.Select(e => e["UID"]).Where(u => u != share.ToString("D")), PlainCalendar.Read(await BytesAsync()).Events.Select(e => e["UID"]));
        TestLedger.Done(await Ledger.Get<JudgeReport>().HandleAsync((await Ledger.RowAsync(KeyPoints, ordinal)).Seen, share, false, "缺少验收报告。", FollowUp, CancellationToken.None));
        var again = PlainCalendar.Read(await BytesAsync())[share];
        Assert.Equal(before[share]["DTSTART;VALUE=DATE"], again["DTSTART;VALUE=DATE"]);
        Assert.True(int.Parse(again["SEQUENCE"]) > int.Parse(before[share]["SEQUENCE"]));
    }

    [Fact]
    public async Task Follows_the_roles_of_its_owner_at_each_reading()
    {
        Assert.NotEmpty(PlainCalendar.Read(await BytesAsync()).Events);
        var line = (await AccountsAsync()).Single(a => a.Id == _account);
        TestLedger.Done(await Ledger.AskAsync<AccountAdministration, Result<bool>>(a => a.TakeRoleAsync(Administrator, _account, Assert.Single(line.Roles).Id, default)));
        Assert.Empty(PlainCalendar.Read(await BytesAsync()).Events);
        TestLedger.Done(await Ledger.AskAsync<AccountAdministration, Result<bool>>(a => a.GiveRoleAsync(Administrator, _account, "unit-head", new(ScopeKind.Unit, "water"), default)));
        Assert.All(PlainCalendar.Read(await BytesAsync()).Events, e => Assert.EndsWith("（清河市水务局）", e["SUMMARY"], StringComparison.Ordinal));
        Assert.NotEmpty(PlainCalendar.Read(await BytesAsync()).Events);
        TestLedger.Done(await Ledger.AskAsync<AccountAdministration, Result<bool>>(a => a.CloseAsync(Administrator, _account, default)));
        Assert.Empty(PlainCalendar.Read(await BytesAsync()).Events);
    }

    [Fact]
    public async Task Has_one_address_that_is_replaced_or_ended()
    {
        Assert.Null(await Addresses.MadeAtAsync(Housing, CancellationToken.None));
        Assert.Equal("ledger.no-calendar", TestLedger.CodeOf(await Addresses.EndAsync(Housing, CancellationToken.None)));
        var first = TestLedger.Done(await Addresses.MakeAsync(Housing, CancellationToken.None));
        Assert.Equal(_account, await Addresses.AccountOfAsync(first, CancellationToken.None));
        var second = TestLedger.Done(await Addresses.MakeAsync(Housing, CancellationToken.None));
        Assert.Equal((null, _account), (await Addresses.AccountOfAsync(first, CancellationToken.None), await Addresses.AccountOfAsync(second, CancellationToken.None)));
        Assert.NotNull(await Addresses.MadeAtAsync(Housing, CancellationToken.None));
        // What stands in the address is kept nowhere, and says nothing of anybody.
        var kept = await Ledger.ReadAsync(db => db.Set<StoredCalendarAddress>().SingleAsync());
        Assert.Equal((40, 64, true), (second.Length, kept.Hash.Length, kept.Hash != second));
        Assert.DoesNotContain(await Ledger.JournalAsync(), l => l.Contains(second, StringComparison.Ordinal));
        TestLedger.Done(await Addresses.EndAsync(Housing, CancellationToken.None));
        Assert.Null(await Addresses.AccountOfAsync(second, CancellationToken.None));
        Assert.Null(await Addresses.MadeAtAsync(Housing, CancellationToken.None));
        Assert.Equal(["ledger.end-calendar", "ledger.make-calendar", "ledger.make-calendar", "ledger.end-calendar"], (await Ledger.JournalAsync()).Select(l => l.Split(' ')[0]).Where(v => v.EndsWith("-calendar", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Is_for_those_who_have_to_do_with_the_work_of_a_unit()
    {
        Assert.Equal("ledger.not-allowed", TestLedger.CodeOf(await Addresses.MakeAsync(Person("signing-officer", AccessScope.City, "ledger.sign") with { Id = _account }, CancellationToken.None)));
        Assert.Equal("ledger.not-allowed", TestLedger.CodeOf(await Addresses.MakeAsync(Housing with { Kind = ActorKind.ApiClient }, CancellationToken.None)));
        // A calendar program has no second factor: what asks for it would show nothing.
        Ledger.City = DeclaredCity.With("roles: { liaison: { second_factor: true } }");
        Assert.Equal("ledger.calendar-second-factor", TestLedger.CodeOf(await Addresses.MakeAsync(Housing, CancellationToken.None)));
        Assert.Empty(PlainCalendar.Read(await BytesAsync()).Events);
        // The follow-up office has the days of all units.
        var office = await AccountAsync("ducha", "follow-up", AccessScope.City);
        TestLedger.Done(await Addresses.MakeAsync(FollowUp with { Id = office }, CancellationToken.None));
        var all = await Ledger.AskAsync<CalendarDesk, DueCalendar>(d => d.OfAsync(office, CancellationToken.None));
        Assert.Equal(await Ledger.ReadAsync(db => db.Assignments.CountAsync(a => a.OwedOn != null || a.ReportBy != null)), all.Total);
    }

    private async Task<byte[]> BytesAsync() => CalendarFeed.Write("任务到期日", await Ledger.AskAsync<CalendarDesk, DueCalendar>(d => d.OfAsync(_account, CancellationToken.None)), Site);

    private async Task<IReadOnlyList<WorkLine>> WorkAsync() => (await Ledger.AskAsync<WorkLists, ListSlice<WorkLine, WorkPlace>>(l => l.WorkAsync(Housing, 1, CancellationToken.None, size: 1_000))).Rows;

    private Task<IReadOnlyList<AccountLine>> AccountsAsync() => Ledger.AskAsync<AccountAdministration, IReadOnlyList<AccountLine>>(a => a.ListAsync(0, 100, default));

    private async Task<Guid> AccountAsync(string name, string role, AccessScope scope)
    {
        TestLedger.Done(await Ledger.AskAsync<AccountAdministration, Result<NewLink>>(a => a.CreateAsync(Administrator, name, null, default)));
        var id = (await AccountsAsync()).Single(a => a.Name == name).Id;
        TestLedger.Done(await Ledger.AskAsync<AccountAdministration, Result<bool>>(a => a.GiveRoleAsync(Administrator, id, role, scope, default)));
        return id;
    }
}
