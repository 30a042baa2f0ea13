using System.Net;
using System.Text.RegularExpressions;

namespace Gongbao.Gazette.Tests.Library;

/// <summary>The one control of the day: what an address asks for is heeded, or is said to be no day.</summary>
public sealed partial class A_day_in_an_address : IAsyncLifetime
{
    private const string Said = "地址里的日期（on）应当写作 2023-05-01；下面按";

    private GazetteSite _site = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        await _site.ImportAsync(Issues.Sample());
        _client = _site.Open();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("/statistics"), InlineData("/"), InlineData("/validity"), InlineData("/topics"), InlineData("/basis"), InlineData("/search?q=供水"), InlineData("/embed/topics")]
    public async Task That_is_none_is_said_once_on_every_page(string page)
    {
        var to = page.Contains('?', StringComparison.Ordinal) ? "&on=" : "?on=";
        foreach (var wrong in new[] { "abc", "2024-02-30", "昨天", "2024-01-01&on=2024-01-02" })
            Assert.Equal(1, Times(await PageAsync(page + to + wrong), Said + "今天显示。"));
        Assert.Equal(0, Times(await PageAsync(page + to + "2024-03-01"), Said));
        Assert.Equal(0, Times(await PageAsync(page + to), Said));
    }

    [Fact]
    public async Task That_is_none_is_refused_to_a_program()
    {
        foreach (var address in new[] { "/api/gazette/statistics", "/api/gazette/statistics.csv" })
        {
            using var refused = await _client.GetAsync(address + "?on=abc");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("写作 2023-05-01", Regex.Unescape(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
            using var right = await _client.GetAsync(address + "?on=2024-03-01");
            Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        }
    }

    [Fact]
    public async Task Shows_the_kept_day_instead_of_one_that_is_none()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/statistics?on=abc");
        asked.Headers.Add("Cookie", "gongbao.on=2024-03-01");
        using var answer = await _client.SendAsync(asked);
        Assert.Contains(Said + "2024年3月1日显示。", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_chosen_for_a_check_of_a_basis_in_the_head_of_the_page_alone()
    {
        var page = await PageAsync("/basis?clause=清府发〔2024〕3号&on=2024-03-01");
        Assert.Single(DayFields().Matches(page));
        Assert.Contains("下面按2024年3月1日核验", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"on\" value=\"2024-03-01\"", page, StringComparison.Ordinal);
        Assert.Contains("下面按今天核验", await PageAsync("/basis"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_to_numbers_whose_sections_are_folded_but_the_first()
    {
        var page = await PageAsync("/statistics");
        var folds = Folds().Matches(page);
        Assert.True(folds.Count > 5);
        Assert.Equal([true, .. Enumerable.Repeat(false, folds.Count - 1)], folds.Select(f => f.Value.Contains(" open", StringComparison.Ordinal)));
        Assert.Matches("<summary><h2 id=\"by-kind\">按文种</h2> <span class=\"fine\">[^<]+ [0-9]+ 份", page);
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await _client.GetStringAsync(address));

    private static int Times(string page, string words) => page.Split(words).Length - 1;

    [GeneratedRegex("<input[^>]* type=\"date\"")]
    private static partial Regex DayFields();

    [GeneratedRegex("<details class=\"fold\"[^>]*>")]
    private static partial Regex Folds();
}
