using System.Net;

namespace Gongbao.Gazette.Tests.Library;

/// <summary>Addresses that somebody has changed by hand or to do harm: every public page and answer, with what it does not expect.</summary>
public sealed class Changed_addresses : IAsyncLifetime
{
    private static readonly string[] Values = ["", "-1", "0", "999999999", "2147483648", "abc", "<script>alert(1)</script>", "%0d%0aX-Evil:1", "%ff%fe", "0001-01-01", "9999-12-31", "2024-02-30", "%E2%80%AE", "%00"];
    private static readonly string[] Names = ["page", "q", "on", "state", "known", "from", "to", "cited-by", "cited_by", "cites", "clause", "cursor", "since", "done", "validity", "limit"];

    private GazetteSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        await _site.ImportAsync(Issues.Read(Issues.Both).Sure());
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=供水")]
    [InlineData("/statistics")]
    [InlineData("/validity")]
    [InlineData("/validity/claims")]
    [InlineData("/topics")]
    [InlineData("/clean-ups")]
    [InlineData("/citations")]
    [InlineData("/citations/清府发-2024-3")]
    [InlineData("/d/清府发-2024-3")]
    [InlineData("/d/清府发-2024-3/1")]
    [InlineData("/d/清府发-2024-3/compare")]
    [InlineData("/d/清府发-2024-3/source")]
    [InlineData("/d/清府发-2024-3/print")]
    [InlineData("/singles")]
    [InlineData("/open-data")]
    [InlineData("/basis?clause=清府发〔2024〕3号")]
    [InlineData("/api/gazette/search?q=供水")]
    [InlineData("/api/gazette/suggest?q=供水")]
    [InlineData("/api/gazette/documents/清府发-2024-3")]
    [InlineData("/api/gazette/documents/清府发-2024-3/validity")]
    [InlineData("/api/gazette/documents/清府发-2024-3/citations")]
    [InlineData("/api/gazette/validity")]
    [InlineData("/api/gazette/basis?clause=清府发〔2024〕3号")]
    [InlineData("/api/gazette/clean-ups")]
    public async Task Are_answered_without_a_fault_and_repeat_no_word_as_script(string address)
    {
        using var anybody = _site.Open();
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(address)).StatusCode);
        var wrong = new List<string>();
        foreach (var name in Names)
            foreach (var value in Values)
            {
                var changed = $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}";
                using var answer = await anybody.GetAsync(changed);
                if ((int)answer.StatusCode >= 500) wrong.Add($"{(int)answer.StatusCode} {changed}");
                if (answer.Headers.Contains("X-Evil")) wrong.Add("header " + changed);
                if (answer.Content.Headers.ContentType?.MediaType == "text/html" && (await answer.Content.ReadAsStringAsync()).Contains("<script>alert", StringComparison.Ordinal)) wrong.Add("script " + changed);
            }
        Assert.Empty(wrong);
    }
}
