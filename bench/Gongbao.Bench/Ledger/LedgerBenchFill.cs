using System.Data.Common;
using System.Globalization;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;
using Gongbao.Ledger;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.Reprojection;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.City;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Bench.Ledger;

/// <summary>Fills a ledger: programmes of 200 obligations of 10 units each and one of 2,000. What the rows show is worked out from their acts by the room itself.</summary>
internal sealed class LedgerBenchFill(CityDeclarations city, DateOnly today, int percent)
{
    public const int Units = 10;
    public const int Big = 2_000;
    public const string BigSlug = "bench-big";
    private const int Each = 200;

    private readonly Random _random = new(1);
    private readonly LedgerRules _rules = LedgerRules.Of(city)!;
    private readonly NoticeRules _notices = NoticeRules.Of(city);
    private readonly Dictionary<(bool, DateOnly), Watch> _like = [];

    /// <summary>A unit that has shares.</summary>
    public string Unit => city.Directory.Units[0].Id;

    public void Fill(IServiceProvider services, DbConnection connection, int shares)
    {
        using var scope = services.CreateScope();
        var (ledger, notices) = (scope.ServiceProvider.GetRequiredService<Gongbao.Ledger.Storage.LedgerDb>(), scope.ServiceProvider.GetRequiredService<NoticesDb>());
        LedgerBenchTables.Write(connection, ledger, [new StoredReprojection { Id = Guid.CreateVersion7(), Basis = ProjectionBasis.Of(city).ToString(), IsFull = true, Reason = "测量。", BegunAt = At, EndedAt = At, Running = null, Digest = "" }]);
        var left = shares / Units;
        for (var number = 0; left > 0 || number == 0; number++)
        {
            var many = number == 0 ? Big : Math.Min(Each, left);
            if (number > 0) left -= many;
            var programme = new StoredProgramme
            {
                Id = Guid.CreateVersion7(), Slug = number == 0 ? BigSlug : string.Create(CultureInfo.InvariantCulture, $"bench-{number}"), Title = $"清河市人民政府办公室关于第{number}批重点工作的通知",
                Number = $"清市府办发〔2025〕{number + 1}号", SignedOn = new(2025, 1, 2), OpenedOn = new(2025, 1, 6),
            };
            var made = Enumerable.Range(1, many).Select(ordinal => Make(programme, ordinal, isWorkedOn: number == 0)).ToList();
            LedgerBenchTables.Write(connection, ledger, [programme]);
            LedgerBenchTables.Write(connection, ledger, made.Select(m => m.Obligation));
            LedgerBenchTables.Write(connection, ledger, made.SelectMany(m => m.Shares));
            LedgerBenchTables.Write(connection, ledger, made.SelectMany(m => m.Acts));
            LedgerBenchTables.Write(connection, notices, made.SelectMany(m => m.Shares.Select(s => WatchOf(m.Obligation, s))));
        }
    }

    private DateTimeOffset At => Beijing.At(today.AddDays(-1), new(9, 0));

    /// <param name="programme">It belongs to.</param>
    /// <param name="ordinal">Its place.</param>
    /// <param name="isWorkedOn">Whether units have reported on it, so that some of its shares are done, late, verified or sent back.</param>
    private (StoredObligation Obligation, List<StoredAssignment> Shares, List<StoredAct> Acts) Make(StoredProgramme programme, int ordinal, bool isWorkedOn)
    {
        var (limit, happened) = Limit();
        var id = Guid.CreateVersion7();
        var since = new DateOnly(2025, 1, 6).AddDays(_random.Next(255));
        List<StoredAct> acts = [new() { Id = Guid.CreateVersion7(), ObligationId = id, AssignmentId = null, Number = 1, Kind = ActKind.Accepted, On = since, At = Beijing.At(since, new(9, 0)), By = "bench" }];
        if (happened is not null) acts.Add(new() { Id = Guid.CreateVersion7(), ObligationId = id, AssignmentId = null, Number = 2, Kind = ActKind.EventHappened, On = today, At = At, By = "bench", Text = "收到通知。", Day = happened });
        var printed = CountedLimit.Printed(limit, programme.SignedOn);
        var first = _random.Next(city.Directory.Units.Count);
        var common = acts.ToList();
        var shares = Enumerable.Range(0, Units).Select(n =>
        {
            var unit = city.Directory.Units[(first + n) % city.Directory.Units.Count];
            var share = new StoredAssignment
            {
                Id = Guid.CreateVersion7(), ObligationId = id, ProgrammeId = programme.Id, Unit = unit.Id, Role = n == 0 ? DutyRole.Lead : DutyRole.Responsible, Printed = unit.FullName, ByGroup = false, Ordinal = n + 1, SharesSince = since,
            };
            List<StoredAct> work = isWorkedOn ? [.. LedgerBenchWork.Of(share, printed.Nature is LimitNature.Dated or LimitNature.AfterEvent, since, today, _random)] : [];
            foreach (var act in work) acts.Add(act with { Number = acts.Count + 1 });
            share.Show(Gongbao.Ledger.States.Standing.Of(printed, since, common.Concat(work), today, _rules, city.Calendar), ordinal, hasMeasure: false);
            return share;
        }).ToList();
        var obligation = new StoredObligation
        {
            Id = id, ProgrammeId = programme.Id, Ordinal = ordinal, Proposal = string.Create(CultureInfo.InvariantCulture, $"bench-{ordinal}"), Place = null, PlaceName = null, Measure = $"（{ordinal % 20 + 1}）", Group = null,
            Task = $"完善第{ordinal}项公共服务设施的建设、运行和维护办法，建立问题清单并逐项整改到位", Output = "工作报告", Units = "有关单位", Limit = limit, OwedSince = since, Acts = acts.Count,
        };
        return (obligation, shares, acts);
    }

    /// <summary>About a thousand pairs of day and term, nearly all of them with the last week of September 2025 within; the others dated, periodic and by rhythm.</summary>
    private (string? Words, DateOnly? Happened) Limit() => _random.Next(100) < percent
        ? (string.Create(CultureInfo.InvariantCulture, $"收到通知后{_random.Next(45, 65)}个工作日内"), new DateOnly(2025, 7, 20).AddDays(_random.Next(50)))
        : _random.Next(10) switch
        {
            < 5 => (new DateOnly(2025, 5, 1).AddDays(_random.Next(480)) is var day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日前") : null, null),
            < 7 => ("每季度一次", null),
            < 9 => ("长期坚持", null),
            _ => (null, null),
        };

    private Watch WatchOf(StoredObligation obligation, StoredAssignment share)
    {
        var (byDay, day) = (share.OwedOn is not null, share.NextOn);
        if (!_like.TryGetValue((byDay, day), out var like))
        {
            like = Make(default, "", "", "", "");
            Climb.Place(like, _notices, city.Calendar);
            _like[(byDay, day)] = like;
        }
        var watch = Make(Guid.CreateVersion7(), Reminders.CauseOf(share), $"任务台账第{obligation.Ordinal}项：{obligation.Task}", $"/ledger/obligations/{obligation.Id:D}", share.Unit);
        (watch.NextAt, watch.Reached, watch.Rules) = (like.NextAt, like.Reached, like.Rules);
        return watch;

        Watch Make(Guid id, string key, string subject, string address, string unit) => new()
        {
            Id = id, Key = key, Cause = key, Kind = WatchKind.Days, Ladder = byDay ? Reminders.ByDay : Reminders.ByTurn, Subject = subject, Address = address, Units = unit, Verb = LedgerRules.ReportVerb, DueOn = day, BegunAt = At, Rules = "",
        };
    }
}
