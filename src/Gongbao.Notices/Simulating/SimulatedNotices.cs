using System.Globalization;
using Gongbao.Contracts.Simulating;
using Gongbao.Kernel.Time;
using Gongbao.Notices.Inbox;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Notices.Simulating;

/// <summary>The real ladders and the real inbox in a simulation (推演). Nothing leaves the house: what goes out is given out on the record.</summary>
internal sealed class SimulatedNotices(LadderRun ladders, Acknowledge acknowledge, IServiceScopeFactory scopes, CityClock clock) : ISimulatedNotices
{
    private const string Rungs = "告知";

    /// <summary>Until when everything has been told: the clock goes on after a pass.</summary>
    private DateTimeOffset? _told;

    public async Task PassAsync(CancellationToken stop)
    {
        var now = clock.Now;
        await ladders.PassAsync(stop);
        _told = now;
    }

    public async Task AcknowledgeAsync(IReadOnlyList<(Guid Account, double Chance)> people, Random random, SimulatedRefusals refusals, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var open = (await scope.ServiceProvider.GetRequiredService<NoticesDb>().Messages.Where(m => m.Recipient != null && m.AcknowledgedAt == null && m.DueAt <= clock.Now)
            .Select(m => new { Account = m.Recipient!.Value, m.Id }).ToListAsync(stop)).ToLookup(m => m.Account, m => m.Id);
        foreach (var (account, chance) in people)
        {
            if (random.NextDouble() >= chance) continue;
            foreach (var some in open[account].Chunk(Acknowledge.Most))
                refusals.IsDone(await acknowledge.HandleAsync(new(account, ActorKind.Account, "", []), some, stop));
        }
    }

    public async Task<IReadOnlyList<SimulatedCount>> CountAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, rules) = (scope.ServiceProvider.GetRequiredService<NoticesDb>(), scope.ServiceProvider.GetRequiredService<NoticeRules>());
        var messages = await (from m in db.Messages join w in db.Watches on m.WatchId equals w.Id select new { w.Ladder, m.Rungs, m.People, m.State, m.DueAt, m.AcknowledgedAt }).ToListAsync(stop);
        return
        [
            .. messages.GroupBy(m => (Name: NameOf(m.Ladder, m.Rungs, m.People, rules), Month: Month(m.DueAt))).Select(g => new SimulatedCount(Rungs, g.Key.Name, g.Key.Month, g.Count())),
            .. messages.GroupBy(m => (m.State, Month: Month(m.DueAt))).Select(g => new SimulatedCount("告知的结果", Word(g.Key.State), g.Key.Month, g.Count())),
            .. messages.Where(m => m.AcknowledgedAt is not null).GroupBy(m => Month(m.AcknowledgedAt!.Value)).Select(g => new SimulatedCount("告知的结果", "已回应（知道了）", g.Key, g.Count())),
        ];
    }

    public async Task<IReadOnlyList<string>> CheckAsync(IReadOnlyDictionary<string, DateOnly?> watched, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, rules, city) = (services.GetRequiredService<NoticesDb>(), services.GetRequiredService<NoticeRules>(), services.GetRequiredService<CityDeclarations>());
        var watches = await db.Watches.AsNoTracking().ToListAsync(stop);
        var messages = await db.Messages.AsNoTracking().Select(m => new { m.Id, m.WatchId, m.Step, m.DueAt, m.Recipient, m.People, m.Unit }).ToListAsync(stop);
        var (breaches, until) = (new List<string>(), _told ?? clock.Now);
        var open = watches.Where(w => w.State is WatchState.Open or WatchState.Climbed).ToDictionary(w => w.Key);
        foreach (var (cause, day) in watched)
            if (open.GetValueOrDefault(cause)?.DueOn != day) breaches.Add($"{cause} 应在 {day:yyyy-MM-dd} 告知，告知事项上是 {open.GetValueOrDefault(cause)?.DueOn:yyyy-MM-dd}。");
        var told = messages.Select(m => (m.WatchId, m.DueAt.UtcTicks)).ToHashSet();
        foreach (var watch in watches.Where(w => w.Ladder is not null && w.State is WatchState.Open or WatchState.Climbed))
            breaches.AddRange(Ladder.Steps(rules.Ladders[watch.Ladder!], new(watch.DueOn, watch.Since, watch.BegunAt, null), city.Calendar).TakeWhile(s => s.At <= until)
                .Where(s => !told.Contains((watch.Id, s.At.UtcTicks))).Select(s => $"{watch.Key} 漏了 {s.At.InBeijing():yyyy-MM-dd HH:mm} 应有的告知（{string.Join('、', s.Rungs.Select(r => r.Id))}）。"));
        breaches.AddRange(messages.GroupBy(m => (m.WatchId, m.Step, m.DueAt, m.Recipient, m.People, m.Unit)).Where(g => g.Count() > 1).Select(g => $"同一告知写了 {g.Count()} 次：{string.Join('、', g.Select(m => m.Id))}。"));
        breaches.AddRange(messages.GroupBy(m => m.Id).Where(g => g.Count() > 1).Select(g => $"告知编号 {g.Key} 重复。"));
        return breaches;
    }

    /// <summary>As 任务完成期限：过期第3天起每1天 → 责任单位负责人. Of the rungs of a step it is the latest by which this one is told.</summary>
    private static string NameOf(string? ladder, string rungs, string? people, NoticeRules rules)
    {
        if (ladder is null) return "一次性告知";
        var step = rungs.Split(' ');
        // A limit may have been set since, and the watch climbs another ladder now.
        var climbed = rules.Ladders.Values.OrderBy(l => l.Id != ladder).ThenBy(l => l.Id, StringComparer.Ordinal).FirstOrDefault(l => step.All(id => l.Rungs.Any(r => r.Id == id)));
        if (climbed is null) return rungs;
        var rung = climbed.Rungs.Where(r => step.Contains(r.Id) && (people is null || r.Who.Contains(people))).OrderBy(r => r.Place).LastOrDefault();
        var told = people is null ? "（被取代或者无人可告）" : rules.People.TryGetValue(people, out var who) ? who.Name : people;
        return $"{climbed.Name}：{(rung is null ? rungs : PlaceOf(rung, climbed.Kind))} → {told}";
    }

    private static string PlaceOf(Rung rung, WatchKind kind) => (kind, rung.Place) switch
    {
        (WatchKind.Answers, 0) => "随即",
        (WatchKind.Answers, var minutes) => $"{minutes / 60.0:0.#}小时没有回应",
        (_, < 0) => $"提前{-rung.Place}天",
        (_, 0) => "最后一天",
        _ => $"过期第{rung.Place}天",
    } + (rung.Every is { } every ? kind is WatchKind.Answers ? $"起每{every / 60.0:0.#}小时" : $"起每{every}天" : "");

    private static string Month(DateTimeOffset at) => at.BeijingDate().ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Word(MessageState state) => state switch
    {
        MessageState.Waiting => "等候选择渠道",
        MessageState.Given => "已交渠道",
        MessageState.Superseded => "被后续告知取代",
        MessageState.Nobody => "无人可告",
    };
}
