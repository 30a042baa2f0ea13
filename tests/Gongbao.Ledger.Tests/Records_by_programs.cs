using System.Net;
using System.Net.Http.Json;

namespace Gongbao.Ledger.Tests;

/// <summary>Team, meetings, visits, plans and experience over HTTP.</summary>
public sealed class Records_by_programs : IAsyncLifetime
{
    private const string KeyPoints = LedgerTests.KeyPoints;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;
    private HttpClient _followUp = null!, _housing = null!, _water = null!, _anybody = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2025, 5, 6));
        (_followUp, _housing, _water, _anybody) = (_site.Open("follow-up"), _site.Open("housing"), _site.Open("water"), _site.Open());
        await _followUp.DoneAsync($"/api/ledger/programmes/{KeyPoints}/acceptance", new { });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { _followUp, _housing, _water, _anybody }) client.Dispose();
        await _site.DisposeAsync();
    }

    [Fact, Clause("LED-14"), Clause("LED-15")]
    public async Task Of_meetings_make_their_resolutions_obligations()
    {
        var member = (await _followUp.DoneAsync($"/api/ledger/programmes/{KeyPoints}/team", new { unit = "市住房城乡建设局", post = "分管副局长", role = "deputy" })).Id("member");
        var meeting = (await _followUp.DoneAsync($"/api/ledger/programmes/{KeyPoints}/meetings", new { held_on = "2025-05-06", chair = "市政府副秘书长", subject = "管网改造", units = "市住房城乡建设局、市水务局", minutes = "听取汇报。", known = 0 })).Id("meeting");
        Assert.Equal("ledger.changed-meanwhile", (await _followUp.RefusedAsync($"/api/ledger/programmes/{KeyPoints}/meetings", new { held_on = "2025-05-06", chair = "市政府副秘书长", subject = "管网改造", units = "市水务局", minutes = "再记一次。", known = 0 })).Code);
        var seen = (await _housing.AskAsync($"/api/ledger/meetings/{meeting}")).Text("seen");
        await _followUp.DoneAsync("/api/ledger/resolutions", new { seen, is_obligation = true, entry = new { task = "月底前报送清单。", units = "市水务局", limit = "5月31日前" } });
        Assert.Equal("ledger.changed-meanwhile", (await _followUp.RefusedAsync("/api/ledger/resolutions", new { seen, is_obligation = false, entry = new { task = "下次会议另定。" } })).Code);
        var resolution = Assert.Single((await _housing.AskAsync($"/api/ledger/meetings/{meeting}")).All("resolutions"));
        Assert.Equal("第1次联席会议（2025年5月6日）议定事项第1项", (await _anybody.AskAsync($"/api/ledger/obligations/{resolution.Id("obligation")}")).Text("basis"));
        Assert.Contains($"ledger.manage meeting:{meeting:N}", await _site.JournalAsync());

        await _followUp.DoneAsync("/api/ledger/team-departures", new { member });
        var team = await _housing.AskAsync($"/api/ledger/programmes/{KeyPoints}/team");
        Assert.Equal((0, 1, 1), (team.All("members").Count, team.All("former").Count, team.All("meetings").Count));
    }

    [Fact, Clause("LED-08")]
    public async Task Of_visits_are_listed_by_a_cursor()
    {
        object Visit(string unit, int day) => new { kind = "survey", unit, on = $"2025-04-{day % 30 + 1:00}", where = "南浦区", found = "进度正常。" };
        for (var i = 0; i < 51; i++) await _housing.DoneAsync("/api/ledger/visits", Visit("housing", i));
        var first = await _water.AskAsync("/api/ledger/visits?unit=housing");
        var second = await _water.AskAsync("/api/ledger/visits?unit=housing&cursor=" + first.Text("next"));
        var all = first.All("visits").Concat(second.All("visits")).ToList();
        Assert.Equal((50, 51, 51), (first.All("visits").Count, all.Select(v => v.Id("visit")).Distinct().Count(), second.GetProperty("total").GetInt32()));
        Assert.Equal(all.Select(v => v.Text("on")).OrderDescending(StringComparer.Ordinal), all.Select(v => v.Text("on")));
        Assert.Equal((HttpStatusCode.Forbidden, "ledger.not-your-unit"), await _water.RefusedAsync("/api/ledger/visits", Visit("housing", 1)) is var no ? (no.Status, no.Code) : default);
        Assert.Equal("请写明地点，不超过 200 字。", (await _housing.RefusedAsync("/api/ledger/visits", new { unit = "housing", on = "2025-04-01", found = "。" })).Why);
        using var hidden = await _anybody.GetAsync("/api/ledger/visits", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, hidden.StatusCode);
        Assert.Equal(2025, (await _water.AskAsync("/api/ledger/units/water/line")).GetProperty("year").GetInt32());
    }

    [Fact, Clause("LED-16")]
    public async Task Of_plans_say_who_filed_and_who_is_missing()
    {
        await _followUp.DoneAsync($"/api/ledger/programmes/{KeyPoints}/plan-calls", new { units = "市住房城乡建设局、市水务局", due_on = "2025-05-20" });
        Assert.Equal("ledger.no-file", (await _housing.RefusedAsync($"/api/ledger/programmes/{KeyPoints}/plans", new { unit = "housing", title = "实施方案", dated_on = "2025-05-05" })).Code);
        var plan = (await _housing.DoneAsync($"/api/ledger/programmes/{KeyPoints}/plans", new { unit = "housing", title = "实施方案", dated_on = "2025-05-05", link = "https://example.org/plan" })).Id("plan");
        Assert.Equal(HttpStatusCode.Forbidden, (await _water.RefusedAsync($"/api/ledger/programmes/{KeyPoints}/plans", new { unit = "housing", title = "实施方案", dated_on = "2025-05-05", link = "https://example.org/plan" })).Status);
        var units = (await _water.AskAsync($"/api/ledger/programmes/{KeyPoints}/plans")).All("units");
        Assert.Equal(("已报送", "未报送"), (units.Single(u => u.Text("unit") == "housing").Text("state"), units.Single(u => u.Text("unit") == "water").Text("state")));
        Assert.Contains($"ledger.report plan:{plan:N}", await _site.JournalAsync());
    }

    [Fact, Clause("LED-08")]
    public async Task Of_experience_are_for_everybody_once_promoted()
    {
        var one = (await _anybody.AskAsync($"/api/ledger/programmes/{KeyPoints}")).All("obligations")[3];
        await _followUp.DoneAsync("/api/ledger/experience", new { obligation = Guid.Parse(one.Text("seen").Split(':')[0]), share = one.All("shares")[0].Id("share"), title = "分段验收", text = "逐段施工，逐段验收。", why = "少走弯路。" });
        Assert.Empty((await _anybody.AskAsync("/api/ledger/experience")).All("experience"));
        var seen = Assert.Single((await _followUp.AskAsync("/api/ledger/experience/marked")).All("experience")).Text("seen");
        await _followUp.DoneAsync("/api/ledger/experience-promotions", new { seen });
        var promoted = Assert.Single((await _anybody.AskAsync("/api/ledger/experience?programme=" + KeyPoints)).All("experience"));
        Assert.Equal("ledger.changed-meanwhile", (await _followUp.RefusedAsync("/api/ledger/experience-withdrawals", new { seen, reason = "。" })).Code);
        await _followUp.DoneAsync("/api/ledger/experience-withdrawals", new { seen = promoted.Text("seen"), reason = "情况有变。" });
        Assert.Empty((await _anybody.AskAsync("/api/ledger/experience")).All("experience"));
    }

    [Fact]
    public async Task Sent_again_under_the_same_key_are_kept_once()
    {
        using var keyed = _site.Open("housing");
        keyed.DefaultRequestHeaders.Add("Idempotency-Key", "visit-1");
        object Visit(string where) => new { unit = "housing", on = "2025-05-01", where, found = "进度正常。" };
        var first = await keyed.DoneAsync("/api/ledger/visits", Visit("南浦区"));
        var entries = await _site.JournalAsync();
        Assert.Equal(first.Id("visit"), (await keyed.DoneAsync("/api/ledger/visits", Visit("南浦区"))).Id("visit"));
        Assert.Equal(entries, await _site.JournalAsync());
        Assert.Equal("store.key-reused", (await keyed.RefusedAsync("/api/ledger/visits", Visit("别处"))).Code);
        Assert.Equal(1, (await _housing.AskAsync("/api/ledger/visits")).GetProperty("total").GetInt32());

        // What was seen has changed by the first of the two, and yet the second is given its answer.
        var row = (await _anybody.AskAsync($"/api/ledger/programmes/{KeyPoints}")).All("obligations")[3];
        using var measure = _site.Open("housing");
        measure.DefaultRequestHeaders.Add("Idempotency-Key", "measure-1");
        var input = new { seen = row.Text("seen"), share = row.All("shares")[0].Id("share"), text = "逐段施工。", owner = "工程科", day = "2025-10-31" };
        Assert.Equal((await measure.DoneAsync("/api/ledger/measures", input)).Id("obligation"), (await measure.DoneAsync("/api/ledger/measures", input)).Id("obligation"));
        Assert.Equal("ledger.changed-meanwhile", (await _housing.RefusedAsync("/api/ledger/measures", input)).Code);
    }

    [Theory]
    [InlineData($"programmes/{KeyPoints}/team"), InlineData("team-departures"), InlineData($"programmes/{KeyPoints}/meetings"), InlineData("resolutions"), InlineData($"programmes/{KeyPoints}/plan-calls")]
    [InlineData("experience"), InlineData("experience-promotions"), InlineData("experience-withdrawals")]
    public async Task Are_kept_by_those_alone_who_manage(string act)
    {
        using var forbidden = await _housing.PostAsJsonAsync("/api/ledger/" + act, new { }, Stop);
        using var unknown = await _anybody.PostAsJsonAsync("/api/ledger/" + act, new { }, Stop);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (forbidden.StatusCode, unknown.StatusCode));
    }
}
