using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Ledger.Reprojection;

/// <summary>Looks at the start and every half minute whether what the rows of shares rest on has changed, and works them out anew where it has.</summary>
internal sealed partial class ReprojectionRun(Reproject reproject, TimeProvider time, ILogger<ReprojectionRun> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await reproject.HandleAsync(stoppingToken) is { } run) LogEnded(run.Moved, run.Chunks);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogStopped(fault);
            }
            await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(1701, LogLevel.Information, "Days of shares were worked out anew: {Moved} moved, in {Chunks} chunks")]
    private partial void LogEnded(int moved, int chunks);

    [LoggerMessage(1702, LogLevel.Error, "Days of shares could not be worked out anew; it is tried again in half a minute")]
    private partial void LogStopped(Exception fault);
}
