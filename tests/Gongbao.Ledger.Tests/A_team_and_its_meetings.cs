using Gongbao.Kernel.Results;
using Gongbao.Ledger.Meetings;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class A_team_and_its_meetings_in_SQLite() : A_team_and_its_meetings(StoreProvider.Sqlite);

public sealed class A_team_and_its_meetings_in_PostgreSQL() : A_team_and_its_meetings(StoreProvider.Postgres);

public abstract class A_team_and_its_meetings(StoreProvider provider) : LedgerTests(provider)
{
    private static readonly DateOnly Today = new(2025, 5, 6);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(Today);
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
    }

    [Fact, Clause("LED-08")]
    public async Task Name_posts_of_units_and_keep_former_members()
    {
        var team = Ledger.Get<KeepTeam>();
        Task<Result<Guid>> AddAsync(string unit, string? post) => team.AddAsync(KeyPoints, new(unit, post, TeamRole.Head, "总协调"), FollowUp, CancellationToken.None);
        Assert.Equal("ledger.no-post", TestLedger.CodeOf(await AddAsync("市水务局", " ")));
        Assert.Equal("ledger.no-such-unit", TestLedger.CodeOf(await AddAsync("没有的局", "局长")));
        Assert.Equal("ledger.no-such-unit", TestLedger.CodeOf(await AddAsync("市水务局、市财政局", "局长")));
        var member = TestLedger.Done(await AddAsync("市水务局", "分管副局长"));
        Assert.Equal("ledger.member-twice", TestLedger.CodeOf(await AddAsync("市水务局", "分管副局长")));
        Move(Today.AddDays(30));
        TestLedger.Done(await team.RemoveAsync(member, FollowUp, CancellationToken.None));
        Assert.Equal("ledger.no-such-member", TestLedger.CodeOf(await team.RemoveAsync(member, FollowUp, CancellationToken.None)));
        var view = (await Ledger.AskAsync<MeetingDesk, TeamView?>(d => d.TeamAsync(KeyPoints, CancellationToken.None)))!;
        Assert.Empty(view.Members);
        Assert.Equal(("清河市水务局", Today, Today.AddDays(30)), (view.Former[0].UnitName, view.Former[0].Member.JoinedOn, view.Former[0].Member.LeftOn!.Value));
    }

    [Fact, Clause("LED-08")]
    public async Task Pass_resolutions_that_become_obligations_of_the_programme()
    {
        var meeting = await MeetAsync();
        Assert.Equal(1, meeting.Meeting.Number);
        Assert.Equal(8, meeting.Units.Count); // the county-level units of a group, and one department
        var record = Ledger.Get<RecordMeeting>();
        TestLedger.Done(await record.ResolveAsync(meeting.Seen, new() { Task = "建立排水设施台账", Lead = "市水务局", Units = "市财政局", Limit = "6月底前", Output = "台账" }, true, FollowUp, CancellationToken.None));
        // Who resolves by what was on the screen before is told.
        Assert.Equal("ledger.changed-meanwhile", TestLedger.CodeOf(await record.ResolveAsync(meeting.Seen, new() { Task = "又一项", Units = "市水务局" }, true, FollowUp, CancellationToken.None)));
        meeting = await ViewAsync(meeting.Meeting.Id);
        TestLedger.Done(await record.ResolveAsync(meeting.Seen, new() { Task = "会议原则同意方案。" }, false, FollowUp, CancellationToken.None));
        meeting = await ViewAsync(meeting.Meeting.Id);
        Assert.Equal([(1, (int?)33), (2, null)], meeting.Resolutions.Select(r => (r.Resolution.Number, r.Ordinal)));

        var row = await Ledger.RowAsync(KeyPoints, 33);
        Assert.Equal((Today.AddDays(-1), (string?)null), (row.Obligation.OwedSince, row.Obligation.Place));
        Assert.All(row.Shares, s => Assert.Equal(new DateOnly(2025, 6, 30), s.Standing.OwedOn));
        var source = (await Ledger.ReadAsync(db => db.Acts.SingleAsync(a => a.ObligationId == row.Obligation.Id && a.Kind == ActKind.Accepted))).Source;
        Assert.Equal("第1次联席会议（2025年5月5日）议定事项第1项", source);
        Assert.Equal(source, (await Ledger.AskAsync<MeetingDesk, (Guid, string Source)?>(d => d.OfObligationAsync(row.Obligation.Id, CancellationToken.None)))!.Value.Source);
        Move(new DateOnly(2025, 7, 1));
        Assert.Contains("逾期或者到期未报告 2 家", (await ViewAsync(meeting.Meeting.Id)).Resolutions[0].Says!, StringComparison.Ordinal);
    }

    [Fact, Clause("LED-08")]
    public async Task Leave_nothing_behind_where_a_resolution_is_refused()
    {
        var meeting = await MeetAsync();
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await Ledger.Get<RecordMeeting>().ResolveAsync(meeting.Seen, new() { Task = " ", Units = "市水务局" }, true, FollowUp, CancellationToken.None)));
        Assert.Empty((await ViewAsync(meeting.Meeting.Id)).Resolutions);
        Assert.Equal(32, await Ledger.ReadAsync(db => db.Obligations.CountAsync()));
    }

    [Fact, Clause("LED-08")]
    public async Task Are_recorded_with_day_chair_units_and_minutes()
    {
        var record = Ledger.Get<RecordMeeting>();
        var whole = new TypedMeeting(Today, null, "市政府副秘书长", "调度", "市水务局", "纪要。");
        Task<Result<Guid>> MeetAsync(TypedMeeting typed) => record.HandleAsync(KeyPoints, typed, FollowUp, CancellationToken.None);
        Assert.Equal("ledger.bad-day", TestLedger.CodeOf(await MeetAsync(whole with { HeldOn = Today.AddDays(1) })));
        Assert.Equal("ledger.no-chair", TestLedger.CodeOf(await MeetAsync(whole with { Chair = "" })));
        Assert.Equal("ledger.no-subject", TestLedger.CodeOf(await MeetAsync(whole with { Subject = null })));
        Assert.Equal("ledger.no-such-unit", TestLedger.CodeOf(await MeetAsync(whole with { Units = "市水务局、没有的局" })));
        Assert.Equal("ledger.no-such-unit", TestLedger.CodeOf(await MeetAsync(whole with { Units = "市水务局等部门" })));
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await MeetAsync(whole with { Minutes = " " })));
        Assert.Equal("ledger.no-such-programme", TestLedger.CodeOf(await record.HandleAsync("清市府办发-2025-9", whole, FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.long-words", TestLedger.CodeOf(await MeetAsync(whole with { Where = new('远', 201) })));
        TestLedger.Done(await MeetAsync(whole with { Known = 0 }));
        // Two who record the same meeting at the same time.
        Assert.Equal("ledger.changed-meanwhile", TestLedger.CodeOf(await MeetAsync(whole with { Known = 0 })));
        TestLedger.Done(await MeetAsync(whole with { Subject = "再调度" }));
        Assert.Equal([2, 1], (await Ledger.AskAsync<MeetingDesk, TeamView?>(d => d.TeamAsync(KeyPoints, CancellationToken.None)))!.Meetings.Select(m => m.Number));
        Assert.Contains(await Ledger.JournalAsync(), l => l.StartsWith("ledger.manage meeting:", StringComparison.Ordinal));
    }

    private async Task<MeetingView> MeetAsync() => await ViewAsync(TestLedger.Done(await Ledger.Get<RecordMeeting>().HandleAsync(
        KeyPoints, new(Today.AddDays(-1), "市政府会议室", "市政府副秘书长", "调度排水防涝", "各县（市、区）人民政府，清河高新区管委会\n市水务局", "会议听取了情况汇报。"), FollowUp, CancellationToken.None)));

    private async Task<MeetingView> ViewAsync(Guid id) => (await Ledger.AskAsync<MeetingDesk, MeetingView?>(d => d.MeetingAsync(id, CancellationToken.None)))!;
}
