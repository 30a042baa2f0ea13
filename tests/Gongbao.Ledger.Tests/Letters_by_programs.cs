using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Gongbao.Ledger.Tests;

/// <summary>The whole way of a supervision letter over HTTP.</summary>
public sealed class Letters_by_programs : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;
    private HttpClient _followUp = null!, _signer = null!, _housing = null!, _water = null!, _anybody = null!, _token = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2026, 1, 12));
        (_followUp, _signer, _housing, _water, _anybody, _token) = (_site.Open("follow-up"), _site.Open("signer"), _site.Open("housing"), _site.Open("water"), _site.Open(), _site.Open("housing-token"));
        await _followUp.DoneAsync($"/api/ledger/programmes/{LedgerTests.KeyPoints}/acceptance", new { });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { _followUp, _signer, _housing, _water, _anybody, _token }) client.Dispose();
        await _site.DisposeAsync();
    }

    [Fact, Clause("LED-07")]
    public async Task Are_drafted_signed_served_and_replied_to_each_step_in_the_journal()
    {
        var id = await DraftAsync();
        Assert.Empty((await _housing.AskAsync("/api/ledger/letters")).All("letters"));
        await _followUp.DoneAsync("/api/ledger/letters/edits", new { seen = await SeenAsync(id), title = "关于抓紧办理的督办函", body = "请抓紧。\n请于限期前回复。", reply_by = "2026-01-30" });
        await _signer.DoneAsync("/api/ledger/letters/returns", new { seen = await SeenAsync(id), reason = "补写依据。" });
        await _followUp.DoneAsync("/api/ledger/letters/edits", new { seen = await SeenAsync(id), title = "关于抓紧办理的督办函", body = "按年度要点，请抓紧。", reply_by = "2026-01-30" });
        await _signer.DoneAsync("/api/ledger/letters/signatures", new { seen = await SeenAsync(id) });
        await _followUp.DoneAsync("/api/ledger/letters/services", new { seen = await SeenAsync(id), kind = "direct", day = "2026-01-12", recipient = "办公室收发岗" });
        await _housing.DoneAsync("/api/ledger/letters/replies", new { seen = await SeenAsync(id), text = "已倒排工期。", link = "https://example.org/plan" });

        var letter = await _housing.AskAsync($"/api/ledger/letters/{id}");
        Assert.Equal(("replied", "2026-01-12"), (letter.GetProperty("letter").Text("state"), letter.GetProperty("letter").Text("served_on")));
        Assert.Equal("drafted,edited,given_back,edited,signed,served,replied", string.Join(',', letter.All("acts").Select(a => a.Text("kind"))));
        Assert.Matches("^.+〔2026〕1号$", letter.GetProperty("letter").Text("number"));
        Assert.Equal(6, (await _site.JournalAsync()).Count(e => e.EndsWith($" letter:{id:N}", StringComparison.Ordinal) && !e.StartsWith("ledger.manage unit", StringComparison.Ordinal)) - 1); // the draft has an entry of its own

        await _signer.DoneAsync("/api/ledger/letters/withdrawals", new { seen = await SeenAsync(id), reason = "编错单位。" });
        Assert.Equal("withdrawn", (await _followUp.AskAsync($"/api/ledger/letters/{id}")).GetProperty("letter").Text("state"));
    }

    [Fact, Clause("LED-07")]
    public async Task Are_listed_by_a_cursor_in_the_order_of_the_register()
    {
        var drafts = new List<Guid>();
        for (var i = 0; i < 52; i++) drafts.Add(await DraftAsync());
        foreach (var id in drafts.Take(2)) await _signer.DoneAsync("/api/ledger/letters/signatures", new { seen = await SeenAsync(id) });
        var first = await _followUp.AskAsync("/api/ledger/letters");
        Assert.Equal((50, 52), (first.All("letters").Count, first.GetProperty("total").GetInt32()));
        var second = await _followUp.AskAsync("/api/ledger/letters?cursor=" + first.Text("next"));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal([.. drafts.Skip(2).Reverse(), drafts[1], drafts[0]], first.All("letters").Concat(second.All("letters")).Select(l => l.Id("letter")));
        Assert.Equal([drafts[1], drafts[0]], (await _housing.AskAsync("/api/ledger/letters?state=sent")).All("letters").Select(l => l.Id("letter")));
        using var wrong = await _followUp.GetAsync("/api/ledger/letters?state=sent&cursor=" + first.Text("next"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact, Clause("LED-07")]
    public async Task Are_for_those_who_may_and_as_they_were_seen()
    {
        var id = await DraftAsync();
        var seen = await SeenAsync(id);
        foreach (var (client, act) in new[] { (_housing, "edits"), (_followUp, "signatures"), (_followUp, "returns"), (_housing, "services"), (_housing, "withdrawals"), (_signer, "replies"), (_token, "edits"), (_token, "withdrawals") })
        {
            using var refused = await client.PostAsJsonAsync("/api/ledger/letters/" + act, new { seen, reason = "。", text = "。" }, Stop);
            Assert.True(refused.StatusCode is HttpStatusCode.Forbidden, act);
        }
        using var unknown = await _anybody.PostAsJsonAsync("/api/ledger/letters/withdrawals", new { seen }, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        using var hidden = await _water.GetAsync($"/api/ledger/letters/{id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        await _signer.DoneAsync("/api/ledger/letters/signatures", new { seen });
        Assert.Equal("ledger.changed-meanwhile", (await _signer.RefusedAsync("/api/ledger/letters/signatures", new { seen })).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await _water.RefusedAsync("/api/ledger/letters/replies", new { seen = await SeenAsync(id), text = "代复。" })).Status);
        var (status, code, why) = await _followUp.RefusedAsync("/api/ledger/letters/services", new { seen = await SeenAsync(id), kind = "mail", day = "2026-02-01", recipient = "收发岗" });
        Assert.Equal((HttpStatusCode.Conflict, "ledger.bad-day", "请填写送达的日期，不早于签发之日，也不晚于今天。"), (status, code, why));
    }

    private async Task<Guid> DraftAsync()
    {
        var late = (await _followUp.AskAsync("/api/ledger/follow-up/late?unit=housing")).All("shares").Select(s => s.Id("share")).Take(2);
        return (await _followUp.DoneAsync("/api/ledger/letters", new { unit = "housing", shares = late })).Id("letter");
    }

    private async Task<string> SeenAsync(Guid id) => (await _followUp.AskAsync($"/api/ledger/letters/{id}")).GetProperty("letter").Text("seen");
}
