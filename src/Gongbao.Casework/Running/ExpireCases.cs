using System.Data.Common;
using Gongbao.Casework.Storage;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Casework.Running;

/// <summary>
/// Lets cases go on where their time has run out (期限届满的处理): sleeps until the next legal instant that a row names, or until one that is nearer is told of, and then works through
/// what fell due in the order in which it did, each case in a unit of its own. What is due is always a row: a program that was stopped goes on when it runs again, and of two on one
/// database one does it.
/// </summary>
internal sealed partial class ExpireCases(
    RunCase run, IServiceScopeFactory scopes, IServiceProvider services, CityClock clock, TimeProvider time, CaseSignal signal, ILogger<ExpireCases> log) : BackgroundService
{
    private const int Chunk = 200;

    /// <summary>So many at once, so that they share commits.</summary>
    private const int AtOnce = 16;

    /// <summary>So often is looked for what another process on the same database did, and after a fault.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <summary>So long is left what could not be done by itself.</summary>
    private static readonly TimeSpan Left = TimeSpan.FromMinutes(10);

    private readonly HashSet<Guid> _left = [];
    private readonly HashSet<Guid> _again = [];
    private DateTimeOffset _leftUntil;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => signal.RunAsync(PassAsync, LogStopped, Look, clock, time, stoppingToken);

    /// <summary>Works through everything that is due.</summary>
    /// <returns>The legal instant at which something is due next; null where nothing is to come.</returns>
    public async Task<DateTimeOffset?> PassAsync(CancellationToken stop)
    {
        signal.BeginLook();
        _again.Clear();
        if (services.GetService<RunningCity>() is { } running) await running.FreshenAsync(stop);
        if (_left.Count > 0 && time.GetUtcNow() >= _leftUntil) _left.Clear();
        while (await DueAsync(stop) is [_, ..] due)
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (id, inner) => await ExpireAsync(id, inner));
        return signal.EndLook(await NextAsync(stop));
    }

    private async Task ExpireAsync(Guid id, CancellationToken stop)
    {
        try
        {
            if (await run.ExpireAsync(id, stop)) return;
            // Another program did it just now; where it is due all the same when asked again, it is left for a while.
            lock (_left)
                if (!_again.Add(id)) Leave(id, Look);
        }
        catch (Exception fault) when (!IsOfStore(fault))
        {
            lock (_left) Leave(id, Left);
            LogLeft(id, fault);
        }
    }

    /// <summary>Whether it is the database that cannot, and not the case.</summary>
    private static bool IsOfStore(Exception? fault) => fault is OperationCanceledException or DbException or DbUpdateException or IOException || (fault is not null && IsOfStore(fault.InnerException));

    private void Leave(Guid id, TimeSpan how)
    {
        _left.Add(id);
        _leftUntil = time.GetUtcNow() + how;
    }

    /// <summary>Cases of which something has run out, and then those whose days were worked out by another calendar.</summary>
    private async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDb>();
        var (now, left, mark) = (clock.Now, _left.ToArray(), CaseEnds.CalendarOf(services.GetRequiredService<CityDeclarations>()));
        var due = await db.Cases.Where(c => c.NextEnd <= now && !left.Contains(c.Id)).OrderBy(c => c.NextEnd).ThenBy(c => c.Id).Take(Chunk).Select(c => c.Id).ToListAsync(stop);
        return due.Count > 0 ? due : await db.Cases.Where(c => c.NextEnd != null && c.Calendar != mark && !left.Contains(c.Id)).Take(Chunk).Select(c => c.Id).ToListAsync(stop);
    }

    private async Task<DateTimeOffset?> NextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var left = _left.ToArray();
        return await scope.ServiceProvider.GetRequiredService<CaseworkDb>().Cases.Where(c => c.NextEnd != null && !left.Contains(c.Id)).MinAsync(c => c.NextEnd, stop);
    }

    [LoggerMessage(1801, LogLevel.Error, "Cases whose time has run out could not be looked after; it is tried again in half a minute")]
    private partial void LogStopped(Exception fault);

    [LoggerMessage(1802, LogLevel.Error, "Case {Case}, whose time has run out, could not go on and is left for some minutes")]
    private partial void LogLeft(Guid @case, Exception fault);
}
