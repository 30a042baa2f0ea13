using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;

namespace Gongbao.Ledger.Charts;

/// <summary>How the shares of one unit in one measure stand.</summary>
/// <param name="Total">How many it has.</param>
/// <param name="Verified">How many are verified or released: nothing more is owed.</param>
/// <param name="Late">How many are overdue, or their report is.</param>
internal sealed record HeatCell(int Total, int Verified, int Late)
{
    public static HeatCell Of(IReadOnlyCollection<ShareRow> shares) =>
        new(shares.Count, shares.Count(s => s.Standing.IsSettled), shares.Count(s => s.Standing.State is AssignmentState.Overdue or AssignmentState.NoReport));

    /// <summary>From 0, nothing settled, to 4, all.</summary>
    public int Level => Total == 0 ? 0 : Verified == Total ? 4 : Verified * 4 / Total;
}

/// <summary>The shares of one unit, measure by measure.</summary>
/// <param name="Unit">Its directory id.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Cells">One for each measure, in their order; null where it has no share in it.</param>
/// <param name="All">Over all measures.</param>
internal sealed record HeatRow(string Unit, string Name, IReadOnlyList<HeatCell?> Cells, HeatCell All);

/// <summary>Units by measures (热力图): how much is settled and how much is late. Counties and zones first, then departments, each in the order in which the document names them.</summary>
internal sealed record HeatMap(IReadOnlyList<string> Measures, IReadOnlyList<HeatRow> Rows, IReadOnlyList<HeatCell> Sums, HeatCell All)
{
    /// <param name="filter">What is shown.</param>
    /// <param name="view">The programme as of the day.</param>
    /// <param name="isPlace">Whether a unit governs a county or a zone.</param>
    public static HeatMap Of(ChartFilter filter, ProgrammeView view, Func<string, bool> isPlace)
    {
        var rows = filter.Of(view).ToList();
        var measures = rows.Select(r => ChartFilter.MeasureOf(r.Obligation)).Distinct().ToList();
        var shares = rows.SelectMany(r => r.Shares.Where(filter.Wants).Select(s => (Measure: ChartFilter.MeasureOf(r.Obligation), Share: s))).ToList();
        var units = shares.GroupBy(s => (s.Share.Share.Unit, s.Share.UnitName)).OrderBy(g => !isPlace(g.Key.Unit)).Select(g =>
        {
            var own = g.ToLookup(s => s.Measure, s => s.Share);
            return new HeatRow(g.Key.Unit, g.Key.UnitName, [.. measures.Select(m => own.Contains(m) ? HeatCell.Of([.. own[m]]) : null)], HeatCell.Of([.. g.Select(s => s.Share)]));
        }).ToList();
        var sums = shares.ToLookup(s => s.Measure, s => s.Share);
        return new(measures, units, [.. measures.Select(m => HeatCell.Of([.. sums[m]]))], HeatCell.Of([.. shares.Select(s => s.Share)]));
    }
}
