using System.Net.Http.Json;
using System.Text.Json;
using Gongbao.Gazette.Formats;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>The interface of the built program beside its own description.</summary>
public sealed class The_interface(DemoProgram demo) : IClassFixture<DemoProgram>
{
    private static readonly HttpClient Anybody = new();

    [Fact, Clause("GAZ-02")]
    public async Task Is_described_in_Chinese_down_to_every_property_and_parameter()
    {
        var description = await AskAsync("/openapi/v1.json");
        var schemas = description.GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();
        var operations = description.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value).ToList();

        Assert.Contains(schemas, s => s.Name == "DocumentView");
        Assert.Empty(schemas.Where(s => !IsDescribed(s.Value)).Select(s => s.Name));
        Assert.Empty(schemas.SelectMany(s => Properties(s.Value).Where(p => !IsDescribed(p.Value)).Select(p => $"{s.Name}.{p.Name}")));
        Assert.Empty(operations.SelectMany(o => o.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : []).Where(p => !IsDescribed(p)).Select(p => p.GetProperty("name").GetString()));
        Assert.All(operations, o => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", o.GetProperty("summary").GetString()));

        Assert.All(operations, o => Assert.True(o.GetProperty("responses").TryGetProperty("429", out _)));
        Assert.All(operations.Where(o => o.TryGetProperty("security", out _)), o => Assert.True(o.GetProperty("responses").TryGetProperty("401", out _)));

        var known = schemas.SelectMany(s => Properties(s.Value).Select(p => $"{s.Name}.{p.Name}").Prepend(s.Name)).ToHashSet();
        Assert.All(DataWords.All.Types.Keys, k => Assert.Contains(k, known));
    }

    [Fact, Clause("GAZ-02")]
    public async Task Names_every_part_of_an_address_and_every_body_that_is_needed()
    {
        var paths = (await AskAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().ToList();
        var unnamed = from path in paths
                      from operation in path.Value.EnumerateObject()
                      let named = operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "path").Select(p => p.GetProperty("name").GetString()).ToList() : []
                      from part in path.Name.Split('/').Where(p => p.StartsWith('{')).Select(p => p[1..p.IndexOf('}', StringComparison.Ordinal)])
                      where !named.Contains(part)
                      select $"{operation.Name} {path.Name}";
        Assert.Empty(unnamed);
        Assert.Empty(paths.Where(p => p.Value.TryGetProperty("post", out var post) && post.TryGetProperty("requestBody", out var body) && !(body.TryGetProperty("required", out var required) && required.GetBoolean())).Select(p => p.Name));
    }

    /// <summary>Those that do not are short by their nature.</summary>
    [Fact, Clause("GAZ-02")]
    public async Task Gives_every_list_by_a_cursor()
    {
        var description = await AskAsync("/openapi/v1.json");
        var lists = description.GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/api/gazette/", StringComparison.Ordinal)).SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value).Where(o => o.GetProperty("operationId").GetString()!.StartsWith("List", StringComparison.Ordinal)).ToList();
        var whole = lists.Where(o => !o.TryGetProperty("parameters", out var all) || all.EnumerateArray().All(p => p.GetProperty("name").GetString() != "cursor")).ToList();
        Assert.Equal(["ListFormats", "ListTopics"], whole.Select(o => o.GetProperty("operationId").GetString()).Order(StringComparer.Ordinal));
        Assert.All(whole, o => Assert.Contains("一次全部给出", o.GetProperty("summary").GetString(), StringComparison.Ordinal));
        Assert.All(lists.Except(whole), o =>
        {
            var answer = o.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
            Assert.True(description.GetProperty("components").GetProperty("schemas").GetProperty(answer).GetProperty("properties").TryGetProperty("next", out _), answer);
            Assert.True(o.GetProperty("responses").TryGetProperty("400", out _), answer);
        });
    }

    /// <summary>Also where a request fails before it reaches an endpoint.</summary>
    [Theory, Clause("GAZ-02")]
    [InlineData("/api/gazette/files", 401, "令牌")]
    [InlineData("/api/gazette/uncarried", 401, "令牌")]
    [InlineData("/api/gazette/validity/claims?page=999999999999", 400, "参数")]
    [InlineData("/api/gazette/validity/claims?cursor=e30", 400, "cursor 不是这个列表给出的值")]
    [InlineData("/api/gazette/validity/claims?page=2&cursor=e30", 400, "不能同时填")]
    [InlineData("/api/gazette/documents/none", 404, "检查地址")]
    public async Task Says_in_a_sentence_what_is_wrong(string path, int status, string words)
    {
        using var answer = await Anybody.GetAsync(new Uri(demo.Address + path), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Matches(words + ".*。$", problem.GetProperty("detail").GetString());
    }

    [Fact, Clause("GAZ-02")]
    public async Task Answers_what_it_describes()
    {
        var description = await AskAsync("/openapi/v1.json");
        var issue = (await AskAsync("/api/gazette/issues")).GetProperty("issues")[0].GetProperty("slug").GetString()!;
        var documents = (await AskAsync("/api/gazette/issues/" + issue)).GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("documents").EnumerateArray())
            .Select(d => Uri.EscapeDataString(d.GetProperty("slug").GetString()!)).ToList();
        Assert.NotEmpty(documents);
        var asked = new List<(string Path, string Address)>
        {
            ("/api/gazette/issues", "/api/gazette/issues"), ("/api/gazette/issues/{issue}", "/api/gazette/issues/" + issue), ("/api/gazette/formats", "/api/gazette/formats"),
            ("/api/gazette/search", "/api/gazette/search?q=" + Uri.EscapeDataString("水")), ("/api/gazette/search", "/api/gazette/search?q=" + Uri.EscapeDataString("没有这样的词")),
            ("/api/gazette/topics", "/api/gazette/topics"), ("/api/gazette/clean-ups", "/api/gazette/clean-ups"), ("/api/gazette/validity/claims", "/api/gazette/validity/claims"),
            ("/api/gazette/suggest", "/api/gazette/suggest?q=" + Uri.EscapeDataString("清市府")), ("/api/gazette/citations/unresolved", "/api/gazette/citations/unresolved"),
        };
        asked.AddRange(documents.Select(d => ("/api/gazette/documents/{document}", "/api/gazette/documents/" + d)));
        asked.AddRange(documents.Select(d => ("/api/gazette/documents/{document}/citations", $"/api/gazette/documents/{d}/citations")));

        foreach (var (path, address) in asked)
        {
            var schema = description.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Check(await AskAsync(address), schema, description, address);
        }
    }

    /// <summary>What anybody may read is asked for as the description has it: each parameter of an address is one that the demo answers.</summary>
    [Fact, Clause("GAZ-02")]
    public async Task Tags_every_answer_that_anybody_may_read()
    {
        var description = await AskAsync("/openapi/v1.json");
        var issue = (await AskAsync("/api/gazette/issues")).GetProperty("issues")[0].GetProperty("slug").GetString()!;
        var document = (await AskAsync("/api/gazette/issues/" + issue)).GetProperty("sections")[0].GetProperty("documents")[0];
        var clause = Slugs((await AskAsync("/api/gazette/documents/" + Uri.EscapeDataString(document.GetProperty("slug").GetString()!))).GetProperty("body")).First();
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["issue"] = issue, ["document"] = document.GetProperty("slug").GetString()!, ["clause"] = clause, ["format"] = "json", ["unit"] = "housing",
        };
        // A clean-up has to be published, a search to be kept and a duty to be accepted before there is an answer; the archive says itself what changed.
        string[] unasked =
        [
            "/api/gazette/library.zip", "/feeds/saved/{key}.atom", "/api/gazette/clean-ups/{slug}", "/api/gazette/clean-ups/{slug}/formats/{format}",
            "/api/ledger/obligations/{obligation}", "/api/ledger/evidence/{evidence}", "/api/ledger/programmes/{document}", "/api/ledger/programmes/{document}/obligations.csv", "/api/ledger/programmes/{document}/obligations.xlsx", "/api/ledger/programmes/{document}/obligations.docx",
            "/api/ledger/programmes/{document}/reports/{length}/{period}/report.docx", "/api/ledger/programmes/{document}/reports/{length}/{period}/report.pdf",
            "/api/ledger/week/{week}/report.docx", "/api/ledger/week/{week}/report.pdf",
        ];

        var asked = new List<string> { "/openapi/v1.json" };
        foreach (var path in description.GetProperty("paths").EnumerateObject().Where(p => !unasked.Contains(p.Name)))
        {
            if (!path.Value.TryGetProperty("get", out var operation) || operation.TryGetProperty("security", out _)) continue;
            var parameters = operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
            var address = parameters.Where(p => p.GetProperty("in").GetString() == "path").Select(p => p.GetProperty("name").GetString()!)
                .Aggregate(path.Name, (a, p) => a.Replace($"{{{p}}}", Uri.EscapeDataString(values[p]), StringComparison.Ordinal));
            // What is asked of search, and what is asked for as a basis, has no answer without it.
            var needed = parameters.Select(p => p.GetProperty("name").GetString()!).FirstOrDefault(p => p == "q" || (p == "clause" && path.Name.EndsWith("/basis", StringComparison.Ordinal)));
            asked.Add(needed is null ? address : $"{address}?{needed}={Uri.EscapeDataString(needed == "q" ? "水" : document.GetProperty("number").GetString()!)}");
        }

        Assert.True(asked.Count > 15, string.Join('\n', asked));
        foreach (var address in asked)
        {
            using var first = await Anybody.GetAsync(new Uri(demo.Address + address), TestContext.Current.CancellationToken);
            Assert.True(first.IsSuccessStatusCode, $"{address}: {first.StatusCode}");
            Assert.True(first.Headers.ETag is not null, $"{address} has no ETag");
            using var again = new HttpRequestMessage(HttpMethod.Get, demo.Address + address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag);
            using var second = await Anybody.SendAsync(again, TestContext.Current.CancellationToken);
            Assert.True(second.StatusCode is System.Net.HttpStatusCode.NotModified, $"{address}: {second.StatusCode}");
            Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    /// <summary>The addresses of blocks and of what stands in them.</summary>
    private static IEnumerable<string> Slugs(JsonElement blocks) =>
        blocks.EnumerateArray().SelectMany(b => (b.GetProperty("slug").GetString() is { } slug ? [slug] : Array.Empty<string>()).Concat(Slugs(b.GetProperty("children"))));

    private static void Check(JsonElement value, JsonElement schema, JsonElement description, string place)
    {
        if (schema.TryGetProperty("$ref", out var reference)) schema = description.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            if (value.ValueKind is not JsonValueKind.Null) Check(value, choices.EnumerateArray().Single(c => !Types(c).Contains("null")), description, place);
            else Assert.Contains(choices.EnumerateArray(), c => Types(c).Contains("null"));
            return;
        }
        if (schema.TryGetProperty("enum", out var words))
        {
            Assert.Contains(value.GetString(), words.EnumerateArray().Select(w => w.GetString()));
            return;
        }
        var type = value.ValueKind switch { JsonValueKind.Null => "null", JsonValueKind.Object => "object", JsonValueKind.Array => "array", JsonValueKind.String => "string", JsonValueKind.Number => "number", _ => "boolean" };
        Assert.True(Types(schema).Contains(type) || type == "number" && Types(schema).Contains("integer"), $"{place}: {type} is not {schema}");
        if (type == "array")
            foreach (var (i, item) in value.EnumerateArray().Index()) Check(item, schema.GetProperty("items"), description, $"{place}[{i}]");
        if (type != "object") return;
        if (schema.TryGetProperty("required", out var required)) Assert.All(required.EnumerateArray(), r => Assert.True(value.TryGetProperty(r.GetString()!, out _), $"{place} lacks {r}"));
        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var inner)) Check(property.Value, inner, description, $"{place}.{property.Name}");
            else Assert.True(schema.TryGetProperty("additionalProperties", out _), $"{place}.{property.Name} is not described");
        }
    }

    private static IEnumerable<string?> Types(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? [] : type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()) : [type.GetString()];

    private static IEnumerable<JsonProperty> Properties(JsonElement schema) => schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : [];

    private static bool IsDescribed(JsonElement thing) => thing.TryGetProperty("description", out var words) && words.GetString()!.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    private async Task<JsonElement> AskAsync(string address)
    {
        Assert.SkipWhen(demo.Address.Length == 0, "The demo runs only where there is a browser.");
        return JsonDocument.Parse(await Anybody.GetStringAsync(demo.Address + address)).RootElement;
    }
}
