using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.Reports;
using Gongbao.Ledger.States;

namespace Gongbao.Bench.Ledger;

/// <summary>
/// Counts a yearly report by hand: rows as text from plain SQL, the limit from its printed words, what was done from the acts. Of the room it uses nothing but the limits of the rule of scores.
/// Working days are weekdays here: from 20 July to 20 September 2025 there was neither a holiday nor a day worked instead, and later days are not due yet.
/// </summary>
internal sealed class ReportOracle
{
    private sealed record Act(string Share, string Kind, DateOnly On, bool IsDone, string Id, string Answers, string Day, string Obligation);

    private readonly Dictionary<string, int> _kinds = [];
    private readonly Dictionary<string, (int Overdue, int Late, int SentBack)> _units = [];

    public int Acts { get; private set; }

    public int Overdue { get; private set; }

    public int Late { get; private set; }

    public static ReportOracle Of(DbConnection connection, string slug, DateOnly today)
    {
        var oracle = new ReportOracle();
        var acts = Read(connection, $"select a.assignment_id, a.kind, a.\"on\", a.is_done, a.id, a.answers, a.day, a.obligation_id from ledger_act a join ledger_obligation o on o.id = a.obligation_id join ledger_programme p on p.id = o.programme_id where p.slug = '{slug}' order by a.obligation_id, a.number")
            .Select(r => new Act(r[0], r[1], Day(r[2]), r[3] is "1" or "True", r[4], r[5], r[6], r[7])).ToList();
        oracle.Acts = acts.Count;
        foreach (var act in acts.Where(a => a.On.Year == today.Year)) oracle._kinds[act.Kind] = oracle._kinds.GetValueOrDefault(act.Kind) + 1;
        var byShare = acts.Where(a => a.Share.Length > 0).ToLookup(a => a.Share);
        var happened = acts.Where(a => a.Kind == "EventHappened").ToDictionary(a => a.Obligation, a => Day(a.Day));
        foreach (var row in Read(connection, $"select a.id, a.unit, a.obligation_id, o.\"limit\" from ledger_assignment a join ledger_obligation o on o.id = a.obligation_id join ledger_programme p on p.id = o.programme_id where p.slug = '{slug}'"))
        {
            var mine = byShare[row[0]].ToList();
            var unit = oracle._units.GetValueOrDefault(row[1]);
            unit.SentBack += mine.Count(a => a.Kind == "SentBack");
            if (DueOn(row[3], happened.TryGetValue(row[2], out var day) ? day : null) is { } due)
            {
                var done = mine.LastOrDefault(a => a is { Kind: "Reported", IsDone: true } && !mine.Any(b => b.Kind == "SentBack" && b.Answers == a.Id));
                if (done is null && today > due) unit.Overdue++;
                if (done is not null && done.On > due) unit.Late++;
            }
            oracle._units[row[1]] = unit;
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
        var late = report.Late.Where(s => s.Row.Limit.Nature is LimitNature.Dated or LimitNature.AfterEvent).ToLookup(s => s.Share.Share.Unit);
        Compare("named late", Overdue, late.Sum(u => u.Count()));
        Compare("units", _units.Count, report.Units.Count);
        foreach (var unit in report.Units)
        {
            var mine = _units.GetValueOrDefault(unit.Unit);
            Compare(unit.Unit, mine, (late[unit.Unit].Count(), unit.Late, unit.SentBack));
        }
        foreach (var unit in report.Commended) if (unit.Score < score.CommendAt) differences.Add($"{unit.Unit} is commended with {unit.Score}");
        foreach (var unit in report.Criticised) if (unit.Score >= score.CriticiseBelow) differences.Add($"{unit.Unit} is criticised with {unit.Score}");
        return differences;

        void Compare<T>(string what, T byHand, T reported)
        {
            if (!EqualityComparer<T>.Default.Equals(byHand, reported)) differences.Add($"{what}: by hand {byHand}, reported {reported}");
        }
    }

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
