using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Gongbao.Ledger.Reports;
using Gongbao.Ledger.States;

namespace Gongbao.Bench.Ledger;

/// <summary>
/// Counts a yearly report by hand: rows as text from plain SQL, the limit from its printed words, what was done from the acts. Of the room it uses nothing but the numbers of the rule of scores.
/// Working days are weekdays here: from 20 July to 20 September 2025 there was neither a holiday nor a day worked instead, and later days are not due yet.
/// </summary>
internal sealed class ReportOracle
{
    private sealed record Act(string Share, string Kind, DateOnly On, bool IsDone, string Id, string Answers, string Day, string Obligation);

    private readonly Dictionary<string, int> _kinds = [];
    private readonly Dictionary<string, Unit> _units = [];

    /// <summary>What the report says of a unit, but for its name.</summary>
    private sealed record Unit(int Shares, int Done, int Late, int Overdue, int NoReport, int Reports, int SentBack, int Points);

    public int Acts { get; private set; }

    public int Overdue { get; private set; }

    public int Late { get; private set; }

    public static ReportOracle Of(DbConnection connection, string slug, DateOnly today, ScoreRules score)
    {
        var oracle = new ReportOracle();
        var acts = Read(connection, $"select a.assignment_id, a.kind, a.\"on\", a.is_done, a.id, a.answers, a.day, a.obligation_id from ledger_act a join ledger_obligation o on o.id = a.obligation_id join ledger_programme p on p.id = o.programme_id where p.slug = '{slug}' order by a.obligation_id, a.number")
            .Select(r => new Act(r[0], r[1], Day(r[2]), r[3] is "1" or "True", r[4], r[5], r[6], r[7])).ToList();
        oracle.Acts = acts.Count;
        foreach (var act in acts.Where(a => a.On.Year == today.Year)) oracle._kinds[act.Kind] = oracle._kinds.GetValueOrDefault(act.Kind) + 1;
        var byShare = acts.Where(a => a.Share.Length > 0).ToLookup(a => a.Share);
        var happened = acts.Where(a => a.Kind == "EventHappened").ToDictionary(a => a.Obligation, a => Day(a.Day));
        foreach (var row in Read(connection, $"select a.id, a.unit, a.obligation_id, o.\"limit\", o.owed_since from ledger_assignment a join ledger_obligation o on o.id = a.obligation_id join ledger_programme p on p.id = o.programme_id where p.slug = '{slug}'"))
        {
            var mine = byShare[row[0]].ToList();
            var (sentBack, reports) = (mine.Count(a => a.Kind == "SentBack"), mine.Where(a => a.Kind == "Reported").ToList());
            var done = reports.LastOrDefault(a => a.IsDone && !mine.Any(b => b.Kind == "SentBack" && b.Answers == a.Id));
            var due = DueOn(row[3], happened.TryGetValue(row[2], out var day) ? day : null);
            var since = Day(row[4]);
            // Nobody has kept a turn of a periodic duty: the first one is owed. Where no day is set the ledger asks for a report a quarter, ten days after its end at the latest.
            var isOverdue = done is null && (row[3] == "每季度一次" ? today > EndOf(QuarterOf(since)) : today > due);
            var isSilent = done is null && due is null && row[3] != "每季度一次" && !row[3].Contains("工作日", StringComparison.Ordinal) && IsSilent(since, reports, today);
            var isLate = done is not null && done.On > due;
            var unit = oracle._units.GetValueOrDefault(row[1]) ?? new(0, 0, 0, 0, 0, 0, 0, 0);
            oracle._units[row[1]] = new(
                unit.Shares + 1, unit.Done + (done is null ? 0 : 1), unit.Late + (isLate ? 1 : 0), unit.Overdue + (isOverdue ? 1 : 0), unit.NoReport + (isSilent ? 1 : 0), unit.Reports + reports.Count(r => r.On.Year == today.Year),
                unit.SentBack + sentBack, unit.Points + Math.Max(0, (isOverdue ? score.Overdue : isSilent ? score.NoReport : isLate ? score.Late : 100) - sentBack * score.SentBack));
        }
        (oracle.Overdue, oracle.Late) = (oracle._units.Values.Sum(u => u.Overdue), oracle._units.Values.Sum(u => u.Late));
        return oracle;
    }

    /// <summary>As 2025年9月30日前, or 收到通知后45个工作日内 with the day on which it came; null for limits that are no day.</summary>
    private static DateOnly? DueOn(string limit, DateOnly? happened)
    {
        if (DateOnly.TryParseExact(limit.TrimEnd('前'), "yyyy年M月d日", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (happened is null || Regex.Match(limit, "[0-9]+(?=个工作日)") is not { Success: true } match) return null;
        var on = happened.Value;
        for (var left = int.Parse(match.Value, CultureInfo.InvariantCulture); left > 0; left -= on.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1) on = on.AddDays(1);
        return on;
    }

    /// <summary>Figures of a report that are not as counted by hand; empty where all are.</summary>
    public List<string> Differences(ProgrammeReport report, ScoreRules score)
    {
        var differences = new List<string>();
        foreach (var kind in Enum.GetValues<ActKind>()) Compare(kind.ToString(), _kinds.GetValueOrDefault(kind.ToString()), report.Of(kind));
        Compare("named late", Overdue, report.Late.Count);
        Compare("named without a report", _units.Values.Sum(u => u.NoReport), report.NoReport.Count);
        Compare("units", _units.Count, report.Units.Count);
        foreach (var unit in report.Units)
        {
            var mine = _units.GetValueOrDefault(unit.Unit);
            Compare(unit.Unit, mine is null ? default : (mine.Shares, mine.Done, mine.Late, mine.Overdue, mine.NoReport, mine.Reports, mine.SentBack, ScoreOf(mine)), (unit.Shares, unit.Done, unit.Late, unit.Overdue, unit.NoReport, unit.Reports, unit.SentBack, unit.Score ?? -1));
        }
        var named = _units.Where(u => u.Value.Shares >= score.LeastShares).ToList();
        Compare("commended", Names(named.Where(u => ScoreOf(u.Value) >= score.CommendAt && u.Value.Done >= score.LeastDone).Select(u => u.Key)), Names(report.Commended.Select(u => u.Unit)));
        Compare("criticised", Names(named.Where(u => ScoreOf(u.Value) < score.CriticiseBelow).Select(u => u.Key)), Names(report.Criticised.Select(u => u.Unit)));
        return differences;

        void Compare<T>(string what, T byHand, T reported)
        {
            if (!EqualityComparer<T>.Default.Equals(byHand, reported)) differences.Add($"{what}: by hand {byHand}, reported {reported}");
        }
    }

    private static decimal ScoreOf(Unit unit) => Math.Round((decimal)unit.Points / unit.Shares, 1, MidpointRounding.AwayFromZero);

    private static string Names(IEnumerable<string> units) => string.Join(' ', units.Order(StringComparer.Ordinal));

    /// <summary>A report keeps the first quarter that it is in time for; whether the last day for the next one has passed.</summary>
    private static bool IsSilent(DateOnly since, List<Act> reports, DateOnly today)
    {
        const int grace = 10;
        var next = QuarterOf(since);
        foreach (var report in reports)
        {
            while (EndOf(next).AddDays(grace) < report.On) next++;
            if (report.On > EndOf(next - 1)) next++;
        }
        return today > EndOf(next).AddDays(grace);
    }

    private static int QuarterOf(DateOnly day) => day.Year * 4 + (day.Month - 1) / 3;

    private static DateOnly EndOf(int quarter) => new DateOnly(quarter / 4, quarter % 4 * 3 + 1, 1).AddMonths(3).AddDays(-1);

    private static List<string[]> Read(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // nothing in it comes from outside
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!)]);
        return rows;
    }

    private static DateOnly Day(string text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : DateOnly.FromDateTime(DateTime.Parse(text, CultureInfo.InvariantCulture));
}
