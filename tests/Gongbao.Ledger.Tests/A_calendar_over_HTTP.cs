using System.Net;
using System.Net.Http.Json;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Calendar;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;

namespace Gongbao.Ledger.Tests;

public sealed class A_calendar_over_HTTP : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;
    private Actor _liaison = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2025, 5, 6));
        using var followUp = _site.Open("follow-up");
        using var accepted = await followUp.PostAsJsonAsync($"/api/ledger/programmes/{LedgerTests.KeyPoints}/acceptance", new { }, Stop);
        Assert.True(accepted.IsSuccessStatusCode);
        var administrator = LedgerTests.Person("administrator", AccessScope.City, AccountAdministration.Verb, AccountAdministration.RolesVerb);
        TestLedger.Done(await _site.AskAsync<AccountAdministration, Result<NewLink>>(a => a.CreateAsync(administrator, "lianluo", null, Stop)));
        var id = (await _site.AskAsync<AccountAdministration, IReadOnlyList<AccountLine>>(a => a.ListAsync(0, 100, Stop))).Single(a => a.Name == "lianluo").Id;
        TestLedger.Done(await _site.AskAsync<AccountAdministration, Result<bool>>(a => a.GiveRoleAsync(administrator, id, "liaison", new(ScopeKind.Unit, "housing"), Stop)));
        _liaison = LedgerTests.Liaison("housing") with { Id = id };
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Is_read_without_a_session_and_again_only_when_it_changed()
    {
        var secret = await MakeAsync();
        using var client = _site.Open();
        using var answer = await client.GetAsync(CalendarAddresses.PathOf(secret), Stop);
        Assert.Equal((HttpStatusCode.OK, CalendarFeed.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal((true, false), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.Public));
        var calendar = PlainCalendar.Read(await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.NotEmpty(calendar.Events);
        Assert.All(calendar.Events, e => Assert.StartsWith(client.BaseAddress + "ledger/obligations/", e["URL"], StringComparison.Ordinal));
        using (var page = await client.GetAsync(calendar.Events[0]["URL"], Stop)) Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        using var again = new HttpRequestMessage(HttpMethod.Get, CalendarAddresses.PathOf(secret));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await client.SendAsync(again, Stop);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Is_gone_like_one_that_never_was_when_its_address_is_replaced_or_ended()
    {
        var replaced = await MakeAsync();
        var ended = await MakeAsync();
        TestLedger.Done(await _site.AskAsync<CalendarAddresses, Result<Guid>>(a => a.EndAsync(_liaison, Stop)));
        using var client = _site.Open();
        var answers = new List<string>();
        foreach (var secret in new[] { replaced, ended, new string('a', 40), "x" })
        {
            using var answer = await client.GetAsync(CalendarAddresses.PathOf(secret), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(Stop);
            answers.Add(page[page.IndexOf("<article", StringComparison.Ordinal)..page.IndexOf("编号", StringComparison.Ordinal)] + answer.Content.Headers.ContentType + answer.Headers.CacheControl);
        }
        Assert.Single(answers.Distinct());
    }

    private async Task<string> MakeAsync() => TestLedger.Done(await _site.AskAsync<CalendarAddresses, Result<string>>(a => a.MakeAsync(_liaison, Stop)));
}
