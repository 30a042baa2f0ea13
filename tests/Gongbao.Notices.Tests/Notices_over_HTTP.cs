using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Store;

namespace Gongbao.Notices.Tests;

public sealed partial class Notices_over_HTTP : IAsyncLifetime
{
    private static readonly Guid Me = Guid.CreateVersion7();

    private NoticesSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await NoticesSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    /// <summary>The engine runs by itself: what is said in a unit of work stands in the inbox without anybody asking for it.</summary>
    private async Task<JsonElement> ToldAsync(HttpClient client, int messages, params object[] facts)
    {
        TestNotices.Done(await _site.Writer.DoAsync<bool>(new(ActorId.System("test"), "test.say", "test:1"), (unit, _) =>
        {
            foreach (var fact in facts)
                if (fact is Tell tell) unit.Publish(tell);
                else unit.Publish((WatchBegun)fact);
            return Task.FromResult<Result<bool>>(true);
        }, CancellationToken.None));
        return await InboxAsync(client, messages);
    }

    private static async Task<JsonElement> InboxAsync(HttpClient client, int messages)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var inbox = await client.GetFromJsonAsync<JsonElement>("/api/notices/inbox", patience.Token);
            if (inbox.GetProperty("messages").GetArrayLength() >= messages) return inbox;
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    private static Tell To(Guid account, string subject) => new("case:1", subject, "正文", "/ledger/1", "清府办发〔2024〕7号#一", [], null, account, false);

    private static async Task<HttpResponseMessage> PostFormAsync(HttpClient client, string page, string form, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page);
        var token = Token().Match(html).Groups[1].Value;
        return await client.PostAsync(page, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("_handler", form)).Append(new("__RequestVerificationToken", token))));
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();

    [Fact, Clause("LED-07")]
    public async Task The_inbox_lists_the_newest_first_and_takes_an_answer_to_one_or_several()
    {
        var client = _site.Open(Me);
        var inbox = await ToldAsync(client, 3, To(Me, "甲"), To(Me, "乙"), To(Me, "丙"));
        Assert.Equal(3, inbox.GetProperty("unread").GetInt32());
        var ids = inbox.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("id").GetString()!).ToArray();
        var page = await client.GetStringAsync("/inbox");
        Assert.Contains("收件箱（3 条未读）", page, StringComparison.Ordinal);
        Assert.Contains("有 3 条告知等您回应", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "accesskey=\"k\""));

        Assert.Equal(HttpStatusCode.Redirect, (await PostFormAsync(client, "/inbox", "acknowledge", ("one", ids[0]))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PostFormAsync(client, "/inbox", "acknowledge", ("ids", ids[1]), ("ids", ids[2]))).StatusCode);
        Assert.Equal(0, (await InboxAsync(client, 3)).GetProperty("unread").GetInt32());
        Assert.Contains("没有选中任何告知", await (await PostFormAsync(client, "/inbox", "acknowledge")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inbox_is_its_owners_alone()
    {
        var (mine, others) = (_site.Open(Me), _site.Open(Guid.CreateVersion7()));
        var id = (await ToldAsync(mine, 1, To(Me, "甲"))).GetProperty("messages")[0].GetProperty("id").GetString();
        Assert.Equal(0, (await others.GetFromJsonAsync<JsonElement>("/api/notices/inbox")).GetProperty("messages").GetArrayLength());
        var answer = await others.PostAsJsonAsync("/api/notices/inbox/acknowledgements", new { ids = new[] { id } });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("urn:gongbao:refusal:notices.no-such-message", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());
        Assert.Equal(1, (await InboxAsync(mine, 1)).GetProperty("unread").GetInt32());
        Assert.NotEqual(HttpStatusCode.OK, (await _site.Open().GetAsync("/api/notices/inbox")).StatusCode);
    }

    [Fact]
    public async Task A_long_inbox_comes_in_parts_that_neither_repeat_nor_leave_out()
    {
        var client = _site.Open(Me);
        await ToldAsync(client, 50, [.. Enumerable.Range(0, 120).Select(i => (object)To(Me, $"第{i}条"))]);
        var seen = new List<string>();
        using var wrong = await client.GetAsync("/api/notices/inbox?cursor=abc");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        for (string? cursor = ""; cursor is not null;)
        {
            var part = await client.GetFromJsonAsync<JsonElement>("/api/notices/inbox?cursor=" + cursor);
            seen.AddRange(part.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("subject").GetString()!));
            cursor = part.GetProperty("next").GetString();
        }
        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }

    [Fact]
    public async Task The_same_inbox_has_the_same_tag()
    {
        var client = _site.Open(Me);
        await ToldAsync(client, 1, To(Me, "甲"));
        var first = await client.GetAsync("/api/notices/inbox");
        var again = new HttpRequestMessage(HttpMethod.Get, "/api/notices/inbox");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task The_desk_shows_what_was_sent_and_to_nobody_else()
    {
        var owed = new WatchBegun("obligation:1", "obligation-due", "办好一件事", null, "/ledger/1", new(2023, 5, 15), null, ["linjiang"], "ledger.report");
        await ToldAsync(_site.Open(Me), 1, To(Me, "甲"), owed);
        _site.Clock.MoveTo(Beijing.At(new(2023, 5, 15), new(9, 0)));
        var office = _site.Open(Guid.CreateVersion7(), manages: true);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        JsonElement nobody;
        while ((nobody = await office.GetFromJsonAsync<JsonElement>("/api/notices?show=nobody", patience.Token)).GetProperty("messages").GetArrayLength() == 0) await Task.Delay(20, patience.Token);
        Assert.Equal(("清河市临江区人民政府", "责任单位联络员"), (nobody.GetProperty("messages")[0].GetProperty("unit").GetString(), nobody.GetProperty("messages")[0].GetProperty("people").GetString()));

        foreach (var page in new[] { "/notices", "/notices?show=nobody", "/notices?show=failed", "/notices/print" })
            Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(page)).StatusCode);
        Assert.Contains("无人可告", await office.GetStringAsync("/notices"), StringComparison.Ordinal);
        Assert.False((await _site.Open(Me).GetAsync("/api/notices")).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync("/api/notices?show=x")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await office.PostAsync("/api/notices/retry", null)).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await office.GetFromJsonAsync<JsonElement>("/api/notices/status")).GetProperty("silence").ValueKind);
    }

    [Fact]
    public async Task Health_and_desk_say_what_must_be_looked_at()
    {
        Assert.Equal("Healthy", await _site.Open().GetStringAsync("/health/ready"));
        TestNotices.Done(await _site.Writer.DoAsync<bool>(new(ActorId.System("test"), "test.break", "test:1"), (unit, _) =>
        {
            // A row that nothing in the program writes: a ladder of days without a day.
            unit.Db<NoticesDb>().Watches.Add(new() { Id = Guid.CreateVersion7(), Key = "x", Cause = "x", Kind = WatchKind.Days, Ladder = "obligation-due", Subject = "坏", Address = "/x", Units = "", Verb = "ledger.report", BegunAt = unit.LegalAt, NextAt = unit.LegalAt, Rules = "" });
            return Task.FromResult<Result<bool>>(true);
        }, CancellationToken.None));
        await ToldAsync(_site.Open(Me), 1, To(Me, "甲"));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string health;
        while ((health = await _site.Open().GetStringAsync("/health/ready", patience.Token)) == "Healthy") await Task.Delay(20, patience.Token);
        Assert.StartsWith("Degraded\n有 1 件告知事项登记出错", health, StringComparison.Ordinal);
        Assert.Contains("有 1 件告知事项登记出错", await _site.Open(Guid.CreateVersion7(), manages: true).GetStringAsync("/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_mail_nothing_can_be_followed_and_no_demo_shows_any()
    {
        Assert.Contains("本站还没有开通邮件订阅", WebUtility.HtmlDecode(await _site.Open().GetStringAsync("/subscribe?to=document:a")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Open().GetAsync("/demo/mail")).StatusCode);
    }

    [Fact]
    public async Task A_forged_link_is_refused_in_words()
    {
        var page = await _site.Open().GetAsync("/notices/answer/abc");
        Assert.Contains("这个链接不对或者已经过期；请登录后在“收件箱”里回应。", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
