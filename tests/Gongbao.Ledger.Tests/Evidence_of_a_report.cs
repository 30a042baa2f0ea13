using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongbao.Ledger.Evidence;

namespace Gongbao.Ledger.Tests;

public sealed partial class Evidence_of_a_report : IAsyncLifetime
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[2000]];
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;
    private string _page = "";

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2025, 5, 6));
        using var followUp = _site.Open("follow-up", keepsCookies: true);
        using var answer = await followUp.PostAsJsonAsync($"/api/ledger/programmes/{LedgerTests.KeyPoints}/acceptance", new { }, Stop);
        Assert.True(answer.IsSuccessStatusCode);
        var row = (await followUp.GetFromJsonAsync<JsonElement>($"/api/ledger/programmes/{LedgerTests.KeyPoints}", Stop)).GetProperty("obligations").EnumerateArray().Single(o => o.GetProperty("ordinal").GetInt32() == 4);
        _page = "/ledger/obligations/" + row.GetProperty("seen").GetString()!.Split(':')[0];
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact, Clause("LED-02")]
    public async Task Is_seen_by_those_who_may_read_the_report_and_by_everybody_once_it_is_public()
    {
        using var housing = _site.Open("housing", keepsCookies: true);
        using var followUp = _site.Open("follow-up", keepsCookies: true);
        using var anybody = _site.Open();
        Assert.Equal(HttpStatusCode.Found, await SendAsync(followUp, new() { ["act"] = "want", ["reason"] = "竣工图片和覆盖人数" }));
        Assert.Contains("<strong>要求提供：</strong>", await housing.GetStringAsync(_page, Stop), StringComparison.Ordinal);

        var report = new Dictionary<string, string> { ["act"] = "report", ["reason"] = "21 公里全部完工。", ["links"] = "https://example.org/a\nhttp://example.org/b" };
        Assert.Equal(HttpStatusCode.Found, await SendAsync(housing, report, [("现场.png", Picture), ("说明.txt", "已经完工。"u8.ToArray())], [("改造管网", "21.50", "公里"), ("", "", ""), ("惠及居民", "12,000", "户")]));
        var seen = await housing.GetStringAsync(_page, Stop);
        Assert.Contains("改造管网：<strong>21.5公里</strong>", seen, StringComparison.Ordinal);
        Assert.Contains("惠及居民：<strong>12,000户</strong>", seen, StringComparison.Ordinal);
        Assert.Contains("https://example.org/a", seen, StringComparison.Ordinal);
        // A picture that was called otherwise is given out as what it is.
        var picture = FileLink().Matches(seen).Single(m => m.Groups["name"].Value == "现场.jpg").Groups["address"].Value;

        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(picture, Stop)).StatusCode);
        Assert.DoesNotContain("example.org", await anybody.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        using (var given = await housing.GetAsync(picture, Stop))
        {
            Assert.Equal(Picture, await given.Content.ReadAsByteArrayAsync(Stop));
            Assert.Equal(("image/jpeg", "attachment"), (given.Content.Headers.ContentType?.MediaType, given.Content.Headers.ContentDisposition?.DispositionType));
        }
        Assert.Equal(1, (await _site.JournalAsync()).Count(l => l.StartsWith(EvidenceDesk.ReadVerb, StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.Found, await SendAsync(followUp, new() { ["act"] = "publish" }));
        Assert.Equal(Picture, await anybody.GetByteArrayAsync(picture, Stop));
        Assert.Contains("example.org", await anybody.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        // What everybody may read is no act of the journal.
        Assert.Equal(1, (await _site.JournalAsync()).Count(l => l.StartsWith(EvidenceDesk.ReadVerb, StringComparison.Ordinal)));
    }

    [Fact, Clause("LED-02")]
    public async Task Comes_with_a_report_from_the_list_of_ones_work_as_from_the_page_of_the_obligation()
    {
        const string Work = $"/work?programme={LedgerTests.KeyPoints}&sort=-day";
        using var housing = _site.Open("housing", keepsCookies: true);
        using var followUp = _site.Open("follow-up", keepsCookies: true);
        Assert.Equal(HttpStatusCode.Found, await SendAsync(followUp, new() { ["act"] = "want", ["reason"] = "竣工图片和覆盖人数" }));
        var list = await housing.GetStringAsync(Work, Stop);
        Assert.Contains("<strong>要求提供：</strong>", list, StringComparison.Ordinal);
        // Both have the same fields.
        Assert.Equal(Fields(await housing.GetStringAsync(_page, Stop)).Except(["owner", "day"]).Order(), Fields(list).Except(["next"]).Order());

        // Refused, it stays open with what was typed.
        var refused = await ShownAsync(housing, new() { ["act"] = "report", ["reason"] = "21 公里。", ["links"] = "ftp://example.org/a" }, [], [("改造管网", "21", "公里")], Work);
        Assert.Contains("https://", refused, StringComparison.Ordinal);
        Assert.Contains(">21 公里。</textarea>", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"改造管网\"", refused, StringComparison.Ordinal);

        using (var sent = await PostAsync(housing, new() { ["act"] = "report", ["reason"] = "21 公里全部完工。", ["links"] = "https://example.org/a" }, [("现场.jpg", Picture)], [("改造管网", "21", "公里"), ("", "", "")], Work))
        {
            Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
            // The list goes on as it was filtered.
            Assert.Contains($"&programme={Uri.EscapeDataString(LedgerTests.KeyPoints)}&sort=-day", sent.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        }
        var seen = await housing.GetStringAsync(_page, Stop);
        Assert.Contains("改造管网：<strong>21公里</strong>", seen, StringComparison.Ordinal);
        Assert.Contains("https://example.org/a", seen, StringComparison.Ordinal);
        Assert.Equal(Picture, await housing.GetByteArrayAsync(Assert.Single(FileLink().Matches(seen)).Groups["address"].Value, Stop));

        List<string> Fields(string page) =>
            [.. FieldName().Matches(Form().Matches(page).Select(m => m.Value).First(f => f.Contains("value=\"report\"", StringComparison.Ordinal) && f.Contains(_page.Split('/')[^1], StringComparison.Ordinal))).Select(m => m.Groups["name"].Value).Distinct()];
    }

    [Theory]
    [InlineData("坏链接", "ftp://example.org/a", null, null, "https://")]
    [InlineData("没有指标", null, "", "21", "什么指标")]
    [InlineData("不是数", null, "改造管网", "二十一", "不是数")]
    public async Task Is_refused_with_the_mend_and_the_report_with_it(string text, string? links, string? name, string? number, string why)
    {
        using var housing = _site.Open("housing", keepsCookies: true);
        var before = (await _site.JournalAsync()).Count;
        var shown = await ShownAsync(housing, new() { ["act"] = "report", ["reason"] = text, ["links"] = links ?? "" }, [], name is null ? [] : [(name, number ?? "", "")]);
        Assert.Contains(why, shown, StringComparison.Ordinal);
        // What was typed is not lost.
        Assert.Contains($">{text}</textarea>", shown, StringComparison.Ordinal);
        Assert.Equal(before, (await _site.JournalAsync()).Count);
    }

    [Fact]
    public async Task Is_refused_where_a_file_is_none_that_a_reader_can_open_safely()
    {
        using var housing = _site.Open("housing", keepsCookies: true);
        foreach (var (name, bytes, why) in new[]
        {
            ("程序.pdf", Encoding.Latin1.GetBytes("MZ\u0090\0\u0003\0\0\0").Concat(new byte[600]).ToArray(), "“程序.pdf”不是可以收的材料"),
            ("宏.docx", XlsxMaker.Package(("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x")), "带有宏"),
            ("包.zip", XlsxMaker.Package(("a.txt", "x")), "“包.zip”不是可以收的材料"),
            ("旧.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "“旧.doc”不是可以收的材料"),
            ("大.jpg", [.. Picture, .. new byte[10 * 1024 * 1024]], "一个文件最多"),
        })
            Assert.Contains(why, await ShownAsync(housing, new() { ["act"] = "report", ["reason"] = "完工。" }, [(name, bytes)], []), StringComparison.Ordinal);
        Assert.Contains("最多附 10 个文件", await ShownAsync(housing, new() { ["act"] = "report", ["reason"] = "完工。" }, [.. Enumerable.Range(0, 11).Select(i => ($"{i}.jpg", Picture))], []), StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> SendAsync(HttpClient client, Dictionary<string, string> fields, (string, byte[])[]? files = null, (string, string, string)[]? figures = null, string? at = null)
    {
        using var answer = await PostAsync(client, fields, files ?? [], figures ?? [], at);
        return answer.StatusCode;
    }

    private async Task<string> ShownAsync(HttpClient client, Dictionary<string, string> fields, (string, byte[])[] files, (string, string, string)[] figures, string? at = null)
    {
        using var answer = await PostAsync(client, fields, files, figures, at);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>Fills in the form that offers the act, as the page shows it, and sends it.</summary>
    private async Task<HttpResponseMessage> PostAsync(HttpClient client, Dictionary<string, string> fields, (string Name, byte[] Bytes)[] files, (string, string, string)[] figures, string? at)
    {
        var page = await client.GetStringAsync(at ?? _page, Stop);
        // Of the list of one's own work the form of this obligation's line.
        var shown = Form().Matches(page).Select(m => m.Value).First(f => f.Contains($"name=\"act\" value=\"{fields["act"]}\"", StringComparison.Ordinal) && (at is null || f.Contains(_page.Split('/')[^1], StringComparison.Ordinal)));
        using var body = new MultipartFormDataContent();
        foreach (Match hidden in Hidden().Matches(shown)) body.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups["value"].Value)), hidden.Groups["name"].Value);
        foreach (var (name, value) in fields) body.Add(new StringContent(value), name);
        foreach (var (name, number, unit) in figures)
        {
            body.Add(new StringContent(name), "figure-name");
            body.Add(new StringContent(number), "figure-number");
            body.Add(new StringContent(unit), "figure-unit");
        }
        foreach (var (name, bytes) in files) body.Add(new ByteArrayContent(bytes), "files", name);
        return await client.PostAsync(at ?? _page, body, Stop);
    }

    [GeneratedRegex("<form .*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<(?:input|textarea) [^>]*?name=\"(?<name>[a-z-]+)\"")]
    private static partial Regex FieldName();

    [GeneratedRegex("href=\"(?<address>/ledger/evidence/[^\"]+)\" download>(?<name>[^<]+)<")]
    private static partial Regex FileLink();
}
