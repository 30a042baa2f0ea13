using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Gongbao.Ledger.Tests;

public sealed class The_ledger_over_HTTP : IAsyncLifetime
{
    private const string KeyPoints = LedgerTests.KeyPoints;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await LedgerSite.StartAsync(new(2025, 5, 6));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact, Clause("LED-01"), Clause("LED-02")]
    public async Task Is_worked_by_programs_as_by_people()
    {
        using var followUp = _site.Open("follow-up");
        using var housing = _site.Open("housing");
        using var anybody = _site.Open();
        Assert.Equal(32, (await SentAsync(followUp, $"/api/ledger/programmes/{KeyPoints}/acceptance", new { })).GetProperty("obligations").GetInt32());

        var row = await RowAsync(anybody, 4);
        var share = row.GetProperty("shares")[0];
        Assert.Equal(("清河市住房和城乡建设局", "on_time", "2025-12-31"), (share.GetProperty("unit").GetString(), share.GetProperty("state").GetString(), share.GetProperty("owed_on").GetString()));
        await SentAsync(housing, "/api/ledger/reports", new { seen = row.GetProperty("seen").GetString(), share = share.GetProperty("share").GetGuid(), text = "21 公里全部完工。", is_done = true });
        var after = await RowAsync(anybody, 4);
        Assert.Equal("submitted", after.GetProperty("shares")[0].GetProperty("state").GetString());
        await SentAsync(followUp, "/api/ledger/verdicts", new { seen = after.GetProperty("seen").GetString(), share = share.GetProperty("share").GetGuid(), is_true = true });
        var done = await RowAsync(anybody, 4);
        Assert.Equal(("verified", 50), (done.GetProperty("shares")[0].GetProperty("state").GetString(), done.GetProperty("percent").GetInt32()));

        // Who acts on what is no longer so changes nothing.
        using var stale = await housing.PostAsJsonAsync("/api/ledger/reports", new { seen = row.GetProperty("seen").GetString(), share = share.GetProperty("share").GetGuid(), text = "再报。" }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.EndsWith("changed-meanwhile", (await stale.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_an_answer_that_is_still_good_and_the_day_it_is_of()
    {
        using var followUp = _site.Open("follow-up");
        await SentAsync(followUp, $"/api/ledger/programmes/{KeyPoints}/acceptance", new { });
        using var anybody = _site.Open();
        foreach (var address in new[] { "/api/ledger/programmes", $"/api/ledger/programmes/{KeyPoints}", $"/api/ledger/programmes/{KeyPoints}/obligations.csv?on=2025-12-31" })
        {
            using var first = await anybody.GetAsync(address, Stop);
            Assert.True(first.IsSuccessStatusCode, address);
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await anybody.SendAsync(again, Stop);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }

        var later = (await anybody.GetFromJsonAsync<JsonElement>($"/api/ledger/programmes/{KeyPoints}?on=2025-12-31", Stop)).GetProperty("counts");
        Assert.True(later.GetProperty("overdue").GetInt32() > 0);
        // Page, data and table say the same.
        var table = (await anybody.GetStringAsync($"/api/ledger/programmes/{KeyPoints}/obligations.csv?on=2025-12-31", Stop)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal(later.GetProperty("overdue").GetInt32(), table.Count(l => l.Contains(",逾期,", StringComparison.Ordinal)));
        Assert.Contains($">逾期（{later.GetProperty("overdue").GetInt32()}）<", await anybody.GetStringAsync($"/ledger/{KeyPoints}?on=2025-12-31", Stop), StringComparison.Ordinal);
    }

    [Fact, Clause("LED-03")]
    public async Task Says_how_a_period_is_written_where_an_address_names_none()
    {
        using var followUp = _site.Open("follow-up");
        using var accepted = await followUp.PostAsJsonAsync($"/api/ledger/programmes/{KeyPoints}/acceptance", new { }, Stop);
        using var wrong = await followUp.GetAsync($"/ledger/{KeyPoints}/reports/week/2025-W19", Stop);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Contains("周报写成其中一天 2025-05-06", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        // The week in which the ledger was opened leads to none before it.
        var week = await followUp.GetStringAsync($"/ledger/{KeyPoints}/reports/week/2025-05-06", Stop);
        Assert.DoesNotContain("reports/week/2025-04-28", week, StringComparison.Ordinal);
    }

    [Fact, Clause("LED-02"), Clause("LED-07")]
    public async Task Has_one_page_a_week_over_all_programmes()
    {
        using var followUp = _site.Open("follow-up");
        Assert.Contains("还没有文件的任务纳入台账。", await followUp.GetStringAsync("/ledger/week", Stop), StringComparison.Ordinal);
        await SentAsync(followUp, $"/api/ledger/programmes/{KeyPoints}/acceptance", new { });
        foreach (var from in new[] { "/ledger", "/ledger/follow-up" }) Assert.Contains("href=\"/ledger/week\"", await followUp.GetStringAsync(from, Stop), StringComparison.Ordinal);
        var page = await followUp.GetStringAsync("/ledger/week", Stop);
        Assert.Contains("<h1>任务推进情况周报（2025年5月5日至5月11日）</h1>", page, StringComparison.Ordinal);
        // The week in which the ledger was opened leads to none before it.
        Assert.DoesNotContain("href=\"/ledger/week/2025-04-28\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/ledger/{Uri.EscapeDataString(KeyPoints)}/reports/week/2025-05-05\"", page.Replace(KeyPoints, Uri.EscapeDataString(KeyPoints), StringComparison.Ordinal), StringComparison.Ordinal);
        // Any of its days names the week.
        Assert.Contains("1份文件的任务共32项", await followUp.GetStringAsync("/ledger/week/2025-05-11", Stop), StringComparison.Ordinal);
        foreach (var (address, status) in new[] { ("/ledger/week/2025-W19", 404), ("/ledger/week/2025-04-30", 404), ("/ledger/week/2025-05-12", 404), ("/api/ledger/week/2025-13/report.pdf", 400), ("/api/ledger/week/2025-05-06/report.docx", 200), ("/ledger/week/2025-05-05/report.pdf", 200) })
        {
            using var answer = await followUp.GetAsync(address, Stop);
            Assert.Equal((address, status), (address, (int)answer.StatusCode));
        }
        // Between two links there is a space.
        var obligation = (await RowAsync(followUp, 4)).GetProperty("seen").GetString()!.Split(':')[0];
        Assert.Contains($"登记走访调研</a>　<a href=\"/ledger/obligations/{obligation}/experience\"", WebUtility.HtmlDecode(await followUp.GetStringAsync($"/ledger/obligations/{obligation}", Stop)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"/api/ledger/programmes/{KeyPoints}?on=2025-02-30", 400)]
    [InlineData("/api/ledger/programmes/none", 404)]
    [InlineData("/ledger/none", 404)]
    [InlineData("/ledger/none/calendar", 404)]
    [InlineData("/ledger/none/timeline", 404)]
    [InlineData("/ledger/none/heat", 404)]
    [InlineData($"/ledger/{KeyPoints}/calendar?month=2025-13&on=x&page=-1", 200)]
    [InlineData($"/ledger/{KeyPoints}/calendar?month=0001-01", 200)]
    [InlineData($"/ledger/{KeyPoints}/timeline?unit=none&page=9999999999", 200)]
    [InlineData($"/ledger/{KeyPoints}/timeline?on=0001-01-01", 200)]
    [InlineData($"/ledger/{KeyPoints}/heat?measure=none&on=9999-12-31", 200)]
    [InlineData("/ledger/units/none", 404)]
    [InlineData("/ledger/obligations/019c0000-0000-7000-8000-000000000000", 404)]
    [InlineData("/ledger/units/housing?page=99999999999", 200)]
    public async Task Answers_wrong_addresses_without_a_fault(string address, int status)
    {
        using var followUp = _site.Open("follow-up");
        await SentAsync(followUp, $"/api/ledger/programmes/{KeyPoints}/acceptance", new { });
        using var anybody = _site.Open();
        using var answer = await anybody.GetAsync(address, Stop);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData(null, $"/api/ledger/programmes/{KeyPoints}/acceptance")]
    [InlineData("housing", $"/api/ledger/programmes/{KeyPoints}/acceptance")]
    [InlineData("housing", "/api/ledger/verdicts")]
    [InlineData("follow-up", "/api/ledger/reports")]
    public async Task Lets_nobody_do_what_no_role_gives(string? actor, string address)
    {
        using var client = _site.Open(actor);
        using var answer = await client.PostAsJsonAsync(address, new { }, Stop);
        Assert.Equal(actor is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<JsonElement> RowAsync(HttpClient client, int ordinal) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/ledger/programmes/{KeyPoints}", Stop)).GetProperty("obligations").EnumerateArray().Single(o => o.GetProperty("ordinal").GetInt32() == ordinal);

    private static async Task<JsonElement> SentAsync(HttpClient client, string address, object body)
    {
        using var answer = await client.PostAsJsonAsync(address, body, Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }
}
