using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;
using Gongbao.Platform.City;

namespace Gongbao.Bench.Kills;

/// <summary>Somebody who is told.</summary>
/// <param name="Role">Id of a declared role.</param>
/// <param name="People">Id of the declared people that this role makes one of.</param>
/// <param name="Unit">Directory id; null for the city.</param>
/// <param name="Mobile">By which the receiver knows the person.</param>
internal sealed record KillsPerson(string Role, string People, string? Unit, string Mobile);

/// <summary>
/// What is owed in the year and to whom it must be told: worked out day by day from the declared rungs alone, without the room's ladders. Between two
/// looks of the clock the latest step counts for each of the people, as the declarations order; which looks there are is known beforehand.
/// </summary>
internal sealed class KillsPlan
{
    /// <summary>The morning on which every run begins: a Monday.</summary>
    public static readonly DateTimeOffset Start = Beijing.At(new(2023, 5, 8), new(10, 0));

    private readonly CityDeclarations _city;
    private readonly NoticeRules _rules;
    private readonly int _days;

    public KillsPlan(CityDeclarations city, int days, Random random)
    {
        (_city, _rules, _days) = (city, NoticeRules.Of(city), days);
        Watches = [.. Enumerable.Range(0, 40).Select(i => Owed(i, random)), .. Enumerable.Range(0, 20).Select(i => Asked(i, random))];
        var looks = new List<DateTimeOffset>();
        // Full hours: between two of them a run that is slow cannot come to a step by itself.
        for (var at = Start; at < Start.AddDays(days); looks.Add(at)) at = at.AddHours(random.Next(15) == 0 ? random.Next(48, 140) : random.Next(4, 31));
        Looks = looks;
    }

    public static IReadOnlyList<KillsPerson> People { get; } =
    [
        new("liaison", "owing", "linjiang", "13800000001"), new("liaison", "owing", "linjiang", "13800000002"), new("unit-head", "head", "linjiang", "13800000003"),
        new("liaison", "owing", "nanpu", "13800000004"), new("unit-head", "head", "nanpu", "13800000005"), new("follow-up", "follow-up", null, "13800000006"),
    ];

    public IReadOnlyList<WatchBegun> Watches { get; }

    /// <summary>The legal instants to which the clock is moved, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Looks { get; }

    /// <summary>How often each must be told what, and how many steps give way to later ones for everybody.</summary>
    public (Dictionary<(string Mobile, string Subject), int> Told, int Superseded) Owes()
    {
        var (told, superseded) = (new Dictionary<(string, string), int>(), 0);
        foreach (var watch in Watches)
            foreach (var together in Steps(watch).Where(s => s.At <= Looks[^1]).GroupBy(s => Looks.First(l => l >= s.At)))
            {
                var done = new HashSet<string>(StringComparer.Ordinal);
                foreach (var (_, subject, people) in together.OrderByDescending(s => s.At).ThenByDescending(s => s.Place).Select(s => (s.At, s.Subject, s.People)))
                {
                    var left = people.Where(done.Add).ToHashSet(StringComparer.Ordinal);
                    if (left.Count == 0) superseded++;
                    foreach (var person in People.Where(p => left.Contains(p.People) && (p.Unit is null || watch.Units.Contains(p.Unit))))
                        told[(person.Mobile, subject)] = told.GetValueOrDefault((person.Mobile, subject)) + 1;
                }
            }
        return (told, superseded);
    }

    private IEnumerable<(DateTimeOffset At, int Place, string Subject, string[] People)> Steps(WatchBegun watch)
    {
        var ladder = _rules.Ladders[watch.Ladder];
        for (var place = watch.DueOn is null ? 0 : -60; place <= (watch.DueOn is null ? 20_000 : _days + 60); place++)
        {
            var rungs = ladder.Rungs.Where(r => place == r.Place || (r.Every is { } every && place > r.Place && (place - r.Place) % every == 0)).ToArray();
            if (rungs.Length == 0) continue;
            var people = rungs.SelectMany(r => r.Who).Distinct().ToArray();
            if (watch.Since is { } since)
            {
                yield return (since.AddMinutes(place), place, $"{(place == 0 ? "等待回应" : $"{place / 1440} 天没有回应")}：{watch.Subject}", people);
                continue;
            }
            var (due, day) = (watch.DueOn!.Value, watch.DueOn.Value.AddDays(place));
            while (!_city.Calendar.IsWorkingDay(day)) day = day.AddDays(place > 0 ? 1 : -1);
            var (at, left) = (Beijing.At(day, new(9, 0)), due.DayNumber - day.DayNumber);
            if (at >= Start) yield return (at, place, $"{(left > 0 ? $"还有 {left} 天到期" : left == 0 ? "今天到期" : $"已逾期 {-left} 天")}：{watch.Subject}", people);
        }
    }

    private WatchBegun Owed(int i, Random random) => new(
        $"obligation:{i}", "obligation-due", $"办好第 {i} 件", null, $"/ledger/{i}", DateOnly.FromDateTime(Start.DateTime).AddDays(random.Next(5, _days + 20)), null, [i % 3 == 0 ? "nanpu" : "linjiang"], "ledger.report");

    private WatchBegun Asked(int i, Random random) => new(
        $"letter:{i}", "letter-service", $"签收第 {i} 件", null, $"/letters/{i}", null, Beijing.At(DateOnly.FromDateTime(Start.DateTime).AddDays(random.Next(1, _days)), new(random.Next(9, 18), 0)), [i % 3 == 0 ? "nanpu" : "linjiang"], "ledger.report");
}
