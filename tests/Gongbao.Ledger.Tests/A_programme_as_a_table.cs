using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Gongbao.Platform.Sheets;

namespace Gongbao.Ledger.Tests;

public sealed class A_programme_as_a_table : IAsyncLifetime
{
    private const string Address = $"/api/ledger/programmes/{LedgerTests.KeyPoints}/obligations";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private LedgerSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LedgerSite.StartAsync(new(2025, 5, 6));
        using var followUp = _site.Open("follow-up");
        using var answer = await followUp.PostAsJsonAsync($"/api/ledger/programmes/{LedgerTests.KeyPoints}/acceptance", new { }, Stop);
        Assert.True(answer.IsSuccessStatusCode);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact, Clause("LED-01")]
    public async Task Says_the_same_for_programs_of_tables_and_as_comma_separated_words()
    {
        var workbook = await TableAsync(".xlsx?on=2025-12-31");
        var words = await TableAsync(".csv?on=2025-12-31");
        Assert.Equal(words.Rows.Count, workbook.Rows.Count);
        foreach (var (said, kept) in words.Rows.Zip(workbook.Rows))
            Assert.Equal(said.Cells, Enumerable.Range(0, said.Cells.Count).Select(i => Said(kept.Cell(i))));
    }

    [Fact]
    public async Task Has_only_the_shares_that_are_asked_for()
    {
        using var anybody = _site.Open();
        var overdue = (await anybody.GetFromJsonAsync<JsonElement>($"/api/ledger/programmes/{LedgerTests.KeyPoints}?on=2025-12-31", Stop)).GetProperty("counts").GetProperty("overdue").GetInt32();
        Assert.True(overdue > 0);
        var table = await TableAsync(".xlsx?on=2025-12-31&state=overdue");
        Assert.Equal(overdue, table.Rows.Count - 1);
        var state = table.Rows[0].Cells.Index().Single(c => c.Item == "状态").Index;
        Assert.All(table.Rows.Skip(1), r => Assert.Equal("逾期", r.Cell(state)));
        var unit = table.Rows[0].Cells.Index().Single(c => c.Item == "单位").Index;
        Assert.All((await TableAsync(".csv?unit=housing")).Rows.Skip(1), r => Assert.Equal("清河市住房和城乡建设局", r.Cell(unit)));
        using var wrong = await anybody.GetAsync(Address + ".xlsx?state=late", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Lies_across_the_sheet_in_a_word_processor_with_a_row_for_each_obligation()
    {
        using var anybody = _site.Open();
        var bytes = await anybody.GetByteArrayAsync(Address + ".docx?on=2025-12-31", Stop);
        using var archive = new ZipArchive(new MemoryStream(bytes));
        using var part = archive.GetEntry("word/document.xml")!.Open();
        var document = await XDocument.LoadAsync(part, LoadOptions.None, Stop);
        var w = document.Root!.Name.Namespace;
        Assert.Equal("landscape", document.Descendants(w + "pgSz").Single().Attribute(w + "orient")?.Value);
        Assert.Equal(32 + 1, document.Descendants(w + "tr").Count());
        Assert.Equal(["序号", "任务", "成果形式", "责任单位", "完成时限", "到期日", "进展"], document.Descendants(w + "tr").First().Descendants(w + "t").Select(t => t.Value));
        Assert.Contains("截至2025年12月31日", document.Root.Value, StringComparison.Ordinal);
        // The same question has the same answer, to the byte.
        Assert.Equal(bytes, await anybody.GetByteArrayAsync(Address + ".docx?on=2025-12-31", Stop));
    }

    /// <summary>A day of a workbook as comma-separated words have it.</summary>
    private static string Said(string cell) => DateOnly.TryParseExact(cell, "yyyy年M月d日", out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell;

    private async Task<SheetTable> TableAsync(string asked)
    {
        using var anybody = _site.Open();
        var read = SheetFile.Read(await anybody.GetByteArrayAsync(Address + asked, Stop));
        Assert.Empty(read.Refusals);
        read.IsRefused(out _, out var table);
        Assert.Empty(table!.Faults);
        return table;
    }
}
