using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gongbao.Platform.Sheets;

namespace Gongbao.Ledger.Tests;

public sealed class Lists_over_programmes : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2025, 12, 31));
        using var followUp = _site.Open("follow-up");
        foreach (var document in new[] { LedgerTests.KeyPoints, "清市府办发-2025-7", "清市府办发-2025-9" })
        {
            using var answer = await followUp.PostAsJsonAsync($"/api/ledger/programmes/{document}/acceptance", new { }, Stop);
            Assert.True(answer.IsSuccessStatusCode, document);
        }
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory, Clause("LED-01")]
    [InlineData(null, "/api/ledger/units/housing/shares")]
    [InlineData("follow-up", "/api/ledger/follow-up/late")]
    [InlineData("housing", "/api/ledger/work")]
    public async Task Are_followed_to_their_end_by_cursor_and_say_the_same_as_a_table(string? who, string address)
    {
        using var client = _site.Open(who);
        var (seen, next, total) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>(address + (next is null ? "" : $"?cursor={next}"), Stop);
            seen.AddRange(page.GetProperty("shares").EnumerateArray().Select(s => s.GetProperty("task").GetString()! + s.GetProperty("unit").GetString()));
            (next, total) = (page.GetProperty("next").GetString(), page.GetProperty("total").GetInt32());
        }
        while (next is not null);
        Assert.Equal((total, true), (seen.Count, total > 0));
        foreach (var end in new[] { ".csv", ".xlsx" })
        {
            SheetFile.Read(await client.GetByteArrayAsync(address + end, Stop)).IsRefused(out _, out var table);
            Assert.Equal(seen, table!.Rows.Skip(1).Select(r => r.Cell(2) + r.Cell(3)));
        }
    }

    [Fact]
    public async Task Have_only_the_unit_and_the_document_that_are_asked_for()
    {
        using var followUp = _site.Open("follow-up");
        var all = await SharesAsync(followUp, "");
        var some = await SharesAsync(followUp, $"?programme={LedgerTests.KeyPoints}&unit=housing");
        Assert.NotEmpty(some);
        Assert.True(all.Count > some.Count);
        Assert.All(some, s => Assert.Equal((LedgerTests.KeyPoints, "清河市住房和城乡建设局"), (s.GetProperty("programme").GetString(), s.GetProperty("unit").GetString())));
        Assert.Contains("清河市住房和城乡建设局", await followUp.GetStringAsync($"/ledger/follow-up?list=late&programme={LedgerTests.KeyPoints}&unit=housing", Stop), StringComparison.Ordinal);

        // A cursor holds under its own filter alone.
        var next = (await followUp.GetFromJsonAsync<JsonElement>("/api/ledger/follow-up/late", Stop)).GetProperty("next").GetString();
        using var wrong = await followUp.GetAsync($"/api/ledger/follow-up/late?unit=housing&cursor={next ?? "x"}", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Have_the_order_and_the_columns_that_are_asked_for_in_page_data_and_table()
    {
        using var followUp = _site.Open("follow-up");
        var shares = await SharesAsync(followUp, "?sort=-day");
        var days = shares.ConvertAll(Day);
        Assert.Equal(days.OrderDescending(), days);
        Assert.NotEqual(days, (await SharesAsync(followUp, "")).ConvertAll(Day));
        var next = (await followUp.GetFromJsonAsync<JsonElement>("/api/ledger/follow-up/late?sort=-day", Stop)).GetProperty("next").GetString();
        using (var same = await followUp.GetAsync($"/api/ledger/follow-up/late?sort=-day&cursor={next}", Stop)) Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        using (var wrong = await followUp.GetAsync($"/api/ledger/follow-up/late?cursor={next}", Stop)) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);

        const string Asked = "sort=-day&col=unit&col=due";
        foreach (var end in new[] { "csv", "xlsx" })
        {
            SheetFile.Read(await followUp.GetByteArrayAsync($"/ledger/follow-up/late.{end}?{Asked}", Stop)).IsRefused(out _, out var table);
            Assert.Equal(["任务", "单位", "到期日"], Enumerable.Range(0, 3).Select(i => table!.Rows[0].Cell(i)));
            Assert.Equal(shares.Select(s => s.GetProperty("task").GetString()! + s.GetProperty("unit").GetString()), table!.Rows.Skip(1).Take(shares.Count).Select(r => r.Cell(0) + r.Cell(1)));
        }
        var page = await followUp.GetStringAsync($"/ledger/follow-up?list=late&{Asked}", Stop);
        Assert.Contains("late.xlsx?sort=-day&amp;col=unit&amp;col=due", page, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有报告过", page, StringComparison.Ordinal);
        Assert.Contains("还没有报告过", await followUp.GetStringAsync("/ledger/follow-up?list=late", Stop), StringComparison.Ordinal);

        // The obligations of one document.
        SheetFile.Read(await followUp.GetByteArrayAsync($"/api/ledger/programmes/{LedgerTests.KeyPoints}/obligations.csv?sort=-place&col=limit&col=shares", Stop)).IsRefused(out _, out var obligations);
        Assert.Equal(["序号", "任务", "完成时限（原文）", "单位", "分工", "状态", "截至日期"], Enumerable.Range(0, 7).Select(i => obligations!.Rows[0].Cell(i)));
        Assert.Equal("", obligations!.Rows[0].Cell(7) ?? "");
        var ordinals = obligations!.Rows.Skip(1).Select(r => int.Parse(r.Cell(0)!)).ToList();
        Assert.Equal(1, ordinals[^1]);
        Assert.Equal(ordinals.OrderDescending(), ordinals);
        var first = await followUp.GetStringAsync($"/ledger/{LedgerTests.KeyPoints}?sort=-place&col=limit", Stop);
        Assert.Contains($">{ordinals[0]}. ", first, StringComparison.Ordinal);
        Assert.DoesNotContain("成果：", first, StringComparison.Ordinal);
        Assert.Contains("obligations.xlsx?on=2025-12-31&amp;sort=-place&amp;col=limit", first, StringComparison.Ordinal);

        static string? Day(JsonElement share) => share.GetProperty("owed_on").GetString() ?? share.GetProperty("report_by").GetString();
    }

    [Theory]
    [InlineData(null, "/api/ledger/follow-up/late")]
    [InlineData("housing", "/api/ledger/follow-up/submitted.csv")]
    [InlineData("follow-up", "/api/ledger/work.xlsx")]
    public async Task Are_for_those_whose_role_gives_them(string? who, string address)
    {
        using var client = _site.Open(who);
        using var answer = await client.GetAsync(address, Stop);
        Assert.Equal(who is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<List<JsonElement>> SharesAsync(HttpClient client, string asked) => [.. (await client.GetFromJsonAsync<JsonElement>("/api/ledger/follow-up/late" + asked, Stop)).GetProperty("shares").EnumerateArray()];
}
