using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Kernel.Time;

namespace Gongbao.Gazette.Tests.Campaigns;

public sealed class Clean_ups_over_HTTP : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2028, 12, 1);
    private GazetteSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        _site.Clock.RestoreSeed(Today.StartsAt().AddHours(9));
        await _site.ImportAsync(Issues.Read(string.Join('\n', Issues.Patrol, Issues.Supply, Issues.Trees, CampaignTests.SavingText)).Sure());
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <summary>The whole way: list by scope, opinions of two offices, decisions, publication as page and as data, and what it does to the documents.</summary>
    [Fact, Clause("GAZ-07")]
    public async Task Go_from_a_list_of_documents_to_a_published_result()
    {
        using var everybody = _site.Open();
        var slug = await OpenAsync(new { name = "二〇二八年文件清理", due_on = "2028-12-31", offices = new[] { "drafting", "legal" } });
        Assert.Equal(HttpStatusCode.NotFound, (await everybody.GetAsync($"/clean-ups/{slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await everybody.GetAsync($"/api/gazette/clean-ups/{slug}")).StatusCode);
        Assert.DoesNotContain("二〇二八年文件清理", await everybody.GetStringAsync("/clean-ups"), StringComparison.Ordinal);

        foreach (var (number, drafting, legal) in new[] { (CampaignTests.Supply, "repeal", "repeal"), (CampaignTests.Trees, "keep", "invalidate"), (CampaignTests.Patrol, "amend", "amend"), (CampaignTests.Saving, "keep", "keep") })
        {
            await DoneAsync("drafter", $"{slug}/opinions", new { seen = await SeenAsync(slug, number), office = "drafting", measure = drafting, reason = "已经逐条核对过。" });
            await DoneAsync("lawyer", $"{slug}/opinions", new { seen = await SeenAsync(slug, number), office = "legal", measure = legal, reason = "符合上位法的规定。" });
        }
        using (var before = await JsonAsync("organiser", $"{slug}/documents"))
            Assert.Equal((3, 1, 0), (Count(before, "agreed"), Count(before, "disagreed"), Count(before, "decided")));
        await DoneAsync("organiser", $"{slug}/decisions", new { seen = await SeenAsync(slug, CampaignTests.Supply, CampaignTests.Patrol, CampaignTests.Saving) });
        Assert.Equal("urn:gongbao:refusal:clean-up.no-agreement", await RefusedAsync("organiser", $"{slug}/decisions", new { seen = await SeenAsync(slug, CampaignTests.Trees) }));
        Assert.Equal("urn:gongbao:refusal:clean-up.undecided", await RefusedAsync("organiser", $"{slug}/publication", new { effect_on = "2029-01-01" }));
        await DoneAsync("organiser", $"{slug}/decisions", new { seen = await SeenAsync(slug, CampaignTests.Trees), measure = "invalidate", reason = "植树任务已经完成。" });
        await DoneAsync("organiser", $"{slug}/publication", new { effect_on = "2029-01-01" });

        using var data = JsonDocument.Parse(await everybody.GetStringAsync($"/api/gazette/clean-ups/{slug}"));
        foreach (var (list, number) in new[] { ("keep", CampaignTests.Saving), ("repeal", CampaignTests.Supply), ("invalidate", CampaignTests.Trees), ("amend", CampaignTests.Patrol) })
            Assert.Equal(number, Assert.Single(data.RootElement.GetProperty(list).EnumerateArray()).GetProperty("number").GetString());
        var page = new HtmlParser().ParseDocument(await everybody.GetStringAsync($"/clean-ups/{slug}"));
        foreach (var id in new[] { "keep", "repeal", "invalidate", "amend" }) Assert.NotNull(page.GetElementById(id));
        Assert.Equal(4, page.QuerySelectorAll("tbody th a[href^='/d/']").Length);
        Assert.Contains("植树任务已经完成。", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("二〇二八年文件清理", await everybody.GetStringAsync("/clean-ups"), StringComparison.Ordinal);

        using var basis = JsonDocument.Parse(await everybody.GetStringAsync($"/api/gazette/basis?clause={CampaignTests.Trees}&on=2029-01-01"));
        Assert.Equal("basis.declared-invalid", basis.RootElement.GetProperty("refusal").GetString());
        Assert.Equal("urn:gongbao:refusal:clean-up.not-running", await RefusedAsync("organiser", $"{slug}/decisions", new { seen = await SeenAsync(slug, CampaignTests.Trees), take_back = true }));
    }

    /// <summary>A clerk is told whom to ask; how the declarations are written is no word for the page.</summary>
    [Fact, Clause("GAZ-07")]
    public async Task Say_in_the_words_of_an_office_what_is_missing_where_nothing_is_declared()
    {
        await using var site = await GazetteSite.StartAsync(city: SampleCity.Without("clean_up"));
        using var organiser = site.Open("organiser");
        var page = new HtmlParser().ParseDocument(await organiser.GetStringAsync("/clean-ups/new")).QuerySelector("main")!.TextContent;
        Assert.Contains("请联系管理本市声明的人", page, StringComparison.Ordinal);
        Assert.DoesNotContain("clean_up", page, StringComparison.Ordinal);
        using var refused = await organiser.PostAsJsonAsync("/api/gazette/clean-ups", new { name = "清理", due_on = "2028-12-31", offices = new[] { "drafting", "legal" } });
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal("urn:gongbao:refusal:clean-up.not-declared", problem.RootElement.GetProperty("type").GetString());
        Assert.Contains("请联系管理本市声明的人", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact, Clause("GAZ-07")]
    public async Task Give_the_result_as_files()
    {
        var slug = await PublishedAsync();
        using var everybody = _site.Open();
        var csv = await everybody.GetStringAsync($"/api/gazette/clean-ups/{slug}/formats/csv");
        Assert.Contains("废止,1,清府发〔2024〕3号,清河市人民政府关于加强城市供水管理的意见,2024-02-18,,已经逐条核对过。,http://127.0.0.1:", csv, StringComparison.Ordinal);
        using var word = new ZipArchive(await everybody.GetStreamAsync($"/api/gazette/clean-ups/{slug}/formats/docx"));
        using var text = new StreamReader(word.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);
        var words = await text.ReadToEndAsync();
        Assert.Contains("废止的文件目录（1 件）", words, StringComparison.Ordinal);
        Assert.Contains("清河市人民政府关于加强城市供水管理的意见", words, StringComparison.Ordinal);
        Assert.Contains("已经逐条核对过。", await everybody.GetStringAsync($"/api/gazette/clean-ups/{slug}/formats/text"), StringComparison.Ordinal);
        Assert.Contains("已经逐条核对过。", await everybody.GetStringAsync($"/api/gazette/clean-ups/{slug}/formats/markdown"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await everybody.GetAsync($"/api/gazette/clean-ups/{slug}/formats/exe")).StatusCode);
    }

    [Fact]
    public async Task Are_worked_on_with_forms()
    {
        var organiser = _site.Open("organiser");
        var drafter = _site.Open("drafter");
        var lawyer = _site.Open("lawyer");
        var empty = await PostAsync(organiser, "/clean-ups/new", "form", new() { ["Form.DueOn"] = "2028-13-40", ["step"] = "open" });
        Assert.NotNull(empty.Page!.GetElementById("error-summary"));
        var preview = await PostAsync(organiser, "/clean-ups/new", "form", new() { ["Form.Kinds"] = "意见", ["step"] = "preview" });
        Assert.Equal(2, preview.Page!.QuerySelectorAll("#preview ~ .table-frame tbody tr").Length);
        var unnamed = await PostAsync(organiser, "/clean-ups/new", "form", new() { ["Form.Kinds"] = "意见", ["step"] = "open" });
        Assert.Contains("请给这次清理起一个名称", unnamed.Page!.Body!.TextContent, StringComparison.Ordinal);
        var opened = await PostAsync(organiser, "/clean-ups/new", "form", new() { ["Form.Name"] = "意见清理", ["Form.DueOn"] = "2028-12-31", ["Form.Offices"] = "drafting,legal", ["Form.Documents"] = "清府发〔2024〕3号", ["step"] = "open" });
        var desk = opened.Location!.Split('?')[0];
        Assert.Matches("^/clean-ups/2028-12-01-1/desk$", desk);

        var refused = await PostAsync(drafter, desk, "form[method=post]", new() { ["all"] = "1", ["act"] = "opinion", ["office"] = "drafting", ["opinion-measure"] = "repeal", ["opinion-reason"] = "没有句号" });
        Assert.Contains("请把理由写成完整的一句话", refused.Page!.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("没有句号", refused.Page.GetElementById("opinion-reason")!.TextContent);
        Assert.NotNull((await PostAsync(drafter, desk, "form[method=post]", new() { ["all"] = "1", ["act"] = "opinion", ["office"] = "drafting", ["opinion-measure"] = "repeal", ["opinion-reason"] = "内容已经过时。" })).Location);
        var item = (await PageAsync(lawyer, desk)).QuerySelector(".decide__links a")!.GetAttribute("href")!;
        Assert.NotNull((await PostAsync(lawyer, item, "form[method=post]", new() { ["act"] = "opinion", ["office"] = "legal", ["opinion-measure"] = "keep", ["opinion-reason"] = "仍然适用。" })).Location);
        Assert.Contains("各方意见不一致", (await PageAsync(organiser, item)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await PageAsync(lawyer, item)).GetElementById("decision-measure"));

        Assert.NotNull((await PostAsync(organiser, item, "form[method=post]", new() { ["act"] = "decide", ["decision-measure"] = "repeal", ["decision-reason"] = "内容已经过时。" })).Location);
        var wrongDay = await PostAsync(organiser, desk, "form:has([value=publish])", new() { ["act"] = "publish", ["effect-on"] = "明天" });
        Assert.Contains("不是日期", wrongDay.Page!.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await PostAsync(organiser, desk, "form:has([value=publish])", new() { ["act"] = "publish", ["effect-on"] = "2029-01-01" })).Location);
        Assert.Empty((await PageAsync(organiser, desk)).QuerySelectorAll("button[name=act]"));
        Assert.Contains("内容已经过时。", await _site.Open().GetStringAsync("/clean-ups/2028-12-01-1"), StringComparison.Ordinal);
    }

    [Fact, Clause("GAZ-06")]
    public async Task Are_led_to_from_the_documents_whose_state_they_changed()
    {
        var slug = await PublishedAsync();
        using var everybody = _site.Open();
        var document = await PageAsync(everybody, "/d/清府发-2024-3?on=2029-01-01");
        Assert.Equal("清理结果", document.QuerySelector(".message a")!.TextContent["依据：".Length..]);
        Assert.Equal(2, document.QuerySelectorAll($"main a[href='/clean-ups/{slug}']").Length);
        Assert.Contains("下面是 2029年1月1日的文字和效力", document.QuerySelector(".document-head__day")!.TextContent, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(await everybody.GetStringAsync("/api/gazette/documents/清府发-2024-3/validity?on=2029-01-01"));
        Assert.Equal((slug, null), (data.RootElement.GetProperty("cause").GetProperty("clean_up").GetString(), data.RootElement.GetProperty("cause").GetProperty("document").GetString()));
    }

    [Fact]
    public async Task Are_opened_from_a_list_whose_mistakes_are_told_by_row()
    {
        var organiser = _site.Open("organiser");
        var read = await UploadAsync(organiser, "/clean-ups/new", "open-clean-up", "文号,标题\n清府发〔2024〕3号,\n清府发〔2024〕77号,\n"u8.ToArray(), new() { ["step"] = "open", ["Form.Name"] = "清理", ["Form.DueOn"] = "2028-12-31" });
        Assert.Contains("第 3 行：文件库里没有“清府发〔2024〕77号”", read.QuerySelector(".message")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("清府发〔2024〕3号", read.GetElementById("field-Documents")!.TextContent.Trim());
        Assert.Single(read.QuerySelectorAll("#preview ~ .table-frame tbody tr"));

        var slug = await OpenAsync(new { name = "清理", due_on = "2028-12-31", offices = new[] { "drafting", "legal" }, documents = new[] { CampaignTests.Supply } });
        var refused = await UploadAsync(organiser, $"/clean-ups/{slug}/desk", "desk-add", "文号\n清府发〔2024〕77号\n"u8.ToArray(), new() { ["act"] = "add" });
        Assert.Contains("第 2 行", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await UploadAsync(organiser, $"/clean-ups/{slug}/desk", "desk-add", "文号\n清府发〔2024〕4号\n"u8.ToArray(), new() { ["act"] = "add", ["documents"] = CampaignTests.Patrol });
        using var listed = await JsonAsync("organiser", $"{slug}/documents");
        Assert.Equal(3, listed.RootElement.GetProperty("documents").GetArrayLength());
    }

    [Theory]
    [InlineData("/clean-ups/new")]
    [InlineData("/clean-ups/2028-12-01-1/desk")]
    [InlineData("/api/gazette/clean-ups/2028-12-01-1/documents")]
    [InlineData("/api/gazette/clean-ups/2028-12-01-1/documents.csv")]
    public async Task Are_worked_on_only_by_those_who_may(string address)
    {
        await OpenAsync(new { name = "清理", due_on = "2028-12-31", offices = new[] { "drafting", "legal" } });
        Assert.NotEqual(HttpStatusCode.OK, (await _site.Open().GetAsync(address)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await _site.Open("reader").GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _site.Open("organiser").GetAsync(address)).StatusCode);
        Assert.False((await _site.Open("drafter").PostAsJsonAsync("/api/gazette/clean-ups", new { name = "清理" })).IsSuccessStatusCode);
    }

    [Fact, Clause("GAZ-08")]
    public async Task Leave_no_unpublished_or_ended_document_as_a_basis()
    {
        var slug = await PublishedAsync();
        using var everybody = _site.Open();
        foreach (var (clause, on, code, source) in new[]
        {
            ("清府发〔2027〕1号#三（十）", "2028-12-01", "basis.not-published", "《优化营商环境条例》第六十四条第二款"),
            ("清府发〔2024〕3号", "2024-02-17", "basis.not-made-yet", "《优化营商环境条例》第六十四条第二款"),
            ("清府发〔2024〕3号", "2029-01-01", "basis.repealed", null),
            ("清府办发〔2024〕7号#一（九）", "2028-12-01", "basis.no-such-clause", null),
        })
        {
            using var refused = await BasisAsync(everybody, clause, on);
            Assert.Equal((false, code), (refused.RootElement.GetProperty("is_basis").GetBoolean(), refused.RootElement.GetProperty("refusal").GetString()));
            Assert.EndsWith("。", refused.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
            if (source is not null) Assert.Equal(source, refused.RootElement.GetProperty("source").GetString());
            Assert.Contains(refused.RootElement.GetProperty("reason").GetString()!, (await PageAsync(everybody, $"/basis?clause={Uri.EscapeDataString(clause)}&on={on}")).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
        using var good = await BasisAsync(everybody, "清府办发〔2024〕7号#一（三）", "2028-12-01");
        Assert.Equal((true, "一（三）", "in-force"), (good.RootElement.GetProperty("is_basis").GetBoolean(), good.RootElement.GetProperty("place").GetString(), good.RootElement.GetProperty("state").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await everybody.GetAsync(good.RootElement.GetProperty("address").GetString())).StatusCode);
        using var repealed = await BasisAsync(everybody, CampaignTests.Supply, "2029-01-01");
        Assert.Contains("由“清理”废止", repealed.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("2028-12-01-1", slug);
    }

    [Theory]
    [InlineData("clause=不是条款&on=2028-12-01")]
    [InlineData("clause=清府发〔2024〕3号&on=昨天")]
    [InlineData("on=2028-12-01")]
    [InlineData("clause=%3Cscript%3E")]
    public async Task Say_what_is_wrong_with_a_question_about_a_basis(string query)
    {
        using var client = _site.Open();
        var answer = await client.GetAsync("/api/gazette/basis?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.EndsWith("。", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/basis?" + query)).StatusCode);
    }

    private async Task<string> PublishedAsync()
    {
        var slug = await OpenAsync(new { name = "清理", due_on = "2028-12-31", offices = new[] { "drafting", "legal" }, documents = new[] { CampaignTests.Supply } });
        await DoneAsync("drafter", $"{slug}/opinions", new { seen = await SeenAsync(slug, CampaignTests.Supply), office = "drafting", measure = "repeal", reason = "已经逐条核对过。" });
        await DoneAsync("lawyer", $"{slug}/opinions", new { seen = await SeenAsync(slug, CampaignTests.Supply), office = "legal", measure = "repeal", reason = "符合上位法的规定。" });
        await DoneAsync("organiser", $"{slug}/decisions", new { seen = await SeenAsync(slug, CampaignTests.Supply) });
        await DoneAsync("organiser", $"{slug}/publication", new { effect_on = "2029-01-01" });
        return slug;
    }

    private async Task<string> OpenAsync(object input)
    {
        using var client = _site.Open("organiser");
        using var answer = await client.PostAsJsonAsync("/api/gazette/clean-ups", input);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("slug").GetString()!;
    }

    private async Task DoneAsync(string actor, string path, object input)
    {
        using var client = _site.Open(actor);
        using var answer = await client.PostAsJsonAsync("/api/gazette/clean-ups/" + path, input);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string?> RefusedAsync(string actor, string path, object input)
    {
        using var client = _site.Open(actor);
        using var answer = await client.PostAsJsonAsync("/api/gazette/clean-ups/" + path, input);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();
    }

    private async Task<string[]> SeenAsync(string slug, params string[] numbers)
    {
        using var json = await JsonAsync("organiser", $"{slug}/documents");
        return [.. json.RootElement.GetProperty("documents").EnumerateArray().Where(d => numbers.Contains(d.GetProperty("number").GetString())).Select(d => d.GetProperty("seen").GetString()!)];
    }

    private async Task<JsonDocument> JsonAsync(string actor, string path)
    {
        using var client = _site.Open(actor);
        return JsonDocument.Parse(await client.GetStringAsync("/api/gazette/clean-ups/" + path));
    }

    private static async Task<JsonDocument> BasisAsync(HttpClient client, string clause, string on) =>
        JsonDocument.Parse(await client.GetStringAsync($"/api/gazette/basis?clause={Uri.EscapeDataString(clause)}&on={on}"));

    private static int Count(JsonDocument documents, string status) => documents.RootElement.GetProperty("progress").GetProperty(status).GetInt32();

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpClient client, string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(address));

    /// <summary>Sends a form of a page as a browser would, the hidden fields with it; values with commas stand for several.</summary>
    private static async Task<(string? Location, AngleSharp.Html.Dom.IHtmlDocument? Page)> PostAsync(HttpClient client, string address, string form, Dictionary<string, string> values)
    {
        var got = await client.GetAsync(address);
        var sent = new HtmlParser().ParseDocument(await got.Content.ReadAsStringAsync()).QuerySelectorAll("main " + form).First();
        var fields = sent.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Concat(values.SelectMany(v => v.Key == "Form.Offices" ? v.Value.Split(',').Select(one => KeyValuePair.Create(v.Key, one)) : [v]));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        if (got.Headers.TryGetValues("Set-Cookie", out var cookies)) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => c.Split(';')[0])));
        using var answer = await client.SendAsync(request);
        if (answer.Headers.Location is { } location) return (location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString, null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (null, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Sends the form of this name with a file, and gives the page that is shown then.</summary>
    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> UploadAsync(HttpClient client, string address, string form, byte[] file, Dictionary<string, string> values)
    {
        var got = await client.GetAsync(address);
        var sent = new HtmlParser().ParseDocument(await got.Content.ReadAsStringAsync()).QuerySelectorAll("main form").Single(f => f.QuerySelector($"input[name=_handler][value='{form}']") is not null);
        using var fields = new MultipartFormDataContent { { new ByteArrayContent(file), "list", "清单.csv" } };
        foreach (var hidden in sent.QuerySelectorAll("input[type=hidden]")) fields.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        foreach (var box in sent.QuerySelectorAll("input[type=checkbox][checked]")) fields.Add(new StringContent(box.GetAttribute("value")!), box.GetAttribute("name")!);
        foreach (var (name, value) in values) fields.Add(new StringContent(value), name);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = fields };
        if (got.Headers.TryGetValues("Set-Cookie", out var cookies)) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => c.Split(';')[0])));
        using var answer = await client.SendAsync(request);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
