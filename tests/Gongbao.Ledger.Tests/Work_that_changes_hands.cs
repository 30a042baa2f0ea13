using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Handover;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class Work_that_changes_hands_in_SQLite() : Work_that_changes_hands(StoreProvider.Sqlite);

public sealed class Work_that_changes_hands_in_PostgreSQL() : Work_that_changes_hands(StoreProvider.Postgres);

[Clause("LED-02")]
public abstract class Work_that_changes_hands(StoreProvider provider) : IAsyncLifetime
{
    private const string Unit = "housing";
    private const string KeyPoints = LedgerTests.KeyPoints;
    private static readonly DateOnly Today = new(2025, 5, 6);
    private static readonly Actor Administrator = LedgerTests.Person("administrator", AccessScope.City, AccountAdministration.Verb, AccountAdministration.RolesVerb);
    private TestLedger _ledger = null!;
    private Guid _old, _next, _head;

    public async ValueTask InitializeAsync()
    {
        _ledger = await TestLedger.CreateAsync(provider, withAccess: true);
        Move(Today);
        await _ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await _ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, LedgerTests.FollowUp, CancellationToken.None));
        (_old, _next, _head) = (await PersonAsync("lianluo-a", "liaison"), await PersonAsync("lianluo-b", "liaison"), await PersonAsync("fuzeren", "unit-head"));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_ledger is not null) await _ledger.DisposeAsync();
    }

    [Fact]
    public async Task Is_listed_as_of_the_day_and_confirmed_by_the_successor()
    {
        var row = await _ledger.RowAsync(KeyPoints, 4);
        var share = row.Shares.Single(s => s.Share.Unit == Unit).Share.Id;
        TestLedger.Done(await _ledger.Get<WriteMeasure>().HandleAsync(row.Seen, new(share, "逐条管道排查。", "排水科科长", new(2025, 9, 30)), Of(_old), CancellationToken.None));
        TestLedger.Done(await _ledger.Get<AskAndAnswer>().AskAsync((await _ledger.RowAsync(KeyPoints, 4)).Seen, share, ActKind.ExtensionAsked, new(2026, 3, 31), "汛期施工受阻。", Of(_old), CancellationToken.None));
        var id = TestLedger.Done(await MakeAsync(Of(_old)));

        var view = await ViewAsync(id, Of(_next));
        var open = (await _ledger.ProgrammeAsync(KeyPoints)).Rows.SelectMany(r => r.Shares).Count(s => s.Share.Unit == Unit && s.Standing.Stage is AssignmentStage.Open or AssignmentStage.Submitted);
        Assert.Equal(open, view!.Of(HandoverLineKind.Share).Count);
        Assert.Equal(("清市府办发〔2025〕6号第4项", "申请延期，待答复", new DateOnly(2026, 3, 31)), Assert.Single(view.Of(HandoverLineKind.Request)) is var request ? (request.Source, request.State, request.Day!.Value) : default);
        Assert.Equal("排水科科长", Assert.Single(view.Of(HandoverLineKind.Measure)).Owner);
        // Both have it in their inboxes.
        Assert.Equal(new[] { _old, _next }.Order(), Told(id).Select(t => t.Account!.Value).Order());

        var handOver = _ledger.Get<HandOver>();
        Assert.Equal("ledger.not-the-successor", TestLedger.CodeOf(await handOver.AnswerAsync(view.Seen, true, null, Of(_old), CancellationToken.None)));
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await handOver.AnswerAsync(view.Seen, false, " ", Of(_next), CancellationToken.None)));
        // What happens meanwhile does not change the list.
        TestLedger.Done(await _ledger.Get<ReportProgress>().HandleAsync((await _ledger.RowAsync(KeyPoints, 4)).Seen, new(share, "完成。", true, null), Of(_next), CancellationToken.None));
        TestLedger.Done(await handOver.AnswerAsync(view.Seen, true, null, Of(_next), CancellationToken.None));
        Assert.Equal("ledger.changed-meanwhile", TestLedger.CodeOf(await handOver.AnswerAsync(view.Seen, true, null, Of(_next), CancellationToken.None)));

        var after = (await ViewAsync(id, Of(_old)))!;
        Assert.Equal((HandoverState.Confirmed, view.Lines.Count), (after.Handover.State, after.Lines.Count));
        Assert.Equal(view.Lines.Select(l => l.State), after.Lines.Select(l => l.State));
        // The measure has the new owner, and says whose it was.
        var acts = await _ledger.ReadAsync(db => db.Acts.Where(a => a.ObligationId == row.Obligation.Id).OrderBy(a => a.Number).ToListAsync());
        Assert.Equal("给排水科科长", MeasureOwner.Of(acts.Single(a => a.Kind is ActKind.MeasureWritten), acts));
        Assert.Contains("排水科科长", acts.Single(a => a.Kind is ActKind.MeasureReassigned).Text, StringComparison.Ordinal);
        Assert.Equal([("您移交的工作已经接收", _old), ("您已接收交接的工作", _next)], Told(id).Skip(2).Select(t => (t.Subject, t.Account!.Value)));
        Assert.Contains(await _ledger.JournalAsync(), l => l.StartsWith($"ledger.report handover:{id:N}", StringComparison.Ordinal));
        // Nobody else sees it.
        Assert.Null(await ViewAsync(id, LedgerTests.Liaison("water")));
        Assert.NotNull(await ViewAsync(id, LedgerTests.FollowUp));
    }

    [Fact]
    public async Task Is_handed_over_only_to_somebody_who_may_do_it()
    {
        Task<Result<Guid>> Make(Guid from, Guid to, string? why = "岗位调整。", string? old = null, string? next = null, Actor? by = null) =>
            _ledger.Get<HandOver>().MakeAsync(new(Unit, from, to, why, old, next), by ?? Of(_old), CancellationToken.None);
        Assert.Equal("ledger.not-your-unit", TestLedger.CodeOf(await Make(_old, _next, by: LedgerTests.Liaison("water"))));
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await Make(_old, _next, " ")));
        Assert.Equal("ledger.no-owner", TestLedger.CodeOf(await Make(_old, _next, old: "排水科科长")));
        Assert.Equal("ledger.no-such-leaver", TestLedger.CodeOf(await Make(_old, _old)));
        Assert.Equal("ledger.successor-without-role", TestLedger.CodeOf(await Make(_old, _head)));
        TestLedger.Done(await Make(_old, _next));
        Assert.Equal("ledger.handed-over-before", TestLedger.CodeOf(await Make(_old, _next)));
        // Sent back, it can be made anew, by the head of the unit as well.
        var waiting = await _ledger.ReadAsync(db => db.Handovers.SingleAsync());
        TestLedger.Done(await _ledger.Get<HandOver>().AnswerAsync(new Seen(waiting.Id, waiting.Revision), false, "清单缺纸质材料。", Of(_next), CancellationToken.None));
        TestLedger.Done(await Make(_old, _next, by: LedgerTests.Person("unit-head", new(ScopeKind.Unit, Unit), LedgerRules.HeadVerb)));
    }

    [Fact]
    public async Task Is_done_by_a_deputy_who_is_named_as_one()
    {
        var standIn = _ledger.Get<StandIn>();
        Assert.Equal("ledger.not-your-unit", TestLedger.CodeOf(await standIn.AppointAsync(Absent(Today, Today.AddDays(4)), LedgerTests.Liaison("water"), CancellationToken.None)));
        Assert.Equal("ledger.bad-day", TestLedger.CodeOf(await standIn.AppointAsync(Absent(Today, null), Of(_old), CancellationToken.None)));
        var deputyship = TestLedger.Done(await standIn.AppointAsync(Absent(Today, Today.AddDays(4)), Of(_old), CancellationToken.None));
        Assert.Equal(new[] { _old, _head }.Order(), _ledger.Get<ToldNotices>().Facts.OfType<Tell>().Where(t => t.Cause == $"deputy:{deputyship:N}").Select(t => t.Account!.Value).Order());
        // As the platform has it on those days: the liaison's role, held for somebody.
        var deputy = new Actor(_head, ActorKind.Account, "fuzeren", [new Grant("liaison", new(ScopeKind.Unit, Unit), new HashSet<string> { LedgerRules.ReportVerb }) { DeputyFor = _old }]);
        var row = await _ledger.RowAsync(KeyPoints, 4);
        TestLedger.Done(await _ledger.Get<ReportProgress>().HandleAsync(row.Seen, new(row.Shares.Single(s => s.Share.Unit == Unit).Share.Id, "管网改造 5 公里。", false, null), deputy, CancellationToken.None));
        var report = await _ledger.ReadAsync(db => db.Acts.SingleAsync(a => a.Kind == ActKind.Reported));
        Assert.Equal(($"account:{_head:N}", $"account:{_old:N}"), (report.By, report.OnBehalfOf));
        // Whoever stands in does not say who stands in.
        Assert.Equal("ledger.not-your-unit", TestLedger.CodeOf(await standIn.AppointAsync(Absent(Today, Today.AddDays(1)), deputy, CancellationToken.None)));
        TestLedger.Done(await standIn.EndAsync(Unit, deputyship, Of(_old), CancellationToken.None));
        Assert.Empty(await _ledger.AskAsync<HandoverDesk, IReadOnlyList<Deputyship>>(d => d.DeputiesAsync(Unit, Today, CancellationToken.None)));
    }

    private Absence Absent(DateOnly? from, DateOnly? until) => new(Unit, _old, _head, from, until, "外出学习。");

    private IEnumerable<Tell> Told(Guid handover) => _ledger.Get<ToldNotices>().Facts.OfType<Tell>().Where(t => t.Cause == $"handover:{handover:N}");

    private Task<Result<Guid>> MakeAsync(Actor by) => _ledger.Get<HandOver>().MakeAsync(new(Unit, _old, _next, "岗位调整。", "排水科科长", "给排水科科长"), by, CancellationToken.None);

    private Task<HandoverView?> ViewAsync(Guid id, Actor by) => _ledger.AskAsync<HandoverDesk, HandoverView?>(d => d.FindAsync(id, by, CancellationToken.None));

    private static Actor Of(Guid account) => LedgerTests.Liaison(Unit) with { Id = account };

    private void Move(DateOnly day) => _ledger.Clock.RestoreSeed(day.StartsAt().AddHours(9));

    private async Task<Guid> PersonAsync(string name, string role)
    {
        TestLedger.Done(await _ledger.AskAsync<AccountAdministration, Result<NewLink>>(a => a.CreateAsync(Administrator, name, null, default)));
        var id = (await _ledger.AskAsync<AccountAdministration, IReadOnlyList<AccountLine>>(a => a.ListAsync(0, 100, default))).Single(a => a.Name == name).Id;
        TestLedger.Done(await _ledger.AskAsync<AccountAdministration, Result<bool>>(a => a.GiveRoleAsync(Administrator, id, role, new(ScopeKind.Unit, Unit), default)));
        return id;
    }
}
