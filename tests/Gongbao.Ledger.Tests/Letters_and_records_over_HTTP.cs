using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Gongbao.Ledger.Tests;

public sealed class Letters_and_records_over_HTTP : IAsyncLifetime
{
    private const string KeyPoints = LedgerTests.KeyPoints;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await LedgerSite.StartAsync(new(2026, 1, 12));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact, Clause("LED-07"), Clause("LED-08"), Clause("LED-14"), Clause("LED-15"), Clause("LED-16")]
    public async Task Are_inside_papers_that_whoever_is_not_of_the_ledger_does_not_read()
    {
        using var followUp = _site.Open("follow-up");
        using var anybody = _site.Open();
        using var accepted = await followUp.PostAsJsonAsync($"/api/ledger/programmes/{KeyPoints}/acceptance", new { }, Stop);
        Assert.True(accepted.IsSuccessStatusCode);
        foreach (var address in new[] { "/ledger/letters", $"/ledger/{KeyPoints}/team", $"/ledger/{KeyPoints}/plans", "/ledger/visits", "/ledger/units/water/line", "/ledger/letters/register.csv", "/ledger/visits.csv", $"/ledger/{KeyPoints}/plans.csv" })
        {
            using var inside = await followUp.GetAsync(address, Stop);
            Assert.True(inside.IsSuccessStatusCode, address);
            using var outside = await anybody.GetAsync(address, Stop);
            Assert.False(outside.IsSuccessStatusCode, address);
        }
        // What is promoted is for everybody.
        using var experience = await anybody.GetAsync("/ledger/experience", Stop);
        Assert.True(experience.IsSuccessStatusCode);
    }

    [Fact, Clause("LED-07")]
    public async Task Offer_what_is_late_with_the_days_since()
    {
        using var followUp = _site.Open("follow-up");
        using var accepted = await followUp.PostAsJsonAsync($"/api/ledger/programmes/{KeyPoints}/acceptance", new { }, Stop);
        Assert.Equal(32, (await accepted.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("obligations").GetInt32());
        var page = await followUp.GetStringAsync("/ledger/letters/new?unit=housing", Stop);
        Assert.Contains("逾期 226 天", page, StringComparison.Ordinal); // since 31 May
        Assert.Contains("2025年5月31日", page, StringComparison.Ordinal);
        using var none = await followUp.GetAsync("/ledger/letters/new?unit=nobody", Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var housing = _site.Open("housing");
        using var refused = await housing.GetAsync("/ledger/letters/new?unit=housing", Stop);
        Assert.False(refused.IsSuccessStatusCode);
    }
}
