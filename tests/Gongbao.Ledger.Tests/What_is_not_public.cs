using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Gongbao.Ledger.Tests;

/// <summary>What a unit reported and nobody made public, looked for by somebody who is not signed in, by every door.</summary>
public sealed class What_is_not_public : IAsyncLifetime
{
    private const string KeyPoints = LedgerTests.KeyPoints;
    private const string Secret = "内部进展甲乙丙";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await LedgerSite.StartAsync(new(2025, 5, 6));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact, Clause("LED-02"), Law("GB/T 22239-2019", "8.1.4.2")]
    public async Task Is_said_to_nobody_outside_by_page_interface_table_or_document()
    {
        using var followUp = _site.Open("follow-up");
        using var housing = _site.Open("housing");
        using var anybody = _site.Open();
        using var accepted = await followUp.PostAsJsonAsync($"/api/ledger/programmes/{KeyPoints}/acceptance", new { }, Stop);
        var row = (await anybody.GetFromJsonAsync<JsonElement>($"/api/ledger/programmes/{KeyPoints}", Stop)).GetProperty("obligations").EnumerateArray().Single(o => o.GetProperty("ordinal").GetInt32() == 4);
        using var reported = await housing.PostAsJsonAsync("/api/ledger/reports", new { seen = row.GetProperty("seen").GetString(), share = row.GetProperty("shares")[0].GetProperty("share").GetGuid(), text = Secret, is_done = true }, Stop);
        Assert.True(reported.IsSuccessStatusCode);
        var obligation = $"/ledger/obligations/{row.GetProperty("seen").GetString()!.Split(':')[0]}";

        // It is there for those who may read it, or the search below finds nothing for want of it.
        Assert.Contains(Secret, await followUp.GetStringAsync(obligation, Stop), StringComparison.Ordinal);
        string[] open =
        [
            obligation, "/api" + obligation, "/api/ledger/experience", "/ledger", $"/ledger/{KeyPoints}", $"/ledger/{KeyPoints}?state=submitted", $"/ledger/{KeyPoints}/calendar", $"/ledger/{KeyPoints}/timeline", $"/ledger/{KeyPoints}/heat", "/ledger/units/housing", "/ledger/experience",
            $"/ledger/{KeyPoints}/reports/year/2025", $"/ledger/{KeyPoints}/reports/year/2025/report.docx", $"/d/{KeyPoints}", $"/search?q={Uri.EscapeDataString(Secret)}", "/api/ledger/programmes", $"/api/ledger/programmes/{KeyPoints}",
            $"/api/ledger/programmes/{KeyPoints}/obligations.csv", $"/api/ledger/programmes/{KeyPoints}/obligations.xlsx", $"/api/ledger/programmes/{KeyPoints}/obligations.docx", "/api/ledger/units/housing/shares", "/ledger/units/housing/shares.csv",
            "/ledger/units/housing/shares.xlsx",
        ];
        foreach (var address in open)
        {
            using var answer = await anybody.GetAsync(address, Stop);
            Assert.True(answer.IsSuccessStatusCode, $"{address} answers {answer.StatusCode}");
            // The search box repeats what was asked.
            Assert.Equal(address.StartsWith("/search", StringComparison.Ordinal) ? "asked" : "", Found(await answer.Content.ReadAsByteArrayAsync(Stop), address));
        }
        string[] closed = ["/ledger/follow-up", "/ledger/week", "/ledger/week/2025-05-06", "/ledger/week/2025-05-06/report.docx", "/api/ledger/week/2025-05-06/report.pdf", "/ledger/follow-up/submitted.csv", "/work", "/ledger/work.csv", $"/ledger/{KeyPoints}/reports/week/2025-05-06", $"/ledger/{KeyPoints}/reports/month/2025-05", $"/ledger/{KeyPoints}/reports/week/2025-05-06/report.docx", $"/ledger/{KeyPoints}/many", "/ledger/units/housing/handover"];
        foreach (var address in closed)
        {
            using var answer = await anybody.GetAsync(address, Stop);
            Assert.False(answer.IsSuccessStatusCode, address);
            Assert.Equal("", Found(await answer.Content.ReadAsByteArrayAsync(Stop), address));
        }
    }

    [Fact, Law("GB/T 22239-2019", "8.1.4.2")]
    public async Task Is_changed_by_no_form_that_another_site_sends()
    {
        using var followUp = _site.Open("follow-up");
        using var housing = _site.Open("housing");
        using var accepted = await followUp.PostAsJsonAsync($"/api/ledger/programmes/{KeyPoints}/acceptance", new { }, Stop);
        var row = (await followUp.GetFromJsonAsync<JsonElement>($"/api/ledger/programmes/{KeyPoints}", Stop)).GetProperty("obligations").EnumerateArray().Single(o => o.GetProperty("ordinal").GetInt32() == 4);
        var (seen, share) = (row.GetProperty("seen").GetString()!, row.GetProperty("shares")[0].GetProperty("share").GetString()!);
        var before = await _site.JournalAsync();
        (HttpClient By, string Address, string Handler, string Act)[] forms =
        [
            (followUp, $"/ledger/obligations/{seen.Split(':')[0]}", "decide", "release"), (followUp, $"/ledger/obligations/{seen.Split(':')[0]}", "links", "await"), (housing, $"/ledger/obligations/{seen.Split(':')[0]}", "decide", "report-done"),
            (housing, "/work", "work-report", "report"), (followUp, $"/ledger/{KeyPoints}/team", "add-member", "add"), (followUp, $"/ledger/{KeyPoints}/plans", "call-plans", "call"), (followUp, "/ledger/duplicates", "decide-pair", "same"),
            (followUp, "/ledger/experience", "decide", "promote"), (followUp, "/ledger/letters/new?unit=housing", "draft", "draft"), (housing, "/ledger/units/housing/handover", "handover", ""), (housing, "/work", "save-view", ""),
        ];
        foreach (var (by, address, handler, act) in forms)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = handler, ["act"] = act, ["pick"] = seen, ["share"] = share, ["reason"] = "别的网站替您填的。", ["unit"] = "市水务局", ["post"] = "副局长", ["units"] = "市水务局", ["awaited"] = "5", ["view-name"] = "看",
            });
            using var answer = await by.PostAsync(address, form, Stop);
            Assert.True(answer.StatusCode is System.Net.HttpStatusCode.BadRequest, $"{address} {handler} answers {answer.StatusCode}");
        }
        Assert.Equal(before, await _site.JournalAsync());
    }

    /// <summary>Where the words stand, in the file or in a part of it; empty for nowhere.</summary>
    private static string Found(byte[] content, string address)
    {
        if (content is not [0x50, 0x4B, ..]) return System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(content)).Contains(Secret, StringComparison.Ordinal) ? address.StartsWith("/search", StringComparison.Ordinal) ? "asked" : address : "";
        using var package = new ZipArchive(new MemoryStream(content));
        foreach (var part in package.Entries)
        {
            using var reader = new StreamReader(part.Open());
            if (reader.ReadToEnd().Contains(Secret, StringComparison.Ordinal)) return part.FullName;
        }
        return "";
    }
}
