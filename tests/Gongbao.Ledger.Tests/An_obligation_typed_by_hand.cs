using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Gongbao.Ledger.Tests;

public sealed partial class An_obligation_typed_by_hand : IAsyncLifetime
{
    private const string Address = $"/ledger/{LedgerTests.KeyPoints}/entry";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;
    private HttpClient _followUp = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2025, 5, 6));
        _followUp = _site.Open("follow-up", keepsCookies: true);
        using var accepted = await _followUp.PostAsJsonAsync($"/api/ledger/programmes/{LedgerTests.KeyPoints}/acceptance", new { }, Stop);
        Assert.True(accepted.IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _followUp?.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Is_entered_with_its_place_its_units_and_its_limit()
    {
        using var answer = await SendAsync(("task", "建立山洪灾害预警台账。"), ("place", "一（一）"), ("group", "防汛"), ("units", "市水务局、市应急管理局"), ("limit", " 2025.8.31前 "), ("output", "台账"), ("evidence", "台账复印件"), ("source", "省防指〔2025〕3号"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await _followUp.GetStringAsync(answer.Headers.Location, Stop));
        foreach (var words in new[] { "建立山洪灾害预警台账。", "一（一）", "防汛", "清河市水务局", "清河市应急管理局", "2025年8月31日前", "台账复印件", "省防指〔2025〕3号" }) Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_what_was_typed_where_it_is_refused()
    {
        using var answer = await SendAsync(("task", " "), ("place", "三（十）"), ("units", "市水务局"), ("evidence", "台账复印件"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("message--refusal", page, StringComparison.Ordinal);
        Assert.Contains("value=\"三（十）\"", page, StringComparison.Ordinal);
        Assert.Contains(">台账复印件</textarea>", page, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] typed)
    {
        var form = Form().Match(await _followUp.GetStringAsync(Address, Stop)).Value;
        using var body = new FormUrlEncodedContent([
            .. Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value))), .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value))]);
        return await _followUp.PostAsync(Address, body, Stop);
    }

    [GeneratedRegex("<form method=\"post\".*?name=\"task\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
