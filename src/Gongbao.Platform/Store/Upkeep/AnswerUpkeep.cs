using System.Data.Common;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Platform.Store.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Store.Upkeep;

/// <summary>
/// Forgets answers kept under idempotency keys when their declared time is over, each hour, through the Writer. A repeat that comes later is done
/// as a new request.
/// </summary>
internal sealed partial class AnswerUpkeep(Writer writer, IServiceScopeFactory scopes, TimeProvider clock, ILogger<AnswerUpkeep> log) : BackgroundService
{
    private const int AnswersAUnit = 500;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException or StoreFullException)
            {
                LogNotForgotten(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ForgetAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var kept = TimeSpan.FromDays(StoreRules.Of(scope.ServiceProvider.GetRequiredService<CityDeclarations>()).AnswerDays);
        var before = clock.GetUtcNow() - kept;
        // Looked at first, so that an hour in which nothing is over leaves no entry in the journal.
        while (await scope.ServiceProvider.GetRequiredService<StoreDb>().Answers.AnyAsync(a => a.KeptAt <= before, stop))
        {
            var act = new Act(ActorId.System("store"), "store.forget-answers", "store:answers");
            var forgotten = await writer.DoAsync<int>(act, (unit, unitStop) => ForgetAsync(unit.Db<StoreDb>(), before, unitStop), stop);
            if (forgotten.IsRefused(out _, out _)) return;
        }
    }

    private static async Task<Result<int>> ForgetAsync(StoreDb db, DateTimeOffset before, CancellationToken stop)
    {
        var over = await db.Answers.Where(a => a.KeptAt <= before).OrderBy(a => a.KeptAt).Take(AnswersAUnit).ToListAsync(stop);
        db.Answers.RemoveRange(over);
        return over.Count;
    }

    [LoggerMessage(1130, LogLevel.Error, "Answers whose time is over could not be forgotten; the next hour tries again")]
    private partial void LogNotForgotten(Exception fault);
}
