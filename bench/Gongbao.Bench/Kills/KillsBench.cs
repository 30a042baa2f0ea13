using System.Diagnostics;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Bench.Kills;

/// <summary>
/// A year of reminders in which the sending program is killed again and again (SIGKILL), each time another process taking its place: at a random moment of
/// climbing and sending, after the gateway took a call and before it answered, and while it starts. What came is counted at the gateway by message id and by
/// what was said to whom, and compared with what a plain walk over the declared rungs says must come.
/// </summary>
internal sealed class KillsBench : IAsyncDisposable
{
    private const string Secret = "bench-only";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Random _random = new(20230508);
    private readonly StoreBenchDatabase _database;
    private readonly KillsReceiver _receiver;
    private readonly KilledPlace _place;
    private readonly KillsPlan _plan;
    private readonly KilledProgram[] _programs;
    private DateTimeOffset _now = KillsPlan.Start;
    private int _killed;

    private KillsBench(StoreBenchDatabase database, KillsReceiver receiver, KilledPlace place, int programs, int days)
    {
        (_database, _receiver, _place) = (database, receiver, place);
        _plan = new(CityDeclarations.Load(place.City, "qinghe").Required(), days, _random);
        _programs = new KilledProgram[programs];
    }

    /// <param name="kills">How many in a run.</param>
    /// <param name="only">sqlite, postgres or postgres2 (two processes on one PostgreSQL); null for all three.</param>
    /// <param name="days">Of legal time.</param>
    /// <returns>0 where nothing was missed and nothing doubled.</returns>
    public static async Task<int> RunAsync(int kills, string? only, int days)
    {
        Environment.SetEnvironmentVariable("GONGBAO_WEBHOOK_SECRET", Secret);
        Console.WriteLine("set-up      days  kills  looks  messages  deliveries  repeats  superseded  missed  doubled       s");
        var wrong = 0;
        foreach (var (name, provider, programs) in new[] { ("sqlite", StoreProvider.Sqlite, 1), ("postgres", StoreProvider.Postgres, 1), ("postgres2", StoreProvider.Postgres, 2) })
            if (only is null ? provider is StoreProvider.Sqlite || StoreBenchDatabase.Server is not null : only == name) wrong += await RunAsync(name, provider, programs, kills, days);
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<int> RunAsync(string name, StoreProvider provider, int programs, int kills, int days)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var receiver = new KillsReceiver();
        await receiver.StartAsync();
        var city = BenchCity.Folder($"notices: {{ webhook: {{ url: '{receiver.Address}', source: 测量 }}, batch: {{ wait_seconds: 5, source: 测量 }} }}");
        KilledPlace place = null!;
        await using var database = await StoreBenchDatabase.CreateAsync(provider, s =>
        {
            place = new(city, (StoreOptions)s.Single(d => d.ServiceType == typeof(StoreOptions)).ImplementationInstance!, TimeProvider.System.GetUtcNow());
            return place.AddTo(s.AddLogging(), KillsPlan.Start);
        });
        await using var run = new KillsBench(database, receiver, place, programs, days);
        await AccessSetup.StartKeysAsync(database.Services, default);
        await run.YearAsync(kills);
        var (missed, doubled, superseded) = await run.CountAsync();
        Console.WriteLine($"{name,-10} {days,5} {run._killed,6} {run._plan.Looks.Count,6} {receiver.Messages.Count,9:N0} {receiver.Deliveries,11:N0} {receiver.Repeats,8:N0} {superseded,11:N0} {missed,7:N0} {doubled,8:N0} {Stopwatch.GetElapsedTime(begun).TotalSeconds,7:0}");
        Directory.Delete(city, recursive: true);
        return missed + doubled;
    }

    private async Task YearAsync(int kills)
    {
        await FillAsync();
        for (var i = 0; i < _programs.Length; i++) await StartAsync(i, waits: true);
        for (var look = 0; look < _plan.Looks.Count; look++)
        {
            var (looks, rest) = (_plan.Looks.Count - look, kills - _killed);
            await LookAsync(_plan.Looks[look], (rest / looks) + (_random.Next(looks) < rest % looks ? 1 : 0));
        }
        _receiver.IsFlaky = false;
        await UntilAsync("sent", (db, _) => db.Deliveries.AnyAsync(d => d.State == DeliveryState.Waiting && d.Channel == Channel.Webhook));
    }

    /// <summary>Moves legal time, kills so often meanwhile, and waits until what fell due is climbed.</summary>
    private async Task LookAsync(DateTimeOffset at, int kills)
    {
        // Sometimes nobody runs while time goes by.
        var areDown = kills >= _programs.Length && _random.Next(5) == 0;
        for (var i = 0; areDown && i < _programs.Length; i++) Kill(_programs[i]);
        _now = at;
        if (areDown)
        {
            kills -= _programs.Length;
            for (var i = 0; i < _programs.Length; i++) await StartAsync(i, waits: false);
        }
        else
        {
            foreach (var program in _programs) program.Move(at);
        }
        for (; kills > 0; kills--)
        {
            var victim = _random.Next(_programs.Length);
            if (_random.Next(2) == 0) await Task.Delay(_random.Next(150));
            else await AnsweringAsync(_programs[victim]);
            Kill(_programs[victim]);
            await StartAsync(victim, waits: _random.Next(8) > 0);
        }
        await UntilAsync("climbed", async (db, now) => await Climb.Due(db, now, []).AnyAsync() || await GiveOut.Waiting(db, now).AnyAsync());
    }

    /// <summary>Kills a program while a call is under way; where none comes within a second, nothing was to be sent.</summary>
    private async Task AnsweringAsync(KilledProgram program)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _receiver.BeforeAnswer = () =>
        {
            program.Kill();
            done.TrySetResult();
        };
        await Task.WhenAny(done.Task, Task.Delay(TimeSpan.FromSeconds(1)));
        _receiver.BeforeAnswer = null;
    }

    private void Kill(KilledProgram program)
    {
        program.Kill();
        program.Dispose();
        _killed++;
    }

    private async Task StartAsync(int i, bool waits)
    {
        _programs[i] = new(_place, _now);
        if (waits) await _programs[i].UpAsync();
    }

    private async Task UntilAsync(string what, Func<NoticesDb, DateTimeOffset, Task<bool>> asks)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            await using (var scope = _database.Services.CreateAsyncScope())
                if (!await asks(scope.ServiceProvider.GetRequiredService<NoticesDb>(), _now)) return;
            foreach (var program in _programs) program.MustRun();
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new TimeoutException($"What fell due by {_now:O} was not {what} in {Patience}.");
            await Task.Delay(TimeSpan.FromMilliseconds(15));
        }
    }

    private async Task<(int Missed, int Doubled, int Superseded)> CountAsync()
    {
        var (owed, superseded) = _plan.Owes();
        await using var scope = _database.Services.CreateAsyncScope();
        var noted = await scope.ServiceProvider.GetRequiredService<NoticesDb>().Messages.CountAsync(m => m.State == MessageState.Superseded);
        var difference = KillsDifference.Of(owed, _receiver.Told, _receiver.Messages);
        foreach (var (mobile, subject) in difference.Examples) Console.WriteLine($"           {mobile} {subject}: {owed.GetValueOrDefault((mobile, subject))} owed, {_receiver.Told.GetValueOrDefault((mobile, subject))} came");
        if (noted != superseded) Console.WriteLine($"           {superseded} steps had to give way to later ones, {noted} are noted");
        return (difference.Missed + Math.Abs(noted - superseded), difference.Doubled, noted);
    }

    private async Task FillAsync()
    {
        var made = await _database.Writer.DoAsync<bool>(new(ActorId.System("bench"), "bench.fill", "bench:year"), async (unit, stop) =>
        {
            var (db, sealer) = (unit.Db<AccessDb>(), unit.Get<Sealer>());
            foreach (var person in KillsPlan.People)
            {
                var account = new Account { Id = Guid.CreateVersion7(), Name = person.Mobile, LookupName = person.Mobile, CreatedAt = unit.At };
                account.SealedMobile = await sealer.SealAsync(unit, account.Subject, Account.MobileField.In(account.Id), person.Mobile, stop);
                db.Add(account);
                db.Add(new AccountRole { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = person.Role, ScopeKind = person.Unit is null ? ScopeKind.City : ScopeKind.Unit, ScopeId = person.Unit ?? "", GivenAt = unit.At });
            }
            foreach (var watch in _plan.Watches) unit.Publish(watch);
            return true;
        }, default);
        if (made.IsRefused(out var refusal, out _)) throw new InvalidOperationException(refusal.Reason);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var program in _programs) program?.Dispose();
        return ValueTask.CompletedTask;
    }
}
