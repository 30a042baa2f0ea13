using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Gongbao.Ledger.Tests;

/// <summary>A sheet that a program brings is looked at, mapped and taken in over HTTP.</summary>
public sealed class Sheets_by_programs : IAsyncLifetime
{
    private const string KeyPoints = LedgerTests.KeyPoints;
    private const string Brought = $"/api/ledger/programmes/{KeyPoints}/sheets";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;
    private HttpClient _followUp = null!, _housing = null!, _anybody = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2025, 5, 6));
        (_followUp, _housing, _anybody) = (_site.Open("follow-up"), _site.Open("housing"), _site.Open());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { _followUp, _housing, _anybody }) client.Dispose();
        await _site.DisposeAsync();
    }

    [Fact, Clause("LED-01")]
    public async Task Are_shown_with_what_is_wrong_by_row_and_column_and_taken_in_whole()
    {
        var sheet = await BringAsync("内容,谁来办,何时\n报送水库清单,市水务局,2025年6月底前\n开展巡查,市没有局,每半年\n");
        var before = await _followUp.AskAsync($"/api/ledger/sheets/{sheet}");
        Assert.Contains("没有认出哪一列是任务", before.GetProperty("preview").All("errors")[0].Text("why"), StringComparison.Ordinal);
        var seen = before.GetProperty("sheet").Text("seen");
        Assert.Equal("ledger.sheet-errors", (await _followUp.RefusedAsync("/api/ledger/sheet-imports", new { seen })).Code);
        Assert.StartsWith("columns 里的 task“0”不是列", (await _followUp.RefusedAsync("/api/ledger/sheet-mappings", new { seen, columns = new Dictionary<string, string> { ["task"] = "0" } })).Why, StringComparison.Ordinal);

        var columns = new Dictionary<string, string> { ["task"] = "A", ["units"] = "B", ["limit"] = "C" };
        await _followUp.DoneAsync("/api/ledger/sheet-mappings", new { seen, head_row = 1, columns });
        Assert.Equal("ledger.sheet-changed", (await _followUp.RefusedAsync("/api/ledger/sheet-mappings", new { seen, head_row = 1, columns })).Code);
        var mapped = await _followUp.AskAsync($"/api/ledger/sheets/{sheet}");
        var wrong = Assert.Single(mapped.GetProperty("preview").All("errors"));
        Assert.Equal((3, "B", "谁来办"), (wrong.GetProperty("row").GetInt32(), wrong.Text("column"), wrong.Text("head")));

        await _followUp.DoneAsync("/api/ledger/sheet-mappings", new { seen = mapped.GetProperty("sheet").Text("seen"), head_row = 1, columns, leaves_open = true });
        var taken = await _followUp.DoneAsync("/api/ledger/sheet-imports", new { seen = (await _followUp.AskAsync($"/api/ledger/sheets/{sheet}")).GetProperty("sheet").Text("seen") });
        Assert.Equal(2, taken.GetProperty("obligations").GetInt32());
        Assert.Equal(["报送水库清单", "开展巡查"], (await _anybody.AskAsync($"/api/ledger/programmes/{KeyPoints}")).All("obligations").Select(o => o.Text("task")));
        Assert.Contains($"ledger.manage sheet:{sheet:N}", await _site.JournalAsync());
        Assert.Equal(JsonValueKind.Null, (await _followUp.AskAsync($"/api/ledger/sheets/{sheet}")).GetProperty("preview").ValueKind);
        Assert.Equal(2, Assert.Single((await _followUp.AskAsync(Brought)).All("sheets")).GetProperty("taken").GetInt32());
    }

    [Fact]
    public async Task Are_brought_as_one_file_by_those_who_manage()
    {
        using var json = await _followUp.PostAsJsonAsync(Brought, new { }, Stop);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (json.StatusCode, json.Content.Headers.ContentType?.MediaType));
        Assert.Contains("multipart/form-data 的 sheet", (await json.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("detail"), StringComparison.Ordinal);
        foreach (var (client, status) in new[] { (_housing, HttpStatusCode.Forbidden), (_anybody, HttpStatusCode.Unauthorized) })
        {
            using var form = Form("任务\n一项");
            using var refused = await client.PostAsync(Brought, form, Stop);
            Assert.Equal(status, refused.StatusCode);
        }
        using var none = await _followUp.GetAsync($"/api/ledger/sheets/{Guid.CreateVersion7()}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static MultipartFormDataContent Form(string csv) => new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "sheet", "任务.csv" } };

    private async Task<Guid> BringAsync(string csv)
    {
        using var form = Form(csv);
        using var answer = await _followUp.PostAsync(Brought, form, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).Id("sheet");
    }
}
