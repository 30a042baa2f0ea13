using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Gongbao.Ledger.Tests;

[Clause("LED-02")]
public sealed partial class A_limit_that_no_document_states : IAsyncLifetime
{
    private const string Document = "清市府办发-2025-11";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;
    private HttpClient _followUp = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2025, 5, 6));
        _followUp = _site.Open("follow-up", keepsCookies: true);
        using var accepted = await _followUp.PostAsJsonAsync($"/api/ledger/programmes/{Document}/acceptance", new { }, Stop);
        Assert.True(accepted.IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _followUp?.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Is_listed_for_decision_and_said_to_be_none_in_one_step()
    {
        const string asks = "没有标明完成时限；请认定，或者确认按报告节奏推进。";
        var list = WebUtility.HtmlDecode(await _followUp.GetStringAsync("/ledger/follow-up?list=questions", Stop));
        var (waiting, address) = (list.Split(asks).Length - 1, Asked().Match(list).Groups["address"].Value);
        Assert.True(waiting > 0 && address.Length > 0);
        var form = Form().Match(await _followUp.GetStringAsync(address, Stop)).Value;
        using var refused = await SendAsync(address, form, " ");
        Assert.Contains("message--refusal", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var done = await SendAsync(address, form, "文件要求长年开展。");
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        var page = WebUtility.HtmlDecode(await _followUp.GetStringAsync(address, Stop));
        Assert.Contains("认定为“持续推进”（文件要求长年开展。），没有到期日，每季度报告一次进展。", page, StringComparison.Ordinal);
        Assert.Contains("未标明（文件所定）", page, StringComparison.Ordinal);
        Assert.Equal(waiting - 1, WebUtility.HtmlDecode(await _followUp.GetStringAsync("/ledger/follow-up?list=questions", Stop)).Split(asks).Length - 1);
    }

    private async Task<HttpResponseMessage> SendAsync(string address, string form, string reason)
    {
        using var body = new FormUrlEncodedContent([
            .. Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value))), KeyValuePair.Create("reason", reason), KeyValuePair.Create("act", "limit")]);
        return await _followUp.PostAsync(address, body, Stop);
    }

    [GeneratedRegex("href=\"(?<address>/ledger/obligations/[0-9a-f-]+)#question-[^\"]*\">[^<]*</a></h3><p>没有标明完成时限")]
    private static partial Regex Asked();

    [GeneratedRegex("<form method=\"post\"(?:(?!</form>).)*?value=\"(?:持续推进|&#x6301;[^\"]*)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
