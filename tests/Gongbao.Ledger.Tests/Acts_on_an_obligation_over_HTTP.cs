using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Gongbao.Ledger.Tests;

/// <summary>What the page of an obligation does, programs do.</summary>
public sealed class Acts_on_an_obligation_over_HTTP : IAsyncLifetime
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

    [Fact, Clause("LED-01"), Clause("LED-02"), Clause("LED-05")]
    public async Task Set_a_limit_with_what_it_rests_on_and_show_how_its_day_follows()
    {
        var before = await OneAsync(4, _followUp);
        var (seen, id) = (before.GetProperty("obligation").Text("seen"), before.Id("id"));
        await _followUp.DoneAsync("/api/ledger/limits", new { seen, limit = "2025年9月30日前", by_higher = true, reason = "省上要求提前。", source = "川办发〔2025〕12号" });

        var after = await OneAsync(4, _followUp);
        Assert.Equal("overridden,document", string.Join(',', after.All("limits").Select(l => l.Text("origin"))));
        Assert.Contains("按川办发〔2025〕12号的要求改为“2025年9月30日前”", after.Text("limit_explained"), StringComparison.Ordinal);
        Assert.Equal("2025-09-30", after.GetProperty("obligation").All("shares")[0].Text("owed_on"));
        Assert.Equal("accepted,limit_overridden", string.Join(',', after.All("acts").Select(a => a.Text("kind"))));
        Assert.Equal($"ledger.manage obligation:{id:N}", (await _site.JournalAsync())[^1]);

        // What was seen is no longer so; nothing is changed.
        Assert.Equal((HttpStatusCode.Conflict, "ledger.changed-meanwhile"), Told(await _followUp.RefusedAsync("/api/ledger/limits", new { seen, limit = "每半年", reason = "再改。" })));
        Assert.Equal((HttpStatusCode.Conflict, "ledger.bad-limit"), Told(await _followUp.RefusedAsync("/api/ledger/limits", new { seen = after.GetProperty("obligation").Text("seen"), limit = "改天", reason = "。" })));
    }

    [Fact, Clause("LED-01"), Clause("LED-13")]
    public async Task Ask_and_answer_write_measures_and_release()
    {
        var share = (await OneAsync(4, _housing)).GetProperty("obligation").All("shares")[0].Id("share");
        await _housing.DoneAsync("/api/ledger/measures", new { seen = await SeenAsync(4), share, text = "分三段施工，逐段验收。", owner = "工程科", day = "2025-10-31" });
        await _housing.DoneAsync("/api/ledger/requests", new { seen = await SeenAsync(4), share, kind = "extension", day = "2026-03-31", reason = "管线迁改未完成。" });
        await _housing.DoneAsync("/api/ledger/requests", new { seen = await SeenAsync(4), share, kind = "difficulty", reason = "缺少测绘资料。" });
        var asked = (await OneAsync(4, _followUp)).All("acts").Where(a => a.GetProperty("is_waiting").GetBoolean()).ToList();
        Assert.Equal("extension_asked,raised", string.Join(',', asked.Select(a => a.Text("kind"))));
        await _followUp.DoneAsync("/api/ledger/request-answers", new { seen = await SeenAsync(4), request = asked[0].Id("act"), is_granted = true });
        Assert.Equal("2026-03-31", (await OneAsync(4, _anybody)).GetProperty("obligation").All("shares")[0].Text("owed_on"));
        Assert.Equal("ledger.no-text", (await _followUp.RefusedAsync("/api/ledger/request-answers", new { seen = await SeenAsync(4), request = asked[1].Id("act") })).Code);
        await _followUp.DoneAsync("/api/ledger/releases", new { seen = await SeenAsync(4), share, reason = "机构职责调整。" });
        Assert.Equal("released", (await OneAsync(4, _anybody)).GetProperty("obligation").All("shares")[0].Text("state"));

        var (status, code, why) = await _housing.RefusedAsync("/api/ledger/requests", new { seen = await SeenAsync(4), share, kind = "more" });
        Assert.Equal((HttpStatusCode.Conflict, "ledger.no-act"), (status, code));
        Assert.StartsWith("kind 应是 extension、return、difficulty 之一", why, StringComparison.Ordinal);
    }

    [Fact, Clause("LED-11")]
    public async Task Make_a_report_public_and_keep_what_is_not_inside()
    {
        var share = (await OneAsync(4, _housing)).GetProperty("obligation").All("shares")[0].Id("share");
        await _housing.DoneAsync("/api/ledger/reports", new { seen = await SeenAsync(4), share, text = "已完成 9 公里。" });
        var inside = await OneAsync(4, _housing);
        Assert.Equal("accepted,reported", string.Join(',', inside.All("acts").Select(a => a.Text("kind"))));
        var outside = await OneAsync(4, _anybody);
        Assert.Equal((JsonValueKind.Null, 0), (outside.GetProperty("acts").ValueKind, outside.All("reports").Count));
        Assert.Equal(JsonValueKind.Null, (await OneAsync(4, _water)).GetProperty("acts").ValueKind);

        await _followUp.DoneAsync("/api/ledger/report-publications", new { seen = await SeenAsync(4), report = inside.All("acts")[1].Id("act") });
        var told = Assert.Single((await OneAsync(4, _anybody)).All("reports"));
        Assert.Equal(("已完成 9 公里。", JsonValueKind.Null), (told.Text("text"), told.GetProperty("by").ValueKind));
    }

    [Fact, Clause("LED-01")]
    public async Task Decide_what_the_document_leaves_open_and_say_what_is_to_be_shown()
    {
        var programme = await _anybody.AskAsync($"/api/ledger/programmes/{KeyPoints}");
        var open = programme.All("obligations").First(o => o.All("questions").Any(q => q.GetString()!.Contains("单位", StringComparison.Ordinal))).GetProperty("ordinal").GetInt32();
        var one = await OneAsync(open, _anybody);
        var question = one.All("questions").First(q => q.Text("kind") is not "limit" && q.GetProperty("answer").ValueKind is JsonValueKind.Null);
        Assert.Equal("ledger.no-such-unit", (await _followUp.RefusedAsync("/api/ledger/question-decisions", new { seen = await SeenAsync(open), question = question.Id("question"), units = new[] { "清河市没有局" }, reason = "商定。" })).Code);
        await _followUp.DoneAsync("/api/ledger/question-decisions", new { seen = await SeenAsync(open), question = question.Id("question"), units = Array.Empty<string>(), reason = "没有别的单位。" });
        Assert.StartsWith("不增列单位", (await OneAsync(open, _anybody)).All("questions").Single(q => q.Id("question") == question.Id("question")).Text("answer"), StringComparison.Ordinal);
        await _followUp.DoneAsync("/api/ledger/evidence-requirements", new { seen = await SeenAsync(open), text = "验收报告。" });
        Assert.Equal("验收报告。", (await OneAsync(open, _anybody)).Text("evidence_wanted"));
    }

    [Fact, Clause("LED-01")]
    public async Task Are_done_to_many_at_once_and_leave_what_changed_meanwhile()
    {
        var late = (await _anybody.AskAsync("/api/ledger/units/housing/shares")).All("shares");
        Assert.True(late.Count > 1);
        var picks = late.Take(2).Select(s => new { seen = s.Text("seen"), share = s.Id("share") }).ToList();
        await _followUp.DoneAsync("/api/ledger/evidence-requirements", new { picks[1].seen, text = "图片。" });
        var done = await _followUp.DoneAsync("/api/ledger/many/remind", new { picks, reason = "请抓紧。" });
        Assert.Equal(1, done.GetProperty("done").GetInt32());
        Assert.Contains("刚刚有别人办理过", Assert.Single(done.All("left")).Text("why"), StringComparison.Ordinal);

        Assert.Equal("ledger.nothing-picked", (await _followUp.RefusedAsync("/api/ledger/many/verify", new { })).Code);
        Assert.StartsWith("picks 第 1 份的 seen", (await _followUp.RefusedAsync("/api/ledger/many/verify", new { picks = new[] { new { seen = "x", share = picks[0].share } } })).Why, StringComparison.Ordinal);
    }

    [Fact, Clause("LED-01")]
    public async Task Enter_obligations_by_hand_all_or_none_also_of_a_document_on_paper()
    {
        var ids = (await _followUp.DoneAsync($"/api/ledger/programmes/{KeyPoints}/obligations", new { obligations = new[] { new { task = "建立月度会商制度。", units = "市水务局", limit = "2025.6.30前", source = "市长专题会议" } } })).All("obligations");
        var entered = await _anybody.AskAsync($"/api/ledger/obligations/{ids.Single().GetGuid()}");
        Assert.Equal(("市长专题会议", "2025-06-30"), (entered.Text("basis"), entered.GetProperty("obligation").All("shares")[0].Text("owed_on")));

        var (_, code, why) = await _followUp.RefusedAsync($"/api/ledger/programmes/{KeyPoints}/obligations", new { obligations = new[] { new { task = "好的一项。", source = "会议" }, new { task = "", source = "会议" } } });
        Assert.Equal(("ledger.no-text", "第 2 项：请填写任务。"), (code, why));

        var paper = (await _followUp.DoneAsync("/api/ledger/programmes", new { title = "关于报送防汛资料的通知", signed_on = "2025-05-01", source = "省水利厅纸质通知" })).Text("programme");
        await _followUp.DoneAsync($"/api/ledger/programmes/{Uri.EscapeDataString(paper)}/obligations", new { obligations = new[] { new { task = "报送水库清单。", units = "市水务局", limit = "5月底前" } } });
        Assert.Single((await _anybody.AskAsync($"/api/ledger/programmes/{Uri.EscapeDataString(paper)}")).All("obligations"));
    }

    [Fact, Clause("LED-12")]
    public async Task Say_what_waits_for_what()
    {
        await _followUp.DoneAsync("/api/ledger/awaited", new { seen = await SeenAsync(4), awaited = "5", reason = "先定方案。" });
        var awaited = Assert.Single((await OneAsync(4, _anybody)).All("awaits"));
        Assert.Equal(5, awaited.GetProperty("ordinal").GetInt32());
        Assert.Equal("ledger.cycle", (await _followUp.RefusedAsync("/api/ledger/awaited", new { seen = await SeenAsync(5), awaited = "4", reason = "反过来。" })).Code);
        await _followUp.DoneAsync("/api/ledger/awaited-ends", new { seen = await SeenAsync(4), awaited = awaited.Id("obligation"), reason = "方案已定。" });
        Assert.Empty((await OneAsync(4, _anybody)).All("awaits"));
    }

    [Theory]
    [InlineData("limits"), InlineData("events"), InlineData("request-answers"), InlineData("releases"), InlineData("report-publications"), InlineData("evidence-requirements"), InlineData("question-decisions"), InlineData("awaited")]
    [InlineData("awaited-ends"), InlineData("same-tasks"), InlineData("many/verify"), InlineData("many/remind"), InlineData("programmes"), InlineData($"programmes/{KeyPoints}/obligations")]
    public async Task Are_for_those_alone_whose_role_gives_them(string act)
    {
        var before = await _site.JournalAsync();
        using var forbidden = await _housing.PostAsJsonAsync("/api/ledger/" + act, new { }, Stop);
        using var unknown = await _anybody.PostAsJsonAsync("/api/ledger/" + act, new { }, Stop);
        // A token that is good for one unit does nothing that concerns others.
        using var token = _site.Open("housing-token");
        using var beyond = await token.PostAsJsonAsync("/api/ledger/" + act, new { picks = Array.Empty<object>() }, Stop);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (forbidden.StatusCode, unknown.StatusCode));
        Assert.True(beyond.StatusCode is HttpStatusCode.Forbidden || act == "many/verify", act);
        Assert.Equal(before, await _site.JournalAsync());
    }

    [Theory]
    [InlineData("events", "{ \"seen\": \"x\", \"day\": \"2025-02-30\" }", "正文里的 day 写得不对")]
    [InlineData("limits", "{ \"by_higher\": \"maybe\" }", "正文里的 by_higher 写得不对")]
    [InlineData("many/verify", "{ \"picks\": [ { \"share\": 4 } ] }", "正文里的 picks[0].share 写得不对")]
    [InlineData("question-decisions", "{ \"role\": \"boss\" }", "正文里的 role 写得不对")]
    [InlineData("limits", "{ \"seen\": ", "正文里的 seen 写得不对")]
    [InlineData("limits", "", "没有正文")]
    [InlineData("many/want", "null", "没有正文")]
    public async Task That_cannot_be_read_are_told_by_the_member_that_is_wrong(string act, string body, string why)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _followUp.PostAsync("/api/ledger/" + act, content, Stop);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(why, problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("requests"), InlineData("measures")]
    public async Task Of_a_unit_are_for_its_own_people(string act)
    {
        var share = (await OneAsync(4, _housing)).GetProperty("obligation").All("shares")[0].Id("share");
        Assert.Equal((HttpStatusCode.Forbidden, "ledger.not-your-unit"), Told(await _water.RefusedAsync("/api/ledger/" + act, new { seen = await SeenAsync(4), share, kind = "difficulty", reason = "。", text = "。", owner = "科", day = "2025-06-01" })));
        using var manager = await _followUp.PostAsJsonAsync("/api/ledger/" + act, new { }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, manager.StatusCode);
    }

    private static (HttpStatusCode, string) Told((HttpStatusCode Status, string Code, string Why) refused) => (refused.Status, refused.Code);

    private async Task<string> SeenAsync(int ordinal) => (await _anybody.AskAsync($"/api/ledger/programmes/{KeyPoints}")).All("obligations").Single(o => o.GetProperty("ordinal").GetInt32() == ordinal).Text("seen");

    private async Task<JsonElement> OneAsync(int ordinal, HttpClient client) => await client.AskAsync($"/api/ledger/obligations/{(await SeenAsync(ordinal)).Split(':')[0]}");
}
