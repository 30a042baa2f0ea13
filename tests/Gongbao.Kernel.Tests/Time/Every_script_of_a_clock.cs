using System.Collections.Concurrent;
using System.Globalization;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using static Gongbao.Kernel.Tests.Time.TestCalendar;

namespace Gongbao.Kernel.Tests.Time;

/// <summary>
/// Whatever can happen to a running term, in every order and up to four times, for every day of five years on which it can begin: the
/// kernel and a count day by day find the same last day, and the clock refuses what it must.
/// </summary>
public class Every_script_of_a_clock
{
    private static readonly DateOnly First = Day("2022-01-01");
    private static readonly DateOnly Last = Day("2026-12-31");
    private static readonly string[] Reasons = ["征求甲方意见", "征求乙方意见", "征求丙方意见", "征求丁方意见"];

    /// <summary>
    /// A script is made of pause, restart, extend and, while a pause is open, resume, which ends the pause that began last or, where several
    /// are open, by its reason the one that was recorded first. In order there are 1, 3, 10, 35 and 126 scripts of 0 to 4 acts.
    /// </summary>
    private static readonly Pattern[] InOrder =
    [
        new([1, 3, 5, 2], ["09:00", "10:00", "10:00", "10:00", "10:00"]), // soon after receipt
        new([0, 0, 6, 0], ["00:00", "08:00", "12:00", "16:00", "23:59"]), // several on one day
        new([1, 1, 1, 1], ["00:30", "23:59", "00:00", "07:59", "08:00"], OnDaysOff: true),
        new([5, 14, 3, 10], ["23:59", "00:00", "00:00", "00:00", "00:00"]),
        new([18, 9, 1, 16], ["17:30", "00:00", "23:59", "00:00", "12:00"]), // about the end of most and after it
        new([0, 3, 1, 2], ["09:00", "10:00", "10:00", "10:00", "10:00"], FromLastDay: 0),
        new([0, 3, 1, 2], ["09:00", "10:00", "10:00", "10:00", "10:00"], FromLastDay: -1),
    ];

    /// <summary>Each second act lies before the one recorded before it; it is refused where that is before the start, or before the pause that it would end.</summary>
    private static readonly Pattern RecordedLate = new([6, -2, 5, -2], ["09:00", "10:00", "10:00", "10:00", "10:00"]);

    [Theory]
    [Law("政府信息公开条例", "第三十三条")]
    [InlineData(20, TimeUnit.WorkingDays, false, 20)]
    [InlineData(7, TimeUnit.WorkingDays, false, 5)]
    [InlineData(30, TimeUnit.WorkingDays, false, 15)]
    [InlineData(15, TimeUnit.Days, false, 10)]
    [InlineData(15, TimeUnit.Days, true, 10)]
    [InlineData(1, TimeUnit.Months, false, 1)]
    [InlineData(1, TimeUnit.Months, true, 1)]
    public void Ends_on_the_day_that_is_found_by_counting_day_by_day(int amount, TimeUnit unit, bool rollsOn, int added)
    {
        var found = new Findings();
        foreach (var pattern in InOrder) EveryDay(new(new(amount, unit, rollsOn), added, pattern), found);

        Assert.True(found.Differences == 0, found.ToString());
        Assert.Equal(1826 * 7 * (1 + 3 + 10 + 35 + 126), found.Compared);
        Assert.Equal(1826 * 7 * (1 + 2 + 6 + 19), found.Refused);
    }

    [Theory]
    [InlineData(20, TimeUnit.WorkingDays, false, 20)]
    [InlineData(7, TimeUnit.WorkingDays, false, 5)]
    [InlineData(1, TimeUnit.Months, true, 1)]
    public void Ends_on_that_day_where_it_was_recorded_late(int amount, TimeUnit unit, bool rollsOn, int added)
    {
        var found = new Findings();
        EveryDay(new(new(amount, unit, rollsOn), added, RecordedLate), found);

        Assert.True(found.Differences == 0, found.ToString());
        Assert.Equal(1826 * (1 + 3 + 6 + 22 + 57), found.Compared);
        Assert.Equal(1826 * (1 + 6 + 3 + 35), found.Refused);
    }

    [Theory]
    [Law("民法典", "第二百零一条")]
    [MemberData(nameof(DueDays.OfWorkingDays), MemberType = typeof(DueDays))]
    public void Is_held_against_a_count_that_knows_the_table(string received, string d7, string d15, string d20, string d40, string d30) =>
        Assert.Equal(
            [d7, d15, d20, d40, d30],
            new[] { 7, 15, 20, 40, 30 }.Select(n => $"{new DayByDayOracle(Term.WorkingDays(n), Day(received), []).LastDay():yyyy-MM-dd}"));

    [Fact]
    [Law("政府信息公开条例", "第三十三条")]
    public void Is_held_against_a_count_that_knows_pauses_new_starts_and_extensions()
    {
        Assert.Equal(Day("2023-06-15"), Counted(new(ActKind.Pause, Day("2023-05-08"), "征求意见"), new(ActKind.Resume, Day("2023-05-24"))));
        Assert.Equal(Day("2023-06-19"), Counted(new(ActKind.Pause, Day("2023-05-08"), "征求意见"), new(ActKind.Restart, Day("2023-05-22"))));
        Assert.Equal(Day("2023-06-28"), Counted(new Act(ActKind.Extend, Day("2023-05-30"), Added: 20)));
        Assert.Null(Counted(new Act(ActKind.Pause, Day("2023-05-29"), "征求意见")));
        Assert.Equal(Day("2023-05-30"), Counted(new Act(ActKind.Pause, Day("2023-05-30"), "征求意见")));

        static DateOnly? Counted(params Act[] acts) => new DayByDayOracle(Term.WorkingDays(20), Day("2023-04-28"), acts).LastDay();
    }

    private static void EveryDay(Course course, Findings found) => Parallel.For(First.DayNumber, Last.DayNumber + 1, number =>
    {
        var walk = new Walk(course, DateOnly.FromDayNumber(number));
        walk.Begin();
        found.Add(walk);
    });

    /// <summary>All scripts from one day of receipt: a tree whose every branch is one more act.</summary>
    private sealed class Walk(Course course, DateOnly receivedOn)
    {
        /// <summary>Scripts whose last day was compared.</summary>
        public int Compared { get; private set; }

        /// <summary>Acts that the clock refused with the code that it must.</summary>
        public int Refused { get; private set; }

        /// <summary>Scripts that end or are refused otherwise, in words.</summary>
        public List<string> Differences { get; } = [];

        public void Begin() => Compare(Clock.Start(course.Term, At(receivedOn, course.Pattern.Times[0]), "收到申请"), []);

        private void Compare(Clock clock, Act[] acts)
        {
            var oracle = new DayByDayOracle(course.Term, receivedOn, acts);
            var (counted, kernel) = (oracle.LastDay(), clock.DueBy(Published).On);
            if (counted != kernel) Differences.Add($"{Story(acts)}: {Words(counted)} by counting, {Words(kernel)} by the kernel");
            Compared++;
            if (acts.Length == course.Pattern.Steps.Length) return;

            foreach (var act in Next(oracle, acts)) Try(clock, oracle, acts, act);
        }

        private void Try(Clock clock, DayByDayOracle oracle, Act[] acts, Act act)
        {
            var isRefused = Do(clock, act, At(act.On, course.Pattern.Times[acts.Length + 1])).IsRefused(out var refusal, out var changed);
            if (oracle.Refuses(act) is var code && code != refusal?.Code)
                Differences.Add($"{Story([.. acts, act])}: refused as {code ?? "nothing"} by the rules, as {refusal?.Code ?? "nothing"} by the clock");
            else if (isRefused) Refused++;
            else Compare(changed!, [.. acts, act]);
        }

        private IEnumerable<Act> Next(DayByDayOracle oracle, Act[] acts)
        {
            var before = acts.Length == 0 ? receivedOn : acts[^1].On;
            var on = before.AddDays(course.Pattern.Steps[acts.Length]);
            if (course.Pattern.FromLastDay is { } offset && oracle.LastDay()?.AddDays(offset) is { } aimed && aimed > before) on = aimed;
            while (course.Pattern.OnDaysOff && DayByDayOracle.IsWorked(on)) on = on.AddDays(1);

            yield return new(ActKind.Pause, on, Reasons[acts.Length]);
            yield return new(ActKind.Resume, on);
            if (oracle.Open() is [var first, _, ..]) yield return new(ActKind.Resume, on, first.Reason);
            yield return new(ActKind.Restart, on);
            yield return new(ActKind.Extend, on, Added: course.Added);
        }

        private string Story(Act[] acts) =>
            string.Join(", ", [$"{course.Term}{(course.Term.RollsOn ? " rolling on" : "")}, received on {Words(receivedOn)}", .. acts.Select(Words)]);
    }

    /// <summary>What is held against the count day by day.</summary>
    /// <param name="Term">The term.</param>
    /// <param name="Added">What an extension adds to it.</param>
    /// <param name="Pattern">How they lie.</param>
    private sealed record Course(Term Term, int Added, Pattern Pattern);

    /// <summary>How the acts of a script lie.</summary>
    /// <param name="Steps">Days from the receipt to the first act, and from each to the next; below 0 where an act is recorded after a later one.</param>
    /// <param name="Times">Beijing times, first of the receipt, then of the acts.</param>
    /// <param name="OnDaysOff">Whether each act is moved on to the next day that is not worked.</param>
    /// <param name="FromLastDay">Days from the last day of the term, as it stands, to the act, where that is later than the act before; null for none.</param>
    private sealed record Pattern(int[] Steps, string[] Times, bool OnDaysOff = false, int? FromLastDay = null);

    /// <summary>What the walks from all days found together.</summary>
    private sealed class Findings
    {
        private readonly ConcurrentBag<Walk> _walks = [];

        public long Compared => _walks.Sum(w => w.Compared);

        public long Refused => _walks.Sum(w => w.Refused);

        public int Differences => _walks.Sum(w => w.Differences.Count);

        public void Add(Walk walk) => _walks.Add(walk);

        /// <summary>The differences in words, the shortest scripts first.</summary>
        public override string ToString() =>
            $"{Differences} of {Compared} differ:\n{string.Join('\n', _walks.SelectMany(w => w.Differences).OrderBy(d => d.Length).ThenBy(d => d, StringComparer.Ordinal).Take(1000))}";
    }

    private static Result<Clock> Do(Clock clock, Act act, DateTimeOffset at) => act.Kind switch
    {
        ActKind.Pause => clock.Pause(at, act.Reason!),
        ActKind.Resume => clock.Resume(at, act.Reason),
        ActKind.Restart => clock.Restart(at, "收到补正材料"),
        ActKind.Extend => clock.Extend(act.Added, at, "经负责人同意延长"),
    };

    private static DateTimeOffset At(DateOnly day, string time) => day.StartsAt() + TimeSpan.Parse(time, CultureInfo.InvariantCulture);

    private static string Words(Act act) => act.Kind switch
    {
        ActKind.Pause => $"paused on {Words(act.On)} ({act.Reason})",
        ActKind.Resume => $"resumed on {Words(act.On)}{(act.Reason is { } reason ? $" ({reason})" : "")}",
        ActKind.Restart => $"started anew on {Words(act.On)}",
        ActKind.Extend => $"extended by {act.Added} on {Words(act.On)}",
    };

    private static string Words(DateOnly? day) => day?.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture) ?? "no day";
}
