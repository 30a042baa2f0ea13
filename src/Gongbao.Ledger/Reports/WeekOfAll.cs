using Gongbao.Ledger.States;

namespace Gongbao.Ledger.Reports;

/// <summary>A programme in the weekly of all.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Name">Its number, else its title.</param>
/// <param name="Obligations">How many it has.</param>
/// <param name="Done">Of them done, as the city adds shares up.</param>
/// <param name="Shares">How many shares.</param>
/// <param name="Due">Shares that are open and have their last day in the week, past or to come.</param>
/// <param name="Late">Shares that are overdue.</param>
/// <param name="NoReport">Shares on which a report is missing.</param>
internal sealed record ProgrammeWeek(string Slug, string Name, int Obligations, int Done, int Shares, int Due, int Late, int NoReport);

/// <summary>A unit that is late, or whose report is.</summary>
/// <param name="Unit">Its directory id.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Late">Its overdue shares.</param>
/// <param name="NoReport">Its shares on which a report is missing.</param>
/// <param name="LongestLate">Days since the earliest last day of the overdue; 0 where none is.</param>
/// <param name="LongestSilent">Days since the earliest day for a missing report; 0 where none is.</param>
internal sealed record UnitWeek(string Unit, string Name, int Late, int NoReport, int LongestLate, int LongestSilent);

/// <summary>How all programmes stand at the end of a week and what was done in it (全部台账的周报).</summary>
/// <param name="Period">The week.</param>
/// <param name="On">Its last day, or today where it has not ended.</param>
/// <param name="Programmes">Those that have obligations, most late first.</param>
/// <param name="Behind">Units that are late, most first.</param>
/// <param name="Finished">How many shares each unit reported done in the week, most first.</param>
/// <param name="DueNext">Open shares whose last day is in the week after.</param>
/// <param name="Within">Acts of the week by kind.</param>
/// <param name="Completions">Reports of completion in the week.</param>
internal sealed record WeekOfAll(
    ReportPeriod Period, DateOnly On, IReadOnlyList<ProgrammeWeek> Programmes, IReadOnlyList<UnitWeek> Behind, IReadOnlyList<(string Name, int Count)> Finished, int DueNext, IReadOnlyDictionary<ActKind, int> Within, int Completions)
{
    public int Of(ActKind kind) => Within.GetValueOrDefault(kind);

    /// <summary>All programmes together.</summary>
    public int Sum(Func<ProgrammeWeek, int> figure) => Programmes.Sum(figure);
}
