using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp;
using AngleSharp.Dom;
using Gongbao.Gazette.Tests.Library;
using UglyToad.PdfPig;

namespace Gongbao.Gazette.Tests.Formats;

/// <summary>Page, interface and every export of each document of the sample issue, asked for over HTTP and compared.</summary>
public sealed class The_same_words_everywhere : IAsyncLifetime
{
    private GazetteSite _site = null!;
    private HttpClient _anybody = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        _anybody = _site.Open();
        await _site.ImportAsync(Issues.Sample());
    }

    public async ValueTask DisposeAsync()
    {
        _anybody.Dispose();
        await _site.DisposeAsync();
    }

    [Fact, Clause("GAZ-02")]
    public async Task Stand_on_the_page_in_the_interface_and_in_every_export()
    {
        var (documents, clauses) = (0, 0);
        foreach (var slug in await SlugsAsync())
        {
            var document = JsonDocument.Parse(await _anybody.GetStringAsync("/api/gazette/documents/" + slug)).RootElement;
            var (title, number, day) = (document.GetProperty("title").GetString()!, document.GetProperty("number").GetString()!, DateOnly.Parse(document.GetProperty("dated_on").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
            var shown = await _anybody.GetStringAsync("/d/" + slug);
            var page = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(shown));
            var html = XDocument.Parse(await ExportAsync(slug, "html"));
            var akn = XDocument.Parse(await ExportAsync(slug, "akn"));
            var linked = JsonDocument.Parse(await ExportAsync(slug, "jsonld")).RootElement;
            var whole = new Dictionary<string, string>
            {
                ["page"] = Bare(page.Body!.TextContent), ["html"] = Bare(html.Root!.Value), ["akn"] = Bare(akn.Root!.Value), ["text"] = Bare(await ExportAsync(slug, "text")),
                ["markdown"] = Bare((await ExportAsync(slug, "markdown")).Replace("\\", "", StringComparison.Ordinal)), ["docx"] = await DocxAsync(slug), ["pdf"] = await PdfAsync(slug),
            };
            foreach (var (format, words) in whole)
            {
                Assert.True(words.Contains(Bare(title), StringComparison.Ordinal), $"{format} of {number} lacks the title");
                // An order is headed by its title, so its number is cut in two.
                Assert.True(words.Contains(Bare(number.StartsWith(title, StringComparison.Ordinal) ? number[title.Length..] : number), StringComparison.Ordinal), $"{format} of {number} lacks the number");
            }
            Assert.Equal(title, page.QuerySelector("h1")!.TextContent.Trim());
            Assert.Equal((title, number, $"{day:yyyy-MM-dd}"), (linked.GetProperty("name").GetString(), linked.GetProperty("legislationIdentifier").GetString(), linked.GetProperty("legislationDate").GetString()));
            Assert.Equal($"{day:yyyy-MM-dd}", page.QuerySelector("time")!.GetAttribute("datetime"));
            Assert.Contains(akn.Descendants().Where(e => e.Name.LocalName == "FRBRdate"), e => e.Attribute("date")!.Value == $"{day:yyyy-MM-dd}");

            foreach (var clause in document.GetProperty("body").EnumerateArray().SelectMany(All).Where(b => b.GetProperty("kind").GetString() == "clause"))
            {
                var words = Bare(clause.GetProperty("label").GetString() + clause.GetProperty("plain").GetString());
                var place = clause.GetProperty("slug").GetString()!;
                foreach (var (format, all) in whole.Where(w => w.Key != "docx")) Assert.True(all.Contains(words, StringComparison.Ordinal), $"{format} of {number} lacks {words}");
                // A word processor prints the labels that its lists count.
                Assert.Contains(Bare(clause.GetProperty("plain").GetString()!), whole["docx"], StringComparison.Ordinal);
                Assert.Contains(words, Bare(page.GetElementById(place)!.TextContent), StringComparison.Ordinal);
                Assert.Contains(words, Bare(html.Descendants().Single(e => e.Attribute("id")?.Value == place).Value), StringComparison.Ordinal);
                Assert.Contains(words, Bare(akn.Descendants().Single(e => e.Attribute("eId")?.Value == place).Value), StringComparison.Ordinal);
                clauses++;
            }
            documents++;
        }
        Assert.True(documents > 10 && clauses > 200, $"{documents} documents, {clauses} clauses");
    }

    /// <summary>The title of a document is the same in contents, in search and beside its neighbours: without the issuer, who stands beside it.</summary>
    [Fact, Clause("GAZ-02")]
    public async Task Are_its_title_wherever_a_document_is_listed()
    {
        var listed = 0;
        foreach (var slug in await SlugsAsync())
        {
            var document = JsonDocument.Parse(await _anybody.GetStringAsync("/api/gazette/documents/" + slug)).RootElement;
            var found = JsonDocument.Parse(await _anybody.GetStringAsync("/api/gazette/search?q=" + Uri.EscapeDataString(document.GetProperty("number").GetString()!))).RootElement.GetProperty("hits")[0].GetProperty("document");
            var neighbours = new[] { "previous", "next" }.Select(n => document.GetProperty(n)).Where(n => n.ValueKind is JsonValueKind.Object);
            foreach (var line in (await LinesAsync()).Where(l => l.GetProperty("slug").GetString() == document.GetProperty("slug").GetString()).Append(found).Concat(neighbours))
            {
                var own = JsonDocument.Parse(await _anybody.GetStringAsync("/api/gazette/documents/" + Uri.EscapeDataString(line.GetProperty("slug").GetString()!))).RootElement;
                var issuers = own.GetProperty("issuers").EnumerateArray().Select(i => i.GetString()).ToList();
                Assert.Equal(own.GetProperty("title").GetString(), line.GetProperty("title").GetString());
                Assert.Equal(issuers, line.GetProperty("issuers").EnumerateArray().Select(i => i.GetString()));
                Assert.StartsWith(string.Join('、', issuers), line.GetProperty("full_title").GetString(), StringComparison.Ordinal);
                Assert.EndsWith(own.GetProperty("title").GetString()!, line.GetProperty("full_title").GetString(), StringComparison.Ordinal);
                listed++;
            }
        }
        Assert.True(listed > 40, $"{listed}");
    }

    private static IEnumerable<JsonElement> All(JsonElement block) => block.GetProperty("children").EnumerateArray().SelectMany(All).Prepend(block);

    private async Task<IReadOnlyList<string>> SlugsAsync() => [.. (await LinesAsync()).Select(d => Uri.EscapeDataString(d.GetProperty("slug").GetString()!))];

    /// <summary>The contents of the issue.</summary>
    private async Task<IReadOnlyList<JsonElement>> LinesAsync()
    {
        var issue = JsonDocument.Parse(await _anybody.GetStringAsync("/api/gazette/issues")).RootElement.GetProperty("issues")[0].GetProperty("slug").GetString();
        return [.. JsonDocument.Parse(await _anybody.GetStringAsync("/api/gazette/issues/" + issue)).RootElement.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("documents").EnumerateArray())];
    }

    private Task<string> ExportAsync(string slug, string format) => _anybody.GetStringAsync($"/api/gazette/documents/{slug}/formats/{format}");

    private async Task<string> DocxAsync(string slug)
    {
        using var zip = new ZipArchive(new MemoryStream(await _anybody.GetByteArrayAsync($"/api/gazette/documents/{slug}/formats/docx")));
        await using var text = await zip.GetEntry("word/document.xml")!.OpenAsync();
        return Bare(XDocument.Load(text).Root!.Value);
    }

    private async Task<string> PdfAsync(string slug)
    {
        using var pdf = PdfDocument.Open(await _anybody.GetByteArrayAsync($"/api/gazette/documents/{slug}/formats/pdf"));
        // The number at the foot is drawn last on each page; a clause may run over it.
        return Bare(string.Concat(pdf.GetPages().Select(p => string.Concat(p.Letters.Where(l => l.StartBaseLine.Y > p.Height - 262 * 72 / 25.4).Select(l => l.Value)))));
    }

    private static string Bare(string words) => string.Concat(words.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r) && !Rune.IsControl(r)).Select(r => r.ToString()));
}
