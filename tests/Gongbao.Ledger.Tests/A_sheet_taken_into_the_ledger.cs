using System.Text;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Sheets;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Gongbao.Web.Formats.Office;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class A_sheet_taken_into_the_ledger_in_SQLite() : A_sheet_taken_into_the_ledger(StoreProvider.Sqlite);

public sealed class A_sheet_taken_into_the_ledger_in_PostgreSQL() : A_sheet_taken_into_the_ledger(StoreProvider.Postgres);

public abstract class A_sheet_taken_into_the_ledger(StoreProvider provider) : LedgerTests(provider)
{
    private static readonly string[] Heads = ["序号", "重点任务", "牵头单位", "责任单位", "完成时限", "备注"];
    private string _slug = "";

    private ImportSheet Import => Ledger.Get<ImportSheet>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new(2025, 5, 6));
        _slug = TestLedger.Done(await Ledger.Get<OpenProgramme>().HandleAsync("关于做好汛前检查的通知", null, new DateOnly(2025, 4, 28), "省水利厅纸质通知", FollowUp, CancellationToken.None));
    }

    [Fact, Clause("LED-02")]
    public async Task Becomes_obligations_with_shares_limits_and_questions_in_one_act()
    {
        var id = await BringAsync(["汛前检查任务分工"], Heads, ["一、工程检查"], ["1", "检查水库大坝", "市水务局", "市财政局、市住房城乡建设局", "2025.6.15前", "x"], ["2", "检查城区内涝点", "", "市住房城乡建设局", "6月底", ""], ["3", "长期值守", "", "市水务局", "", ""], ["备注：按月报告"]);
        var preview = await PreviewAsync(id);
        Assert.Empty(preview.Errors);
        Assert.Equal((2, 3), (preview.Head.Number, preview.Lines.Count));
        Assert.Equal(["2025年6月15日前", "6月底", null], preview.Lines.Select(l => l.Read!.Limit));
        Assert.Equal([new(2025, 6, 15), new(2025, 6, 30), null], preview.Lines.Select(l => l.DueOn));
        Assert.Equal(["第 3 行“一、工程检查”当作下面任务的类别。", "第 7 行只有“备注：按月报告”一格，没有当作任务。", "“序号”、“备注”这几列没有读。"], preview.Notes);

        var before = (await Ledger.JournalAsync()).Count;
        Assert.Equal(3, TestLedger.Done(await Import.TakeAsync(await SeenAsync(id), FollowUp, CancellationToken.None)));
        var rows = (await Ledger.ProgrammeAsync(_slug)).Rows;
        Assert.Equal([1, 2, 3], rows.Select(r => r.Obligation.Ordinal));
        Assert.Equal("一、工程检查", rows[0].Obligation.Group);
        Assert.Equal([DutyRole.Lead, DutyRole.Responsible, DutyRole.Responsible], rows[0].Shares.Select(s => s.Share.Role));
        Assert.Equal(QuestionKind.Limit, Assert.Single(rows[2].Questions).Kind);
        // One act of the programme, and under it one line for each obligation.
        Assert.Equal(4, (await Ledger.JournalAsync()).Count - before);
    }

    [Fact]
    public async Task Is_entered_as_a_whole_or_not_at_all_and_names_every_mistake_by_row_and_column()
    {
        var id = await BringAsync(Heads, ["1", "检查水库大坝", "", "市水务局", "2025年2月30日", ""], ["2", "", "", "市水务局", "6月底", ""], ["3", "检查城区内涝点", "市不存在局", "市水务局", "6月底", ""], ["4", "值守", "", "市水务局", "6月底", ""], ["5", "值守", "", "市水务局", "6月底", ""]);
        var errors = (await PreviewAsync(id)).Errors;
        Assert.Equal(["第 2 行 E 列（完成时限）", "第 3 行 B 列（任务）", "第 4 行 C 列（牵头单位）", "第 6 行"], errors.Select(e => e.Where));
        Assert.Contains("2025年2月30日", errors[0].Why, StringComparison.Ordinal);
        Assert.Contains("市不存在局", errors[2].Why, StringComparison.Ordinal);
        Assert.Contains("与第 5 行是同一项任务", errors[3].Why, StringComparison.Ordinal);
        Assert.Equal("ledger.sheet-errors", TestLedger.CodeOf(await Import.TakeAsync(await SeenAsync(id), FollowUp, CancellationToken.None)));
        Assert.Equal(0, await Ledger.ReadAsync(db => db.Obligations.CountAsync()));

        // What cannot be understood may be left to be decided; what is missing or twice may not.
        TestLedger.Done(await Import.MapAsync(await SeenAsync(id), null, new Dictionary<SheetField, int> { [SheetField.Task] = 1, [SheetField.Lead] = 2, [SheetField.Units] = 3, [SheetField.Limit] = 4 }, true, FollowUp, CancellationToken.None));
        Assert.Equal(["第 3 行 B 列（任务）", "第 6 行"], (await PreviewAsync(id)).Errors.Select(e => e.Where));
    }

    [Fact]
    public async Task Has_its_columns_told_once_and_remembered_by_their_heads()
    {
        string[] heads = ["编号", "要办的事", "谁来办", "什么时候"];
        var id = await BringAsync(heads, ["1", "检查水库大坝", "市水务局", "6月底"]);
        var unknown = await PreviewAsync(id);
        Assert.Contains("没有认出哪一列是任务", Assert.Single(unknown.Errors).Why, StringComparison.Ordinal);
        Assert.Equal("ledger.sheet-no-task", TestLedger.CodeOf(await Import.MapAsync(await SeenAsync(id), 1, new Dictionary<SheetField, int>(), false, FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.sheet-column-twice", TestLedger.CodeOf(await Import.MapAsync(await SeenAsync(id), 1, new Dictionary<SheetField, int> { [SheetField.Task] = 1, [SheetField.Units] = 1 }, false, FollowUp, CancellationToken.None)));
        TestLedger.Done(await Import.MapAsync(await SeenAsync(id), 1, new Dictionary<SheetField, int> { [SheetField.Task] = 1, [SheetField.Units] = 2, [SheetField.Limit] = 3 }, false, FollowUp, CancellationToken.None));
        Assert.Empty((await PreviewAsync(id)).Errors);

        var next = await PreviewAsync(await BringAsync(["七月的事"], heads, ["1", "检查闸门", "市水务局", "7月底"]));
        Assert.True(next.IsKnown);
        Assert.Equal(("检查闸门", new DateOnly(2025, 7, 31)), (Assert.Single(next.Lines).Entry.Task, next.Lines[0].DueOn));
    }

    [Fact]
    public async Task Is_taken_once_and_rows_that_the_ledger_has_are_named()
    {
        string[] first = ["1", "检查水库大坝", "", "市水务局", "6月底", ""];
        var id = await BringAsync(Heads, first);
        var seen = await SeenAsync(id);
        TestLedger.Done(await Import.TakeAsync(seen, FollowUp, CancellationToken.None));
        Assert.Equal("ledger.sheet-taken", TestLedger.CodeOf(await Import.TakeAsync(seen, FollowUp, CancellationToken.None)));
        var again = await Import.BringAsync(_slug, "任务.xlsx", Workbook(Heads, first), FollowUp, CancellationToken.None);
        Assert.Equal("ledger.sheet-taken", TestLedger.CodeOf(again));
        Assert.Contains($"/ledger/sheets/{id:D}", again.Refusals[0].Reason, StringComparison.Ordinal);

        var more = await BringAsync(Heads, first, ["2", "检查闸门", "", "市水务局", "6月底", ""]);
        Assert.Equal([1, null], (await PreviewAsync(more)).Lines.Select(l => l.SameAs));
        Assert.Equal(1, TestLedger.Done(await Import.TakeAsync(await SeenAsync(more), FollowUp, CancellationToken.None)));
        Assert.Equal(["检查水库大坝", "检查闸门"], (await Ledger.ProgrammeAsync(_slug)).Rows.Select(r => r.Obligation.Task));
    }

    [Fact]
    public async Task Is_taken_by_one_of_two_who_do_so_at_once()
    {
        var one = await BringAsync(Heads, ["1", "检查水库大坝", "", "市水务局", "6月底", ""]);
        var other = await BringAsync(Heads, ["1", "检查水库大坝", "", "市水务局", "6月底", "另一份文件"]);
        var seen = (await SeenAsync(one), await SeenAsync(other));
        var answers = await Task.WhenAll(Import.TakeAsync(seen.Item1, FollowUp, CancellationToken.None), Import.TakeAsync(seen.Item1, FollowUp, CancellationToken.None), Import.TakeAsync(seen.Item2, FollowUp, CancellationToken.None));
        Assert.Single(answers, a => a.Refusals.Count == 0);
        Assert.All(answers.SelectMany(a => a.Refusals), r => Assert.True(r.Code is "ledger.sheet-taken" or "ledger.sheet-changed" or "ledger.nothing", r.Code));
        Assert.Equal(1, await Ledger.ReadAsync(db => db.Obligations.CountAsync()));
    }

    [Fact]
    public async Task Is_read_from_old_office_programs_words_as_well()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var words = gb.GetBytes("任务,责任单位,完成时限\r\n检查水库大坝和各区县的责任落实,市水务局,2025/6/15\r\n");
        var preview = await PreviewAsync(TestLedger.Done(await Import.BringAsync(_slug, "任务.csv", words, FollowUp, CancellationToken.None)));
        Assert.Equal(new DateOnly(2025, 6, 15), Assert.Single(preview.Lines).DueOn);
        Assert.Contains("GB18030", preview.Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023.8.31前", "2023年8月31日前")]
    [InlineData("2023-08", "2023年8月")]
    [InlineData("20230831", "2023年8月31日")]
    [InlineData("2023/8/5", "2023年8月5日")]
    [InlineData("2023年8月31日", "2023年8月31日")]
    [InlineData("8.31", "8.31")]
    [InlineData("长期坚持", "长期坚持")]
    public void Has_its_days_written_as_documents_write_them(string typed, string words) => Assert.Equal(words, SheetLimit.Words(typed));

    [Theory]
    [InlineData("", null, "来源", "ledger.no-title")]
    [InlineData("标题", "12号", "来源", "ledger.bad-number")]
    [InlineData("标题", null, " ", "ledger.no-source")]
    public async Task Needs_a_programme_that_says_what_it_is_of(string title, string? number, string source, string code) =>
        Assert.Equal(code, TestLedger.CodeOf(await Ledger.Get<OpenProgramme>().HandleAsync(title, number, new DateOnly(2025, 4, 1), source, FollowUp, CancellationToken.None)));

    [Fact]
    public async Task Goes_to_a_programme_of_its_own_where_the_library_does_not_have_the_document()
    {
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        Assert.Equal("ledger.in-library", TestLedger.CodeOf(await OpenAsync("清市府办发〔2025〕6号")));
        Assert.Equal("川办发-2025-3", TestLedger.Done(await OpenAsync("川办发〔2025〕3号")));
        Assert.Equal("ledger.programme-twice", TestLedger.CodeOf(await OpenAsync("川办发[2025]3号")));
        Assert.Equal("纸质-2025-04-28", _slug);
        Assert.Equal("纸质-2025-04-28-2", TestLedger.Done(await Ledger.Get<OpenProgramme>().HandleAsync("又一件", null, new DateOnly(2025, 4, 28), "来源", FollowUp, CancellationToken.None)));

        Task<Result<string>> OpenAsync(string number) => Ledger.Get<OpenProgramme>().HandleAsync("标题", number, new DateOnly(2025, 4, 1), "来源", FollowUp, CancellationToken.None);
    }

    private async Task<Guid> BringAsync(params string[][] rows) => TestLedger.Done(await Import.BringAsync(_slug, "任务.xlsx", Workbook(rows), FollowUp, CancellationToken.None));

    private static byte[] Workbook(params string[][] rows)
    {
        var width = rows.Max(r => r.Length);
        var full = rows.Select(r => r.Concat(Enumerable.Repeat("", width - r.Length)).ToList()).ToList();
        return Xlsx.Table("任务", full[0], [.. full.Skip(1).Select(r => (IReadOnlyList<SheetCell>)[.. r.Select(c => (SheetCell)c)])]);
    }

    private async Task<SheetPreview> PreviewAsync(Guid id) => await Ledger.AskAsync<SheetDesk, SheetPreview>(async desk => TestLedger.Done(await desk.PreviewAsync((await desk.SheetAsync(id, CancellationToken.None)).Sheet!, CancellationToken.None)));

    private async Task<Seen> SeenAsync(Guid id) => new(id, await Ledger.ReadAsync(db => db.Sheets.Where(s => s.Id == id).Select(s => s.Revision).SingleAsync()));
}
