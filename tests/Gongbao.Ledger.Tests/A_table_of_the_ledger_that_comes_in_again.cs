using Gongbao.Kernel.Time;
using Gongbao.Ledger.Sheets;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

[Clause("LED-01"), Clause("LED-10"), Clause("LED-11"), Clause("LED-12")]
public sealed class A_table_of_the_ledger_that_comes_in_again : IAsyncLifetime
{
    private TestLedger? _ledger;

    public async ValueTask InitializeAsync()
    {
        var path = RealIssue.Path;
        _ledger = await TestLedger.CreateAsync(StoreProvider.Sqlite, "dazhou");
        _ledger.Clock.RestoreSeed(new DateOnly(2023, 5, 20).StartsAt());
        await _ledger.ImportAsync(path);
    }

    public async ValueTask DisposeAsync()
    {
        if (_ledger is not null) await _ledger.DisposeAsync();
    }

    [Theory]
    [InlineData("达市府办发-2023-8", 55)]
    [InlineData("达市府办发-2023-15", 38)]
    [InlineData("达市府办发-2023-10", 4)]
    [InlineData("达市府办发-2023-12", 10)]
    public async Task Is_as_it_was(string slug, int count)
    {
        var ledger = _ledger!;
        TestLedger.Done(await ledger.Get<AcceptProposals>().HandleAsync(slug, null, LedgerTests.FollowUp, CancellationToken.None));
        var view = await ledger.ProgrammeAsync(slug);
        foreach (var (number, bytes) in new[] { (1, LedgerSheet.Workbook(view)), (2, LedgerSheet.Csv(view)) })
        {
            var copy = TestLedger.Done(await ledger.Get<OpenProgramme>().HandleAsync("另一处的台账", $"测试办〔2023〕{number}号", view.Programme.SignedOn, "下载的台账", LedgerTests.FollowUp, CancellationToken.None));
            var import = ledger.Get<ImportSheet>();
            var id = TestLedger.Done(await import.BringAsync(copy, "台账", bytes, LedgerTests.FollowUp, CancellationToken.None));
            var preview = await ledger.AskAsync<SheetDesk, SheetPreview>(async desk => TestLedger.Done(await desk.PreviewAsync((await desk.SheetAsync(id, CancellationToken.None)).Sheet!, CancellationToken.None)));
            Assert.True(preview.IsOurs);
            Assert.Empty(preview.Errors);
            var revision = await ledger.ReadAsync(db => db.Sheets.Where(s => s.Id == id).Select(s => s.Revision).SingleAsync());
            Assert.Equal(count, TestLedger.Done(await import.TakeAsync(new Seen(id, revision), LedgerTests.FollowUp, CancellationToken.None)));

            var again = await ledger.ProgrammeAsync(copy);
            Assert.Equal(LedgerSheet.Lines(view).Select(Words), LedgerSheet.Lines(again).Select(Words));
            Assert.Equal(Shares(view), Shares(again));
        }

        static string Words(IReadOnlyList<Web.Formats.Office.SheetCell> line) => string.Join('|', line.Select(c => c.Words));
        static IEnumerable<(string, bool)> Shares(Desk.ProgrammeView v) => v.Rows.SelectMany(r => r.Shares).Select(s => (s.Share.Unit, s.Share.ByGroup));
    }
}
