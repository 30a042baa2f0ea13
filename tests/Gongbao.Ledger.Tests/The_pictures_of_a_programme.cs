using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Charts;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class The_pictures_of_a_programme_in_SQLite() : The_pictures_of_a_programme(StoreProvider.Sqlite);

public sealed class The_pictures_of_a_programme_in_PostgreSQL() : The_pictures_of_a_programme(StoreProvider.Postgres);

[Clause("LED-02")]
public abstract class The_pictures_of_a_programme(StoreProvider provider) : LedgerTests(provider)
{
    private static readonly ChartFilter Everything = new(null, null, null);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new DateOnly(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
    }

    [Fact]
    public async Task Show_each_obligation_on_its_day_or_apart()
    {
        var days = await DaysAsync(Everything);
        var entries = MonthView.EntriesOf(days.Spans);
        Assert.Equal(32, entries.Select(e => e.Span.Row.Obligation.Id).Concat(days.Spans.Where(s => s.HasNoDay).Select(s => s.Row.Obligation.Id)).Distinct().Count());
        Assert.DoesNotContain(entries, e => e.Span.HasNoDay);
        var may = MonthView.Of(new(2025, 5, 20), entries, Ledger.City.Calendar);
        Assert.All(may.Weeks, w => Assert.Equal(7, w.Count));
        Assert.Equal(Enumerable.Range(1, 31), may.Weeks.SelectMany(w => w).Where(c => c.IsInMonth).Select(c => c.Day.Date.Day));
        Assert.All(may.Weeks, w => Assert.Equal(DayOfWeek.Monday, w[0].Day.Date.DayOfWeek));
        // The first obligation is due on the last of May, which is the Saturday of the Dragon Boat holiday.
        var last = may.Weeks.SelectMany(w => w).Single(c => c.IsInMonth && c.Day.Date.Day == 31);
        Assert.Contains(last.Entries, e => e.Span.Row.Obligation.Ordinal == 1);
        Assert.Equal(CalendarDayKind.Holiday, last.Day.Kind);
        Assert.Equal(may.Entries.Count, may.Weeks.SelectMany(w => w).Sum(c => c.Entries.Count));
    }

    [Fact]
    public async Task Keep_what_was_done_on_the_day_on_which_it_was_due()
    {
        var row = await Ledger.RowAsync(KeyPoints, 4); // 12月31日, two units
        TestLedger.Done(await ReportAsync(row, 0, "housing"));
        TestLedger.Done(await Ledger.Get<JudgeReport>().HandleAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, row.Shares[0].Share.Id, true, null, FollowUp, CancellationToken.None));
        var span = (await DaysAsync(Everything)).Spans.Single(s => s.Row.Obligation.Ordinal == 4);
        Assert.Null(span.DoneOn); // the other unit is not done
        Assert.All(span.Shares, s => Assert.Equal(new DateOnly(2025, 12, 31), s.Day));
        var own = (await DaysAsync(Everything with { Unit = "housing" })).Spans.Single(s => s.Row.Obligation.Ordinal == 4);
        Assert.Equal((new DateOnly(2025, 5, 6), "已完成"), (own.DoneOn!.Value, own.Short));
        // The day before nothing was done.
        var before = (await DaysAsync(new(new(2025, 5, 5), "housing", null)));
        Assert.Empty(before.Spans);
    }

    [Fact]
    public async Task Show_more_time_beside_the_limit()
    {
        var row = await Ledger.RowAsync(KeyPoints, 4);
        var requests = Ledger.Get<AskAndAnswer>();
        TestLedger.Done(await requests.AskAsync(row.Seen, row.Shares[0].Share.Id, ActKind.ExtensionAsked, new(2026, 3, 31), "汛期施工受阻。", Liaison("housing"), CancellationToken.None));
        var asked = await Ledger.ReadAsync(db => Task.FromResult(db.Acts.Single(a => a.Kind == ActKind.ExtensionAsked).Id));
        TestLedger.Done(await requests.AnswerAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, asked, true, null, FollowUp, CancellationToken.None));
        var span = (await DaysAsync(Everything)).Spans.Single(s => s.Row.Obligation.Ordinal == 4);
        Assert.Equal((new DateOnly(2025, 12, 31), new DateOnly(2026, 3, 31)), (span.Due!.Value, span.Extended!.Value));
        Assert.Equal([new(2026, 3, 31), new DateOnly(2025, 12, 31)], span.Shares.Select(s => s.Day!.Value));
        // The calendar has it on both days.
        Assert.Equal(2, MonthView.EntriesOf([span]).Count);
        // In the timeline the more time is within the picture.
        Assert.Equal(new(2026, 3, 31), TimelinePicture.Of([span], new(2025, 5, 6)).To);
    }

    [Fact]
    public async Task Have_one_mark_a_turn_of_a_periodic_duty()
    {
        var row = await Ledger.RowAsync(KeyPoints, 4);
        TestLedger.Done(await Ledger.Get<SetLimit>().HandleAsync(row.Seen, "每季度", true, "改为按季推进。", "江府办发〔2025〕3号", FollowUp, CancellationToken.None));
        TestLedger.Done(await ReportAsync(await Ledger.RowAsync(KeyPoints, 4), 0, "housing"));
        Move(new DateOnly(2025, 8, 1));
        TestLedger.Done(await ReportAsync(await Ledger.RowAsync(KeyPoints, 4), 0, "housing"));
        var span = (await DaysAsync(Everything)).Spans.Single(s => s.Row.Obligation.Ordinal == 4);
        // Signed on 18 March: the first quarter can still be kept; it was, in May, after its end; the report of August is for the second.
        Assert.Equal([("2025Q1", 1, 1, 2), ("2025Q2", 1, 1, 2), ("2025Q3", 0, 0, 2)], span.Turns.Select(t => (t.Turn.Key, t.Kept, t.Late, t.Of)));
        // What was sent back was not kept.
        TestLedger.Done(await Ledger.Get<JudgeReport>().HandleAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, row.Shares[0].Share.Id, false, "缺材料。", FollowUp, CancellationToken.None));
        Assert.Equal([1, 0, 0], (await DaysAsync(Everything)).Spans.Single(s => s.Row.Obligation.Ordinal == 4).Turns.Select(t => t.Kept));
    }

    [Fact, Clause("LED-02")]
    public async Task Have_a_turn_kept_in_time_where_more_time_was_given_for_it()
    {
        TestLedger.Done(await Ledger.Get<SetLimit>().HandleAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, "每季度", true, "改为按季推进。", "江府办发〔2025〕3号", FollowUp, CancellationToken.None));
        TestLedger.Done(await ReportAsync(await Ledger.RowAsync(KeyPoints, 4), 0, "housing"));
        // In time for the second quarter, which is owed then, more time is given: until 15 August.
        var row = await Ledger.RowAsync(KeyPoints, 4);
        TestLedger.Done(await Ledger.Get<AskAndAnswer>().AskAsync(row.Seen, row.Shares[0].Share.Id, ActKind.ExtensionAsked, new(2025, 8, 15), "设备到货晚。", Liaison("housing"), CancellationToken.None));
        var asked = await Ledger.ReadAsync(db => db.Acts.Where(a => a.Kind == ActKind.ExtensionAsked).SingleAsync());
        TestLedger.Done(await Ledger.Get<AskAndAnswer>().AnswerAsync((await Ledger.RowAsync(KeyPoints, 4)).Seen, asked.Id, true, null, FollowUp, CancellationToken.None));
        Move(new DateOnly(2025, 8, 1));
        TestLedger.Done(await ReportAsync(await Ledger.RowAsync(KeyPoints, 4), 0, "housing"));
        Assert.Equal([("2025Q1", 1, 1), ("2025Q2", 1, 0), ("2025Q3", 0, 0)], await TurnsAsync());
        // It does not count for the turn after it.
        Move(new DateOnly(2025, 11, 3));
        TestLedger.Done(await ReportAsync(await Ledger.RowAsync(KeyPoints, 4), 0, "housing"));
        Assert.Equal([("2025Q1", 1, 1), ("2025Q2", 1, 0), ("2025Q3", 1, 1), ("2025Q4", 0, 0)], await TurnsAsync());

        async Task<IEnumerable<(string, int, int)>> TurnsAsync() => (await DaysAsync(Everything)).Spans.Single(s => s.Row.Obligation.Ordinal == 4).Turns.Select(t => (t.Turn.Key, t.Kept, t.Late));
    }

    [Fact]
    public async Task Count_in_the_heat_map_what_the_list_counts()
    {
        Move(new DateOnly(2025, 8, 1));
        var view = await Ledger.ProgrammeAsync(KeyPoints);
        var (head, map) = (await Ledger.AskAsync<ChartDesk, (ChartHead, HeatMap)?>(d => d.HeatAsync(KeyPoints, Everything, CancellationToken.None)))!.Value;
        Assert.Equal(view.Rows.Sum(r => r.Shares.Count), map.All.Total);
        Assert.Equal(view.Counts.GetValueOrDefault(AssignmentState.Overdue) + view.Counts.GetValueOrDefault(AssignmentState.NoReport), map.All.Late);
        Assert.True(map.All.Late > 0);
        Assert.Equal(map.All.Total, map.Rows.Sum(r => r.Cells.Sum(c => c?.Total ?? 0)));
        Assert.Equal(map.Sums.Select(s => s.Late), map.Measures.Select((_, i) => map.Rows.Sum(r => r.Cells[i]?.Late ?? 0)));
        // Counted in the database it is what the acts come to.
        var folded = HeatMap.Of(HeatMap.CountsOf(Everything, view), head.Measures.Select(m => m.Name), u => Ledger.City.Directory.Find(u)!.Kind is Kernel.Directory.UnitKind.CountyGovernment or Kernel.Directory.UnitKind.FunctionalArea);
        Assert.Equal(folded.Rows.Select(r => (r.Unit, string.Join(' ', r.Cells))), map.Rows.Select(r => (r.Unit, string.Join(' ', r.Cells))));
        // Counties and zones stand before departments.
        var places = map.Rows.Select(r => Ledger.City.Directory.Find(r.Unit)!.Kind is Kernel.Directory.UnitKind.CountyGovernment or Kernel.Directory.UnitKind.FunctionalArea).ToList();
        Assert.Equal(places.OrderByDescending(p => p), places);
        Assert.Contains(true, places);
        // A cell leads to as many as it counts.
        var (measure, unit) = (map.Measures[0], map.Rows.First(r => r.Cells[0] is not null));
        var filter = new ChartFilter(null, unit.Unit, measure);
        Assert.Equal(unit.Cells[0]!.Total, filter.Of(view).Sum(r => r.Shares.Count(filter.Wants)));
        Assert.Equal($"/ledger/{KeyPoints}?unit={unit.Unit}&measure={Uri.EscapeDataString(measure)}", filter.Address(KeyPoints));
    }

    [Fact]
    public void Name_no_more_months_than_have_room()
    {
        TimelinePicture At(DateOnly from, DateOnly to) => new(from, to);
        Assert.Equal(12, At(new(2025, 1, 1), new(2025, 12, 31)).Months.Count(m => m.Name is not null));
        Assert.Equal(8, At(new(2025, 1, 1), new(2026, 12, 31)).Months.Count(m => m.Name is not null));
        Assert.Equal(["2020", "2021", "2022", "2023", "2024", "2025"], At(new(2020, 1, 1), new(2025, 12, 31)).Months.Select(m => m.Name));
        // A day at the end is not drawn into the words behind it.
        Assert.Equal("1050", At(new(2025, 1, 1), new(2025, 12, 31)).End(new(2026, 5, 1)));
        Assert.Equal("290", At(new(2025, 1, 1), new(2025, 12, 31)).X(new(2024, 5, 1)));
    }

    private async Task<ProgrammeDays> DaysAsync(ChartFilter filter) => (await Ledger.AskAsync<ChartDesk, ProgrammeDays?>(d => d.DaysAsync(KeyPoints, filter, CancellationToken.None)))!;

    private Task<Result<Guid>> ReportAsync(ObligationRow row, int share, string unit) =>
        Ledger.Get<ReportProgress>().HandleAsync(row.Seen, new(row.Shares[share].Share.Id, "已经办好。", true, null), Liaison(unit), CancellationToken.None);
}
