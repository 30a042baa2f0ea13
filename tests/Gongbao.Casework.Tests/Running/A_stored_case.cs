using Gongbao.Casework.Running;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Casework.Tests.Running;

/// <summary>What was done to a case is in the database, and is the same when it is read again.</summary>
public abstract class A_stored_case(StoreProvider provider) : CaseworkTests(provider)
{
    [Fact]
    public async Task Joins_with_the_last_of_six_items()
    {
        var begun = await Room.BeginAsync();
        Assert.Matches("^20250303-[2-9A-Z]{4}-[2-9A-Z]{4}$", begun.Reference);
        await DoAsync(begun.Id, CaseAct.Give("papers"), CaseParty.Applicant);
        foreach (var item in SixItems.Declaration.Items.SkipLast(1)) await GrantAsync(begun.Id, item.Id);
        Assert.Equal(CasePhase.Running, (await DoAsync(begun.Id, CaseAct.Accept("allowance"))).Phase);
        var ended = await DoAsync(begun.Id, CaseAct.End("allowance", "granted"));
        Assert.Equal((CasePhase.Closed, CaseOutcome.Completed), (ended.Phase, ended.Outcome));
        await AgreesAsync(begun.Id);
        Assert.Null(await Room.ReadAsync(db => db.Cases.Select(c => c.NextEnd).SingleAsync()));
        Assert.All(await Room.ReadAsync(db => db.Items.ToListAsync()), i => Assert.Null(i.DueOn));
        // One journal entry a transition, and nothing beside.
        Assert.Equal(14, (await Room.JournalAsync(begun.Id)).Count);
    }

    [Fact]
    public async Task Keeps_every_clock_exactly()
    {
        var id = (await Room.BeginAsync()).Id;
        await DoAsync(id, CaseAct.Give("papers"));
        await DoAsync(id, CaseAct.Note("certificate", "identity"));
        await DoAsync(id, CaseAct.Notify(new Dictionary<string, string>()));
        await AgreesAsync(id);
        Move(new(2025, 3, 4));
        await DoAsync(id, CaseAct.Supply("certificate", "identity"), CaseParty.Applicant);
        await DoAsync(id, CaseAct.Accept("certificate"));
        await DoAsync(id, CaseAct.Pause("certificate", "handle", "expert"));
        await AgreesAsync(id);
        Move(new(2025, 3, 6), hour: 14);
        await DoAsync(id, CaseAct.Resume("certificate", "handle", "expert"));
        await DoAsync(id, CaseAct.Extend("certificate", "handle", 10));
        await DoAsync(id, CaseAct.Inquire("certificate", "opinion"));
        await AgreesAsync(id);
        // Nobody answered: silence counted as consent at the very end of the 48 hours, and the act of the day after comes behind it.
        Move(new(2025, 3, 10));
        await DoAsync(id, CaseAct.End("certificate", "granted"));
        var events = await AgreesAsync(id);
        var answered = events.Single(e => e.Kind == CaseEventKind.Answered);
        Assert.Equal(("agrees", events.Single(e => e.Kind == CaseEventKind.Inquired).EffectiveAt.AddHours(48)), (answered.Answer, answered.EffectiveAt));
        await DoAsync(id, CaseAct.Halt("died"));
        await AgreesAsync(id);
    }

    [Fact]
    public async Task Keeps_what_has_to_follow_and_what_was_committed_to()
    {
        var id = (await Room.BeginAsync()).Id;
        await DoAsync(id, CaseAct.AcceptAhead("certificate"));
        await AgreesAsync(id);
        Assert.Equal(new DateOnly(2025, 3, 6), await Room.ReadAsync(db => db.Items.Where(i => i.Item == "certificate").Select(i => i.DueOn).SingleAsync()));
        await DoAsync(id, CaseAct.Commit("papers"), CaseParty.Applicant);
        await AgreesAsync(id);
        await DoAsync(id, CaseAct.Disprove("papers"));
        await AgreesAsync(id);
        Assert.NotEmpty((await Room.StoredAsync(id)).State.Broken);
    }

    [Fact]
    public async Task Goes_on_under_another_version_and_is_put_right_after_its_end()
    {
        var id = (await Room.BeginAsync()).Id;
        await DoAsync(id, CaseAct.Give("papers"));
        await GrantAsync(id, "certificate");
        await DoAsync(id, CaseAct.Move(SixItems.Later), CaseParty.Program);
        Assert.Equal(("v2", 7), (await Room.ReadAsync(db => db.Cases.Select(c => c.Version).SingleAsync()), await Room.ReadAsync(db => db.Items.CountAsync())));
        await AgreesAsync(id);
        Assert.Equal((ItemPhase.LeftOut, ItemPhase.Open), ((await Room.StoredAsync(id)).State.Items["vaccination"].Phase, (await Room.StoredAsync(id)).State.Items["screening"].Phase));
        await DoAsync(id, CaseAct.Correct("certificate", "certificate", "姓名有误。"));
        await GrantAsync(id, "screening");
        await AgreesAsync(id);
        await using var anew = await Room.AnewAsync();
        TestCasework.Done(await anew.DoAsync(id, CaseAct.Accept("registration"), Everybody));
    }

    [Fact]
    public async Task Seals_what_is_personal_and_knows_it_after_a_new_start()
    {
        var id = (await Room.BeginAsync(insured: false)).Id;
        var answers = await Room.ReadAsync(db => db.Answers.Where(a => a.CaseId == id).ToDictionaryAsync(a => a.Field));
        Assert.Equal((7, "2025-02-20", "police"), (answers.Count, answers["born_on"].Value, answers["office"].Value));
        Assert.All(answers.Values.Where(a => a.Field is not ("born_on" or "office")), a => Assert.StartsWith("gb1.", a.Value, StringComparison.Ordinal));
        Assert.Equal(["mother_number"], answers.Values.Where(a => a.Mark is not null).Select(a => a.Field));
        await DoAsync(id, CaseAct.Give("papers"));
        await using var anew = await Room.AnewAsync();
        foreach (var item in (string[])["certificate", "registration"])
        {
            TestCasework.Done(await anew.DoAsync(id, CaseAct.Accept(item), Everybody));
            TestCasework.Done(await anew.DoAsync(id, CaseAct.End(item, "granted"), Everybody));
        }
        // The rule asks about a sealed answer: this child is not to be insured.
        Assert.Equal(ItemPhase.LeftOut, (await anew.StoredAsync(id)).State.Items["insurance"].Phase);
        Assert.Equal("case.item-left-out", TestCasework.CodeOf(await anew.DoAsync(id, CaseAct.Accept("insurance"), Everybody)));
    }

    [Fact]
    public async Task Is_not_begun_by_a_form_that_is_wrong()
    {
        var application = SixItems.Application();
        var begin = Room.Get<BeginCase>();
        async Task<string?> CodeAsync(string field, string value) => TestCasework.CodeOf(await begin.HandleAsync(application with { Answers = [.. application.Answers.Where(a => a.Field != field), new(field, value)] }, CaseParty.Applicant, default));
        Assert.Equal("case.wrong-answer", await CodeAsync("mother_number", "110101199003072211"));
        Assert.Equal("case.wrong-answer", await CodeAsync("born_on", "2025-02-30"));
        Assert.Equal("case.no-answer-given", await CodeAsync("child", " "));
        Assert.Equal("case.no-field", await CodeAsync("father", "某"));
        Assert.Equal("case.not-eligible", await CodeAsync("born_on", "2023-12-31"));
        Assert.Equal("case.not-declared", TestCasework.CodeOf(await begin.HandleAsync(application with { Declaration = "seven" }, CaseParty.Applicant, default)));
        Assert.Equal("case.received-later", TestCasework.CodeOf(await begin.HandleAsync(application with { ReceivedAt = TestCasework.Morning.AddDays(1) }, CaseParty.Applicant, default)));
        Assert.Equal(0, await Room.ReadAsync(db => db.Cases.CountAsync()) + await Room.ReadAsync(db => db.Answers.CountAsync()));
    }

    [Fact]
    public async Task Is_worked_on_by_the_item_s_own_unit_alone()
    {
        var id = (await Room.BeginAsync()).Id;
        await DoAsync(id, CaseAct.Give("papers"));
        Assert.Equal("case.not-allowed", TestCasework.CodeOf(await Room.DoAsync(id, CaseAct.Accept("certificate"), TestCasework.Clerk("police"))));
        Assert.Equal("case.not-allowed", TestCasework.CodeOf(await Room.DoAsync(id, CaseAct.Accept("certificate"), CaseParty.Applicant)));
        Assert.Equal("case.no-such-case", TestCasework.CodeOf(await Room.DoAsync(Guid.CreateVersion7(), CaseAct.Accept("certificate"), Everybody)));
        await DoAsync(id, CaseAct.Accept("certificate"), TestCasework.Clerk("health"));
        await DoAsync(id, CaseAct.End("certificate", "granted"), TestCasework.Clerk("health"));
        // Who registers is said by a field.
        Assert.Equal("case.not-allowed", TestCasework.CodeOf(await Room.DoAsync(id, CaseAct.Accept("registration"), TestCasework.Clerk("health"))));
        await DoAsync(id, CaseAct.Accept("registration"), TestCasework.Clerk("police"));
        Assert.Equal(3, (await Room.JournalAsync(id)).Count(l => l.Contains("refused case.not-allowed", StringComparison.Ordinal)));
        await AgreesAsync(id);
    }

    [Fact]
    public async Task Does_once_what_is_asked_twice_under_one_key()
    {
        Task<Kernel.Results.Result<CaseStanding>> Once(string key, Func<Task<Kernel.Results.Result<CaseStanding>>> act) => Task.Run(async () =>
        {
            using var under = RequestKey.Use(key, "same"u8.ToArray());
            return await act();
        });
        var begin = Room.Get<BeginCase>();
        var first = TestCasework.Done(await Once("k1", () => begin.HandleAsync(SixItems.Application(), CaseParty.Applicant, default)));
        Assert.Equal(first, TestCasework.Done(await Once("k1", () => begin.HandleAsync(SixItems.Application(), CaseParty.Applicant, default))));
        var given = TestCasework.Done(await Once("k2", () => Room.DoAsync(first.Id, CaseAct.Give("papers"), CaseParty.Applicant)));
        var accepted = TestCasework.Done(await Once("k3", () => Room.DoAsync(first.Id, CaseAct.Accept("certificate"), Everybody)));
        Assert.Equal(given, TestCasework.Done(await Once("k2", () => Room.DoAsync(first.Id, CaseAct.Give("papers"), CaseParty.Applicant))));
        Assert.Equal(accepted, TestCasework.Done(await Once("k3", () => Room.DoAsync(first.Id, CaseAct.Accept("certificate"), Everybody))));
        await DoAsync(first.Id, CaseAct.End("certificate", "granted"));
        Assert.Equal(1, await Room.ReadAsync(db => db.Cases.CountAsync()));
        await AgreesAsync(first.Id);
    }

    [Fact]
    public async Task Is_done_to_one_act_after_another()
    {
        var id = (await Room.BeginAsync()).Id;
        await DoAsync(id, CaseAct.Give("papers"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Room.DoAsync(id, CaseAct.Accept("certificate"), Everybody)));
        Assert.Equal(19, answers.Count(a => TestCasework.CodeOf(a) == "case.not-open"));
        await AgreesAsync(id);
    }

    /// <summary>Rows and events say the same; the events are answered.</summary>
    private protected async Task<IReadOnlyList<CaseEvent>> AgreesAsync(Guid id, TestCasework? room = null)
    {
        var events = await (room ?? Room).EventsAsync(id);
        var stored = await (room ?? Room).StoredAsync(id);
        TestCasework.Same(CaseFold.Of(SixItems.Declaration, events, v => v == SixItems.Later.Version ? SixItems.Later : SixItems.Declaration), stored.State);
        if (Room.Get<CasesInHand>().Find(id) is { } kept && room is null) TestCasework.Same(stored.State, kept.State);
        return events;
    }
}

public sealed class A_stored_case_on_SQLite() : A_stored_case(StoreProvider.Sqlite);

public sealed class A_stored_case_on_PostgreSQL() : A_stored_case(StoreProvider.Postgres)
{
    [Fact]
    public async Task Is_never_forked_by_two_programs()
    {
        await using var other = await Room.BesideAsync();
        var ids = new List<Guid>();
        for (var n = 0; n < 6; n++) ids.Add((await Room.BeginAsync(n)).Id);
        // Both do everything that is to be done on each case, at once.
        var acts = new List<CaseAct> { CaseAct.Give("papers") };
        foreach (var item in SixItems.Declaration.Items) acts.AddRange([CaseAct.Look(item.Id), CaseAct.Accept(item.Id), CaseAct.End(item.Id, "granted")]);
        async Task<int> WorkAsync(TestCasework room, Guid id)
        {
            var done = 0;
            foreach (var act in acts)
                if (TestCasework.CodeOf(await room.DoAsync(id, act, Everybody)) is var code && code is null) done++;
                else Assert.Contains(code, (string[])["case.not-open", "case.not-handling", "case.item-ended", "case.closed", "case.not-now", "case.changed-meanwhile"]);
            return done;
        }
        var work = ids.SelectMany(id => (Task<int>[])[Task.Run(() => WorkAsync(Room, id)), Task.Run(() => WorkAsync(other, id))]).ToList();
        await Task.WhenAll(work);
        foreach (var id in ids)
        {
            // What one program had in hand is proved by what the other wrote.
            await WorkAsync(other, id);
            var events = await AgreesAsync(id, other);
            Assert.Equal((6, 1), (events.Count(e => e.Kind == CaseEventKind.Ended), events.Count(e => e.Kind == CaseEventKind.Joined)));
        }
    }
}
