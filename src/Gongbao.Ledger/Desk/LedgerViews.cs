using System.Text.Json.Serialization;
using Gongbao.Kernel.Directory;
using Gongbao.Ledger.Charts;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Desk;

/// <summary>A programme in the list.</summary>
internal sealed record ProgrammeLine([property: JsonIgnore] Guid Id, string Slug, [property: JsonPropertyName("full_title")] string Title, string? Number, DateOnly? SignedOn, int Obligations, int Shares, int Overdue, int NoReport, int Submitted, int Verified, int Questions);

/// <summary>The share of one unit as a page shows it.</summary>
/// <param name="Share">The share.</param>
/// <param name="UnitName">The unit's full name.</param>
/// <param name="Standing">How it stands on the day.</param>
/// <param name="HasMeasure">Whether the unit wrote a measure for it.</param>
internal sealed record ShareRow(StoredAssignment Share, string UnitName, Standing Standing, bool HasMeasure)
{
    /// <summary>Whether the unit has to write a measure and has not: those who lead or are responsible, while something is owed (LED-13).</summary>
    public bool LacksMeasure => !HasMeasure && Share.Role is not DutyRole.Supporting && Standing.Stage is AssignmentStage.Open;
}

/// <summary>An obligation as a page shows it.</summary>
internal sealed record ObligationRow(StoredObligation Obligation, CountedLimit Limit, IReadOnlyList<ShareRow> Shares, RollUp RollUp, IReadOnlyList<StoredQuestion> Questions)
{
    public Seen Seen => new(Obligation.Id, Obligation.Revision);

    /// <summary>What has to be shown for it (证明材料要求); null where nothing was said.</summary>
    public string? EvidenceWanted { get; init; }
}

/// <summary>A programme as of a day.</summary>
internal sealed record ProgrammeView(StoredProgramme Programme, DateOnly On, IReadOnlyList<ObligationRow> Rows)
{
    /// <summary>How many shares are in each state.</summary>
    public IReadOnlyDictionary<AssignmentState, int> Counts { get; } = Rows.SelectMany(r => r.Shares).CountBy(s => s.Standing.State).ToDictionary();

    /// <summary>Of each unit how many of its shares are in each state, in the order of the units.</summary>
    public IReadOnlyList<UnitCounts> Units { get; } =
    [
        .. Rows.SelectMany(r => r.Shares).GroupBy(s => (s.Share.Unit, s.UnitName)).Select(g => new UnitCounts(g.Key.Unit, g.Key.UnitName, g.CountBy(s => s.Standing.State).ToDictionary(), g.Count(), g.Count(s => s.LacksMeasure))),
    ];
}

/// <summary>What a page shows of a programme as of a day.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="On">The day.</param>
/// <param name="Obligations">How many it has.</param>
/// <param name="Shares">How many shares.</param>
/// <param name="Questions">How many questions wait for a decision.</param>
/// <param name="Counts">How many shares are in each state.</param>
/// <param name="Units">What each unit owes, in the order of the units.</param>
/// <param name="Measures">The measures with how many obligations each has, in order.</param>
/// <param name="Rows">The obligations of this page.</param>
/// <param name="Found">How many obligations were asked for.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">At least 1.</param>
internal sealed record ProgrammeOverview(
    StoredProgramme Programme, DateOnly On, int Obligations, int Shares, int Questions, IReadOnlyDictionary<AssignmentState, int> Counts, IReadOnlyList<UnitCounts> Units,
    IReadOnlyList<(string Name, int Count)> Measures, IReadOnlyList<ObligationRow> Rows, int Found, int Page, int Pages)
{
    /// <summary>Of a programme that was read whole.</summary>
    public static ProgrammeOverview Of(ProgrammeView view, ChartFilter filter, AssignmentState? state, int page, int size, bool isDown)
    {
        var found = filter.Of(view).Where(r => state is null || r.Shares.Any(s => s.Standing.State == state && filter.Wants(s))).ToList();
        if (isDown) found.Reverse();
        var pages = Math.Max(1, (found.Count + size - 1) / size);
        var shown = Math.Clamp(page, 1, pages);
        return new(
            view.Programme, view.On, view.Rows.Count, view.Rows.Sum(r => r.Shares.Count), view.Rows.Sum(r => r.Questions.Count), view.Counts, view.Units,
            [.. view.Rows.CountBy(r => ChartFilter.MeasureOf(r.Obligation)).Select(m => (m.Key, m.Value))], [.. found.Skip((shown - 1) * size).Take(size)], found.Count, shown, pages);
    }
}

/// <summary>What one unit owes.</summary>
/// <param name="Unit">Its directory id.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Counts">How many of its shares are in each state.</param>
/// <param name="Total">How many it has.</param>
/// <param name="Unmeasured">For how many it has to write a measure and has not.</param>
internal sealed record UnitCounts(string Unit, string Name, IReadOnlyDictionary<AssignmentState, int> Counts, int Total, int Unmeasured)
{
    public int Of(AssignmentState state) => Counts.GetValueOrDefault(state);
}

/// <summary>One obligation with all that was done about it.</summary>
/// <param name="Programme">Its programme.</param>
/// <param name="Row">The obligation as of the day.</param>
/// <param name="Acts">What was done, in order.</param>
/// <param name="Limits">Every limit that was set, the one that counts first.</param>
/// <param name="Explained">How its last day follows, a sentence.</param>
/// <param name="Names">What those who acted are called.</param>
/// <param name="Moves">Days that were moved by working them out anew.</param>
internal sealed record ObligationPageView(StoredProgramme Programme, ObligationRow Row, IReadOnlyList<StoredAct> Acts, IReadOnlyList<CountedLimit> Limits, string Explained, IReadOnlyDictionary<string, string> Names, IReadOnlyList<MovedDay> Moves)
{
    /// <summary>What units asked for and nobody has answered.</summary>
    public IReadOnlySet<Guid> Waiting { get; } = Requests.Waiting(Acts, null).Select(a => a.Id).ToHashSet();

    /// <summary>The reports that everybody may read.</summary>
    public IReadOnlyList<StoredAct> PublicReports { get; } = [.. Acts.Where(r => r.Kind is ActKind.Reported && Acts.Any(a => a.Kind is ActKind.MadePublic && a.Answers == r.Id))];

    /// <summary>The name of the unit of a share; null for the whole obligation.</summary>
    public string? UnitOf(Guid? share) => Row.Shares.FirstOrDefault(s => s.Share.Id == share)?.UnitName;
}

/// <summary>A day that was moved because the calendar or the city's rules changed.</summary>
internal sealed record MovedDay(DateOnly On, string Reason, DateOnly? Before, DateOnly? After);

/// <summary>A share in a list over programmes.</summary>
internal sealed record WorkLine(
    Guid Obligation, Guid Share, string Programme, string? Number, int Ordinal, string Task, string Unit, string UnitName, DutyRole Role, AssignmentStage Stage, DateOnly? OwedOn, DateOnly? ReportBy, DateOnly? LastReportOn, long Revision)
{
    /// <summary>The obligation as it was seen.</summary>
    public Seen Seen => new(Obligation, Revision);

    /// <summary>The day that comes first; null where no day is set.</summary>
    public DateOnly? Next => OwedOn ?? ReportBy;
}

/// <summary>Place of a share in a list over programmes.</summary>
/// <param name="IsSettled">What is settled stands behind the rest.</param>
/// <param name="Day">The day by which the list is in order.</param>
/// <param name="Programme">Id of the programme.</param>
/// <param name="Position">Its place in the programme.</param>
internal sealed record WorkPlace(bool IsSettled, DateOnly Day, Guid Programme, int Position);

/// <summary>Place of a programme in the list: the latest document first, those without a day last.</summary>
internal sealed record ProgrammePlace(DateOnly? SignedOn, Guid Id);

/// <summary>Something that a unit asked for and that waits for an answer.</summary>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="On">The day on which it was asked.</param>
/// <param name="Text">The reason, or the difficulty.</param>
/// <param name="Day">The last day that is asked for; null where none is.</param>
/// <param name="UnitName">Who asks.</param>
/// <param name="Task">The obligation.</param>
/// <param name="AnswerBy">The last day for the answer, as the city declares.</param>
internal sealed record RequestLine(Guid Obligation, ActKind Kind, DateOnly On, string? Text, DateOnly? Day, string UnitName, string Task, DateOnly AnswerBy);
