using System.Net;
using System.Text.Json;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Reprojection;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Tests;

/// <summary>Handovers, deputies, saved views, runs that move days and alike tasks over HTTP.</summary>
public sealed class Arrangements_by_programs : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly Actor Administrator = LedgerTests.Person("administrator", AccessScope.City, AccountAdministration.Verb, AccountAdministration.RolesVerb);
    private LedgerSite _site = null!;
    private HttpClient _followUp = null!, _housing = null!, _water = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2025, 5, 6));
        (_followUp, _housing, _water) = (_site.Open("follow-up"), _site.Open("housing"), _site.Open("water"));
        await _followUp.DoneAsync($"/api/ledger/programmes/{LedgerTests.KeyPoints}/acceptance", new { });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { _followUp, _housing, _water }) client.Dispose();
        await _site.DisposeAsync();
    }

    [Fact, Clause("LED-02")]
    public async Task Hand_the_work_of_a_unit_over_to_whoever_takes_it_and_appoint_deputies()
    {
        await AccessSetup.StartKeysAsync(_site.Services, Stop);
        var (old, next, head) = (await PersonAsync("lianluo-a", "liaison"), await PersonAsync("lianluo-b", "liaison"), await PersonAsync("fuzeren", "unit-head"));
        using var successor = _site.Open(next.ToString());
        var id = (await _housing.DoneAsync("/api/ledger/handovers", new { unit = "housing", leaver = old, successor = next, reason = "岗位调整。" })).Id("handover");
        var list = await successor.AskAsync($"/api/ledger/handovers/{id}");
        Assert.NotEmpty(list.All("lines"));
        var seen = list.GetProperty("handover").Text("seen");
        Assert.Equal("ledger.not-the-successor", (await _housing.RefusedAsync("/api/ledger/handover-answers", new { seen, is_taken = true })).Code);
        await successor.DoneAsync("/api/ledger/handover-answers", new { seen, is_taken = true });
        Assert.Equal("ledger.changed-meanwhile", (await successor.RefusedAsync("/api/ledger/handover-answers", new { seen, is_taken = true })).Code);
        Assert.Contains($"ledger.report handover:{id:N}", await _site.JournalAsync());

        var deputy = (await _housing.DoneAsync("/api/ledger/deputies", new { unit = "housing", absent = old, deputy = head, from = "2025-05-07", until = "2025-05-09", reason = "出差。" })).Id("deputyship");
        var unit = await _housing.AskAsync("/api/ledger/units/housing/handovers");
        Assert.Equal((3, deputy, "confirmed"), (unit.All("accounts").Count, Assert.Single(unit.All("deputies")).Id("deputyship"), Assert.Single(unit.All("handovers")).Text("state")));
        await _housing.DoneAsync("/api/ledger/deputy-ends", new { unit = "housing", deputyship = deputy });
        Assert.Empty((await _housing.AskAsync("/api/ledger/units/housing/handovers")).All("deputies"));

        Assert.Equal((HttpStatusCode.Forbidden, "ledger.not-your-unit"), (await _water.RefusedAsync("/api/ledger/deputies", new { unit = "housing", absent = old, deputy = head, from = "2025-05-07", until = "2025-05-09", reason = "。" })) is var no ? (no.Status, no.Code) : default);
        using var beyond = await _water.GetAsync("/api/ledger/units/housing/handovers", Stop);
        using var hidden = await _water.GetAsync($"/api/ledger/handovers/{id}", Stop);
        using var none = await _housing.GetAsync("/api/ledger/units/none/handovers", Stop);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (beyond.StatusCode, hidden.StatusCode, none.StatusCode));
    }

    [Fact, Clause("LED-01")]
    public async Task Keep_views_for_oneself_and_for_ones_unit()
    {
        var view = (await _housing.DoneAsync("/api/ledger/views", new { path = "/work", query = "programme=x&page=3", name = "近期", unit = "housing" })).Id("view");
        var kept = Assert.Single((await _housing.AskAsync("/api/ledger/views?path=/work")).All("views"));
        Assert.Equal(("/work?programme=x", true), (kept.Text("address"), kept.GetProperty("is_own").GetBoolean()));
        Assert.Empty((await _water.AskAsync("/api/ledger/views?path=/work")).All("views"));
        Assert.Equal(HttpStatusCode.Forbidden, (await _water.RefusedAsync("/api/ledger/views", new { path = "/work", name = "近期", unit = "housing" })).Status);
        using var others = await _water.DeleteAsync($"/api/ledger/views/{view}", Stop);
        using var own = await _housing.DeleteAsync($"/api/ledger/views/{view}", Stop);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (others.StatusCode, own.StatusCode));
        Assert.Contains($"ledger.save-view view:{view:N}", await _site.JournalAsync());
    }

    [Fact, Clause("LED-02")]
    public async Task Show_what_was_worked_out_anew_to_those_who_manage()
    {
        await _site.Services.GetRequiredService<Reproject>().HandleAsync(Stop);
        var run = (await _followUp.AskAsync("/api/ledger/reprojections")).All("runs")[0];
        Assert.Equal(run.GetProperty("moved").GetInt32(), (await _followUp.AskAsync($"/api/ledger/reprojections/{run.Id("run")}/moves")).GetProperty("total").GetInt32());
        using var forbidden = await _housing.GetAsync("/api/ledger/reprojections", Stop);
        using var none = await _followUp.GetAsync($"/api/ledger/reprojections/{Guid.CreateVersion7()}/moves", Stop);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (forbidden.StatusCode, none.StatusCode));
    }

    [Fact, Clause("LED-12")]
    public async Task Decide_which_alike_tasks_are_the_same()
    {
        var task = (await _followUp.AskAsync($"/api/ledger/programmes/{LedgerTests.KeyPoints}")).All("obligations")[3].Text("task");
        var paper = (await _followUp.DoneAsync("/api/ledger/programmes", new { title = "关于同一件事的通知", signed_on = "2025-05-01", source = "省厅纸质通知" })).Text("programme");
        await _followUp.DoneAsync($"/api/ledger/programmes/{Uri.EscapeDataString(paper)}/obligations", new { obligations = new[] { new { task, units = "市住房城乡建设局" } } });
        var pair = (await _followUp.AskAsync("/api/ledger/alike-tasks")).All("pairs")[0];
        Assert.Equal(JsonValueKind.Null, pair.GetProperty("decided").ValueKind);
        await _followUp.DoneAsync("/api/ledger/same-tasks", new { seen = pair.GetProperty("one").Text("seen"), other = pair.GetProperty("other").Text("seen"), is_same = true });
        Assert.Equal("same_task", (await _followUp.AskAsync("/api/ledger/alike-tasks")).All("pairs").Single(p => p.GetProperty("one").Id("obligation") == pair.GetProperty("one").Id("obligation") && p.GetProperty("other").Id("obligation") == pair.GetProperty("other").Id("obligation")).Text("decided"));
        using var forbidden = await _housing.GetAsync("/api/ledger/alike-tasks", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    private async Task<Guid> PersonAsync(string name, string role)
    {
        TestLedger.Done(await _site.AskAsync<AccountAdministration, Result<NewLink>>(a => a.CreateAsync(Administrator, name, null, Stop)));
        var id = (await _site.AskAsync<AccountAdministration, IReadOnlyList<AccountLine>>(a => a.ListAsync(0, 100, Stop))).Single(a => a.Name == name).Id;
        TestLedger.Done(await _site.AskAsync<AccountAdministration, Result<bool>>(a => a.GiveRoleAsync(Administrator, id, role, new(ScopeKind.Unit, "housing"), Stop)));
        return id;
    }
}
