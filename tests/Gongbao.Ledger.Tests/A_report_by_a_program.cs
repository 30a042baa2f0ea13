using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gongbao.Ledger.Tests;

[Clause("LED-02")]
public sealed partial class A_report_by_a_program : IAsyncLifetime
{
    private const string Address = "/api/ledger/reports";
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[2000]];
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;
    private HttpClient _housing = null!;
    private string _seen = "";
    private Guid _share;

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2025, 5, 6));
        using var followUp = _site.Open("follow-up");
        using var accepted = await followUp.PostAsJsonAsync($"/api/ledger/programmes/{LedgerTests.KeyPoints}/acceptance", new { }, Stop);
        Assert.True(accepted.IsSuccessStatusCode);
        _housing = _site.Open("housing");
        await LookAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _housing?.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Takes_figures_and_addresses_as_JSON()
    {
        using var answer = await _housing.PostAsJsonAsync(Address, new
        {
            seen = _seen, share = _share, text = "21 公里完工。", links = new[] { "https://example.org/a", "https://example.org/b" }, figures = new object[] { new { name = "改造管网", number = 21.5, unit = "公里" }, new { name = "惠及居民", number = 12000 } },
        }, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await PageAsync();
        Assert.Contains("改造管网：<strong>21.5公里</strong>", page, StringComparison.Ordinal);
        Assert.Contains("惠及居民：<strong>12,000</strong>", page, StringComparison.Ordinal);
        Assert.Contains("https://example.org/b", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Takes_files_beside_the_same_JSON(bool asFile)
    {
        var report = JsonSerializer.Serialize(new { seen = _seen, share = _share, text = "全部完工。", is_done = true, figures = new[] { new { name = "改造管网", number = 21, unit = "公里" } } });
        using var answer = await SendAsync(asFile ? new ByteArrayContent(Encoding.UTF8.GetBytes(report)) : new StringContent(report), asFile, ("现场.png", Picture), ("说明.txt", "已经完工。"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await PageAsync();
        Assert.Contains("改造管网：<strong>21公里</strong>", page, StringComparison.Ordinal);
        var files = FileLink().Matches(page).Select(m => (Name: m.Groups["name"].Value, Address: m.Groups["address"].Value)).ToList();
        Assert.Equal(["现场.jpg", "说明.txt"], files.Select(f => f.Name));
        Assert.Equal(Picture, await _housing.GetByteArrayAsync(files[0].Address, Stop));
        using var anybody = _site.Open();
        using var inside = await anybody.GetAsync(files[0].Address, Stop);
        Assert.Equal(HttpStatusCode.NotFound, inside.StatusCode);
    }

    [Fact]
    public async Task Is_refused_whole_with_the_mend()
    {
        var before = (await _site.JournalAsync()).Count(l => l.StartsWith(LedgerRules.ReportVerb, StringComparison.Ordinal));
        foreach (var (body, status, code) in new (object, int, string)[]
        {
            (new { seen = _seen, share = _share, text = "完工。", figures = new[] { new { name = "改造管网" } } }, 409, "ledger.bad-figure"),
            (new { seen = _seen, share = _share, text = "完工。", figures = new[] { new { number = 21 } } }, 409, "ledger.bad-figure"),
            (new { seen = _seen, share = _share, text = "完工。", links = new[] { "ftp://example.org/a" } }, 409, "ledger.bad-link"),
            (new { seen = _seen, share = _share, text = "完工。", links = Enumerable.Range(0, 11).Select(i => $"https://example.org/{i}") }, 409, "ledger.too-much-evidence"),
            (new { seen = _seen, share = "x", text = "完工。" }, 400, "ledger.bad-report"),
            (new { seen = _seen, share = _share, text = "完工。", figures = new[] { new { name = "改造管网", number = "很多" } } }, 400, "ledger.bad-report"),
        })
        {
            using var answer = await _housing.PostAsJsonAsync(Address, body, Stop);
            await IsAsync(answer, status, code);
        }
        var report = JsonSerializer.Serialize(new { seen = _seen, share = _share, text = "完工。" });
        using (var program = await SendAsync(new StringContent(report), false, ("程序.pdf", [0x4D, 0x5A, .. new byte[600]]))) await IsAsync(program, 409, "ledger.bad-evidence");
        using (var many = await SendAsync(new StringContent(report), false, [.. Enumerable.Range(0, 11).Select(i => ($"{i}.jpg", Picture))])) await IsAsync(many, 409, "ledger.too-much-evidence");
        using (var none = await SendAsync(null, false, ("现场.jpg", Picture))) await IsAsync(none, 400, "ledger.bad-report");
        using (var broken = await SendAsync(new StringContent("{"), false, ("现场.jpg", Picture))) await IsAsync(broken, 400, "ledger.bad-report");
        // Nothing was done and nothing kept.
        Assert.Equal(before, (await _site.JournalAsync()).Count(l => l.StartsWith(LedgerRules.ReportVerb, StringComparison.Ordinal)));
        Assert.DoesNotContain("/ledger/evidence/", await PageAsync(), StringComparison.Ordinal);
    }

    private static async Task IsAsync(HttpResponseMessage answer, int status, string code)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal((status, $"urn:gongbao:refusal:{code}"), ((int)answer.StatusCode, problem.GetProperty("type").GetString()));
        Assert.EndsWith("。", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContent? report, bool asFile, params (string Name, byte[] Bytes)[] files)
    {
        using var body = new MultipartFormDataContent();
        if (report is not null && asFile) body.Add(report, "report", "report.json");
        else if (report is not null) body.Add(report, "report");
        foreach (var (name, bytes) in files) body.Add(new ByteArrayContent(bytes), "files", name);
        return await _housing.PostAsync(Address, body, Stop);
    }

    private Task<string> PageAsync() => _housing.GetStringAsync("/ledger/obligations/" + _seen.Split(':')[0], Stop);

    private async Task LookAsync()
    {
        var row = (await _housing.GetFromJsonAsync<JsonElement>($"/api/ledger/programmes/{LedgerTests.KeyPoints}", Stop)).GetProperty("obligations").EnumerateArray().Single(o => o.GetProperty("ordinal").GetInt32() == 4);
        (_seen, _share) = (row.GetProperty("seen").GetString()!, row.GetProperty("shares")[0].GetProperty("share").GetGuid());
    }

    [GeneratedRegex("href=\"(?<address>/ledger/evidence/[^\"]+)\" download>(?<name>[^<]+)<")]
    private static partial Regex FileLink();
}
