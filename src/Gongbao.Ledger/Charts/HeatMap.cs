using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;

namespace Gongbao.Ledger.Charts;

/// <summary>How some shares stand.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Verified">How many are verified or released: nothing more is owed.</param>
/// <param name="Late">How many are overdue, or their report is.</param>
internal sealed record HeatCell(int Total, int Verified, int Late)
{
    /// <summary>From 0, nothing settled, to 4, all.</summary>
    public int Level => Total == 0 ? 0 : Verified == Total ? 4 : Verified * 4 / Total;

    /// <summary>Some shares that stand alike.</summary>
    public static HeatCell Of(AssignmentState state, int count) =>
        new(count, state is AssignmentState.Verified or AssignmentState.Released ? count : 0, state is AssignmentState.Overdue or AssignmentState.NoReport ? count : 0);

    public static HeatCell Sum(IEnumerable<HeatCell> cells) => cells.Aggregate(new HeatCell(0, 0, 0), (sum, c) => new(sum.Total + c.Total, sum.Verified + c.Verified, sum.Late + c.Late));
}

/// <summary>Some shares of one unit in one measure.</summary>
internal sealed record HeatCount(string Unit, string Name, string Measure, HeatCell Cell);

/// <summary>The shares of one unit, measure by measure.</summary>
/// <param name="Unit">Its directory id.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Cells">One for each measure, in their order; null where it has no share in it.</param>
/// <param name="All">Over all measures.</param>
internal sealed record HeatRow(string Unit, string Name, IReadOnlyList<HeatCell?> Cells, HeatCell All);

/// <summary>Units by measures (热力图): how much is settled and how much is late. Counties and zones first, then departments, each in the order in which the document names them.</summary>
internal sealed record HeatMap(IReadOnlyList<string> Measures, IReadOnlyList<HeatRow> Rows, IReadOnlyList<HeatCell> Sums, HeatCell All)
{
    /// <param name="counts">The shares, units in their order.</param>
    /// <param name="order">The measures in their order; those in which nobody has a share are left out.</param>
    /// <param name="isPlace">Whether a unit governs a county or a zone.</param>
    public static HeatMap Of(IReadOnlyCollection<HeatCount> counts, IEnumerable<string> order, Func<string, bool> isPlace)
    {
        var sums = counts.ToLookup(c => c.Measure, c => c.Cell);
        var measures = order.Where(sums.Contains).ToList();
        var rows = counts.GroupBy(c => (c.Unit, c.Name)).OrderBy(g => !isPlace(g.Key.Unit)).Select(g =>
        {
            var own = g.ToLookup(c => c.Measure, c => c.Cell);
            return new HeatRow(g.Key.Unit, g.Key.Name, [.. measures.Select(m => own.Contains(m) ? HeatCell.Sum(own[m]) : null)], HeatCell.Sum(g.Select(c => c.Cell)));
        }).ToList();
        return new(measures, rows, [.. measures.Select(m => HeatCell.Sum(sums[m]))], HeatCell.Sum(counts.Select(c => c.Cell)));
    }

    /// <summary>The shares of a programme that was read whole.</summary>
    public static IReadOnlyCollection<HeatCount> CountsOf(ChartFilter filter, ProgrammeView view) =>
        [.. filter.Of(view).SelectMany(r => r.Shares.Where(filter.Wants).Select(s => new HeatCount(s.Share.Unit, s.UnitName, ChartFilter.MeasureOf(r.Obligation), HeatCell.Of(s.Standing.State, 1))))];
}
