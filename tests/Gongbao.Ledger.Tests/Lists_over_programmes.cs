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

    [Theory]
    [InlineData(null, "/api/ledger/follow-up/late")]
    [InlineData("housing", "/api/ledger/follow-up/submitted.csv")]
    [InlineData("follow-up", "/api/ledger/work.xlsx")]
    public async Task Are_for_those_whose_role_gives_them(string? who, string address)
    {
        using var client = _site.Open(who);
        using var answer = await client.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<List<JsonElement>> SharesAsync(HttpClient client, string asked) => [.. (await client.GetFromJsonAsync<JsonElement>("/api/ledger/follow-up/late" + asked, Stop)).GetProperty("shares").EnumerateArray()];
}
